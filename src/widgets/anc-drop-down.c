/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-drop-down.h"

static GtkWidget *
find (GtkWidget *top,
      GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (top, type))
    return top;

  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

/* What stands first of those found is what Return takes. */
static void
activate_cb (GtkSearchEntry *entry,
             GtkWidget *list)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
    return;

  g_signal_emit_by_name (entry, "search-changed"); /* it waits for the typing to pause: the list may be of before */
  gtk_widget_activate_action (list, "list.select-item", "(ubb)", 0, FALSE, FALSE);
  gtk_widget_activate_action (list, "list.activate-item", "u", 0);
}

/**
 * anc_drop_down_take_typing:
 * @self: a drop-down with a search entry
 *
 * Lets the person who has opened it type at once, wherever the focus is in it, and take the first of what
 * is found with Return: GTK leaves both to the pointer.
 */
void
anc_drop_down_take_typing (GtkDropDown *self)
{
  GtkWidget *entry = find (GTK_WIDGET (self), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *list = find (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);

  g_return_if_fail (entry != NULL && list != NULL);

  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (entry), list);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), list, 0);
}
