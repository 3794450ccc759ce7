/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-form-fonts.h"

#include "anc-pdf-password.h"
#include "anc-reader-error.h"

#include <string.h>

/* A field says in its /DA with which font its value is drawn, `/Name size Tf`, or inherits it from the
 * field above or the form; the form keeps the fonts under these names in /DR. Many a form lacks them,
 * since viewers know what Helv is. Poppler 22.12 dies of a form without fonts, draws nothing where no
 * font is asked for, and leaves out letters that must come from another font where the one asked for is
 * missing or only the form asks for it. */

#define STANDARD_FONT "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
#define STANDARD_APPEARANCE "/Helv 0 Tf 0 g"

/* A tree of fields that is deeper than this turns in circles. */
#define MAX_DEPTH 32
#define MAX_FIELDS 20000

typedef struct
{
  qpdf_data qpdf;
  qpdf_oh fonts;    /* by their names */
  char *appearance; /* of fields that say nothing */
  guint n_fields;
  gboolean is_changed;
} Completion;

/* The name before the size before `Tf`, with its slash. */
static char *
dup_font_name (const char *appearance)
{
  g_auto (GStrv) words = g_strsplit_set (appearance, " \t\r\n\f", -1);
  const char *last[2] = { "", "" };

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strcmp (words[i], "Tf") == 0 && *last[0] == '/')
        return g_strdup (last[0]);
      if (*words[i] == '\0')
        continue;
      last[0] = last[1];
      last[1] = words[i];
    }

  return NULL;
}

static void
complete_appearance (Completion *self,
                     qpdf_oh field)
{
  qpdf_oh appearance = qpdf_oh_get_key (self->qpdf, field, "/DA");
  g_autofree char *name = NULL;

  if (qpdf_oh_is_string (self->qpdf, appearance))
    name = dup_font_name (qpdf_oh_get_string_value (self->qpdf, appearance));
  if (name == NULL || qpdf_oh_is_dictionary (self->qpdf, qpdf_oh_get_key (self->qpdf, self->fonts, name)))
    return;

  qpdf_oh_replace_key (self->qpdf, self->fonts, name, qpdf_oh_parse (self->qpdf, STANDARD_FONT));
  self->is_changed = TRUE;
}

/* Whether a field that hangs from the form itself is drawn as the form says, as texts and lists may be. */
static gboolean
inherits_appearance (Completion *self,
                     qpdf_oh field)
{
  qpdf_oh type = qpdf_oh_get_key (self->qpdf, field, "/FT");

  if (qpdf_oh_has_key (self->qpdf, field, "/DA"))
    return FALSE;

  return !qpdf_oh_is_name (self->qpdf, type) || strcmp (qpdf_oh_get_name (self->qpdf, type), "/Tx") == 0
         || strcmp (qpdf_oh_get_name (self->qpdf, type), "/Ch") == 0;
}

static void
set_appearance (Completion *self,
                qpdf_oh field,
                const char *appearance)
{
  qpdf_oh_replace_key (self->qpdf, field, "/DA", qpdf_oh_new_string (self->qpdf, appearance));
  self->is_changed = TRUE;
}

static void
complete_fields (Completion *self,
                 qpdf_oh fields,
                 guint depth)
{
  if (depth > MAX_DEPTH || !qpdf_oh_is_array (self->qpdf, fields))
    return;

  for (int i = 0; i < qpdf_oh_get_array_n_items (self->qpdf, fields) && self->n_fields < MAX_FIELDS; i++)
    {
      qpdf_oh field = qpdf_oh_get_array_item (self->qpdf, fields, i);

      if (!qpdf_oh_is_dictionary (self->qpdf, field))
        continue;
      self->n_fields++;
      if (depth == 0 && inherits_appearance (self, field))
        set_appearance (self, field, self->appearance);
      complete_appearance (self, field);
      complete_fields (self, qpdf_oh_get_key (self->qpdf, field, "/Kids"), depth + 1);
    }
}

/* What a dictionary has under a key, if that is a dictionary too; else a new one that is put there. */
static qpdf_oh
ensure_dictionary (Completion *self,
                   qpdf_oh owner,
                   const char *key)
{
  qpdf_oh found = qpdf_oh_get_key (self->qpdf, owner, key);

  if (qpdf_oh_is_dictionary (self->qpdf, found))
    return found;

  qpdf_oh_replace_key (self->qpdf, owner, key, qpdf_oh_new_dictionary (self->qpdf));
  self->is_changed = TRUE;

  return qpdf_oh_get_key (self->qpdf, owner, key);
}

static void
complete_form (Completion *self,
               qpdf_oh form)
{
  self->fonts = ensure_dictionary (self, ensure_dictionary (self, form, "/DR"), "/Font");
  if (!qpdf_oh_is_string (self->qpdf, qpdf_oh_get_key (self->qpdf, form, "/DA")))
    set_appearance (self, form, STANDARD_APPEARANCE);
  self->appearance = g_strdup (qpdf_oh_get_string_value (self->qpdf, qpdf_oh_get_key (self->qpdf, form, "/DA")));
  complete_appearance (self, form);
  complete_fields (self, qpdf_oh_get_key (self->qpdf, form, "/Fields"), 0);
}

static GBytes *
write_document (qpdf_data qpdf)
{
  if ((qpdf_init_write_memory (qpdf) & QPDF_ERRORS) != 0 || (qpdf_write (qpdf) & QPDF_ERRORS) != 0)
    return NULL;

  return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

/**
 * anc_form_fonts_complete:
 * @bytes: a PDF
 * @password: (nullable): what opens it
 *
 * Gives a form the fonts that its fields ask for and that it lacks. One that qpdf cannot read is none
 * for Poppler to fill in: whether it has what it lacks, nobody knows.
 *
 * Returns: (transfer full): the form, written anew if it was changed; else @bytes. %NULL with
 *   #ANC_READER_ERROR_DAMAGED
 */
GBytes *
anc_form_fonts_complete (GBytes *bytes,
                         const char *password,
                         GError **error)
{
  Completion self = { 0 };
  GBytes *completed = NULL;

  if ((anc_pdf_password_open_qpdf (bytes, password, &self.qpdf) & QPDF_ERRORS) == 0
      && qpdf_oh_is_dictionary (self.qpdf, qpdf_get_root (self.qpdf)))
    {
      qpdf_oh form = qpdf_oh_get_key (self.qpdf, qpdf_get_root (self.qpdf), "/AcroForm");

      if (qpdf_oh_is_dictionary (self.qpdf, form))
        complete_form (&self, form);
      completed = self.is_changed ? write_document (self.qpdf) : g_bytes_ref (bytes);
    }
  qpdf_cleanup (&self.qpdf);
  g_free (self.appearance);
  if (completed == NULL)
    g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_DAMAGED, "the form is too damaged to be filled in");

  return completed;
}
