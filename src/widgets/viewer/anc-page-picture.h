/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/**
 * AncPagePicture:
 *
 * The pixels of a page or of a part of one. They never change and are kept once, however they are drawn.
 */
typedef struct _AncPagePicture AncPagePicture;

#define ANC_TYPE_PAGE_PICTURE (anc_page_picture_get_type ())

GType anc_page_picture_get_type (void);
AncPagePicture *anc_page_picture_new (int width,
                                      int height,
                                      gsize stride,
                                      GBytes *pixels) G_GNUC_WARN_UNUSED_RESULT;
AncPagePicture *anc_page_picture_ref (AncPagePicture *self);
void anc_page_picture_unref (AncPagePicture *self);

int anc_page_picture_get_width (const AncPagePicture *self);
int anc_page_picture_get_height (const AncPagePicture *self);
gsize anc_page_picture_get_bytes (const AncPagePicture *self);

cairo_surface_t *anc_page_picture_get_surface (AncPagePicture *self);
GdkTexture *anc_page_picture_get_texture (AncPagePicture *self);
void anc_page_picture_snapshot (AncPagePicture *self,
                                GtkSnapshot *snapshot,
                                const graphene_rect_t *area,
                                gboolean with_cairo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPagePicture, anc_page_picture_unref)
