/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion.h"

#include "anc-case-schema.h"
#include "anc-evaluation.h"

/* Length of residence: section 5, `presence`. */

#define NO_STATUS G_MAXUINT

/* Nobody's residence is longer than the dates that can be recorded. */
#define MAX_LISTED_YEARS 310

typedef struct
{
  guint years;
  gboolean continuous;
  guint excluded;        /* a bit for each status */
  guint first_status;    /* whose beginning does not count, or NO_STATUS */
  guint first_years;     /* how long its beginning is */
  AncDate as_of;         /* or ANC_DATE_NONE */
  guint proofs_per_year; /* 0: not asked */
} Parameters;

static const char *const keys[] = {
  "years",
  "continuous?",
  "exclude?",
  "exclude_first?",
  "as_of?",
  "proofs_per_year?",
  NULL
};

typedef struct
{
  AncDate start;
  AncDate end; /* inclusive */
} Days;

/* The days that do not count, joined and in order. */
typedef struct
{
  Days *days;
  guint n;
} Removed;

/* ---- Reading ------------------------------------------------------------------------------- */

static void
read_first (const AncJson *json,
            Parameters *parameters)
{
  static const char *const first_keys[] = { "status", "years", NULL };
  AncJson first = anc_json_member (json, "exclude_first");
  AncJson status;

  parameters->first_status = NO_STATUS;
  if (!anc_json_is_present (&first) || !anc_json_check_object (&first, first_keys))
    return;

  status = anc_json_member (&first, "status");
  if (anc_json_is_present (&status))
    anc_json_read_choice (&status, anc_stay_status_names, &parameters->first_status);
  anc_regime_reader_read_count (&first, "years", 1, &parameters->first_years);
}

static void
read_parameters (AncRegimeReader *reader,
                 const AncJson *json,
                 AncCriterion *criterion)
{
  Parameters *parameters = criterion->parameters;
  AncJson as_of = anc_json_member (json, "as_of");

  anc_regime_reader_read_count (json, "years", 1, &parameters->years);
  anc_regime_reader_read_boolean (json, "continuous", &parameters->continuous);
  parameters->excluded = anc_regime_reader_read_words (json, "exclude", anc_stay_status_names);
  read_first (json, parameters);
  parameters->as_of = ANC_DATE_NONE;
  if (anc_json_is_present (&as_of))
    anc_json_read_date (&as_of, &parameters->as_of);
  anc_regime_reader_read_count (json, "proofs_per_year", 1, &parameters->proofs_per_year);

  criterion->max_years = parameters->proofs_per_year > 0 ? MAX_LISTED_YEARS : 0;
}

/* ---- Days that do not count ---------------------------------------------------------------- */

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return ((const Days *) a)->start - ((const Days *) b)->start;
}

static AncDate
get_stay_end (const AncStay *stay)
{
  return stay->end != ANC_DATE_NONE ? stay->end : G_MAXINT32 - 1;
}

/* The last day of the beginning of a status that does not count, wherever its stays start. */
static AncDate
get_first_end (const Parameters *parameters,
               const AncCaseFacts *facts)
{
  AncDate first = ANC_DATE_NONE;

  for (guint i = 0; i < facts->n_stays; i++)
    if (facts->stays[i].status == parameters->first_status
        && (first == ANC_DATE_NONE || facts->stays[i].start < first))
      first = facts->stays[i].start;

  return first == ANC_DATE_NONE
             ? ANC_DATE_NONE
             : anc_date_add_months (first, (int) parameters->first_years * 12, ANC_ROUNDING_DOWN) - 1;
}

static void
join (Removed *removed)
{
  guint n = 0;

  if (removed->n > 1)
    qsort (removed->days, removed->n, sizeof *removed->days, compare_days);

  for (guint i = 0; i < removed->n; i++)
    if (n > 0 && removed->days[i].start <= removed->days[n - 1].end + 1)
      removed->days[n - 1].end = MAX (removed->days[n - 1].end, removed->days[i].end);
    else
      removed->days[n++] = removed->days[i];
  removed->n = n;
}

static void
collect_removed (const Parameters *parameters,
                 const AncCaseFacts *facts,
                 Removed *removed)
{
  AncDate first_end = get_first_end (parameters, facts);

  removed->days = g_new (Days, 2 * facts->n_stays + facts->n_absences);
  removed->n = 0;

  for (guint i = 0; i < facts->n_stays; i++)
    {
      const AncStay *stay = &facts->stays[i];

      if ((parameters->excluded & 1u << stay->status) != 0)
        removed->days[removed->n++] = (Days){ stay->start, get_stay_end (stay) };
      if (stay->status == parameters->first_status && stay->start <= first_end)
        removed->days[removed->n++] = (Days){ stay->start, MIN (get_stay_end (stay), first_end) };
    }
  if (!parameters->continuous)
    for (guint i = 0; i < facts->n_absences; i++)
      removed->days[removed->n++] = (Days){ facts->absences[i].start, facts->absences[i].end };

  join (removed);
}

/* How many days of [start, end) do not count. */
static int
count_removed (const Removed *removed,
               AncDate start,
               AncDate end)
{
  int n = 0;

  for (guint i = 0; i < removed->n; i++)
    {
      AncDate first = MAX (removed->days[i].start, start);
      AncDate last = MIN (removed->days[i].end, end - 1);

      if (first <= last)
        n += last - first + 1;
    }

  return n;
}

/* ---- Readings ------------------------------------------------------------------------------ */

/* The first day counted when residence is interrupted by every absence: the day after the last one. */
static AncDate
get_start_after_absences (const AncCaseFacts *facts,
                          AncDate start,
                          AncDate end)
{
  AncDate after = start;

  for (guint i = 0; i < facts->n_absences; i++)
    if (facts->absences[i].start < end && facts->absences[i].end >= start)
      after = MAX (after, facts->absences[i].end + 1);

  return after;
}

/* The day on which the length is reached, the days that do not count put at the start. */
static AncDate
get_due (const Parameters *parameters,
         const Removed *removed,
         AncDate start,
         AncDate end,
         AncRounding rounding)
{
  return anc_date_add_months (start + count_removed (removed, start, end),
                              (int) parameters->years * 12,
                              rounding);
}

static AncOutcome
read_outcome (const Parameters *parameters,
              const Removed *removed,
              AncDate start,
              AncDate strict_start,
              AncDate end,
              AncRounding rounding)
{
  if (get_due (parameters, removed, strict_start, end, rounding) <= end)
    return ANC_OUTCOME_MET;
  if (strict_start != start && get_due (parameters, removed, start, end, rounding) <= end)
    return ANC_OUTCOME_ARGUABLE;

  return ANC_OUTCOME_NOT_MET;
}

static guint
count_whole_months (AncDate start,
                    AncDate end)
{
  int n = anc_date_get_month (end) - anc_date_get_month (start);

  while (n > 0 && anc_date_add_months (start, n, ANC_ROUNDING_DOWN) > end)
    n--;

  return (guint) MAX (n, 0);
}

/* ---- Proofs -------------------------------------------------------------------------------- */

/* How many proofs each year from @first on holds. */
typedef struct
{
  int first;
  guint n_years;
  guint *n_proofs;
} ProofTable;

static void
add_proof (ProofTable *table,
           int year)
{
  if (year >= table->first && year < table->first + (int) table->n_years)
    table->n_proofs[year - table->first]++;
}

/* The payslips that the months of an open-ended job from the filing date on are supposed to bring. */
static void
suppose_proofs (ProofTable *table,
                const AncEvaluation *evaluation,
                const AncJob *job)
{
  const AncPayslip *slip = evaluation->facts->payslips + job->first_payslip;
  const AncPayslip *end = slip + job->n_payslips;
  const AncMonth last = anc_month_new (table->first + (int) table->n_years - 1, 12);

  for (AncMonth month = MAX (anc_date_get_month (evaluation->on), anc_date_get_month (job->start)); month <= last; month++)
    {
      while (slip < end && slip->month < month)
        slip++;
      if (slip == end || slip->month != month)
        add_proof (table, anc_month_get_year (month));
    }
}

static void
count_proofs (ProofTable *table,
              const AncEvaluation *evaluation,
              gboolean supposing)
{
  const AncCaseFacts *facts = evaluation->facts;

  for (guint i = 0; i < facts->n_document_dates; i++)
    add_proof (table, anc_date_get_year (facts->document_dates[i]));
  for (guint i = 0; i < facts->n_payslips; i++)
    add_proof (table, anc_month_get_year (facts->payslips[i].month));
  if (supposing)
    for (guint i = 0; i < facts->n_jobs; i++)
      if (facts->jobs[i].end == ANC_DATE_NONE)
        suppose_proofs (table, evaluation, &facts->jobs[i]);
}

/* Goes through the years of [start, end) with a day that counts and too few proofs. */
static gboolean
find_unproven (const Parameters *parameters,
               const AncEvaluation *evaluation,
               const Removed *removed,
               Days residence,
               gboolean supposing,
               AncFinding *finding)
{
  const int first_year = anc_date_get_year (residence.start);
  const int last_year = anc_date_get_year (residence.end);
  guint n_proofs[MAX_LISTED_YEARS] = { 0 };
  ProofTable table = { first_year, (guint) CLAMP (last_year - first_year + 1, 0, MAX_LISTED_YEARS), n_proofs };
  gboolean found = FALSE;

  if (residence.end < residence.start)
    return FALSE;

  count_proofs (&table, evaluation, supposing);
  for (guint i = 0; i < table.n_years; i++)
    {
      int year = first_year + (int) i;
      AncDate first = MAX (residence.start, anc_date_new (year, 1, 1));
      AncDate after = MIN (residence.end + 1, anc_date_new (year + 1, 1, 1));

      if (n_proofs[i] >= parameters->proofs_per_year || count_removed (removed, first, after) == after - first)
        continue;

      found = TRUE;
      if (finding != NULL)
        finding->unproven_years[finding->n_unproven_years++] = (gint16) year;
    }

  return found;
}

/* ---- The kind ------------------------------------------------------------------------------ */

static void
evaluate (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncFinding *finding)
{
  const Parameters *parameters = criterion->parameters;
  const AncDate start = evaluation->facts->entry_date;
  const AncDate end = parameters->as_of != ANC_DATE_NONE ? parameters->as_of : evaluation->on;
  AncDate strict_start;
  AncOutcome down, up;
  Removed removed;

  finding->required = (AncAmount) parameters->years * 12 * ANC_AMOUNT_UNIT;
  if (start == ANC_DATE_NONE)
    {
      finding->outcome = ANC_OUTCOME_UNKNOWN;
      return;
    }

  collect_removed (parameters, evaluation->facts, &removed);
  strict_start = parameters->continuous ? get_start_after_absences (evaluation->facts, start, end)
                                        : start;
  down = read_outcome (parameters, &removed, start, strict_start, end, ANC_ROUNDING_DOWN);
  up = read_outcome (parameters, &removed, start, strict_start, end, ANC_ROUNDING_UP);

  finding->rounding = down != up;
  finding->outcome = down == up ? down : ANC_OUTCOME_ARGUABLE;
  finding->due = get_due (parameters, &removed, strict_start, end, ANC_ROUNDING_UP);
  finding->measured = (AncAmount) count_whole_months (strict_start + count_removed (&removed, strict_start, end), end)
                      * ANC_AMOUNT_UNIT;

  if (parameters->proofs_per_year > 0 && finding->outcome >= ANC_OUTCOME_ARGUABLE
      && find_unproven (parameters, evaluation, &removed, (Days){ start, end - 1 }, FALSE, finding))
    finding->outcome = ANC_OUTCOME_TO_PROVE;

  g_free (removed.days);
}

/* Whether the length is reached on @end under both readings; if not, the day on which it may be. */
static AncDate
find_reached (const Parameters *parameters,
              const AncCaseFacts *facts,
              const Removed *removed,
              AncDate end)
{
  AncDate start = parameters->continuous ? get_start_after_absences (facts, facts->entry_date, end)
                                         : facts->entry_date;

  return MAX (get_due (parameters, removed, start, end, ANC_ROUNDING_UP), end);
}

/*
 * The longer one waits, the more days are known not to count: the day on which the length is
 * reached only ever moves away, so going to it again and again ends on the first day that stands.
 */
static AncDate
find_met (const AncCriterion *criterion,
          AncEvaluation *evaluation,
          AncDate from)
{
  const Parameters *parameters = criterion->parameters;
  const AncDate start = evaluation->facts->entry_date;
  AncDate end = parameters->as_of != ANC_DATE_NONE ? parameters->as_of : from;
  Removed removed;
  AncDate reached;

  if (start == ANC_DATE_NONE)
    return ANC_DATE_NONE;

  collect_removed (parameters, evaluation->facts, &removed);
  reached = find_reached (parameters, evaluation->facts, &removed, end);
  while (reached != end && parameters->as_of == ANC_DATE_NONE && reached <= evaluation->horizon)
    {
      end = reached;
      reached = find_reached (parameters, evaluation->facts, &removed, end);
    }

  if (reached != end || (parameters->as_of == ANC_DATE_NONE && end > evaluation->horizon)
      || (parameters->proofs_per_year > 0
          && find_unproven (parameters, evaluation, &removed, (Days){ start, end - 1 }, TRUE, NULL)))
    end = ANC_DATE_NONE;
  g_free (removed.days);

  if (end != ANC_DATE_NONE && parameters->as_of != ANC_DATE_NONE)
    return from;

  return end;
}

const AncCriterionKind anc_criterion_presence = {
  .name = "presence",
  .keys = keys,
  .unit = ANC_UNIT_MONTHS,
  .parameters_size = sizeof (Parameters),
  .read = read_parameters,
  .evaluate = evaluate,
  .find_met = find_met,
};
