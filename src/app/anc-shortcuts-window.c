/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-shortcuts-window.h"

#include "anc-page-window.h"
#include "anc-shortcuts.h"

#include <glib/gi18n.h>

static void
add_shortcut (AdwPreferencesGroup *group,
              const AncShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = anc_shortcuts_dup_label (shortcut->keys);
  GtkWidget *label = gtk_label_new (keys);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

/**
 * anc_shortcuts_window_present:
 * @parent: the window it belongs to
 *
 * Lists all shortcuts, from the same table that gives them their keys.
 */
void
anc_shortcuts_window_present (GtkWindow *parent)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = NULL;
  const char *last = NULL;
  guint n_shortcuts;
  const AncShortcut *shortcuts = anc_shortcuts_get (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    {
      if (last != shortcuts[i].group && g_strcmp0 (last, shortcuts[i].group) != 0)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (shortcuts[i].group));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
          last = shortcuts[i].group;
        }
      add_shortcut (group, &shortcuts[i]);
    }

  anc_page_window_present (parent, _ ("Keyboard Shortcuts"), page);
}
