/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-compare-window.h"

#include "anc-criterion.h"
#include "anc-date-entry.h"
#include "anc-outcome-badge.h"
#include "anc-verdict-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>

#define N_DATES 2
#define SPACING 12
#define INDENT 18

/* How much later the second date starts: by then what is declared may be proven. */
#define MONTHS_LATER 6

struct _AncCompareWindow
{
  AdwWindow parent_instance;

  AncDesk *desk;
  GtkWidget *dates[N_DATES];
  GtkWidget *place; /* a bin, whose child is made anew for each answer */
};

G_DEFINE_FINAL_TYPE (AncCompareWindow, anc_compare_window, ADW_TYPE_WINDOW)

/* ---- Cells --------------------------------------------------------------------------------- */

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_badge (AncOutcome outcome)
{
  GtkWidget *badge = anc_outcome_badge_new (outcome);

  gtk_widget_set_hexpand (badge, FALSE);
  gtk_widget_set_halign (badge, GTK_ALIGN_START);

  return badge;
}

static GtkWidget *
create_answer (const AncVerdict *verdict)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *sentence = NULL;

  if (verdict->reason != ANC_REASON_NONE)
    {
      gtk_box_append (GTK_BOX (box), create_label (anc_words_reason (verdict->reason), "dim-label"));
      return box;
    }

  sentence = anc_words_verdict (verdict);
  gtk_box_append (GTK_BOX (box), create_badge (verdict->outcome));
  gtk_box_append (GTK_BOX (box), create_label (sentence, "caption"));
  return box;
}

static GtkWidget *
create_finding (const AncCriterion *criterion,
                const AncFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *measure = anc_words_measure (criterion, finding);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), create_badge (finding->outcome));
  if (measure != NULL)
    gtk_box_append (GTK_BOX (box), create_label (measure, "numeric"));
  return box;
}

/* ---- The table ----------------------------------------------------------------------------- */

static gboolean
differs (const AncFinding *one,
         const AncFinding *other)
{
  return one->outcome != other->outcome || one->measured != other->measured;
}

static void
add_criteria (GtkWidget *grid,
              int *row,
              const AncVerdict *const *verdicts)
{
  const AncRegime *regime = verdicts[0]->regime;

  for (guint i = 0; i < regime->criteria->len; i++)
    {
      const AncCriterion *criterion = regime->criteria->pdata[i];
      GtkWidget *title;

      if (!differs (&verdicts[0]->findings[i], &verdicts[1]->findings[i]))
        continue;

      title = create_label (criterion->title.in[anc_words_get_language ()], NULL);
      gtk_widget_set_margin_start (title, INDENT);
      gtk_grid_attach (GTK_GRID (grid), title, 0, *row, 1, 1);
      for (int j = 0; j < N_DATES; j++)
        gtk_grid_attach (GTK_GRID (grid), create_finding (criterion, &verdicts[j]->findings[i]), j + 1, *row, 1, 1);
      (*row)++;
    }
}

static void
add_regime (GtkWidget *grid,
            int *row,
            const AncVerdict *const *verdicts)
{
  const char *title = verdicts[0]->regime->title.in[anc_words_get_language ()];

  if (*row > 0)
    gtk_grid_attach (GTK_GRID (grid), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, (*row)++, 1 + N_DATES, 1);
  gtk_grid_attach (GTK_GRID (grid), create_label (title, "heading"), 0, *row, 1, 1);
  for (int i = 0; i < N_DATES; i++)
    gtk_grid_attach (GTK_GRID (grid), create_answer (verdicts[i]), i + 1, *row, 1, 1);
  (*row)++;
  if (verdicts[0]->reason == ANC_REASON_NONE && verdicts[1]->reason == ANC_REASON_NONE)
    add_criteria (grid, row, verdicts);
}

static const AncVerdict *
find_verdict (const AncAssessment *assessment,
              const AncRegime *regime)
{
  for (guint i = 0; i < assessment->n_verdicts; i++)
    if (assessment->verdicts[i]->regime == regime)
      return assessment->verdicts[i];

  g_assert_not_reached ();
}

static GtkWidget *
create_table (const AncAssessment *const *assessments)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autofree AncVerdict **sorted = anc_assessment_sort (assessments[0]);
  int row = 0;

  gtk_grid_set_row_spacing (GTK_GRID (grid), SPACING);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 2 * SPACING);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (guint i = 0; i < assessments[0]->n_verdicts; i++)
    {
      const AncVerdict *const verdicts[N_DATES] = { sorted[i], find_verdict (assessments[1], sorted[i]->regime) };

      if (verdicts[0]->reason == ANC_REASON_NONE || verdicts[1]->reason == ANC_REASON_NONE)
        add_regime (grid, &row, verdicts);
    }
  if (row == 0)
    gtk_grid_attach (GTK_GRID (grid), create_label (_ ("No regime applies on either date."), NULL), 0, 0, 1 + N_DATES, 1);

  return grid;
}

static void
update (AncCompareWindow *self)
{
  AncEvaluator *evaluator = anc_desk_get_evaluator (self->desk);
  const AncCaseFacts *facts = anc_case_review_get_facts (anc_evaluator_get_review (evaluator));
  AncAssessment *assessments[N_DATES];

  for (guint i = 0; i < N_DATES; i++)
    assessments[i] = anc_rules_evaluate (anc_desk_get_rules (self->desk),
                                         facts,
                                         anc_date_entry_get_date (ANC_DATE_ENTRY (self->dates[i])));
  adw_bin_set_child (ADW_BIN (self->place), create_table ((const AncAssessment *const *) assessments));
  for (guint i = 0; i < N_DATES; i++)
    anc_assessment_free (assessments[i]);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_compare_window_dispose (GObject *object)
{
  AncCompareWindow *self = ANC_COMPARE_WINDOW (object);

  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_compare_window_parent_class)->dispose (object);
}

static void
anc_compare_window_class_init (AncCompareWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_compare_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
anc_compare_window_init (AncCompareWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Two filing dates"));
  gtk_window_set_default_size (GTK_WINDOW (self), 900, 600);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

static GtkWidget *
create_heads (AncCompareWindow *self)
{
  GtkWidget *grid = gtk_grid_new ();
  const AncDate first = anc_evaluator_get_filing_date (anc_desk_get_evaluator (self->desk));
  const AncDate starts[N_DATES] = { first, MIN (anc_date_add_months (first, MONTHS_LATER, ANC_ROUNDING_DOWN), ANC_DATE_MAX) };
  static const char *const names[N_DATES] = { N_ ("First filing date"), N_ ("Second filing date") };

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 2 * SPACING);
  gtk_grid_attach (GTK_GRID (grid), create_label (_ ("Filing date"), "heading"), 0, 0, 1, 1);
  for (int i = 0; i < N_DATES; i++)
    {
      self->dates[i] = anc_date_entry_new (_ (names[i]), starts[i], anc_desk_get_today (self->desk));
      gtk_grid_attach (GTK_GRID (grid), self->dates[i], i + 1, 0, 1, 1);
      g_signal_connect_swapped (self->dates[i], "notify::date", G_CALLBACK (update), self);
    }

  return grid;
}

/**
 * anc_compare_window_new:
 * @desk: the desk of the case
 *
 * Returns: (transfer none): the window, which GTK owns, with the filing date and one some months later
 */
AncCompareWindow *
anc_compare_window_new (AncDesk *desk)
{
  AncCompareWindow *self;
  GtkWidget *box, *content, *scrolled;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);

  self = g_object_new (ANC_TYPE_COMPARE_WINDOW, NULL);
  self->desk = g_object_ref (desk);
  self->place = adw_bin_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2 * SPACING);
  gtk_widget_set_margin_start (content, 2 * SPACING);
  gtk_widget_set_margin_end (content, 2 * SPACING);
  gtk_widget_set_margin_top (content, SPACING);
  gtk_widget_set_margin_bottom (content, 2 * SPACING);
  gtk_box_append (GTK_BOX (content), create_heads (self));
  gtk_box_append (GTK_BOX (content), self->place);
  scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", content, "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  update (self);

  return self;
}
