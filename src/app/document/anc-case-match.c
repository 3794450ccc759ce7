/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-match.h"

#include "anc-fold.h"

#include <jansson.h>
#include <string.h>

/* Titles and parts of words are no names. */
#define MIN_NAME 3

/* ---- Clues --------------------------------------------------------------------------------- */

static void
add_once (GPtrArray *texts,
          json_t *object,
          const char *key)
{
  const char *text = json_string_value (json_object_get (object, key));

  if (text != NULL && *text != '\0' && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, g_strdup (text));
}

static void
add_clues (AncCaseClues *self,
           json_t *object)
{
  add_once (self->people, object, "employee");
  add_once (self->employers, object, "employer");
  add_once (self->sirets, object, "siret");
}

/**
 * anc_case_clues_new:
 * @reading: (nullable): what the reader found in a document, as JSON
 *
 * Returns: (transfer full): what of it tells whose document it is; nothing of what is no reading
 */
AncCaseClues *
anc_case_clues_new (const char *reading)
{
  AncCaseClues *self = g_new0 (AncCaseClues, 1);
  json_t *root = reading != NULL ? json_loads (reading, JSON_REJECT_DUPLICATES, NULL) : NULL;
  json_t *slip;
  size_t i;

  self->people = g_ptr_array_new_with_free_func (g_free);
  self->employers = g_ptr_array_new_with_free_func (g_free);
  self->sirets = g_ptr_array_new_with_free_func (g_free);
  json_array_foreach (json_object_get (root, "slips"), i, slip)
    add_clues (self, slip);
  add_clues (self, json_object_get (root, "statement"));
  json_decref (root);

  return self;
}

void
anc_case_clues_free (AncCaseClues *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->employers);
  g_ptr_array_unref (self->sirets);
  g_free (self);
}

/* ---- Names --------------------------------------------------------------------------------- */

/**
 * anc_case_match_split_name:
 * @name: (nullable): names as somebody wrote them
 *
 * Returns: (transfer full): each of them, folded; titles, which are short, left out
 */
char **
anc_case_match_split_name (const char *name)
{
  g_autofree char *folded = anc_fold (name != NULL ? name : "", -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GStrvBuilder *builder = g_strv_builder_new ();
  char **names;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= MIN_NAME)
      g_strv_builder_add (builder, words[i]);
  names = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return names;
}

/* How many of the names are among those read. */
static guint
count_shared (char **names,
              char **read)
{
  guint n_shared = 0;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) read, names[i]))
      n_shared++;

  return n_shared;
}

/**
 * anc_case_match_name:
 * @read: a name as a document has it, in any order, with or without a title
 * @family_name: (nullable): that of a person
 * @given_names: (nullable): all of the person's
 *
 * Returns: how far it is the same person
 */
AncNameMatch
anc_case_match_name (const char *read,
                     const char *family_name,
                     const char *given_names)
{
  g_auto (GStrv) words = anc_case_match_split_name (read);
  g_auto (GStrv) family = anc_case_match_split_name (family_name);
  g_auto (GStrv) given = anc_case_match_split_name (given_names);
  const guint n_family = count_shared (family, words);
  const guint n_given = count_shared (given, words);

  if (n_family > 0 && n_family == g_strv_length (family) && n_given > 0)
    return ANC_NAME_MATCH_WHOLE;

  return n_family > 0 || n_given > 0 ? ANC_NAME_MATCH_PART : ANC_NAME_MATCH_NONE;
}

/**
 * anc_case_match_get_score:
 * @name: how far the document names the person of a case
 * @has_siret: whether the case has an employer with the number read
 * @has_employer: whether it has one with the name read
 *
 * Returns: how likely the document is that person's: the higher the likelier, 0 for no sign of it. A whole name
 *   outweighs all else; the number of an employer more than its name; a shared given name alone counts least.
 */
guint
anc_case_match_get_score (AncNameMatch name,
                          gboolean has_siret,
                          gboolean has_employer)
{
  guint score = has_siret ? 3 : has_employer ? 2
                                             : 0;

  if (name == ANC_NAME_MATCH_WHOLE)
    return score + 8;

  return score + (name == ANC_NAME_MATCH_PART ? 1 : 0);
}
