/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-table.h"

/* Every field of the contract's case has one column or, for a list, one table and one mark. */
static guint
count_fields (const AncField *fields)
{
  guint n = 0;

  for (; fields->key != NULL; fields++)
    n += fields->type == ANC_FIELD_RECORD ? count_fields (fields->record->fields) : 1;

  return n;
}

/* The columns of a list that the contract knows; the office keeps others beside them. */
static guint
count_in_contract (const AncTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->n_columns; i++)
    n += table->columns[i].path != NULL;

  return n;
}

static void
test_follows_schema (void)
{
  const AncTable *cases = anc_table_get (ANC_TABLE_CASES);
  AncTableId list = ANC_TABLE_CASES;

  g_assert_cmpuint (count_in_contract (cases), ==, count_fields (anc_case_schema.fields) - 2); /* format, version */

  for (const AncField *field = anc_case_schema.fields; field->key != NULL; field++)
    {
      if (field->type != ANC_FIELD_LIST && field->type != ANC_FIELD_FACTS)
        continue;
      g_assert_cmpstr (anc_table_get (++list)->name, ==, field->key);
      g_assert_cmpuint (anc_table_get_mark (list), !=, ANC_COLUMN_NONE);
      g_assert_cmpstr (cases->columns[anc_table_get_mark (list)].path, ==, field->key);
      if (field->type == ANC_FIELD_LIST)
        g_assert_cmpuint (count_in_contract (anc_table_get (list)), ==, count_fields (field->record->fields));
    }
  g_assert_cmpint (list + 1, ==, ANC_TABLE_CITATIONS);
  g_assert_cmpuint (anc_table_get_mark (ANC_TABLE_CITATIONS), ==, ANC_COLUMN_NONE);
}

static void
test_names (void)
{
  const AncTable *jobs = anc_table_find ("jobs");
  const AncTable *cases = anc_table_find ("cases");
  const AncColumn *rome = &jobs->columns[anc_table_find_column (jobs, "occupation_rome")];
  const AncColumn *name = &cases->columns[anc_table_find_column (cases, "family_name")];
  const AncColumn *state = &cases->columns[anc_table_find_column (cases, "state")];

  g_assert_cmpstr (rome->property, ==, "occupation-rome");
  g_assert_cmpstr (rome->path, ==, "occupation.rome");
  g_assert_cmpstr (rome->group->key, ==, "occupation");
  g_assert_cmpint (rome->field->type, ==, ANC_FIELD_ROME);
  g_assert_cmpstr (name->path, ==, "person.family_name");
  g_assert_null (state->path);
  g_assert_cmpuint (anc_table_find_column (jobs, "occupation"), ==, ANC_COLUMN_NONE);
  g_assert_null (anc_table_find ("case"));
}

/* A column is named once in its table, and in no other way in SQL than in lower case. */
static void
test_names_are_unique (void)
{
  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      const AncTable *table = anc_table_get (i);

      for (guint j = 0; j < table->n_columns; j++)
        {
          g_assert_cmpuint (anc_table_find_column (table, table->columns[j].name), ==, j);
          g_assert_cmpuint (strspn (table->columns[j].name, "abcdefghijklmnopqrstuvwxyz_0123456789"),
                            ==,
                            strlen (table->columns[j].name));
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cases/table/follows-schema", test_follows_schema);
  g_test_add_func ("/cases/table/names", test_names);
  g_test_add_func ("/cases/table/names-are-unique", test_names_are_unique);

  return g_test_run ();
}
