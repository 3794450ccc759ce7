/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-window-private.h"

#include "anc-words.h"

#include <glib/gi18n.h>

/* Where in which file, then what would be right. */
static void
add_row (AncBundleWindow *self,
         const AncProblem *problem)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *reason = anc_problem_format (problem, anc_words_translate);
  g_autofree char *sentence = *problem->path != '\0' ? g_strdup_printf ("%s: %s", problem->path, reason) : g_strdup (reason);
  g_autofree char *subtitle = g_markup_escape_text (sentence, -1);
  /* Translators: a file and the line of it where something is wrong: grades.json, line 4. */
  g_autofree char *place = problem->line > 0 ? g_strdup_printf (_ ("%1$s, line %2$u"), problem->file, problem->line) : g_strdup (problem->file);
  g_autofree char *title = g_markup_escape_text (place, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_expander_row_add_row (self->own_files_row, row);
  g_ptr_array_add (self->own_file_rows, row);
}

void
anc_bundle_window_show_own_files (AncBundleWindow *self)
{
  const AncProblems *problems = anc_exhibit_library_get_problems (anc_office_get_exhibits (self->office));
  g_autofree char *folder = anc_exhibit_library_dup_folder ();
  /* Translators: the argument is a folder. */
  g_autofree char *remedy = g_strdup_printf (_ ("It is left out. Mend it in %s, then open the office again."), folder);
  g_autofree char *subtitle = g_markup_escape_text (remedy, -1);
  g_autofree char *title = NULL;
  guint n;

  for (guint i = 0; i < self->own_file_rows->len; i++)
    adw_expander_row_remove (self->own_files_row, g_ptr_array_index (self->own_file_rows, i));
  g_ptr_array_set_size (self->own_file_rows, 0);
  for (guint i = 0; i < anc_problems_get_count (problems); i++)
    if (anc_problems_get (problems, i)->file != NULL)
      add_row (self, anc_problems_get (problems, i));

  n = self->own_file_rows->len;
  title = g_strdup_printf (ngettext ("%u thing is wrong in your own files about exhibits", "%u things are wrong in your own files about exhibits", n), n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->own_files_row), title);
  adw_expander_row_set_subtitle (self->own_files_row, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->own_files_group), n > 0);
}
