/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-words.h"

#include "anc-record-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* A word of files and the sentence for it. */
typedef struct
{
  const char *name;
  const char *sentence;
} Sentence;

static const char *
find_sentence (const Sentence *sentences,
               guint n_sentences,
               const char *name)
{
  for (guint i = 0; i < n_sentences; i++)
    if (g_strcmp0 (sentences[i].name, name) == 0)
      return _ (sentences[i].sentence);

  return name;
}

/* ---- Names ------------------------------------------------------------------------------------- */

const char *
anc_words_proposal_state (AncProposalState state)
{
  static const char *const words[] = {
    [ANC_PROPOSAL_STATE_WAITING] = N_ ("waits to be read"),
    [ANC_PROPOSAL_STATE_UNREADABLE] = N_ ("not read"),
    [ANC_PROPOSAL_STATE_SURE] = N_ ("sure"),
    [ANC_PROPOSAL_STATE_DOUBTFUL] = N_ ("doubtful"),
    [ANC_PROPOSAL_STATE_CONFLICT] = N_ ("in conflict"),
    [ANC_PROPOSAL_STATE_ACCEPTED] = N_ ("accepted"),
    [ANC_PROPOSAL_STATE_SET_ASIDE] = N_ ("set aside"),
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (words), NULL);

  return _ (words[state]);
}

const char *
anc_words_proposal_field (AncProposalFieldId id)
{
  static const char *const words[ANC_N_PROPOSAL_FIELDS] = {
    [ANC_PROPOSAL_KIND] = N_ ("Kind of document"),
    [ANC_PROPOSAL_DATE] = N_ ("Date of the document"),
    [ANC_PROPOSAL_MONTH] = N_ ("Month"),
    [ANC_PROPOSAL_EMPLOYER] = N_ ("Employer"),
    [ANC_PROPOSAL_SIRET] = N_ ("SIRET"),
    [ANC_PROPOSAL_PERSON] = N_ ("Person"),
    [ANC_PROPOSAL_OCCUPATION] = N_ ("Occupation"),
    [ANC_PROPOSAL_CONTRACT] = N_ ("Contract"),
    [ANC_PROPOSAL_START] = N_ ("From"),
    [ANC_PROPOSAL_END] = N_ ("Until"),
    [ANC_PROPOSAL_WEEKLY_HOURS] = N_ ("Hours a week"),
    [ANC_PROPOSAL_MONTHLY_GROSS] = N_ ("Gross pay a month"),
    [ANC_PROPOSAL_HOURS] = N_ ("Hours paid"),
    [ANC_PROPOSAL_GROSS] = N_ ("Gross pay"),
    [ANC_PROPOSAL_NET] = N_ ("Net pay"),
  };

  g_return_val_if_fail (id < G_N_ELEMENTS (words), NULL);

  return _ (words[id]);
}

/* Returns: (transfer full) (nullable): the value as people write it; %NULL for none */
char *
anc_words_proposal_value (AncProposalField *field)
{
  const AncProposalFieldId id = anc_proposal_field_get_id (field);
  g_autofree char *text = anc_words_value (anc_proposal_field_id_get_table (id),
                                           anc_proposal_field_id_get_column (id),
                                           anc_proposal_field_get_value (field));

  return text != NULL ? anc_words_clean (text) : NULL;
}

/* Why a document could not be read; @problem is one of anc_proposal_get_problem(). */
const char *
anc_words_reading_problem (const char *problem)
{
  static const Sentence sentences[] = {
    { "password", N_ ("The document is locked: its password is needed.") },
    { "damaged", N_ ("The document is too damaged to be read. Ask for it again, or scan the paper.") },
    { "not_a_document", N_ ("This is no PDF, JPEG, PNG or TIFF. Save a letter as PDF, a photograph of a telephone (HEIC) as JPEG, and add that file.") },
    { "too_large", N_ ("The document takes more memory than one is given. Print it to a new PDF, and add that file.") },
    { "timeout", N_ ("The document takes more time than one is given. Print it to a new PDF, and add that file.") },
    { "crashed", N_ ("The document brought down the program that read it. Nothing else was touched; ask for it again, or scan the paper.") },
    { "cancelled", N_ ("The reading was given up.") },
    { "unavailable", N_ ("The program that reads documents could not be started. Install Ancrage again; what was added is kept.") },
  };

  return find_sentence (sentences, G_N_ELEMENTS (sentences), problem);
}

/* What became of a file that was handed over; @outcome is one of anc_intake_outcome_get_name(). */
const char *
anc_words_intake_outcome (const char *outcome)
{
  static const Sentence sentences[] = {
    { "stored", N_ ("stored") },
    { "in_case", N_ ("the case already has this file") },
    { "hidden", N_ ("hidden, left out") },
    { "link", N_ ("a link, not followed") },
    { "special", N_ ("neither a file nor a folder") },
    { "empty", N_ ("an empty file") },
    { "too_large", N_ ("too large") },
    { "unreadable", N_ ("cannot be opened") },
    { "not_stored", N_ ("could not be stored") },
  };

  return find_sentence (sentences, G_N_ELEMENTS (sentences), outcome);
}

/* ---- Issues ------------------------------------------------------------------------------------ */

static char *
describe_figures (const AncProposalFigures *figures)
{
  g_autofree char *hours = figures->hours != ANC_AMOUNT_NONE ? anc_words_hours (figures->hours) : g_strdup ("–");
  g_autofree char *gross = figures->gross != ANC_AMOUNT_NONE ? anc_words_money (figures->gross) : g_strdup ("–");
  g_autofree char *net = figures->net != ANC_AMOUNT_NONE ? anc_words_money (figures->net) : g_strdup ("–");

  /* Translators: what a payslip says: hours, gross pay, net pay. */
  return g_strdup_printf (_ ("%1$s, gross %2$s, net %3$s"), hours, gross, net);
}

static const char *
find_document_title (const AncCaseRows *rows,
                     gint64 key)
{
  const AncRow *document = anc_case_rows_find (rows, ANC_TABLE_DOCUMENTS, key);

  return document != NULL ? anc_row_get_text (document, "title") : NULL;
}

static char *
get_value (AncProposal *proposal,
           AncProposalFieldId id)
{
  char *text = anc_words_proposal_value (anc_proposal_get_field (proposal, id));

  return text != NULL ? text : g_strdup ("–");
}

static char *
say_twin (const AncProposalIssue *issue,
          const AncCaseRows *rows)
{
  g_autofree char *figures = describe_figures (&issue->theirs);
  const char *title = find_document_title (rows, issue->record);
  g_autofree char *clean = anc_words_clean (title != NULL ? title : "");

  return issue->kind == ANC_PROPOSAL_ISSUE_TWIN
             ? g_strdup_printf (_ ("“%s” is of the same month and employer, with the same figures."), clean)
             : g_strdup_printf (_ ("“%1$s” is of the same month and employer, with other figures: %2$s."), clean, figures);
}

static char *
say_outside (AncProposal *proposal)
{
  g_autofree char *when = get_value (proposal, anc_proposal_is_payslip (proposal) ? ANC_PROPOSAL_MONTH : ANC_PROPOSAL_START);

  return g_strdup_printf (_ ("No job at this employer covers %s."), when);
}

/**
 * anc_words_proposal_issue:
 * @proposal: a proposal
 * @issue: one of its issues
 * @rows: its case
 *
 * Returns: (transfer full): the issue as a sentence
 */
char *
anc_words_proposal_issue (AncProposal *proposal,
                          const AncProposalIssue *issue,
                          const AncCaseRows *rows)
{
  g_autofree char *value = get_value (proposal, issue->field);
  g_autofree char *figures = NULL;

  switch (issue->kind)
    {
    case ANC_PROPOSAL_ISSUE_MISSING:
      return g_strdup_printf (_ ("Not found: %s."), anc_words_proposal_field (issue->field));
    case ANC_PROPOSAL_ISSUE_UNSURE:
      return g_strdup_printf (_ ("To be checked: %1$s, %2$s."), anc_words_proposal_field (issue->field), value);
    case ANC_PROPOSAL_ISSUE_PERSON_PARTLY:
      return g_strdup_printf (_ ("The name is only partly the person’s: %s."), value);
    case ANC_PROPOSAL_ISSUE_SEVERAL_JOBS:
      return g_strdup (_ ("Several jobs at this employer fit: choose one."));
    case ANC_PROPOSAL_ISSUE_UNKNOWN_KIND:
      return g_strdup (_ ("Say what kind of document this is."));
    case ANC_PROPOSAL_ISSUE_OTHER_PERSON:
      return g_strdup_printf (_ ("The name is another person’s: %s."), value);
    case ANC_PROPOSAL_ISSUE_MONTH_PROVED:
      return g_strdup_printf (_ ("%s is proved already, with the same figures."), value);
    case ANC_PROPOSAL_ISSUE_FIGURES_DIFFER:
      figures = describe_figures (&issue->theirs);
      return g_strdup_printf (_ ("The case has other figures for %1$s: %2$s."), value, figures);
    case ANC_PROPOSAL_ISSUE_TWIN:
    case ANC_PROPOSAL_ISSUE_TWIN_DIFFERS:
      return say_twin (issue, rows);
    case ANC_PROPOSAL_ISSUE_UNKNOWN_EMPLOYER:
      return g_strdup_printf (_ ("The case has no such employer: %s."), value);
    case ANC_PROPOSAL_ISSUE_OUTSIDE_JOB:
      return say_outside (proposal);
    case ANC_PROPOSAL_ISSUE_SIRET_CHECK:
    default:
      return g_strdup_printf (_ ("The SIRET fails its check digit: %s."), value);
    }
}

/* ---- Steps ------------------------------------------------------------------------------------- */

static char *
describe_job (const AncProposalStep *step,
              const AncCaseRows *rows)
{
  const AncRow *job = anc_case_rows_find (rows, ANC_TABLE_JOBS, step->record);
  const char *label = job != NULL ? anc_row_get_text (job, "occupation_label") : NULL;
  g_autofree char *clean = anc_words_clean (label != NULL ? label : _ ("job without a name"));
  g_autofree char *dates = anc_words_dates (step->start, step->end);

  return g_strdup_printf ("%s, %s", clean, dates);
}

/**
 * anc_words_proposal_step:
 * @proposal: a proposal
 * @step: one of its steps, or of its choices of a job
 * @rows: its case
 *
 * Returns: (transfer full): what the step does, as a sentence
 */
char *
anc_words_proposal_step (AncProposal *proposal,
                         const AncProposalStep *step,
                         const AncCaseRows *rows)
{
  g_autofree char *month = get_value (proposal, ANC_PROPOSAL_MONTH);
  g_autofree char *employer = get_value (proposal, ANC_PROPOSAL_EMPLOYER);
  g_autofree char *occupation = get_value (proposal, ANC_PROPOSAL_OCCUPATION);
  g_autofree char *contract = get_value (proposal, ANC_PROPOSAL_CONTRACT);
  g_autofree char *dates = anc_words_dates (step->start, step->end);
  g_autofree char *job = describe_job (step, rows);

  switch (step->action)
    {
    case ANC_PROPOSAL_CREATE_EMPLOYER:
      return g_strdup_printf (_ ("Write the employer %s."), employer);
    case ANC_PROPOSAL_USE_JOB:
      return g_strdup_printf (_ ("Take the job: %s."), job);
    case ANC_PROPOSAL_EXTEND_JOB:
      return g_strdup_printf (_ ("Extend the job: %s."), job);
    case ANC_PROPOSAL_CREATE_JOB:
      /* Translators: an occupation, a kind of contract, dates. */
      return g_strdup_printf (_ ("Write a job: %1$s, %2$s, %3$s."), occupation, contract, dates);
    case ANC_PROPOSAL_WRITE_PAYSLIP:
      return g_strdup_printf (_ ("Write the payslip of %s."), month);
    case ANC_PROPOSAL_PROVE_PAYSLIP:
      return g_strdup_printf (_ ("Prove the payslip of %s, which has no document."), month);
    case ANC_PROPOSAL_ADD_TO_PAYSLIP:
      return g_strdup_printf (_ ("Add to the payslip of %s from the same document."), month);
    case ANC_PROPOSAL_SORT_DOCUMENT:
    default:
      return g_strdup (_ ("Note what the document is."));
    }
}
