/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-regime-card.h"

#include "anc-access.h"
#include "anc-advice.h"
#include "anc-columns-layout.h"
#include "anc-criterion-row.h"
#include "anc-line-layout.h"
#include "anc-note-list.h"
#include "anc-outcome-badge.h"
#include "anc-step-list.h"
#include "anc-verdict-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>

#define SPACING 12

/* How much of a card is there; what is not follows a part at a time. */
typedef enum
{
  EXTENT_HEAD,
  EXTENT_CRITERIA, /* with what to do */
  EXTENT_ALL
} Extent;

struct _AncRegimeCard
{
  AdwBin parent_instance;

  AncDesk *desk;
  const AncRegime *regime; /* of the rules, which the desk keeps */
  GtkWidget *list;         /* of the head, and of the body once the card was opened */
  GtkWidget *head;
  GtkWidget *sentence;
  GtkWidget *badge;
  GtkWidget *arrow;
  GtkWidget *body; /* (nullable): until the card is opened */
  gboolean is_expanded;
  GPtrArray *rows; /* of AncCriterionRow; empty until then */
  GtkWidget *steps_title;
  GtkWidget *steps;
  GtkWidget *notes;
  Extent extent;
};

G_DEFINE_FINAL_TYPE (AncRegimeCard, anc_regime_card, ADW_TYPE_BIN)

/* ---- Parts --------------------------------------------------------------------------------- */

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = anc_line_layout_create_text (text);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_title (const char *text)
{
  return create_label (text, "heading");
}

static GtkWidget *
create_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return list;
}

static void
add_row (AncRegimeCard *self,
         GtkWidget *list,
         GtkWidget *row)
{
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_ptr_array_add (self->rows, row);
}

/* The root says nothing by itself where all of it is asked for. */
static void
add_node (AncRegimeCard *self,
          GtkWidget *list,
          const AncNode *node,
          guint depth,
          gboolean is_root)
{
  if (node->type == ANC_NODE_CRITERION)
    {
      add_row (self, list, anc_criterion_row_new (self->desk, self->regime, node->criterion, depth));
      return;
    }

  if (!is_root || node->type == ANC_NODE_ANY)
    add_row (self, list, anc_criterion_row_new_for_branch (self->desk, self->regime, node, depth++));
  for (guint i = 0; i < node->n_children; i++)
    add_node (self, list, node->children[i], depth, FALSE);
}

static GtkWidget *
create_criteria (AncRegimeCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *list = create_list (_ ("Criteria"));

  gtk_box_append (GTK_BOX (box), create_title (_ ("Criteria")));
  gtk_box_append (GTK_BOX (box), list);
  add_node (self, list, self->regime->require, 0, TRUE);
  if (self->regime->criteria->len == self->regime->n_required)
    return box;

  list = create_list (_ ("Weighed by the prefect, never decisive alone"));
  gtk_box_append (GTK_BOX (box), create_title (_ ("Weighed by the prefect, never decisive alone")));
  gtk_box_append (GTK_BOX (box), list);
  for (guint i = self->regime->n_required; i < self->regime->criteria->len; i++)
    add_row (self, list, anc_criterion_row_new (self->desk, self->regime, self->regime->criteria->pdata[i], 0));

  return box;
}

static GtkWidget *
create_side (AncRegimeCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->steps_title = create_title (_ ("What to do"));
  self->steps = anc_step_list_new (self->desk);
  self->notes = anc_note_list_new ();
  gtk_box_append (GTK_BOX (box), self->steps_title);
  gtk_box_append (GTK_BOX (box), self->steps);
  gtk_box_append (GTK_BOX (box), self->notes);

  return box;
}

static void
create_body (AncRegimeCard *self)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->body = gtk_list_box_row_new ();
  gtk_widget_set_layout_manager (columns, anc_columns_layout_new ());
  gtk_widget_set_margin_start (columns, SPACING);
  gtk_widget_set_margin_end (columns, SPACING);
  gtk_widget_set_margin_top (columns, SPACING);
  gtk_widget_set_margin_bottom (columns, SPACING);
  gtk_box_append (GTK_BOX (columns), create_criteria (self));
  gtk_box_append (GTK_BOX (columns), create_side (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->body), columns);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->body), FALSE);
  gtk_widget_set_focusable (self->body, FALSE);
  anc_access_name (self->body, _ ("Criteria"));
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->body);
}

/* ---- What it says -------------------------------------------------------------------------- */

/* Where a part was when it was last laid out; one that never was counts as seen. */
static gboolean
is_seen (AncRegimeCard *self,
         GtkWidget *part,
         int top,
         int bottom)
{
  graphene_rect_t bounds;

  if (gtk_widget_get_height (part) == 0 || !gtk_widget_compute_bounds (part, GTK_WIDGET (self), &bounds))
    return TRUE;

  return bounds.origin.y < bottom && bounds.origin.y + bounds.size.height > top;
}

static void
show_steps (AncRegimeCard *self,
            const AncVerdict *verdict)
{
  const gboolean has_steps = anc_step_list_update (ANC_STEP_LIST (self->steps), verdict);

  gtk_widget_set_visible (self->steps_title, has_steps);
  gtk_widget_set_visible (self->steps, has_steps);
}

static void
show_body (AncRegimeCard *self,
           const AncVerdict *verdict,
           int top,
           int bottom)
{
  const AncCriterion *chosen;
  const AncVerdict *chosen_verdict;

  if (self->body == NULL)
    create_body (self);

  chosen_verdict = anc_desk_get_chosen (self->desk, &chosen);
  for (guint i = 0; i < self->rows->len; i++)
    if (is_seen (self, self->rows->pdata[i], top, bottom))
      anc_criterion_row_update (self->rows->pdata[i], verdict, chosen_verdict == verdict ? chosen : NULL);
  if (is_seen (self, self->steps, top, bottom))
    show_steps (self, verdict);
  if (self->extent == EXTENT_ALL && is_seen (self, gtk_widget_get_visible (self->notes) ? self->notes : self->steps, top, bottom))
    gtk_widget_set_visible (self->notes, anc_note_list_update (ANC_NOTE_LIST (self->notes), verdict));
}

static void
show_head (AncRegimeCard *self,
           const AncVerdict *verdict)
{
  g_autofree char *sentence = anc_words_verdict (verdict);
  g_autofree char *grants = anc_words_grants (verdict, anc_words_get_language ());
  g_autofree char *text = g_strjoin (*sentence != '\0' && grants != NULL ? "\n" : "", sentence, grants, NULL);
  const char *title = self->regime->title.in[anc_words_get_language ()];
  g_autofree char *name = g_strdup_printf ("%s, %s", title, anc_words_outcome (verdict->outcome));

  anc_access_name (self->head, name);
  anc_outcome_badge_set_outcome (ANC_OUTCOME_BADGE (self->badge), verdict->outcome);
  gtk_label_set_label (GTK_LABEL (self->sentence), text); /* does nothing where it is the same */
  gtk_widget_set_visible (self->sentence, *text != '\0');
}

/* ---- Object -------------------------------------------------------------------------------- */

static const AncVerdict *
find_verdict (AncRegimeCard *self)
{
  const AncAssessment *assessment = anc_evaluator_get_assessment (anc_desk_get_evaluator (self->desk));

  for (guint i = 0; i < assessment->n_verdicts; i++)
    if (assessment->verdicts[i]->regime == self->regime)
      return assessment->verdicts[i];

  return NULL;
}

static void
follow (AncRegimeCard *self)
{
  const AncVerdict *verdict = find_verdict (self);

  if (verdict != NULL && verdict->reason == ANC_REASON_NONE)
    anc_regime_card_update (self, verdict, G_MININT, G_MAXINT);
}

static void
show_expanded (AncRegimeCard *self)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), self->is_expanded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_STATE_EXPANDED, self->is_expanded, -1);
  if (self->body != NULL)
    gtk_widget_set_visible (self->body, self->is_expanded && self->extent > EXTENT_HEAD);
}

static void
activated_cb (GtkListBox *list,
              GtkListBoxRow *row,
              AncRegimeCard *self)
{
  if (GTK_WIDGET (row) == self->head)
    anc_regime_card_set_expanded (self, !self->is_expanded);
}

static void
anc_regime_card_dispose (GObject *object)
{
  AncRegimeCard *self = ANC_REGIME_CARD (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_regime_card_parent_class)->dispose (object);
}

static void
anc_regime_card_class_init (AncRegimeCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_regime_card_dispose;
}

static void
anc_regime_card_init (AncRegimeCard *self)
{
  self->rows = g_ptr_array_new ();
  self->extent = EXTENT_ALL;
}

/* Not an AdwExpanderRow: that lays out its texts many times over (see #AncLineLayout), and all heads change when
 * the filing date moves. */
static void
create_head (AncRegimeCard *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->head = gtk_list_box_row_new ();
  self->sentence = create_label (NULL, "verdict");
  self->badge = anc_outcome_badge_new (ANC_OUTCOME_UNKNOWN);
  self->arrow = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_box_append (GTK_BOX (texts), create_title (self->regime->title.in[anc_words_get_language ()]));
  gtk_box_append (GTK_BOX (texts), self->sentence);
  gtk_widget_set_layout_manager (line, anc_line_layout_new (SPACING));
  gtk_widget_add_css_class (line, "regime-head");
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), self->badge);
  gtk_box_append (GTK_BOX (line), self->arrow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->head), line);
}

/**
 * anc_regime_card_new:
 * @desk: the desk of the case
 * @regime: a regime of its rules
 *
 * Returns: (transfer floating): the card, closed; it says nothing before its first update
 */
GtkWidget *
anc_regime_card_new (AncDesk *desk,
                     const AncRegime *regime)
{
  AncRegimeCard *self;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);
  g_return_val_if_fail (regime != NULL, NULL);

  self = g_object_new (ANC_TYPE_REGIME_CARD, NULL);
  self->desk = g_object_ref (desk);
  self->regime = regime;
  create_head (self);
  self->list = create_list (regime->title.in[anc_words_get_language ()]);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->head);
  adw_bin_set_child (ADW_BIN (self), self->list);
  show_expanded (self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_object (desk, "chosen", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const AncRegime *
anc_regime_card_get_regime (AncRegimeCard *self)
{
  g_return_val_if_fail (ANC_IS_REGIME_CARD (self), NULL);

  return self->regime;
}

void
anc_regime_card_set_expanded (AncRegimeCard *self,
                              gboolean expanded)
{
  g_return_if_fail (ANC_IS_REGIME_CARD (self));

  if (self->is_expanded == expanded)
    return;

  self->is_expanded = expanded;
  self->extent = EXTENT_ALL;
  follow (self); /* makes the body, if it has to */
  show_expanded (self);
}

/**
 * anc_regime_card_update:
 * @verdict: of its regime, which applies
 * @top: the first pixel, from the top of the card, that is to be right
 * @bottom: the one after the last
 *
 * Says what the verdict says, at least between @top and @bottom and in the head; touches only what is other than
 * before.
 */
void
anc_regime_card_update (AncRegimeCard *self,
                        const AncVerdict *verdict,
                        int top,
                        int bottom)
{
  g_return_if_fail (ANC_IS_REGIME_CARD (self));
  g_return_if_fail (verdict != NULL && verdict->regime == self->regime && verdict->reason == ANC_REASON_NONE);

  show_head (self, verdict);
  if (self->is_expanded && self->extent > EXTENT_HEAD)
    show_body (self, verdict, top, bottom);
}

/**
 * anc_regime_card_begin:
 *
 * Leaves only the head, for a card that did not apply before: all of an open card at once takes longer than a
 * frame. What follows comes with anc_regime_card_go_on().
 */
void
anc_regime_card_begin (AncRegimeCard *self)
{
  g_return_if_fail (ANC_IS_REGIME_CARD (self));

  if (!self->is_expanded)
    return;

  self->extent = EXTENT_HEAD;
  if (self->body != NULL)
    {
      gtk_widget_set_visible (self->body, FALSE);
      gtk_widget_set_visible (self->notes, FALSE);
    }
}

gboolean
anc_regime_card_is_whole (AncRegimeCard *self)
{
  g_return_val_if_fail (ANC_IS_REGIME_CARD (self), TRUE);

  return self->extent == EXTENT_ALL;
}

/**
 * anc_regime_card_go_on:
 * @verdict: of its regime, which applies
 *
 * Shows the next part of a card that is not whole, as @verdict says.
 */
void
anc_regime_card_go_on (AncRegimeCard *self,
                       const AncVerdict *verdict)
{
  g_return_if_fail (ANC_IS_REGIME_CARD (self));
  g_return_if_fail (verdict != NULL && verdict->regime == self->regime && verdict->reason == ANC_REASON_NONE);
  g_return_if_fail (self->extent < EXTENT_ALL);

  self->extent++;
  show_body (self, verdict, G_MININT, G_MAXINT);
  gtk_widget_set_visible (self->body, TRUE);
}
