/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncCaseClues:
 * @people: (element-type utf8): the people it names, as it writes them
 * @employers: (element-type utf8): the employers it names
 * @sirets: (element-type utf8): their numbers
 *
 * What of a document tells whose it is.
 */
typedef struct
{
  GPtrArray *people;
  GPtrArray *employers;
  GPtrArray *sirets;
} AncCaseClues;

AncCaseClues *anc_case_clues_new (const char *reading) G_GNUC_WARN_UNUSED_RESULT;
void anc_case_clues_free (AncCaseClues *self);

/**
 * AncNameMatch:
 * @ANC_NAME_MATCH_NONE: another person
 * @ANC_NAME_MATCH_PART: a name of the person's is among those read
 * @ANC_NAME_MATCH_WHOLE: the family name and a given name are
 *
 * How far a name that was read is that of a person.
 */
typedef enum
{
  ANC_NAME_MATCH_NONE,
  ANC_NAME_MATCH_PART,
  ANC_NAME_MATCH_WHOLE,
} AncNameMatch;

char **anc_case_match_split_name (const char *name);
AncNameMatch anc_case_match_name (const char *read,
                                  const char *family_name,
                                  const char *given_names);
guint anc_case_match_get_score (AncNameMatch name,
                                gboolean has_siret,
                                gboolean has_employer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncCaseClues, anc_case_clues_free)
