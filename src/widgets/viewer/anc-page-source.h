/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-field.h"
#include "anc-page-picture.h"
#include "anc-page-words.h"

#include <gtk/gtk.h>

#define ANC_TYPE_PAGE_SOURCE (anc_page_source_get_type ())
G_DECLARE_INTERFACE (AncPageSource, anc_page_source, ANC, PAGE_SOURCE, GObject)

/**
 * AncPageLink:
 * @rect: where it stands, in points
 * @page: the page it leads to, or -1
 * @address: (nullable): else the address it leads to
 */
typedef struct
{
  AncRect rect;
  int page;
  char *address;
} AncPageLink;

/**
 * AncPageMatch:
 * @page: where a search found something
 * @rects: (array length=n_rects): its place there, one rectangle a line
 * @around: the words it stands among
 */
typedef struct
{
  guint page;
  AncRect *rects;
  guint n_rects;
  char *around;
} AncPageMatch;

/**
 * AncPageHeading:
 * @depth: from 0; a heading stands before those below it
 * @title: what it says
 * @page: where it leads, or -1
 */
typedef struct
{
  guint depth;
  char *title;
  int page;
} AncPageHeading;

void anc_page_link_free (AncPageLink *self);
void anc_page_match_free (AncPageMatch *self);
void anc_page_heading_free (AncPageHeading *self);

/* What is asked for first: what is on screen, what will be, what may be. */
#define ANC_PAGE_PRIORITY_SCREEN G_PRIORITY_HIGH
#define ANC_PAGE_PRIORITY_SOON G_PRIORITY_DEFAULT
#define ANC_PAGE_PRIORITY_THUMBNAIL G_PRIORITY_LOW

/**
 * AncPageSourceInterface:
 * @get_n_pages: how many pages there are; never changes
 * @get_page_size: the size of a page, in points
 * @render_async: a picture of a part of a page at so many pixels a point; answers in the thread that asked
 * @get_words_async: the words of a page, as the document holds them; or, where it holds none that are good, read from
 *   its picture, which takes a second
 * @list_links_async: the links of a page
 * @search_async: the places where a text stands on so many pages, from page to page, upper and lower case alike; fewer
 *   pages where these take long
 * @list_headings_async: the outline of the document
 * @list_fields_async: (nullable): the fields of its form; %NULL where nothing can be filled in
 * @list_finish: (element-type AncPageLink AncPageHeading AncPageField): ends those that list
 *
 * A document as the widgets see it: whoever reads it hands over pictures and words. Pages count from 0;
 * places are in points from the top left corner of the page.
 */
struct _AncPageSourceInterface
{
  GTypeInterface parent_interface;

  guint (*get_n_pages) (AncPageSource *self);
  void (*get_page_size) (AncPageSource *self,
                         guint page,
                         double *width,
                         double *height);
  void (*render_async) (AncPageSource *self,
                        guint page,
                        AncRect region,
                        double scale,
                        int priority,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
  AncPagePicture *(*render_finish) (AncPageSource *self,
                                    GAsyncResult *result,
                                    GError **error);
  void (*get_words_async) (AncPageSource *self,
                           guint page,
                           gboolean from_picture,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
  AncPageWords *(*get_words_finish) (AncPageSource *self,
                                     GAsyncResult *result,
                                     GError **error);
  void (*list_links_async) (AncPageSource *self,
                            guint page,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
  void (*search_async) (AncPageSource *self,
                        const char *text,
                        guint first,
                        guint n_pages,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
  GPtrArray *(*search_finish) (AncPageSource *self,
                               GAsyncResult *result,
                               guint *n_searched,
                               GError **error);
  void (*list_headings_async) (AncPageSource *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
  void (*list_fields_async) (AncPageSource *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
  GPtrArray *(*list_finish) (AncPageSource *self,
                             GAsyncResult *result,
                             GError **error);
};

guint anc_page_source_get_n_pages (AncPageSource *self);
void anc_page_source_get_page_size (AncPageSource *self,
                                    guint page,
                                    double *width,
                                    double *height);
void anc_page_source_render_async (AncPageSource *self,
                                   guint page,
                                   AncRect region,
                                   double scale,
                                   int priority,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
AncPagePicture *anc_page_source_render_finish (AncPageSource *self,
                                               GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void anc_page_source_get_words_async (AncPageSource *self,
                                      guint page,
                                      gboolean from_picture,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
AncPageWords *anc_page_source_get_words_finish (AncPageSource *self,
                                                GAsyncResult *result,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void anc_page_source_list_links_async (AncPageSource *self,
                                       guint page,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
void anc_page_source_search_async (AncPageSource *self,
                                   const char *text,
                                   guint first,
                                   guint n_pages,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *anc_page_source_search_finish (AncPageSource *self,
                                          GAsyncResult *result,
                                          guint *n_searched,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void anc_page_source_list_headings_async (AncPageSource *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean anc_page_source_can_have_fields (AncPageSource *self);
void anc_page_source_list_fields_async (AncPageSource *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *anc_page_source_list_finish (AncPageSource *self,
                                        GAsyncResult *result,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
