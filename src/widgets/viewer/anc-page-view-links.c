/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

#include <glib/gi18n.h>

/*
 * A link is a button without a face over its place on the page: it takes the focus, is pressed by a key or by
 * a screen reader, and says where it leads.
 */

static AncPageLink *
get_link (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "anc-link");
}

static void
clicked_cb (GtkWidget *button,
            AncPageView *self)
{
  const AncPageLink *link = get_link (button);

  if (link->page >= 0)
    anc_page_view_go_to_page (self, (guint) link->page);
  else if (link->address != NULL)
    g_signal_emit_by_name (self, "link-activated", link->address);
}

/* Takes the link. */
static GtkWidget *
create_button (AncPageView *self,
               AncPageLink *link)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, NULL);
  g_autofree char *name = link->page >= 0 ? g_strdup_printf (_ ("Page %u"), (guint) link->page + 1) : g_strdup (link->address);

  g_object_set_data_full (G_OBJECT (button), "anc-link", link, (GDestroyNotify) anc_page_link_free);
  gtk_widget_add_css_class (button, "page-link");
  gtk_widget_set_cursor_from_name (button, "pointer");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : _ ("Link"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);

  return button;
}

/* From the top of the page down. */
static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const AncRect *one = &(*(AncPageLink *const *) a)->rect;
  const AncRect *other = &(*(AncPageLink *const *) b)->rect;

  if (one->y0 != other->y0)
    return one->y0 < other->y0 ? -1 : 1;

  return one->x0 < other->x0 ? -1 : one->x0 > other->x0;
}

/**
 * anc_page_view_set_links:
 * @self: a view
 * @page: a page
 * @links: (transfer full) (element-type AncPageLink): its links
 */
void
anc_page_view_set_links (AncPageView *self,
                         guint page,
                         GPtrArray *links)
{
  GPtrArray *buttons = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);

  g_ptr_array_set_free_func (links, NULL);
  g_ptr_array_sort (links, compare_links);
  for (guint i = 0; i < links->len; i++)
    {
      GtkWidget *button = create_button (self, g_ptr_array_index (links, i));

      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (buttons, button);
    }
  g_ptr_array_unref (links);
  g_hash_table_insert (self->links, GUINT_TO_POINTER (page), buttons);
  anc_page_view_show_links (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Those of the pages on screen can be reached, the others not. */
void
anc_page_view_show_links (AncPageView *self)
{
  GHashTableIter iter;
  gpointer page, buttons;
  guint first = 1, last = 0;

  if (self->layout == NULL || !anc_page_view_find_visible (self, &first, &last))
    return;

  g_hash_table_iter_init (&iter, self->links);
  while (g_hash_table_iter_next (&iter, &page, &buttons))
    for (guint i = 0; i < ((GPtrArray *) buttons)->len; i++)
      gtk_widget_set_child_visible (g_ptr_array_index ((GPtrArray *) buttons, i), GPOINTER_TO_UINT (page) >= first && GPOINTER_TO_UINT (page) <= last);
}

void
anc_page_view_place_links (AncPageView *self)
{
  GHashTableIter iter;
  gpointer page, buttons;

  g_hash_table_iter_init (&iter, self->links);
  while (g_hash_table_iter_next (&iter, &page, &buttons))
    for (guint i = 0; i < ((GPtrArray *) buttons)->len; i++)
      {
        GtkWidget *button = g_ptr_array_index ((GPtrArray *) buttons, i);

        if (gtk_widget_should_layout (button))
          anc_page_view_place_child (self, button, GPOINTER_TO_UINT (page), get_link (button)->rect);
      }
}
