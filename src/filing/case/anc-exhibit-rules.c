/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibit-rules-private.h"

#include "anc-json-writer.h"

#include "anc-exhibits-resources.h"

#include <string.h>

#define RESOURCE_FOLDER "/io/github/ancrage/Ancrage/exhibits"

void
anc_exhibit_kind_free (AncExhibitKind *self)
{
  g_array_unref (self->disputed);
  g_free (self);
}

static void
list_free (gpointer data)
{
  AncExhibitList *list = data;

  g_free (list->regimes);
  g_array_unref (list->items);
  g_free (list);
}

AncExhibitRules *
anc_exhibit_rules_new (void)
{
  AncExhibitRules *self = g_new0 (AncExhibitRules, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_exhibit_kind_free);
  self->lists = g_ptr_array_new_with_free_func (list_free);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (4096);

  return self;
}

AncExhibitRules *
anc_exhibit_rules_ref (AncExhibitRules *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
anc_exhibit_rules_unref (AncExhibitRules *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->sources);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* ---- Files --------------------------------------------------------------------------------- */

/**
 * anc_exhibit_rules_add_shipped:
 *
 * Reads what ships with the program.
 *
 * Returns: whether nothing is wrong with it
 */
gboolean
anc_exhibit_rules_add_shipped (AncExhibitRules *self,
                               AncProblems *problems)
{
  GResource *resource = anc_exhibits_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gboolean is_right = TRUE;

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, "/", *name, NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      gsize length;
      const char *text = g_bytes_get_data (bytes, &length);

      is_right &= anc_exhibit_rules_add (self, text, length, problems);
    }

  return is_right;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * anc_exhibit_rules_add_folder:
 * @folder: an office's own files; one that is not there holds none
 *
 * Reads the files of a folder, in the order of their names, which problems say.
 *
 * Returns: whether nothing is wrong with them
 */
gboolean
anc_exhibit_rules_add_folder (AncExhibitRules *self,
                              const char *folder,
                              AncProblems *problems)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  gboolean is_right = TRUE;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json") && *name != '.')
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *file = g_path_get_basename (g_ptr_array_index (paths, i));
      g_autofree char *text = NULL;
      const guint n_known = anc_problems_get_count (problems);
      gsize length;

      if (g_file_get_contents (g_ptr_array_index (paths, i), &text, &length, NULL))
        is_right &= anc_exhibit_rules_add (self, text, length, problems);
      else
        {
          anc_problems_add (problems, "", 0, ANC_PROBLEM ("cannot be read"), NULL);
          is_right = FALSE;
        }
      anc_problems_name_file (problems, n_known, file);
    }

  return is_right;
}

/**
 * anc_exhibit_rules_load:
 * @folder: (nullable): the files of whoever uses the program
 * @grades: (nullable): the grades of the office, as anc_exhibit_rules_write_grades() writes them
 * @problems: takes what is wrong with them
 *
 * Reads what ships with the program, over it those files, and over them what the office says.
 *
 * Returns: (transfer full): what is known; what is wrong is left out of it
 */
AncExhibitRules *
anc_exhibit_rules_load (const char *folder,
                        const char *grades,
                        AncProblems *problems)
{
  AncExhibitRules *self = anc_exhibit_rules_new ();

  anc_exhibit_rules_add_shipped (self, problems);
  if (folder != NULL)
    anc_exhibit_rules_add_folder (self, folder, problems);
  if (grades != NULL)
    anc_exhibit_rules_add (self, grades, strlen (grades), problems);

  return self;
}

/**
 * anc_exhibit_rules_write_grades:
 * @kind: the id of a kind of documents
 * @grade: what it is to be worth to this office
 *
 * Returns: (transfer full): what this office grades in its own way, with that, as JSON for anc_exhibit_rules_load()
 */
char *
anc_exhibit_rules_write_grades (const AncExhibitRules *self,
                                const char *kind,
                                AncGrade grade)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncJsonWriter writer;

  anc_json_writer_init (&writer, text);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_string (&writer, "format", anc_exhibit_formats[ANC_EXHIBIT_FORMAT_GRADES]);
  anc_json_writer_add_int (&writer, "version", 1);
  anc_json_writer_open_object (&writer, "grades");
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const AncExhibitKind *each = g_ptr_array_index (self->kinds, i);
      const AncGrade its_grade = strcmp (each->id, kind) == 0 ? grade : each->grade;

      if (its_grade != each->default_grade)
        anc_json_writer_add_string (&writer, each->id, anc_grade_names[its_grade]);
    }
  anc_json_writer_close_object (&writer);
  anc_json_writer_close_object (&writer);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- Asking -------------------------------------------------------------------------------- */

/**
 * anc_exhibit_rules_get_kinds:
 *
 * Returns: (element-type AncExhibitKind): all kinds of documents
 */
GPtrArray *
anc_exhibit_rules_get_kinds (const AncExhibitRules *self)
{
  return self->kinds;
}

/**
 * anc_exhibit_rules_dup_proofs:
 *
 * Returns: (transfer full) (array zero-terminated=1): the kinds of documents that prove presence by themselves; those of
 *   the limited grade only add to others (assouevam.fr, « Preuves de vie en France »)
 */
char **
anc_exhibit_rules_dup_proofs (const AncExhibitRules *self)
{
  GPtrArray *proofs = g_ptr_array_new ();

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const AncExhibitKind *kind = g_ptr_array_index (self->kinds, i);

      if (kind->grade >= ANC_GRADE_REAL)
        g_ptr_array_add (proofs, g_strdup (kind->id));
    }
  g_ptr_array_add (proofs, NULL);

  return (char **) g_ptr_array_free (proofs, FALSE);
}

/**
 * anc_exhibit_rules_find_kind:
 * @id: (nullable): a word
 *
 * Returns: (nullable): the kind of documents it stands for
 */
const AncExhibitKind *
anc_exhibit_rules_find_kind (const AncExhibitRules *self,
                             const char *id)
{
  for (guint i = 0; id != NULL && i < self->kinds->len; i++)
    {
      const AncExhibitKind *kind = g_ptr_array_index (self->kinds, i);

      if (strcmp (kind->id, id) == 0)
        return kind;
    }

  return NULL;
}

/**
 * anc_exhibit_rules_find_list:
 * @regime: the id of a regime
 *
 * Returns: (nullable): the documents it asks for
 */
const AncExhibitList *
anc_exhibit_rules_find_list (const AncExhibitRules *self,
                             const char *regime)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      const AncExhibitList *list = g_ptr_array_index (self->lists, i);

      if (g_strv_contains (list->regimes, regime))
        return list;
    }

  return NULL;
}

/**
 * anc_exhibit_rules_find_list_by_id:
 * @id: a word
 *
 * Returns: (nullable): the list of this id
 */
const AncExhibitList *
anc_exhibit_rules_find_list_by_id (const AncExhibitRules *self,
                                   const char *id)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      const AncExhibitList *list = g_ptr_array_index (self->lists, i);

      if (strcmp (list->id, id) == 0)
        return list;
    }

  return NULL;
}

/**
 * anc_exhibit_rules_get_lists:
 *
 * Returns: (element-type AncExhibitList): all lists
 */
GPtrArray *
anc_exhibit_rules_get_lists (const AncExhibitRules *self)
{
  return self->lists;
}
