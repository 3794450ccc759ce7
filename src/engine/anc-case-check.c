/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-check.h"

#include "anc-nationality.h"
#include "anc-occupations.h"

#include <string.h>

#define CASE_VERSION 1

/* A job longer than a life is a slip of the pen in a year. */
#define MAX_JOB_MONTHS (100 * 12)

/* Large enough for anything real, small enough to add to a date. */
#define MAX_COUNT 10000

/* The lists whose records have ids. */
static const char *const lists_with_ids[] = { "employers", "jobs", "offers", "documents" };

typedef struct
{
  const AncTerritory *territory;
  const AncFactCatalogue *catalogue;
  const AncJson *root;
  GHashTable *ids[G_N_ELEMENTS (lists_with_ids)]; /* from id to its place in the list, plus one */
} Check;

static void check_record (Check *check,
                          const AncJson *json,
                          const AncRecordType *type);

/* ---- Ids ----------------------------------------------------------------------------------- */

static GHashTable *
get_ids (const Check *check,
         const char *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists_with_ids); i++)
    if (strcmp (lists_with_ids[i], list) == 0)
      return check->ids[i];

  g_assert_not_reached ();
}

static void
collect_ids (Check *check,
             guint which)
{
  AncJson list = anc_json_member (check->root, lists_with_ids[which]);

  check->ids[which] = g_hash_table_new (g_str_hash, g_str_equal);
  if (!json_is_array (list.value))
    return;

  for (gsize i = 0; i < anc_json_get_length (&list); i++)
    {
      AncJson record = anc_json_element (&list, i);
      AncJson id = anc_json_member (&record, "id");
      const char *text = json_string_value (id.value);

      if (text == NULL)
        continue;
      if (g_hash_table_contains (check->ids[which], text))
        anc_json_complain (&id, ANC_PROBLEM ("the id “%s” stands twice in this list"), text, NULL);
      else
        g_hash_table_insert (check->ids[which], (char *) text, GSIZE_TO_POINTER (i + 1));
    }
}

/* ---- Fields -------------------------------------------------------------------------------- */

static void
check_word (const AncJson *json,
            gboolean valid,
            const char *template)
{
  if (!valid)
    anc_json_complain (json, template, json_string_value (json->value), NULL);
}

static gboolean
is_identifier (const char *text)
{
  if (!g_ascii_islower (*text))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '_')
      return FALSE;

  return TRUE;
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdefABCDEF") == 64;
}

static void
check_text (Check *check,
            const AncJson *json,
            const AncField *field)
{
  const char *text = anc_json_read_string (json);

  if (text == NULL)
    return;

  switch (field->type)
    {
    case ANC_FIELD_ID:
      check_word (json, *text != '\0', ANC_PROBLEM ("must not be empty"));
      break;
    case ANC_FIELD_REFERENCE:
      if (!g_hash_table_contains (get_ids (check, field->record->key), text))
        anc_json_complain (json, ANC_PROBLEM ("there is no “%s” in %s"), text, field->record->key, NULL);
      break;
    case ANC_FIELD_IDENTIFIER:
      check_word (json, is_identifier (text), ANC_PROBLEM ("“%s” is not a lower_case word"));
      break;
    case ANC_FIELD_NATIONALITY:
      check_word (json,
                  anc_nationality_parse (text) != ANC_NATIONALITY_NONE,
                  ANC_PROBLEM ("“%s” is not a country code of three capital letters"));
      break;
    case ANC_FIELD_DEPARTMENT:
      check_word (json,
                  anc_territory_find_department (check->territory, text) != ANC_DEPARTMENT_NONE,
                  ANC_PROBLEM ("“%s” is not a department (01 to 95, 2A, 2B, 971 to 976)"));
      break;
    case ANC_FIELD_FAP:
      check_word (json,
                  anc_code_parse (ANC_CODE_SYSTEM_FAP, text) != ANC_CODE_NONE,
                  ANC_PROBLEM ("“%s” is not a FAP code such as A0Z40"));
      break;
    case ANC_FIELD_ROME:
      check_word (json,
                  anc_code_parse (ANC_CODE_SYSTEM_ROME, text) != ANC_CODE_NONE,
                  ANC_PROBLEM ("“%s” is not a ROME code such as A1234"));
      break;
    case ANC_FIELD_ROME_OLD:
      check_word (json,
                  anc_code_parse (ANC_CODE_SYSTEM_ROME_OLD, text) != ANC_CODE_NONE,
                  ANC_PROBLEM ("“%s” is not an old ROME code of five digits"));
      break;
    case ANC_FIELD_SHA256:
      check_word (json, is_sha256 (text), ANC_PROBLEM ("“%s” is not 64 hexadecimal digits"));
      break;
    default:
      break;
    }
}

static void
check_fact (const AncJson *json,
            const AncFactDefinition *fact)
{
  gboolean is_true;
  AncAmount number;
  AncDate date;

  switch (fact->type)
    {
    case ANC_FACT_BOOLEAN:
      anc_json_read_boolean (json, &is_true);
      break;
    case ANC_FACT_NUMBER:
      anc_json_read_amount (json, &number);
      break;
    case ANC_FACT_TEXT:
      anc_json_read_string (json);
      break;
    case ANC_FACT_DATE:
    default:
      anc_json_read_date (json, &date);
      break;
    }
}

static void
check_facts (Check *check,
             const AncJson *json)
{
  const char *key;
  json_t *value;

  if (!json_is_object (json->value))
    {
      anc_json_complain (json, ANC_PROBLEM ("must be an object"), NULL);
      return;
    }

  json_object_foreach (json->value, key, value)
    {
      AncJson member = anc_json_member (json, key);
      const AncFactDefinition *fact = anc_fact_catalogue_find (check->catalogue, key);

      if (fact == NULL)
        anc_json_complain (&member, ANC_PROBLEM ("there is no such fact in the catalogue"), NULL);
      else
        check_fact (&member, fact);
    }
}

static void
check_list (Check *check,
            const AncJson *json,
            const AncRecordType *type)
{
  if (!anc_json_check_array (json))
    return;

  for (gsize i = 0; i < anc_json_get_length (json); i++)
    {
      AncJson record = anc_json_element (json, i);

      check_record (check, &record, type);
    }
}

static void
check_field (Check *check,
             const AncJson *json,
             const AncField *field)
{
  AncDate date;
  AncMonth month;
  AncAmount amount;
  guint number;
  gboolean is_true;

  switch (field->type)
    {
    case ANC_FIELD_DATE:
      anc_json_read_date (json, &date);
      break;
    case ANC_FIELD_MONTH:
      anc_json_read_month (json, &month);
      break;
    case ANC_FIELD_AMOUNT:
      anc_json_read_amount (json, &amount);
      break;
    case ANC_FIELD_COUNT:
      anc_json_read_count (json, MAX_COUNT, &number);
      break;
    case ANC_FIELD_BOOLEAN:
      anc_json_read_boolean (json, &is_true);
      break;
    case ANC_FIELD_CHOICE:
      anc_json_read_choice (json, field->choices, &number);
      break;
    case ANC_FIELD_FACTS:
      check_facts (check, json);
      break;
    case ANC_FIELD_RECORD:
      check_record (check, json, field->record);
      break;
    case ANC_FIELD_LIST:
      check_list (check, json, field->record);
      break;
    default:
      check_text (check, json, field);
      break;
    }
}

static const AncField *
find_field (const AncRecordType *type,
            const char *key)
{
  for (const AncField *field = type->fields; field->key != NULL; field++)
    if (strcmp (field->key, key) == 0)
      return field;

  return NULL;
}

/* A period that ends before it starts. */
static void
check_period (const AncJson *json)
{
  AncJson end = anc_json_member (json, "end");
  const char *start_text = json_string_value (json_object_get (json->value, "start"));
  const char *end_text = json_string_value (end.value);
  AncDate start_date, end_date;

  if (start_text != NULL && anc_date_parse (start_text, &start_date)
      && end_text != NULL && anc_date_parse (end_text, &end_date)
      && end_date < start_date)
    anc_json_complain (&end, ANC_PROBLEM ("%s is before the start, %s"), end_text, start_text, NULL);
}

static void
check_record (Check *check,
              const AncJson *json,
              const AncRecordType *type)
{
  const char *key;
  json_t *value;

  if (!json_is_object (json->value))
    {
      anc_json_complain (json, ANC_PROBLEM ("must be an object"), NULL);
      return;
    }

  json_object_foreach (json->value, key, value)
    {
      const AncField *field = find_field (type, key);
      AncJson member = { json->source, json, key, 0, value };

      if (field == NULL)
        anc_json_complain (&member, ANC_PROBLEM ("unknown key"), NULL);
      else
        check_field (check, &member, field);
    }

  for (const AncField *field = type->fields; field->key != NULL; field++)
    if (field->required && json_object_get (json->value, field->key) == NULL)
      {
        AncJson member = anc_json_member (json, field->key);

        anc_json_complain (&member, ANC_PROBLEM ("is missing"), NULL);
      }

  check_period (json);
}

/* ---- Between records ----------------------------------------------------------------------- */

typedef struct
{
  AncDate start;
  AncDate end;
  gboolean valid;
} JobDays;

static gboolean
read_optional_date (json_t *object,
                    const char *key,
                    AncDate *date)
{
  const char *text = json_string_value (json_object_get (object, key));

  *date = ANC_DATE_NONE;
  return json_object_get (object, key) == NULL || (text != NULL && anc_date_parse (text, date));
}

static GArray *
collect_job_days (const AncJson *jobs)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (JobDays));

  for (gsize i = 0; i < anc_json_get_length (jobs); i++)
    {
      AncJson job = anc_json_element (jobs, i);
      JobDays days;

      days.valid = read_optional_date (job.value, "start", &days.start)
                   && days.start != ANC_DATE_NONE
                   && read_optional_date (job.value, "end", &days.end);
      if (days.valid && days.end != ANC_DATE_NONE
          && anc_date_add_months (days.start, MAX_JOB_MONTHS, ANC_ROUNDING_UP) < days.end)
        {
          AncJson end = anc_json_member (&job, "end");

          anc_json_complain (&end, ANC_PROBLEM ("the job would last more than a hundred years"), NULL);
        }
      g_array_append_val (all, days);
    }

  return all;
}

static gboolean
touches (const JobDays *days,
         AncMonth month)
{
  return days->start <= anc_month_get_last_day (month)
         && (days->end == ANC_DATE_NONE || days->end >= anc_month_get_first_day (month));
}

static void
check_payslips (Check *check)
{
  AncJson jobs = anc_json_member (check->root, "jobs");
  AncJson payslips = anc_json_member (check->root, "payslips");
  g_autoptr (GArray) job_days = collect_job_days (&jobs);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < anc_json_get_length (&payslips); i++)
    {
      AncJson payslip = anc_json_element (&payslips, i);
      AncJson month = anc_json_member (&payslip, "month");
      const char *job_id = json_string_value (json_object_get (payslip.value, "job"));
      const char *document = json_string_value (json_object_get (payslip.value, "document"));
      const char *month_text = json_string_value (month.value);
      g_autofree char *key = NULL;
      AncMonth value;
      gsize index;

      if (job_id == NULL || month_text == NULL || !anc_month_parse (month_text, &value))
        continue;

      index = GPOINTER_TO_SIZE (g_hash_table_lookup (get_ids (check, "jobs"), job_id));
      if (index > 0 && g_array_index (job_days, JobDays, index - 1).valid
          && !touches (&g_array_index (job_days, JobDays, index - 1), value))
        anc_json_complain (&month, ANC_PROBLEM ("the job “%s” has no day in %s"), job_id, month_text, NULL);

      /* 0x1f cannot stand in a month, so the parts cannot run into each other. */
      key = g_strconcat (month_text, "\x1f", job_id, "\x1f", document != NULL ? "=" : "", document, NULL);
      if (g_hash_table_contains (seen, key))
        anc_json_complain (&payslip,
                           document != NULL
                               ? ANC_PROBLEM ("a second payslip of %s for the job “%s” with the same document")
                               : ANC_PROBLEM ("a second payslip of %s for the job “%s” without a document"),
                           month_text,
                           job_id,
                           NULL);
      else
        g_hash_table_add (seen, g_steal_pointer (&key));
    }
}

static void
check_head (const AncJson *root)
{
  AncJson version = anc_json_member (root, "version");
  AncJson reference = anc_json_member (root, "reference");

  if (json_is_number (version.value) && json_number_value (version.value) != CASE_VERSION)
    anc_json_complain (&version, ANC_PROBLEM ("this program reads version 1 only"), NULL);
  if (json_is_string (reference.value) && *json_string_value (reference.value) == '\0')
    anc_json_complain (&reference, ANC_PROBLEM ("must not be empty"), NULL);
}

/**
 * anc_case_check:
 * @json: a case
 * @territory: the departments there are
 * @catalogue: the facts there are
 *
 * Tells everything that is wrong with a case of the format `ancrage-case`, each with its path:
 * unknown keys, wrong types, impossible dates, ends before starts, references to nothing, ids that
 * stand twice, negative numbers, payslips outside their job or twice the same.
 *
 * Returns: whether nothing is
 */
gboolean
anc_case_check (const AncJson *json,
                const AncTerritory *territory,
                const AncFactCatalogue *catalogue)
{
  Check check = { territory, catalogue, json, { NULL } };
  guint before = anc_problems_get_count (json->source->problems);

  for (guint i = 0; i < G_N_ELEMENTS (lists_with_ids); i++)
    collect_ids (&check, i);

  check_record (&check, json, &anc_case_schema);
  if (json_is_object (json->value))
    {
      check_head (json);
      check_payslips (&check);
    }

  for (guint i = 0; i < G_N_ELEMENTS (lists_with_ids); i++)
    g_hash_table_unref (check.ids[i]);

  return anc_problems_get_count (json->source->problems) == before;
}
