/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-access.h"

#include <glib/gi18n.h>

/* Until GTK 4.10 and libadwaita 1.3, what takes the focus inside these widgets has no name of its own. */

/* Says what a widget is called to those who hear the page: an expander row does not pass on its title. */
void
anc_access_name (GtkWidget *widget,
                 const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_focusable (GtkWidget *widget,
                const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_focusable (child) && !GTK_IS_EDITABLE (child))
        anc_access_name (child, name);
      name_focusable (child, name);
    }
}

/**
 * anc_access_name_parts:
 * @page: a page, made from its template
 *
 * Gives the button inside each menu button the words of its tooltip, and the one inside each passphrase row
 * its own, for those who hear the page.
 */
void
anc_access_name_parts (GtkWidget *page)
{
  g_return_if_fail (GTK_IS_WIDGET (page));

  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_MENU_BUTTON (child) && gtk_widget_get_tooltip_text (child) != NULL)
        anc_access_name (gtk_widget_get_first_child (child), gtk_widget_get_tooltip_text (child));
      else if (ADW_IS_PASSWORD_ENTRY_ROW (child))
        name_focusable (child, _ ("Show or hide the passphrase"));
      else
        anc_access_name_parts (child);
    }
}
