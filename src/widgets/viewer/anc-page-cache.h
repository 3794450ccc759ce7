/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-picture.h"

/**
 * AncPageTile:
 * @page: the page
 * @scale: pixels a point
 * @column: which part of the page, from its left
 * @row: which part of the page, from its top
 *
 * One picture: the whole page where it is small enough, else a square of it.
 */
typedef struct
{
  guint page;
  double scale;
  guint column;
  guint row;
} AncPageTile;

/**
 * AncPageCache:
 *
 * Pictures of pages, of which those not used for longest go when there are too many bytes of them.
 */
typedef struct _AncPageCache AncPageCache;

AncPageCache *anc_page_cache_new (gsize max_bytes);
void anc_page_cache_free (AncPageCache *self);

void anc_page_cache_put (AncPageCache *self,
                         const AncPageTile *tile,
                         gboolean is_whole_page,
                         AncPagePicture *picture);
AncPagePicture *anc_page_cache_get (AncPageCache *self,
                                    const AncPageTile *tile);
AncPagePicture *anc_page_cache_get_whole_page (AncPageCache *self,
                                               guint page,
                                               double scale);
void anc_page_cache_set_max_bytes (AncPageCache *self,
                                   gsize max_bytes);
gsize anc_page_cache_get_max_bytes (const AncPageCache *self);
gsize anc_page_cache_get_bytes (const AncPageCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPageCache, anc_page_cache_free)
