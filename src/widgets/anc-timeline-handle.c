/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-handle.h"

#include "anc-timeline-words.h"

#include <glib/gi18n-lib.h>

/**
 * AncTimelineHandle:
 *
 * The filing date at the head of its line: what takes hold of it. To a screen reader it is a slider
 * whose value is a date.
 */
struct _AncTimelineHandle
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (AncTimelineHandle, anc_timeline_handle, GTK_TYPE_WIDGET)

static void
anc_timeline_handle_dispose (GObject *object)
{
  g_clear_pointer (&ANC_TIMELINE_HANDLE (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (anc_timeline_handle_parent_class)->dispose (object);
}

static void
anc_timeline_handle_class_init (AncTimelineHandleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = anc_timeline_handle_dispose;

  gtk_widget_class_set_css_name (widget_class, "timeline-handle");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
anc_timeline_handle_init (AncTimelineHandle *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
anc_timeline_handle_new (void)
{
  return g_object_new (ANC_TYPE_TIMELINE_HANDLE, NULL);
}

void
anc_timeline_handle_set_date (AncTimelineHandle *self,
                              AncDate date)
{
  g_autofree char *written = anc_words_short_date (date);
  g_autofree char *spoken = anc_words_date (date);
  g_autofree char *sentence = NULL;

  g_return_if_fail (ANC_IS_TIMELINE_HANDLE (self));

  /* Translators: the argument is a date. */
  sentence = g_strdup_printf (_ ("Filing date, %s"), spoken);
  gtk_label_set_text (GTK_LABEL (self->label), written);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  (double) ANC_DATE_MIN,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) ANC_DATE_MAX,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) date,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  spoken,
                                  -1);
}
