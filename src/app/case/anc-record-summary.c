/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-record-summary.h"

#include "anc-case-edits.h"
#include "anc-record-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>

#define SEPARATOR " · "

/* The parts that are there, one after the other. */
static char *
join (char *first,
      char *second,
      char *third)
{
  char *parts[] = { first, second, third };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL && *parts[i] != '\0')
        {
          if (text->len > 0)
            g_string_append (text, SEPARATOR);
          g_string_append (text, parts[i]);
        }
      g_free (parts[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
get_words (AncRecord *record,
           const char *name)
{
  const AncTable *table = anc_record_get_table (record);
  const guint column = anc_table_find_column (table, name);

  g_return_val_if_fail (column != ANC_COLUMN_NONE, NULL);

  return anc_words_value (table, &table->columns[column], anc_record_get_value (record, column));
}

static char *
get_dates (AncRecord *record)
{
  return anc_words_dates ((AncDate) anc_record_get_integer (record, "start", ANC_DATE_NONE),
                          (AncDate) anc_record_get_integer (record, "end", ANC_DATE_NONE));
}

static char *
get_isolated (AncRecord *record,
              const char *column)
{
  const char *text = record != NULL ? anc_record_get_text (record, column) : NULL;

  return text != NULL && *text != '\0' ? anc_words_isolate (text) : NULL;
}

static char *
get_weekly_hours (AncRecord *record)
{
  g_autofree char *hours = get_words (record, "weekly_hours");

  /* Translators: the argument is a number of hours with its unit. */
  return hours != NULL ? g_strdup_printf (_ ("%s a week"), hours) : NULL;
}

static char *
name_work (AncCase *a_case,
           AncRecord *record)
{
  AncRecord *employer = anc_case_find_by_id (a_case, ANC_TABLE_EMPLOYERS, anc_record_get_text (record, "employer"));

  return join (get_isolated (record, "occupation_label"), get_isolated (employer, "name"), NULL);
}

static char *
name_record (AncCase *a_case,
             AncRecord *record)
{
  switch ((int) anc_record_get_table (record)->id)
    {
    case ANC_TABLE_STAYS:
      return get_words (record, "status");
    case ANC_TABLE_ABSENCES:
      return get_dates (record);
    case ANC_TABLE_EMPLOYERS:
      return get_isolated (record, "name");
    case ANC_TABLE_JOBS:
    case ANC_TABLE_OFFERS:
      return name_work (a_case, record);
    case ANC_TABLE_PAYSLIPS:
      return get_words (record, "month");
    case ANC_TABLE_MEASURES:
    case ANC_TABLE_EVENTS:
      return get_words (record, "kind");
    case ANC_TABLE_DOCUMENTS:
      return get_isolated (record, "title");
    default:
      return NULL;
    }
}

static char *
detail_record (AncRecord *record)
{
  switch ((int) anc_record_get_table (record)->id)
    {
    case ANC_TABLE_STAYS:
      return get_dates (record);
    case ANC_TABLE_EMPLOYERS:
      return join (get_words (record, "kind"), get_isolated (record, "department"), get_isolated (record, "siret"));
    case ANC_TABLE_JOBS:
      return join (get_dates (record), get_words (record, "contract"), get_weekly_hours (record));
    case ANC_TABLE_OFFERS:
      return join (get_words (record, "contract"), get_words (record, "monthly_gross"), get_weekly_hours (record));
    case ANC_TABLE_PAYSLIPS:
      return join (get_words (record, "hours"), get_words (record, "gross"), NULL);
    case ANC_TABLE_MEASURES:
      return get_words (record, "notified");
    case ANC_TABLE_EVENTS:
      return join (get_words (record, "date"), get_isolated (record, "note"), NULL);
    default:
      return NULL;
    }
}

/**
 * anc_record_summarise:
 * @a_case: a case
 * @record: a record of one of its lists
 * @detail: (out) (optional) (transfer full): what else tells it from others; may be empty
 *
 * Returns: (transfer full): what to call the record among others of its kind
 */
char *
anc_record_summarise (AncCase *a_case,
                      AncRecord *record,
                      char **detail)
{
  g_autofree char *name = name_record (a_case, record);

  if (detail != NULL)
    {
      *detail = detail_record (record);
      if (*detail == NULL)
        *detail = g_strdup ("");
    }
  if (name != NULL && *name != '\0')
    return anc_words_capitalise (name); /* names of people and places stay as they are, behind their isolate */

  return g_strdup (anc_words_record_kind (anc_record_get_table (record)->id));
}
