/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-list-import.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define HEADER "list,valid_from,valid_until,region,nationality,code_system,code,label,status,source\n"

/* ---- The rows ------------------------------------------------------------------------------ */

static void
append_cell (GString *csv,
             const char *text)
{
  if (strpbrk (text, ",\"\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }

  g_string_append_c (csv, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p == '\n' ? ' ' : *p);
    }
  g_string_append_c (csv, '"');
}

static char *
write_rows (const AncListImport *self,
            const AncListText *text,
            const AncListPeriod *period)
{
  g_autoptr (GString) csv = g_string_new (HEADER);
  char from[ANC_DATE_BUFFER_SIZE], until[ANC_DATE_BUFFER_SIZE];

  for (guint i = 0; i < text->matched->len; i++)
    {
      const AncListEntry *entry = g_ptr_array_index (text->matched, i);
      char code[ANC_CODE_BUFFER_SIZE];

      g_string_append_printf (csv,
                              "%s,%s,%s,%02u,,fap,%s,",
                              self->list->id,
                              anc_date_format (self->from, from),
                              period->until != ANC_DATE_NONE ? anc_date_format (period->until, until) : "",
                              self->region,
                              anc_code_format (entry->family->fap, code));
      append_cell (csv, entry->family->fap_label);
      g_string_append (csv, ",listed,");
      append_cell (csv, self->source);
      g_string_append_c (csv, '\n');
    }

  return g_string_free (g_steal_pointer (&csv), FALSE);
}

/* ---- The catalogue of lists ---------------------------------------------------------------- */

static json_t *
get_or_add (json_t *object,
            const char *key,
            json_t *(*create) (void) )
{
  json_t *value = json_object_get (object, key);

  if (value == NULL)
    {
      value = create ();
      json_object_set_new (object, key, value);
    }

  return value;
}

static json_t *
find_or_add_period (json_t *periods,
                    const AncListPeriod *period)
{
  char from[ANC_DATE_BUFFER_SIZE], until[ANC_DATE_BUFFER_SIZE];
  json_t *entry;
  gsize i;

  anc_date_format (period->from, from);
  json_array_foreach (periods, i, entry)
    {
      if (g_strcmp0 (json_string_value (json_object_get (entry, "from")), from) == 0)
        return entry;
    }

  entry = json_pack ("{s:s, s:[]}", "from", from, "complete");
  if (period->until != ANC_DATE_NONE)
    json_object_set_new (entry, "until", json_string (anc_date_format (period->until, until)));
  json_array_append_new (periods, entry);

  return entry;
}

/* Writes into a person's lists.json that every row of the region is held. */
static char *
write_completeness (const AncListImport *self,
                    const AncListPeriod *period,
                    json_t *lists)
{
  json_t *list = get_or_add (lists, self->list->id, json_object);
  json_t *complete;
  char region[8];
  json_t *value;
  gsize i;
  char *text, *copy;

  json_object_set_new (list, "title", json_pack ("{s:s, s:s}", "fr", self->list->title.in[ANC_LANGUAGE_FR], "en", self->list->title.in[ANC_LANGUAGE_EN]));
  json_object_set_new (list, "source", json_string (self->list->source));
  complete = json_object_get (find_or_add_period (get_or_add (list, "periods", json_array), period), "complete");

  g_snprintf (region, sizeof region, "%02u", self->region);
  json_array_foreach (complete, i, value)
    {
      if (g_strcmp0 (json_string_value (value), region) == 0)
        json_array_remove (complete, i--);
    }
  if (json_is_array (complete))
    json_array_append_new (complete, json_string (region));

  text = json_dumps (lists, JSON_INDENT (2));
  copy = g_strconcat (text, "\n", NULL);
  free (text);

  return copy;
}

static json_t *
read_lists (const char *path,
            GError **error)
{
  g_autofree char *text = NULL;
  json_error_t json_error;
  gsize length;
  json_t *lists;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return json_object ();
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  lists = json_loadb (text, length, JSON_REJECT_DUPLICATES, &json_error);
  if (!json_is_object (lists))
    {
      json_decref (lists);
      g_set_error (error, ANC_LAW_ERROR, ANC_LAW_ERROR_READ, _ ("%s is not a catalogue of lists; mend it or take it away"), path);
      return NULL;
    }

  return lists;
}

/* ---- Writing ------------------------------------------------------------------------------- */

/* Two files that are written together or not at all. */
typedef struct
{
  char *rows_path;
  char *rows;
  char *lists_path;
  char *lists; /* NULL where the catalogue does not change */
} Files;

static void
clear_files (Files *files)
{
  g_free (files->rows_path);
  g_free (files->rows);
  g_free (files->lists_path);
  g_free (files->lists);
}

/* Rows come first: a list that is said to be complete without them would say no to everything. */
static gboolean
write_files (const Files *files,
             GError **error)
{
  g_autofree char *earlier = NULL;
  g_autoptr (GError) write_error = NULL;
  gsize earlier_length = 0;

  g_file_get_contents (files->rows_path, &earlier, &earlier_length, NULL);
  if (!g_file_set_contents_full (files->rows_path, files->rows, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &write_error))
    {
      g_set_error_literal (error, ANC_LAW_ERROR, ANC_LAW_ERROR_WRITE, write_error->message);
      return FALSE;
    }
  if (files->lists == NULL
      || g_file_set_contents_full (files->lists_path, files->lists, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &write_error))
    return TRUE;

  if (earlier != NULL)
    g_file_set_contents (files->rows_path, earlier, (gssize) earlier_length, NULL);
  else
    g_unlink (files->rows_path);
  g_set_error_literal (error, ANC_LAW_ERROR, ANC_LAW_ERROR_WRITE, write_error->message);
  return FALSE;
}

/* Reads the law as it would be with the files, so that nothing wrong is ever written. */
static gboolean
try_files (const Files *files,
           GError **error)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();
  g_autoptr (AncRules) rules = NULL;
  g_autofree char *place = g_path_get_basename (files->rows_path);
  g_autofree char *rows_place = g_strconcat ("occupations/", place, NULL);
  g_autoptr (GBytes) rows = g_bytes_new_static (files->rows, strlen (files->rows));
  g_autoptr (GBytes) lists = files->lists != NULL ? g_bytes_new_static (files->lists, strlen (files->lists)) : NULL;

  anc_law_add_shipped (builder);
  anc_rules_builder_add (builder, rows_place, files->rows_path, ANC_LAW_LAYER_OWN, rows);
  if (lists != NULL)
    anc_rules_builder_add (builder, "occupations/lists.json", files->lists_path, ANC_LAW_LAYER_OWN, lists);

  rules = anc_rules_builder_end (builder);
  for (guint i = 0; rules == NULL && i < anc_rules_builder_get_n_files (builder); i++)
    {
      const AncRuleFile *file = anc_rules_builder_get_file (builder, i);

      if (anc_problems_get_count (file->problems) > 0)
        {
          const AncProblem *problem = anc_problems_get (file->problems, 0);
          g_autofree char *reason = anc_problem_format (problem, NULL);

          g_set_error (error, ANC_LAW_ERROR, ANC_LAW_ERROR_READ, "%s: %s: %s", file->name, problem->path, reason);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
prepare_files (const AncListImport *self,
               const AncListText *text,
               const AncListPeriod *period,
               const char *folder,
               Files *files,
               GError **error)
{
  char from[ANC_DATE_BUFFER_SIZE];
  g_autofree char *name = g_strdup_printf ("%s-%02u-%s.csv", self->list->id, self->region, anc_date_format (self->from, from));
  json_t *lists;

  files->rows_path = g_build_filename (folder, "occupations", name, NULL);
  files->lists_path = g_build_filename (folder, "occupations", "lists.json", NULL);
  files->rows = write_rows (self, text, period);
  if (self->is_complete)
    {
      lists = read_lists (files->lists_path, error);
      if (lists == NULL)
        return FALSE;
      files->lists = write_completeness (self, period, lists);
      json_decref (lists);
    }

  return try_files (files, error);
}

/**
 * anc_list_import_write:
 * @self: what is imported
 * @text: what was read; every entry matched if the list is complete
 * @folder: a folder of law, made where it is missing
 * @error: an error of %ANC_LAW_ERROR
 *
 * Writes a file of rows, and for a complete list that it is complete. Both are written or neither.
 *
 * Returns: (transfer full) (nullable): the path of the file of rows
 */
char *
anc_list_import_write (const AncListImport *self,
                       const AncListText *text,
                       const char *folder,
                       GError **error)
{
  const AncListPeriod *period = anc_occupation_list_find_period (self->list, self->from);
  g_autofree char *occupations = g_build_filename (folder, "occupations", NULL);
  Files files = { 0 };
  char *path = NULL;

  g_return_val_if_fail (period != NULL, NULL);

  if (prepare_files (self, text, period, folder, &files, error))
    {
      if (g_mkdir_with_parents (occupations, 0700) != 0)
        g_set_error (error, ANC_LAW_ERROR, ANC_LAW_ERROR_WRITE, "%s: %s", occupations, g_strerror (errno));
      else if (write_files (&files, error))
        path = g_steal_pointer (&files.rows_path);
    }
  clear_files (&files);

  return path;
}
