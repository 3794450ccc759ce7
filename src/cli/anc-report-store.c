/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-report-store.h"

#include "anc-cli.h"

#include "anc-case-json.h"
#include "anc-store-backups.h"
#include "anc-words.h"

#include <stdio.h>

/* ---- Lines ----------------------------------------------------------------------------------- */

typedef struct
{
  AncJsonWriter writer;
  GString *text;
} Line;

static AncJsonWriter *
begin (Line *line)
{
  line->text = g_string_new (NULL);
  anc_json_writer_init (&line->writer, line->text);
  anc_json_writer_open_object (&line->writer, NULL);

  return &line->writer;
}

static void
end (Line *line)
{
  anc_json_writer_close_object (&line->writer);
  g_string_append_c (line->text, '\n');
  fwrite (line->text->str, 1, line->text->len, stdout);
  fflush (stdout);
  g_string_free (line->text, TRUE);
}

static void
add_time (AncJsonWriter *writer,
          const char *key,
          gint64 time)
{
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autofree char *text = time > 0 && seconds != NULL ? g_date_time_format_iso8601 (seconds) : NULL;

  anc_json_writer_add_string (writer, key, text);
}

/* Keys are told as text: JSON readers round numbers as long as they are. */
static void
add_key (AncJsonWriter *writer,
         const char *name,
         gint64 key)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, key);

  anc_json_writer_add_string (writer, name, text);
}

/* ---- Stores ---------------------------------------------------------------------------------- */

void
anc_report_print_info (const AncStoreInfo *info,
                       gboolean is_encrypted)
{
  Line line;
  AncJsonWriter *writer = begin (&line);

  anc_json_writer_add_int (writer, "version", info->version);
  anc_json_writer_add_boolean (writer, "encrypted", is_encrypted);
  anc_json_writer_add_int (writer, "size", info->size);
  anc_json_writer_add_int (writer, "cases", info->n_cases);
  anc_json_writer_add_int (writer, "documents", info->n_documents);
  anc_json_writer_add_int (writer, "files", info->n_files);
  anc_json_writer_add_int (writer, "files_size", info->files_size);
  anc_json_writer_add_int (writer, "transactions", info->n_transactions);
  add_time (writer, "created", info->created);
  add_time (writer, "changed", info->changed);
  end (&line);
}

void
anc_report_print_check (char **problems)
{
  Line line;
  AncJsonWriter *writer = begin (&line);

  anc_json_writer_add_boolean (writer, "clean", *problems == NULL);
  anc_json_writer_open_array (writer, "problems");
  for (; *problems != NULL; problems++)
    anc_json_writer_add_string (writer, NULL, *problems);
  anc_json_writer_close_array (writer);
  end (&line);
}

void
anc_report_print_backups (GPtrArray *backups)
{
  for (guint i = 0; i < backups->len; i++)
    {
      const AncBackup *backup = g_ptr_array_index (backups, i);
      Line line;
      AncJsonWriter *writer = begin (&line);

      anc_json_writer_add_string (writer, "path", backup->path);
      add_time (writer, "time", backup->time);
      anc_json_writer_add_int (writer, "size", backup->size);
      end (&line);
    }
}

void
anc_report_print_path (const char *key,
                       const char *path)
{
  Line line;
  AncJsonWriter *writer = begin (&line);

  anc_json_writer_add_string (writer, key, path);
  end (&line);
}

/* ---- Cases ----------------------------------------------------------------------------------- */

void
anc_report_print_entry (const AncCaseEntry *entry)
{
  Line line;
  AncJsonWriter *writer = begin (&line);

  add_key (writer, "key", entry->key);
  anc_json_writer_add_string (writer, "reference", entry->reference);
  anc_json_writer_add_string (writer, "family_name", entry->family_name);
  anc_json_writer_add_string (writer, "given_names", entry->given_names);
  anc_json_writer_add_string (writer, "state", entry->state);
  anc_json_writer_add_string (writer, "tags", entry->tags);
  add_time (writer, "changed", entry->changed);
  end (&line);
}

/**
 * anc_report_add_findings:
 * @writer: in an object
 * @key: the member
 * @review: a case
 * @with_doubts: whether also what is only doubtful
 */
void
anc_report_add_findings (AncJsonWriter *writer,
                         const char *key,
                         const AncCaseReview *review,
                         gboolean with_doubts)
{
  static const char *const kinds[] = { "refused", "doubtful" };
  static const char *const left_out[] = { NULL, "field", "record", "list" };

  anc_json_writer_open_array (writer, key);
  for (guint i = 0; i < anc_case_review_get_count (review); i++)
    {
      const AncCaseFinding *finding = anc_case_review_get (review, i);
      g_autofree char *sentence = anc_problem_format (&finding->problem, anc_words_translate);

      if (finding->kind == ANC_CASE_FINDING_DOUBTFUL && !with_doubts)
        continue;
      anc_json_writer_open_object (writer, NULL);
      anc_json_writer_add_string (writer, "path", finding->problem.path);
      anc_json_writer_add_string (writer, "kind", kinds[finding->kind]);
      anc_json_writer_add_string (writer, "left_out", left_out[finding->left_out]);
      anc_json_writer_add_string (writer, "reason", sentence);
      anc_json_writer_close_object (writer);
    }
  anc_json_writer_close_array (writer);
}

void
anc_report_print_case (const AncCaseRows *rows,
                       const AncCaseReview *review)
{
  const AncRow *head = anc_case_rows_get_head (rows);
  g_autofree char *json = anc_case_json_export (rows);
  Line line;
  AncJsonWriter *writer = begin (&line);

  add_key (writer, "key", anc_case_rows_get_key (rows));
  anc_json_writer_add_string (writer, "state", anc_row_get_text (head, "state"));
  anc_json_writer_add_string (writer, "tags", anc_row_get_text (head, "tags"));
  anc_json_writer_add_json (writer, "case", json);
  anc_json_writer_add_int (writer, "citations", anc_case_rows_get_count (rows, ANC_TABLE_CITATIONS));
  anc_report_add_findings (writer, "findings", review, TRUE);
  end (&line);
}

void
anc_report_print_imported (const char *reference,
                           gint64 key,
                           const AncCaseReview *review)
{
  Line line;
  AncJsonWriter *writer = begin (&line);

  anc_json_writer_add_string (writer, "reference", reference);
  add_key (writer, "key", key);
  if (review != NULL)
    anc_report_add_findings (writer, "findings", review, TRUE);
  end (&line);
}

/* ---- Comparisons ----------------------------------------------------------------------------- */

static void
add_fields (AncJsonWriter *writer,
            const AncComparisonItem *item)
{
  anc_json_writer_open_array (writer, "fields");
  for (guint i = 0; i < item->theirs->table->n_columns; i++)
    {
      const AncColumn *column = &item->theirs->table->columns[i];
      g_autofree char *ours = NULL;
      g_autofree char *theirs = NULL;

      if (!anc_comparison_item_differs (item, i))
        continue;
      ours = anc_case_json_dup_literal (column, &item->ours->values[i]);
      theirs = anc_case_json_dup_literal (column, &item->theirs->values[i]);
      anc_json_writer_open_object (writer, NULL);
      anc_json_writer_add_string (writer, "field", column->path != NULL ? column->path : column->name);
      anc_json_writer_add_json (writer, "ours", ours);
      anc_json_writer_add_json (writer, "theirs", theirs);
      anc_json_writer_close_object (writer);
    }
  anc_json_writer_close_array (writer);
}

void
anc_report_print_comparison (const AncCaseComparison *comparison,
                             guint n_taken)
{
  static const char *const kinds[] = { "same", "new", "different", "ours" };
  Line line;
  AncJsonWriter *writer = begin (&line);

  anc_json_writer_add_int (writer, "same", anc_case_comparison_count_kind (comparison, ANC_COMPARISON_SAME));
  anc_json_writer_open_array (writer, "records");
  for (guint i = 0; i < anc_case_comparison_get_count (comparison); i++)
    {
      const AncComparisonItem *item = anc_case_comparison_get (comparison, i);
      g_autofree char *path = anc_case_comparison_dup_path (comparison, item, ANC_COLUMN_NONE);

      if (item->kind == ANC_COMPARISON_SAME)
        continue;
      anc_json_writer_open_object (writer, NULL);
      anc_json_writer_add_string (writer, "path", path);
      anc_json_writer_add_string (writer, "kind", kinds[item->kind]);
      if (item->kind == ANC_COMPARISON_DIFFERENT)
        add_fields (writer, item);
      anc_json_writer_close_object (writer);
    }
  anc_json_writer_close_array (writer);
  anc_json_writer_add_int (writer, "taken", n_taken);
  end (&line);
}

/* ---- Documents, search, journal -------------------------------------------------------------- */

void
anc_report_print_document (const AncRow *document,
                           const AncStoredFile *file)
{
  Line line;
  AncJsonWriter *writer = begin (&line);

  for (guint i = 0; i < document->table->n_columns; i++)
    {
      g_autofree char *literal = anc_case_json_dup_literal (&document->table->columns[i], &document->values[i]);

      anc_json_writer_add_json (writer, document->table->columns[i].name, literal);
    }
  if (file != NULL)
    {
      anc_json_writer_add_int (writer, "size", file->size);
      anc_json_writer_open_array (writer, "also_in");
      for (guint i = 0; i < file->places->len; i++)
        {
          const AncFilePlace *place = g_ptr_array_index (file->places, i);

          if (place->document_key == document->key)
            continue;
          anc_json_writer_open_object (writer, NULL);
          anc_json_writer_add_string (writer, "reference", place->reference);
          anc_json_writer_add_string (writer, "title", place->title);
          anc_json_writer_close_object (writer);
        }
      anc_json_writer_close_array (writer);
    }
  end (&line);
}

void
anc_report_print_hit (const AncSearchHit *hit)
{
  Line line;
  AncJsonWriter *writer = begin (&line);

  add_key (writer, "case_key", hit->case_key);
  anc_json_writer_add_string (writer, "reference", hit->reference);
  anc_json_writer_add_string (writer, "family_name", hit->family_name);
  anc_json_writer_add_string (writer, "given_names", hit->given_names);
  anc_json_writer_add_string (writer, "table", anc_table_get (hit->table)->name);
  add_key (writer, "key", hit->key);
  if (hit->page > 0)
    anc_json_writer_add_int (writer, "page", hit->page);
  anc_json_writer_add_string (writer, "excerpt", hit->excerpt);
  anc_json_writer_open_array (writer, "marks");
  for (guint i = 0; i < hit->marks->len; i++)
    anc_json_writer_add_int (writer, NULL, g_array_index (hit->marks, guint, i));
  anc_json_writer_close_array (writer);
  end (&line);
}

void
anc_report_print_transaction (const AncTransaction *transaction)
{
  Line line;
  AncJsonWriter *writer = begin (&line);

  anc_json_writer_add_int (writer, "id", transaction->id);
  add_time (writer, "time", transaction->time);
  anc_json_writer_add_string (writer, "author", transaction->author);
  add_key (writer, "case_key", transaction->case_key);
  anc_json_writer_add_string (writer, "reference", transaction->reference);
  anc_json_writer_add_string (writer, "kind", anc_transaction_kind_to_name (transaction->kind));
  if (transaction->reverts > 0)
    anc_json_writer_add_int (writer, "reverts", transaction->reverts);
  anc_json_writer_add_string (writer, "label", transaction->label);
  anc_json_writer_add_int (writer, "changes", transaction->n_changes);
  end (&line);
}

void
anc_report_print_changes (const char *verb,
                          const AncChangeSet *changes)
{
  static const char *const operations[] = { "insert", "update", "delete" };
  Line line;
  AncJsonWriter *writer = begin (&line);

  anc_json_writer_add_string (writer, verb, anc_change_set_get_label (changes));
  anc_json_writer_open_array (writer, "changes");
  for (guint i = 0; i < anc_change_set_get_count (changes); i++)
    {
      const AncChange *change = anc_change_set_get (changes, i);
      const AncRow *row = anc_change_get_row (change);

      anc_json_writer_open_object (writer, NULL);
      anc_json_writer_add_string (writer, "operation", operations[anc_change_get_operation (change)]);
      anc_json_writer_add_string (writer, "table", row->table->name);
      add_key (writer, "key", row->key);
      anc_json_writer_close_object (writer);
    }
  anc_json_writer_close_array (writer);
  end (&line);
}
