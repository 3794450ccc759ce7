/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-json.h"

#include "anc-case-check.h"
#include "anc-plain-value.h"
#include "anc-json-writer.h"

#include <string.h>

#define CASE_FORMAT "ancrage-case"
#define CASE_VERSION 1

/* ---- Rows to JSON ---------------------------------------------------------------------------- */

/* Whole numbers are written without a point, so that a count looks like one. */
static json_t *
build_amount (AncAmount amount)
{
  return amount % ANC_AMOUNT_UNIT == 0 ? json_integer (amount / ANC_AMOUNT_UNIT)
                                       : json_real ((double) amount / (double) ANC_AMOUNT_UNIT);
}

static json_t *
build_value (const AncColumn *column,
             const AncValue *value)
{
  char buffer[ANC_PLAIN_VALUE_BUFFER_SIZE];

  if (value->type == ANC_VALUE_TEXT)
    return json_stringn_nocheck (value->text, g_ref_string_length (value->text));

  switch (column->field->type)
    {
    case ANC_FIELD_DATE:
    case ANC_FIELD_MONTH:
      return json_string_nocheck (anc_plain_value_write_number (column, value->integer, buffer));
    case ANC_FIELD_AMOUNT:
      return build_amount (value->integer);
    case ANC_FIELD_BOOLEAN:
      return json_boolean (value->integer != 0);
    default:
      return json_integer (value->integer);
    }
}

/* The object in @object that the columns of a record inside belong to; made when the first is recorded. */
static json_t *
get_group (json_t *object,
           const AncField *group)
{
  json_t *inner = json_object_get (object, group->key);

  if (inner == NULL)
    {
      inner = json_object ();
      json_object_set_new_nocheck (object, group->key, inner);
    }

  return inner;
}

static void
build_column (json_t *object,
              const AncRow *row,
              guint index)
{
  const AncColumn *column = &row->table->columns[index];
  const AncValue *value = &row->values[index];

  if (column->path == NULL || column->is_mark || value->type == ANC_VALUE_NONE)
    return;

  if (column->group != NULL)
    object = get_group (object, column->group);
  json_object_set_new_nocheck (object, column->field->key, build_value (column, value));
}

static json_t *
build_list (const AncCaseRows *rows,
            AncTableId table,
            json_t *any_text)
{
  const AncTable *its_table = anc_table_get (table);
  json_t *list = json_array ();

  for (guint i = 0; i < anc_case_rows_get_count (rows, table); i++)
    {
      const AncRow *row = anc_case_rows_get (rows, table, i);
      json_t *object = json_object ();

      for (guint j = 0; j < its_table->n_columns; j++)
        if (any_text == NULL || its_table->columns[j].field->type != ANC_FIELD_TEXT)
          build_column (object, row, j);
        else if (its_table->columns[j].field->required && row->values[j].type == ANC_VALUE_TEXT)
          json_object_set_nocheck (object, its_table->columns[j].field->key, any_text);
      json_array_append_new (list, object);
    }

  return list;
}

static json_t *
build_facts (const AncCaseRows *rows)
{
  json_t *facts = json_object ();

  for (guint i = 0; i < anc_case_rows_get_count (rows, ANC_TABLE_FACTS); i++)
    {
      const AncRow *row = anc_case_rows_get (rows, ANC_TABLE_FACTS, i);
      const char *name = anc_row_get_text (row, "name");
      const char *literal = anc_row_get_text (row, "value");
      json_t *value = literal != NULL ? json_loads (literal, JSON_DECODE_ANY, NULL) : NULL;

      if (name != NULL && value != NULL && json_object_get (facts, name) == NULL)
        json_object_set_new_nocheck (facts, name, value);
      else
        json_decref (value); /* of two of one name the first */
    }

  return facts;
}

/* Where there is @any_text, it stands for all texts of the lists of which the engine reads the dates alone. */
static json_t *
build_case (const AncCaseRows *rows,
            json_t *any_text)
{
  const AncRow *head = anc_case_rows_get_head (rows);
  json_t *root = json_object ();

  json_object_set_new_nocheck (root, "format", json_string_nocheck (CASE_FORMAT));
  json_object_set_new_nocheck (root, "version", json_integer (CASE_VERSION));

  for (guint i = 0; i < head->table->n_columns; i++)
    {
      const AncColumn *column = &head->table->columns[i];
      const AncTable *list = column->is_mark ? anc_table_find (column->path) : NULL;
      const gboolean is_dated = list != NULL && (list->id == ANC_TABLE_DOCUMENTS || list->id == ANC_TABLE_EVENTS);

      if (list == NULL)
        build_column (root, head, i);
      else if (anc_case_rows_get_count (rows, list->id) > 0 || head->values[i].type != ANC_VALUE_NONE)
        json_object_set_new_nocheck (root,
                                     list->name,
                                     list->id == ANC_TABLE_FACTS ? build_facts (rows)
                                                                 : build_list (rows, list->id, is_dated ? any_text : NULL));
    }

  return root;
}

/**
 * anc_case_json_build:
 * @rows: a case
 *
 * Makes the contract's case of it, keys in the order in which they are declared. What the office keeps
 * beside it is left out. The format may refuse it, for people type in any order.
 *
 * Returns: (transfer full): a JSON object
 */
json_t *
anc_case_json_build (const AncCaseRows *rows)
{
  return build_case (rows, NULL);
}

/**
 * anc_case_json_build_for_engine:
 * @rows: a case
 *
 * As anc_case_json_build(), without the texts that the engine neither reads nor refuses: most of a case are
 * the titles and file names of its documents.
 *
 * Returns: (transfer full): a JSON object
 */
json_t *
anc_case_json_build_for_engine (const AncCaseRows *rows)
{
  json_t *any_text = json_string ("");
  json_t *root = build_case (rows, any_text);

  json_decref (any_text);
  return root;
}

/* ---- JSON to text ---------------------------------------------------------------------------- */

/* Every number of a case is an amount or smaller. */
static void
write_value (AncJsonWriter *writer,
             const char *key,
             json_t *value)
{
  const char *name;
  json_t *member;
  gsize i;
  AncAmount amount = 0;

  switch (json_typeof (value))
    {
    case JSON_OBJECT:
      anc_json_writer_open_object (writer, key);
      json_object_foreach (value, name, member)
        write_value (writer, name, member);
      anc_json_writer_close_object (writer);
      break;
    case JSON_ARRAY:
      anc_json_writer_open_array (writer, key);
      json_array_foreach (value, i, member)
        write_value (writer, NULL, member);
      anc_json_writer_close_array (writer);
      break;
    case JSON_STRING:
      anc_json_writer_add_string (writer, key, json_string_value (value));
      break;
    case JSON_INTEGER:
      anc_json_writer_add_int (writer, key, json_integer_value (value));
      break;
    case JSON_REAL:
      anc_amount_from_double (json_real_value (value), &amount);
      anc_json_writer_add_amount (writer, key, amount, 0, 6);
      break;
    case JSON_TRUE:
    case JSON_FALSE:
      anc_json_writer_add_boolean (writer, key, json_is_true (value));
      break;
    case JSON_NULL:
    default:
      anc_json_writer_add_null (writer, key);
      break;
    }
}

static char *
write_text (json_t *value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncJsonWriter writer;

  anc_json_writer_init (&writer, text);
  write_value (&writer, NULL, value);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * anc_case_json_export:
 * @rows: a case
 *
 * Returns: (transfer full): its canonical JSON, on one line without an end of line: the same case gives the
 *   same bytes
 */
char *
anc_case_json_export (const AncCaseRows *rows)
{
  json_t *root = anc_case_json_build (rows);
  char *text = write_text (root);

  json_decref (root);
  return text;
}

/**
 * anc_case_json_dup_literal:
 * @column: a column
 * @value: a value in it
 *
 * Returns: (transfer full): the value as JSON has it: `"2025-03"`, `1801.8`; `null` where not recorded
 */
char *
anc_case_json_dup_literal (const AncColumn *column,
                           const AncValue *value)
{
  json_t *json = value->type == ANC_VALUE_NONE ? json_null () : build_value (column, value);
  char *text = write_text (json);

  json_decref (json);
  return text;
}

/* ---- JSON to rows ---------------------------------------------------------------------------- */

/* Whether a text can stand in a field: any can, but a choice is one of its words. */
static gboolean
read_text (const AncJson *json,
           const AncField *field,
           AncValue *value)
{
  guint choice;

  if (!json_is_string (json->value))
    return FALSE;
  if (field->type == ANC_FIELD_CHOICE && !anc_json_read_choice (json, field->choices, &choice))
    return FALSE;

  anc_value_set_text (value, json_string_value (json->value), (gssize) json_string_length (json->value));
  return TRUE;
}

/* Reads what the field can hold; what it cannot is not recorded. */
static void
read_value (const AncJson *json,
            const AncField *field,
            AncValue *value)
{
  AncDate date;
  AncMonth month;
  AncAmount amount;
  guint count;
  gboolean is_true;

  switch (field->type)
    {
    case ANC_FIELD_DATE:
      if (anc_json_read_date (json, &date))
        anc_value_set_integer (value, date);
      break;
    case ANC_FIELD_MONTH:
      if (anc_json_read_month (json, &month))
        anc_value_set_integer (value, month);
      break;
    case ANC_FIELD_AMOUNT:
      if (anc_json_read_amount (json, &amount))
        anc_value_set_integer (value, amount);
      break;
    case ANC_FIELD_COUNT:
      if (anc_json_read_count (json, G_MAXINT32, &count))
        anc_value_set_integer (value, count);
      break;
    case ANC_FIELD_BOOLEAN:
      if (anc_json_read_boolean (json, &is_true))
        anc_value_set_integer (value, is_true);
      break;
    default:
      read_text (json, field, value);
      break;
    }
}

/* Whether this says that there is none of @table. */
static gboolean
is_empty_list (json_t *list,
               const AncTable *table)
{
  return table->id == ANC_TABLE_FACTS ? json_is_object (list) && json_object_size (list) == 0
                                      : json_is_array (list) && json_array_size (list) == 0;
}

static void
read_columns (const AncJson *object,
              AncRow *row)
{
  for (guint i = 0; i < row->table->n_columns; i++)
    {
      const AncColumn *column = &row->table->columns[i];
      AncJson group, member;

      if (column->path == NULL)
        continue;

      if (column->is_mark)
        {
          if (is_empty_list (json_object_get (object->value, column->path), anc_table_find (column->path)))
            anc_value_set_integer (&row->values[i], TRUE);
          continue;
        }

      if (column->group != NULL)
        group = anc_json_member (object, column->group->key);
      member = anc_json_member (column->group != NULL ? &group : object, column->field->key);
      if (anc_json_is_present (&member))
        read_value (&member, column->field, &row->values[i]);
    }
}

static void
read_list (const AncJson *root,
           const AncTable *table,
           gint64 case_key,
           GPtrArray *rows)
{
  AncJson list = anc_json_member (root, table->name);

  for (gsize i = 0; i < anc_json_get_length (&list); i++)
    {
      AncJson record = anc_json_element (&list, i);
      AncRow *row;

      if (!json_is_object (record.value))
        continue;

      row = anc_row_new (table->id, case_key, anc_row_make_key (), ANC_ROW_GAP * (gint64) (i + 1));
      read_columns (&record, row);
      g_ptr_array_add (rows, row);
    }
}

static void
read_facts (const AncJson *root,
            gint64 case_key,
            GPtrArray *rows)
{
  const AncTable *table = anc_table_get (ANC_TABLE_FACTS);
  AncJson facts = anc_json_member (root, table->name);
  const char *name;
  json_t *value;
  gint64 position = 0;

  json_object_foreach (facts.value, name, value)
    {
      g_autofree char *literal = NULL;
      AncAmount amount;
      AncRow *row;

      if (!json_is_string (value) && !json_is_boolean (value)
          && !(json_is_number (value) && anc_amount_from_double (json_number_value (value), &amount)))
        continue;

      literal = write_text (value);
      row = anc_row_new (ANC_TABLE_FACTS, case_key, anc_row_make_key (), position += ANC_ROW_GAP);
      anc_value_set_text (&row->values[anc_table_find_column (table, "name")], name, -1);
      anc_value_set_text (&row->values[anc_table_find_column (table, "value")], literal, -1);
      g_ptr_array_add (rows, row);
    }
}

static AncCaseRows *
read_case (json_t *value)
{
  g_autoptr (AncProblems) told_before = anc_problems_new ();
  const AncJsonSource source = { NULL, 0, told_before };
  const AncJson root = anc_json_root (&source, value);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_row_unref);
  const gint64 key = anc_row_make_key ();
  AncRow *head = anc_row_new (ANC_TABLE_CASES, key, key, 0);

  g_ptr_array_add (rows, head);
  read_columns (&root, head);
  anc_value_set_text (&head->values[anc_table_find_column (head->table, "state")], anc_case_state_names[0], -1);

  for (guint i = ANC_TABLE_CASES + 1; i < ANC_N_TABLES; i++)
    if (i == ANC_TABLE_FACTS)
      read_facts (&root, key, rows);
    else if (anc_table_get_mark (i) != ANC_COLUMN_NONE)
      read_list (&root, anc_table_get (i), key, rows);

  return anc_case_rows_new (rows);
}

/* Whether it says that it is a case, of the version we read. */
static gboolean
is_case (const AncJson *root)
{
  const char *format = json_string_value (json_object_get (root->value, "format"));
  json_t *version = json_object_get (root->value, "version");

  return g_strcmp0 (format, CASE_FORMAT) == 0
         && json_is_number (version) && json_number_value (version) == CASE_VERSION;
}

/**
 * anc_case_json_import:
 * @text: (array length=length): a case of the format `ancrage-case`, as UTF-8 JSON
 * @length: its bytes
 * @mode: what becomes of one that the format refuses
 * @territory: the departments there are
 * @catalogue: the facts there are
 * @problems: takes everything the format refuses
 *
 * Reads a case; all its records get new keys. Lenient reading drops what is of another type than its field
 * (a date that is none, an unknown word or key) and keeps what only contradicts something else.
 *
 * Returns: (transfer full) (nullable): the case; %NULL, with problems, where @text is not a case of this
 *   version, or a strict reading refuses it
 */
AncCaseRows *
anc_case_json_import (const char *text,
                      gsize length,
                      AncCaseJsonMode mode,
                      const AncTerritory *territory,
                      const AncFactCatalogue *catalogue,
                      AncProblems *problems)
{
  const AncJsonSource source = { text, length, problems };
  json_t *value = anc_json_parse (text, length, problems);
  const AncJson root = anc_json_root (&source, value);
  AncCaseRows *rows = NULL;

  if (value == NULL)
    return NULL;

  if (anc_case_check (&root, territory, catalogue) || (mode == ANC_CASE_JSON_LENIENT && is_case (&root)))
    rows = read_case (value);
  json_decref (value);

  return rows;
}
