/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-law.h"

#include "anc-law-resources.h"

#include <string.h>

#define RESOURCE_FOLDER "/io/github/ancrage/Ancrage/law"

/* The folders of a folder of law; nothing else in it is looked at. */
static const char *const subfolders[] = { "", "regimes", "occupations", "wages" };

G_DEFINE_QUARK (anc - law - error - quark, anc_law_error)

/**
 * anc_law_get_own_folder:
 *
 * Returns: (transfer full): the folder in which a person puts law of their own, whether it is there or not
 */
char *
anc_law_get_own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "ancrage", "law", NULL);
}

/* ---- What ships with the program ----------------------------------------------------------- */

static void
add_resources (AncRulesBuilder *builder,
               GResource *resource,
               const char *folder)
{
  g_autofree char *whole = g_strconcat (RESOURCE_FOLDER, "/", folder, NULL);
  g_auto (GStrv) names = g_resource_enumerate_children (resource, whole, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat (folder, *folder != '\0' ? "/" : "", *name, NULL);
      g_autofree char *resource_path = g_strconcat (RESOURCE_FOLDER, "/", path, NULL);
      g_autoptr (GBytes) bytes = NULL;

      if (g_str_has_suffix (*name, "/"))
        continue;

      bytes = g_resource_lookup_data (resource, resource_path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      anc_rules_builder_add (builder, path, path, ANC_LAW_LAYER_SHIPPED, bytes);
    }
}

/**
 * anc_law_add_shipped:
 *
 * Adds the law that ships with the program.
 */
void
anc_law_add_shipped (AncRulesBuilder *builder)
{
  GResource *resource = anc_law_get_resource ();

  for (guint i = 0; i < G_N_ELEMENTS (subfolders); i++)
    add_resources (builder, resource, subfolders[i]);
}

/* ---- Files --------------------------------------------------------------------------------- */

/**
 * anc_law_add_file:
 * @builder: a builder
 * @path: a file
 * @place: where it stands in a folder of law: `regimes/….json`
 * @layer: what it is laid over
 * @error: an error of %ANC_LAW_ERROR
 *
 * Returns: whether it could be read; a file whose place is not one of law is left aside
 */
gboolean
anc_law_add_file (AncRulesBuilder *builder,
                  const char *path,
                  const char *place,
                  guint layer,
                  GError **error)
{
  g_autoptr (GError) read_error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &read_error))
    {
      g_set_error_literal (error, ANC_LAW_ERROR, ANC_LAW_ERROR_READ, read_error->message);
      return FALSE;
    }

  bytes = g_bytes_new_take (contents, length);
  anc_rules_builder_add (builder, place, path, layer, bytes);
  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the regular files of a folder that end with a suffix, sorted. */
static GPtrArray *
list_files (const char *folder,
            const char *const *suffixes,
            GError **error)
{
  g_autoptr (GError) open_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &open_error);
  GPtrArray *names;
  const char *name;

  if (dir == NULL)
    {
      g_set_error_literal (error, ANC_LAW_ERROR, ANC_LAW_ERROR_READ, open_error->message);
      return NULL;
    }

  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (*name == '.' || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;
      for (guint i = 0; suffixes[i] != NULL; i++)
        if (g_str_has_suffix (name, suffixes[i]))
          g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);

  return names;
}

static gboolean
add_files (AncRulesBuilder *builder,
           const char *folder,
           const char *place,
           const char *const *suffixes,
           guint layer,
           GError **error)
{
  g_autoptr (GPtrArray) names = list_files (folder, suffixes, error);

  if (names == NULL)
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *file_place = g_strconcat (place, *place != '\0' ? "/" : "", name, NULL);

      if (!anc_law_add_file (builder, path, file_place, layer, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * anc_law_add_folder:
 * @builder: a builder
 * @folder: a folder laid out like the data of the program: `regimes/`, `occupations/`, `wages/`, `facts.json`…
 * @layer: what it is laid over
 * @error: an error of %ANC_LAW_ERROR
 *
 * Returns: whether all of it could be read
 */
gboolean
anc_law_add_folder (AncRulesBuilder *builder,
                    const char *folder,
                    guint layer,
                    GError **error)
{
  static const char *const suffixes[] = { ".json", ".csv", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (subfolders); i++)
    {
      g_autofree char *path = g_build_filename (folder, subfolders[i], NULL);

      if ((*subfolders[i] == '\0' || g_file_test (path, G_FILE_TEST_IS_DIR))
          && !add_files (builder, path, subfolders[i], suffixes, layer, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * anc_law_add_own:
 *
 * Adds the law in the person's own folder, if there is one.
 *
 * Returns: whether all of it could be read
 */
gboolean
anc_law_add_own (AncRulesBuilder *builder,
                 GError **error)
{
  g_autofree char *folder = anc_law_get_own_folder ();

  return !g_file_test (folder, G_FILE_TEST_IS_DIR)
         || anc_law_add_folder (builder, folder, ANC_LAW_LAYER_OWN, error);
}

/**
 * anc_law_add_regimes:
 * @builder: a builder
 * @path: a regime, or a folder of regimes
 * @layer: what it is laid over
 * @error: an error of %ANC_LAW_ERROR
 *
 * Returns: whether all of it could be read
 */
gboolean
anc_law_add_regimes (AncRulesBuilder *builder,
                     const char *path,
                     guint layer,
                     GError **error)
{
  static const char *const suffixes[] = { ".json", NULL };
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *place = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return add_files (builder, path, "regimes", suffixes, layer, error);

  place = g_strconcat ("regimes/", name, g_str_has_suffix (name, ".json") ? "" : ".json", NULL);
  return anc_law_add_file (builder, path, place, layer, error);
}
