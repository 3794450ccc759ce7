/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-regime-reader.h"

#include "anc-case-schema.h"

/* What the kinds of criteria read their parameters with. */

/* Months and years in rules: more than anyone lives. */
#define MAX_PARAMETER 1200

/**
 * anc_regime_reader_read_count:
 * @object: a criterion, or an object in it
 * @key: one of its members
 * @min: the least it may be
 * @count: (out): months or years; untouched where it is absent or wrong
 *
 * Returns: whether it is there and right
 */
gboolean
anc_regime_reader_read_count (const AncJson *object,
                              const char *key,
                              guint min,
                              guint *count)
{
  AncJson member = anc_json_member (object, key);
  guint value;

  if (!anc_json_is_present (&member) || !anc_json_read_count (&member, MAX_PARAMETER, &value))
    return FALSE;

  if (value < min)
    {
      anc_json_complain (&member, ANC_PROBLEM ("must be at least 1"), NULL);
      return FALSE;
    }

  *count = value;
  return TRUE;
}

/**
 * anc_regime_reader_read_amount:
 * @object: a criterion, or an object in it
 * @key: one of its members
 * @max: the most it may be
 * @amount: (out): euros, hours or a ratio; untouched where it is absent or wrong
 *
 * Returns: whether it is there and right
 */
gboolean
anc_regime_reader_read_amount (const AncJson *object,
                               const char *key,
                               AncAmount max,
                               AncAmount *amount)
{
  AncJson member = anc_json_member (object, key);
  AncAmount value;

  if (!anc_json_is_present (&member) || !anc_json_read_amount (&member, &value))
    return FALSE;

  if (value > max)
    {
      anc_json_complain (&member, ANC_PROBLEM ("the number is too large"), NULL);
      return FALSE;
    }

  *amount = value;
  return TRUE;
}

/**
 * anc_regime_reader_read_boolean:
 * @object: a criterion
 * @key: one of its members
 * @value: (out): untouched where it is absent or wrong
 *
 * Returns: whether it is there and right
 */
gboolean
anc_regime_reader_read_boolean (const AncJson *object,
                                const char *key,
                                gboolean *value)
{
  AncJson member = anc_json_member (object, key);

  return anc_json_is_present (&member) && anc_json_read_boolean (&member, value);
}

/**
 * anc_regime_reader_read_words:
 * @object: a criterion, or an object in it
 * @key: one of its members, a list of words
 * @words: (array zero-terminated=1): the words there are
 *
 * Returns: a bit for each of @words in the list; 0 where it is absent
 */
guint
anc_regime_reader_read_words (const AncJson *object,
                              const char *key,
                              const char *const *words)
{
  AncJson list = anc_json_member (object, key);
  guint mask = 0;

  if (!anc_json_is_present (&list) || !anc_json_check_array (&list))
    return 0;

  for (gsize i = 0; i < anc_json_get_length (&list); i++)
    {
      AncJson element = anc_json_element (&list, i);
      guint word;

      if (anc_json_read_choice (&element, words, &word))
        mask |= 1u << word;
    }

  return mask;
}

/**
 * anc_regime_reader_read_lists:
 * @reader: the reader
 * @object: a criterion, or its `only`
 * @key: one of its members, a list of ids of occupation lists
 * @filter: takes the lists
 */
void
anc_regime_reader_read_lists (AncRegimeReader *reader,
                              const AncJson *object,
                              const char *key,
                              AncJobFilter *filter)
{
  AncJson lists = anc_json_member (object, key);

  if (!anc_json_is_present (&lists) || !anc_json_check_array (&lists))
    return;

  if (anc_json_get_length (&lists) == 0)
    anc_json_complain (&lists, ANC_PROBLEM ("must not be empty"), NULL);

  for (gsize i = 0; i < anc_json_get_length (&lists); i++)
    {
      AncJson element = anc_json_element (&lists, i);
      const char *id = anc_json_read_string (&element);
      const AncOccupationList *list = id != NULL ? anc_occupations_find_list (reader->occupations, id) : NULL;

      if (list != NULL)
        anc_job_filter_add_list (filter, list);
      else if (id != NULL)
        anc_json_complain (&element, ANC_PROBLEM ("there is no occupation list “%s”"), id, NULL);
    }
}

/**
 * anc_regime_reader_read_job_filter:
 * @reader: the reader
 * @object: a criterion
 * @key: one of its members: its `only`
 * @filter: (out caller-allocates): the filter, which lets everything pass where @key is absent
 */
void
anc_regime_reader_read_job_filter (AncRegimeReader *reader,
                                   const AncJson *object,
                                   const char *key,
                                   AncJobFilter *filter)
{
  static const char *const keys[] = {
    "contracts?", "not_contracts?", "employer_kinds?", "occupations?", NULL
  };
  AncJson only = anc_json_member (object, key);

  anc_job_filter_init (filter);
  if (!anc_json_is_present (&only) || !anc_json_check_object (&only, keys))
    return;

  if (json_object_get (only.value, "contracts") != NULL)
    filter->contracts = anc_regime_reader_read_words (&only, "contracts", anc_contract_names);
  filter->contracts &= ~anc_regime_reader_read_words (&only, "not_contracts", anc_contract_names);
  if (json_object_get (only.value, "employer_kinds") != NULL)
    filter->employer_kinds = anc_regime_reader_read_words (&only, "employer_kinds", anc_employer_kind_names);
  anc_regime_reader_read_lists (reader, &only, "occupations", filter);
}

static gboolean
is_same_rule (const AncMonthRule *one,
              const AncMonthRule *other)
{
  return one->list_date == other->list_date && one->min_hours == other->min_hours
         && one->smic_ratio == other->smic_ratio && one->excluded_stays == other->excluded_stays
         && anc_job_filter_equal (&one->filter, &other->filter);
}

/**
 * anc_regime_reader_intern:
 * @reader: the reader
 * @rule: (transfer full): a rule; what it holds is taken
 *
 * Returns: (transfer none): the one rule that says the same, wide enough for its window
 */
const AncMonthRule *
anc_regime_reader_intern (AncRegimeReader *reader,
                          AncMonthRule *rule)
{
  AncMonthRule *kept;

  for (guint i = 0; i < reader->month_rules->len; i++)
    {
      kept = g_ptr_array_index (reader->month_rules, i);
      if (is_same_rule (kept, rule))
        {
          kept->max_window = MAX (kept->max_window, rule->max_window);
          anc_job_filter_clear (&rule->filter);
          return kept;
        }
    }

  kept = g_memdup2 (rule, sizeof *rule);
  g_ptr_array_add (reader->month_rules, kept);

  return kept;
}
