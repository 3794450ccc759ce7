/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-cache.h"

#include <math.h>

typedef struct
{
  AncPageTile tile;
  gboolean is_whole_page;
  AncPagePicture *picture;
  GList link; /* in the order of use, the latest first */
} Entry;

struct _AncPageCache
{
  GHashTable *entries; /* by tile */
  GQueue by_use;
  gsize n_bytes;
  gsize max_bytes;
};

static guint
hash_tile (gconstpointer key)
{
  const AncPageTile *tile = key;

  return ((tile->page * 31 + tile->row) * 31 + tile->column) * 31 + g_double_hash (&tile->scale);
}

static gboolean
tiles_equal (gconstpointer a,
             gconstpointer b)
{
  const AncPageTile *one = a;
  const AncPageTile *other = b;

  return one->page == other->page && one->row == other->row && one->column == other->column
         && one->scale == other->scale;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  anc_page_picture_unref (entry->picture);
  g_free (entry);
}

/**
 * anc_page_cache_new:
 * @max_bytes: how many bytes of pixels are kept; the picture put in last always is
 *
 * Returns: (transfer full): an empty cache
 */
AncPageCache *
anc_page_cache_new (gsize max_bytes)
{
  AncPageCache *self = g_new0 (AncPageCache, 1);

  self->entries = g_hash_table_new_full (hash_tile, tiles_equal, NULL, free_entry);
  g_queue_init (&self->by_use);
  self->max_bytes = max_bytes;

  return self;
}

void
anc_page_cache_free (AncPageCache *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->entries);
  g_free (self);
}

static void
drop (AncPageCache *self,
      Entry *entry)
{
  g_queue_unlink (&self->by_use, &entry->link);
  self->n_bytes -= anc_page_picture_get_bytes (entry->picture);
  g_hash_table_remove (self->entries, &entry->tile);
}

static AncPagePicture *
use (AncPageCache *self,
     Entry *entry)
{
  g_queue_unlink (&self->by_use, &entry->link);
  g_queue_push_head_link (&self->by_use, &entry->link);

  return entry->picture;
}

static void
drop_surplus (AncPageCache *self)
{
  while (self->n_bytes > self->max_bytes && g_queue_get_length (&self->by_use) > 1)
    drop (self, g_queue_peek_tail (&self->by_use));
}

/**
 * anc_page_cache_put:
 * @self: a cache
 * @tile: what the picture shows
 * @is_whole_page: whether that is all of its page
 * @picture: the picture
 */
void
anc_page_cache_put (AncPageCache *self,
                    const AncPageTile *tile,
                    gboolean is_whole_page,
                    AncPagePicture *picture)
{
  Entry *old = g_hash_table_lookup (self->entries, tile);
  Entry *entry = g_new0 (Entry, 1);

  if (old != NULL)
    drop (self, old);

  entry->tile = *tile;
  entry->is_whole_page = is_whole_page;
  entry->picture = anc_page_picture_ref (picture);
  entry->link.data = entry;

  g_hash_table_insert (self->entries, &entry->tile, entry);
  g_queue_push_head_link (&self->by_use, &entry->link);
  self->n_bytes += anc_page_picture_get_bytes (picture);
  drop_surplus (self);
}

/**
 * anc_page_cache_get:
 * @self: a cache
 * @tile: what is to be shown
 *
 * Returns: (transfer none) (nullable): its picture
 */
AncPagePicture *
anc_page_cache_get (AncPageCache *self,
                    const AncPageTile *tile)
{
  Entry *entry = g_hash_table_lookup (self->entries, tile);

  return entry != NULL ? use (self, entry) : NULL;
}

/**
 * anc_page_cache_get_whole_page:
 * @self: a cache
 * @page: a page
 * @scale: the scale at which it is to be shown
 *
 * Returns: (transfer none) (nullable): the picture of the whole page whose scale is nearest
 */
AncPagePicture *
anc_page_cache_get_whole_page (AncPageCache *self,
                               guint page,
                               double scale)
{
  Entry *nearest = NULL;

  for (GList *link = self->by_use.head; link != NULL; link = link->next)
    {
      Entry *entry = link->data;

      if (entry->is_whole_page && entry->tile.page == page
          && (nearest == NULL || fabs (log (entry->tile.scale / scale)) < fabs (log (nearest->tile.scale / scale))))
        nearest = entry;
    }

  return nearest != NULL ? use (self, nearest) : NULL;
}

void
anc_page_cache_set_max_bytes (AncPageCache *self,
                              gsize max_bytes)
{
  self->max_bytes = max_bytes;
  drop_surplus (self);
}

gsize
anc_page_cache_get_max_bytes (const AncPageCache *self)
{
  return self->max_bytes;
}

gsize
anc_page_cache_get_bytes (const AncPageCache *self)
{
  return self->n_bytes;
}
