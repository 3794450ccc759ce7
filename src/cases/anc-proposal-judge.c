/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-case.h"

#include "anc-amount.h"
#include "anc-fold.h"
#include "anc-siret.h"

/* What a proposal is judged on, and the judgement in the making. */
typedef struct
{
  AncProposal *proposal;
  const AncProposalCase *seen;
  const AncSeenEmployer *employer; /* (nullable) */
  AncProposalJudgement judgement;
} Hearing;

/* The months in a row that the open slips of one employer fill, and the days they name. */
typedef struct
{
  AncMonth first;
  AncMonth last;
  AncDate start;
  AncDate end;
} Run;

/* ---- Issues and steps -------------------------------------------------------------------------- */

static void
object_to (Hearing *self,
           AncProposalIssueKind kind,
           AncProposalFieldId field,
           gint64 record,
           const AncProposalFigures *theirs)
{
  AncProposalIssue issue = { .kind = kind, .field = field, .record = record };

  issue.theirs = theirs != NULL ? *theirs
                                : (AncProposalFigures){ ANC_AMOUNT_NONE, ANC_AMOUNT_NONE, ANC_AMOUNT_NONE };
  g_array_append_val (self->judgement.issues, issue);
}

static void
add_step (GArray *steps,
          AncProposalAction action,
          gint64 record,
          AncDate start,
          AncDate end)
{
  const AncProposalStep step = { action, record, start, end };

  g_array_append_val (steps, step);
}

static void
do_step (Hearing *self,
         AncProposalAction action,
         gint64 record)
{
  add_step (self->judgement.steps, action, record, ANC_DATE_NONE, ANC_DATE_NONE);
}

static gboolean
is_recorded (const Hearing *self,
             AncProposalFieldId id)
{
  return anc_proposal_field_is_recorded (self->proposal->fields[id]);
}

static gboolean
is_unsure (const Hearing *self,
           AncProposalFieldId id)
{
  return anc_proposal_field_is_unsure (self->proposal->fields[id]);
}

static void
ask_for (Hearing *self,
         AncProposalFieldId id)
{
  if (!is_recorded (self, id))
    object_to (self, ANC_PROPOSAL_ISSUE_MISSING, id, 0, NULL);
}

static void
doubt (Hearing *self,
       AncProposalFieldId id)
{
  if (is_unsure (self, id))
    object_to (self, ANC_PROPOSAL_ISSUE_UNSURE, id, 0, NULL);
}

/* ---- Who --------------------------------------------------------------------------------------- */

static void
judge_person (Hearing *self)
{
  switch (self->proposal->person)
    {
    case ANC_NAME_MATCH_NONE:
      object_to (self, ANC_PROPOSAL_ISSUE_MISSING, ANC_PROPOSAL_PERSON, 0, NULL);
      break;
    case ANC_NAME_MATCH_OTHER:
      object_to (self, ANC_PROPOSAL_ISSUE_OTHER_PERSON, ANC_PROPOSAL_PERSON, 0, NULL);
      break;
    case ANC_NAME_MATCH_PARTLY:
      object_to (self, ANC_PROPOSAL_ISSUE_PERSON_PARTLY, ANC_PROPOSAL_PERSON, 0, NULL);
      break;
    case ANC_NAME_MATCH_FULL:
    default:
      doubt (self, ANC_PROPOSAL_PERSON);
    }
}

/* Whether anything names the employer that someone could be created from. */
static gboolean
names_employer (const Hearing *self)
{
  return self->employer != NULL || is_recorded (self, ANC_PROPOSAL_EMPLOYER);
}

static void
judge_employer (Hearing *self)
{
  const gboolean has_sure_name = is_recorded (self, ANC_PROPOSAL_EMPLOYER) && !is_unsure (self, ANC_PROPOSAL_EMPLOYER);
  const gboolean has_sure_siret = self->proposal->siret != NULL && !is_unsure (self, ANC_PROPOSAL_SIRET);

  self->employer = anc_proposal_case_find_employer (self->seen, self->proposal);
  self->judgement.employer = self->employer != NULL ? self->employer->row->key : 0;

  if (is_recorded (self, ANC_PROPOSAL_SIRET) && self->proposal->siret == NULL)
    object_to (self, ANC_PROPOSAL_ISSUE_SIRET_CHECK, ANC_PROPOSAL_SIRET, 0, NULL);
  if (self->employer == NULL && is_recorded (self, ANC_PROPOSAL_EMPLOYER))
    {
      object_to (self, ANC_PROPOSAL_ISSUE_UNKNOWN_EMPLOYER, ANC_PROPOSAL_EMPLOYER, 0, NULL);
      doubt (self, ANC_PROPOSAL_EMPLOYER);
      if (self->proposal->siret != NULL)
        doubt (self, ANC_PROPOSAL_SIRET);
      do_step (self, ANC_PROPOSAL_CREATE_EMPLOYER, 0);
    }
  else if (self->employer == NULL)
    object_to (self, ANC_PROPOSAL_ISSUE_MISSING, ANC_PROPOSAL_EMPLOYER, 0, NULL);
  else if (!has_sure_name && !has_sure_siret)
    {
      doubt (self, ANC_PROPOSAL_EMPLOYER);
      doubt (self, ANC_PROPOSAL_SIRET);
    }
}

/* ---- Which job --------------------------------------------------------------------------------- */

static gboolean
is_theirs (const Hearing *self,
           const AncSeenJob *job)
{
  return self->employer != NULL && job->employer == self->employer->row->key;
}

static gboolean
is_covered (const Hearing *self,
            AncMonth month)
{
  const AncDate first = anc_month_get_first_day (month);
  const AncDate last = anc_month_get_last_day (month);

  for (guint i = 0; i < self->seen->jobs->len; i++)
    {
      const AncSeenJob *job = &g_array_index (self->seen->jobs, AncSeenJob, i);

      if (is_theirs (self, job) && job->start <= last && job->end >= first)
        return TRUE;
    }

  return FALSE;
}

static AncMonth
get_month (AncProposal *proposal)
{
  return (AncMonth) anc_proposal_get_integer (proposal, ANC_PROPOSAL_MONTH, ANC_MONTH_NONE);
}

/* Whether another slip of the pile tells of the same person's work for the same employer. */
static gboolean
is_of_run (const Hearing *self,
           AncProposal *other)
{
  return other == self->proposal
         || (anc_proposal_wants_answer (other) && anc_proposal_is_payslip (other) && other->person != ANC_NAME_MATCH_OTHER
             && get_month (other) != ANC_MONTH_NONE && anc_proposal_same_employer (self->proposal, other));
}

static gboolean
find_month (const Hearing *self,
            GPtrArray *slips,
            AncMonth month,
            Run *run)
{
  const AncDate first = anc_month_get_first_day (month);
  const AncDate last = anc_month_get_last_day (month);
  AncDate start = ANC_DATE_MAX, end = ANC_DATE_MIN;
  gboolean found = FALSE;

  if (month != get_month (self->proposal) && is_covered (self, month))
    return FALSE;

  for (guint i = 0; i < slips->len; i++)
    {
      AncProposal *slip = g_ptr_array_index (slips, i);

      if (get_month (slip) != month)
        continue;
      start = MIN (start, slip->period_start != ANC_DATE_NONE ? CLAMP (slip->period_start, first, last) : first);
      end = MAX (end, slip->period_end != ANC_DATE_NONE ? CLAMP (slip->period_end, first, last) : last);
      found = TRUE;
    }

  if (found && month <= run->first)
    run->start = start;
  if (found && month >= run->last)
    run->end = end;
  return found;
}

/* The job to be written or extended takes in all months in a row that the pile shows, so that accepting the
 * first settles the others. */
static void
find_run (const Hearing *self,
          AncMonth month,
          Run *run)
{
  g_autoptr (GPtrArray) slips = g_ptr_array_new ();

  for (guint i = 0; i < self->seen->others->len; i++)
    if (is_of_run (self, g_ptr_array_index (self->seen->others, i)))
      g_ptr_array_add (slips, g_ptr_array_index (self->seen->others, i));

  *run = (Run){ month, month, anc_month_get_first_day (month), anc_month_get_last_day (month) };
  find_month (self, slips, month, run);
  for (AncMonth next = month - 1; next > 0 && find_month (self, slips, next, run); next--)
    run->first = next;
  for (AncMonth next = month + 1; find_month (self, slips, next, run); next++)
    run->last = next;
}

/* Whether the paper calls the job as the case does, or one of them says nothing. */
static gboolean
fits_occupation (const Hearing *self,
                 const AncSeenJob *job)
{
  const char *occupation = anc_proposal_get_text (self->proposal, ANC_PROPOSAL_OCCUPATION);
  g_autofree char *folded = occupation != NULL ? anc_fold (occupation, -1) : NULL;

  return folded == NULL || job->occupation == NULL || g_str_equal (folded, job->occupation);
}

static void
choose (Hearing *self,
        const AncProposalStep *wanted)
{
  for (guint i = 0; i < self->judgement.choices->len; i++)
    {
      const AncProposalStep *choice = &g_array_index (self->judgement.choices, AncProposalStep, i);

      if (choice->action == wanted->action && choice->record == wanted->record)
        self->judgement.choice = i;
    }
}

/* Offers the jobs that hold the days, and takes the one that fits. */
static gboolean
offer_covering_jobs (Hearing *self,
                     AncDate start,
                     AncDate end)
{
  guint n_fitting = 0;

  for (guint i = 0; i < self->seen->jobs->len; i++)
    {
      const AncSeenJob *job = &g_array_index (self->seen->jobs, AncSeenJob, i);
      gint64 key = job->row->key;

      if (!is_theirs (self, job) || job->start > end || job->end < start)
        continue;
      add_step (self->judgement.choices,
                ANC_PROPOSAL_USE_JOB,
                key,
                job->start,
                job->end == ANC_DATE_MAX ? ANC_DATE_NONE : job->end);
      if (!fits_occupation (self, job))
        continue;
      n_fitting++;
      self->judgement.choice = self->judgement.choices->len - 1;
    }

  if (self->judgement.choices->len > 1 && n_fitting != 1 && !self->proposal->has_chosen)
    object_to (self, ANC_PROPOSAL_ISSUE_SEVERAL_JOBS, ANC_PROPOSAL_OCCUPATION, 0, NULL);

  return self->judgement.choices->len > 0;
}

/* Offers to extend the jobs around the days of @run; takes one they follow or precede at once. */
static gboolean
offer_extensions (Hearing *self,
                  const Run *run)
{
  gboolean is_adjacent = FALSE;

  for (guint i = 0; i < self->seen->jobs->len; i++)
    {
      const AncSeenJob *job = &g_array_index (self->seen->jobs, AncSeenJob, i);
      const gboolean is_before = job->end < run->start;
      const AncMonth near = is_before ? anc_date_get_month (job->end) + 1 : anc_date_get_month (job->start) - 1;

      if (!is_theirs (self, job))
        continue;
      add_step (self->judgement.choices,
                ANC_PROPOSAL_EXTEND_JOB,
                job->row->key,
                MIN (job->start, run->start),
                job->end == ANC_DATE_MAX ? ANC_DATE_NONE : MAX (job->end, run->end));
      if (!is_adjacent && fits_occupation (self, job) && near == (is_before ? run->first : run->last))
        {
          is_adjacent = TRUE;
          self->judgement.choice = self->judgement.choices->len - 1;
        }
    }

  return is_adjacent;
}

static void
offer_creation (Hearing *self,
                AncDate start,
                AncDate end,
                gboolean is_default)
{
  add_step (self->judgement.choices, ANC_PROPOSAL_CREATE_JOB, 0, start, end);
  if (is_default)
    self->judgement.choice = self->judgement.choices->len - 1;
}

/* Follows what a person chose, where it still is a choice, and says what it does. */
static void
settle_choice (Hearing *self)
{
  AncProposalStep choice;

  if (self->proposal->has_chosen)
    choose (self, &self->proposal->chosen);
  choice = g_array_index (self->judgement.choices, AncProposalStep, self->judgement.choice);
  g_array_append_val (self->judgement.steps, choice);
  if (choice.action == ANC_PROPOSAL_CREATE_JOB)
    {
      doubt (self, ANC_PROPOSAL_OCCUPATION);
      doubt (self, ANC_PROPOSAL_CONTRACT);
    }
}

static void
judge_month_job (Hearing *self,
                 AncMonth month)
{
  const AncDate first = anc_month_get_first_day (month);
  const AncDate last = anc_month_get_last_day (month);
  gboolean is_near;
  Run run;

  if (offer_covering_jobs (self, first, last))
    offer_creation (self, first, last, FALSE);
  else
    {
      find_run (self, month, &run);
      is_near = offer_extensions (self, &run);
      if (self->employer != NULL)
        object_to (self, ANC_PROPOSAL_ISSUE_OUTSIDE_JOB, ANC_PROPOSAL_MONTH, 0, NULL);
      offer_creation (self, run.start, run.end, !is_near);
    }
  settle_choice (self);
}

/* ---- Which payslip ----------------------------------------------------------------------------- */

static AncProposal *
find_other (const Hearing *self,
            gint64 document)
{
  for (guint i = 0; document != 0 && i < self->seen->others->len; i++)
    {
      AncProposal *other = g_ptr_array_index (self->seen->others, i);

      if (other->document_key == document && other->is_accepted && get_month (other) == get_month (self->proposal))
        return other;
    }

  return NULL;
}

/* What the case already has of this month and employer. */
static void
judge_recorded (Hearing *self,
                AncMonth month)
{
  const AncProposalFigures ours = anc_proposal_get_figures (self->proposal);
  const AncProposalStep *chosen = &g_array_index (self->judgement.choices, AncProposalStep, self->judgement.choice);
  gint64 to_prove = 0, to_add_to = 0;

  for (guint i = 0; i < self->seen->payslips->len; i++)
    {
      const AncSeenPayslip *payslip = &g_array_index (self->seen->payslips, AncSeenPayslip, i);
      const AncSeenJob *job = payslip->job != G_MAXUINT ? &g_array_index (self->seen->jobs, AncSeenJob, payslip->job) : NULL;
      const AncProposalFigures theirs = anc_proposal_case_get_figures (payslip);
      const gboolean agree = anc_proposal_figures_agree (&ours, &theirs);
      AncProposal *other;

      if (payslip->month != month || job == NULL || !is_theirs (self, job))
        continue;
      /* A case has one payslip of a job, month and document. */
      if (payslip->document == self->proposal->document_key && chosen->record == job->row->key)
        to_add_to = payslip->row->key;
      if (payslip->document == 0 && to_prove == 0)
        {
          to_prove = payslip->row->key;
          if (!agree)
            object_to (self, ANC_PROPOSAL_ISSUE_FIGURES_DIFFER, ANC_PROPOSAL_MONTH, to_prove, &theirs);
          continue;
        }
      other = find_other (self, payslip->document);
      if (other == NULL || anc_proposal_shares_days (self->proposal, other))
        object_to (self,
                   agree ? ANC_PROPOSAL_ISSUE_MONTH_PROVED : ANC_PROPOSAL_ISSUE_FIGURES_DIFFER,
                   ANC_PROPOSAL_MONTH,
                   payslip->row->key,
                   &theirs);
    }

  if (to_add_to != 0)
    do_step (self, ANC_PROPOSAL_ADD_TO_PAYSLIP, to_add_to);
  else
    do_step (self, to_prove != 0 ? ANC_PROPOSAL_PROVE_PAYSLIP : ANC_PROPOSAL_WRITE_PAYSLIP, to_prove);
}

/* What the rest of the pile has of it. Of two that agree the second is one too many. */
static void
judge_twins (Hearing *self,
             AncMonth month)
{
  const AncProposalFigures ours = anc_proposal_get_figures (self->proposal);
  gboolean is_later = FALSE;

  for (guint i = 0; i < self->seen->others->len; i++)
    {
      AncProposal *other = g_ptr_array_index (self->seen->others, i);
      AncProposalFigures theirs;

      is_later = is_later || other == self->proposal;
      if (other == self->proposal || get_month (other) != month || !is_of_run (self, other)
          || self->proposal->person == ANC_NAME_MATCH_OTHER || !anc_proposal_shares_days (self->proposal, other))
        continue;

      theirs = anc_proposal_get_figures (other);
      if (!anc_proposal_figures_agree (&ours, &theirs))
        object_to (self, ANC_PROPOSAL_ISSUE_TWIN_DIFFERS, ANC_PROPOSAL_MONTH, other->document_key, &theirs);
      else if (!is_later)
        object_to (self, ANC_PROPOSAL_ISSUE_TWIN, ANC_PROPOSAL_MONTH, other->document_key, &theirs);
    }
}

/* ---- Each sort of document --------------------------------------------------------------------- */

static void
judge_payslip (Hearing *self)
{
  static const AncProposalFieldId needed[] = { ANC_PROPOSAL_MONTH, ANC_PROPOSAL_HOURS, ANC_PROPOSAL_GROSS };
  static const AncProposalFieldId doubted[] = { ANC_PROPOSAL_MONTH, ANC_PROPOSAL_HOURS, ANC_PROPOSAL_GROSS, ANC_PROPOSAL_NET };
  const AncMonth month = get_month (self->proposal);

  judge_person (self);
  judge_employer (self);
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    ask_for (self, needed[i]);
  for (guint i = 0; i < G_N_ELEMENTS (doubted); i++)
    doubt (self, doubted[i]);

  if (month != ANC_MONTH_NONE && names_employer (self))
    {
      judge_month_job (self, month);
      judge_recorded (self, month);
      judge_twins (self, month);
      do_step (self, ANC_PROPOSAL_SORT_DOCUMENT, self->proposal->document_key);
      self->judgement.is_acceptable = TRUE;
    }
}

/* A contract or certificate: one job holds its days, or is made to. */
static void
judge_paper_job (Hearing *self)
{
  const AncDate start = (AncDate) anc_proposal_get_integer (self->proposal, ANC_PROPOSAL_START, ANC_DATE_NONE);
  const AncDate end = (AncDate) anc_proposal_get_integer (self->proposal, ANC_PROPOSAL_END, ANC_DATE_NONE);
  const AncDate last = end != ANC_DATE_NONE ? end : start;
  const Run run = { anc_date_get_month (start), anc_date_get_month (last), start, last };

  if (!offer_covering_jobs (self, start, start))
    {
      const gboolean is_near = offer_extensions (self, &run);

      if (self->employer != NULL)
        object_to (self, ANC_PROPOSAL_ISSUE_OUTSIDE_JOB, ANC_PROPOSAL_START, 0, NULL);
      offer_creation (self, start, end, !is_near);
    }
  else
    offer_creation (self, start, end, FALSE);
  settle_choice (self);
}

static void
judge_job_paper (Hearing *self)
{
  static const AncProposalFieldId doubted[] = {
    ANC_PROPOSAL_DATE, ANC_PROPOSAL_START, ANC_PROPOSAL_END, ANC_PROPOSAL_WEEKLY_HOURS, ANC_PROPOSAL_MONTHLY_GROSS
  };
  const AncDate start = (AncDate) anc_proposal_get_integer (self->proposal, ANC_PROPOSAL_START, ANC_DATE_NONE);
  const AncDate end = (AncDate) anc_proposal_get_integer (self->proposal, ANC_PROPOSAL_END, ANC_DATE_MAX);

  judge_person (self);
  judge_employer (self);
  ask_for (self, ANC_PROPOSAL_START);
  for (guint i = 0; i < G_N_ELEMENTS (doubted); i++)
    doubt (self, doubted[i]);

  if (start != ANC_DATE_NONE && end >= start && names_employer (self))
    judge_paper_job (self);
  else
    g_array_set_size (self->judgement.steps, 0);
  do_step (self, ANC_PROPOSAL_SORT_DOCUMENT, self->proposal->document_key);
  self->judgement.is_acceptable = TRUE;
}

static void
judge_paper (Hearing *self)
{
  const char *kind = anc_proposal_get_kind (self->proposal);

  if (kind == NULL)
    object_to (self, ANC_PROPOSAL_ISSUE_UNKNOWN_KIND, ANC_PROPOSAL_KIND, 0, NULL);
  else
    ask_for (self, ANC_PROPOSAL_DATE);
  doubt (self, ANC_PROPOSAL_DATE);
  if (self->proposal->person != ANC_NAME_MATCH_NONE)
    judge_person (self);

  if (kind != NULL)
    do_step (self, ANC_PROPOSAL_SORT_DOCUMENT, self->proposal->document_key);
  self->judgement.is_acceptable = kind != NULL;
}

/* ---- The whole --------------------------------------------------------------------------------- */

static AncProposalState
get_state (const Hearing *self)
{
  AncProposalState state = ANC_PROPOSAL_STATE_SURE;

  if (self->proposal->is_waiting)
    return ANC_PROPOSAL_STATE_WAITING;
  if (self->proposal->is_accepted)
    return ANC_PROPOSAL_STATE_ACCEPTED;
  if (self->proposal->is_aside)
    return ANC_PROPOSAL_STATE_SET_ASIDE;
  if (self->proposal->problem != NULL)
    return ANC_PROPOSAL_STATE_UNREADABLE;

  for (guint i = 0; i < self->judgement.issues->len; i++)
    {
      const AncProposalIssue *issue = &g_array_index (self->judgement.issues, AncProposalIssue, i);

      state = MAX (state, anc_proposal_issue_kind_is_conflict (issue->kind) ? ANC_PROPOSAL_STATE_CONFLICT : ANC_PROPOSAL_STATE_DOUBTFUL);
    }

  return state;
}

/**
 * anc_proposal_judge:
 * @self: a proposal
 * @seen: its case and the other proposals, as they are now
 *
 * Finds what the case makes of it: how it stands, why, and what accepting it would do.
 */
void
anc_proposal_judge (AncProposal *self,
                    const AncProposalCase *seen)
{
  Hearing hearing = { .proposal = self, .seen = seen };

  anc_proposal_judgement_init (&hearing.judgement);
  if (!self->is_accepted)
    {
      if (anc_proposal_is_payslip (self))
        judge_payslip (&hearing);
      else if (anc_proposal_kind_is_about_job (anc_proposal_get_kind (self)))
        judge_job_paper (&hearing);
      else
        judge_paper (&hearing);
    }
  hearing.judgement.state = get_state (&hearing);

  anc_proposal_take_judgement (self, &hearing.judgement);
}
