/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-record-group.h"

#include "anc-case-edits.h"
#include "anc-record-summary.h"
#include "anc-record-words.h"

#include <glib/gi18n.h>

/* As many rows are made at once; a job of ten years has over a hundred payslips. */
#define N_AT_ONCE 24

struct _AncRecordGroup
{
  AdwPreferencesGroup parent_instance;

  AncDesk *desk;
  AncTableId table;
  AncRecord *parent; /* NULL: all records of the table; else those that refer to it */
  GtkWidget *add;
  GtkWidget *none_row; /* NULL where an empty list says nothing */
  GtkWidget *none;
  GtkWidget *more_row; /* stands for the rows that are not made, which are the first ones */
  GPtrArray *rows;     /* of AdwActionRow, in the order shown */
  guint n_most;        /* how many rows there may be */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (AncRecordGroup, anc_record_group, ADW_TYPE_PREFERENCES_GROUP)

static GQuark record_quark;
static GQuark warning_quark;

/* ---- Which records ------------------------------------------------------------------------- */

static const char *
get_reference_column (AncRecordGroup *self)
{
  return self->table == ANC_TABLE_PAYSLIPS ? "job" : "employer";
}

static gboolean
belongs (AncRecordGroup *self,
         AncRecord *record)
{
  return self->parent == NULL
         || g_strcmp0 (anc_record_get_text (record, get_reference_column (self)),
                       anc_record_get_text (self->parent, "id"))
                == 0;
}

static const char *
get_sort_column (AncRecordGroup *self)
{
  switch ((int) self->table)
    {
    case ANC_TABLE_PAYSLIPS:
      return "month";
    case ANC_TABLE_EVENTS:
      return "date";
    case ANC_TABLE_STAYS:
    case ANC_TABLE_ABSENCES:
    case ANC_TABLE_JOBS:
      return "start";
    case ANC_TABLE_MEASURES:
      return "notified";
    default:
      return NULL;
    }
}

static int
compare_records (gconstpointer a,
                 gconstpointer b,
                 gpointer user_data)
{
  const char *column = user_data;
  const gint64 first = anc_record_get_integer (*(AncRecord *const *) a, column, G_MAXINT64);
  const gint64 second = anc_record_get_integer (*(AncRecord *const *) b, column, G_MAXINT64);

  return (first > second) - (first < second);
}

/* By time; what has no date yet comes last. */
static GPtrArray *
list_records (AncRecordGroup *self)
{
  AncRecordList *list = anc_case_get_list (anc_desk_get_case (self->desk), self->table);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < anc_record_list_get_count (list); i++)
    if (belongs (self, anc_record_list_get (list, i)))
      g_ptr_array_add (records, anc_record_list_get (list, i));
  if (get_sort_column (self) != NULL)
    g_ptr_array_sort_with_data (records, compare_records, (gpointer) get_sort_column (self));

  return records;
}

/* ---- Rows ---------------------------------------------------------------------------------- */

static AncRecord *
get_record (GtkWidget *row)
{
  return g_object_get_qdata (G_OBJECT (row), record_quark);
}

static void
row_activated_cb (GtkWidget *row,
                  AncRecordGroup *self)
{
  anc_desk_edit (self->desk, get_record (row));
}

static gboolean
delete_cb (GtkWidget *row,
           GVariant *arguments,
           gpointer user_data)
{
  AncRecordGroup *self = ANC_RECORD_GROUP (user_data);
  g_autoptr (AncRecord) record = g_object_ref (get_record (row));

  anc_desk_delete (self->desk, record);
  return TRUE;
}

static void
add_delete_key (AncRecordGroup *self,
                GtkWidget *row)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_callback_action_new (delete_cb, self, NULL)));
  gtk_widget_add_controller (row, controller);
}

static GtkWidget *
create_row (AncRecordGroup *self,
            AncRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (warning, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (warning), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Something to look at"), -1);
  g_object_set_qdata_full (G_OBJECT (row), record_quark, g_object_ref (record), g_object_unref);
  g_object_set_qdata (G_OBJECT (row), warning_quark, warning);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), warning);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  add_delete_key (self, row);

  return row;
}

/* The first thing to look at in the record, if there is any. */
static char *
dup_warning (AncRecordGroup *self,
             AncRecord *record)
{
  const AncCaseReview *review = anc_evaluator_get_review (anc_desk_get_evaluator (self->desk));
  const gint64 key = anc_record_get_key (record);

  if (anc_desk_has_draft (self->desk, key))
    return g_strdup (_ ("A field holds something that could not be understood."));

  for (guint i = 0; i < anc_case_review_get_count (review); i++)
    {
      const AncCaseFinding *finding = anc_case_review_get (review, i);

      if (finding->row != NULL && finding->row->key == key)
        return g_strdup (finding->left_out == ANC_LEFT_OUT_RECORD ? _ ("Left out of the count: see its form.")
                                                                  : _ ("Something in it is to be looked at."));
    }

  return NULL;
}

static void
fill_row (AncRecordGroup *self,
          GtkWidget *row)
{
  AncRecord *record = get_record (row);
  GtkWidget *warning = g_object_get_qdata (G_OBJECT (row), warning_quark);
  g_autofree char *detail = NULL;
  g_autofree char *name = anc_record_summarise (anc_desk_get_case (self->desk), record, &detail);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (detail, -1);
  g_autofree char *problem = dup_warning (self, record);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_visible (warning, problem != NULL);
  gtk_widget_set_tooltip_text (warning, problem);
}

/* ---- The whole list ------------------------------------------------------------------------ */

static gboolean
shows_same (AncRecordGroup *self,
            GPtrArray *records)
{
  if (records->len != self->rows->len)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    if (get_record (self->rows->pdata[i]) != records->pdata[i])
      return FALSE;

  return TRUE;
}

/* Returns the row of a record, taken out of @old or new; (transfer full). */
static GtkWidget *
take_row (AncRecordGroup *self,
          GPtrArray *old,
          AncRecord *record)
{
  for (guint i = 0; i < old->len; i++)
    if (get_record (old->pdata[i]) == record)
      return g_ptr_array_steal_index (old, i);

  return g_object_ref_sink (create_row (self, record));
}

static void
place_row (AncRecordGroup *self,
           GtkWidget *row,
           int index)
{
  if (gtk_widget_get_parent (row) != NULL && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == index)
    return;
  if (gtk_widget_get_parent (row) != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* Rows of records that stay are kept, and with them the focus. */
static void
arrange (AncRecordGroup *self,
         GPtrArray *records)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->rows);
  /* These stand first; the row for none, shown or not. */
  const int before = (self->none_row != NULL) + (gtk_widget_get_parent (self->more_row) != NULL);

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->rows, take_row (self, old, records->pdata[i]));
  for (guint i = 0; i < old->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), old->pdata[i]);
  for (guint i = 0; i < self->rows->len; i++)
    place_row (self, self->rows->pdata[i], before + (int) i);
}

/* Leaves the last ones, which are what is worked on. */
static void
cut (AncRecordGroup *self,
     GPtrArray *records)
{
  const guint n_cut = records->len > self->n_most ? records->len - self->n_most : 0;
  g_autofree char *title = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n_cut), n_cut);

  if (n_cut > 0)
    g_ptr_array_remove_range (records, 0, n_cut);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more_row), title);
  if (n_cut > 0 && gtk_widget_get_parent (self->more_row) == NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more_row); /* those shown are put after it */
  else if (n_cut == 0 && gtk_widget_get_parent (self->more_row) != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->more_row);
}

static void
show_none (AncRecordGroup *self)
{
  const guint mark = anc_table_get_mark (self->table);
  AncRecord *head = anc_case_get_head (anc_desk_get_case (self->desk));

  if (self->none_row == NULL)
    return;

  self->is_showing = TRUE;
  gtk_widget_set_visible (self->none_row, self->rows->len == 0);
  gtk_switch_set_active (GTK_SWITCH (self->none), anc_record_get_value (head, mark)->type != ANC_VALUE_NONE);
  self->is_showing = FALSE;
}

static void
update (AncRecordGroup *self)
{
  g_autoptr (GPtrArray) records = self->desk != NULL ? list_records (self) : NULL;

  if (records == NULL) /* its window is closing */
    return;

  cut (self, records);
  if (!shows_same (self, records))
    arrange (self, records);
  for (guint i = 0; i < self->rows->len; i++)
    fill_row (self, self->rows->pdata[i]);
  show_none (self);
}

static void
more_cb (AncRecordGroup *self)
{
  self->n_most += 4 * N_AT_ONCE;
  update (self);
  if (gtk_widget_get_parent (self->more_row) == NULL) /* it had the focus */
    gtk_widget_grab_focus (self->rows->pdata[0]);
}

/* ---- What people do ------------------------------------------------------------------------ */

static void
add_cb (AncRecordGroup *self)
{
  AncCase *a_case = anc_desk_get_case (self->desk);
  AncRecord *record;

  if (self->parent != NULL && self->table == ANC_TABLE_PAYSLIPS)
    record = anc_case_edit_add_payslip (a_case, self->parent, ANC_MONTH_NONE);
  else if (self->parent != NULL && self->table == ANC_TABLE_JOBS)
    record = anc_case_edit_add_job (a_case, self->parent, ANC_DATE_NONE, ANC_DATE_NONE);
  else if (self->table == ANC_TABLE_EVENTS)
    record = anc_case_edit_add_event (a_case, anc_desk_get_today (self->desk));
  else
    record = anc_case_edit_add (a_case, self->table);

  anc_desk_edit (self->desk, record);
}

static void
none_cb (AncRecordGroup *self)
{
  AncCase *a_case = anc_desk_get_case (self->desk);
  const guint mark = anc_table_get_mark (self->table);
  g_auto (AncValue) value = { 0 };

  if (self->is_showing)
    return;

  if (gtk_switch_get_active (GTK_SWITCH (self->none)))
    anc_value_set_integer (&value, 1);
  anc_case_begin (a_case, N_ ("Say whether there are any"));
  anc_record_set_value (anc_case_get_head (a_case), mark, &value);
  anc_case_end (a_case);
}

/* ---- Object -------------------------------------------------------------------------------- */

static const char *
get_none_question (AncTableId table)
{
  switch ((int) table)
    {
    case ANC_TABLE_STAYS:
      return N_ ("Certain: never under any of these stays");
    case ANC_TABLE_ABSENCES:
      return N_ ("Certain: never left France since");
    case ANC_TABLE_JOBS:
      return N_ ("Certain: never worked in France");
    case ANC_TABLE_OFFERS:
      return N_ ("Certain: no employer offers anything");
    case ANC_TABLE_MEASURES:
      return N_ ("Certain: no measure was ever taken");
    default:
      return NULL;
    }
}

static void
add_none_row (AncRecordGroup *self)
{
  const char *question = get_none_question (self->table);

  if (question == NULL || self->parent != NULL)
    return;

  self->none = gtk_switch_new ();
  gtk_widget_set_valign (self->none, GTK_ALIGN_CENTER);
  self->none_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->none_row), _ (question));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->none_row),
                               _ ("Off: nobody has looked into it yet, and the verdict says so."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->none_row), self->none);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->none_row), self->none);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->none_row);
  g_signal_connect_swapped (self->none, "notify::active", G_CALLBACK (none_cb), self);
}

static void
create_more_row (AncRecordGroup *self)
{
  self->more_row = g_object_ref_sink (adw_action_row_new ());
  self->n_most = N_AT_ONCE;
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->more_row), gtk_image_new_from_icon_name ("pan-up-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->more_row), TRUE);
  g_signal_connect_swapped (self->more_row, "activated", G_CALLBACK (more_cb), self);
}

static const char *
get_add_words (AncTableId table)
{
  static const char *const words[] = {
    [ANC_TABLE_STAYS] = N_ ("Add a stay"),
    [ANC_TABLE_ABSENCES] = N_ ("Add an absence"),
    [ANC_TABLE_EMPLOYERS] = N_ ("Add an employer"),
    [ANC_TABLE_JOBS] = N_ ("Add a job"),
    [ANC_TABLE_PAYSLIPS] = N_ ("Add a payslip"),
    [ANC_TABLE_OFFERS] = N_ ("Add an offer"),
    [ANC_TABLE_MEASURES] = N_ ("Add a measure"),
    [ANC_TABLE_EVENTS] = N_ ("Add an event"),
  };

  return table < G_N_ELEMENTS (words) && words[table] != NULL ? _ (words[table]) : _ ("Add");
}

static void
add_button (AncRecordGroup *self)
{
  const char *words = get_add_words (self->table);

  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
}

static void
anc_record_group_dispose (GObject *object)
{
  AncRecordGroup *self = ANC_RECORD_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->more_row);
  g_clear_object (&self->parent);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_record_group_parent_class)->dispose (object);
}

static void
anc_record_group_class_init (AncRecordGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_record_group_dispose;

  record_quark = g_quark_from_static_string ("anc-record");
  warning_quark = g_quark_from_static_string ("anc-warning");
}

static void
anc_record_group_init (AncRecordGroup *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * anc_record_group_new:
 * @desk: the desk of the case
 * @table: one of its lists
 * @parent: (nullable): of payslips the job, of jobs the employer, whose they are to be; %NULL for all
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
anc_record_group_new (AncDesk *desk,
                      AncTableId table,
                      AncRecord *parent)
{
  AncRecordGroup *self;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);
  g_return_val_if_fail (table > ANC_TABLE_CASES && table < ANC_N_TABLES, NULL);
  g_return_val_if_fail (parent == NULL || ANC_IS_RECORD (parent), NULL);

  self = g_object_new (ANC_TYPE_RECORD_GROUP, "title", anc_words_table (table), NULL);
  self->desk = g_object_ref (desk);
  self->table = table;
  self->parent = parent != NULL ? g_object_ref (parent) : NULL;
  add_button (self);
  add_none_row (self);
  create_more_row (self);
  update (self);
  g_signal_connect_object (anc_desk_get_evaluator (desk), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

AncTableId
anc_record_group_get_table (AncRecordGroup *self)
{
  g_return_val_if_fail (ANC_IS_RECORD_GROUP (self), ANC_TABLE_CASES);

  return self->table;
}

/**
 * anc_record_group_focus:
 *
 * Takes the focus to where something can be added.
 */
void
anc_record_group_focus (AncRecordGroup *self)
{
  g_return_if_fail (ANC_IS_RECORD_GROUP (self));

  gtk_widget_grab_focus (self->add);
}
