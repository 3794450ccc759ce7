/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-review-private.h"

#include "anc-case-json.h"

#include <string.h>

/* What stands for a reference that was not recorded, as the engine asks for one. */
#define NO_REFERENCE "?"

/**
 * Making:
 * @root: the contract's case, from which pieces are taken until nothing is refused
 * @rows: (element-type AncRow): by table, the rows that the elements of its list are made of
 * @dropped: by table, the places in its list that this round takes out
 * @ids: by table, the ids that were taken out with their records
 */
typedef struct
{
  AncCaseReview *review;
  const AncCaseRows *all;
  json_t *root;
  GPtrArray *rows[ANC_N_TABLES];
  GHashTable *dropped[ANC_N_TABLES];
  GHashTable *ids[ANC_N_TABLES];
} Making;

/* Where a problem stands. */
typedef struct
{
  AncTableId table;
  guint index; /* in the list of the table */
  AncRow *row;
  guint column;
  const AncField *group; /* for a whole record inside the record */
} Place;

/* ---- From a path to its place ---------------------------------------------------------------- */

static guint
find_path (const AncTable *table,
           const char *path)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (g_strcmp0 (table->columns[i].path, path) == 0)
      return i;

  return ANC_COLUMN_NONE;
}

static const AncField *
find_group (const AncTable *table,
            const char *key)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].group != NULL && strcmp (table->columns[i].group->key, key) == 0)
      return table->columns[i].group;

  return NULL;
}

static void
find_in_facts (const Making *making,
               const char *name,
               Place *place)
{
  place->table = ANC_TABLE_FACTS;
  place->column = anc_table_find_column (anc_table_get (ANC_TABLE_FACTS), "value");
  for (guint i = 0; i < anc_case_rows_get_count (making->all, ANC_TABLE_FACTS); i++)
    {
      const AncRow *row = anc_case_rows_get (making->all, ANC_TABLE_FACTS, i);

      if (g_strcmp0 (anc_row_get_text (row, "name"), name) == 0)
        {
          place->row = (AncRow *) row;
          return;
        }
    }
}

/* Finds the place of `jobs[2].end`, `jobs[2]`, `person.birth_date` or `facts.union_backed`. */
static Place
find_place (const Making *making,
            const char *path)
{
  Place place = { .table = ANC_TABLE_CASES,
                  .row = (AncRow *) anc_case_rows_get_head (making->all),
                  .column = ANC_COLUMN_NONE };
  const char *bracket = strchr (path, '[');
  g_autofree char *name = NULL;
  char *end;

  if (g_str_has_prefix (path, "facts."))
    {
      find_in_facts (making, path + strlen ("facts."), &place);
      return place;
    }
  if (bracket == NULL)
    {
      place.column = find_path (place.row->table, path);
      return place;
    }

  name = g_strndup (path, (gsize) (bracket - path));
  place.table = anc_table_find (name)->id;
  place.index = (guint) g_ascii_strtoull (bracket + 1, &end, 10);
  place.row = g_ptr_array_index (making->rows[place.table], place.index);
  if (strncmp (end, "].", 2) == 0)
    {
      place.column = find_path (place.row->table, end + 2);
      place.group = place.column == ANC_COLUMN_NONE ? find_group (place.row->table, end + 2)
                                                    : place.row->table->columns[place.column].group;
    }

  return place;
}

/* ---- Taking out ------------------------------------------------------------------------------ */

/* Whether leaving the field out says only that it was not recorded. Leaving out another would say more:
   a job without its end goes on, an offer without a duration is permanent. */
static gboolean
can_go_alone (const AncField *field)
{
  switch (field->type)
    {
    case ANC_FIELD_NATIONALITY:
    case ANC_FIELD_DEPARTMENT:
    case ANC_FIELD_FAP:
    case ANC_FIELD_ROME:
    case ANC_FIELD_ROME_OLD:
    case ANC_FIELD_SHA256:
      return TRUE;
    case ANC_FIELD_REFERENCE:
      return !field->required;
    default:
      return FALSE;
    }
}

static void
drop_record (Making *making,
             const Place *place)
{
  const char *id = json_string_value (json_object_get (
      json_array_get (json_object_get (making->root, place->row->table->name), place->index),
      "id"));

  g_hash_table_add (making->dropped[place->table], GUINT_TO_POINTER (place->index));
  if (id != NULL)
    g_hash_table_add (making->ids[place->table], g_strdup (id));
}

/* The head cannot be left out: what it must have is said to be empty. */
static AncLeftOut
leave_out_of_head (Making *making,
                   const AncColumn *column)
{
  json_t *object;
  const char *key;

  g_assert (column != NULL); /* what is said of a head is said of one of its fields */
  key = column->field->key;
  object = column->group != NULL ? json_object_get (making->root, column->group->key) : making->root;

  if (column->field->required)
    {
      json_object_set_new (object, key, json_string (column->group != NULL ? "" : NO_REFERENCE));
      return ANC_LEFT_OUT_NOTHING;
    }

  json_object_del (object, key);
  return ANC_LEFT_OUT_FIELD;
}

static AncLeftOut
leave_out (Making *making,
           const Place *place)
{
  const AncColumn *column = place->column != ANC_COLUMN_NONE ? &place->row->table->columns[place->column] : NULL;
  json_t *record;

  if (place->table == ANC_TABLE_CASES)
    return leave_out_of_head (making, column);
  if (place->table == ANC_TABLE_FACTS)
    {
      json_object_del (json_object_get (making->root, "facts"), anc_row_get_text (place->row, "name"));
      return ANC_LEFT_OUT_RECORD;
    }

  record = json_array_get (json_object_get (making->root, place->row->table->name), place->index);
  if (place->group != NULL && (column == NULL || !can_go_alone (column->field)))
    {
      json_object_del (record, place->group->key);
      return ANC_LEFT_OUT_FIELD;
    }
  if (column != NULL && can_go_alone (column->field))
    {
      json_object_del (place->group != NULL ? json_object_get (record, place->group->key) : record, column->field->key);
      return ANC_LEFT_OUT_FIELD;
    }

  drop_record (making, place);
  return ANC_LEFT_OUT_RECORD;
}

/* ---- Telling --------------------------------------------------------------------------------- */

/* A reference to a record that an earlier round took out is not to nothing. */
static gboolean
refers_to_dropped (const Making *making,
                   const Place *place)
{
  const AncColumn *column = place->column != ANC_COLUMN_NONE ? &place->row->table->columns[place->column] : NULL;
  const AncValue *id = column != NULL ? &place->row->values[place->column] : NULL;

  return column != NULL
         && column->field->type == ANC_FIELD_REFERENCE
         && id->type == ANC_VALUE_TEXT
         && g_hash_table_contains (making->ids[anc_table_find (column->field->record->key)->id], id->text);
}

static void
take_problem (Making *making,
              const AncProblem *problem)
{
  Place place = find_place (making, problem->path);
  const gboolean is_consequence = refers_to_dropped (making, &place);
  g_autofree char *path = anc_case_rows_dup_path (making->all, place.row, place.column);
  AncCaseFinding finding = {
    .kind = ANC_CASE_FINDING_REFUSED,
    .row = place.row,
    .column = place.column,
    .problem = *problem,
  };

  finding.problem.path = path;
  if (is_consequence)
    finding.problem.template = ANC_PROBLEM ("“%s” of %s is left out, and this goes with it");
  finding.left_out = leave_out (making, &place);
  anc_case_review_add (making->review, &finding);
}

static void
tell_list (Making *making,
           const char *list,
           const char *template)
{
  char *arguments[] = { NULL };
  const AncCaseFinding finding = {
    .kind = ANC_CASE_FINDING_REFUSED,
    .left_out = ANC_LEFT_OUT_LIST,
    .column = ANC_COLUMN_NONE,
    .problem = { .path = (char *) list, .template = template, .arguments = arguments },
  };

  anc_case_review_add (making->review, &finding);
}

/* ---- Lists from which something was taken ---------------------------------------------------- */

static void
remove_dropped (Making *making,
                AncTableId table)
{
  json_t *list = json_object_get (making->root, anc_table_get (table)->name);

  for (guint i = making->rows[table]->len; i > 0; i--)
    if (g_hash_table_contains (making->dropped[table], GUINT_TO_POINTER (i - 1)))
      {
        json_array_remove (list, i - 1);
        g_ptr_array_remove_index (making->rows[table], i - 1);
      }
  g_hash_table_remove_all (making->dropped[table]);
}

/* What is left of a list must not say more than was recorded: that there is none, or that nothing else
   stands against the person. */
static void
settle_list (Making *making,
             AncTableId table)
{
  const char *name = anc_table_get (table)->name;

  if (g_hash_table_size (making->dropped[table]) == 0)
    return;

  remove_dropped (making, table);
  if (table == ANC_TABLE_MEASURES && making->rows[table]->len > 0)
    {
      tell_list (making, name, ANC_PROBLEM ("one of them is left out, so all are: the others alone would say too little"));
      g_ptr_array_set_size (making->rows[table], 0);
    }
  if (making->rows[table]->len == 0)
    json_object_del (making->root, name);

  if ((table == ANC_TABLE_STAYS || table == ANC_TABLE_ABSENCES)
      && json_object_del (making->root, "entry_date") == 0)
    tell_list (making, name, ANC_PROBLEM ("one of them is left out, so the length of residence is not known"));
}

/* ---- Rounds ---------------------------------------------------------------------------------- */

/* The engine counts the documents that have a date; one that proves no presence is not among them. */
static void
take_dates (json_t *documents,
            const char *const *proofs)
{
  for (size_t i = 0; i < json_array_size (documents); i++)
    {
      json_t *document = json_array_get (documents, i);
      const char *kind = json_string_value (json_object_get (document, "kind"));

      if (kind == NULL || !g_strv_contains (proofs, kind))
        json_object_del (document, "date");
    }
}

static json_t *
build_root (const AncCaseRows *rows,
            const char *const *proofs)
{
  json_t *root = anc_case_json_build_for_engine (rows);

  if (proofs != NULL)
    take_dates (json_object_get (root, "documents"), proofs);

  if (json_object_get (root, "person") == NULL)
    json_object_set_new (root, "person", json_object ());

  return root;
}

/* Few cases are refused, so what taking out needs is made only for those. */
static void
begin (Making *making)
{
  if (making->rows[0] != NULL)
    return;

  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      making->rows[i] = g_ptr_array_new ();
      making->dropped[i] = g_hash_table_new (NULL, NULL);
      making->ids[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint j = 0; j < anc_case_rows_get_count (making->all, i); j++)
        g_ptr_array_add (making->rows[i], (AncRow *) anc_case_rows_get (making->all, i, j));
    }
}

static void
end (Making *making)
{
  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      g_clear_pointer (&making->rows[i], g_ptr_array_unref);
      g_clear_pointer (&making->dropped[i], g_hash_table_unref);
      g_clear_pointer (&making->ids[i], g_hash_table_unref);
    }
  json_decref (making->root);
}

/**
 * anc_case_review_make_facts:
 * @self: a review that is being made; takes what is refused
 * @rows: the case
 * @territory: the departments there are
 * @catalogue: the facts there are
 * @proofs: (nullable): as of anc_case_review_new()
 *
 * Asks the engine for the facts; as long as it refuses something, takes that piece out and asks again.
 * Every round takes something out, and an empty case is not refused, so it ends.
 *
 * Returns: (transfer full): the facts
 */
AncCaseFacts *
anc_case_review_make_facts (AncCaseReview *self,
                            const AncCaseRows *rows,
                            const AncTerritory *territory,
                            const AncFactCatalogue *catalogue,
                            const char *const *proofs)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  const AncJsonSource source = { NULL, 0, problems };
  Making making = { .review = self, .all = rows, .root = build_root (rows, proofs) };
  AncCaseFacts *facts;

  for (;;)
    {
      const AncJson root = anc_json_root (&source, making.root);

      facts = anc_case_facts_new_from_json (&root, territory, catalogue);
      if (facts != NULL)
        break;

      begin (&making);
      for (guint i = 0; i < anc_problems_get_count (problems); i++)
        take_problem (&making, anc_problems_get (problems, i));
      for (guint i = 0; i < ANC_N_TABLES; i++)
        settle_list (&making, i);
      anc_problems_clear (problems);
    }
  end (&making);

  return facts;
}
