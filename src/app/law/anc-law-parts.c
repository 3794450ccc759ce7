/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-law-parts.h"

#include "anc-access.h"
#include "anc-line-layout.h"

#define SPACING 12
#define INDENT 24
#define MAX_WIDTH 800

/**
 * anc_law_parts_new_column:
 * @column: (out) (transfer none): the box, from top to bottom, that takes what the page says
 *
 * Returns: (transfer floating): a page that scrolls
 */
GtkWidget *
anc_law_parts_new_column (GtkWidget **column)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_margin_start (*column, SPACING);
  gtk_widget_set_margin_end (*column, SPACING);
  gtk_widget_set_margin_top (*column, SPACING);
  gtk_widget_set_margin_bottom (*column, 2 * SPACING);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), *column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

/**
 * anc_law_parts_new_heading:
 * @text: what comes under it
 *
 * Returns: (transfer floating): a heading
 */
GtkWidget *
anc_law_parts_new_heading (const char *text)
{
  GtkWidget *label = anc_line_layout_create_text (text);

  gtk_widget_set_margin_top (label, SPACING / 2);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

/**
 * anc_law_parts_new_list:
 * @name: what a screen reader calls it
 *
 * Returns: (transfer floating): a list without rows
 */
GtkWidget *
anc_law_parts_new_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  anc_access_name (list, name);

  return list;
}

/**
 * anc_law_parts_add_row:
 * @list: a list
 * @title: what the row says first
 * @markup: (nullable): what it says under it, with links
 * @depth: how many branches of a tree it hangs from
 * @suffix: (nullable) (transfer floating): what stands at its end
 *
 * Not an #AdwActionRow, whose subtitle takes no focus for its links.
 */
void
anc_law_parts_add_row (GtkWidget *list,
                       const char *title,
                       const char *markup,
                       guint depth,
                       GtkWidget *suffix)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_margin_start (line, SPACING + (int) depth * INDENT);
  gtk_widget_set_margin_end (line, SPACING);
  gtk_widget_set_margin_top (line, 8);
  gtk_widget_set_margin_bottom (line, 8);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), anc_line_layout_create_text (title));
  if (markup != NULL && *markup != '\0')
    {
      GtkWidget *under = anc_line_layout_create_text (NULL);

      gtk_label_set_markup (GTK_LABEL (under), markup);
      gtk_widget_add_css_class (under, "anc-source");
      gtk_widget_add_css_class (under, "caption");
      gtk_box_append (GTK_BOX (texts), under);
    }
  gtk_box_append (GTK_BOX (line), texts);
  if (suffix != NULL)
    {
      gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (line), suffix);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  anc_access_name (row, title);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}
