/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-drawn-source.h"

#include <math.h>
#include <string.h>

#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0

static void anc_drawn_source_interface_init (AncPageSourceInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AncDrawnSource,
                               anc_drawn_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ANC_TYPE_PAGE_SOURCE, anc_drawn_source_interface_init))

typedef struct
{
  guint page;
  AncRect region;
  double scale;
} Picture;

static guint
get_n_pages (AncPageSource *source)
{
  return ANC_DRAWN_SOURCE (source)->n_pages;
}

static void
get_page_size (AncPageSource *source,
               guint page,
               double *width,
               double *height)
{
  *width = PAGE_WIDTH;
  *height = PAGE_HEIGHT;
}

static void
draw_page (cairo_t *cr,
           const Picture *picture)
{
  g_autofree char *number = g_strdup_printf ("Page %u", picture->page + 1);

  cairo_scale (cr, picture->scale, picture->scale);
  cairo_translate (cr, -picture->region.x0, -picture->region.y0);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_font_size (cr, 48);
  cairo_move_to (cr, 60, 110);
  cairo_show_text (cr, number);
  cairo_set_font_size (cr, 11);
  for (int y = 160; y < 780; y += 16)
    {
      cairo_move_to (cr, 60, y);
      cairo_show_text (cr, "Salaire de base  151,67  13,91  2 109,73   cotisations   imaginaires");
    }
}

static AncPagePicture *
create_picture (const Picture *picture)
{
  int width = (int) round (anc_rect_width (picture->region) * picture->scale);
  int height = (int) round (anc_rect_height (picture->region) * picture->scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride;

  draw_page (cr, picture);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = (gsize) cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  cairo_surface_destroy (surface);

  return anc_page_picture_new (width, height, stride, bytes);
}

static void
answer (AncDrawnSource *self,
        GTask *task)
{
  const Picture *picture = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    {
      self->n_cancelled++;
      return;
    }
  if (self->broken_page == (int) picture->page)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "This page is damaged.");
      return;
    }

  self->n_rendered++;
  g_task_return_pointer (task, create_picture (picture), (GDestroyNotify) anc_page_picture_unref);
}

static void
render_async (AncPageSource *source,
              guint page,
              AncRect region,
              double scale,
              int priority,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  AncDrawnSource *self = ANC_DRAWN_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  const Picture picture = { page, region, scale };

  g_task_set_task_data (task, g_memdup2 (&picture, sizeof picture), g_free);
  if (self->is_held)
    g_ptr_array_add (self->held, g_steal_pointer (&task));
  else
    answer (self, task);
}

static AncPagePicture *
render_finish (AncPageSource *source,
               GAsyncResult *result,
               GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
get_words_async (AncPageSource *source,
                 guint page,
                 gboolean from_picture,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  AncDrawnSource *self = ANC_DRAWN_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  AncPageWords *words = anc_page_words_new ();

  self->n_words++;
  self->n_read += from_picture;
  if (self->is_scan && !from_picture)
    {
      anc_page_words_set_may_say_more (words);
      g_task_return_pointer (task, words, (GDestroyNotify) anc_page_words_unref);
      return;
    }

  anc_page_words_add (words, (AncRect){ 60, 70, 170, 112 }, "Page");
  anc_page_words_add (words, (AncRect){ 185, 70, 240, 112 }, number);
  if (from_picture && self->is_reading_held)
    {
      g_task_set_task_data (task, words, (GDestroyNotify) anc_page_words_unref);
      g_ptr_array_add (self->held_words, g_steal_pointer (&task));
    }
  else
    g_task_return_pointer (task, words, (GDestroyNotify) anc_page_words_unref);
}

static AncPageWords *
get_words_finish (AncPageSource *source,
                  GAsyncResult *result,
                  GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_links_async (AncPageSource *source,
                  guint page,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_page_link_free);
  AncPageLink link = { { 60, 70, 170, 112 }, (int) ANC_DRAWN_SOURCE (source)->n_pages - 1, NULL };

  g_ptr_array_add (links, g_memdup2 (&link, sizeof link));
  g_task_return_pointer (task, links, (GDestroyNotify) g_ptr_array_unref);
}

/* "Page" stands on every page, its number on that page alone. */
static void
search_async (AncPageSource *source,
              const char *text,
              guint first,
              guint n_pages,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_page_match_free);
  const guint n_searched = ANC_DRAWN_SOURCE (source)->is_scan ? 1 : n_pages;
  const AncRect rect = { 60, 70, 170, 112 };

  for (guint page = first; page < first + n_searched; page++)
    {
      g_autofree char *says = g_strdup_printf ("Page %u", page + 1);
      AncPageMatch match = { page, NULL, 1, NULL };

      if (strcasestr (says, text) == NULL)
        continue;
      match.rects = g_memdup2 (&rect, sizeof rect);
      match.around = g_steal_pointer (&says);
      g_ptr_array_add (matches, g_memdup2 (&match, sizeof match));
    }
  g_task_set_task_data (task, GUINT_TO_POINTER (n_searched), NULL);
  g_task_return_pointer (task, matches, (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
search_finish (AncPageSource *source,
               GAsyncResult *result,
               guint *n_searched,
               GError **error)
{
  *n_searched = GPOINTER_TO_UINT (g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_headings_async (AncPageSource *source,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  GPtrArray *headings = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_page_heading_free);

  for (guint page = 0; ANC_DRAWN_SOURCE (source)->has_headings && page < ANC_DRAWN_SOURCE (source)->n_pages; page += 10)
    {
      AncPageHeading heading = { page % 20 / 10, g_strdup_printf ("Chapter %u", page / 10 + 1), (int) page };

      g_ptr_array_add (headings, g_memdup2 (&heading, sizeof heading));
    }
  g_task_return_pointer (task, headings, (GDestroyNotify) g_ptr_array_unref);
}

static void
add_field (GPtrArray *fields,
           const char *name,
           AncPageFieldType type,
           const char *value,
           AncRect rect,
           const char *choices)
{
  AncPageField field = { g_strdup (name), type, g_strdup (value), 0, rect, FALSE, -1, g_strsplit (choices, "|", -1) };

  g_ptr_array_add (fields, g_memdup2 (&field, sizeof field));
}

static void
list_fields_async (AncPageSource *source,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_page_field_free);

  if (ANC_DRAWN_SOURCE (source)->has_form)
    {
      add_field (fields, "name", ANC_PAGE_FIELD_TEXT, "Exemple", (AncRect){ 300, 60, 500, 76 }, "");
      add_field (fields, "name", ANC_PAGE_FIELD_TEXT, "Exemple", (AncRect){ 300, 80, 500, 96 }, "");
      add_field (fields, "remarks", ANC_PAGE_FIELD_TEXT, "", (AncRect){ 300, 100, 500, 150 }, "");
      add_field (fields, "contract", ANC_PAGE_FIELD_RADIO, "true", (AncRect){ 520, 60, 532, 72 }, "CDI");
      add_field (fields, "contract", ANC_PAGE_FIELD_RADIO, "false", (AncRect){ 540, 60, 552, 72 }, "CDD");
      add_field (fields, "agreed", ANC_PAGE_FIELD_CHECK, "false", (AncRect){ 520, 80, 532, 92 }, "Oui");
      add_field (fields, "month", ANC_PAGE_FIELD_CHOICE, "mars", (AncRect){ 520, 100, 580, 116 }, "janvier|mars");
      add_field (fields, "signed", ANC_PAGE_FIELD_SIGNATURE, "", (AncRect){ 520, 120, 580, 136 }, "");
    }
  g_task_return_pointer (task, fields, (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
list_finish (AncPageSource *source,
             GAsyncResult *result,
             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
anc_drawn_source_interface_init (AncPageSourceInterface *interface)
{
  interface->get_n_pages = get_n_pages;
  interface->get_page_size = get_page_size;
  interface->render_async = render_async;
  interface->render_finish = render_finish;
  interface->get_words_async = get_words_async;
  interface->get_words_finish = get_words_finish;
  interface->list_links_async = list_links_async;
  interface->search_async = search_async;
  interface->search_finish = search_finish;
  interface->list_headings_async = list_headings_async;
  interface->list_fields_async = list_fields_async;
  interface->list_finish = list_finish;
}

static void
anc_drawn_source_finalize (GObject *object)
{
  g_ptr_array_unref (ANC_DRAWN_SOURCE (object)->held);
  g_ptr_array_unref (ANC_DRAWN_SOURCE (object)->held_words);

  G_OBJECT_CLASS (anc_drawn_source_parent_class)->finalize (object);
}

static void
anc_drawn_source_class_init (AncDrawnSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_drawn_source_finalize;
}

static void
anc_drawn_source_init (AncDrawnSource *self)
{
  self->broken_page = -1;
  self->has_headings = TRUE;
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->held_words = g_ptr_array_new_with_free_func (g_object_unref);
}

AncDrawnSource *
anc_drawn_source_new (guint n_pages)
{
  AncDrawnSource *self = g_object_new (ANC_TYPE_DRAWN_SOURCE, NULL);

  self->n_pages = n_pages;

  return self;
}

/* The pixels a point of a picture that is kept back. */
double
anc_drawn_source_get_held_scale (AncDrawnSource *self,
                                 guint picture)
{
  const Picture *held = g_task_get_task_data (g_ptr_array_index (self->held, picture));

  return held->scale;
}

/* Gives the pictures that were kept back. */
void
anc_drawn_source_release (AncDrawnSource *self)
{
  g_autoptr (GPtrArray) held = g_steal_pointer (&self->held);

  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < held->len; i++)
    answer (self, g_ptr_array_index (held, i));
}

/* Gives the words that were kept back. */
void
anc_drawn_source_release_words (AncDrawnSource *self)
{
  g_autoptr (GPtrArray) held = g_steal_pointer (&self->held_words);

  self->held_words = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < held->len; i++)
    {
      GTask *task = g_ptr_array_index (held, i);

      g_task_return_pointer (task, anc_page_words_ref (g_task_get_task_data (task)), (GDestroyNotify) anc_page_words_unref);
    }
}
