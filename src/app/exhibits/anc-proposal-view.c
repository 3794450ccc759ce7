/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-view.h"

#include "anc-field-options.h"
#include "anc-outcome-badge.h"
#include "anc-proposal-cells.h"
#include "anc-proposal-field-row.h"
#include "anc-proposal-words.h"

#include <glib/gi18n.h>

struct _AncProposalView
{
  AdwBin parent_instance;

  AncDesk *desk;
  AncProposal *proposal;
  AncCaseViewer *viewer; /* not owned: this stands in it */

  GtkWidget *title;
  GtkWidget *badge;
  GtkWidget *buttons;
  GtkWidget *accept; /* one of them */
  GtkWidget *issues; /* GtkBox */
  GtkWidget *steps;  /* GtkBox */
  GtkWidget *jobs;   /* GtkDropDown */
  GtkWidget *fields; /* GtkBox of AncProposalFieldRow */
  gboolean is_showing;
};

enum
{
  SIGNAL_ACCEPT,
  SIGNAL_SET_ASIDE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncProposalView, anc_proposal_view, ADW_TYPE_BIN)

/* ---- Places -------------------------------------------------------------------------------- */

static gboolean
read_place (AncProposalField *field,
            AncPagePlace *place)
{
  const AncProposalPlace *read = anc_proposal_field_get_place (field);

  if (read->page == 0)
    return FALSE;

  *place = (AncPagePlace){ read->page - 1, read->rect };
  return TRUE;
}

static void
mark_places (AncProposalView *self)
{
  GListModel *fields = anc_proposal_get_fields (self->proposal);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (AncPagePlace));

  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (AncProposalField) field = g_list_model_get_item (fields, i);
      AncPagePlace place;

      if (read_place (field, &place))
        g_array_append_val (marks, place);
    }
  anc_case_viewer_mark (self->viewer, (const AncPagePlace *) (gpointer) marks->data, marks->len);
}

static void
show_place_cb (AncProposalView *self,
               AncProposalFieldRow *row)
{
  AncRecord *document = anc_case_viewer_get_document (self->viewer);
  AncPagePlace place;

  if (document != NULL && read_place (anc_proposal_field_row_get_field (row), &place))
    anc_case_viewer_show_document (self->viewer, document, &place);
}

/* ---- What is said -------------------------------------------------------------------------- */

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
add_sentence (GtkWidget *box,
              const char *icon,
              const char *css_class,
              const char *sentence)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (sentence);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (image, css_class);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (box), line);
}

static void
show_issues (AncProposalView *self,
             const AncCaseRows *rows)
{
  const char *problem = anc_proposal_get_problem (self->proposal);
  guint n;
  const AncProposalIssue *issues = anc_proposal_get_issues (self->proposal, &n);

  clear (self->issues);
  if (problem != NULL)
    add_sentence (self->issues, "dialog-error-symbolic", "error", anc_words_reading_problem (problem));
  for (guint i = 0; i < n; i++)
    {
      const gboolean is_conflict = anc_proposal_issue_kind_is_conflict (issues[i].kind);
      g_autofree char *sentence = anc_words_proposal_issue (self->proposal, &issues[i], rows);

      add_sentence (self->issues, "dialog-warning-symbolic", is_conflict ? "error" : "warning", sentence);
    }
  gtk_widget_set_visible (self->issues, problem != NULL || n > 0);
}

static gboolean
is_about_job (AncProposalAction action)
{
  return action == ANC_PROPOSAL_USE_JOB || action == ANC_PROPOSAL_EXTEND_JOB || action == ANC_PROPOSAL_CREATE_JOB;
}

static void
show_jobs (AncProposalView *self,
           const AncCaseRows *rows)
{
  guint n;
  const AncProposalStep *choices = anc_proposal_get_job_choices (self->proposal, &n);
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = anc_words_proposal_step (self->proposal, &choices[i], rows);

      gtk_string_list_append (texts, text);
    }
  self->is_showing = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->jobs), G_LIST_MODEL (texts));
  if (n > 0)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->jobs), anc_proposal_get_job_choice (self->proposal));
  self->is_showing = FALSE;
  gtk_widget_set_visible (self->jobs, n > 1);
}

/* What accepting does, before it is done; where there is a choice of jobs, that is one of the steps. */
static void
show_steps (AncProposalView *self,
            const AncCaseRows *rows)
{
  const gboolean has_choice = gtk_widget_get_visible (self->jobs);
  guint n;
  const AncProposalStep *steps = anc_proposal_get_steps (self->proposal, &n);

  clear (self->steps);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = anc_words_proposal_step (self->proposal, &steps[i], rows);

      if (!has_choice || !is_about_job (steps[i].action))
        add_sentence (self->steps, "list-add-symbolic", "accent", sentence);
    }
  gtk_widget_set_visible (self->steps, gtk_widget_get_first_child (self->steps) != NULL);
}

static void
show (AncProposalView *self)
{
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (anc_desk_get_case (self->desk));
  g_autofree char *title = anc_proposal_cells_title (self->desk, self->proposal);
  g_auto (AncExhibitCells) cells = { 0 };

  anc_proposal_cells_fill (self->desk, self->proposal, &cells);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  anc_outcome_badge_set_outcome (ANC_OUTCOME_BADGE (self->badge), cells.outcome);
  anc_outcome_badge_set_text (ANC_OUTCOME_BADGE (self->badge), cells.badge);
  gtk_widget_set_sensitive (self->accept, anc_proposal_is_acceptable (self->proposal));
  show_issues (self, rows);
  show_jobs (self, rows);
  show_steps (self, rows);
}

/* ---- What people do ------------------------------------------------------------------------ */

static gboolean
commit_all (AncProposalView *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->fields); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (!anc_proposal_field_row_commit (ANC_PROPOSAL_FIELD_ROW (row)))
      {
        anc_proposal_field_row_focus (ANC_PROPOSAL_FIELD_ROW (row));
        return FALSE;
      }

  return TRUE;
}

static void
accept_cb (AncProposalView *self)
{
  if (commit_all (self))
    g_signal_emit (self, signals[SIGNAL_ACCEPT], 0);
}

static void
set_aside_cb (AncProposalView *self)
{
  g_signal_emit (self, signals[SIGNAL_SET_ASIDE], 0);
}

static void
job_chosen_cb (AncProposalView *self)
{
  const guint index = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->jobs));

  if (!self->is_showing && index != GTK_INVALID_LIST_POSITION)
    anc_proposal_choose_job (self->proposal, index);
}

/* ---- Children ------------------------------------------------------------------------------ */

/* Another kind of document has other fields. */
static void
create_fields (AncProposalView *self)
{
  GListModel *fields = anc_proposal_get_fields (self->proposal);
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) places = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *kind = NULL;

  clear (self->fields);
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr (AncProposalField) field = g_list_model_get_item (fields, i);
      GtkWidget *row = anc_proposal_field_row_new (self->desk, self->proposal, field, names, places);

      g_signal_connect_swapped (row, "show-place", G_CALLBACK (show_place_cb), self);
      g_signal_connect_swapped (row, "confirmed", G_CALLBACK (accept_cb), self);
      if (anc_proposal_field_get_id (field) == ANC_PROPOSAL_KIND && anc_proposal_field_is_recorded (field))
        kind = row; /* what is known already is looked at last */
      else
        gtk_box_append (GTK_BOX (self->fields), row);
    }
  if (kind != NULL)
    gtk_box_append (GTK_BOX (self->fields), kind);
  mark_places (self);
}

static GtkWidget *
create_head (AncProposalView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  self->badge = anc_outcome_badge_new (ANC_OUTCOME_UNKNOWN);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->badge);

  return head;
}

static GtkWidget *
create_buttons (AncProposalView *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *aside = gtk_button_new_with_mnemonic (_ ("Set _Aside"));

  self->accept = gtk_button_new_with_mnemonic (_ ("A_ccept"));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_widget_add_css_class (buttons, "toolbar");
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  gtk_widget_set_hexpand (aside, TRUE);
  g_signal_connect_object (aside, "clicked", G_CALLBACK (set_aside_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), aside);
  gtk_box_append (GTK_BOX (buttons), self->accept);

  return buttons;
}

static void
create_children (AncProposalView *self)
{
  g_autoptr (GtkListItemFactory) factory = anc_field_options_new_factory ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "proposal");
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 12);
  self->issues = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->steps = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->jobs = gtk_drop_down_new (NULL, NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->jobs), factory);                          /* long names are cut */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->jobs)), /* it takes the focus */
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Job"),
                                  -1);
  g_signal_connect_swapped (self->jobs, "notify::selected", G_CALLBACK (job_chosen_cb), self);
  gtk_box_append (GTK_BOX (box), create_head (self));
  gtk_box_append (GTK_BOX (box), self->issues);
  gtk_box_append (GTK_BOX (box), self->fields);
  gtk_box_append (GTK_BOX (box), self->jobs);
  gtk_box_append (GTK_BOX (box), self->steps);
  adw_bin_set_child (ADW_BIN (self), box);
  self->buttons = g_object_ref_sink (create_buttons (self));
}

/* ---- Object -------------------------------------------------------------------------------- */

static gboolean
is_at_issue (AncProposalView *self,
             AncProposalField *field)
{
  guint n;
  const AncProposalIssue *issues = anc_proposal_get_issues (self->proposal, &n);

  for (guint i = 0; i < n; i++)
    if (issues[i].field == anc_proposal_field_get_id (field))
      return TRUE;

  return FALSE;
}

/* Goes to the first field a person should look at, else to the first. */
static gboolean
anc_proposal_view_grab_focus (GtkWidget *widget)
{
  AncProposalView *self = ANC_PROPOSAL_VIEW (widget);
  GtkWidget *goal = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (self->fields); row != NULL && goal == NULL; row = gtk_widget_get_next_sibling (row))
    if (is_at_issue (self, anc_proposal_field_row_get_field (ANC_PROPOSAL_FIELD_ROW (row))))
      goal = row;
  if (goal == NULL)
    goal = gtk_widget_get_first_child (self->fields);
  if (goal != NULL)
    anc_proposal_field_row_focus (ANC_PROPOSAL_FIELD_ROW (goal));

  return goal != NULL;
}

static void
anc_proposal_view_dispose (GObject *object)
{
  AncProposalView *self = ANC_PROPOSAL_VIEW (object);

  g_clear_object (&self->buttons);
  g_clear_object (&self->proposal);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_proposal_view_parent_class)->dispose (object);
}

/* See anc_date_entry_focus(): who goes back past the first field is to get out. */
static gboolean
anc_proposal_view_focus (GtkWidget *widget,
                         GtkDirectionType direction)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), direction);
}

static void
anc_proposal_view_class_init (AncProposalViewClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_proposal_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = anc_proposal_view_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = anc_proposal_view_focus;
  signals[SIGNAL_ACCEPT] = g_signal_new ("accept", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SET_ASIDE] = g_signal_new ("set-aside", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
anc_proposal_view_init (AncProposalView *self)
{
  create_children (self);
}

/**
 * anc_proposal_view_new:
 * @desk: the desk of the case
 * @proposal: one of its proposals
 * @viewer: shows the document of the proposal, and will hold the view
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
anc_proposal_view_new (AncDesk *desk,
                       AncProposal *proposal,
                       AncCaseViewer *viewer)
{
  AncProposalView *self;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);
  g_return_val_if_fail (ANC_IS_PROPOSAL (proposal), NULL);

  self = g_object_new (ANC_TYPE_PROPOSAL_VIEW, NULL);
  self->desk = g_object_ref (desk);
  self->proposal = g_object_ref (proposal);
  self->viewer = viewer;
  create_fields (self);
  show (self);
  g_signal_connect_object (proposal, "judged", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (anc_proposal_get_fields (proposal), "items-changed", G_CALLBACK (create_fields), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

AncProposal *
anc_proposal_view_get_proposal (AncProposalView *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_VIEW (self), NULL);

  return self->proposal;
}

/* Returns: (transfer none): the buttons that accept it and set it aside */
GtkWidget *
anc_proposal_view_get_buttons (AncProposalView *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_VIEW (self), NULL);

  return self->buttons;
}
