/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-wages.h"

#include "anc-csv.h"

enum
{
  COLUMN_DATE,
  COLUMN_HOURLY,
  COLUMN_MONTHLY,
  COLUMN_SOURCE,
};

static const char *const columns[] = {
  "effective_date",
  "hourly_gross_eur",
  "monthly_gross_151_67h_eur",
  "source",
  NULL
};

struct _AncWages
{
  GArray *wages; /* AncWage, oldest first */
};

static void
clear_wage (gpointer data)
{
  AncWage *wage = data;

  g_free (wage->source);
}

static void
read_row (AncWages *self,
          AncCsv *rows)
{
  AncWage wage = { 0 };

  if (!anc_date_parse (anc_csv_get (rows, COLUMN_DATE), &wage.from))
    anc_csv_complain (rows, COLUMN_DATE, ANC_PROBLEM ("%s is not a date"), anc_csv_get (rows, COLUMN_DATE), NULL);
  else if (self->wages->len > 0
           && g_array_index (self->wages, AncWage, self->wages->len - 1).from >= wage.from)
    anc_csv_complain (rows, COLUMN_DATE, ANC_PROBLEM ("the rows must go from the oldest date to the newest"), NULL);
  else if (!anc_amount_parse (anc_csv_get (rows, COLUMN_HOURLY), &wage.hourly))
    anc_csv_complain (rows, COLUMN_HOURLY, ANC_PROBLEM ("is not an amount in euros"), NULL);
  else if (!anc_amount_parse (anc_csv_get (rows, COLUMN_MONTHLY), &wage.monthly))
    anc_csv_complain (rows, COLUMN_MONTHLY, ANC_PROBLEM ("is not an amount in euros"), NULL);
  else if (*anc_csv_get (rows, COLUMN_SOURCE) == '\0')
    anc_csv_complain (rows, COLUMN_SOURCE, ANC_PROBLEM ("is missing"), NULL);
  else
    {
      wage.source = g_strdup (anc_csv_get (rows, COLUMN_SOURCE));
      g_array_append_val (self->wages, wage);
    }
}

/**
 * anc_wages_new:
 * @csv: (array length=length): `effective_date,hourly_gross_eur,monthly_gross_151_67h_eur,source`
 * @length: its bytes
 * @problems: takes what is wrong with it
 *
 * Returns: (transfer full): the table, without the rows that are wrong
 */
AncWages *
anc_wages_new (const char *csv,
               gsize length,
               AncProblems *problems)
{
  AncWages *self = g_new0 (AncWages, 1);
  g_autoptr (AncCsv) rows = anc_csv_new (csv, length, columns, problems);

  self->wages = g_array_new (FALSE, FALSE, sizeof (AncWage));
  g_array_set_clear_func (self->wages, clear_wage);
  while (anc_csv_next (rows))
    read_row (self, rows);

  return self;
}

void
anc_wages_free (AncWages *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->wages);
  g_free (self);
}

/**
 * anc_wages_get_monthly:
 * @self: the table
 * @date: a date
 *
 * Returns: gross euros a month in force on @date; %ANC_AMOUNT_NONE before the first date known
 */
AncAmount
anc_wages_get_monthly (const AncWages *self,
                       AncDate date)
{
  for (guint i = self->wages->len; i > 0; i--)
    {
      const AncWage *wage = &g_array_index (self->wages, AncWage, i - 1);

      if (wage->from <= date)
        return wage->monthly;
    }

  return ANC_AMOUNT_NONE;
}

guint
anc_wages_get_count (const AncWages *self)
{
  return self->wages->len;
}

/**
 * anc_wages_get:
 * @self: the table
 * @index: less than anc_wages_get_count(), oldest first
 *
 * Returns: (transfer none): the amount that came into force at that change
 */
const AncWage *
anc_wages_get (const AncWages *self,
               guint index)
{
  g_return_val_if_fail (index < self->wages->len, NULL);

  return &g_array_index (self->wages, AncWage, index);
}
