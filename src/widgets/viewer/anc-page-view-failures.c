/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

/* A page that could not be drawn, with the words that stand in its place. It is tried again when somebody asks for
 * it, or comes back to the page; not by itself, for what makes its reader fail once does so again. */
typedef struct
{
  char *words;
  gboolean was_left; /* since then it was off the screen while the view was at rest */
} Failure;

static void
free_failure (gpointer data)
{
  Failure *failure = data;

  g_free (failure->words);
  g_free (failure);
}

/* page → Failure */
GHashTable *
anc_page_view_create_failures (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, free_failure);
}

void
anc_page_view_set_failure (AncPageView *self,
                           guint page,
                           const char *words)
{
  Failure *failure = g_new0 (Failure, 1);

  failure->words = g_strdup (words);
  g_hash_table_insert (self->failures, GUINT_TO_POINTER (page), failure);
  anc_page_view_queue_telling (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* (nullable): why a page cannot be drawn. */
const char *
anc_page_view_get_failure (AncPageView *self,
                           guint page)
{
  const Failure *failure = g_hash_table_lookup (self->failures, GUINT_TO_POINTER (page));

  return failure != NULL ? failure->words : NULL;
}

/* Whoever comes back to a page finds it tried again. */
void
anc_page_view_note_rest (AncPageView *self,
                         guint first,
                         guint last)
{
  GHashTableIter iter;
  gpointer page;
  Failure *failure;

  g_hash_table_iter_init (&iter, self->failures);
  while (g_hash_table_iter_next (&iter, &page, (gpointer *) &failure))
    if (GPOINTER_TO_UINT (page) < first || GPOINTER_TO_UINT (page) > last)
      failure->was_left = TRUE;
    else if (failure->was_left)
      g_hash_table_iter_remove (&iter);
  anc_page_view_update_pictures (self);
}

/**
 * anc_page_view_retry:
 * @self: a view
 *
 * Tries again to draw the pages that failed.
 */
void
anc_page_view_retry (AncPageView *self)
{
  if (g_hash_table_size (self->failures) == 0)
    return;

  g_hash_table_remove_all (self->failures);
  anc_page_view_queue_telling (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  anc_page_view_update_pictures (self);
}
