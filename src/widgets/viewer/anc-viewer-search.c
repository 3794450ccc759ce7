/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-viewer-private.h"

#include <glib/gi18n.h>

/* So many pages are searched at a time, and so many matches are enough. */
#define SEARCH_PAGES 16
#define MAX_MATCHES 10000

/* How the search goes: a screen reader is told too, who does not take a status for its text. */
static void
say (AncViewer *self,
     const char *status)
{
  gtk_label_set_text (self->search_status, status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_status), GTK_ACCESSIBLE_PROPERTY_LABEL, status, -1);
}

void
anc_viewer_go_to_match (AncViewer *self,
                        guint match)
{
  g_autofree char *status = NULL;

  if (self->matches == NULL || self->matches->len == 0)
    return;

  self->match = match % self->matches->len;
  /* Translators: which of the places found by a search is shown. */
  status = g_strdup_printf (_ ("%u of %u"), self->match + 1, self->matches->len);
  say (self, status);
  anc_page_view_go_to_match (self->view, self->match);
  anc_page_entries_select (self->results, self->match);
}

static guint
find_first_match (AncViewer *self)
{
  guint page = anc_page_view_get_page (self->view);

  for (guint i = 0; i < self->matches->len; i++)
    if (((const AncPageMatch *) g_ptr_array_index (self->matches, i))->page >= page)
      return i;

  return 0;
}

static void search_on (AncViewer *self);

static void
add_matches (AncViewer *self,
             GPtrArray *matches)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const AncPageMatch *match = g_ptr_array_index (matches, i);

      anc_page_entries_add (self->results, match->around, 0, (int) match->page);
    }
  g_ptr_array_extend_and_steal (self->matches, g_ptr_array_ref (matches));
  anc_page_view_set_matches (self->view, self->matches);
}

static void
end_search (AncViewer *self)
{
  gtk_stack_set_visible_child_name (self->sidebar_stack, "results");
  if (self->matches->len > 0)
    anc_viewer_go_to_match (self, find_first_match (self));
  else
    say (self, _ ("Not found"));
}

static void
searched_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (AncViewer) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_searched = 0;
  g_autoptr (GPtrArray) matches = anc_page_source_search_finish (ANC_PAGE_SOURCE (object), result, &n_searched, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->source != ANC_PAGE_SOURCE (object))
    return;
  if (matches == NULL)
    {
      say (self, error->message);
      return;
    }

  add_matches (self, matches);
  self->searched += n_searched;
  if (self->searched < anc_page_source_get_n_pages (self->source) && self->matches->len < MAX_MATCHES)
    search_on (self);
  else
    end_search (self);
}

/* A few pages at a time, so that what is scrolled to meanwhile is shown. */
static void
search_on (AncViewer *self)
{
  const guint n_pages = anc_page_source_get_n_pages (self->source);
  /* Translators: how many places were found so far, then the page that is searched and the number of pages. */
  g_autofree char *status = g_strdup_printf (ngettext ("%1$u match, searching page %2$u of %3$u…", "%1$u matches, searching page %2$u of %3$u…", self->matches->len),
                                             self->matches->len,
                                             self->searched + 1,
                                             n_pages);

  say (self, status);
  anc_page_source_search_async (self->source, gtk_editable_get_text (self->search_entry), self->searched, MIN (SEARCH_PAGES, n_pages - self->searched), self->search, searched_cb, g_object_ref (self));
}

void
anc_viewer_forget_search (AncViewer *self)
{
  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  anc_page_entries_clear (self->results);
  anc_page_view_set_matches (self->view, NULL);
  say (self, "");
}

void
anc_viewer_search_changed_cb (AncViewer *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  anc_viewer_forget_search (self);
  if (self->source == NULL || *text == '\0')
    return;

  self->search = g_cancellable_new ();
  self->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_page_match_free);
  self->searched = 0;
  search_on (self);
}

void
anc_viewer_result_cb (AncViewer *self,
                      guint entry)
{
  anc_viewer_go_to_match (self, entry);
}

void
anc_viewer_search_closed_cb (AncViewer *self)
{
  if (gtk_search_bar_get_search_mode (self->search_bar))
    return;

  anc_viewer_forget_search (self);
  if (g_str_equal (gtk_stack_get_visible_child_name (self->sidebar_stack), "results"))
    gtk_stack_set_visible_child_name (self->sidebar_stack, "pages");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * anc_viewer_search:
 * @self: a viewer
 * @text: what to look for, as if it had been typed
 */
void
anc_viewer_search (AncViewer *self,
                   const char *text)
{
  g_return_if_fail (ANC_IS_VIEWER (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_editable_set_text (self->search_entry, text);
}
