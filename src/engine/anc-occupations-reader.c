/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-json.h"
#include "anc-occupations-private.h"
#include "anc-text-reader.h"

#include "anc-csv.h"

#include <string.h>

/* ---- lists.json ---------------------------------------------------------------------------- */

static void
read_complete (const AncJson *json,
               guint layer,
               const AncTerritory *territory,
               AncListPeriod *period)
{
  AncComplete complete = { ANC_REGION_ANY, layer };

  if (json_is_true (json->value))
    {
      g_array_append_val (period->complete, complete);
      return;
    }
  if (json_is_false (json->value))
    return;
  if (!json_is_array (json->value))
    {
      anc_json_complain (json, ANC_PROBLEM ("must be true, false or a list of region codes"), NULL);
      return;
    }

  for (gsize i = 0; i < anc_json_get_length (json); i++)
    {
      AncJson element = anc_json_element (json, i);
      const char *code = anc_json_read_string (&element);

      if (code == NULL)
        continue;
      complete.region = anc_territory_find_region (territory, code);
      if (complete.region == ANC_REGION_NONE)
        anc_json_complain (&element, ANC_PROBLEM ("“%s” is not a region"), code, NULL);
      else
        g_array_append_val (period->complete, complete);
    }
}

/* The period of the list that starts on the same day, which an earlier folder declared. */
static AncListPeriod *
find_same_period (AncOccupationList *list,
                  AncDate from)
{
  for (guint i = 0; i < list->periods->len; i++)
    {
      AncListPeriod *period = &g_array_index (list->periods, AncListPeriod, i);

      if (period->from == from)
        return period;
    }

  return NULL;
}

static void
read_period (AncOccupationList *list,
             const AncJson *json,
             guint layer,
             const AncTerritory *territory)
{
  static const char *const keys[] = { "from", "until?", "complete", NULL };
  AncListPeriod period = { .until = ANC_DATE_NONE };
  AncListPeriod *same;
  AncJson from, until, complete;

  if (!anc_json_check_object (json, keys))
    return;

  from = anc_json_member (json, "from");
  until = anc_json_member (json, "until");
  complete = anc_json_member (json, "complete");
  if (!anc_json_is_present (&from) || !anc_json_read_date (&from, &period.from))
    return;
  if (anc_json_is_present (&until) && !anc_json_read_date (&until, &period.until))
    return;
  if (period.until != ANC_DATE_NONE && period.until < period.from)
    {
      anc_json_complain (&until, ANC_PROBLEM ("the end is before the start"), NULL);
      return;
    }

  same = find_same_period (list, period.from);
  if (same == NULL)
    {
      period.complete = g_array_new (FALSE, FALSE, sizeof (AncComplete));
      g_array_append_val (list->periods, period);
      same = &g_array_index (list->periods, AncListPeriod, list->periods->len - 1);
    }
  else if (anc_json_is_present (&until))
    same->until = period.until;

  if (anc_json_is_present (&complete))
    read_complete (&complete, layer, territory, same);
}

static void
check_overlaps (AncOccupationList *list,
                const AncJson *json)
{
  for (guint i = 0; i < list->periods->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const AncListPeriod *one = &g_array_index (list->periods, AncListPeriod, i);
        const AncListPeriod *other = &g_array_index (list->periods, AncListPeriod, j);

        if ((one->until == ANC_DATE_NONE || other->from <= one->until)
            && (other->until == ANC_DATE_NONE || one->from <= other->until))
          anc_json_complain (json, ANC_PROBLEM ("two periods share a day"), NULL);
      }
}

static void
read_list (AncOccupations *self,
           const AncJson *json,
           guint layer,
           const AncTerritory *territory)
{
  static const char *const keys[] = { "title", "source", "periods", NULL };
  AncOccupationList *list;
  AncJson title, source, periods;

  if (!anc_json_check_object (json, keys))
    return;

  list = anc_occupations_get_mutable_list (self, json->key);
  if (list == NULL)
    list = anc_occupations_add_list (self, json->key);

  title = anc_json_member (json, "title");
  source = anc_json_member (json, "source");
  periods = anc_json_member (json, "periods");
  if (anc_json_is_present (&title))
    anc_text_read (&title, self->strings, &list->title);
  if (anc_json_is_present (&source))
    {
      const char *text = anc_json_read_string (&source);

      if (text != NULL)
        list->source = g_string_chunk_insert_const (self->strings, text);
    }
  if (!anc_json_is_present (&periods) || !anc_json_check_array (&periods))
    return;

  for (gsize i = 0; i < anc_json_get_length (&periods); i++)
    {
      AncJson period = anc_json_element (&periods, i);

      read_period (list, &period, layer, territory);
    }
  check_overlaps (list, &periods);
}

/**
 * anc_occupations_read_lists:
 * @self: the lists, not yet sealed
 * @json: (array length=length): the catalogue of lists: titles, sources, periods
 * @length: its bytes
 * @layer: which of the folders of data it is from
 * @territory: the regions
 * @problems: takes what is wrong
 *
 * A list that is already there gets the new title and source, and its periods are joined: one that
 * starts on the same day is completed, others are added.
 */
void
anc_occupations_read_lists (AncOccupations *self,
                            const char *json,
                            gsize length,
                            guint layer,
                            const AncTerritory *territory,
                            AncProblems *problems)
{
  const AncJsonSource source = { json, length, problems };
  json_t *value = anc_json_parse (json, length, problems);
  AncJson root = anc_json_root (&source, value);
  const char *key;
  json_t *list;

  if (value == NULL)
    return;

  if (!json_is_object (value))
    anc_json_complain (&root, ANC_PROBLEM ("must be an object"), NULL);
  json_object_foreach (value, key, list)
    {
      AncJson member = anc_json_member (&root, key);

      read_list (self, &member, layer, territory);
    }
  json_decref (value);
}

/* ---- Rows ---------------------------------------------------------------------------------- */

enum
{
  ROW_LIST,
  ROW_FROM,
  ROW_UNTIL,
  ROW_REGION,
  ROW_NATIONALITY,
  ROW_SYSTEM,
  ROW_CODE,
  ROW_LABEL,
  ROW_STATUS,
  ROW_SOURCE,
};

static const char *const row_columns[] = {
  "list",
  "valid_from",
  "valid_until",
  "region",
  "nationality",
  "code_system",
  "code",
  "label",
  "status",
  "source",
  NULL
};

static gboolean
find_word (const char *const *words,
           const char *word,
           guint *index)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_dates (AncCsv *rows,
            AncListRow *row)
{
  const char *from = anc_csv_get (rows, ROW_FROM);
  const char *until = anc_csv_get (rows, ROW_UNTIL);

  row->until = ANC_DATE_NONE;
  if (!anc_date_parse (from, &row->from))
    {
      anc_csv_complain (rows, ROW_FROM, ANC_PROBLEM ("%s is not a date"), from, NULL);
      return FALSE;
    }
  if (*until != '\0' && !anc_date_parse (until, &row->until))
    {
      anc_csv_complain (rows, ROW_UNTIL, ANC_PROBLEM ("%s is not a date"), until, NULL);
      return FALSE;
    }
  if (row->until != ANC_DATE_NONE && row->until < row->from)
    {
      anc_csv_complain (rows, ROW_UNTIL, ANC_PROBLEM ("the end is before the start"), NULL);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_whom (AncCsv *rows,
           const AncTerritory *territory,
           AncListRow *row)
{
  const char *region = anc_csv_get (rows, ROW_REGION);
  const char *nationality = anc_csv_get (rows, ROW_NATIONALITY);

  row->region = strcmp (region, "*") == 0 ? ANC_REGION_ANY
                                          : anc_territory_find_region (territory, region);
  if (row->region == ANC_REGION_NONE)
    {
      anc_csv_complain (rows, ROW_REGION, ANC_PROBLEM ("“%s” is not a region"), region, NULL);
      return FALSE;
    }

  row->nationality = *nationality == '\0' ? ANC_NATIONALITY_NONE
                                          : anc_nationality_parse (nationality);
  if (*nationality != '\0' && row->nationality == ANC_NATIONALITY_NONE)
    {
      anc_csv_complain (rows, ROW_NATIONALITY, ANC_PROBLEM ("“%s” is not a country code"), nationality, NULL);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_code (AncCsv *rows,
           AncListRow *row)
{
  const gboolean has_code = *anc_csv_get (rows, ROW_SYSTEM) != '\0' || *anc_csv_get (rows, ROW_CODE) != '\0';
  guint system = 0;
  guint status;

  if (has_code && !find_word (anc_code_system_names, anc_csv_get (rows, ROW_SYSTEM), &system))
    {
      anc_csv_complain (rows, ROW_SYSTEM, ANC_PROBLEM ("“%s” is not one of: %s"), anc_csv_get (rows, ROW_SYSTEM), "fap, rome, rome_old", NULL);
      return FALSE;
    }
  if (!find_word (anc_row_status_names, anc_csv_get (rows, ROW_STATUS), &status))
    {
      anc_csv_complain (rows, ROW_STATUS, ANC_PROBLEM ("“%s” is not one of: %s"), anc_csv_get (rows, ROW_STATUS), "listed, probable, not_listed", NULL);
      return FALSE;
    }

  row->status = status;
  row->code = has_code ? anc_code_parse (system, anc_csv_get (rows, ROW_CODE)) : ANC_CODE_NONE;
  if (has_code && row->code == ANC_CODE_NONE)
    {
      anc_csv_complain (rows, ROW_CODE, ANC_PROBLEM ("“%s” is not a code of that system"), anc_csv_get (rows, ROW_CODE), NULL);
      return FALSE;
    }

  return TRUE;
}

static void
read_row (AncOccupations *self,
          AncCsv *rows,
          guint layer,
          const AncTerritory *territory)
{
  AncOccupationList *list = anc_occupations_get_mutable_list (self, anc_csv_get (rows, ROW_LIST));
  AncListRow row = { .layer = layer };

  if (list == NULL)
    {
      anc_csv_complain (rows, ROW_LIST, ANC_PROBLEM ("there is no list “%s” in lists.json"), anc_csv_get (rows, ROW_LIST), NULL);
      return;
    }
  if (!read_dates (rows, &row) || !read_whom (rows, territory, &row) || !read_code (rows, &row))
    return;
  if (*anc_csv_get (rows, ROW_SOURCE) == '\0')
    {
      anc_csv_complain (rows, ROW_SOURCE, ANC_PROBLEM ("is missing"), NULL);
      return;
    }

  row.label = g_string_chunk_insert_const (self->strings, anc_csv_get (rows, ROW_LABEL));
  row.source = g_string_chunk_insert_const (self->strings, anc_csv_get (rows, ROW_SOURCE));
  g_array_append_val (list->rows, row);
}

/**
 * anc_occupations_read_rows:
 * @self: the lists, not yet sealed, whose catalogue has been read
 * @csv: (array length=length): rows of one or several lists
 * @length: its bytes
 * @layer: which of the folders of data it is from
 * @territory: the regions
 * @problems: takes what is wrong
 */
void
anc_occupations_read_rows (AncOccupations *self,
                           const char *csv,
                           gsize length,
                           guint layer,
                           const AncTerritory *territory,
                           AncProblems *problems)
{
  g_autoptr (AncCsv) rows = anc_csv_new (csv, length, row_columns, problems);

  while (anc_csv_next (rows))
    read_row (self, rows, layer, territory);
}

/* ---- Families ------------------------------------------------------------------------------ */

enum
{
  FAMILY_FAP,
  FAMILY_FAP_LABEL,
  FAMILY_ROME,
  FAMILY_ROME_LABEL,
  FAMILY_SOURCE,
};

static const char *const family_columns[] = {
  "fap_code",
  "fap_label",
  "rome_code_v3",
  "rome_label",
  "source",
  NULL
};

/**
 * anc_occupations_read_families:
 * @self: the lists, not yet sealed
 * @csv: (array length=length): the table of FAP families and their ROME codes
 * @length: its bytes
 * @problems: takes what is wrong
 */
void
anc_occupations_read_families (AncOccupations *self,
                               const char *csv,
                               gsize length,
                               AncProblems *problems)
{
  g_autoptr (AncCsv) rows = anc_csv_new (csv, length, family_columns, problems);

  while (anc_csv_next (rows))
    {
      const char *fap = anc_csv_get (rows, FAMILY_FAP);
      const char *rome = anc_csv_get (rows, FAMILY_ROME);
      AncFamily family = { 0 };

      family.fap = anc_code_parse (ANC_CODE_SYSTEM_FAP, fap);
      if (family.fap == ANC_CODE_NONE)
        {
          anc_csv_complain (rows, FAMILY_FAP, ANC_PROBLEM ("“%s” is not a code of that system"), fap, NULL);
          continue;
        }
      if (*rome != '\0')
        {
          family.rome = anc_code_parse (ANC_CODE_SYSTEM_ROME, rome);
          if (family.rome == ANC_CODE_NONE)
            {
              anc_csv_complain (rows, FAMILY_ROME, ANC_PROBLEM ("“%s” is not a code of that system"), rome, NULL);
              continue;
            }
        }

      family.fap_label = g_string_chunk_insert_const (self->strings, anc_csv_get (rows, FAMILY_FAP_LABEL));
      family.rome_label = g_string_chunk_insert_const (self->strings, anc_csv_get (rows, FAMILY_ROME_LABEL));
      g_array_append_val (self->families, family);
    }
}
