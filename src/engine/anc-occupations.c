/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-occupations-private.h"

#include <string.h>

#define CODE_LENGTH 5
#define SYSTEM_SHIFT (CODE_LENGTH * 8)

const char *const anc_code_system_names[] = { "fap", "rome", "rome_old", NULL };
const char *const anc_row_status_names[] = { "not_listed", "probable", "listed", NULL };

/* ---- Codes --------------------------------------------------------------------------------- */

static gboolean
matches (const char *text,
         const char *pattern)
{
  for (; *pattern != '\0'; pattern++, text++)
    if (*pattern == 'A' ? !g_ascii_isupper (*text) : !g_ascii_isdigit (*text))
      return FALSE;

  return *text == '\0';
}

/**
 * anc_code_parse:
 * @system: a code system
 * @text: a code as that system writes it
 *
 * Returns: the code, or %ANC_CODE_NONE where the form is wrong
 */
AncCode
anc_code_parse (AncCodeSystem system,
                const char *text)
{
  static const char *const patterns[] = { "A0A00", "A0000", "00000" };
  AncCode code = (AncCode) system + 1;

  g_return_val_if_fail (text != NULL, ANC_CODE_NONE);

  if (!matches (text, patterns[system]))
    return ANC_CODE_NONE;

  for (guint i = 0; i < CODE_LENGTH; i++)
    code = code << 8 | (guchar) text[i];

  return code;
}

AncCodeSystem
anc_code_get_system (AncCode code)
{
  g_return_val_if_fail (code != ANC_CODE_NONE, ANC_CODE_SYSTEM_FAP);

  return (AncCodeSystem) ((code >> SYSTEM_SHIFT) - 1);
}

/**
 * anc_code_format:
 *
 * Returns: (transfer none): @buffer, which holds the code as its system writes it
 */
const char *
anc_code_format (AncCode code,
                 char buffer[ANC_CODE_BUFFER_SIZE])
{
  for (guint i = 0; i < CODE_LENGTH; i++)
    buffer[i] = (char) (code >> (8 * (CODE_LENGTH - 1 - i)));
  buffer[CODE_LENGTH] = '\0';

  return buffer;
}

/* ---- Building ------------------------------------------------------------------------------ */

static void
clear_period (gpointer data)
{
  AncListPeriod *period = data;

  g_array_unref (period->complete);
}

static void
free_list (gpointer data)
{
  AncOccupationList *list = data;

  g_array_unref (list->periods);
  g_array_unref (list->rows);
  g_array_unref (list->changes);
  g_free (list);
}

/**
 * anc_occupations_new:
 *
 * Returns: (transfer full): no lists and no families yet
 */
AncOccupations *
anc_occupations_new (void)
{
  AncOccupations *self = g_new0 (AncOccupations, 1);

  self->lists = g_ptr_array_new_with_free_func (free_list);
  self->families = g_array_new (FALSE, FALSE, sizeof (AncFamily));
  self->strings = g_string_chunk_new (4096);

  return self;
}

void
anc_occupations_free (AncOccupations *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lists);
  g_array_unref (self->families);
  g_string_chunk_free (self->strings);
  g_free (self);
}

AncOccupationList *
anc_occupations_get_mutable_list (AncOccupations *self,
                                  const char *id)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      AncOccupationList *list = g_ptr_array_index (self->lists, i);

      if (strcmp (list->id, id) == 0)
        return list;
    }

  return NULL;
}

AncOccupationList *
anc_occupations_add_list (AncOccupations *self,
                          const char *id)
{
  AncOccupationList *list = g_new0 (AncOccupationList, 1);

  list->id = g_string_chunk_insert (self->strings, id);
  list->periods = g_array_new (FALSE, FALSE, sizeof (AncListPeriod));
  g_array_set_clear_func (list->periods, clear_period);
  list->rows = g_array_new (FALSE, FALSE, sizeof (AncListRow));
  list->changes = g_array_new (FALSE, FALSE, sizeof (AncDate));
  g_ptr_array_add (self->lists, list);

  return list;
}

static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  return ((const AncListPeriod *) a)->from - ((const AncListPeriod *) b)->from;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const AncListRow *one = a;
  const AncListRow *other = b;

  if (one->code != other->code)
    return one->code < other->code ? -1 : 1;
  if (one->region != other->region)
    return one->region < other->region ? -1 : 1;
  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;

  return (int) other->status - (int) one->status;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  return *(const AncDate *) a - *(const AncDate *) b;
}

static int
compare_families (gconstpointer a,
                  gconstpointer b)
{
  const AncFamily *one = a;
  const AncFamily *other = b;

  if (one->rome != other->rome)
    return one->rome < other->rome ? -1 : 1;

  return one->fap < other->fap ? -1 : one->fap > other->fap;
}

/* Whether a later folder holds every row of this region and period, so that the row says nothing more. */
static gboolean
is_superseded (const AncOccupationList *list,
               const AncListRow *row)
{
  const AncListPeriod *period = anc_occupation_list_find_period (list, row->from);

  for (guint i = 0; period != NULL && i < period->complete->len; i++)
    {
      const AncComplete *complete = &g_array_index (period->complete, AncComplete, i);

      if (complete->layer > row->layer
          && (complete->region == ANC_REGION_ANY || complete->region == row->region))
        return TRUE;
    }

  return FALSE;
}

static void
add_change (AncOccupationList *list,
            AncDate from,
            AncDate until)
{
  AncDate after = until + 1;

  g_array_append_val (list->changes, from);
  if (until != ANC_DATE_NONE)
    g_array_append_val (list->changes, after);
}

static void
seal_list (AncOccupationList *list)
{
  guint n_kept = 0;

  g_array_sort (list->periods, compare_periods);

  for (guint i = 0; i < list->rows->len; i++)
    {
      AncListRow *row = &g_array_index (list->rows, AncListRow, i);

      if (!is_superseded (list, row))
        g_array_index (list->rows, AncListRow, n_kept++) = *row;
    }
  g_array_set_size (list->rows, n_kept);
  g_array_sort (list->rows, compare_rows);

  for (guint i = 0; i < list->periods->len; i++)
    {
      const AncListPeriod *period = &g_array_index (list->periods, AncListPeriod, i);

      add_change (list, period->from, period->until);
    }
  for (guint i = 0; i < list->rows->len; i++)
    {
      const AncListRow *row = &g_array_index (list->rows, AncListRow, i);

      add_change (list, row->from, row->until);
      if (row->code != ANC_CODE_NONE)
        list->systems |= 1u << anc_code_get_system (row->code);
    }

  g_array_sort (list->changes, compare_dates);
  n_kept = 0;
  for (guint i = 0; i < list->changes->len; i++)
    {
      AncDate date = g_array_index (list->changes, AncDate, i);

      if (n_kept == 0 || g_array_index (list->changes, AncDate, n_kept - 1) != date)
        g_array_index (list->changes, AncDate, n_kept++) = date;
    }
  g_array_set_size (list->changes, n_kept);
}

/**
 * anc_occupations_seal:
 *
 * Sorts what was read and drops the rows that a later, complete list replaces. From here on the
 * lists do not change and may be read from several threads.
 */
void
anc_occupations_seal (AncOccupations *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    seal_list (g_ptr_array_index (self->lists, i));
  g_array_sort (self->families, compare_families);
}

/* ---- Reading ------------------------------------------------------------------------------- */

guint
anc_occupations_get_n_lists (const AncOccupations *self)
{
  return self->lists->len;
}

const AncOccupationList *
anc_occupations_get_list (const AncOccupations *self,
                          guint index)
{
  g_return_val_if_fail (index < self->lists->len, NULL);

  return g_ptr_array_index (self->lists, index);
}

const AncOccupationList *
anc_occupations_find_list (const AncOccupations *self,
                           const char *id)
{
  return anc_occupations_get_mutable_list ((AncOccupations *) self, id);
}

/**
 * anc_occupation_list_find_period:
 *
 * Returns: (nullable): the period of the list that holds @date; outside its periods a list is empty
 */
const AncListPeriod *
anc_occupation_list_find_period (const AncOccupationList *list,
                                 AncDate date)
{
  for (guint i = 0; i < list->periods->len; i++)
    {
      const AncListPeriod *period = &g_array_index (list->periods, AncListPeriod, i);

      if (period->from <= date && (period->until == ANC_DATE_NONE || date <= period->until))
        return period;
    }

  return NULL;
}

gboolean
anc_list_period_is_complete (const AncListPeriod *period,
                             AncRegion region)
{
  for (guint i = 0; i < period->complete->len; i++)
    {
      AncRegion complete = g_array_index (period->complete, AncComplete, i).region;

      if (complete == ANC_REGION_ANY || (complete == region && region != ANC_REGION_NONE))
        return TRUE;
    }

  return FALSE;
}

/**
 * anc_occupations_get_families:
 * @n_families: (out): how many lines there are
 *
 * Returns: (array length=n_families): the lines, by ROME code; families without one come first
 */
const AncFamily *
anc_occupations_get_families (const AncOccupations *self,
                              guint *n_families)
{
  *n_families = self->families->len;
  return (const AncFamily *) (void *) self->families->data;
}

/**
 * anc_occupations_get_families_of:
 * @rome: a ROME code
 * @n_families: (out): how many families contain it
 *
 * Returns: (array length=n_families): their lines
 */
const AncFamily *
anc_occupations_get_families_of (const AncOccupations *self,
                                 AncCode rome,
                                 guint *n_families)
{
  guint low = 0;
  guint high = self->families->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->families, AncFamily, middle).rome < rome)
        low = middle + 1;
      else
        high = middle;
    }

  *n_families = 0;
  while (low + *n_families < self->families->len
         && g_array_index (self->families, AncFamily, low + *n_families).rome == rome)
    (*n_families)++;

  return (const AncFamily *) (void *) self->families->data + low;
}

/* ---- Is an occupation on a list? ----------------------------------------------------------- */

typedef struct
{
  const AncOccupationList *list;
  AncRegion region;
  AncNationality nationality;
  AncDate date;
} Question;

/* What the rows of an occupation's codes say, all codes together. */
typedef struct
{
  gboolean found;           /* a row decides */
  AncRowStatus best;        /* of the rows that decide */
  gboolean elsewhere;       /* the code stands for some region, and the job's is not known */
  gboolean for_some_people; /* the code stands for some nationality, and the person's is not known */
} Reading;

static gboolean
is_in_force (const AncListRow *row,
             AncDate date)
{
  return row->from <= date && (row->until == ANC_DATE_NONE || date <= row->until);
}

static void
read_row (const Question *question,
          const AncListRow *row,
          Reading *reading)
{
  gboolean stands = row->status != ANC_ROW_NOT_LISTED;

  if (!is_in_force (row, question->date))
    return;

  if (row->region != ANC_REGION_ANY && row->region != question->region)
    {
      reading->elsewhere |= question->region == ANC_REGION_NONE && stands;
      return;
    }

  if (row->nationality != ANC_NATIONALITY_NONE && row->nationality != question->nationality)
    {
      reading->for_some_people |= question->nationality == ANC_NATIONALITY_NONE && stands;
      return;
    }

  if (!reading->found || row->status > reading->best)
    reading->best = row->status;
  reading->found = TRUE;
}

static void
read_code (const Question *question,
           AncCode code,
           Reading *reading)
{
  const AncListRow *rows = (const AncListRow *) (void *) question->list->rows->data;
  guint low = 0;
  guint high = question->list->rows->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (rows[middle].code < code)
        low = middle + 1;
      else
        high = middle;
    }

  for (; low < question->list->rows->len && rows[low].code == code; low++)
    read_row (question, &rows[low], reading);
}

/* Section 6 of the engine's contract, for an occupation taken by the codes it is given. */
static AncListing
check_codes (const Question *question,
             const AncListPeriod *period,
             const AncOccupation *occupation)
{
  Reading reading = { 0 };
  guint systems = 0;

  for (guint i = 0; i < ANC_N_CODE_SYSTEMS; i++)
    if (occupation->codes[i] != ANC_CODE_NONE)
      {
        systems |= 1u << i;
        read_code (question, occupation->codes[i], &reading);
      }

  if (reading.found && reading.best == ANC_ROW_LISTED)
    return ANC_LISTING_ON;
  if (reading.found && reading.best == ANC_ROW_PROBABLE)
    return ANC_LISTING_UNDECIDED;
  if (reading.for_some_people)
    return ANC_LISTING_UNDECIDED;
  if (reading.found)
    return ANC_LISTING_OFF;
  if (reading.elsewhere || (systems & question->list->systems) == 0)
    return ANC_LISTING_UNDECIDED;

  return anc_list_period_is_complete (period, question->region) ? ANC_LISTING_OFF
                                                                : ANC_LISTING_UNDECIDED;
}

static AncListing
check_families (const AncOccupations *self,
                const Question *question,
                const AncListPeriod *period,
                const AncOccupation *occupation)
{
  guint n_families;
  const AncFamily *families = anc_occupations_get_families_of (self, occupation->codes[ANC_CODE_SYSTEM_ROME], &n_families);
  guint counts[ANC_LISTING_ON + 1] = { 0 };

  if (n_families == 0)
    return check_codes (question, period, occupation);

  for (guint i = 0; i < n_families; i++)
    {
      AncOccupation tried = *occupation;

      tried.codes[ANC_CODE_SYSTEM_FAP] = families[i].fap;
      counts[check_codes (question, period, &tried)]++;
    }

  if (counts[ANC_LISTING_ON] == n_families)
    return ANC_LISTING_ON;
  if (counts[ANC_LISTING_OFF] == n_families)
    return ANC_LISTING_OFF;

  return ANC_LISTING_UNDECIDED;
}

/**
 * anc_occupations_check:
 * @self: the lists
 * @list: one of them
 * @occupation: an occupation
 * @region: the job's region, or %ANC_REGION_NONE
 * @nationality: the person's, or %ANC_NATIONALITY_NONE
 * @date: the day on which the list is read
 *
 * A list that is held incompletely never says no by its silence. One that has rows for some
 * nationalities does not say no either to a person whose nationality was not recorded. An occupation
 * with a ROME code and no family is tried as each family that contains that code.
 *
 * Returns: whether the occupation is on the list
 */
AncListing
anc_occupations_check (const AncOccupations *self,
                       const AncOccupationList *list,
                       const AncOccupation *occupation,
                       AncRegion region,
                       AncNationality nationality,
                       AncDate date)
{
  const Question question = { list, region, nationality, date };
  const AncListPeriod *period = anc_occupation_list_find_period (list, date);

  if (period == NULL)
    return ANC_LISTING_OFF;

  if (occupation->codes[ANC_CODE_SYSTEM_ROME] != ANC_CODE_NONE
      && occupation->codes[ANC_CODE_SYSTEM_FAP] == ANC_CODE_NONE
      && (list->systems & 1u << ANC_CODE_SYSTEM_FAP) != 0)
    return check_families (self, &question, period, occupation);

  return check_codes (&question, period, occupation);
}
