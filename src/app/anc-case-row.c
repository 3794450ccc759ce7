/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-row.h"

#include "anc-outcome-badge.h"
#include "anc-words.h"

#include <glib/gi18n.h>

struct _AncCaseRow
{
  AdwBin parent_instance;

  GtkLabel *name_label;
  GtkLabel *detail_label;
  GtkLabel *date_label;
  AncOutcomeBadge *badge;

  AncCaseItem *item;
  gulong changed_id;
};

G_DEFINE_FINAL_TYPE (AncCaseRow, anc_case_row, ADW_TYPE_BIN)

/* A screen reader reads the row the list makes around this one, which GTK 4.8 gives no name of its own. */
static void
say (AncCaseRow *self,
     const char *outcome)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *sentence = NULL;

  if (row == NULL)
    return;

  if (outcome != NULL)
    /* Translators: how a row of the list of cases is read out: name, reference, best outcome */
    sentence = g_strdup_printf (_ ("%s, %s, %s"), anc_case_item_get_name (self->item), anc_case_item_get_reference (self->item), outcome);
  else
    /* Translators: how a row of the list of cases is read out: name, reference */
    sentence = g_strdup_printf (_ ("%s, %s"), anc_case_item_get_name (self->item), anc_case_item_get_reference (self->item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
show_outcome (AncCaseRow *self)
{
  AncOutcome outcome;
  AncDate earliest;
  const gboolean is_known = anc_case_item_get_outcome (self->item, &outcome, &earliest);

  gtk_widget_set_visible (GTK_WIDGET (self->badge), is_known);
  gtk_widget_set_visible (GTK_WIDGET (self->date_label), is_known && outcome != ANC_OUTCOME_MET && earliest != ANC_DATE_NONE);
  if (is_known)
    anc_outcome_badge_set_outcome (self->badge, outcome);
  if (is_known && earliest != ANC_DATE_NONE)
    {
      g_autofree char *date = anc_words_date (earliest);
      /* Translators: in the list of cases: the first date on which a request could be filed */
      g_autofree char *from = g_strdup_printf (_ ("from %s"), date);

      gtk_label_set_label (self->date_label, from);
    }
  say (self, is_known ? anc_words_outcome (outcome) : NULL);
}

static void
show_item (AncCaseRow *self)
{
  const char *excerpt = anc_case_item_get_excerpt (self->item);
  const char *reference = anc_case_item_get_reference (self->item);
  g_autofree char *detail = NULL;

  gtk_label_set_label (self->name_label, anc_case_item_get_name (self->item));
  if (excerpt != NULL)
    {
      detail = g_strdup_printf ("%s · %s", reference, excerpt);
      g_strdelimit (detail, "\r\n\t\v\f", ' ');
    }
  gtk_label_set_label (self->detail_label, detail != NULL ? detail : reference);
  show_outcome (self);
}

static void
anc_case_row_dispose (GObject *object)
{
  AncCaseRow *self = ANC_CASE_ROW (object);

  anc_case_row_set_item (self, NULL);

  G_OBJECT_CLASS (anc_case_row_parent_class)->dispose (object);
}

static void
anc_case_row_class_init (AncCaseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_case_row_dispose;

  g_type_ensure (ANC_TYPE_OUTCOME_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-case-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AncCaseRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, AncCaseRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, AncCaseRow, date_label);
  gtk_widget_class_bind_template_child (widget_class, AncCaseRow, badge);
}

static void
anc_case_row_init (AncCaseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
anc_case_row_new (void)
{
  return g_object_new (ANC_TYPE_CASE_ROW, NULL);
}

/**
 * anc_case_row_set_item:
 * @self: the row
 * @item: (nullable): the case to show and to follow
 */
void
anc_case_row_set_item (AncCaseRow *self,
                       AncCaseItem *item)
{
  g_return_if_fail (ANC_IS_CASE_ROW (self));
  g_return_if_fail (item == NULL || ANC_IS_CASE_ITEM (item));

  if (self->item == item)
    return;

  g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  show_item (self);
}
