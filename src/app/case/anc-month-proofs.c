/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-month-proofs.h"

#include "anc-case-edits.h"
#include "anc-criterion.h"
#include "anc-date-words.h"
#include "anc-page-window.h"
#include "anc-proofs.h"
#include "anc-record-summary.h"
#include "anc-timeline-words.h"
#include "anc-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What a list needs while it is shown. */
typedef struct
{
  AncDesk *desk;
  GtkListBox *list;
} MonthProofs;

static void
free_proofs (gpointer data)
{
  MonthProofs *self = data;

  g_object_unref (self->desk);
  g_free (self);
}

/* ---- Rows ---------------------------------------------------------------------------------- */

static void
activated_cb (GtkListBox *list,
              GtkListBoxRow *row,
              MonthProofs *self)
{
  AncRecord *payslip = g_object_get_data (G_OBJECT (row), "anc-payslip");

  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (list))));
  anc_month_proofs_show_payslip (self->desk, payslip);
}

static void
add_row (MonthProofs *self,
         AncMonth month,
         AncMonthState state,
         AncRecord *payslip)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = anc_words_month (month);
  g_autofree char *summary = NULL;
  g_autofree char *subtitle = NULL;

  if (payslip != NULL)
    {
      AncRecord *job = anc_case_find_by_id (anc_desk_get_case (self->desk), ANC_TABLE_JOBS, anc_record_get_text (payslip, "job"));

      summary = job != NULL ? anc_record_summarise (anc_desk_get_case (self->desk), job, NULL) : NULL;
      g_object_set_data_full (G_OBJECT (row), "anc-payslip", g_object_ref (payslip), g_object_unref);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  if (state == ANC_MONTH_EMPTY)
    subtitle = g_steal_pointer (&summary);
  else
    subtitle = summary != NULL ? g_strdup_printf ("%s · %s", anc_words_month_state (state), summary) : g_strdup (anc_words_month_state (state));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), payslip != NULL);
  gtk_list_box_append (self->list, row);
}

/* Of all jobs. */
static GPtrArray *
list_payslips (AncDesk *desk,
               AncMonth month)
{
  AncRecordList *payslips = anc_case_get_list (anc_desk_get_case (desk), ANC_TABLE_PAYSLIPS);
  GPtrArray *of_month = g_ptr_array_new ();

  for (guint i = 0; i < anc_record_list_get_count (payslips); i++)
    if (anc_record_get_integer (anc_record_list_get (payslips, i), "month", ANC_MONTH_NONE) == month)
      g_ptr_array_add (of_month, anc_record_list_get (payslips, i));

  return of_month;
}

/* A row for each payslip of the month, or one that leads nowhere. */
static void
add_month (MonthProofs *self,
           AncMonth month,
           AncMonthState state)
{
  g_autoptr (GPtrArray) payslips = list_payslips (self->desk, month);

  for (guint i = 0; i < payslips->len; i++)
    add_row (self, month, state, g_ptr_array_index (payslips, i));
  if (payslips->len == 0)
    add_row (self, month, state, NULL);
}

static MonthProofs *
create_list (AncDesk *desk,
             const char *title)
{
  MonthProofs *self = g_new0 (MonthProofs, 1);

  self->desk = g_object_ref (desk);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->list), 24);
  gtk_widget_set_margin_start (GTK_WIDGET (self->list), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->list), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (self->list), "anc-month-proofs", self, free_proofs);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (activated_cb), self);

  return self;
}

static void
present (MonthProofs *self,
         const char *title,
         GtkWindow *parent)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  anc_page_window_present (parent, title, scrolled);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->list)));
}

/* ---- Public -------------------------------------------------------------------------------- */

/**
 * anc_month_proofs_show_payslip:
 * @desk: the desk of a case
 * @payslip: one of its payslips
 *
 * Shows the page that it was read from, or else its form.
 */
void
anc_month_proofs_show_payslip (AncDesk *desk,
                               AncRecord *payslip)
{
  AncProof proof;

  if (anc_proof_find_best (anc_desk_get_case (desk), payslip, &proof) && anc_proof_has_file (proof.document))
    anc_desk_show_document (desk, proof.document, proof.has_place ? &proof.place : NULL);
  else
    anc_desk_edit (desk, payslip);
}

/**
 * anc_month_proofs_present_month:
 * @desk: the desk of a case
 * @month: a month
 * @parent: the window it belongs to
 *
 * Shows the payslip of the month, whatever the job; of several, a list to choose from; of none, nothing.
 */
void
anc_month_proofs_present_month (AncDesk *desk,
                                AncMonth month,
                                GtkWindow *parent)
{
  g_autoptr (GPtrArray) payslips = list_payslips (desk, month);
  g_autofree char *words = anc_words_month (month);
  g_autofree char *title = anc_words_capitalise (words);
  MonthProofs *list;

  if (payslips->len == 0)
    gtk_widget_error_bell (GTK_WIDGET (parent));
  else if (payslips->len == 1)
    anc_month_proofs_show_payslip (desk, g_ptr_array_index (payslips, 0));
  else
    {
      list = create_list (desk, title);
      add_month (list, month, ANC_MONTH_EMPTY);
      present (list, title, parent);
    }
}

static const AncFinding *
find_finding (AncDesk *desk,
              const AncRegime *regime,
              const AncCriterion *criterion)
{
  const AncAssessment *assessment = anc_evaluator_get_assessment (anc_desk_get_evaluator (desk));

  for (guint i = 0; i < assessment->n_verdicts; i++)
    if (assessment->verdicts[i]->regime == regime && assessment->verdicts[i]->reason == ANC_REASON_NONE)
      return &assessment->verdicts[i]->findings[criterion->index];

  return NULL;
}

/**
 * anc_month_proofs_present:
 * @desk: the desk of a case
 * @regime: a regime of its rules
 * @criterion: one of its criteria
 * @parent: the window it belongs to
 *
 * Lists the months that the criterion counts, each of which leads to its payslips.
 */
void
anc_month_proofs_present (AncDesk *desk,
                          const AncRegime *regime,
                          const AncCriterion *criterion,
                          GtkWindow *parent)
{
  const AncFinding *finding = find_finding (desk, regime, criterion);
  MonthProofs *self = create_list (desk, _ ("Months that count"));

  for (guint i = 0; finding != NULL && i < finding->n_months; i++)
    if (finding->months[i] != ANC_MONTH_EMPTY)
      add_month (self, finding->first_month + (AncMonth) i, finding->months[i]);
  present (self, _ ("Months that count"), parent);
}
