/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-month-table.h"

/* What is known of a month. */
enum
{
  CELL_PAID = 1 << 0,           /* a payslip of a job that passes */
  CELL_PAID_UNDECIDED = 1 << 1, /* a payslip of a job that may pass */
  CELL_DECLARED = 1 << 2,       /* a day of a job that passes or may pass */
  CELL_REACHED = 1 << 3,        /* the payslips that pass reach the threshold, or there is none */
  CELL_TOUCHED = 1 << 4,        /* a day of an excluded stay */
  CELL_EXCLUDED = 1 << 5,       /* all days in excluded stays */
};

/* What the payslips that pass say of a month, summed. */
typedef struct
{
  AncAmount hours;
  AncAmount gross;
} Sum;

struct _AncMonthTable
{
  AncMonthTable *next;
  const AncMonthRule *rule;
  guint n_list_changes; /* up to the filing date: the lists as they stand then */
  AncDate filing;
  AncMonth present; /* the month of the filing date of the evaluation */
  AncMonth first;
  guint n_months;
  guint8 *cells;
  guint8 recorded_cell; /* of the month of the filing date, nothing supposed */
  guint16 *counted;     /* months counted before each month, and at the end all of them */
};

/* One table while it is filled. */
typedef struct
{
  AncMonthTable *table;
  const AncEvaluation *evaluation;
  AncMonth present; /* of the filing date: from here on, things are supposed to go on */
  Sum *sums;        /* NULL without a threshold */
  Sum recorded_sum; /* of the month of the filing date */
} Filling;

/* ---- Jobs ---------------------------------------------------------------------------------- */

static gboolean
accepts_job (const AncMonthRule *rule,
             const AncCaseFacts *facts,
             const AncJob *job)
{
  return anc_job_filter_accepts (&rule->filter, job->contract, facts->employers[job->employer].kind);
}

static AncStanding
check_job_on (const AncMonthRule *rule,
              const AncEvaluation *evaluation,
              const AncJob *job,
              AncDate date)
{
  return anc_job_filter_check_occupation (&rule->filter,
                                          evaluation->occupations,
                                          job->label != NULL ? &job->occupation : NULL,
                                          anc_territory_get_region (evaluation->territory, job->department),
                                          evaluation->facts->nationality,
                                          date);
}

/* Whether a job passes the rule for a month, its lists read on the days the rule says. */
static AncStanding
check_job (const AncMonthTable *table,
           const AncEvaluation *evaluation,
           const AncJob *job,
           AncMonth month)
{
  const AncMonthRule *rule = table->rule;
  AncStanding on_filing, on_month;

  if (rule->filter.n_lists == 0)
    return ANC_STANDING_PASSES;
  if (rule->list_date == ANC_LIST_DATE_FILING)
    return check_job_on (rule, evaluation, job, table->filing);

  on_month = check_job_on (rule, evaluation, job, anc_month_get_first_day (month));
  if (rule->list_date == ANC_LIST_DATE_MONTH)
    return on_month;

  on_filing = check_job_on (rule, evaluation, job, table->filing);
  return on_filing == on_month ? on_filing : ANC_STANDING_UNDECIDED;
}

/* The last month up to @last for which a job stands as it does in @month. */
static AncMonth
find_last_alike (const AncMonthRule *rule,
                 AncMonth month,
                 AncMonth last)
{
  AncDate change;
  AncMonth changed;

  if (rule->filter.n_lists == 0 || rule->list_date == ANC_LIST_DATE_FILING)
    return last;

  change = anc_job_filter_get_next_change (&rule->filter, anc_month_get_first_day (month));
  if (change == ANC_DATE_NONE)
    return last;

  changed = anc_date_get_month (change); /* its first day may come before the change */
  if (anc_month_get_first_day (changed) == change)
    changed--;

  return MIN (changed, last);
}

static AncMonth
get_last_month (const AncMonthTable *table,
                const AncJob *job)
{
  AncMonth last = table->first + (AncMonth) table->n_months - 1;

  return job->end == ANC_DATE_NONE ? last : MIN (last, anc_date_get_month (job->end));
}

/* ---- Filling ------------------------------------------------------------------------------- */

static void
add_to_sum (Sum *sum,
            AncAmount hours,
            AncAmount gross)
{
  if (hours != ANC_AMOUNT_NONE)
    sum->hours = sum->hours == ANC_AMOUNT_NONE ? hours : anc_amount_add (sum->hours, hours);
  if (gross != ANC_AMOUNT_NONE)
    sum->gross = sum->gross == ANC_AMOUNT_NONE ? gross : anc_amount_add (sum->gross, gross);
}

static void
add_payslip (Filling *filling,
             AncMonth month,
             AncStanding standing,
             AncAmount hours,
             AncAmount gross)
{
  guint index = (guint) (month - filling->table->first);

  filling->table->cells[index] |= standing == ANC_STANDING_PASSES ? CELL_PAID : CELL_PAID_UNDECIDED;
  if (filling->sums != NULL && standing == ANC_STANDING_PASSES)
    add_to_sum (&filling->sums[index], hours, gross);
}

/* A payslip of the month of the filing date, as recorded. */
static void
add_recorded_payslip (Filling *filling,
                      AncStanding standing,
                      const AncPayslip *payslip)
{
  filling->table->recorded_cell |= standing == ANC_STANDING_PASSES ? CELL_PAID : CELL_PAID_UNDECIDED;
  if (standing == ANC_STANDING_PASSES)
    add_to_sum (&filling->recorded_sum, payslip->hours, payslip->gross);
}

/* A month of an open-ended job that has no payslip yet gets one like its last. */
static void
suppose_payslip (Filling *filling,
                 const AncJob *job,
                 AncStanding standing,
                 AncMonth month)
{
  if (job->n_payslips > 0)
    add_payslip (filling, month, standing, job->last_hours, job->last_gross);
  else
    add_payslip (filling,
                 month,
                 standing,
                 job->weekly_hours != ANC_AMOUNT_NONE ? anc_amount_per_month (job->weekly_hours) : ANC_AMOUNT_NONE,
                 job->monthly_gross);
}

/* Adds the months of a job during which it stands the same. @slip goes along its payslips. */
static void
add_months (Filling *filling,
            const AncJob *job,
            AncStanding standing,
            AncMonth first,
            AncMonth last,
            const AncPayslip **slip)
{
  const AncPayslip *end = filling->evaluation->facts->payslips + job->first_payslip + job->n_payslips;

  while (*slip < end && (*slip)->month < first)
    (*slip)++;

  for (AncMonth month = first; month <= last; month++)
    {
      const AncPayslip *of_month = *slip;

      filling->table->cells[month - filling->table->first] |= CELL_DECLARED;
      for (; *slip < end && (*slip)->month == month; (*slip)++)
        {
          add_payslip (filling, month, standing, (*slip)->hours, (*slip)->gross);
          if (month == filling->present)
            add_recorded_payslip (filling, standing, *slip);
        }
      if (*slip == of_month && month >= filling->present && job->end == ANC_DATE_NONE)
        suppose_payslip (filling, job, standing, month);
    }

  if (first <= filling->present && filling->present <= last)
    filling->table->recorded_cell |= CELL_DECLARED;
}

static void
add_job (Filling *filling,
         const AncJob *job)
{
  AncMonthTable *table = filling->table;
  const AncPayslip *slip = filling->evaluation->facts->payslips + job->first_payslip;
  AncMonth month = MAX (table->first, anc_date_get_month (job->start));
  AncMonth last = get_last_month (table, job);

  while (month <= last)
    {
      AncStanding standing = check_job (table, filling->evaluation, job, month);
      AncMonth last_alike = find_last_alike (table->rule, month, last);

      if (standing != ANC_STANDING_FAILS)
        add_months (filling, job, standing, month, last_alike, &slip);
      month = last_alike + 1;
    }
}

/* ---- Excluded stays ------------------------------------------------------------------------ */

typedef struct
{
  AncDate start;
  AncDate end;
} Days;

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return ((const Days *) a)->start - ((const Days *) b)->start;
}

static void
mark_days (AncMonthTable *table,
           const Days *days)
{
  AncMonth first = MAX (table->first, anc_date_get_month (days->start));
  AncMonth last = MIN (table->first + (AncMonth) table->n_months - 1, anc_date_get_month (days->end));

  for (AncMonth month = first; month <= last; month++)
    {
      guint8 *cell = &table->cells[month - table->first];

      *cell |= CELL_TOUCHED;
      if (days->start <= anc_month_get_first_day (month) && days->end >= anc_month_get_last_day (month))
        *cell |= CELL_EXCLUDED;
    }
}

/* Stays that meet are joined first: two of them may fill a month that neither fills alone. */
static void
exclude_stays (AncMonthTable *table,
               const AncCaseFacts *facts,
               AncDate horizon)
{
  g_autofree Days *all = g_new (Days, facts->n_stays);
  guint n = 0;
  guint i = 0;

  for (guint j = 0; j < facts->n_stays; j++)
    if ((table->rule->excluded_stays & 1u << facts->stays[j].status) != 0)
      {
        all[n].start = facts->stays[j].start;
        all[n].end = facts->stays[j].end != ANC_DATE_NONE ? facts->stays[j].end
                                                          : anc_month_get_last_day (anc_date_get_month (MAX (horizon, all[n].start)));
        n++;
      }
  if (n > 1)
    qsort (all, n, sizeof *all, compare_days);

  while (i < n)
    {
      Days joined = all[i++];

      for (; i < n && all[i].start <= joined.end + 1; i++)
        joined.end = MAX (joined.end, all[i].end);
      mark_days (table, &joined);
    }
}

/* ---- Thresholds and states ----------------------------------------------------------------- */

static gboolean
reaches_threshold (const AncMonthRule *rule,
                   const AncEvaluation *evaluation,
                   AncMonth month,
                   const Sum *sum)
{
  AncAmount smic;

  if (rule->min_hours == ANC_AMOUNT_NONE && rule->smic_ratio == ANC_AMOUNT_NONE)
    return TRUE;
  if (rule->min_hours != ANC_AMOUNT_NONE && sum->hours != ANC_AMOUNT_NONE && sum->hours >= rule->min_hours)
    return TRUE;
  if (rule->smic_ratio == ANC_AMOUNT_NONE || sum->gross == ANC_AMOUNT_NONE)
    return FALSE;

  smic = anc_wages_get_monthly (evaluation->wages, anc_month_get_first_day (month));
  return smic != ANC_AMOUNT_NONE && sum->gross >= anc_amount_multiply (smic, rule->smic_ratio);
}

static AncMonthState
get_state (guint8 cell,
           gboolean is_whole)
{
  if ((cell & CELL_EXCLUDED) != 0)
    return ANC_MONTH_EMPTY;
  if ((cell & CELL_PAID) != 0)
    return is_whole && (cell & CELL_REACHED) != 0 && (cell & CELL_TOUCHED) == 0 ? ANC_MONTH_COUNTED
                                                                                : ANC_MONTH_ARGUABLE;
  if ((cell & CELL_PAID_UNDECIDED) != 0)
    return ANC_MONTH_ARGUABLE;

  return (cell & CELL_DECLARED) != 0 ? ANC_MONTH_DECLARED : ANC_MONTH_EMPTY;
}

static void
finish (Filling *filling)
{
  AncMonthTable *table = filling->table;
  const Sum nothing = { ANC_AMOUNT_NONE, ANC_AMOUNT_NONE };

  for (guint i = 0; i < table->n_months; i++)
    {
      AncMonth month = table->first + (AncMonth) i;
      const Sum *sum = filling->sums != NULL ? &filling->sums[i] : &nothing;

      if ((table->cells[i] & CELL_PAID) != 0
          && reaches_threshold (table->rule, filling->evaluation, month, sum))
        table->cells[i] |= CELL_REACHED;
      table->counted[i + 1] = table->counted[i] + (get_state (table->cells[i], TRUE) == ANC_MONTH_COUNTED);
    }

  if ((table->recorded_cell & CELL_PAID) != 0
      && reaches_threshold (table->rule, filling->evaluation, filling->present, &filling->recorded_sum))
    table->recorded_cell |= CELL_REACHED;
  table->recorded_cell |= table->cells[filling->present - table->first] & (CELL_TOUCHED | CELL_EXCLUDED);
}

static AncMonthTable *
build_table (const AncEvaluation *evaluation,
             const AncMonthRule *rule,
             AncDate filing)
{
  AncMonthTable *table = g_new0 (AncMonthTable, 1);
  Filling filling = { table, evaluation, anc_date_get_month (evaluation->on), NULL, { ANC_AMOUNT_NONE, ANC_AMOUNT_NONE } };
  const AncCaseFacts *facts = evaluation->facts;

  table->rule = rule;
  table->filing = filing;
  table->present = filling.present;
  table->first = filling.present - (AncMonth) rule->max_window;
  table->n_months = (guint) (anc_date_get_month (evaluation->horizon) - table->first + 1);
  table->cells = g_malloc0 (table->n_months);
  table->counted = g_new0 (guint16, table->n_months + 1);

  if (rule->min_hours != ANC_AMOUNT_NONE || rule->smic_ratio != ANC_AMOUNT_NONE)
    {
      filling.sums = g_new (Sum, table->n_months);
      for (guint i = 0; i < table->n_months; i++)
        filling.sums[i] = filling.recorded_sum;
    }

  for (guint i = 0; i < facts->n_jobs; i++)
    if (accepts_job (rule, facts, &facts->jobs[i]))
      add_job (&filling, &facts->jobs[i]);
  if (rule->excluded_stays != 0)
    exclude_stays (table, facts, evaluation->horizon);
  finish (&filling);
  g_free (filling.sums);

  return table;
}

/* ---- Reading ------------------------------------------------------------------------------- */

/**
 * anc_month_table_get:
 * @evaluation: the evaluation, which keeps the table
 * @rule: what makes a month count
 * @filing: a filing date, from that of the evaluation to its horizon
 *
 * Returns: (transfer none): the table for @filing: the same for all days between two changes of the
 *   occupation lists
 */
const AncMonthTable *
anc_month_table_get (AncEvaluation *evaluation,
                     const AncMonthRule *rule,
                     AncDate filing)
{
  guint n_list_changes = rule->list_date != ANC_LIST_DATE_MONTH
                             ? anc_job_filter_count_changes (&rule->filter, filing)
                             : 0;
  AncMonthTable *table;

  for (table = evaluation->tables; table != NULL; table = table->next)
    if (table->rule == rule && table->n_list_changes == n_list_changes)
      return table;

  table = build_table (evaluation, rule, filing);
  table->n_list_changes = n_list_changes;
  table->next = evaluation->tables;
  evaluation->tables = table;

  return table;
}

void
anc_month_table_free_all (AncMonthTable *first)
{
  while (first != NULL)
    {
      AncMonthTable *next = first->next;

      g_free (first->cells);
      g_free (first->counted);
      g_free (first);
      first = next;
    }
}

/* Whether a job that passes or may pass has a day between two days of one month. */
static gboolean
is_declared (const AncMonthTable *self,
             const AncEvaluation *evaluation,
             AncDate from,
             AncDate until)
{
  const AncCaseFacts *facts = evaluation->facts;

  for (guint i = 0; i < facts->n_jobs; i++)
    {
      const AncJob *job = &facts->jobs[i];

      if (job->start <= until && (job->end == ANC_DATE_NONE || job->end >= from)
          && accepts_job (self->rule, facts, job)
          && check_job (self, evaluation, job, anc_date_get_month (from)) != ANC_STANDING_FAILS)
        return TRUE;
    }

  return FALSE;
}

/**
 * anc_month_table_get_whole:
 * @self: the table for the filing date of the evaluation
 * @month: a month of the table that the window holds from its first day to its last
 *
 * Returns: what the month is worth, on what is recorded
 */
AncMonthState
anc_month_table_get_whole (const AncMonthTable *self,
                           AncMonth month)
{
  return get_state (month == self->present ? self->recorded_cell : self->cells[month - self->first], TRUE);
}

/**
 * anc_month_table_get_part:
 * @self: the table for the filing date of the evaluation
 * @evaluation: the evaluation
 * @from: the first day of a month that the window holds
 * @until: the last
 *
 * Returns: what the month is worth, on what is recorded
 */
AncMonthState
anc_month_table_get_part (const AncMonthTable *self,
                          const AncEvaluation *evaluation,
                          AncDate from,
                          AncDate until)
{
  AncMonth month = anc_date_get_month (from);
  guint8 cell = month == self->present ? self->recorded_cell : self->cells[month - self->first];
  AncMonthState state;

  if (from == anc_month_get_first_day (month) && until == anc_month_get_last_day (month))
    return get_state (cell, TRUE);

  state = get_state (cell, FALSE);
  if (state == ANC_MONTH_DECLARED && !is_declared (self, evaluation, from, until))
    return ANC_MONTH_EMPTY;

  return state;
}

/**
 * anc_month_table_count_all:
 * @self: a table
 *
 * Returns: how many of all its months count, supposing that things go on
 */
guint
anc_month_table_count_all (const AncMonthTable *self)
{
  return self->counted[self->n_months];
}

/**
 * anc_month_table_count:
 * @self: a table
 * @first: a month of the table
 * @last: a month of the table; before @first for none
 *
 * Returns: how many whole months from @first to @last count, supposing that things go on
 */
guint
anc_month_table_count (const AncMonthTable *self,
                       AncMonth first,
                       AncMonth last)
{
  if (last < first)
    return 0;

  g_return_val_if_fail (first >= self->first && last < self->first + (AncMonth) self->n_months, 0);

  return (guint) self->counted[last + 1 - self->first] - self->counted[first - self->first];
}
