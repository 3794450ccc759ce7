/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-record-words.h"

#include "anc-amount.h"
#include "anc-typed-value.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Keeps a name that runs the other way from turning the sentence around it. */
#define ISOLATE "\xe2\x81\xa8"
#define POP_ISOLATE "\xe2\x81\xa9"

/* ---- Columns ------------------------------------------------------------------------------- */

static const struct
{
  const char *table;
  const char *column;
  const char *title;
} titles[] = {
  { "cases", "reference", N_ ("Reference") },
  { "cases", "family_name", N_ ("Family name") },
  { "cases", "given_names", N_ ("Given names") },
  { "cases", "birth_date", N_ ("Born on") },
  { "cases", "birth_place", N_ ("Born in") },
  { "cases", "nationality", N_ ("Nationality") },
  { "cases", "sex", N_ ("Sex") },
  { "cases", "department", N_ ("Department of residence") },
  { "cases", "address", N_ ("Address") },
  { "cases", "phone", N_ ("Telephone") },
  { "cases", "email", N_ ("E-mail") },
  { "cases", "foreigner_number", N_ ("Foreigner number") },
  { "cases", "entry_date", N_ ("In France since") },
  { "cases", "notes", N_ ("Notes") },
  { "cases", "state", N_ ("State of the case") },
  { "cases", "tags", N_ ("Tags") },
  { "cases", "exhibit_order", N_ ("Order of the exhibits") },
  { "cases", "stays_recorded", N_ ("Stays looked into") },
  { "cases", "absences_recorded", N_ ("Absences looked into") },
  { "cases", "employers_recorded", N_ ("Employers looked into") },
  { "cases", "jobs_recorded", N_ ("Jobs looked into") },
  { "cases", "payslips_recorded", N_ ("Payslips looked into") },
  { "cases", "offers_recorded", N_ ("Offers looked into") },
  { "cases", "measures_recorded", N_ ("Measures looked into") },
  { "cases", "facts_recorded", N_ ("Facts looked into") },
  { "cases", "documents_recorded", N_ ("Documents looked into") },
  { "cases", "events_recorded", N_ ("Events looked into") },
  { "stays", "status", N_ ("Kind of stay") },
  { "stays", "start", N_ ("From") },
  { "stays", "end", N_ ("Until") },
  { "absences", "start", N_ ("From") },
  { "absences", "end", N_ ("Until") },
  { "employers", "id", N_ ("Identifier") },
  { "employers", "name", N_ ("Name") },
  { "employers", "kind", N_ ("Kind of employer") },
  { "employers", "siret", N_ ("SIRET") },
  { "employers", "department", N_ ("Department") },
  { "employers", "address", N_ ("Address") },
  { "employers", "ape", N_ ("Activity (APE code)") },
  { "jobs", "id", N_ ("Identifier") },
  { "jobs", "employer", N_ ("Employer") },
  { "jobs", "start", N_ ("From") },
  { "jobs", "end", N_ ("Until") },
  { "jobs", "contract", N_ ("Contract") },
  { "jobs", "occupation_label", N_ ("Occupation") },
  { "jobs", "occupation_rome", N_ ("ROME code") },
  { "jobs", "occupation_fap", N_ ("FAP code") },
  { "jobs", "occupation_rome_old", N_ ("Old ROME code") },
  { "jobs", "weekly_hours", N_ ("Hours a week") },
  { "jobs", "monthly_gross", N_ ("Gross pay a month") },
  { "jobs", "department", N_ ("Department of the work place") },
  { "payslips", "job", N_ ("Job") },
  { "payslips", "month", N_ ("Month") },
  { "payslips", "hours", N_ ("Hours paid") },
  { "payslips", "gross", N_ ("Gross pay") },
  { "payslips", "net", N_ ("Net pay") },
  { "payslips", "document", N_ ("Document") },
  { "offers", "id", N_ ("Identifier") },
  { "offers", "employer", N_ ("Employer") },
  { "offers", "contract", N_ ("Contract") },
  { "offers", "occupation_label", N_ ("Occupation") },
  { "offers", "occupation_rome", N_ ("ROME code") },
  { "offers", "occupation_fap", N_ ("FAP code") },
  { "offers", "occupation_rome_old", N_ ("Old ROME code") },
  { "offers", "weekly_hours", N_ ("Hours a week") },
  { "offers", "monthly_gross", N_ ("Gross pay a month") },
  { "offers", "start", N_ ("From") },
  { "offers", "duration_months", N_ ("Length in months") },
  { "offers", "collective_minimum", N_ ("Minimum pay of the collective agreement") },
  { "offers", "commitment_months", N_ ("Months of work promised") },
  { "offers", "commitment_over_months", N_ ("Over how many months") },
  { "offers", "commitment_training_months", N_ ("Months of training among them") },
  { "offers", "department", N_ ("Department of the work place") },
  { "offers", "document", N_ ("Document") },
  { "measures", "kind", N_ ("Kind of measure") },
  { "measures", "notified", N_ ("Notified on") },
  { "measures", "irtf_months", N_ ("Ban on return, in months") },
  { "measures", "executed", N_ ("Carried out") },
  { "measures", "new_facts", N_ ("New facts since") },
  { "facts", "name", N_ ("Fact") },
  { "facts", "value", N_ ("Answer") },
  { "documents", "id", N_ ("Identifier") },
  { "documents", "title", N_ ("Title") },
  { "documents", "kind", N_ ("Kind of document") },
  { "documents", "date", N_ ("Date") },
  { "documents", "month", N_ ("Month") },
  { "documents", "pages", N_ ("Pages") },
  { "documents", "file", N_ ("File") },
  { "documents", "sha256", N_ ("Fingerprint (SHA-256)") },
  { "documents", "exhibit", N_ ("Exhibit it belongs to") },
  { "documents", "exhibit_title", N_ ("Title of the exhibit") },
  { "documents", "exhibit_number", N_ ("Filed as exhibit no.") },
  { "documents", "left_out", N_ ("Left out of the numbered file") },
  { "events", "date", N_ ("Date") },
  { "events", "kind", N_ ("What happened") },
  { "events", "note", N_ ("Note") },
  { "events", "document", N_ ("Document") },
};

/* A table of "" stands for all that have the column. */
static const struct
{
  const char *table;
  const char *column;
  const char *word;
  const char *context;
  const char *text;
} choices[] = {
  { "stays", "status", "undocumented", "stay", NC_ ("stay", "without a permit") },
  { "stays", "status", "asylum_seeker", "stay", NC_ ("stay", "asylum seeker’s certificate") },
  { "stays", "status", "student", "stay", NC_ ("stay", "student permit") },
  { "stays", "status", "seasonal", "stay", NC_ ("stay", "seasonal worker’s permit") },
  { "stays", "status", "provisional", "stay", NC_ ("stay", "provisional permit") },
  { "stays", "status", "permit", "stay", NC_ ("stay", "residence permit") },
  { "employers", "kind", "company", "employer", NC_ ("employer", "company or association") },
  { "employers", "kind", "household", "employer", NC_ ("employer", "private household") },
  { "employers", "kind", "agency", "employer", NC_ ("employer", "temporary-work agency") },
  { "", "contract", "permanent", "contract", NC_ ("contract", "permanent contract") },
  { "", "contract", "fixed_term", "contract", NC_ ("contract", "fixed-term contract") },
  { "", "contract", "agency", "contract", NC_ ("contract", "agency contract") },
  { "", "contract", "seasonal", "contract", NC_ ("contract", "seasonal contract") },
  { "", "contract", "household", "contract", NC_ ("contract", "household employment") },
  { "", "contract", "apprenticeship", "contract", NC_ ("contract", "apprenticeship contract") },
  { "", "contract", "self_employed", "contract", NC_ ("contract", "self-employed") },
  { "measures", "kind", "oqtf", "measure", NC_ ("measure", "obligation to leave France (OQTF)") },
  { "measures", "kind", "expulsion", "measure", NC_ ("measure", "expulsion order") },
  { "cases", "sex", "F", "sex", NC_ ("sex", "woman") },
  { "cases", "sex", "M", "sex", NC_ ("sex", "man") },
  { "cases", "sex", "X", "sex", NC_ ("sex", "other or not stated") },
  { "cases", "state", "intake", "case", NC_ ("case", "first contact") },
  { "cases", "state", "open", "case", NC_ ("case", "in preparation") },
  { "cases", "state", "filed", "case", NC_ ("case", "request filed") },
  { "cases", "state", "closed", "case", NC_ ("case", "case closed") },
  { "cases", "state", "archived", "case", NC_ ("case", "in the archive") },
};

/**
 * anc_words_column:
 *
 * Returns: what a column of a table is called
 */
const char *
anc_words_column (const AncTable *table,
                  const AncColumn *column)
{
  g_return_val_if_fail (table != NULL && column != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i].table, table->name) == 0 && strcmp (titles[i].column, column->name) == 0)
      return _ (titles[i].title);

  return column->name;
}

/**
 * anc_words_choice:
 * @word: (nullable): one of the words of a choice
 *
 * Returns: (nullable): what people call it; %NULL where nothing was chosen
 */
const char *
anc_words_choice (const AncTable *table,
                  const AncColumn *column,
                  const char *word)
{
  if (word == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if ((*choices[i].table == '\0' || strcmp (choices[i].table, table->name) == 0)
        && strcmp (choices[i].column, column->name) == 0
        && strcmp (choices[i].word, word) == 0)
      return g_dpgettext2 (NULL, choices[i].context, choices[i].text);

  return word;
}

/* The events offered; a case from elsewhere may hold others, which go by their own word. */
static const struct
{
  const char *word;
  const char *text;
} event_kinds[] = {
  { "first_meeting", NC_ ("event", "first meeting") },
  { "file_ready", NC_ ("event", "file ready") },
  { "appointment", NC_ ("event", "appointment at the prefecture") },
  { "filed", NC_ ("event", "request filed") },
  { "documents_requested", NC_ ("event", "documents asked for") },
  { "documents_sent", NC_ ("event", "documents sent") },
  { "receipt", NC_ ("event", "receipt given") },
  { "commission", NC_ ("event", "heard by the residence-permit commission") },
  { "granted", NC_ ("event", "granted") },
  { "refused", NC_ ("event", "refused") },
  { "appeal", NC_ ("event", "appeal to the administration") },
  { "court_appeal", NC_ ("event", "appeal to the court") },
  { "judgment", NC_ ("event", "judgment") },
  { "note", NC_ ("event", "note") },
};

/**
 * anc_words_get_event_kind:
 * @index: from 0
 *
 * Returns: (nullable): the word of a kind of event that people are offered, in the order in which they
 *   mostly happen; %NULL after the last
 */
const char *
anc_words_get_event_kind (guint index)
{
  return index < G_N_ELEMENTS (event_kinds) ? event_kinds[index].word : NULL;
}

/**
 * anc_words_event:
 * @kind: (nullable): the kind of an event
 *
 * Returns: (transfer full): what people call it
 */
char *
anc_words_event (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (event_kinds) && kind != NULL; i++)
    if (strcmp (event_kinds[i].word, kind) == 0)
      return g_strdup (g_dpgettext2 (NULL, "event", event_kinds[i].text));

  return kind != NULL ? g_strdelimit (g_strdup (kind), "_", ' ') : g_strdup (C_ ("event", "event"));
}

/**
 * anc_words_value:
 * @value: a value of the column
 *
 * Returns: (transfer full) (nullable): the value as it is read, not typed; %NULL where it was not recorded
 */
char *
anc_words_value (const AncTable *table,
                 const AncColumn *column,
                 const AncValue *value)
{
  if (value->type == ANC_VALUE_NONE)
    return NULL;

  switch (column->field->type)
    {
    case ANC_FIELD_CHOICE:
      return g_strdup (anc_words_choice (table, column, value->text));
    case ANC_FIELD_IDENTIFIER:
      return table->id == ANC_TABLE_EVENTS ? anc_words_event (value->text) : g_strdup (value->text);
    case ANC_FIELD_BOOLEAN:
      return g_strdup (value->integer != 0 ? C_ ("answer", "yes") : C_ ("answer", "no"));
    case ANC_FIELD_AMOUNT:
      return strstr (column->name, "hours") != NULL ? anc_words_hours (value->integer) : anc_words_money (value->integer);
    default:
      return anc_typed_value_write (column, value);
    }
}

/* ---- Tables -------------------------------------------------------------------------------- */

/**
 * anc_words_table:
 *
 * Returns: what a list of such records is called
 */
const char *
anc_words_table (AncTableId table)
{
  static const char *const names[] = {
    [ANC_TABLE_CASES] = N_ ("Person"),
    [ANC_TABLE_STAYS] = N_ ("Stays"),
    [ANC_TABLE_ABSENCES] = N_ ("Absences from France"),
    [ANC_TABLE_EMPLOYERS] = N_ ("Employers"),
    [ANC_TABLE_JOBS] = N_ ("Jobs"),
    [ANC_TABLE_PAYSLIPS] = N_ ("Payslips"),
    [ANC_TABLE_OFFERS] = N_ ("Offers of employment"),
    [ANC_TABLE_MEASURES] = N_ ("Removal measures"),
    [ANC_TABLE_FACTS] = N_ ("Facts"),
    [ANC_TABLE_DOCUMENTS] = N_ ("Documents"),
    [ANC_TABLE_EVENTS] = N_ ("Events"),
    [ANC_TABLE_CITATIONS] = N_ ("Citations"),
  };

  return _ (names[table]);
}

/**
 * anc_words_record_kind:
 *
 * Returns: what one record of a table is called
 */
const char *
anc_words_record_kind (AncTableId table)
{
  static const char *const names[] = {
    [ANC_TABLE_CASES] = N_ ("Person"),
    [ANC_TABLE_STAYS] = N_ ("Stay"),
    [ANC_TABLE_ABSENCES] = N_ ("Absence"),
    [ANC_TABLE_EMPLOYERS] = N_ ("Employer"),
    [ANC_TABLE_JOBS] = N_ ("Job"),
    [ANC_TABLE_PAYSLIPS] = N_ ("Payslip"),
    [ANC_TABLE_OFFERS] = N_ ("Offer"),
    [ANC_TABLE_MEASURES] = N_ ("Measure"),
    [ANC_TABLE_FACTS] = N_ ("Fact"),
    [ANC_TABLE_DOCUMENTS] = N_ ("Document"),
    [ANC_TABLE_EVENTS] = N_ ("Event"),
    [ANC_TABLE_CITATIONS] = N_ ("Citation"),
  };

  return _ (names[table]);
}

/* ---- Records ------------------------------------------------------------------------------- */

/**
 * anc_words_isolate:
 *
 * Returns: (transfer full): @text, fit to stand in a sentence whichever way each of them runs
 */
char *
anc_words_isolate (const char *text)
{
  return g_strconcat (ISOLATE, text, POP_ISOLATE, NULL);
}

/**
 * anc_words_dates:
 * @start: the first day, or %ANC_DATE_NONE
 * @end: the last day, or %ANC_DATE_NONE where it goes on
 *
 * Returns: (transfer full): the days as people say them
 */
char *
anc_words_dates (AncDate start,
                 AncDate end)
{
  g_autofree char *from = start != ANC_DATE_NONE ? anc_words_date (start) : NULL;
  g_autofree char *until = end != ANC_DATE_NONE ? anc_words_date (end) : NULL;

  if (from != NULL && until != NULL)
    /* Translators: two dates. */
    return g_strdup_printf (_ ("%1$s to %2$s"), from, until);
  if (from != NULL)
    return g_strdup_printf (_ ("since %s"), from);
  if (until != NULL)
    return g_strdup_printf (_ ("until %s"), until);

  return g_strdup (_ ("no dates yet"));
}

/**
 * anc_words_person:
 * @head: the head of a case
 *
 * Returns: (transfer full): the name of the person, as one would say it
 */
char *
anc_words_person (const AncRow *head)
{
  const char *given = anc_row_get_text (head, "given_names");
  const char *family = anc_row_get_text (head, "family_name");
  g_autofree char *name = g_strjoin (" ", given != NULL ? given : "", family != NULL ? family : "", NULL);

  g_strstrip (name);
  if (*name == '\0')
    return g_strdup (_ ("Person without a name"));

  return g_steal_pointer (&name);
}
