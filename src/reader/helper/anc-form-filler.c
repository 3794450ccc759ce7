/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-form-filler.h"

#include <string.h>

/* Poppler's own type under a name of ours: only later versions of Poppler define this for theirs. */
typedef PopplerFormField AncPopplerFormField;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPopplerFormField, g_object_unref)

/* Why a field keeps its value. These words travel in answers: see AncReaderRefusal. */
#define REFUSED_UNKNOWN "unknown"     /* there is no such field */
#define REFUSED_READ_ONLY "read-only" /* the form forbids to change it */
#define REFUSED_TOO_LONG "too-long"   /* it takes fewer characters */
#define REFUSED_CHOICE "choice"       /* it is none of what may be chosen */
#define REFUSED_TYPE "type"           /* it is filled by signing */

static const char *
set_text (PopplerFormField *field,
          const char *value)
{
  int max_length = poppler_form_field_text_get_max_len (field);

  if (max_length > 0 && g_utf8_strlen (value, -1) > max_length)
    return REFUSED_TOO_LONG;

  poppler_form_field_text_set_text (field, value);

  return NULL;
}

static const char *
set_choice (PopplerFormField *field,
            const char *value)
{
  for (int i = 0; i < poppler_form_field_choice_get_n_items (field); i++)
    {
      g_autofree char *item = poppler_form_field_choice_get_item (field, i);

      if (g_strcmp0 (item, value) == 0)
        {
          poppler_form_field_choice_unselect_all (field);
          poppler_form_field_choice_select_item (field, i);
          return NULL;
        }
    }

  if (*value == '\0')
    {
      poppler_form_field_choice_unselect_all (field);
      return NULL;
    }
  if (!poppler_form_field_choice_is_editable (field))
    return REFUSED_CHOICE;

  poppler_form_field_choice_set_text (field, value);

  return NULL;
}

static const char *
set_check (PopplerFormField *field,
           const AncFormField *described,
           const char *value)
{
  gboolean press = strcmp (value, "true") == 0
                   || (described->state != NULL && strcmp (value, described->state) == 0);

  if (!press && strcmp (value, "false") != 0)
    return REFUSED_CHOICE;

  poppler_form_field_button_set_state (field, press);

  return NULL;
}

static const char *
set_one (PopplerFormField *field,
         const AncFormField *described,
         const char *value)
{
  switch (described->type)
    {
    case ANC_FORM_FIELD_TEXT:
      return set_text (field, value);
    case ANC_FORM_FIELD_CHECK:
      return set_check (field, described, value);
    case ANC_FORM_FIELD_CHOICE:
      return set_choice (field, value);
    case ANC_FORM_FIELD_RADIO:
    case ANC_FORM_FIELD_SIGNATURE:
    default:
      return REFUSED_TYPE;
    }
}

/* The button of a group that a value presses: by the name of its state, else by its number from 1. */
static const AncFormField *
find_button (GPtrArray *fields,
             const char *name,
             const char *value)
{
  guint64 wanted = g_ascii_strtoull (value, NULL, 10);
  const AncFormField *numbered = NULL;
  guint64 number = 0;

  for (guint i = 0; i < fields->len; i++)
    {
      const AncFormField *field = g_ptr_array_index (fields, i);

      if (field->type != ANC_FORM_FIELD_RADIO || strcmp (field->name, name) != 0)
        continue;
      if (g_strcmp0 (field->state, value) == 0)
        return field;
      if (++number == wanted)
        numbered = field;
    }

  return numbered;
}

static const char *
set_field (PopplerDocument *document,
           const AncFormField *described,
           GPtrArray *fields,
           const char *value)
{
  g_autoptr (AncPopplerFormField) field = NULL;
  const AncFormField *button = described;

  if (described->type == ANC_FORM_FIELD_RADIO)
    button = find_button (fields, described->name, value);
  if (button == NULL)
    return REFUSED_CHOICE;
  if (button->read_only)
    return REFUSED_READ_ONLY;
  field = poppler_document_get_form_field (document, button->id);
  if (field == NULL)
    return REFUSED_UNKNOWN;

  if (button->type != ANC_FORM_FIELD_RADIO)
    return set_one (field, button, value);

  poppler_form_field_button_set_state (field, TRUE);

  return NULL;
}

/**
 * anc_form_filler_set:
 * @document: a form
 * @fields: (element-type AncFormField): its fields
 * @name: the field to fill
 * @value: a text; one of what may be chosen; `true` or `false` for a check button; for a radio
 *   group the state of the button to press, or its number from 1
 *
 * Fields that share the name all get the value.
 *
 * Returns: (nullable): why the field keeps its value; %NULL when it has the new one
 */
const char *
anc_form_filler_set (PopplerDocument *document,
                     GPtrArray *fields,
                     const char *name,
                     const char *value)
{
  const char *reason = REFUSED_UNKNOWN;

  for (guint i = 0; i < fields->len; i++)
    {
      const AncFormField *field = g_ptr_array_index (fields, i);

      if (strcmp (field->name, name) != 0)
        continue;
      reason = set_field (document, field, fields, value);
      if (reason != NULL || field->type == ANC_FORM_FIELD_RADIO)
        return reason;
    }

  return reason;
}

/**
 * anc_form_filler_list_choices:
 * @document: a form
 * @field: one of its fields
 *
 * Returns: (transfer full) (array zero-terminated=1): what may be chosen; for a button, the state
 *   that pressing it gives, where the form names it
 */
char **
anc_form_filler_list_choices (PopplerDocument *document,
                              const AncFormField *field)
{
  g_autoptr (AncPopplerFormField) found = NULL;
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);

  if (field->state != NULL)
    g_ptr_array_add (choices, g_strdup (field->state));
  if (field->type == ANC_FORM_FIELD_CHOICE)
    found = poppler_document_get_form_field (document, field->id);
  for (int i = 0; found != NULL && i < poppler_form_field_choice_get_n_items (found); i++)
    {
      g_autofree char *item = poppler_form_field_choice_get_item (found, i);

      g_ptr_array_add (choices, g_utf8_make_valid (item != NULL ? item : "", -1));
    }
  g_ptr_array_add (choices, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&choices), FALSE);
}

/**
 * anc_form_filler_get_max_length:
 * @document: a form
 * @field: one of its fields
 *
 * Returns: how many characters the field takes; -1 if the form does not say
 */
int
anc_form_filler_get_max_length (PopplerDocument *document,
                                const AncFormField *field)
{
  g_autoptr (AncPopplerFormField) found = NULL;
  int max_length = -1;

  if (field->type == ANC_FORM_FIELD_TEXT)
    found = poppler_document_get_form_field (document, field->id);
  if (found != NULL)
    max_length = poppler_form_field_text_get_max_len (found);

  return max_length > 0 ? max_length : -1;
}
