/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-finding-list.h"

#include "anc-access.h"
#include "anc-record-summary.h"
#include "anc-record-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>

struct _AncFindingList
{
  AdwBin parent_instance;

  AncDesk *desk;
  GtkWidget *expander;
  GtkWidget *mend;
  GPtrArray *rows;    /* of AdwActionRow */
  GPtrArray *targets; /* of AncRow, by row; NULL for a whole list */
  char *shown;        /* what the rows say, to see whether it changed */
};

G_DEFINE_FINAL_TYPE (AncFindingList, anc_finding_list, ADW_TYPE_BIN)

static char *
name_place (AncFindingList *self,
            const AncCaseFinding *finding)
{
  AncCase *a_case = anc_desk_get_case (self->desk);
  AncRecord *record = finding->row != NULL ? anc_case_find (a_case, finding->row->key) : NULL;
  const AncTable *table;
  const char *column;
  g_autofree char *name = NULL;

  if (record == NULL)
    return g_strdup (finding->problem.path);

  table = finding->row->table;
  column = finding->column != ANC_COLUMN_NONE ? anc_words_column (table, &table->columns[finding->column]) : NULL;
  name = table->id == ANC_TABLE_CASES ? g_strdup (anc_words_table (ANC_TABLE_CASES))
                                      : anc_record_summarise (a_case, record, NULL);

  /* Translators: a record and one of its fields. */
  return column != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), name, column) : g_steal_pointer (&name);
}

static const char *
get_consequence (const AncCaseFinding *finding)
{
  static const char *const words[] = {
    [ANC_LEFT_OUT_NOTHING] = N_ ("It counts as it stands."),
    [ANC_LEFT_OUT_FIELD] = N_ ("The verdicts take it as not recorded."),
    [ANC_LEFT_OUT_RECORD] = N_ ("The verdicts leave it out."),
    [ANC_LEFT_OUT_LIST] = N_ ("The verdicts take the whole list as not recorded."),
  };

  return _ (words[finding->left_out]);
}

/* ---- Rows ---------------------------------------------------------------------------------- */

/* @target: (nullable): NULL for a whole list */
static void
open_target (AncFindingList *self,
             const AncRow *target)
{
  AncRecord *record = target != NULL ? anc_case_find (anc_desk_get_case (self->desk), target->key) : NULL;
  if (record == NULL || target->table->id == ANC_TABLE_CASES || target->table->id == ANC_TABLE_FACTS)
    anc_desk_show (self->desk, "person", NULL);
  else
    anc_desk_edit (self->desk, record);
}

static void
activated_cb (GtkWidget *row,
              AncFindingList *self)
{
  guint index;

  if (g_ptr_array_find (self->rows, row, &index))
    open_target (self, self->targets->pdata[index]);
}

/* What was left out first took the rest with it: an employer its jobs, these their payslips. */
static const AncCaseFinding *
find_cause (const AncCaseReview *review)
{
  for (guint i = 0; i < anc_case_review_get_count (review); i++)
    if (anc_case_review_get (review, i)->left_out != ANC_LEFT_OUT_NOTHING)
      return anc_case_review_get (review, i);

  return NULL;
}

static void
mend_cb (AncFindingList *self)
{
  const AncCaseFinding *cause = find_cause (anc_evaluator_get_review (anc_desk_get_evaluator (self->desk)));

  if (cause != NULL)
    open_target (self, cause->row);
}

static void
add_row (AncFindingList *self,
         const AncCaseFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *place = name_place (self, finding);
  g_autofree char *sentence = anc_words_problem (&finding->problem);
  g_autofree char *title = g_markup_escape_text (place, -1);
  g_autofree char *subtitle = g_markup_printf_escaped ("%s\n%s", sentence, get_consequence (finding));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->expander), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->targets, finding->row != NULL ? anc_row_ref (finding->row) : NULL);
}

static void
unref_row (gpointer data)
{
  if (data != NULL)
    anc_row_unref (data);
}

static char *
describe_all (const AncCaseReview *review)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < anc_case_review_get_count (review); i++)
    {
      const AncCaseFinding *finding = anc_case_review_get (review, i);
      g_autofree char *sentence = anc_problem_format (&finding->problem, NULL);

      g_string_append_printf (text, "%s %d %s\n", finding->problem.path, finding->left_out, sentence);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count_left_out (const AncCaseReview *review)
{
  guint n = 0;

  for (guint i = 0; i < anc_case_review_get_count (review); i++)
    n += anc_case_review_get (review, i)->left_out != ANC_LEFT_OUT_NOTHING;

  return n;
}

static guint
count_jobs_left_out (const AncCaseReview *review)
{
  guint n = 0;

  for (guint i = 0; i < anc_case_review_get_count (review); i++)
    {
      const AncCaseFinding *finding = anc_case_review_get (review, i);

      n += finding->left_out == ANC_LEFT_OUT_RECORD && finding->row != NULL && finding->row->table->id == ANC_TABLE_JOBS;
    }

  return n;
}

/* Where to begin, as a screen reader says it of the button. */
static void
show_mend (AncFindingList *self,
           const AncCaseReview *review)
{
  const AncCaseFinding *cause = find_cause (review);
  g_autofree char *place = cause != NULL ? name_place (self, cause) : NULL;
  /* Translators: what a button does, and the record or field it leads to, for a screen reader. */
  g_autofree char *name = cause != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), _ ("Mend"), place) : NULL;

  gtk_widget_set_visible (self->mend, cause != NULL);
  if (cause == NULL)
    return;

  anc_access_name (self->mend, name);
  gtk_widget_set_tooltip_text (self->mend, place);
}

static void
show_subtitle (AncFindingList *self,
               const char *jobs,
               const char *others)
{
  g_autofree char *both = jobs != NULL && others != NULL ? g_strdup_printf ("%s · %s", jobs, others) : NULL;
  const char *one = jobs != NULL ? jobs : others;

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->expander), both != NULL ? both : one != NULL ? one
                                                                                                      : "");
}

static void
show_title (AncFindingList *self,
            const AncCaseReview *review)
{
  const guint n_left_out = count_left_out (review);
  const guint n_others = anc_case_review_get_count (review) - n_left_out;
  g_autofree char *left_out = g_strdup_printf (ngettext ("%u thing is left out of the verdicts",
                                                         "%u things are left out of the verdicts",
                                                         n_left_out),
                                               n_left_out);
  const guint n_jobs = count_jobs_left_out (review);
  g_autofree char *jobs = g_strdup_printf (ngettext ("%u job does not count", "%u jobs do not count", n_jobs), n_jobs);
  g_autofree char *others = g_strdup_printf (ngettext ("%u thing to look at", "%u things to look at", n_others), n_others);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), n_left_out > 0 ? left_out : others);
  anc_access_name (self->expander, n_left_out > 0 ? left_out : others);
  show_subtitle (self, n_jobs > 0 ? jobs : NULL, n_left_out > 0 && n_others > 0 ? others : NULL);
  show_mend (self, review);
}

/* Rows that nobody sees are not made: an edit may change many. */
static void
show_rows (AncFindingList *self)
{
  const AncCaseReview *review = anc_evaluator_get_review (anc_desk_get_evaluator (self->desk));
  const gboolean expanded = adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->expander));

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->expander), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->targets, 0);
  for (guint i = 0; i < anc_case_review_get_count (review) && expanded; i++)
    add_row (self, anc_case_review_get (review, i));
}

static void
update (AncFindingList *self)
{
  const AncCaseReview *review = anc_evaluator_get_review (anc_desk_get_evaluator (self->desk));
  g_autofree char *text = describe_all (review);

  if (g_strcmp0 (self->shown, text) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  show_rows (self);
  show_title (self, review);
  gtk_widget_set_visible (GTK_WIDGET (self), anc_case_review_get_count (review) > 0);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_finding_list_dispose (GObject *object)
{
  AncFindingList *self = ANC_FINDING_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_finding_list_parent_class)->dispose (object);
}

static void
anc_finding_list_class_init (AncFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_finding_list_dispose;
}

static void
anc_finding_list_init (AncFindingList *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  self->rows = g_ptr_array_new ();
  self->targets = g_ptr_array_new_with_free_func (unref_row);
  self->expander = adw_expander_row_new ();
  gtk_widget_add_css_class (icon, "warning");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self->expander), icon);
  self->mend = gtk_button_new_with_label (_ ("Mend"));
  gtk_widget_set_valign (self->mend, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->mend, "clicked", G_CALLBACK (mend_cb), self);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self->expander), self->mend);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What to look at in the case"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), self->expander);
  adw_bin_set_child (ADW_BIN (self), list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * anc_finding_list_new:
 *
 * Returns: (transfer floating): the list, which follows the case
 */
GtkWidget *
anc_finding_list_new (AncDesk *desk)
{
  AncFindingList *self;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);

  self = g_object_new (ANC_TYPE_FINDING_LIST, NULL);
  self->desk = g_object_ref (desk);
  update (self);
  g_signal_connect_swapped (self->expander, "notify::expanded", G_CALLBACK (show_rows), self);
  g_signal_connect_object (anc_desk_get_evaluator (desk), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
