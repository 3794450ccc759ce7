/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-facts.h"

#include "anc-case-check.h"

#include <string.h>

typedef struct
{
  AncCaseFacts facts; /* first: a pointer to it is a pointer to the box */
  gatomicrefcount ref_count;
  GStringChunk *strings;
} Box;

/* What is needed while reading a case that has been checked, so that nothing below can fail. */
typedef struct
{
  Box *box;
  const AncTerritory *territory;
  const AncFactCatalogue *catalogue;
  GHashTable *employer_ids;
  GHashTable *job_ids;
} Builder;

/* ---- Values -------------------------------------------------------------------------------- */

static const char *
get_text (const Builder *builder,
          json_t *object,
          const char *key)
{
  const char *text = json_string_value (json_object_get (object, key));

  return text != NULL ? g_string_chunk_insert (builder->box->strings, text) : NULL;
}

static AncDate
get_date (json_t *object,
          const char *key)
{
  const char *text = json_string_value (json_object_get (object, key));
  AncDate date = ANC_DATE_NONE;

  if (text != NULL)
    anc_date_parse (text, &date);

  return date;
}

static AncAmount
get_amount (json_t *object,
            const char *key)
{
  json_t *value = json_object_get (object, key);
  AncAmount amount = ANC_AMOUNT_NONE;

  if (value != NULL)
    anc_amount_from_double (json_number_value (value), &amount);

  return amount;
}

static guint
get_count (json_t *object,
           const char *key)
{
  return (guint) json_number_value (json_object_get (object, key));
}

static guint
get_choice (json_t *object,
            const char *key,
            const char *const *choices)
{
  const char *text = json_string_value (json_object_get (object, key));

  for (guint i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], text) == 0)
      return i;

  g_assert_not_reached ();
}

static AncDepartment
get_department (const Builder *builder,
                json_t *object)
{
  const char *code = json_string_value (json_object_get (object, "department"));

  return code != NULL ? anc_territory_find_department (builder->territory, code)
                      : ANC_DEPARTMENT_NONE;
}

static const char *
read_occupation (const Builder *builder,
                 json_t *object,
                 AncOccupation *occupation)
{
  json_t *record = json_object_get (object, "occupation");

  for (guint i = 0; i < ANC_N_CODE_SYSTEMS; i++)
    {
      const char *code = json_string_value (json_object_get (record, anc_code_system_names[i]));

      occupation->codes[i] = code != NULL ? anc_code_parse (i, code) : ANC_CODE_NONE;
    }

  return get_text (builder, record, "label");
}

static guint
find_index (GHashTable *ids,
            json_t *object,
            const char *key)
{
  const char *id = json_string_value (json_object_get (object, key));

  return GPOINTER_TO_UINT (g_hash_table_lookup (ids, id)) - 1;
}

/* Makes room for the records of a list; says whether the list was recorded. */
static gboolean
begin_list (json_t *root,
            const char *key,
            gsize record_size,
            json_t **list,
            guint *n_records,
            gpointer *records)
{
  *list = json_object_get (root, key);
  *n_records = (guint) json_array_size (*list);
  *records = g_malloc0_n (*n_records, record_size);

  return *list != NULL;
}

#define BEGIN_LIST(root, key, list, n_records, records) \
  begin_list (root, key, sizeof *(records), &(list), &(n_records), (gpointer *) &(records))

/* ---- Records ------------------------------------------------------------------------------- */

static void
read_residence (Builder *builder,
                json_t *root)
{
  AncCaseFacts *facts = &builder->box->facts;
  AncStay *stays;
  AncAbsence *absences;
  json_t *list;

  facts->entry_date = get_date (root, "entry_date");

  facts->has_stays = BEGIN_LIST (root, "stays", list, facts->n_stays, stays);
  for (guint i = 0; i < facts->n_stays; i++)
    {
      json_t *record = json_array_get (list, i);

      stays[i].status = get_choice (record, "status", anc_stay_status_names);
      stays[i].start = get_date (record, "start");
      stays[i].end = get_date (record, "end");
    }
  facts->stays = stays;

  facts->has_absences = BEGIN_LIST (root, "absences", list, facts->n_absences, absences);
  for (guint i = 0; i < facts->n_absences; i++)
    {
      json_t *record = json_array_get (list, i);

      absences[i].start = get_date (record, "start");
      absences[i].end = get_date (record, "end");
    }
  facts->absences = absences;
}

static void
read_employers (Builder *builder,
                json_t *root)
{
  AncCaseFacts *facts = &builder->box->facts;
  AncEmployer *employers;
  json_t *list;

  BEGIN_LIST (root, "employers", list, facts->n_employers, employers);
  for (guint i = 0; i < facts->n_employers; i++)
    {
      json_t *record = json_array_get (list, i);

      employers[i].id = get_text (builder, record, "id");
      employers[i].name = get_text (builder, record, "name");
      employers[i].kind = get_choice (record, "kind", anc_employer_kind_names);
      employers[i].department = get_department (builder, record);
      g_hash_table_insert (builder->employer_ids, (char *) employers[i].id, GUINT_TO_POINTER (i + 1));
    }
  facts->employers = employers;
}

static AncJob *
read_jobs (Builder *builder,
           json_t *root)
{
  AncCaseFacts *facts = &builder->box->facts;
  AncJob *jobs;
  json_t *list;

  facts->has_jobs = BEGIN_LIST (root, "jobs", list, facts->n_jobs, jobs);
  for (guint i = 0; i < facts->n_jobs; i++)
    {
      json_t *record = json_array_get (list, i);
      AncJob *job = &jobs[i];

      job->id = get_text (builder, record, "id");
      job->employer = find_index (builder->employer_ids, record, "employer");
      job->start = get_date (record, "start");
      job->end = get_date (record, "end");
      job->contract = get_choice (record, "contract", anc_contract_names);
      job->label = read_occupation (builder, record, &job->occupation);
      job->weekly_hours = get_amount (record, "weekly_hours");
      job->monthly_gross = get_amount (record, "monthly_gross");
      job->department = get_department (builder, record);
      if (job->department == ANC_DEPARTMENT_NONE)
        job->department = facts->employers[job->employer].department;
      g_hash_table_insert (builder->job_ids, (char *) job->id, GUINT_TO_POINTER (i + 1));
    }
  facts->jobs = jobs;

  return jobs;
}

static int
compare_payslips (gconstpointer a,
                  gconstpointer b)
{
  const AncPayslip *one = a;
  const AncPayslip *other = b;

  if (one->job != other->job)
    return one->job < other->job ? -1 : 1;

  return one->month - other->month;
}

static void
add_known (AncAmount *sum,
           AncAmount amount)
{
  if (amount != ANC_AMOUNT_NONE)
    *sum = *sum == ANC_AMOUNT_NONE ? amount : anc_amount_add (*sum, amount);
}

/* Gives each job its payslips, and what those of its last month say. */
static void
group_payslips (AncCaseFacts *facts,
                AncJob *jobs)
{
  for (guint i = 0; i < facts->n_jobs; i++)
    {
      jobs[i].last_hours = ANC_AMOUNT_NONE;
      jobs[i].last_gross = ANC_AMOUNT_NONE;
    }

  for (guint i = 0; i < facts->n_payslips; i++)
    {
      AncJob *job = &jobs[facts->payslips[i].job];

      if (job->n_payslips == 0)
        job->first_payslip = i;
      job->n_payslips++;
    }

  for (guint i = 0; i < facts->n_jobs; i++)
    {
      guint n = jobs[i].n_payslips;
      const AncPayslip *slips = n > 0 ? facts->payslips + jobs[i].first_payslip : NULL;

      for (guint j = n; j > 0 && slips[j - 1].month == slips[n - 1].month; j--)
        {
          add_known (&jobs[i].last_hours, slips[j - 1].hours);
          add_known (&jobs[i].last_gross, slips[j - 1].gross);
        }
    }
}

static void
read_payslips (Builder *builder,
               json_t *root,
               AncJob *jobs)
{
  AncCaseFacts *facts = &builder->box->facts;
  AncPayslip *payslips;
  json_t *list;

  BEGIN_LIST (root, "payslips", list, facts->n_payslips, payslips);
  for (guint i = 0; i < facts->n_payslips; i++)
    {
      json_t *record = json_array_get (list, i);

      payslips[i].job = find_index (builder->job_ids, record, "job");
      anc_month_parse (json_string_value (json_object_get (record, "month")), &payslips[i].month);
      payslips[i].hours = get_amount (record, "hours");
      payslips[i].gross = get_amount (record, "gross");
    }
  if (facts->n_payslips > 1)
    qsort (payslips, facts->n_payslips, sizeof *payslips, compare_payslips);
  facts->payslips = payslips;

  group_payslips (facts, jobs);
}

static void
read_commitment (json_t *record,
                 AncOffer *offer)
{
  json_t *commitment = json_object_get (record, "commitment");

  offer->has_commitment = commitment != NULL;
  offer->commitment_months = get_count (commitment, "months") + get_count (commitment, "training_months");
  offer->commitment_over_months = get_count (commitment, "over_months");
}

static void
read_offers (Builder *builder,
             json_t *root)
{
  AncCaseFacts *facts = &builder->box->facts;
  AncOffer *offers;
  json_t *list;

  facts->has_offers = BEGIN_LIST (root, "offers", list, facts->n_offers, offers);
  for (guint i = 0; i < facts->n_offers; i++)
    {
      json_t *record = json_array_get (list, i);
      AncOffer *offer = &offers[i];

      offer->id = get_text (builder, record, "id");
      offer->employer = find_index (builder->employer_ids, record, "employer");
      offer->contract = get_choice (record, "contract", anc_contract_names);
      offer->label = read_occupation (builder, record, &offer->occupation);
      offer->weekly_hours = get_amount (record, "weekly_hours");
      offer->monthly_gross = get_amount (record, "monthly_gross");
      offer->collective_minimum = get_amount (record, "collective_minimum");
      offer->is_permanent = json_object_get (record, "duration_months") == NULL;
      offer->duration_months = get_count (record, "duration_months");
      read_commitment (record, offer);
      offer->department = get_department (builder, record);
      if (offer->department == ANC_DEPARTMENT_NONE)
        offer->department = facts->employers[offer->employer].department;
    }
  facts->offers = offers;
}

static void
read_measures (Builder *builder,
               json_t *root)
{
  AncCaseFacts *facts = &builder->box->facts;
  AncMeasure *measures;
  json_t *list;

  facts->has_measures = BEGIN_LIST (root, "measures", list, facts->n_measures, measures);
  for (guint i = 0; i < facts->n_measures; i++)
    {
      json_t *record = json_array_get (list, i);
      const char *new_facts = json_string_value (json_object_get (record, "new_facts"));

      measures[i].kind = get_choice (record, "kind", anc_measure_kind_names);
      measures[i].notified = get_date (record, "notified");
      measures[i].irtf_months = get_count (record, "irtf_months");
      measures[i].executed = json_is_true (json_object_get (record, "executed"));
      measures[i].has_new_facts = new_facts != NULL && *new_facts != '\0';
    }
  facts->measures = measures;
}

static void
read_facts (Builder *builder,
            json_t *root)
{
  AncCaseFacts *facts = &builder->box->facts;
  json_t *object = json_object_get (root, "facts");
  AncFact *all = g_new0 (AncFact, json_object_size (object));
  const char *key;
  json_t *value;

  json_object_foreach (object, key, value)
    {
      AncFact *fact = &all[facts->n_facts++];

      fact->name = g_string_chunk_insert (builder->box->strings, key);
      fact->type = anc_fact_catalogue_find (builder->catalogue, key)->type;
      fact->is_true = json_is_true (value);
      fact->number = get_amount (object, key);
      fact->date = get_date (object, key);
      fact->text = get_text (builder, object, key);
    }
  facts->facts = all;
}

static void
read_documents (Builder *builder,
                json_t *root)
{
  AncCaseFacts *facts = &builder->box->facts;
  AncDate *dates;
  json_t *list;
  guint n_dated = 0;

  BEGIN_LIST (root, "documents", list, facts->n_document_dates, dates);
  for (guint i = 0; i < facts->n_document_dates; i++)
    {
      AncDate date = get_date (json_array_get (list, i), "date");

      if (date != ANC_DATE_NONE)
        dates[n_dated++] = date;
    }
  facts->document_dates = dates;
  facts->n_document_dates = n_dated;
}

static void
read_person (Builder *builder,
             json_t *root)
{
  AncCaseFacts *facts = &builder->box->facts;
  json_t *person = json_object_get (root, "person");
  const char *nationality = json_string_value (json_object_get (person, "nationality"));

  facts->reference = get_text (builder, root, "reference");
  facts->family_name = get_text (builder, person, "family_name");
  facts->given_names = get_text (builder, person, "given_names");
  facts->birth_date = get_date (person, "birth_date");
  facts->nationality = nationality != NULL ? anc_nationality_parse (nationality)
                                           : ANC_NATIONALITY_NONE;
}

/* ---- Cases --------------------------------------------------------------------------------- */

/**
 * anc_case_facts_new_from_json:
 * @json: a case of the format `ancrage-case`; everything that is wrong with it is told there
 * @territory: the departments there are
 * @catalogue: the facts there are
 *
 * Returns: (transfer full) (nullable): its facts, or %NULL with problems
 */
AncCaseFacts *
anc_case_facts_new_from_json (const AncJson *json,
                              const AncTerritory *territory,
                              const AncFactCatalogue *catalogue)
{
  Builder builder = { NULL, territory, catalogue, NULL, NULL };
  AncJob *jobs;

  if (!anc_case_check (json, territory, catalogue))
    return NULL;

  builder.box = g_new0 (Box, 1);
  builder.box->strings = g_string_chunk_new (512);
  g_atomic_ref_count_init (&builder.box->ref_count);
  builder.employer_ids = g_hash_table_new (g_str_hash, g_str_equal);
  builder.job_ids = g_hash_table_new (g_str_hash, g_str_equal);

  read_person (&builder, json->value);
  read_residence (&builder, json->value);
  read_employers (&builder, json->value);
  jobs = read_jobs (&builder, json->value);
  read_payslips (&builder, json->value, jobs);
  read_offers (&builder, json->value);
  read_measures (&builder, json->value);
  read_facts (&builder, json->value);
  read_documents (&builder, json->value);

  g_hash_table_unref (builder.employer_ids);
  g_hash_table_unref (builder.job_ids);

  return &builder.box->facts;
}

/**
 * anc_case_facts_new_from_text:
 * @text: (array length=length): a case as UTF-8 JSON
 * @length: its bytes
 * @territory: the departments there are
 * @catalogue: the facts there are
 * @problems: takes everything that is wrong with it
 *
 * Returns: (transfer full) (nullable): its facts, or %NULL with problems
 */
AncCaseFacts *
anc_case_facts_new_from_text (const char *text,
                              gsize length,
                              const AncTerritory *territory,
                              const AncFactCatalogue *catalogue,
                              AncProblems *problems)
{
  const AncJsonSource source = { NULL, 0, problems };
  json_t *value = anc_json_parse (text, length, problems);
  AncJson root = anc_json_root (&source, value);
  AncCaseFacts *facts;

  if (value == NULL)
    return NULL;

  facts = anc_case_facts_new_from_json (&root, territory, catalogue);
  json_decref (value);

  return facts;
}

AncCaseFacts *
anc_case_facts_ref (AncCaseFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Box *) self)->ref_count);
  return self;
}

void
anc_case_facts_unref (AncCaseFacts *self)
{
  Box *box = (Box *) self;

  if (box == NULL || !g_atomic_ref_count_dec (&box->ref_count))
    return;

  g_free ((gpointer) self->stays);
  g_free ((gpointer) self->absences);
  g_free ((gpointer) self->employers);
  g_free ((gpointer) self->jobs);
  g_free ((gpointer) self->payslips);
  g_free ((gpointer) self->offers);
  g_free ((gpointer) self->measures);
  g_free ((gpointer) self->facts);
  g_free ((gpointer) self->document_dates);
  g_string_chunk_free (box->strings);
  g_free (box);
}

/**
 * anc_case_facts_find_fact:
 *
 * Returns: (nullable): the fact of this name, if it was recorded
 */
const AncFact *
anc_case_facts_find_fact (const AncCaseFacts *self,
                          const char *name)
{
  for (guint i = 0; i < self->n_facts; i++)
    if (strcmp (self->facts[i].name, name) == 0)
      return &self->facts[i];

  return NULL;
}
