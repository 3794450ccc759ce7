/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-verdict-words.h"

#include "anc-criterion.h"
#include "anc-words.h"

#include <glib/gi18n.h>

/* ---- Verdicts ------------------------------------------------------------------------------ */

static gboolean
has_unknown (const AncVerdict *verdict)
{
  for (guint i = 0; i < verdict->regime->n_required; i++)
    if (verdict->findings[i].outcome == ANC_OUTCOME_UNKNOWN)
      return TRUE;

  return FALSE;
}

static void
append_sentence (GString *text,
                 char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

/**
 * anc_words_earliest:
 * @verdict: of a regime that applies
 *
 * Returns: (transfer full) (nullable): from when it would be met; %NULL where it is, or where nobody can
 *   tell
 */
char *
anc_words_earliest (const AncVerdict *verdict)
{
  g_autofree char *date = NULL;

  if (verdict->outcome == ANC_OUTCOME_MET || (verdict->earliest == ANC_DATE_NONE && has_unknown (verdict)))
    return NULL;
  if (verdict->earliest == ANC_DATE_NONE)
    return g_strdup (_ ("No filing date in the next ten years meets it as things stand."));

  date = anc_words_date (verdict->earliest);
  if (!verdict->earliest_in_force)
    return g_strdup_printf (_ ("It would be met on %s, but the regime is then no longer in force."), date);

  return g_strdup_printf (_ ("Earliest filing: %s."), date);
}

/**
 * anc_words_verdict:
 * @verdict: of a regime that applies
 *
 * Returns: (transfer full): the number of months and the earliest date in one paragraph; empty where
 *   there is nothing to say
 */
char *
anc_words_verdict (const AncVerdict *verdict)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const AncCriterion *criterion = anc_verdict_find_work (verdict);
  const AncFinding *work = criterion != NULL ? &verdict->findings[criterion->index] : NULL;
  char *earliest = anc_words_earliest (verdict);

  if (work != NULL && work->n_months > 0)
    {
      guint counted = anc_finding_count_months (work, ANC_MONTH_COUNTED);
      guint arguable = anc_finding_count_months (work, ANC_MONTH_ARGUABLE);
      guint declared = anc_finding_count_months (work, ANC_MONTH_DECLARED);
      guint required = (guint) (work->required / ANC_AMOUNT_UNIT);

      append_sentence (text,
                       g_strdup_printf (ngettext ("%1$u proven month of the %2$u required.",
                                                  "%1$u proven months of the %2$u required.",
                                                  counted),
                                        counted,
                                        required));
      if (arguable > 0)
        append_sentence (text,
                         g_strdup_printf (ngettext ("%u more is arguable.", "%u more are arguable.", arguable), arguable));
      if (declared > 0)
        append_sentence (text,
                         g_strdup_printf (ngettext ("%u more is declared without payslip.",
                                                    "%u more are declared without payslip.",
                                                    declared),
                                          declared));
    }
  if (earliest != NULL)
    append_sentence (text, earliest);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- Criteria ------------------------------------------------------------------------------ */

/**
 * anc_words_measure:
 * @criterion: a criterion
 * @finding: what was found for it
 *
 * Returns: (transfer full) (nullable): what was measured, of what is required; %NULL where it measures
 *   nothing
 */
char *
anc_words_measure (const AncCriterion *criterion,
                   const AncFinding *finding)
{
  g_autofree char *measured = NULL;
  g_autofree char *required = NULL;

  if (finding->measured == ANC_AMOUNT_NONE || finding->required == ANC_AMOUNT_NONE)
    return NULL;

  switch (criterion->kind->unit)
    {
    case ANC_UNIT_MONTHS:
      measured = anc_words_number (finding->measured);
      required = anc_words_number (finding->required);
      return g_strdup_printf (_ ("%1$s of %2$s months"), measured, required);
    case ANC_UNIT_YEARS:
      measured = anc_words_number (finding->measured);
      return g_strdup_printf (_ ("%s years"), measured);
    case ANC_UNIT_EUROS:
      measured = anc_words_money (finding->measured);
      required = anc_words_money (finding->required);
      return g_strdup_printf (_ ("%1$s of %2$s"), measured, required);
    case ANC_UNIT_HOURS:
      measured = anc_words_number (finding->measured);
      required = anc_words_number (finding->required);
      return g_strdup_printf (_ ("%1$s of %2$s hours"), measured, required);
    case ANC_UNIT_NONE:
    default:
      return NULL;
    }
}

/* ---- What to do ---------------------------------------------------------------------------- */

static char *
describe_payslips (const AncStep *step,
                   const AncCaseFacts *facts)
{
  g_autofree char *employer = anc_words_clean (facts->employers[step->job->employer].name);
  g_autofree char *label = step->job->label != NULL ? anc_words_clean (step->job->label) : NULL;
  g_autofree char *months = anc_words_months ((const AncMonth *) (void *) step->months->data, step->months->len);
  g_autofree char *whom = label != NULL ? g_strdup_printf ("%s, %s", label, employer) : g_strdup (employer);

  if (step->missing < step->months->len)
    return g_strdup_printf (ngettext ("Find %1$u payslip of these: %2$s (%3$s).",
                                      "Find %1$u payslips of these: %2$s (%3$s).",
                                      step->missing),
                            step->missing,
                            months,
                            whom);

  return g_strdup_printf (ngettext ("Find the payslip of %1$s (%2$s).",
                                    "Find the payslips of %1$s (%2$s).",
                                    step->months->len),
                          months,
                          whom);
}

static char *
describe_arguable (const AncStep *step)
{
  g_autofree char *months = anc_words_months ((const AncMonth *) (void *) step->months->data, step->months->len);

  return g_strdup_printf (ngettext ("Check %s: the month is cut by the window, below the threshold, partly under an "
                                    "excluded stay, or of an occupation the lists do not settle.",
                                    "Check %s: these months are cut by the window, below the threshold, partly under "
                                    "an excluded stay, or of an occupation the lists do not settle.",
                                    step->months->len),
                          months);
}

static char *
describe_years (const AncStep *step)
{
  g_autoptr (GString) years = g_string_new (NULL);

  for (guint i = 0; i < step->years->len; i++)
    g_string_append_printf (years, "%s%d", i > 0 ? ", " : "", g_array_index (step->years, int, i));

  return g_strdup_printf (_ ("Find proofs of presence for %s."), years->str);
}

/**
 * anc_words_step:
 * @step: what someone can do
 * @facts: the case it is about
 * @language: the language of the law's texts
 *
 * Returns: (transfer full): the step as a sentence
 */
char *
anc_words_step (const AncStep *step,
                const AncCaseFacts *facts,
                AncLanguage language)
{
  g_autofree char *date = NULL;

  switch (step->kind)
    {
    case ANC_STEP_RECORD_NATIONALITY:
      return g_strdup (_ ("Record the nationality."));
    case ANC_STEP_RECORD_ENTRY_DATE:
      return g_strdup (_ ("Record the date on which the present stay in France began."));
    case ANC_STEP_RECORD_BIRTH_DATE:
      return g_strdup (_ ("Record the birth date."));
    case ANC_STEP_RECORD_JOBS:
      return g_strdup (_ ("Record the jobs, or that there are none."));
    case ANC_STEP_RECORD_OFFERS:
      return g_strdup (_ ("Record the offers with their pay and hours, or that there are none."));
    case ANC_STEP_RECORD_MEASURES:
      return g_strdup (_ ("Record the removal measures, or that there are none."));
    case ANC_STEP_RECORD_FACT:
      return g_strdup_printf (_ ("Record whether: %s."), step->fact->title.in[language]);
    case ANC_STEP_FIND_PAYSLIPS:
      return describe_payslips (step, facts);
    case ANC_STEP_ARGUE_MONTHS:
      return describe_arguable (step);
    case ANC_STEP_PROVE_YEARS:
      return describe_years (step);
    case ANC_STEP_WAIT:
    default:
      date = anc_words_date (step->date);
      return g_strdup_printf (_ ("Otherwise, if work goes on and is paid: file from %s."), date);
    }
}

/* ---- Regimes ------------------------------------------------------------------------------- */

/**
 * anc_words_grants:
 * @verdict: of a regime that applies
 * @language: the language of the law's texts
 *
 * Returns: (transfer full) (nullable): what would be delivered, as a sentence
 */
char *
anc_words_grants (const AncVerdict *verdict,
                  AncLanguage language)
{
  if (verdict->grants == NULL)
    return NULL;

  return g_strdup_printf (_ ("Would grant: %s."), verdict->grants->in[language]);
}

/**
 * anc_words_filing_period:
 * @regime: a regime
 *
 * Returns: (transfer full): on which filing dates it is in force
 */
char *
anc_words_filing_period (const AncRegime *regime)
{
  g_autofree char *from = regime->from != ANC_DATE_NONE ? anc_words_date (regime->from) : NULL;
  g_autofree char *until = regime->until != ANC_DATE_NONE ? anc_words_date (regime->until) : NULL;

  if (from != NULL && until != NULL)
    return g_strdup_printf (_ ("Filings from %1$s to %2$s"), from, until);
  if (until != NULL)
    return g_strdup_printf (_ ("Filings until %s"), until);

  return from != NULL ? g_strdup_printf (_ ("Filings from %s"), from) : g_strdup ("");
}

/**
 * anc_words_reason:
 * @reason: why a regime does not apply
 *
 * Returns: (nullable): the reason in a few words
 */
const char *
anc_words_reason (AncReason reason)
{
  static const char *const reasons[] = {
    NULL, N_ ("not yet in force"), N_ ("no longer in force"), N_ ("not for this nationality")
  };

  return reasons[reason] != NULL ? _ (reasons[reason]) : NULL;
}
