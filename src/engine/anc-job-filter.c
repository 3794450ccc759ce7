/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-job-filter.h"

#define EVERYTHING G_MAXUINT

void
anc_job_filter_init (AncJobFilter *self)
{
  self->contracts = EVERYTHING;
  self->employer_kinds = EVERYTHING;
  self->lists = NULL;
  self->n_lists = 0;
  self->changes = g_array_new (FALSE, FALSE, sizeof (AncDate));
}

void
anc_job_filter_clear (AncJobFilter *self)
{
  g_free (self->lists);
  g_clear_pointer (&self->changes, g_array_unref);
}

gboolean
anc_job_filter_equal (const AncJobFilter *self,
                      const AncJobFilter *other)
{
  if (self->contracts != other->contracts || self->employer_kinds != other->employer_kinds
      || self->n_lists != other->n_lists)
    return FALSE;

  for (guint i = 0; i < self->n_lists; i++)
    if (self->lists[i] != other->lists[i])
      return FALSE;

  return TRUE;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return *(const AncDate *) a - *(const AncDate *) b;
}

/**
 * anc_job_filter_add_list:
 * @self: a filter
 * @list: a sealed list; outlives the filter
 *
 * Lets only occupations of this list pass, and of those added before.
 */
void
anc_job_filter_add_list (AncJobFilter *self,
                         const AncOccupationList *list)
{
  self->lists = g_renew (const AncOccupationList *, self->lists, self->n_lists + 1);
  self->lists[self->n_lists++] = list;
  g_array_append_vals (self->changes, list->changes->data, list->changes->len);
  g_array_sort (self->changes, compare_dates);
}

/**
 * anc_job_filter_accepts:
 *
 * Returns: whether work of this kind passes, its occupation left aside
 */
gboolean
anc_job_filter_accepts (const AncJobFilter *self,
                        AncContract contract,
                        AncEmployerKind kind)
{
  return (self->contracts & 1u << contract) != 0 && (self->employer_kinds & 1u << kind) != 0;
}

/**
 * anc_job_filter_check_occupation:
 * @self: a filter
 * @occupations: the lists
 * @occupation: (nullable): the occupation, or %NULL where none was recorded
 * @region: where it is exercised
 * @nationality: the person's
 * @date: the day on which the lists are read
 *
 * Returns: whether the occupation passes: on one of the lists, undecided for one, or off all
 */
AncStanding
anc_job_filter_check_occupation (const AncJobFilter *self,
                                 const AncOccupations *occupations,
                                 const AncOccupation *occupation,
                                 AncRegion region,
                                 AncNationality nationality,
                                 AncDate date)
{
  AncListing best = ANC_LISTING_OFF;

  if (self->n_lists == 0)
    return ANC_STANDING_PASSES;
  if (occupation == NULL)
    return ANC_STANDING_UNDECIDED;

  for (guint i = 0; i < self->n_lists; i++)
    {
      AncListing listing = anc_occupations_check (occupations,
                                                  self->lists[i],
                                                  occupation,
                                                  region,
                                                  nationality,
                                                  date);

      best = MAX (best, listing);
    }

  return (AncStanding) best;
}

/**
 * anc_job_filter_count_changes:
 *
 * Returns: how many times the lists have changed up to @date; the same number, the same lists
 */
guint
anc_job_filter_count_changes (const AncJobFilter *self,
                              AncDate date)
{
  guint n = 0;

  while (n < self->changes->len && g_array_index (self->changes, AncDate, n) <= date)
    n++;

  return n;
}

/**
 * anc_job_filter_get_next_change:
 *
 * Returns: the first day after @date on which the lists may say something else, or %ANC_DATE_NONE
 */
AncDate
anc_job_filter_get_next_change (const AncJobFilter *self,
                                AncDate date)
{
  guint n = anc_job_filter_count_changes (self, date);

  return n < self->changes->len ? g_array_index (self->changes, AncDate, n) : ANC_DATE_NONE;
}
