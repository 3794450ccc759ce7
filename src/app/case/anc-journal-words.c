/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-journal-words.h"

#include "anc-case-edits.h"
#include "anc-record-summary.h"
#include "anc-record-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* What tells a record from others of its kind, the first that is recorded. */
static const char *const naming_columns[] = {
  "name",
  "occupation_label",
  "title",
  "month",
  "status",
  "kind",
  "start",
  "date",
  NULL
};

typedef struct
{
  AncCase *a_case;
  const AncFactCatalogue *catalogue;
  const AncCountries *countries;
} Context;

/* ---- Values -------------------------------------------------------------------------------- */

/* By what the record is called now; by its id once it is gone. */
static char *
describe_reference (const Context *context,
                    const AncField *field,
                    const char *id)
{
  AncRecord *record = anc_case_find_by_id (context->a_case, anc_table_find (field->record->key)->id, id);

  return record != NULL ? anc_record_summarise (context->a_case, record, NULL) : g_strdup (id);
}

static char *
describe_value (const Context *context,
                const AncTable *table,
                guint column,
                const AncValue *value)
{
  const AncLanguage language = anc_words_get_language ();
  const AncFactDefinition *fact;

  if (value->type == ANC_VALUE_NONE)
    return g_strdup (_ ("not recorded"));
  if (table->columns[column].field->type == ANC_FIELD_NATIONALITY)
    return g_strdup (anc_countries_get_name (context->countries, value->text));
  if (table->columns[column].field->type == ANC_FIELD_REFERENCE)
    return describe_reference (context, table->columns[column].field, value->text);
  if (table->id == ANC_TABLE_FACTS && strcmp (table->columns[column].name, "value") == 0)
    return g_strdup (strcmp (value->text, "true") == 0    ? C_ ("answer", "yes")
                     : strcmp (value->text, "false") == 0 ? C_ ("answer", "no")
                                                          : value->text);
  if (table->id == ANC_TABLE_FACTS && (fact = anc_fact_catalogue_find (context->catalogue, value->text)) != NULL)
    return g_strdup (fact->title.in[language]);

  return anc_words_value (table, &table->columns[column], value);
}

static gboolean
is_internal (const AncColumn *column)
{
  return column->field->type == ANC_FIELD_ID || column->field->type == ANC_FIELD_KEY;
}

static char *
name_record (const Context *context,
             const AncRow *row)
{
  const char *kind = anc_words_record_kind (row->table->id);

  for (guint i = 0; naming_columns[i] != NULL; i++)
    {
      const guint column = anc_table_find_column (row->table, naming_columns[i]);
      g_autofree char *name = NULL;

      if (column == ANC_COLUMN_NONE || row->values[column].type == ANC_VALUE_NONE)
        continue;
      name = describe_value (context, row->table, column, &row->values[column]);
      /* Translators: a kind of record, and what it is called. */
      return g_strdup_printf (_ ("%1$s “%2$s”"), kind, name);
    }

  return g_strdup (kind);
}

/* ---- Changes ------------------------------------------------------------------------------- */

static void
append_column (GString *text,
               const Context *context,
               const AncChange *change,
               guint column)
{
  const AncTable *table = anc_change_get_row (change)->table;
  const char *title = anc_words_column (table, &table->columns[column]);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (change->before != NULL)
    before = describe_value (context, table, column, &change->before->values[column]);
  if (change->after != NULL)
    after = describe_value (context, table, column, &change->after->values[column]);

  if (before != NULL && after != NULL)
    /* Translators: a field, what it held before and what it holds now. */
    g_string_append_printf (text, _ ("\n%1$s: %2$s → %3$s"), title, before, after);
  else
    /* Translators: a field and what it holds. */
    g_string_append_printf (text, _ ("\n%1$s: %2$s"), title, before != NULL ? before : after);
}

static gboolean
tells (const AncChange *change,
       guint column)
{
  const AncRow *row = anc_change_get_row (change);

  if (is_internal (&row->table->columns[column]))
    return FALSE;
  if (change->before != NULL && change->after != NULL)
    return !anc_value_equal (&change->before->values[column], &change->after->values[column]);

  return row->values[column].type != ANC_VALUE_NONE;
}

/**
 * anc_journal_describe_change:
 * @change: what became of one record
 * @a_case: the case it belongs to, as it is now
 * @catalogue: the facts there are
 * @countries: the names of nationalities
 *
 * Returns: (transfer full): what it was done to, and a line for each field: old → new
 */
char *
anc_journal_describe_change (const AncChange *change,
                             AncCase *a_case,
                             const AncFactCatalogue *catalogue,
                             const AncCountries *countries)
{
  const Context context = { a_case, catalogue, countries };
  const AncRow *row = anc_change_get_row (change);
  g_autofree char *name = name_record (&context, row);
  g_autoptr (GString) text = g_string_new (NULL);

  if (change->before == NULL)
    g_string_append_printf (text, _ ("%s: added"), name);
  else if (change->after == NULL)
    g_string_append_printf (text, _ ("%s: deleted"), name);
  else
    g_string_append (text, name);
  for (guint i = 0; i < row->table->n_columns; i++)
    if (tells (change, i))
      append_column (text, &context, change, i);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * anc_journal_title:
 *
 * Returns: (transfer full): what was done, as the journal names it
 */
char *
anc_journal_title (const AncTransaction *transaction)
{
  const char *label = *transaction->label != '\0' ? _ (transaction->label) : _ ("A change");

  switch (transaction->kind)
    {
    case ANC_TRANSACTION_UNDO:
      return g_strdup_printf (_ ("Undone: %s"), label);
    case ANC_TRANSACTION_REDO:
      return g_strdup_printf (_ ("Done again: %s"), label);
    case ANC_TRANSACTION_PURGE:
      return g_strdup (_ ("A deleted case was removed for good"));
    case ANC_TRANSACTION_EDIT:
    default:
      return g_strdup (label);
    }
}

/**
 * anc_journal_time:
 * @time: µs UTC
 *
 * Returns: (transfer full): when it was, in local time
 */
char *
anc_journal_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *date = NULL;

  if (local == NULL)
    return g_strdup ("");

  date = anc_words_date (anc_date_new (g_date_time_get_year (local),
                                       g_date_time_get_month (local),
                                       g_date_time_get_day_of_month (local)));
  /* Translators: a date, then hours and minutes. */
  return g_strdup_printf (_ ("%1$s, %2$02d:%3$02d"), date, g_date_time_get_hour (local), g_date_time_get_minute (local));
}

/* ---- Going back ---------------------------------------------------------------------------- */

/* The edit that a chain of undos and redos goes back to; 0 where it is older than the list. */
static gint64
find_root (GHashTable *transactions,
           gint64 id)
{
  const AncTransaction *transaction = g_hash_table_lookup (transactions, &id);

  while (transaction != NULL && transaction->reverts != 0)
    transaction = g_hash_table_lookup (transactions, &transaction->reverts);

  return transaction != NULL ? transaction->id : 0;
}

/**
 * anc_journal_count_undos:
 * @transactions: (element-type AncTransaction): of one case, newest first, at least back to @id
 * @id: one of them
 *
 * Returns: how many undos lead back to before it: one for each edit since, itself included, that stands
 */
guint
anc_journal_count_undos (GPtrArray *transactions,
                         gint64 id)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) standing = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < transactions->len; i++)
    {
      AncTransaction *transaction = transactions->pdata[i];

      g_hash_table_insert (by_id, &transaction->id, transaction);
    }
  for (guint i = transactions->len; i-- > 0;)
    {
      const AncTransaction *transaction = transactions->pdata[i];
      const gint64 root = find_root (by_id, transaction->id);

      if (root < id)
        continue;
      if (transaction->kind == ANC_TRANSACTION_UNDO)
        g_hash_table_remove (standing, &root);
      else if (transaction->kind != ANC_TRANSACTION_PURGE)
        g_hash_table_add (standing, g_memdup2 (&root, sizeof root));
    }

  return g_hash_table_size (standing);
}
