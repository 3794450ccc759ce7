/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-source.h"

#include <adwaita.h>

#define ANC_TYPE_PAGE_THUMBNAILS (anc_page_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (AncPageThumbnails, anc_page_thumbnails, ANC, PAGE_THUMBNAILS, AdwBin)

/**
 * AncPageThumbnails:
 *
 * A small picture of each page, drawn as it comes into view. The page shown is the selected one.
 * Signals: `page-activated (guint page)`.
 */
void anc_page_thumbnails_set_source (AncPageThumbnails *self,
                                     AncPageSource *source);
void anc_page_thumbnails_set_pictures (AncPageThumbnails *self,
                                       AncPageSource *pictures);
void anc_page_thumbnails_select (AncPageThumbnails *self,
                                 guint page);
