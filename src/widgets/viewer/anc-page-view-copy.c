/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

/* Who copies is told how far that is where it takes longer than this, in ms. */
#define SLOW 1000

/* Copying a whole document asks for the words of all its pages, one after the other. */
struct _AncCopying
{
  AncPageView *view;
  GCancellable *cancellable;
  AncWordPlace from;
  AncWordPlace to; /* included */
  gboolean by_lines;
  guint page; /* whose words come next */
  GString *text;
  guint slow_id; /* tells how far it is once it takes long */
};

static void
tell (AncCopying *copying)
{
  if (copying->slow_id == 0)
    g_signal_emit_by_name (copying->view, "copying", copying->page - copying->from.page, copying->to.page - copying->from.page + 1);
}

static gboolean
slow_cb (gpointer user_data)
{
  AncCopying *copying = user_data;

  copying->slow_id = 0;
  tell (copying);

  return G_SOURCE_REMOVE;
}

static void
free_copying (AncCopying *copying)
{
  g_clear_handle_id (&copying->slow_id, g_source_remove);
  g_object_unref (copying->cancellable);
  g_object_unref (copying->view);
  g_string_free (copying->text, TRUE);
  g_free (copying);
}

/* What is not to be copied any more is freed once its last answer comes. */
static void
end (AncCopying *copying)
{
  AncPageView *self = copying->view;

  self->copying = NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.stop-copying", FALSE);
  copying->page = copying->to.page + 1;
  tell (copying);
  g_clear_handle_id (&copying->slow_id, g_source_remove);
}

static void
add_page (AncCopying *copying,
          const AncPageWords *words)
{
  guint first, last;

  if (anc_page_view_clip_to_page (words, copying->page, &copying->from, &copying->to, &first, &last))
    {
      g_autofree char *text = NULL;

      if (copying->by_lines)
        anc_page_words_extend_to_line (words, &first, &last);
      text = anc_page_words_join (words, first, last);
      if (copying->text->len > 0)
        g_string_append_c (copying->text, '\n');
      g_string_append (copying->text, text);
    }
}

static void copy_pages (AncCopying *copying);

static void
copy_page_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  AncCopying *copying = user_data;
  g_autoptr (AncPageWords) words = anc_page_source_get_words_finish (ANC_PAGE_SOURCE (object), result, NULL);

  if (copying->view->copying != copying)
    {
      free_copying (copying);
      return;
    }

  /* A page that cannot be read has no text to copy. */
  if (words != NULL)
    add_page (copying, words);
  copying->page++;
  if (copying->page <= copying->to.page)
    tell (copying);
  copy_pages (copying);
}

static void
copy_pages (AncCopying *copying)
{
  AncPageView *self = copying->view;

  for (; copying->page <= copying->to.page; copying->page++)
    {
      AncPageWords *words = anc_page_view_get_words (self, copying->page);

      if (words == NULL || anc_page_view_is_to_be_read (self, copying->page))
        {
          anc_page_source_get_words_async (self->source, copying->page, TRUE, copying->cancellable, copy_page_cb, copying);
          return;
        }
      add_page (copying, words);
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), copying->text->str);
  end (copying);
  free_copying (copying);
}

/**
 * anc_page_view_copy:
 * @self: a view
 *
 * Puts the selected text on the clipboard, as soon as the words of all its pages are there.
 */
void
anc_page_view_copy (AncPageView *self)
{
  AncCopying *copying;

  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  if (!self->has_selection)
    return;

  anc_page_view_stop_copying (self);
  copying = g_new0 (AncCopying, 1);
  copying->view = g_object_ref (self);
  copying->cancellable = g_cancellable_new ();
  copying->text = g_string_new (NULL);
  copying->by_lines = self->selects_lines;
  anc_page_view_get_ends (self, &copying->from, &copying->to);
  copying->page = copying->from.page;
  copying->slow_id = g_timeout_add (SLOW, slow_cb, copying);
  self->copying = copying;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.stop-copying", TRUE);
  copy_pages (copying);
}

/**
 * anc_page_view_stop_copying:
 * @self: a view
 *
 * Leaves the clipboard as it is, where the words of all pages are not there yet.
 */
void
anc_page_view_stop_copying (AncPageView *self)
{
  AncCopying *copying = self->copying;

  if (copying == NULL)
    return;

  end (copying);
  g_cancellable_cancel (copying->cancellable);
}
