/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-form-mapping.h"

#include "anc-fold.h"
#include "anc-reading-resources.h"
#include "anc-siret.h"
#include "anc-statement-values.h"

#include <jansson.h>
#include <string.h>

#define RESOURCE_FOLDER "/io/github/ancrage/Ancrage/reading/forms"
#define GENERIC "generic.json"

/* How far to the left of a field, or above it, its label may stand, in points. */
#define LABEL_REACH_X 260.0
#define LABEL_REACH_Y 14.0

/* How sure the fields of a form are: a person wrote them there. */
#define CONFIDENCE_KNOWN 0.98
#define CONFIDENCE_GENERIC 0.93

typedef struct
{
  const GPtrArray *fields; /* of AncFormField */
  GPtrArray *captions;     /* for each, its name and the label beside it, folded, with spaces at both ends */
  AncStatement *statement;
} Mapper;

/* The text of a field that somebody filled in; for a button, the state of the one that is pressed. */
static const char *
get_text (const AncFormField *field)
{
  if (field->type == ANC_FORM_FIELD_RADIO || field->type == ANC_FORM_FIELD_CHECK)
    return g_strcmp0 (field->value, "true") == 0 ? field->state != NULL ? field->state : "1" : NULL;

  return field->value != NULL && *field->value != '\0' ? field->value : NULL;
}

static const AncFormField *
find_named (const Mapper *mapper,
            const char *name)
{
  const AncFormField *found = NULL;

  for (guint i = 0; i < mapper->fields->len; i++)
    {
      const AncFormField *field = mapper->fields->pdata[i];

      /* The buttons of a group share their name: the pressed one is meant. */
      if (strcmp (field->name, name) == 0 && (found == NULL || get_text (found) == NULL))
        found = field;
    }

  return found;
}

/* The first of some phrases that the caption of a filled field holds. */
static const AncFormField *
find_by_words (const Mapper *mapper,
               json_t *phrases,
               const AncFormField *except)
{
  size_t index;
  json_t *phrase;

  json_array_foreach (phrases, index, phrase)
    {
      g_autofree char *padded = g_strdup_printf (" %s ", json_string_value (phrase));

      for (guint i = 0; i < mapper->fields->len; i++)
        {
          const AncFormField *field = mapper->fields->pdata[i];

          if (field != except && get_text (field) != NULL && strstr (mapper->captions->pdata[i], padded) != NULL)
            return field;
        }
    }

  return NULL;
}

static gboolean
conditions_hold (const Mapper *mapper,
                 json_t *conditions)
{
  const char *name;
  json_t *wanted;

  json_object_foreach (conditions, name, wanted)
    {
      const AncFormField *field = find_named (mapper, name);

      if (field == NULL || g_strcmp0 (get_text (field), json_string_value (wanted)) != 0)
        return FALSE;
    }

  return TRUE;
}

/* What the state of a button, or a word that was chosen, means. */
static const char *
translate (json_t *states,
           const char *text)
{
  g_autofree char *folded = anc_fold (text, -1);
  const char *state;
  json_t *meaning;

  json_object_foreach (states, state, meaning)
    if (strcmp (folded, state) == 0 || (strlen (state) > 1 && strstr (folded, state) != NULL))
      return json_string_value (meaning);

  return NULL;
}

static void
set_value (Mapper *mapper,
           AncStatementField target,
           const char *text,
           const AncFormField *first,
           const AncFormField *last,
           double confidence)
{
  g_autofree char *value = anc_statement_normalize (target, text);
  AncPlace place = { .page = first->page, .rect = anc_rect_union (first->rect, last->rect), .confidence = confidence };

  if (value == NULL)
    return;

  place.text = (char *) text;
  if (target == ANC_STATEMENT_SIRET)
    {
      mapper->statement->siret_valid = anc_siret_check (value);
      place.confidence = mapper->statement->siret_valid ? confidence : 0.3;
    }
  anc_statement_set (mapper->statement, target, value, &place);
}

/* Fields that a rule names, joined: a first name and a last name, hours and hundredths. */
static gboolean
apply_named (Mapper *mapper,
             AncStatementField target,
             json_t *rule)
{
  const char *joint = json_string_value (json_object_get (rule, "join"));
  g_autoptr (GString) text = g_string_new (NULL);
  const AncFormField *first = NULL, *last = NULL;
  json_t *states = json_object_get (rule, "states");
  size_t index;
  json_t *name;

  json_array_foreach (json_object_get (rule, "fields"), index, name)
    {
      const AncFormField *field = find_named (mapper, json_string_value (name));

      if (field == NULL || get_text (field) == NULL)
        {
          /* Hundredths may be left out, a last name not. */
          if (joint != NULL && first != NULL)
            continue;
          return FALSE;
        }
      if (first == NULL)
        first = field;
      else
        g_string_append (text, joint != NULL ? joint : " ");
      last = field;
      g_string_append (text, get_text (field));
    }
  if (first == NULL)
    return FALSE;
  if (states != NULL && translate (states, text->str) == NULL)
    return FALSE;

  set_value (mapper, target, states != NULL ? translate (states, text->str) : text->str, first, last, CONFIDENCE_KNOWN);
  return TRUE;
}

static gboolean
apply_words (Mapper *mapper,
             AncStatementField target,
             json_t *rule)
{
  const AncFormField *field = find_by_words (mapper, json_object_get (rule, "words"), NULL);
  const AncFormField *other = NULL;
  json_t *and = json_object_get (rule, "and"), *states = json_object_get (rule, "states");
  g_autofree char *text = NULL;

  if (field == NULL)
    return FALSE;
  text = g_strdup (get_text (field));
  if (and != NULL)
    {
      other = find_by_words (mapper, and, field);
      if (other == NULL)
        return FALSE;
      g_free (text);
      text = g_strdup_printf ("%s %s", get_text (field), get_text (other));
    }
  if (states != NULL)
    {
      const char *meaning = translate (states, text);

      if (meaning == NULL)
        return FALSE;
      g_free (text);
      text = g_strdup (meaning);
    }

  set_value (mapper, target, text, field, other != NULL ? other : field, CONFIDENCE_GENERIC);
  return TRUE;
}

static void
apply (Mapper *mapper,
       json_t *mapping)
{
  json_t *targets = json_object_get (mapping, "statement");

  for (AncStatementField target = 0; target < ANC_N_STATEMENT_FIELDS; target++)
    {
      json_t *rules = json_object_get (targets, anc_statement_field_get_name (target));
      size_t index;
      json_t *rule;

      json_array_foreach (rules, index, rule)
        {
          if (!conditions_hold (mapper, json_object_get (rule, "when")))
            continue;
          if (json_object_get (rule, "fields") != NULL ? apply_named (mapper, target, rule)
                                                       : apply_words (mapper, target, rule))
            break;
        }
    }
}

/* Whether a form has every field that a mapping knows it by. */
static gboolean
recognizes (const Mapper *mapper,
            json_t *mapping)
{
  json_t *names = json_object_get (mapping, "recognise");
  size_t index;
  json_t *name;

  json_array_foreach (names, index, name)
    if (find_named (mapper, json_string_value (name)) == NULL)
      return FALSE;

  return json_array_size (names) > 0;
}

static json_t *
load (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, "/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (anc_reading_get_resource (), path, 0, NULL);
  json_t *mapping = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), JSON_REJECT_DUPLICATES, NULL);

  g_assert (mapping != NULL); /* the tests see to it that what ships can be read */
  return mapping;
}

/* `poste_heures`, `txtDateDebut` as words. */
static char *
split_name (const char *name)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    {
      if (g_ascii_isupper (*p) && p > name && g_ascii_islower (p[-1]))
        g_string_append_c (words, ' ');
      g_string_append_c (words, *p);
    }

  return anc_fold (words->str, -1);
}

/* The words on the page that stand before a field on its line, or above it. */
static char *
find_label (const GPtrArray *layouts,
            const AncFormField *field)
{
  g_autoptr (GString) beside = g_string_new (NULL);
  g_autoptr (GString) above = g_string_new (NULL);

  for (guint i = 0; i < layouts->len; i++)
    {
      const AncLayout *layout = layouts->pdata[i];

      for (guint t = 0; layout->page == field->page && t < layout->tokens->len; t++)
        {
          const AncToken *token = anc_layout_get_token (layout, t);
          double middle = anc_rect_center_y (token->rect);

          if (middle > field->rect.y0 && middle < field->rect.y1 && token->rect.x1 <= field->rect.x0 + 2
              && field->rect.x0 - token->rect.x1 < LABEL_REACH_X)
            g_string_append_printf (beside, "%s ", token->folded);
          else if (token->rect.y1 <= field->rect.y0 + 2 && field->rect.y0 - token->rect.y1 < LABEL_REACH_Y
                   && anc_rect_overlap_x (token->rect, field->rect) > 0.5)
            g_string_append_printf (above, "%s ", token->folded);
        }
    }

  return g_strdup (beside->len > 0 ? beside->str : above->str);
}

/**
 * anc_form_mapping_read:
 * @fields: (element-type AncFormField): the fields of a form
 * @layouts: (element-type AncLayout): the pages it stands on
 * @statement: takes what was filled in
 *
 * Reads what somebody filled in: by the mapping of the form where there is one in `data/forms`, and
 * otherwise by the names of the fields and the labels beside them.
 */
void
anc_form_mapping_read (const GPtrArray *fields,
                       const GPtrArray *layouts,
                       AncStatement *statement)
{
  g_auto (GStrv) names = g_resource_enumerate_children (anc_reading_get_resource (), RESOURCE_FOLDER, 0, NULL);
  Mapper mapper = { .fields = fields, .statement = statement };
  gboolean known = FALSE;

  if (fields->len == 0)
    return;

  mapper.captions = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < fields->len; i++)
    {
      const AncFormField *field = fields->pdata[i];
      g_autofree char *name = split_name (field->name);
      g_autofree char *label = find_label (layouts, field);

      g_ptr_array_add (mapper.captions, g_strdup_printf (" %s %s ", label, name));
    }

  for (char **name = names; *name != NULL && !known; name++)
    {
      json_t *mapping = strcmp (*name, GENERIC) != 0 ? load (*name) : NULL;

      known = mapping != NULL && recognizes (&mapper, mapping);
      if (known)
        apply (&mapper, mapping);
      json_decref (mapping);
    }
  if (!known)
    {
      json_t *mapping = load (GENERIC);

      apply (&mapper, mapping);
      json_decref (mapping);
    }
  g_ptr_array_unref (mapper.captions);
}
