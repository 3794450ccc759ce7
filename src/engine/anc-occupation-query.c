/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-occupation-query.h"

/**
 * anc_occupation_parse:
 * @text: a code in any system
 * @occupation: (out): the occupation of that code
 *
 * Returns: whether @text is written as a code
 */
gboolean
anc_occupation_parse (const char *text,
                      AncOccupation *occupation)
{
  *occupation = (AncOccupation){ 0 };
  for (guint system = 0; system < ANC_N_CODE_SYSTEMS; system++)
    {
      occupation->codes[system] = anc_code_parse (system, text);
      if (occupation->codes[system] != ANC_CODE_NONE)
        return TRUE;
    }

  return FALSE;
}

/**
 * anc_occupation_query_concerns_family:
 *
 * Returns: whether @family is the one asked about, or holds the code asked about
 */
gboolean
anc_occupation_query_concerns_family (const AncOccupationQuery *self,
                                      const AncFamily *family)
{
  return family->fap == self->occupation.codes[ANC_CODE_SYSTEM_FAP]
         || (family->rome != ANC_CODE_NONE && family->rome == self->occupation.codes[ANC_CODE_SYSTEM_ROME]);
}

/* Whether @row speaks of the code asked about, or of a family of it. */
static gboolean
is_about (const AncOccupationQuery *self,
          const AncOccupations *occupations,
          const AncListRow *row)
{
  const AncCode rome = self->occupation.codes[ANC_CODE_SYSTEM_ROME];
  guint n_families = 0;
  const AncFamily *families = rome != ANC_CODE_NONE ? anc_occupations_get_families_of (occupations, rome, &n_families) : NULL;

  for (guint i = 0; i < ANC_N_CODE_SYSTEMS; i++)
    if (self->occupation.codes[i] != ANC_CODE_NONE && row->code == self->occupation.codes[i])
      return TRUE;
  for (guint i = 0; i < n_families; i++)
    if (row->code == families[i].fap)
      return TRUE;

  return FALSE;
}

/**
 * anc_occupation_query_concerns_row:
 * @occupations: the lists
 * @row: a row of one of them
 *
 * Returns: whether @row says something of what is asked, on that day and in that region
 */
gboolean
anc_occupation_query_concerns_row (const AncOccupationQuery *self,
                                   const AncOccupations *occupations,
                                   const AncListRow *row)
{
  return row->from <= self->on && (row->until == ANC_DATE_NONE || self->on <= row->until)
         && (self->region == ANC_REGION_NONE || row->region == ANC_REGION_ANY || row->region == self->region)
         && is_about (self, occupations, row);
}

/* A list for some nationalities answers for them: the first row that names one says which. */
static AncNationality
find_nationality (const AncOccupationList *list)
{
  for (guint i = 0; i < list->rows->len; i++)
    {
      const AncListRow *row = &g_array_index (list->rows, AncListRow, i);

      if (row->nationality != ANC_NATIONALITY_NONE)
        return row->nationality;
    }

  return ANC_NATIONALITY_NONE;
}

/**
 * anc_occupation_query_answer:
 * @occupations: the lists
 * @list: one of them
 *
 * Returns: what @list answers, to one of those whom it concerns
 */
AncListing
anc_occupation_query_answer (const AncOccupationQuery *self,
                             const AncOccupations *occupations,
                             const AncOccupationList *list)
{
  return anc_occupations_check (occupations, list, &self->occupation, self->region, find_nationality (list), self->on);
}
