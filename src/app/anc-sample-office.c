/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-sample-office.h"

#include "anc-case-json.h"
#include "anc-store-readings.h"

#include <glib/gstdio.h>
#include <string.h>

#define SAMPLES "/io/github/ancrage/Ancrage/samples"
#define PAPERS "/io/github/ancrage/Ancrage/sample-papers"

/* What the events recorded in a sample say of where it stands; the case format has no word for it. */
static const char *
tell_state (AncCase *a_case)
{
  AncRecordList *events = anc_case_get_list (a_case, ANC_TABLE_EVENTS);
  const guint count = anc_record_list_get_count (events);
  const char *kind = count > 0 ? anc_record_get_text (anc_record_list_get (events, count - 1), "kind") : NULL;

  if (kind == NULL)
    return anc_record_list_get_count (anc_case_get_list (a_case, ANC_TABLE_JOBS)) > 0 ? "open" : "intake";
  if (strcmp (kind, "granted") == 0)
    return "archived";
  if (strcmp (kind, "filed") == 0 || strcmp (kind, "receipt") == 0 || strcmp (kind, "appeal") == 0)
    return "filed";

  return "open";
}

static AncCase *
read_sample (AncOffice *office,
             const char *name)
{
  AncRules *rules = anc_office_get_rules (office);
  g_autofree char *path = g_strconcat (SAMPLES "/", name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, NULL);
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (AncCase) a_case = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  /* One of them contradicts itself, as cases of real people do. */
  rows = anc_case_json_import (text, length, ANC_CASE_JSON_LENIENT, anc_rules_get_territory (rules), anc_rules_get_fact_catalogue (rules), problems);
  if (rows == NULL)
    {
      g_warning ("The sample %s cannot be read", name);
      return NULL;
    }

  a_case = anc_case_new_from_rows (rows);
  anc_record_set_text (anc_case_get_head (a_case), "state", tell_state (a_case));
  anc_case_end (a_case);

  return g_steal_pointer (&a_case);
}

/* ---- Papers ------------------------------------------------------------------------------------ */

/**
 * Papers:
 * @names: (element-type utf8): resources
 * @cases: (element-type gint64): the key of the case of each
 * @next: the one to be handed over next
 *
 * Papers on their way into the store, where they wait to become documents and to be read, as a pile does that
 * was dropped on a case.
 */
typedef struct
{
  AncStore *store;
  GPtrArray *names;
  GArray *cases;
  guint next;
} Papers;

static Papers *
papers_new (AncStore *store)
{
  Papers *self = g_new0 (Papers, 1);

  self->store = g_object_ref (store);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->cases = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

static void
papers_free (Papers *self)
{
  g_object_unref (self->store);
  g_ptr_array_unref (self->names);
  g_array_unref (self->cases);
  g_free (self);
}

static int
compare_names (gconstpointer first,
               gconstpointer second)
{
  return g_strcmp0 (*(const char *const *) first, *(const char *const *) second);
}

/* In the order of their names, which resources do not keep. */
static void
add_papers (Papers *self,
            AncCase *a_case)
{
  const char *reference = anc_record_get_text (anc_case_get_head (a_case), "reference");
  g_autofree char *folder = g_strconcat (PAPERS "/", reference, NULL);
  g_auto (GStrv) names = g_resources_enumerate_children (folder, 0, NULL);
  const gint64 key = anc_case_get_key (a_case);

  if (names != NULL)
    qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      g_ptr_array_add (self->names, g_build_path ("/", folder, *name, NULL));
      g_array_append_val (self->cases, key);
    }
}

static void hand_over_next (Papers *self);

static void
handed_over_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  Papers *self = user_data;
  g_autoptr (GError) error = NULL;
  AncStoredFile *file = anc_store_take_in_finish (ANC_STORE (source), result, &error);

  if (file == NULL) /* the office was closed */
    {
      papers_free (self);
      return;
    }

  anc_stored_file_free (file);
  self->next++;
  hand_over_next (self);
}

static void
hand_over_next (Papers *self)
{
  const char *path;
  g_autofree char *name = NULL;
  g_autoptr (GInputStream) stream = NULL;

  if (self->next == self->names->len)
    {
      papers_free (self);
      return;
    }

  path = g_ptr_array_index (self->names, self->next);
  name = g_path_get_basename (path);
  stream = g_resources_open_stream (path, 0, NULL);
  anc_store_take_in_async (self->store, stream, g_array_index (self->cases, gint64, self->next), name, NULL, handed_over_cb, self);
}

/* ---- People ------------------------------------------------------------------------------------ */

/**
 * anc_sample_office_add:
 * @office: an office
 *
 * Adds the people of the sample office, all invented, and has the papers of some of them wait in their cases.
 *
 * Returns: how many
 */
guint
anc_sample_office_add (AncOffice *office)
{
  g_auto (GStrv) names = g_resources_enumerate_children (SAMPLES, 0, NULL);
  Papers *papers;
  guint count = 0;

  g_return_val_if_fail (ANC_IS_OFFICE (office), 0);

  papers = papers_new (anc_office_get_store (office));

  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      g_autoptr (AncCase) a_case = read_sample (office, *name);

      if (a_case == NULL)
        continue;
      anc_office_add_case (office, a_case);
      add_papers (papers, a_case);
      count++;
    }
  hand_over_next (papers);

  return count;
}

/**
 * anc_sample_office_make_folder:
 * @error: return location for a #GFileError
 *
 * Returns: (transfer full): a folder for a sample office that is not kept
 */
char *
anc_sample_office_make_folder (GError **error)
{
  return g_dir_make_tmp ("ancrage-sample-XXXXXX", error);
}

/**
 * anc_sample_office_remove_folder:
 * @folder: a folder of anc_sample_office_make_folder()
 *
 * Removes it with the files in it and in their backups.
 */
void
anc_sample_office_remove_folder (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        anc_sample_office_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}
