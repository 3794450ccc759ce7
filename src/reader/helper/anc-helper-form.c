/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-form-filler.h"
#include "anc-form-fonts.h"
#include "anc-helper-calls.h"
#include "anc-pdf-document.h"
#include "anc-reader-error.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

GVariant *
anc_helper_get_fields (AncHelper *self,
                       GVariant *body,
                       int *fd,
                       GError **error)
{
  g_autoptr (GPtrArray) fields = anc_document_list_form_fields (self->document);
  GVariantBuilder list = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sssi(dddd)bias)"));

  for (guint i = 0; i < fields->len; i++)
    {
      const AncFormField *field = g_ptr_array_index (fields, i);
      PopplerDocument *poppler = anc_pdf_document_get_poppler (ANC_PDF_DOCUMENT (self->document));
      g_auto (GStrv) choices = anc_form_filler_list_choices (poppler, field);

      g_variant_builder_add (&list,
                             "(@ss@si@(dddd)bi^as)",
                             anc_helper_new_text (field->name),
                             anc_form_field_type_get_name (field->type),
                             anc_helper_new_text (field->value),
                             (int) field->page,
                             anc_helper_new_rect (field->rect),
                             field->read_only,
                             anc_form_filler_get_max_length (poppler, field),
                             choices);
    }

  return g_variant_new ("(a(sssi(dddd)bias))", &list);
}

/* Sets every value that can be set, and tells why the others cannot. */
static GVariant *
set_values (AncDocument *document,
            GVariant *values,
            guint *n_refused)
{
  g_autoptr (GPtrArray) fields = anc_document_list_form_fields (document);
  PopplerDocument *poppler = anc_pdf_document_get_poppler (ANC_PDF_DOCUMENT (document));
  GVariantBuilder refused = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ss)"));
  GVariantIter iter;
  const char *name;
  const char *value;

  g_variant_iter_init (&iter, values);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    {
      const char *reason = anc_form_filler_set (poppler, fields, name, value);

      if (reason == NULL)
        continue;
      g_variant_builder_add (&refused, "(ss)", name, reason);
      (*n_refused)++;
    }

  return g_variant_builder_end (&refused);
}

static gboolean
save (AncDocument *document,
      int fd,
      GError **error)
{
  PopplerDocument *poppler = anc_pdf_document_get_poppler (ANC_PDF_DOCUMENT (document));
  int own = dup (fd); /* Poppler takes what it writes to */
  gboolean saved;

  if (own < 0)
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID, "there is no file to write to");
      return FALSE;
    }

  saved = poppler_document_save_to_fd (poppler, own, TRUE, error);

  /* Poppler 22.12 never closes the file, and leaves the end of it in a buffer; a later one has closed
   * it by now. */
  if (fflush (NULL) != 0 && saved)
    {
      g_set_error (error,
                   ANC_READER_ERROR,
                   ANC_READER_ERROR_INVALID,
                   "the copy could not be written: %s",
                   g_strerror (errno));
      saved = FALSE;
    }
  close (own);

  return saved;
}

/* Fills another reading of the same bytes, so that the open document stays as it is. */
GVariant *
anc_helper_fill (AncHelper *self,
                 GVariant *body,
                 int *fd,
                 GError **error)
{
  g_autoptr (GVariant) values = g_variant_get_child_value (body, 0);
  g_autoptr (GBytes) form = NULL;
  g_autoptr (AncDocument) copy = NULL;
  g_autoptr (GVariant) refused = NULL;
  guint n_refused = 0;

  if (!ANC_IS_PDF_DOCUMENT (self->document))
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID, "the document is no form");
      return NULL;
    }
  form = anc_form_fonts_complete (self->bytes, self->password, error);
  if (form == NULL)
    return NULL;
  copy = anc_document_open (form, self->password, error);
  if (copy == NULL)
    return NULL;

  refused = g_variant_ref_sink (set_values (copy, values, &n_refused));
  if (n_refused == 0 && !save (copy, *fd, error))
    return NULL;

  return g_variant_new ("(@a(ss))", refused);
}
