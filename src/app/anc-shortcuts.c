/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-shortcuts.h"

#include <glib/gi18n.h>

/* Keys that text entries want too (undo) are bound where a widget hears them after the entry did. */
static const AncShortcut shortcuts[] = {
  { N_ ("Cases"), N_ ("New case"), "<Control>n", "win.new-case" },
  { N_ ("Cases"), N_ ("Look for a case"), "<Control>f", "win.search" },
  { N_ ("Cases"), N_ ("Go to the list of cases"), "<Alt>1", "win.show-cases" },
  { N_ ("Cases"), N_ ("Go to the law"), "<Alt>5", "win.show-law" },
  { N_ ("Cases"), N_ ("Go to the trash"), "<Alt>9", "win.show-trash" },
  { N_ ("Cases"), N_ ("Show or hide the list"), "F9", "win.toggle-sidebar" },
  { N_ ("Cases"), N_ ("Back to the list, in a narrow window"), "<Alt>Left", "win.back" },

  { N_ ("The open case"), N_ ("Undo"), "<Control>z", NULL },
  { N_ ("The open case"), N_ ("Redo"), "<Control><Shift>z", NULL },
  { N_ ("The open case"), N_ ("Exhibits"), "<Control>1", NULL },
  { N_ ("The open case"), N_ ("Eligibility"), "<Control>2", NULL },
  { N_ ("The open case"), N_ ("Person"), "<Control>3", NULL },
  { N_ ("The open case"), N_ ("Presence"), "<Control>4", NULL },
  { N_ ("The open case"), N_ ("Procedure"), "<Control>5", NULL },
  { N_ ("The open case"), N_ ("Journal"), "<Control>6", NULL },
  { N_ ("The open case"), N_ ("Add documents"), "<Control><Shift>a", NULL },
  { N_ ("The open case"), N_ ("Paste files or a picture as documents"), "<Control>v", NULL },
  { N_ ("The open case"), N_ ("Accept the sure proposals"), "<Control>Return", NULL },
  { N_ ("The open case"), N_ ("Accept the selected proposal"), "Return", NULL },
  { N_ ("The open case"), N_ ("Set the proposal aside, or withdraw the document"), "Delete", NULL },
  { N_ ("The open case"), N_ ("Edit the selected document"), "F2", NULL },
  { N_ ("The open case"), N_ ("Close the document"), "Escape", NULL },
  { N_ ("The open case"), N_ ("Type the filing date"), "<Control>t", NULL },
  { N_ ("The open case"), N_ ("Go to the filing date"), "<Control>g", NULL },
  { N_ ("The open case"), N_ ("Add a job"), "<Control>j", NULL },
  { N_ ("The open case"), N_ ("Compare two dates"), "<Control>d", NULL },
  { N_ ("The open case"), N_ ("Make the numbered file"), "<Control>b", NULL },
  { N_ ("The open case"), N_ ("Say what grade of proof each kind of document is"), "<Control><Shift>k", NULL },
  { N_ ("The open case"), N_ ("Copy the verdicts as a memo"), "<Control><Shift>c", NULL },
  { N_ ("The open case"), N_ ("See more or less time, or all of it"), "<Control>minus <Control>plus <Control>0", NULL },
  { N_ ("The open case"), N_ ("Save the timeline as a file"), "<Control><Shift>s", NULL },
  { N_ ("The open case"), N_ ("Copy a picture of the timeline"), "<Control><Shift>p", NULL },
  { N_ ("The open case"), N_ ("Print the timeline"), "<Control>p", NULL },
  { N_ ("The open case"), N_ ("Move the case to the trash"), "<Control><Shift>Delete", "win.trash-case" },

  { N_ ("A document"), N_ ("Add to a case"), "<Control>d", NULL },
  { N_ ("A document"), N_ ("Find in the document"), "<Control>f", NULL },
  { N_ ("A document"), N_ ("Next and previous match"), "<Control>g <Control><Shift>g", NULL },
  { N_ ("A document"), N_ ("Next and previous page"), "<Control>Page_Down <Control>Page_Up", NULL },
  { N_ ("A document"), N_ ("Go to a page"), "<Control>j", NULL },
  { N_ ("A document"), N_ ("Pages, outline and search results beside it"), "F9", NULL },
  { N_ ("A document"), N_ ("Zoom in and out"), "<Control>plus <Control>minus", NULL },
  { N_ ("A document"), N_ ("Fit the width, the page, the selection"), "<Control>0 <Control>9 <Control>8", NULL },
  { N_ ("A document"), N_ ("Turn right and left"), "<Control>r <Control><Shift>r", NULL },
  { N_ ("A document"), N_ ("Select all, copy"), "<Control>a <Control>c", NULL },
  { N_ ("A document"), N_ ("Select a word, on to the next"), "<Control>Right <Control><Shift>Right", NULL },
  { N_ ("A document"), N_ ("Try again to show a page"), "F5", NULL },
  { N_ ("A document"), N_ ("Print"), "<Control>p", NULL },
  { N_ ("A document"), N_ ("Save a copy"), "<Control><Shift>s", NULL },

  { N_ ("Office"), N_ ("Lock"), "<Control>l", "win.lock" },
  { N_ ("Office"), N_ ("Open another office"), "<Control>o", "win.open-office" },
  { N_ ("Office"), N_ ("New office"), "<Control><Shift>n", "win.new-office" },

  { N_ ("General"), N_ ("Preferences"), "<Control>comma", "win.preferences" },
  { N_ ("General"), N_ ("Keyboard shortcuts"), "<Control>question", "win.shortcuts" },
  { N_ ("General"), N_ ("Help"), "F1", "win.help" },
  { N_ ("General"), N_ ("Main menu"), "F10", NULL },
  { N_ ("General"), N_ ("Close the window"), "<Control>w", "window.close" },
  { N_ ("General"), N_ ("Quit"), "<Control>q", "app.quit" },
};

/**
 * anc_shortcuts_get:
 * @n_shortcuts: (out): how many there are
 *
 * Returns: (array length=n_shortcuts): all shortcuts, group by group
 */
const AncShortcut *
anc_shortcuts_get (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);

  return shortcuts;
}

/**
 * anc_shortcuts_install:
 * @application: the application
 *
 * Gives the actions of its windows their keys.
 */
void
anc_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);

      if (shortcuts[i].action != NULL)
        gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *const *) keys);
    }
}

/**
 * anc_shortcuts_dup_label:
 * @keys: accelerators, separated by spaces
 *
 * Returns: (transfer full): the keys as they are written on a keyboard
 */
char *
anc_shortcuts_dup_label (const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);
  g_autoptr (GString) label = g_string_new (NULL);

  for (char **accelerator = each; *accelerator != NULL; accelerator++)
    {
      GdkModifierType modifiers;
      guint key;
      g_autofree char *text = NULL;

      if (!gtk_accelerator_parse (*accelerator, &key, &modifiers))
        continue;
      text = gtk_accelerator_get_label (key, modifiers);
      g_string_append_printf (label, "%s%s", label->len > 0 ? " · " : "", text);
    }

  return g_string_free (g_steal_pointer (&label), FALSE);
}
