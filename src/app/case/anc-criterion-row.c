/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-criterion-row.h"

#include "anc-criterion.h"
#include "anc-line-layout.h"
#include "anc-month-proofs.h"
#include "anc-outcome-badge.h"
#include "anc-source-markup.h"
#include "anc-verdict-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>

#define INDENT 24
#define SPACING 12

struct _AncCriterionRow
{
  GtkListBoxRow parent_instance;

  AncDesk *desk;
  const AncRegime *regime;       /* of the rules, which the desk keeps */
  const AncCriterion *criterion; /* NULL for a branch */
  const AncNode *branch;
  GtkWidget *subtitle;
  GtkWidget *measure;
  GtkWidget *badge;
  GtkWidget *toggle; /* shows it on the timeline; NULL for a branch */
  GtkWidget *months; /* lists those that count; likewise */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (AncCriterionRow, anc_criterion_row, GTK_TYPE_LIST_BOX_ROW)

/* ---- Words --------------------------------------------------------------------------------- */

static void
append_part (GString *text,
             const char *part)
{
  if (part == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* The force, the text and what else is to be known, as markup. */
static char *
make_subtitle (const AncCriterion *criterion,
               const AncFinding *finding)
{
  g_autofree char *source = anc_source_get_markup (criterion->source);
  g_autoptr (GString) text = g_string_new (NULL);

  append_part (text, anc_words_force (criterion->force));
  append_part (text, source);
  if (finding->rounding)
    append_part (text, _ ("the day falls at the end of a month: two readings"));
  if (finding->outcome != ANC_OUTCOME_MET && finding->earliest != ANC_DATE_NONE)
    {
      g_autofree char *date = anc_words_date (finding->earliest);
      g_autofree char *from = g_strdup_printf (_ ("from %s"), date);

      append_part (text, from);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- Choosing ------------------------------------------------------------------------------ */

static void
toggled_cb (AncCriterionRow *self)
{
  if (!self->is_showing)
    anc_desk_choose (self->desk, self->regime->id, self->criterion->id);
}

static void
anc_criterion_row_activate (GtkListBoxRow *row)
{
  AncCriterionRow *self = ANC_CRITERION_ROW (row);

  if (self->toggle != NULL && gtk_widget_get_visible (self->toggle))
    anc_desk_choose (self->desk, self->regime->id, self->criterion->id);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_criterion_row_dispose (GObject *object)
{
  AncCriterionRow *self = ANC_CRITERION_ROW (object);

  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_criterion_row_parent_class)->dispose (object);
}

static void
anc_criterion_row_class_init (AncCriterionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_criterion_row_dispose;
  GTK_LIST_BOX_ROW_CLASS (klass)->activate = anc_criterion_row_activate;
}

static void
anc_criterion_row_init (AncCriterionRow *self)
{
}

static GtkWidget *
create_texts (AncCriterionRow *self,
              const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), anc_line_layout_create_text (title));
  self->subtitle = anc_line_layout_create_text (NULL);
  gtk_widget_add_css_class (self->subtitle, "anc-source");
  gtk_widget_add_css_class (self->subtitle, "caption");
  gtk_box_append (GTK_BOX (box), self->subtitle);

  return box;
}

static void
add_toggle (AncCriterionRow *self,
            GtkWidget *box,
            const char *title)
{
  g_autofree char *name = g_strdup_printf (_ ("Show on the timeline: %s"), title);

  self->toggle = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->toggle), "anc-timeline-symbolic");
  gtk_widget_add_css_class (self->toggle, "flat");
  gtk_widget_set_tooltip_text (self->toggle, _ ("Show on the timeline"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), self->toggle);
  g_signal_connect_swapped (self->toggle, "toggled", G_CALLBACK (toggled_cb), self);
}

static void
show_months (AncCriterionRow *self)
{
  anc_month_proofs_present (self->desk, self->regime, self->criterion, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
add_months (AncCriterionRow *self,
            GtkWidget *box,
            const char *title)
{
  g_autofree char *name = g_strdup_printf (_ ("Months that count: %s"), title);

  self->months = gtk_button_new_from_icon_name ("view-list-symbolic");
  gtk_widget_add_css_class (self->months, "flat");
  gtk_widget_set_valign (self->months, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->months, _ ("Months that count"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->months), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), self->months);
  g_signal_connect_swapped (self->months, "clicked", G_CALLBACK (show_months), self);
}

static AncCriterionRow *
create (AncDesk *desk,
        const AncRegime *regime,
        const char *title,
        guint depth)
{
  AncCriterionRow *self = g_object_new (ANC_TYPE_CRITERION_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, anc_line_layout_new (SPACING));
  self->desk = g_object_ref (desk);
  self->regime = regime;
  gtk_widget_set_margin_start (box, SPACING + (int) depth * INDENT);
  gtk_widget_set_margin_end (box, SPACING);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_box_append (GTK_BOX (box), create_texts (self, title));
  self->measure = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->measure), 1);
  gtk_widget_add_css_class (self->measure, "heading");
  gtk_widget_add_css_class (self->measure, "numeric");
  gtk_box_append (GTK_BOX (box), self->measure);
  self->badge = anc_outcome_badge_new (ANC_OUTCOME_UNKNOWN);
  gtk_box_append (GTK_BOX (box), self->badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  return self;
}

/**
 * anc_criterion_row_new:
 * @regime: a regime of the desk's rules
 * @criterion: one of its criteria
 * @depth: how many branches it hangs from
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
anc_criterion_row_new (AncDesk *desk,
                       const AncRegime *regime,
                       const AncCriterion *criterion,
                       guint depth)
{
  const char *title = criterion->title.in[anc_words_get_language ()];
  AncCriterionRow *self = create (desk, regime, title, depth);

  self->criterion = criterion;
  add_months (self, gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)), title);
  add_toggle (self, gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)), title);

  return GTK_WIDGET (self);
}

/**
 * anc_criterion_row_new_for_branch:
 * @regime: a regime of the desk's rules
 * @branch: a node of its tree that is no criterion
 * @depth: how many branches it hangs from
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
anc_criterion_row_new_for_branch (AncDesk *desk,
                                  const AncRegime *regime,
                                  const AncNode *branch,
                                  guint depth)
{
  const char *title = branch->title.in[anc_words_get_language ()];
  const char *kind = branch->type == ANC_NODE_ALL ? _ ("All of these:") : _ ("One of these:");
  AncCriterionRow *self = create (desk, regime, title != NULL ? title : kind, depth);

  self->branch = branch;
  gtk_label_set_label (GTK_LABEL (self->subtitle), kind);
  gtk_widget_set_visible (self->subtitle, title != NULL);
  gtk_widget_set_visible (self->measure, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);

  return GTK_WIDGET (self);
}

static void
set_label (GtkWidget *label,
           const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) != 0)
    gtk_label_set_label (GTK_LABEL (label), text);
}

/* What a screen reader says of the row. */
static void
set_name (AncCriterionRow *self,
          const char *title,
          AncOutcome outcome,
          const char *measure)
{
  g_autofree char *name = measure != NULL ? g_strdup_printf ("%s, %s, %s", title, anc_words_outcome (outcome), measure)
                                          : g_strdup_printf ("%s, %s", title, anc_words_outcome (outcome));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_markup (GtkWidget *label,
            const char *markup)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), markup) != 0)
    gtk_label_set_markup (GTK_LABEL (label), markup);
}

/**
 * anc_criterion_row_update:
 * @verdict: of the row's regime, which applies
 * @chosen: (nullable): the criterion of this regime that the timeline shows
 */
void
anc_criterion_row_update (AncCriterionRow *self,
                          const AncVerdict *verdict,
                          const AncCriterion *chosen)
{
  const AncFinding *finding;
  g_autofree char *subtitle = NULL;
  g_autofree char *measure = NULL;

  g_return_if_fail (ANC_IS_CRITERION_ROW (self));
  g_return_if_fail (verdict != NULL && verdict->reason == ANC_REASON_NONE);

  if (self->branch != NULL)
    {
      const char *title = self->branch->title.in[anc_words_get_language ()];

      anc_outcome_badge_set_outcome (ANC_OUTCOME_BADGE (self->badge), verdict->node_outcomes[self->branch->index]);
      set_name (self,
                title != NULL ? title : gtk_label_get_label (GTK_LABEL (self->subtitle)),
                verdict->node_outcomes[self->branch->index],
                NULL);
      return;
    }

  finding = &verdict->findings[self->criterion->index];
  subtitle = make_subtitle (self->criterion, finding);
  measure = anc_words_measure (self->criterion, finding);
  set_name (self, self->criterion->title.in[anc_words_get_language ()], finding->outcome, measure);
  set_markup (self->subtitle, subtitle);
  set_label (self->measure, measure != NULL ? measure : "");
  gtk_widget_set_visible (self->measure, measure != NULL);
  anc_outcome_badge_set_outcome (ANC_OUTCOME_BADGE (self->badge), finding->outcome);
  gtk_widget_set_visible (self->months, finding->n_months > 0);
  gtk_widget_set_visible (self->toggle, finding->n_months > 0 || finding->window_start != ANC_DATE_NONE);
  self->is_showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), chosen == self->criterion);
  self->is_showing = FALSE;
}
