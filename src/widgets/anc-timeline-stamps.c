/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-stamps.h"

#include "anc-timeline-painter.h"

/* Months look the same by the hundred: what one looks like at some size is painted once. */

#define MAX_STAMPS 512 /* more than one zoom needs; a long zoom begins anew */

typedef struct
{
  int width;
  int height;
  int scale;
  int look; /* evidence, contradiction or state */
} Key;

enum
{
  LOOK_STATE = 0,
  LOOK_SIGNED_STATE = 8,
  LOOK_EVIDENCE = 16,
  LOOK_CONTRADICTED = 32
};

struct _AncTimelineStamps
{
  const AncTimelinePalette *palette;
  GHashTable *textures;
  gboolean has_signs;
};

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return (((guint) key->width * 31 + (guint) key->height) * 31 + (guint) key->scale) * 64 + (guint) key->look;
}

static gboolean
keys_equal (gconstpointer a,
            gconstpointer b)
{
  return memcmp (a, b, sizeof (Key)) == 0;
}

/**
 * anc_timeline_stamps_new:
 * @palette: the colours, which must live longer
 */
AncTimelineStamps *
anc_timeline_stamps_new (const AncTimelinePalette *palette)
{
  AncTimelineStamps *self = g_new0 (AncTimelineStamps, 1);

  self->palette = palette;
  self->textures = g_hash_table_new_full (hash_key, keys_equal, g_free, g_object_unref);
  return self;
}

void
anc_timeline_stamps_free (AncTimelineStamps *self)
{
  g_hash_table_unref (self->textures);
  g_free (self);
}

/* To be called when the colours have changed. */
void
anc_timeline_stamps_clear (AncTimelineStamps *self)
{
  g_hash_table_remove_all (self->textures);
}

/**
 * anc_timeline_stamps_set_signs:
 * @self: the pictures
 * @has_signs: whether counted months are wide enough for a sign
 *
 * Returns: whether that has changed
 */
gboolean
anc_timeline_stamps_set_signs (AncTimelineStamps *self,
                               gboolean has_signs)
{
  if (self->has_signs == has_signs)
    return FALSE;

  self->has_signs = has_signs;
  return TRUE;
}

static void
paint (const AncTimelinePalette *palette,
       const Key *key,
       cairo_t *cr)
{
  if (key->look >= LOOK_CONTRADICTED)
    anc_paint_evidence (cr, palette, key->width, key->height, ANC_EVIDENCE_PAYSLIP, TRUE);
  else if (key->look >= LOOK_EVIDENCE)
    anc_paint_evidence (cr, palette, key->width, key->height, (AncEvidence) (key->look - LOOK_EVIDENCE), FALSE);
  else
    anc_paint_state (cr,
                     palette,
                     key->width,
                     key->height,
                     (AncMonthState) (key->look & 3),
                     key->look >= LOOK_SIGNED_STATE);
}

static GdkTexture *
create_texture (const AncTimelinePalette *palette,
                const Key *key)
{
  int width = (key->width + 2 * ANC_STAMP_MARGIN) * key->scale;
  int height = (key->height + 2 * ANC_STAMP_MARGIN) * key->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  cairo_scale (cr, key->scale, key->scale);
  cairo_translate (cr, ANC_STAMP_MARGIN, ANC_STAMP_MARGIN);
  paint (palette, key, cr);
  cairo_destroy (cr);

  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
get_texture (AncTimelineStamps *self,
             const Key *key)
{
  GdkTexture *texture = g_hash_table_lookup (self->textures, key);

  if (texture != NULL)
    return texture;

  if (g_hash_table_size (self->textures) >= MAX_STAMPS)
    g_hash_table_remove_all (self->textures);
  texture = create_texture (self->palette, key);
  g_hash_table_insert (self->textures, g_memdup2 (key, sizeof *key), texture);
  return texture;
}

/**
 * anc_timeline_stamps_get_evidence:
 * @self: the pictures
 * @width: of the cell, in pixels of the application
 * @height: of the cell
 * @scale: of the display
 * @evidence: what the month rests on
 * @contradicted: whether something does not agree
 *
 * Returns: (transfer none): the cell, with %ANC_STAMP_MARGIN around it; to be used at once
 */
GdkTexture *
anc_timeline_stamps_get_evidence (AncTimelineStamps *self,
                                  int width,
                                  int height,
                                  int scale,
                                  AncEvidence evidence,
                                  gboolean contradicted)
{
  return get_texture (self,
                      &(Key){ width, height, scale, contradicted ? LOOK_CONTRADICTED : LOOK_EVIDENCE + (int) evidence });
}

/* The same for a counted month. */
GdkTexture *
anc_timeline_stamps_get_state (AncTimelineStamps *self,
                               int width,
                               int height,
                               int scale,
                               AncMonthState state)
{
  return get_texture (self,
                      &(Key){ width, height, scale, (self->has_signs ? LOOK_SIGNED_STATE : LOOK_STATE) + (int) state });
}
