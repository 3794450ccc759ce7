/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf-form.h"

#include "anc-pdf-objects.h"

struct _AncPdfForm
{
  GBytes *bytes;
  char *password;
  AncPdfObjects *objects; /* NULL until a form has buttons, and where they cannot be read */
  gboolean objects_tried;
};

/**
 * anc_pdf_form_new:
 * @bytes: a PDF
 * @password: (nullable): what opens it
 *
 * Returns: (transfer full): its form, of which nothing has been read yet
 */
AncPdfForm *
anc_pdf_form_new (GBytes *bytes,
                  const char *password)
{
  AncPdfForm *self = g_new0 (AncPdfForm, 1);

  self->bytes = g_bytes_ref (bytes);
  self->password = g_strdup (password);
  return self;
}

void
anc_pdf_form_free (AncPdfForm *self)
{
  g_clear_pointer (&self->objects, anc_pdf_objects_free);
  g_bytes_unref (self->bytes);
  g_free (self->password);
  g_free (self);
}

static AncPdfObjects *
get_objects (AncPdfForm *self)
{
  if (!self->objects_tried)
    self->objects = anc_pdf_objects_new (self->bytes, self->password);
  self->objects_tried = TRUE;

  return self->objects;
}

static char *
read_choice (PopplerFormField *field)
{
  GString *value = g_string_new (NULL);
  g_autofree char *own = poppler_form_field_choice_is_editable (field) ? poppler_form_field_choice_get_text (field) : NULL;

  for (int i = 0; i < poppler_form_field_choice_get_n_items (field); i++)
    {
      g_autofree char *item = NULL;

      if (!poppler_form_field_choice_is_item_selected (field, i))
        continue;

      item = poppler_form_field_choice_get_item (field, i);
      if (value->len > 0)
        g_string_append_c (value, '\n');
      g_string_append (value, item != NULL ? item : "");
    }
  if (value->len == 0 && own != NULL)
    g_string_append (value, own);

  return g_string_free (value, value->len == 0);
}

/* Fills in the type and value of a field; FALSE for a push button. */
static gboolean
read_value (PopplerFormField *field,
            AncFormField *read)
{
  switch (poppler_form_field_get_field_type (field))
    {
    case POPPLER_FORM_FIELD_BUTTON:
      if (poppler_form_field_button_get_button_type (field) == POPPLER_FORM_BUTTON_PUSH)
        return FALSE;
      read->type = poppler_form_field_button_get_button_type (field) == POPPLER_FORM_BUTTON_RADIO ? ANC_FORM_FIELD_RADIO
                                                                                                  : ANC_FORM_FIELD_CHECK;
      read->value = g_strdup (poppler_form_field_button_get_state (field) ? "true" : "false");
      return TRUE;
    case POPPLER_FORM_FIELD_TEXT:
      read->type = ANC_FORM_FIELD_TEXT;
      read->value = poppler_form_field_text_get_text (field);
      return TRUE;
    case POPPLER_FORM_FIELD_CHOICE:
      read->type = ANC_FORM_FIELD_CHOICE;
      read->value = read_choice (field);
      return TRUE;
    case POPPLER_FORM_FIELD_SIGNATURE:
      read->type = ANC_FORM_FIELD_SIGNATURE;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Poppler tells the place of a field from the lower left corner of the page as it was before it was turned. */
static AncRect
place (const PopplerRectangle *area,
       int rotation,
       double width,
       double height)
{
  AncRect rect = { MIN (area->x1, area->x2), MIN (area->y1, area->y2), MAX (area->x1, area->x2), MAX (area->y1, area->y2) };

  switch (rotation)
    {
    case 90:
      return (AncRect){ rect.y0, rect.x0, rect.y1, rect.x1 };
    case 180:
      return (AncRect){ width - rect.x1, rect.y0, width - rect.x0, rect.y1 };
    case 270:
      return (AncRect){ width - rect.y1, height - rect.x1, width - rect.y0, height - rect.x0 };
    default:
      return (AncRect){ rect.x0, height - rect.y1, rect.x1, height - rect.y0 };
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const AncFormField *field = *(const AncFormField *const *) a;
  const AncFormField *other = *(const AncFormField *const *) b;

  if (field->rect.y0 != other->rect.y0)
    return field->rect.y0 < other->rect.y0 ? -1 : 1;
  if (field->rect.x0 != other->rect.x0)
    return field->rect.x0 < other->rect.x0 ? -1 : 1;
  return field->id - other->id;
}

/* The full name where that has an end, else the field's own part of it. */
static char *
dup_name (PopplerFormField *field,
          gboolean has_end)
{
  char *name = has_end ? poppler_form_field_get_name (field) : poppler_form_field_get_partial_name (field);

  return name != NULL ? name : g_strdup ("");
}

/**
 * anc_pdf_form_list_fields:
 * @self: the form
 * @page: (nullable): a page of its document
 * @number: its number, from 0
 * @width: its width as it is shown, in points
 * @height: its height
 *
 * Returns: (transfer full) (element-type AncFormField): the fields of the page, from top to bottom
 */
GPtrArray *
anc_pdf_form_list_fields (AncPdfForm *self,
                          PopplerPage *page,
                          guint number,
                          double width,
                          double height)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_form_field_free);
  GList *mappings = page != NULL ? poppler_page_get_form_field_mapping (page) : NULL;
  AncPdfObjects *objects = mappings != NULL ? get_objects (self) : NULL;
  int rotation = objects != NULL ? anc_pdf_objects_get_rotation (objects, number) : 0;
  gboolean have_end = objects != NULL && anc_pdf_objects_fields_have_end (objects, number);

  for (GList *l = mappings; l != NULL; l = l->next)
    {
      PopplerFormFieldMapping *mapping = l->data;
      g_autoptr (AncFormField) field = g_new0 (AncFormField, 1);

      if (!read_value (mapping->field, field))
        continue;

      field->id = poppler_form_field_get_id (mapping->field);
      field->name = dup_name (mapping->field, have_end);
      if (objects != NULL && (field->type == ANC_FORM_FIELD_CHECK || field->type == ANC_FORM_FIELD_RADIO))
        field->state = anc_pdf_objects_dup_state (objects, number, mapping->area.x1, mapping->area.y1);
      if (objects != NULL && field->type == ANC_FORM_FIELD_CHOICE && field->value == NULL)
        field->value = anc_pdf_objects_dup_choice (objects, number, mapping->area.x1, mapping->area.y1);
      field->page = number;
      field->rect = place (&mapping->area, rotation, width, height);
      field->read_only = poppler_form_field_is_read_only (mapping->field);
      g_ptr_array_add (fields, g_steal_pointer (&field));
    }
  poppler_page_free_form_field_mapping (mappings);

  g_ptr_array_sort (fields, compare_places);
  return fields;
}
