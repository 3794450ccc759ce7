/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-table.h"

#include <string.h>

#define REQUIRED TRUE
#define OPTIONAL FALSE

/* ---- What the office keeps beside the contract's case --------------------------------------- */

const char *const anc_case_state_names[] = { "intake", "open", "filed", "closed", "archived", NULL };

static const char *const claim_tables[] = {
  "cases",
  "stays",
  "absences",
  "employers",
  "jobs",
  "payslips",
  "offers",
  "measures",
  "facts",
  "documents",
  "events",
  NULL
};

static const AncField case_fields[] = {
  { "state", ANC_FIELD_CHOICE, OPTIONAL, anc_case_state_names, NULL },
  { "tags", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },          /* separated by commas */
  { "exhibit_order", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL }, /* the list that orders the exhibits; or “hand” */
  { 0 },
};

static const AncField document_fields[] = {
  { "exhibit", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },         /* documents of the same one are one exhibit */
  { "exhibit_title", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },   /* what that exhibit is called */
  { "exhibit_number", ANC_FIELD_COUNT, OPTIONAL, NULL, NULL }, /* under which it was filed, and stays */
  { "left_out", ANC_FIELD_BOOLEAN, OPTIONAL, NULL, NULL },     /* of the numbered file */
  { 0 },
};

static const AncField fact_fields[] = {
  { "name", ANC_FIELD_IDENTIFIER, REQUIRED, NULL, NULL },
  { "value", ANC_FIELD_TEXT, REQUIRED, NULL, NULL }, /* a JSON literal */
  { 0 },
};

static const AncRecordType fact = { "facts", fact_fields };

/* Only what a reference goes by: the name of the list. */
static const AncRecordType document = { "documents", NULL };

static const AncField citation_fields[] = {
  { "claim_table", ANC_FIELD_CHOICE, REQUIRED, claim_tables, NULL },
  { "claim_key", ANC_FIELD_KEY, REQUIRED, NULL, NULL },
  { "claim_column", ANC_FIELD_IDENTIFIER, REQUIRED, NULL, NULL },
  { "claim_value", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL }, /* as accepted, a JSON literal */
  { "document", ANC_FIELD_REFERENCE, REQUIRED, NULL, &document },
  { "page", ANC_FIELD_COUNT, OPTIONAL, NULL, NULL }, /* from 1 */
  { "x", ANC_FIELD_AMOUNT, OPTIONAL, NULL, NULL },   /* points from the page's top left */
  { "y", ANC_FIELD_AMOUNT, OPTIONAL, NULL, NULL },
  { "width", ANC_FIELD_AMOUNT, OPTIONAL, NULL, NULL }, /* points */
  { "height", ANC_FIELD_AMOUNT, OPTIONAL, NULL, NULL },
  { "text_read", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { "confidence", ANC_FIELD_AMOUNT, OPTIONAL, NULL, NULL }, /* 0 to 1 */
  { "accepted_by", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { "accepted_at", ANC_FIELD_TIME, OPTIONAL, NULL, NULL },
  { "corrected", ANC_FIELD_BOOLEAN, OPTIONAL, NULL, NULL }, /* the claim is not what stands there */
  { 0 },
};

static const AncRecordType citation = { "citations", citation_fields };

/* ---- From declaration to tables -------------------------------------------------------------- */

static AncTable tables[ANC_N_TABLES];
static guint marks[ANC_N_TABLES];

static AncValueType
get_value_type (const AncField *field)
{
  switch (field->type)
    {
    case ANC_FIELD_DATE:
    case ANC_FIELD_MONTH:
    case ANC_FIELD_AMOUNT:
    case ANC_FIELD_COUNT:
    case ANC_FIELD_BOOLEAN:
    case ANC_FIELD_KEY:
    case ANC_FIELD_TIME:
      return ANC_VALUE_INTEGER;
    default:
      return ANC_VALUE_TEXT;
    }
}

static const char *
make_property (const char *name)
{
  g_autofree char *property = g_strdup (name);

  return g_intern_string (g_strdelimit (property, "_", '-'));
}

static void
add_column (GArray *columns,
            const AncField *field,
            const AncField *group,
            gboolean in_contract)
{
  AncColumn column = { .type = get_value_type (field), .field = field, .group = group };
  g_autofree char *name = group == NULL || group->required ? g_strdup (field->key)
                                                           : g_strconcat (group->key, "_", field->key, NULL);
  g_autofree char *path = group == NULL ? g_strdup (field->key)
                                        : g_strconcat (group->key, ".", field->key, NULL);

  column.name = g_intern_string (name);
  column.property = make_property (name);
  column.path = in_contract ? g_intern_string (path) : NULL;
  g_array_append_val (columns, column);
}

/* Marks that a list was recorded and is empty, which the contract tells from one not recorded. */
static void
add_mark (GArray *columns,
          const AncField *list)
{
  AncColumn column = { .type = ANC_VALUE_INTEGER, .is_mark = TRUE };
  g_autofree char *name = g_strconcat (list->key, "_recorded", NULL);
  AncField *field = g_new0 (AncField, 1); /* kept as long as the tables */

  field->key = g_intern_string (name);
  field->type = ANC_FIELD_BOOLEAN;
  column.name = field->key;
  column.property = make_property (name);
  column.path = g_intern_string (list->key);
  column.field = field;
  g_array_append_val (columns, column);
}

/* A required record inside is spread without a prefix, as there is always one; an optional one with. */
static void
add_columns (GArray *columns,
             const AncField *fields,
             const AncField *group,
             gboolean in_contract)
{
  for (const AncField *field = fields; field->key != NULL; field++)
    {
      if (field->type == ANC_FIELD_RECORD)
        add_columns (columns, field->record->fields, field, in_contract);
      else if (field->type == ANC_FIELD_LIST || field->type == ANC_FIELD_FACTS)
        add_mark (columns, field);
      else if (strcmp (field->key, "format") != 0 && strcmp (field->key, "version") != 0)
        add_column (columns, field, group, in_contract); /* the two say what every case is */
    }
}

static void
make_table (AncTableId id,
            const char *name,
            const AncRecordType *record,
            gboolean in_contract)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (AncColumn)); /* kept as long as the program */

  add_columns (columns, record->fields, NULL, in_contract);
  if (id == ANC_TABLE_CASES)
    add_columns (columns, case_fields, NULL, FALSE);
  if (id == ANC_TABLE_DOCUMENTS)
    add_columns (columns, document_fields, NULL, FALSE);

  tables[id] = (AncTable){
    .id = id,
    .name = name,
    .record = record,
    .columns = (const AncColumn *) (gpointer) columns->data,
    .n_columns = columns->len,
  };
}

static gpointer
make_tables (gpointer data)
{
  AncTableId id = ANC_TABLE_CASES;

  make_table (id, "cases", &anc_case_schema, TRUE);
  for (const AncField *field = anc_case_schema.fields; field->key != NULL; field++)
    if (field->type == ANC_FIELD_LIST)
      make_table (++id, field->record->key, field->record, TRUE);
    else if (field->type == ANC_FIELD_FACTS)
      make_table (++id, fact.key, &fact, FALSE);
  g_assert (id == ANC_TABLE_CITATIONS - 1);
  make_table (ANC_TABLE_CITATIONS, citation.key, &citation, FALSE);

  for (id = 0; id < ANC_N_TABLES; id++)
    {
      g_autofree char *mark = g_strconcat (tables[id].name, "_recorded", NULL);

      marks[id] = anc_table_find_column (&tables[ANC_TABLE_CASES], mark);
    }

  return tables;
}

static void
ensure_tables (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, make_tables, NULL);
}

/* ---- Public ---------------------------------------------------------------------------------- */

const AncTable *
anc_table_get (AncTableId id)
{
  g_return_val_if_fail (id < ANC_N_TABLES, NULL);

  ensure_tables ();
  return &tables[id];
}

/**
 * anc_table_find:
 *
 * Returns: (nullable): the table of this name
 */
const AncTable *
anc_table_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  ensure_tables ();
  for (guint i = 0; i < ANC_N_TABLES; i++)
    if (strcmp (tables[i].name, name) == 0)
      return &tables[i];

  return NULL;
}

/**
 * anc_table_find_column:
 *
 * Returns: the index of the column of this name, or %ANC_COLUMN_NONE
 */
guint
anc_table_find_column (const AncTable *self,
                       const char *name)
{
  g_return_val_if_fail (self != NULL, ANC_COLUMN_NONE);
  g_return_val_if_fail (name != NULL, ANC_COLUMN_NONE);

  for (guint i = 0; i < self->n_columns; i++)
    if (strcmp (self->columns[i].name, name) == 0)
      return i;

  return ANC_COLUMN_NONE;
}

/**
 * anc_table_get_mark:
 * @list: a table
 *
 * Returns: the column of %ANC_TABLE_CASES that marks this list as recorded: none; %ANC_COLUMN_NONE for
 *   a table that is no list of the contract's case
 */
guint
anc_table_get_mark (AncTableId list)
{
  g_return_val_if_fail (list < ANC_N_TABLES, ANC_COLUMN_NONE);

  ensure_tables ();
  return marks[list];
}
