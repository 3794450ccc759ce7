/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-source.h"

G_DEFINE_INTERFACE (AncPageSource, anc_page_source, G_TYPE_OBJECT)

static void
anc_page_source_default_init (AncPageSourceInterface *interface)
{
}

void
anc_page_link_free (AncPageLink *self)
{
  if (self == NULL)
    return;

  g_free (self->address);
  g_free (self);
}

void
anc_page_match_free (AncPageMatch *self)
{
  if (self == NULL)
    return;

  g_free (self->rects);
  g_free (self->around);
  g_free (self);
}

void
anc_page_heading_free (AncPageHeading *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self);
}

guint
anc_page_source_get_n_pages (AncPageSource *self)
{
  g_return_val_if_fail (ANC_IS_PAGE_SOURCE (self), 0);

  return ANC_PAGE_SOURCE_GET_IFACE (self)->get_n_pages (self);
}

void
anc_page_source_get_page_size (AncPageSource *self,
                               guint page,
                               double *width,
                               double *height)
{
  g_return_if_fail (ANC_IS_PAGE_SOURCE (self));

  ANC_PAGE_SOURCE_GET_IFACE (self)->get_page_size (self, page, width, height);
}

/**
 * anc_page_source_render_async:
 * @self: a document
 * @page: a page
 * @region: the part wanted, in points
 * @scale: pixels a point
 * @priority: one of ANC_PAGE_PRIORITY_…
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Asks for a picture of a part of a page, white where the page has nothing.
 */
void
anc_page_source_render_async (AncPageSource *self,
                              guint page,
                              AncRect region,
                              double scale,
                              int priority,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (ANC_IS_PAGE_SOURCE (self));

  ANC_PAGE_SOURCE_GET_IFACE (self)->render_async (self, page, region, scale, priority, cancellable, callback, user_data);
}

AncPagePicture *
anc_page_source_render_finish (AncPageSource *self,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (ANC_IS_PAGE_SOURCE (self), NULL);

  return ANC_PAGE_SOURCE_GET_IFACE (self)->render_finish (self, result, error);
}

/**
 * anc_page_source_get_words_async:
 * @self: a document
 * @page: a page
 * @from_picture: whether to read the page from its picture, where the document itself does not say enough
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Asks for the words of a page and where they stand.
 */
void
anc_page_source_get_words_async (AncPageSource *self,
                                 guint page,
                                 gboolean from_picture,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (ANC_IS_PAGE_SOURCE (self));

  ANC_PAGE_SOURCE_GET_IFACE (self)->get_words_async (self, page, from_picture, cancellable, callback, user_data);
}

AncPageWords *
anc_page_source_get_words_finish (AncPageSource *self,
                                  GAsyncResult *result,
                                  GError **error)
{
  g_return_val_if_fail (ANC_IS_PAGE_SOURCE (self), NULL);

  return ANC_PAGE_SOURCE_GET_IFACE (self)->get_words_finish (self, result, error);
}

void
anc_page_source_list_links_async (AncPageSource *self,
                                  guint page,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (ANC_IS_PAGE_SOURCE (self));

  ANC_PAGE_SOURCE_GET_IFACE (self)->list_links_async (self, page, cancellable, callback, user_data);
}

void
anc_page_source_search_async (AncPageSource *self,
                              const char *text,
                              guint first,
                              guint n_pages,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (ANC_IS_PAGE_SOURCE (self));

  ANC_PAGE_SOURCE_GET_IFACE (self)->search_async (self, text, first, n_pages, cancellable, callback, user_data);
}

/**
 * anc_page_source_search_finish:
 * @self: a document
 * @result: what the callback was given
 * @n_searched: (out): how many pages were searched, at least one
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type AncPageMatch): where the text stands on them
 */
GPtrArray *
anc_page_source_search_finish (AncPageSource *self,
                               GAsyncResult *result,
                               guint *n_searched,
                               GError **error)
{
  g_return_val_if_fail (ANC_IS_PAGE_SOURCE (self), NULL);

  return ANC_PAGE_SOURCE_GET_IFACE (self)->search_finish (self, result, n_searched, error);
}

void
anc_page_source_list_headings_async (AncPageSource *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_return_if_fail (ANC_IS_PAGE_SOURCE (self));

  ANC_PAGE_SOURCE_GET_IFACE (self)->list_headings_async (self, cancellable, callback, user_data);
}

/* Whether anc_page_source_list_fields_async() may be called. */
gboolean
anc_page_source_can_have_fields (AncPageSource *self)
{
  g_return_val_if_fail (ANC_IS_PAGE_SOURCE (self), FALSE);

  return ANC_PAGE_SOURCE_GET_IFACE (self)->list_fields_async != NULL;
}

void
anc_page_source_list_fields_async (AncPageSource *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (ANC_IS_PAGE_SOURCE (self));
  g_return_if_fail (anc_page_source_can_have_fields (self));

  ANC_PAGE_SOURCE_GET_IFACE (self)->list_fields_async (self, cancellable, callback, user_data);
}

/**
 * anc_page_source_list_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: what went wrong
 *
 * Returns: (transfer full): links, headings or fields, whichever were asked for
 */
GPtrArray *
anc_page_source_list_finish (AncPageSource *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (ANC_IS_PAGE_SOURCE (self), NULL);

  return ANC_PAGE_SOURCE_GET_IFACE (self)->list_finish (self, result, error);
}
