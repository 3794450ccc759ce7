/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-step-list.h"

#include "anc-access.h"
#include "anc-advice.h"
#include "anc-line-layout.h"
#include "anc-verdict-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>

/* Where the button of a step goes. */
typedef struct
{
  char *sentence;
  const char *verb;  /* translated */
  const char *field; /* of the page of the person; NULL: a stretch of the timeline, or a filing date */
  AncDate start;
  AncDate end;
  gboolean is_filing;
} Step;

struct _AncStepList
{
  GtkWidget parent_instance;

  AncDesk *desk;
  GtkWidget *list;
  GPtrArray *steps; /* of Step */
  GPtrArray *rows;  /* of GtkListBoxRow, one a step */
};

static GQuark label_quark;
static GQuark button_quark;

G_DEFINE_FINAL_TYPE (AncStepList, anc_step_list, GTK_TYPE_WIDGET)

/* ---- Steps --------------------------------------------------------------------------------- */

static void
step_free (gpointer data)
{
  Step *self = data;

  g_free (self->sentence);
  g_free (self);
}

static const char *
get_field (const AncStep *advice)
{
  switch (advice->kind)
    {
    case ANC_STEP_RECORD_NATIONALITY:
      return "nationality";
    case ANC_STEP_RECORD_ENTRY_DATE:
      return "entry_date";
    case ANC_STEP_RECORD_BIRTH_DATE:
      return "birth_date";
    case ANC_STEP_RECORD_JOBS:
      return "jobs";
    case ANC_STEP_RECORD_OFFERS:
      return "offers";
    case ANC_STEP_RECORD_MEASURES:
      return "measures";
    case ANC_STEP_RECORD_FACT:
      return advice->fact->id;
    default:
      return NULL;
    }
}

static void
set_stretch (Step *self,
             const AncStep *advice)
{
  if (advice->months->len > 0)
    {
      self->start = anc_month_get_first_day (g_array_index (advice->months, AncMonth, 0));
      self->end = anc_month_get_last_day (g_array_index (advice->months, AncMonth, advice->months->len - 1));
    }
  else if (advice->years->len > 0)
    {
      self->start = anc_date_new (g_array_index (advice->years, int, 0), 1, 1);
      self->end = anc_date_new (g_array_index (advice->years, int, advice->years->len - 1), 12, 31);
    }
}

static Step *
step_new (const AncStep *advice,
          const AncCaseFacts *facts)
{
  Step *self = g_new0 (Step, 1);

  self->sentence = anc_words_step (advice, facts, anc_words_get_language ());
  self->field = get_field (advice);
  self->start = self->end = ANC_DATE_NONE;
  if (self->field != NULL)
    self->verb = _ ("Record");
  else if (advice->kind == ANC_STEP_WAIT)
    {
      self->verb = _ ("Look at that date");
      self->start = advice->date;
      self->is_filing = TRUE;
    }
  else
    {
      self->verb = _ ("See");
      set_stretch (self, advice);
    }

  return self;
}

static gboolean
step_equal (const Step *self,
            const Step *other)
{
  return g_strcmp0 (self->sentence, other->sentence) == 0 && g_strcmp0 (self->field, other->field) == 0
         && self->start == other->start && self->end == other->end;
}

/* ---- Rows ---------------------------------------------------------------------------------- */

static void
clicked_cb (GtkButton *button,
            AncStepList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  const Step *step = self->steps->pdata[gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))];

  if (step->field != NULL)
    anc_desk_show (self->desk, "person", step->field);
  else if (step->is_filing)
    anc_evaluator_set_filing_date (anc_desk_get_evaluator (self->desk), step->start);
  else if (step->start != ANC_DATE_NONE)
    anc_desk_show_dates (self->desk, step->start, step->end);
}

static GtkWidget *
create_row (AncStepList *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = anc_line_layout_create_text (NULL);
  GtkWidget *button = gtk_button_new_with_label ("");

  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_layout_manager (box, anc_line_layout_new (12));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE); /* its button is */
  g_object_set_qdata (G_OBJECT (row), label_quark, label);
  g_object_set_qdata (G_OBJECT (row), button_quark, button);

  return row;
}

static void
fill_row (GtkWidget *row,
          const Step *step)
{
  GtkWidget *label = g_object_get_qdata (G_OBJECT (row), label_quark);
  GtkWidget *button = g_object_get_qdata (G_OBJECT (row), button_quark);
  /* Translators: what a button does, and the sentence it stands beside, for a screen reader. */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), step->verb, step->sentence);

  gtk_label_set_label (GTK_LABEL (label), step->sentence);
  gtk_button_set_label (GTK_BUTTON (button), step->verb);
  anc_access_name (button, name);
  anc_access_name (row, step->sentence);
}

/* One row a step; rows that are there say what is new, which is cheaper than other rows. */
static void
show_steps (AncStepList *self)
{
  while (self->rows->len > self->steps->len)
    {
      gtk_list_box_remove (GTK_LIST_BOX (self->list), self->rows->pdata[self->rows->len - 1]);
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  while (self->rows->len < self->steps->len)
    {
      GtkWidget *row = create_row (self);

      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      g_ptr_array_add (self->rows, row);
    }
  for (guint i = 0; i < self->steps->len; i++)
    fill_row (self->rows->pdata[i], self->steps->pdata[i]);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_step_list_dispose (GObject *object)
{
  AncStepList *self = ANC_STEP_LIST (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_step_list_parent_class)->dispose (object);
}

static void
anc_step_list_class_init (AncStepListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_step_list_dispose;
  label_quark = g_quark_from_static_string ("anc-label");
  button_quark = g_quark_from_static_string ("anc-button");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
anc_step_list_init (AncStepList *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->rows = g_ptr_array_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What to do"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

/**
 * anc_step_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
anc_step_list_new (AncDesk *desk)
{
  AncStepList *self;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);

  self = g_object_new (ANC_TYPE_STEP_LIST, NULL);
  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

static gboolean
steps_equal (GPtrArray *steps,
             GPtrArray *others)
{
  if (steps->len != others->len)
    return FALSE;

  for (guint i = 0; i < steps->len; i++)
    if (!step_equal (steps->pdata[i], others->pdata[i]))
      return FALSE;

  return TRUE;
}

/**
 * anc_step_list_update:
 * @verdict: of a regime that applies
 *
 * Returns: whether there is anything to do
 */
gboolean
anc_step_list_update (AncStepList *self,
                      const AncVerdict *verdict)
{
  const AncCaseFacts *facts;
  g_autoptr (GPtrArray) advice = NULL;
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);

  g_return_val_if_fail (ANC_IS_STEP_LIST (self), FALSE);

  facts = anc_case_review_get_facts (anc_evaluator_get_review (anc_desk_get_evaluator (self->desk)));
  advice = anc_verdict_advise (verdict, anc_desk_get_rules (self->desk), facts);
  for (guint i = 0; i < advice->len; i++)
    g_ptr_array_add (steps, step_new (advice->pdata[i], facts));
  if (steps_equal (steps, self->steps))
    return steps->len > 0;

  g_ptr_array_unref (self->steps);
  self->steps = g_steal_pointer (&steps);
  show_steps (self);

  return self->steps->len > 0;
}
