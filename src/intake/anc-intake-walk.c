/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-intake-private.h"

#include "anc-reader-protocol.h"

#include <string.h>

/* Finds the files in what was handed over: files, and folders with all that is in them. What is left out is
 * found too, with the reason, so that people are told. */

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN

/* Folders within folders that are looked into. */
#define MAX_DEPTH 32

typedef struct
{
  GPtrArray *finds;
  GCancellable *cancellable;
} Walk;

AncIntakeItem *
anc_intake_item_new (AncIntakeOutcome outcome,
                     const char *name)
{
  AncIntakeItem *item = g_new0 (AncIntakeItem, 1);

  item->outcome = outcome;
  item->name = g_strdup (name);
  return item;
}

void
anc_intake_item_free (AncIntakeItem *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->message);
  anc_stored_file_free (self->file);
  g_free (self);
}

void
anc_intake_find_free (AncIntakeFind *self)
{
  g_clear_pointer (&self->item, anc_intake_item_free);
  g_clear_object (&self->file);
  g_clear_object (&self->stream);
  g_free (self);
}

static AncIntakeFind *
add (Walk *self,
     AncIntakeOutcome outcome,
     const char *name,
     const GError *error)
{
  AncIntakeFind *find = g_new0 (AncIntakeFind, 1);

  find->item = anc_intake_item_new (outcome, name);
  find->item->message = error != NULL ? g_strdup (error->message) : NULL;
  g_ptr_array_add (self->finds, find);

  return find;
}

static void
add_file (Walk *self,
          GFile *file,
          const char *name,
          GFileInfo *info)
{
  const goffset size = g_file_info_get_size (info);
  AncIntakeFind *find = add (self, ANC_INTAKE_STORED, name, NULL);

  if (size == 0)
    find->item->outcome = ANC_INTAKE_EMPTY;
  else if (size > ANC_READER_MAX_DOCUMENT)
    find->item->outcome = ANC_INTAKE_TOO_LARGE;
  else
    find->file = g_object_ref (file);
  find->size = size;
}

static int
compare_infos (gconstpointer first,
               gconstpointer second)
{
  g_autofree char *a = g_utf8_collate_key_for_filename (g_file_info_get_display_name (*(GFileInfo **) first), -1);
  g_autofree char *b = g_utf8_collate_key_for_filename (g_file_info_get_display_name (*(GFileInfo **) second), -1);

  return strcmp (a, b);
}

/* What stands in a folder, in the order in which people count: page 2 before page 10. */
static GPtrArray *
list_folder (Walk *self,
             GFile *folder,
             GError **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) enumerator = NULL;
  g_autoptr (GError) local_error = NULL;
  GFileInfo *info;

  enumerator = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, self->cancellable, error);
  if (enumerator == NULL)
    return NULL;

  while ((info = g_file_enumerator_next_file (enumerator, self->cancellable, &local_error)) != NULL)
    g_ptr_array_add (infos, info);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  g_ptr_array_sort (infos, compare_infos);
  return g_steal_pointer (&infos);
}

static void walk_folder (Walk *self,
                         GFile *folder,
                         const char *name,
                         guint depth);

static void
walk_entry (Walk *self,
            GFile *file,
            const char *name,
            GFileInfo *info,
            guint depth)
{
  switch (g_file_info_get_file_type (info))
    {
    case G_FILE_TYPE_DIRECTORY:
      walk_folder (self, file, name, depth + 1);
      break;
    case G_FILE_TYPE_REGULAR:
      add_file (self, file, name, info);
      break;
    case G_FILE_TYPE_SYMBOLIC_LINK:
      add (self, ANC_INTAKE_LINK, name, NULL);
      break;
    case G_FILE_TYPE_SPECIAL:
    case G_FILE_TYPE_SHORTCUT:
    case G_FILE_TYPE_MOUNTABLE:
    case G_FILE_TYPE_UNKNOWN:
    default:
      add (self, ANC_INTAKE_SPECIAL, name, NULL);
    }
}

static void
walk_folder (Walk *self,
             GFile *folder,
             const char *name,
             guint depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = depth < MAX_DEPTH ? list_folder (self, folder, &error) : NULL;

  if (infos == NULL)
    {
      add (self, ANC_INTAKE_UNREADABLE, name, error);
      return;
    }

  for (guint i = 0; i < infos->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      GFileInfo *info = g_ptr_array_index (infos, i);
      g_autoptr (GFile) file = g_file_get_child (folder, g_file_info_get_name (info));
      g_autofree char *its_name = g_build_filename (name, g_file_info_get_display_name (info), NULL);

      if (g_file_info_get_is_hidden (info))
        add (self, ANC_INTAKE_HIDDEN, its_name, NULL);
      else
        walk_entry (self, file, its_name, info, depth);
    }
}

/**
 * anc_intake_walk:
 * @files: (element-type GFile): what was handed over
 *
 * Looks for files, in a thread that may wait. A link that was handed over itself is followed, none in a folder.
 *
 * Returns: (transfer full) (element-type AncIntakeFind): the files in their order, with those left out
 */
GPtrArray *
anc_intake_walk (GPtrArray *files,
                 GCancellable *cancellable)
{
  Walk walk = { g_ptr_array_new_with_free_func ((GDestroyNotify) anc_intake_find_free), cancellable };

  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &error);
      g_autofree char *base = g_file_get_basename (file);
      g_autofree char *name = g_filename_display_name (base != NULL ? base : "");

      if (info == NULL)
        add (&walk, ANC_INTAKE_UNREADABLE, name, error);
      else
        walk_entry (&walk, file, name, info, 0);
    }

  return walk.finds;
}
