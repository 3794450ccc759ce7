/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-regime-reader.h"

#include "anc-criterion.h"
#include "anc-text-reader.h"

#include <string.h>

#define REGIME_VERSION 1

/* Deeper trees than this nobody can read either. */
#define MAX_DEPTH 32

/* One regime while it is read. */
typedef struct
{
  AncRegimeReader *reader;
  AncRegime *regime;
  GHashTable *ids; /* of criteria and nodes */
} Reading;

/* ---- Members of the regime ----------------------------------------------------------------- */

static const char *
keep_string (Reading *reading,
             const AncJson *object,
             const char *key)
{
  AncJson member = anc_json_member (object, key);
  const char *text = anc_json_is_present (&member) ? anc_json_read_string (&member) : NULL;

  return text != NULL ? g_string_chunk_insert_const (reading->regime->strings, text) : NULL;
}

static void
read_text (Reading *reading,
           const AncJson *object,
           const char *key,
           AncText *text)
{
  AncJson member = anc_json_member (object, key);

  if (anc_json_is_present (&member))
    anc_text_read (&member, reading->regime->strings, text);
}

/* Like read_text(), where a plain text may stand for both languages. */
static void
read_any_text (Reading *reading,
               const AncJson *object,
               const char *key,
               AncText *text)
{
  AncJson member = anc_json_member (object, key);

  if (anc_json_is_present (&member))
    anc_text_read_any (&member, reading->regime->strings, text);
}

static void
read_optional_date (const AncJson *object,
                    const char *key,
                    AncDate *date)
{
  AncJson member = anc_json_member (object, key);

  *date = ANC_DATE_NONE;
  if (anc_json_is_present (&member))
    anc_json_read_date (&member, date);
}

static void
read_period (const AncJson *object,
             AncDate *from,
             AncDate *until)
{
  read_optional_date (object, "from", from);
  read_optional_date (object, "until", until);
  if (*from != ANC_DATE_NONE && *until != ANC_DATE_NONE && *until < *from)
    anc_json_complain (object, ANC_PROBLEM ("the end is before the start"), NULL);
}

static void
add_nationalities (Reading *reading,
                   const AncJson *json,
                   GArray *codes)
{
  const char *text = anc_json_read_string (json);
  AncNationality nationality;
  GArray *group;

  if (text == NULL)
    return;

  if (*text == '@')
    {
      group = g_hash_table_lookup (reading->reader->groups, text + 1);
      if (group == NULL)
        anc_json_complain (json, ANC_PROBLEM ("there is no group “%s” in nationality-groups.json"), text + 1, NULL);
      else
        g_array_append_vals (codes, group->data, group->len);
      return;
    }

  nationality = anc_nationality_parse (text);
  if (nationality == ANC_NATIONALITY_NONE)
    anc_json_complain (json, ANC_PROBLEM ("“%s” is not a country code of three capital letters"), text, NULL);
  else
    g_array_append_val (codes, nationality);
}

static void
read_nationalities (Reading *reading,
                    const AncJson *object,
                    AncNationalityRule *rule)
{
  static const char *const keys[] = { "only?", "except?", NULL };
  AncJson json = anc_json_member (object, "nationalities");
  AncJson list;

  if (!anc_json_is_present (&json) || !anc_json_check_object (&json, keys))
    return;
  if (json_object_size (json.value) != 1)
    {
      anc_json_complain (&json, ANC_PROBLEM ("needs either only or except"), NULL);
      return;
    }

  rule->only = json_object_get (json.value, "only") != NULL;
  list = anc_json_member (&json, rule->only ? "only" : "except");
  if (!anc_json_check_array (&list))
    return;

  rule->restricts = TRUE;
  rule->codes = g_array_new (FALSE, FALSE, sizeof (AncNationality));
  for (gsize i = 0; i < anc_json_get_length (&list); i++)
    {
      AncJson element = anc_json_element (&list, i);

      add_nationalities (reading, &element, rule->codes);
    }
}

static void
read_sources (Reading *reading,
              const AncJson *regime)
{
  static const char *const keys[] = { "title", "article?", "date?", "url?", NULL };
  AncJson sources = anc_json_member (regime, "sources");
  const char *key;
  json_t *value;

  if (!anc_json_is_present (&sources))
    return;
  if (!json_is_object (sources.value))
    {
      anc_json_complain (&sources, ANC_PROBLEM ("must be an object"), NULL);
      return;
    }

  json_object_foreach (sources.value, key, value)
    {
      AncJson json = anc_json_member (&sources, key);
      AncSource *source = g_new0 (AncSource, 1);

      source->key = g_string_chunk_insert_const (reading->regime->strings, key);
      if (anc_json_check_object (&json, keys))
        {
          read_any_text (reading, &json, "title", &source->title);
          source->article = keep_string (reading, &json, "article");
          source->date = keep_string (reading, &json, "date");
          source->url = keep_string (reading, &json, "url");
        }
      g_ptr_array_add (reading->regime->sources, source);
    }
}

static const AncSource *
find_source (Reading *reading,
             const AncJson *object)
{
  AncJson member = anc_json_member (object, "source");
  const char *key = anc_json_is_present (&member) ? anc_json_read_string (&member) : NULL;

  if (key == NULL)
    return NULL;

  for (guint i = 0; i < reading->regime->sources->len; i++)
    {
      const AncSource *source = g_ptr_array_index (reading->regime->sources, i);

      if (strcmp (source->key, key) == 0)
        return source;
    }

  anc_json_complain (&member, ANC_PROBLEM ("there is no source “%s” in sources"), key, NULL);
  return NULL;
}

static void
read_notes (Reading *reading,
            const AncJson *regime,
            const char *key,
            const char *const *keys,
            GArray *notes)
{
  AncJson list = anc_json_member (regime, key);

  if (!anc_json_is_present (&list) || !anc_json_check_array (&list))
    return;

  for (gsize i = 0; i < anc_json_get_length (&list); i++)
    {
      AncJson json = anc_json_element (&list, i);
      AncNote note = { 0 };

      if (!anc_json_check_object (&json, keys))
        continue;
      read_any_text (reading, &json, "text", &note.text);
      note.source = find_source (reading, &json);
      read_nationalities (reading, &json, &note.nationalities);
      read_period (&json, &note.from, &note.until);
      g_array_append_val (notes, note);
    }
}

/* ---- The tree ------------------------------------------------------------------------------ */

static AncNode *read_node (Reading *reading,
                           const AncJson *json,
                           gboolean may_grant,
                           guint depth);

/* Keeps an id and sees that it stands only once. */
static const char *
read_id (Reading *reading,
         const AncJson *json)
{
  AncJson member = anc_json_member (json, "id");
  const char *id = keep_string (reading, json, "id");

  if (id == NULL)
    return NULL;

  if (*id == '\0')
    anc_json_complain (&member, ANC_PROBLEM ("must not be empty"), NULL);
  else if (!g_hash_table_add (reading->ids, (char *) id))
    anc_json_complain (&member, ANC_PROBLEM ("the id “%s” stands twice in this regime"), id, NULL);

  return id;
}

static void
check_criterion_keys (const AncJson *json,
                      const AncCriterionKind *kind,
                      gboolean may_grant)
{
  static const char *const common[] = { "id", "kind", "title", "source", "force", NULL };
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (guint i = 0; common[i] != NULL; i++)
    g_ptr_array_add (keys, (char *) common[i]);
  for (guint i = 0; kind->keys[i] != NULL; i++)
    g_ptr_array_add (keys, (char *) kind->keys[i]);
  if (may_grant)
    g_ptr_array_add (keys, (char *) "grants?");
  g_ptr_array_add (keys, NULL);

  anc_json_check_object (json, (const char *const *) keys->pdata);
}

static AncCriterion *
read_criterion (Reading *reading,
                const AncJson *json,
                gboolean may_grant)
{
  AncJson kind_member = anc_json_member (json, "kind");
  AncJson force_member = anc_json_member (json, "force");
  const char *kind_name = anc_json_read_string (&kind_member);
  const AncCriterionKind *kind = kind_name != NULL ? anc_criterion_kind_find (kind_name) : NULL;
  AncCriterion *criterion;
  guint force = 0;

  if (kind == NULL)
    {
      if (kind_name != NULL)
        anc_json_complain (&kind_member, ANC_PROBLEM ("there is no kind of criterion “%s”"), kind_name, NULL);
      return NULL;
    }

  check_criterion_keys (json, kind, may_grant);
  criterion = g_new0 (AncCriterion, 1);
  criterion->kind = kind;
  criterion->id = read_id (reading, json);
  read_text (reading, json, "title", &criterion->title);
  criterion->source = find_source (reading, json);
  if (anc_json_is_present (&force_member))
    anc_json_read_choice (&force_member, anc_force_names, &force);
  criterion->force = force;
  criterion->index = reading->regime->criteria->len;
  criterion->parameters = g_malloc0 (kind->parameters_size);
  g_ptr_array_add (reading->regime->criteria, criterion);
  kind->read (reading->reader, json, criterion);

  return criterion;
}

static void
read_children (Reading *reading,
               const AncJson *json,
               AncNode *node,
               guint depth)
{
  static const char *const all_keys[] = { "all", "id?", "title?", NULL };
  static const char *const any_keys[] = { "any", "id?", "title?", NULL };
  static const char *const granting_all_keys[] = { "all", "id?", "title?", "grants?", NULL };
  static const char *const granting_any_keys[] = { "any", "id?", "title?", "grants?", NULL };
  gboolean may_grant = node->grants.in[0] != NULL;
  AncJson list = anc_json_member (json, node->type == ANC_NODE_ALL ? "all" : "any");

  if (node->type == ANC_NODE_ALL)
    anc_json_check_object (json, may_grant ? granting_all_keys : all_keys);
  else
    anc_json_check_object (json, may_grant ? granting_any_keys : any_keys);
  if (!anc_json_check_array (&list))
    return;

  if (anc_json_get_length (&list) == 0)
    anc_json_complain (&list, ANC_PROBLEM ("must not be empty"), NULL);
  if (depth == MAX_DEPTH)
    {
      anc_json_complain (&list, ANC_PROBLEM ("nested too deeply"), NULL);
      return;
    }

  node->children = g_new0 (AncNode *, anc_json_get_length (&list));
  for (gsize i = 0; i < anc_json_get_length (&list); i++)
    {
      AncJson element = anc_json_element (&list, i);
      AncNode *child = read_node (reading, &element, node->type == ANC_NODE_ANY, depth + 1);

      if (child != NULL)
        node->children[node->n_children++] = child;
    }
}

static AncNode *
read_node (Reading *reading,
           const AncJson *json,
           gboolean may_grant,
           guint depth)
{
  AncNode *node = g_new0 (AncNode, 1);

  node->index = reading->regime->n_nodes++;
  if (may_grant)
    read_text (reading, json, "grants", &node->grants);

  if (json_object_get (json->value, "all") != NULL || json_object_get (json->value, "any") != NULL)
    {
      node->type = json_object_get (json->value, "all") != NULL ? ANC_NODE_ALL : ANC_NODE_ANY;
      node->id = read_id (reading, json);
      read_text (reading, json, "title", &node->title);
      read_children (reading, json, node, depth);
      return node;
    }

  node->type = ANC_NODE_CRITERION;
  if (!json_is_object (json->value))
    anc_json_complain (json, ANC_PROBLEM ("must be an object"), NULL);
  else
    node->criterion = read_criterion (reading, json, may_grant);
  if (node->criterion == NULL)
    {
      g_free (node);
      return NULL;
    }
  node->id = node->criterion->id;

  return node;
}

static void
read_weigh (Reading *reading,
            const AncJson *regime)
{
  AncJson list = anc_json_member (regime, "weigh");

  if (!anc_json_is_present (&list) || !anc_json_check_array (&list))
    return;

  for (gsize i = 0; i < anc_json_get_length (&list); i++)
    {
      AncJson element = anc_json_element (&list, i);

      if (!json_is_object (element.value))
        anc_json_complain (&element, ANC_PROBLEM ("must be an object"), NULL);
      else
        read_criterion (reading, &element, FALSE);
    }
}

/* ---- Examples ------------------------------------------------------------------------------ */

static void
read_expectation (Reading *reading,
                  const AncJson *json,
                  AncExample *example)
{
  static const char *const keys[] = { "outcome?", "measured?", NULL };
  AncExpectation expectation = { .measured = ANC_AMOUNT_NONE };
  AncJson outcome = anc_json_member (json, "outcome");
  AncJson measured = anc_json_member (json, "measured");
  guint choice = 0;

  if (!anc_json_check_object (json, keys))
    return;

  expectation.criterion = anc_regime_find_criterion (reading->regime, json->key);
  if (expectation.criterion == NULL)
    anc_json_complain (json, ANC_PROBLEM ("there is no criterion “%s”"), json->key, NULL);
  if (anc_json_is_present (&outcome))
    expectation.has_outcome = anc_json_read_choice (&outcome, anc_outcome_names, &choice);
  expectation.outcome = choice;
  if (anc_json_is_present (&measured))
    anc_json_read_amount (&measured, &expectation.measured);

  g_array_append_val (example->expectations, expectation);
}

static void
read_expected (Reading *reading,
               const AncJson *json,
               AncExample *example)
{
  static const char *const keys[] = { "outcome?", "applies?", "criteria?", NULL };
  AncJson outcome = anc_json_member (json, "outcome");
  AncJson applies = anc_json_member (json, "applies");
  AncJson criteria = anc_json_member (json, "criteria");
  guint choice = 0;
  const char *key;
  json_t *value;

  if (!anc_json_check_object (json, keys))
    return;

  if (anc_json_is_present (&applies))
    anc_json_read_boolean (&applies, &example->applies);
  if (anc_json_is_present (&outcome))
    example->has_outcome = anc_json_read_choice (&outcome, anc_outcome_names, &choice);
  example->outcome = choice;
  if (!anc_json_is_present (&applies) && !anc_json_is_present (&outcome))
    anc_json_complain (json, ANC_PROBLEM ("needs outcome or applies"), NULL);

  if (!anc_json_is_present (&criteria))
    return;
  if (!json_is_object (criteria.value))
    {
      anc_json_complain (&criteria, ANC_PROBLEM ("must be an object"), NULL);
      return;
    }
  json_object_foreach (criteria.value, key, value)
    {
      AncJson member = anc_json_member (&criteria, key);

      read_expectation (reading, &member, example);
    }
}

static void
read_example (Reading *reading,
              const AncJson *json)
{
  static const char *const keys[] = { "name", "on", "case", "expect", NULL };
  AncExample example = { .applies = TRUE };
  AncJson on = anc_json_member (json, "on");
  AncJson facts = anc_json_member (json, "case");
  AncJson expected = anc_json_member (json, "expect");

  if (!anc_json_check_object (json, keys))
    return;

  example.expectations = g_array_new (FALSE, FALSE, sizeof (AncExpectation));
  read_any_text (reading, json, "name", &example.name);
  if (anc_json_is_present (&on))
    anc_json_read_date (&on, &example.on);
  if (anc_json_is_present (&facts))
    example.facts = anc_case_facts_new_from_json (&facts, reading->reader->territory, reading->reader->catalogue);
  if (anc_json_is_present (&expected))
    read_expected (reading, &expected, &example);

  g_array_append_val (reading->regime->examples, example);
}

static void
read_examples (Reading *reading,
               const AncJson *regime)
{
  AncJson list = anc_json_member (regime, "examples");

  if (!anc_json_is_present (&list) || !anc_json_check_array (&list))
    return;

  for (gsize i = 0; i < anc_json_get_length (&list); i++)
    {
      AncJson element = anc_json_element (&list, i);

      read_example (reading, &element);
    }
}

/* ---- The regime ---------------------------------------------------------------------------- */

static void
read_head (Reading *reading,
           const AncJson *json)
{
  static const char *const formats[] = { "ancrage-regime", NULL };
  static const char *const period_keys[] = { "from", "until?", NULL };
  AncRegime *regime = reading->regime;
  AncJson format = anc_json_member (json, "format");
  AncJson version = anc_json_member (json, "version");
  AncJson id = anc_json_member (json, "id");
  AncJson in_force = anc_json_member (json, "in_force");
  guint value;

  if (anc_json_is_present (&format))
    anc_json_read_choice (&format, formats, &value);
  if (anc_json_is_present (&version) && anc_json_read_count (&version, G_MAXINT, &value) && value != REGIME_VERSION)
    anc_json_complain (&version, ANC_PROBLEM ("this program reads version 1 only"), NULL);
  regime->id = keep_string (reading, json, "id");
  if (regime->id != NULL && *regime->id == '\0')
    anc_json_complain (&id, ANC_PROBLEM ("must not be empty"), NULL);
  read_text (reading, json, "title", &regime->title);
  read_text (reading, json, "grants", &regime->grants);
  if (anc_json_is_present (&in_force) && anc_json_check_object (&in_force, period_keys))
    read_period (&in_force, &regime->from, &regime->until);
  read_nationalities (reading, json, &regime->nationalities);
}

static void
clear_note (gpointer data)
{
  AncNote *note = data;

  g_clear_pointer (&note->nationalities.codes, g_array_unref);
}

static void
clear_example (gpointer data)
{
  AncExample *example = data;

  g_clear_pointer (&example->facts, anc_case_facts_unref);
  g_array_unref (example->expectations);
}

static void
free_criterion (gpointer data)
{
  anc_criterion_free (data);
}

static AncRegime *
create_regime (void)
{
  AncRegime *regime = g_new0 (AncRegime, 1);

  regime->strings = g_string_chunk_new (4096);
  regime->sources = g_ptr_array_new_with_free_func (g_free);
  regime->criteria = g_ptr_array_new_with_free_func (free_criterion);
  regime->cautions = g_array_new (FALSE, FALSE, sizeof (AncNote));
  regime->effects = g_array_new (FALSE, FALSE, sizeof (AncNote));
  regime->examples = g_array_new (FALSE, FALSE, sizeof (AncExample));
  g_array_set_clear_func (regime->cautions, clear_note);
  g_array_set_clear_func (regime->effects, clear_note);
  g_array_set_clear_func (regime->examples, clear_example);

  return regime;
}

static void
read_regime (Reading *reading,
             const AncJson *json)
{
  static const char *const keys[] = {
    "format", "version", "id", "title", "in_force", "nationalities?", "grants?", "sources", "require", "weigh?", "cautions?", "effects?", "examples", NULL
  };
  static const char *const caution_keys[] = {
    "text", "source", "nationalities?", "from?", "until?", NULL
  };
  static const char *const effect_keys[] = { "text", "source", NULL };
  AncJson require = anc_json_member (json, "require");

  if (!anc_json_check_object (json, keys))
    return;

  read_head (reading, json);
  read_sources (reading, json);
  if (anc_json_is_present (&require))
    reading->regime->require = read_node (reading, &require, FALSE, 0);
  reading->regime->n_required = reading->regime->criteria->len;
  read_weigh (reading, json);
  read_notes (reading, json, "cautions", caution_keys, reading->regime->cautions);
  read_notes (reading, json, "effects", effect_keys, reading->regime->effects);
  read_examples (reading, json);
}

/**
 * anc_regime_new_from_json:
 * @reader: what the regime may refer to
 * @text: (array length=length): a regime of the format `ancrage-regime`
 * @length: its bytes
 * @problems: takes everything that is wrong with it
 *
 * Returns: (transfer full) (nullable): the regime, or %NULL with problems
 */
AncRegime *
anc_regime_new_from_json (AncRegimeReader *reader,
                          const char *text,
                          gsize length,
                          AncProblems *problems)
{
  const AncJsonSource source = { text, length, problems };
  guint before = anc_problems_get_count (problems);
  json_t *value = anc_json_parse (text, length, problems);
  AncJson root = anc_json_root (&source, value);
  g_autoptr (AncRegime) regime = NULL;
  Reading reading = { reader, NULL, NULL };

  if (value == NULL)
    return NULL;

  regime = create_regime ();
  reader->strings = regime->strings;
  reading.regime = regime;
  reading.ids = g_hash_table_new (g_str_hash, g_str_equal);
  read_regime (&reading, &root);
  g_hash_table_unref (reading.ids);
  reader->strings = NULL;
  json_decref (value);

  return anc_problems_get_count (problems) == before ? g_steal_pointer (&regime) : NULL;
}
