/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-rules-private.h"

#include "anc-json.h"
#include "anc-regime-reader.h"

#include <string.h>

/* What a file of law holds, in the order in which they are read: each may refer to those before. */
typedef enum
{
  ROLE_TERRITORY,
  ROLE_GROUPS,
  ROLE_FACTS,
  ROLE_WAGES,
  ROLE_LISTS,
  ROLE_ROWS,
  ROLE_FAMILIES,
  ROLE_REGIME,
  N_ROLES,
  ROLE_NONE,
} Role;

struct _AncRulesBuilder
{
  GPtrArray *files; /* of AncRuleFile */
};

/* ---- Files --------------------------------------------------------------------------------- */

static Role
find_role (const char *path)
{
  static const struct
  {
    const char *path;
    Role role;
  } known[] = {
    { "departments.csv", ROLE_TERRITORY },
    { "nationality-groups.json", ROLE_GROUPS },
    { "facts.json", ROLE_FACTS },
    { "wages/smic.csv", ROLE_WAGES },
    { "occupations/lists.json", ROLE_LISTS },
    { "occupations/fap-rome.csv", ROLE_FAMILIES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].path, path) == 0)
      return known[i].role;

  if (g_str_has_prefix (path, "occupations/") && g_str_has_suffix (path, ".csv"))
    return ROLE_ROWS;
  if (g_str_has_prefix (path, "regimes/") && g_str_has_suffix (path, ".json"))
    return ROLE_REGIME;

  return ROLE_NONE;
}

static void
free_file (gpointer data)
{
  AncRuleFile *file = data;

  g_free (file->path);
  g_free (file->name);
  g_bytes_unref (file->bytes);
  anc_problems_free (file->problems);
  g_free (file->regime_id);
  g_free (file);
}

/**
 * anc_rules_builder_new:
 *
 * Returns: (transfer full): a builder without files
 */
AncRulesBuilder *
anc_rules_builder_new (void)
{
  AncRulesBuilder *self = g_new0 (AncRulesBuilder, 1);

  self->files = g_ptr_array_new_with_free_func (free_file);

  return self;
}

void
anc_rules_builder_free (AncRulesBuilder *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->files);
  g_free (self);
}

/**
 * anc_rules_builder_add:
 * @self: a builder
 * @path: the file's place in its folder of law
 * @name: its name for messages
 * @layer: 0 for what ships with the program, more for what lies over it; layers come in order
 * @bytes: what it holds
 *
 * A file lies over the one with the same path in an earlier layer: a table takes its place; facts,
 * lists and groups are joined, the later word on each standing; a regime takes the place of the one
 * with the same id.
 *
 * Returns: whether @path is one of a file of law; if not, it is left aside
 */
gboolean
anc_rules_builder_add (AncRulesBuilder *self,
                       const char *path,
                       const char *name,
                       guint layer,
                       GBytes *bytes)
{
  AncRuleFile *file;

  g_return_val_if_fail (self != NULL, FALSE);

  if (find_role (path) == ROLE_NONE)
    return FALSE;

  file = g_new0 (AncRuleFile, 1);
  file->path = g_strdup (path);
  file->name = g_strdup (name);
  file->layer = layer;
  file->bytes = g_bytes_ref (bytes);
  file->problems = anc_problems_new ();
  g_ptr_array_add (self->files, file);

  return TRUE;
}

guint
anc_rules_builder_get_n_files (const AncRulesBuilder *self)
{
  return self->files->len;
}

const AncRuleFile *
anc_rules_builder_get_file (const AncRulesBuilder *self,
                            guint index)
{
  g_return_val_if_fail (index < self->files->len, NULL);

  return g_ptr_array_index (self->files, index);
}

/**
 * anc_rules_builder_drop_wrong:
 * @self: a builder that has just failed to end
 *
 * Sets aside the files that have problems, so that the others may be tried without them.
 *
 * Returns: how many there were
 */
guint
anc_rules_builder_drop_wrong (AncRulesBuilder *self)
{
  guint n_dropped = 0;

  for (guint i = self->files->len; i > 0; i--)
    {
      const AncRuleFile *file = g_ptr_array_index (self->files, i - 1);

      if (anc_problems_get_count (file->problems) == 0)
        continue;
      g_ptr_array_remove_index (self->files, i - 1);
      n_dropped++;
    }

  return n_dropped;
}

/* Whether a later layer holds a table in the place of this one. */
static gboolean
is_replaced (const AncRulesBuilder *self,
             const AncRuleFile *file)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const AncRuleFile *other = g_ptr_array_index (self->files, i);

      if (other->layer > file->layer && strcmp (other->path, file->path) == 0)
        return TRUE;
    }

  return FALSE;
}

/* ---- Reading ------------------------------------------------------------------------------- */

static void
read_group (AncRules *rules,
            const AncJson *json)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (AncNationality));

  if (!anc_json_check_array (json))
    return;

  for (gsize i = 0; i < anc_json_get_length (json); i++)
    {
      AncJson element = anc_json_element (json, i);
      const char *text = anc_json_read_string (&element);
      AncNationality nationality = text != NULL ? anc_nationality_parse (text) : ANC_NATIONALITY_NONE;

      if (nationality != ANC_NATIONALITY_NONE)
        g_array_append_val (codes, nationality);
      else if (text != NULL)
        anc_json_complain (&element, ANC_PROBLEM ("“%s” is not a country code of three capital letters"), text, NULL);
    }

  g_hash_table_replace (rules->groups, g_strdup (json->key), g_steal_pointer (&codes));
}

static void
read_groups (AncRules *rules,
             const char *text,
             gsize length,
             AncProblems *problems)
{
  const AncJsonSource source = { text, length, problems };
  json_t *value = anc_json_parse (text, length, problems);
  AncJson root = anc_json_root (&source, value);
  const char *key;
  json_t *list;

  if (value == NULL)
    return;

  if (!json_is_object (value))
    anc_json_complain (&root, ANC_PROBLEM ("must be an object"), NULL);
  json_object_foreach (value, key, list)
    {
      AncJson member = anc_json_member (&root, key);

      read_group (rules, &member);
    }
  json_decref (value);
}

static guint
find_regime (const AncRules *rules,
             const char *id)
{
  guint i = 0;

  while (i < rules->regimes->len
         && strcmp (((const AncRegime *) g_ptr_array_index (rules->regimes, i))->id, id) != 0)
    i++;

  return i;
}

/* Whether an earlier file of the same layer holds a regime of this id. */
static const AncRuleFile *
find_same_regime (const AncRulesBuilder *self,
                  const AncRuleFile *file,
                  const char *id)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const AncRuleFile *other = g_ptr_array_index (self->files, i);

      if (other != file && other->layer == file->layer && g_strcmp0 (other->regime_id, id) == 0)
        return other;
    }

  return NULL;
}

static void
read_regime (AncRulesBuilder *self,
             AncRules *rules,
             AncRuleFile *file,
             const char *text,
             gsize length)
{
  AncRegimeReader reader = {
    .territory = rules->territory,
    .catalogue = rules->catalogue,
    .occupations = rules->occupations,
    .groups = rules->groups,
    .month_rules = rules->month_rules,
  };
  AncRegime *regime = anc_regime_new_from_json (&reader, text, length, file->problems);
  const AncRuleFile *same;
  guint place;

  if (regime == NULL)
    return;

  same = find_same_regime (self, file, regime->id);
  if (same != NULL)
    {
      anc_problems_add (file->problems, "id", 0, ANC_PROBLEM ("%s holds a regime of this id too"), same->name, NULL);
      anc_regime_free (regime);
      return;
    }

  file->regime_id = g_strdup (regime->id);
  place = find_regime (rules, regime->id);
  if (place < rules->regimes->len)
    g_ptr_array_remove_index (rules->regimes, place);
  g_ptr_array_add (rules->regimes, regime);
}

static void
read_file (AncRulesBuilder *self,
           AncRules *rules,
           AncRuleFile *file)
{
  gsize length;
  const char *text = g_bytes_get_data (file->bytes, &length);

  switch (find_role (file->path))
    {
    case ROLE_TERRITORY:
      g_clear_pointer (&rules->territory, anc_territory_free);
      rules->territory = anc_territory_new (text, length, file->problems);
      break;
    case ROLE_GROUPS:
      read_groups (rules, text, length, file->problems);
      break;
    case ROLE_FACTS:
      anc_fact_catalogue_read (rules->catalogue, text, length, file->problems);
      break;
    case ROLE_WAGES:
      g_clear_pointer (&rules->wages, anc_wages_free);
      rules->wages = anc_wages_new (text, length, file->problems);
      break;
    case ROLE_LISTS:
      anc_occupations_read_lists (rules->occupations, text, length, file->layer, rules->territory, file->problems);
      break;
    case ROLE_ROWS:
      anc_occupations_read_rows (rules->occupations, text, length, file->layer, rules->territory, file->problems);
      break;
    case ROLE_FAMILIES:
      anc_occupations_read_families (rules->occupations, text, length, file->problems);
      break;
    case ROLE_REGIME:
      read_regime (self, rules, file, text, length);
      break;
    case N_ROLES:
    case ROLE_NONE:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_joined (Role role)
{
  return role == ROLE_FACTS || role == ROLE_LISTS || role == ROLE_GROUPS || role == ROLE_REGIME;
}

static int
compare_regimes (gconstpointer a,
                 gconstpointer b)
{
  const AncRegime *one = *(const AncRegime *const *) a;
  const AncRegime *other = *(const AncRegime *const *) b;

  return strcmp (one->id, other->id);
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  const AncRuleFile *one = *(const AncRuleFile *const *) a;
  const AncRuleFile *other = *(const AncRuleFile *const *) b;

  if (one->layer != other->layer)
    return one->layer < other->layer ? -1 : 1;

  return strcmp (one->path, other->path);
}

static void
free_month_rule (gpointer data)
{
  AncMonthRule *rule = data;

  anc_job_filter_clear (&rule->filter);
  g_free (rule);
}

static void
free_regime (gpointer data)
{
  anc_regime_free (data);
}

static AncRules *
create_rules (void)
{
  AncRules *rules = g_new0 (AncRules, 1);
  AncProblems *none = anc_problems_new ();

  g_atomic_ref_count_init (&rules->ref_count);
  rules->territory = anc_territory_new ("", 0, none);
  rules->wages = anc_wages_new ("", 0, none);
  rules->catalogue = anc_fact_catalogue_new ();
  rules->occupations = anc_occupations_new ();
  rules->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  rules->month_rules = g_ptr_array_new_with_free_func (free_month_rule);
  rules->regimes = g_ptr_array_new_with_free_func (free_regime);
  anc_problems_free (none);

  return rules;
}

/**
 * anc_rules_builder_end:
 * @self: a builder that has all its files
 *
 * Reads the files. Law that is wrong anywhere is not law one can count with: one file with a problem
 * and there are no rules; the files then say what is wrong with them.
 *
 * Returns: (transfer full) (nullable): the rules, or %NULL with problems in the files
 */
AncRules *
anc_rules_builder_end (AncRulesBuilder *self)
{
  g_autoptr (AncRules) rules = create_rules ();
  guint n_problems = 0;

  g_return_val_if_fail (self != NULL, NULL);

  g_ptr_array_sort (self->files, compare_files);
  for (guint i = 0; i < self->files->len; i++)
    g_clear_pointer (&((AncRuleFile *) g_ptr_array_index (self->files, i))->regime_id, g_free);
  for (Role role = 0; role < N_ROLES; role++)
    {
      for (guint i = 0; i < self->files->len; i++)
        {
          AncRuleFile *file = g_ptr_array_index (self->files, i);

          if (find_role (file->path) == role && (is_joined (role) || !is_replaced (self, file)))
            read_file (self, rules, file);
        }
      if (role == ROLE_FAMILIES)
        anc_occupations_seal (rules->occupations); /* regimes read the lists */
    }
  g_ptr_array_sort (rules->regimes, compare_regimes);

  for (guint i = 0; i < self->files->len; i++)
    n_problems += anc_problems_get_count (((AncRuleFile *) g_ptr_array_index (self->files, i))->problems);

  return n_problems == 0 ? g_steal_pointer (&rules) : NULL;
}
