/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-picture.h"

struct _AncPagePicture
{
  gatomicrefcount ref_count;
  int width; /* in pixels */
  int height;
  gsize stride; /* in bytes */
  GBytes *pixels;
  cairo_surface_t *surface; /* over the pixels, once it was asked for */
  GdkTexture *texture;      /* the same */
};

G_DEFINE_BOXED_TYPE (AncPagePicture, anc_page_picture, anc_page_picture_ref, anc_page_picture_unref)

/**
 * anc_page_picture_new:
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from one row to the next
 * @pixels: opaque, four bytes each, in the order of CAIRO_FORMAT_ARGB32
 *
 * Returns: (transfer full): a picture
 */
AncPagePicture *
anc_page_picture_new (int width,
                      int height,
                      gsize stride,
                      GBytes *pixels)
{
  AncPagePicture *self = g_new0 (AncPagePicture, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->width = width;
  self->height = height;
  self->stride = stride;
  self->pixels = g_bytes_ref (pixels);

  return self;
}

AncPagePicture *
anc_page_picture_ref (AncPagePicture *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
anc_page_picture_unref (AncPagePicture *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_bytes_unref (self->pixels);
  g_free (self);
}

int
anc_page_picture_get_width (const AncPagePicture *self)
{
  return self->width;
}

int
anc_page_picture_get_height (const AncPagePicture *self)
{
  return self->height;
}

gsize
anc_page_picture_get_bytes (const AncPagePicture *self)
{
  return g_bytes_get_size (self->pixels);
}

/**
 * anc_page_picture_get_surface:
 * @self: a picture
 *
 * Returns: (transfer none): the picture to draw from with cairo; nobody may draw on it
 */
cairo_surface_t *
anc_page_picture_get_surface (AncPagePicture *self)
{
  static const cairo_user_data_key_t key;
  guchar *data;

  if (self->surface == NULL)
    {
      data = (guchar *) g_bytes_get_data (self->pixels, NULL);
      self->surface = cairo_image_surface_create_for_data (data, CAIRO_FORMAT_RGB24, self->width, self->height, (int) self->stride);
      cairo_surface_set_user_data (self->surface, &key, g_bytes_ref (self->pixels), (cairo_destroy_func_t) g_bytes_unref);
    }

  return self->surface;
}

/**
 * anc_page_picture_get_texture:
 * @self: a picture
 *
 * Returns: (transfer none): the picture to draw with the graphics card
 */
GdkTexture *
anc_page_picture_get_texture (AncPagePicture *self)
{
  if (self->texture == NULL)
    self->texture = gdk_memory_texture_new (self->width, self->height, GDK_MEMORY_DEFAULT, self->pixels, self->stride);

  return self->texture;
}

static cairo_surface_t *
acquire_cb (cairo_pattern_t *pattern,
            void *user_data,
            cairo_surface_t *target,
            const cairo_rectangle_int_t *extents)
{
  return cairo_surface_reference (anc_page_picture_get_surface (user_data));
}

static void
release_cb (cairo_pattern_t *pattern,
            void *user_data,
            cairo_surface_t *surface)
{
  cairo_surface_destroy (surface);
}

static cairo_status_t
copy_cb (cairo_pattern_t *pattern,
         void *user_data,
         const cairo_pattern_t *other)
{
  anc_page_picture_ref (user_data);
  return CAIRO_STATUS_SUCCESS;
}

static void
finish_cb (cairo_pattern_t *pattern,
           void *user_data)
{
  anc_page_picture_unref (user_data);
}

/* The picture as a source to paint with. Of a surface that is recorded cairo copies the pixels in the end, when it is
 * destroyed; whoever records this one holds the picture itself. */
static cairo_pattern_t *
create_pattern (AncPagePicture *self)
{
  cairo_pattern_t *pattern = cairo_pattern_create_raster_source (anc_page_picture_ref (self), CAIRO_CONTENT_COLOR, self->width, self->height);

  cairo_raster_source_pattern_set_acquire (pattern, acquire_cb, release_cb);
  cairo_raster_source_pattern_set_copy (pattern, copy_cb);
  cairo_raster_source_pattern_set_finish (pattern, finish_cb);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_PAD); /* no pale edge where it is scaled */

  return pattern;
}

/**
 * anc_page_picture_snapshot:
 * @self: a picture
 * @snapshot: where to draw it
 * @area: the place it fills
 * @with_cairo: whether what is drawn in the end is drawn by cairo
 *
 * Draws the picture. A texture is converted number by number each time GTK 4.8 hands it to cairo, 20 ms for a
 * page as wide as a screen; without a graphics card cairo is given the pixels themselves.
 */
void
anc_page_picture_snapshot (AncPagePicture *self,
                           GtkSnapshot *snapshot,
                           const graphene_rect_t *area,
                           gboolean with_cairo)
{
  cairo_pattern_t *pattern;
  cairo_t *cr;

  if (!with_cairo)
    {
      gtk_snapshot_append_texture (snapshot, anc_page_picture_get_texture (self), area);
      return;
    }

  cr = gtk_snapshot_append_cairo (snapshot, area);
  cairo_translate (cr, area->origin.x, area->origin.y);
  cairo_scale (cr, area->size.width / (double) self->width, area->size.height / (double) self->height);
  pattern = create_pattern (self);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  cairo_destroy (cr);
}
