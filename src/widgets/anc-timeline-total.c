/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-total.h"

#include "anc-timeline-words.h"

#include <glib/gi18n-lib.h>

GtkWidget *
anc_timeline_total_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  static const char *const classes[] = { "counted", "arguable", "declared" };

  gtk_widget_add_css_class (box, "timeline-total");
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, classes[i]);
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

static void
set_line (GtkWidget *label,
          char *text,
          gboolean shows)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_visible (label, shows);
  g_free (text);
}

void
anc_timeline_total_show (GtkWidget *total,
                         AncTimelineCount *count)
{
  const AncTimelineTotals *totals = anc_timeline_count_get_totals (count);
  GtkWidget *counted = gtk_widget_get_first_child (total);
  GtkWidget *arguable = gtk_widget_get_next_sibling (counted);
  GtkWidget *declared = gtk_widget_get_next_sibling (arguable);
  g_autofree char *sentence = anc_words_total (count);

  set_line (counted,
            g_strdup_printf (ngettext ("%u proven", "%u proven", totals->n_counted), totals->n_counted),
            TRUE);
  set_line (arguable,
            g_strdup_printf (ngettext ("+ %u arguable", "+ %u arguable", totals->n_arguable), totals->n_arguable),
            totals->n_arguable > 0);
  set_line (declared,
            g_strdup_printf (ngettext ("+ %u to prove", "+ %u to prove", totals->n_declared), totals->n_declared),
            totals->n_declared > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (total), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}
