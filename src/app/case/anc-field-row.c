/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-field-row.h"

#include "anc-drop-down.h"
#include "anc-field-options.h"
#include "anc-proof-button.h"
#include "anc-record-words.h"
#include "anc-typed-value.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define ENTRY_CHARS 28
#define LEAST_CHARS 14 /* where text is large, or the window narrow */
#define LONG_HEIGHT 76 /* of a field of several lines: three of them, before it scrolls */

struct _AncFieldRow
{
  AdwActionRow parent_instance;

  AncDesk *desk;
  AncRecord *record;
  guint column;
  GtkWidget *editor;        /* GtkEntry, GtkTextView or GtkDropDown */
  AncFieldOptions *options; /* of a GtkDropDown */
  AncValue initial;         /* what the field held when the typing began */
  char *note;               /* how what is typed is understood */
  char *problem;            /* why it is not */
  gboolean is_showing;      /* the editor follows the record, not the other way */
};

G_DEFINE_FINAL_TYPE (AncFieldRow, anc_field_row, ADW_TYPE_ACTION_ROW)

/* ---- What stands under the name ------------------------------------------------------------ */

static char *
dup_region (AncFieldRow *self)
{
  const AncTerritory *territory = anc_rules_get_territory (anc_desk_get_rules (self->desk));
  const AncValue *value = anc_record_get_value (self->record, self->column);
  AncDepartment department = ANC_DEPARTMENT_NONE;

  if (anc_field_row_get_column (self)->field->type == ANC_FIELD_DEPARTMENT && value->type == ANC_VALUE_TEXT)
    department = anc_territory_find_department (territory, value->text);

  return department != ANC_DEPARTMENT_NONE
             ? g_strdup (anc_territory_get_region_name (territory, anc_territory_get_region (territory, department)))
             : NULL;
}

/* What was typed comes first, then what the case says of it, then how it is understood. */
static char *
dup_remark (AncFieldRow *self,
            gboolean *is_problem)
{
  const AncCaseReview *review;
  const AncCaseFinding *finding;

  *is_problem = TRUE;
  if (self->problem != NULL)
    return g_strdup (self->problem);

  review = anc_evaluator_get_review (anc_desk_get_evaluator (self->desk));
  finding = anc_case_review_find (review, anc_record_get_key (self->record), self->column);
  if (finding != NULL)
    return anc_words_problem (&finding->problem);

  *is_problem = FALSE;
  return self->note != NULL ? g_strdup (self->note) : dup_region (self);
}

static void
show_remark (AncFieldRow *self)
{
  gboolean is_problem;
  g_autofree char *remark = dup_remark (self, &is_problem);
  g_autofree char *markup = remark != NULL ? g_markup_escape_text (remark, -1) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), markup != NULL ? markup : "");
  if (is_problem)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               is_problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  remark != NULL ? remark : "",
                                  -1);
}

/* ---- From the record to the editor --------------------------------------------------------- */

static char *
dup_typed (AncFieldRow *self)
{
  GtkTextBuffer *buffer;
  char *text;

  if (!GTK_IS_TEXT_VIEW (self->editor))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static void
set_typed (AncFieldRow *self,
           const char *text)
{
  g_autofree char *before = dup_typed (self);

  if (strcmp (before, text) == 0)
    return;

  self->is_showing = TRUE;
  if (GTK_IS_TEXT_VIEW (self->editor))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  self->is_showing = FALSE;
}

static void
show_option (AncFieldRow *self)
{
  self->is_showing = TRUE;
  anc_field_options_update (self->options);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor),
                              anc_field_options_find (self->options, anc_record_get_value (self->record, self->column)));
  self->is_showing = FALSE;
}

/* Reads what is typed again; sets the note and the problem. */
static gboolean
read_typed (AncFieldRow *self,
            AncValue *value)
{
  g_autofree char *typed = dup_typed (self);

  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->problem, g_free);
  return anc_typed_value_read (anc_field_row_get_column (self),
                               typed,
                               anc_desk_get_today (self->desk),
                               value,
                               &self->note,
                               &self->problem);
}

static void
show_value (AncFieldRow *self)
{
  const AncColumn *column = anc_field_row_get_column (self);
  const char *draft = anc_desk_get_draft (self->desk, anc_record_get_key (self->record), column->name);
  g_autofree char *text = NULL;
  g_auto (AncValue) value = { 0 };

  anc_value_copy (&self->initial, anc_record_get_value (self->record, self->column));
  if (self->options != NULL)
    {
      show_option (self);
      return;
    }

  text = draft != NULL ? g_strdup (draft) : anc_typed_value_write (column, &self->initial);
  set_typed (self, text);
  read_typed (self, &value);
  g_clear_pointer (&self->note, g_free); /* it stands in the field as it is understood */
}

/* An undo, another window: the record is other than what stands here. */
static void
record_changed_cb (AncFieldRow *self)
{
  g_auto (AncValue) value = { 0 };

  if (self->is_showing || self->record == NULL)
    return;
  if (self->options == NULL
      && (!read_typed (self, &value) || anc_value_equal (&value, anc_record_get_value (self->record, self->column))))
    {
      show_remark (self);
      return;
    }

  show_value (self);
  show_remark (self);
}

static void
evaluated_cb (AncFieldRow *self)
{
  if (self->record == NULL)
    return;

  if (self->options != NULL)
    show_option (self);
  show_remark (self);
}

/* ---- From the editor to the record --------------------------------------------------------- */

static void
set_value (AncFieldRow *self,
           const AncValue *value)
{
  self->is_showing = TRUE;
  anc_record_set_value (self->record, self->column, value);
  self->is_showing = FALSE;
}

static void
typed_cb (AncFieldRow *self)
{
  const AncColumn *column = anc_field_row_get_column (self);
  const gint64 key = anc_record_get_key (self->record);
  g_auto (AncValue) value = { 0 };

  if (self->is_showing)
    return;

  if (read_typed (self, &value))
    {
      anc_desk_set_draft (self->desk, key, column->name, NULL);
      set_value (self, &value);
    }
  else
    {
      g_autofree char *typed = dup_typed (self);

      anc_desk_set_draft (self->desk, key, column->name, typed);
      set_value (self, &self->initial);
    }
  show_remark (self);
}

static void
commit (AncFieldRow *self)
{
  if (anc_case_is_editing (anc_desk_get_case (self->desk)))
    anc_case_end (anc_desk_get_case (self->desk));
}

static void
chosen_cb (AncFieldRow *self)
{
  g_auto (AncValue) value = { 0 };

  if (self->is_showing)
    return;

  anc_field_options_read (self->options, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor)), &value);
  set_value (self, &value);
  commit (self);
  show_remark (self);
}

static void
left_cb (AncFieldRow *self)
{
  if (self->record == NULL) /* the form is going away */
    return;

  commit (self);
  if (self->record == NULL)
    return;
  show_value (self);
  show_remark (self);
}

/* ---- Editors ------------------------------------------------------------------------------- */

static GtkInputPurpose
get_purpose (const AncColumn *column)
{
  if (strcmp (column->name, "email") == 0)
    return GTK_INPUT_PURPOSE_EMAIL;
  if (strcmp (column->name, "phone") == 0)
    return GTK_INPUT_PURPOSE_PHONE;
  if (column->field->type == ANC_FIELD_AMOUNT || column->field->type == ANC_FIELD_COUNT)
    return GTK_INPUT_PURPOSE_NUMBER;

  return GTK_INPUT_PURPOSE_FREE_FORM;
}

static const char *
get_placeholder (const AncColumn *column)
{
  switch (column->field->type)
    {
    case ANC_FIELD_DATE:
      return _ ("day/month/year");
    case ANC_FIELD_MONTH:
      return _ ("month/year");
    default:
      return NULL;
    }
}

static void
add_entry (AncFieldRow *self)
{
  const AncColumn *column = anc_field_row_get_column (self);

  self->editor = g_object_new (GTK_TYPE_ENTRY,
                               "valign",
                               GTK_ALIGN_CENTER,
                               "width-chars",
                               LEAST_CHARS,
                               "max-width-chars",
                               ENTRY_CHARS,
                               "truncate-multiline",
                               FALSE,
                               "input-purpose",
                               get_purpose (column),
                               "placeholder-text",
                               get_placeholder (column),
                               NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->editor);
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->editor, "activate", G_CALLBACK (left_cb), self);
}

/* Text of several lines, which Tab leaves as it does other fields. */
static void
add_text_view (AncFieldRow *self)
{
  GtkWidget *frame;

  self->editor = g_object_new (GTK_TYPE_TEXT_VIEW,
                               "accepts-tab",
                               FALSE,
                               "wrap-mode",
                               GTK_WRAP_WORD_CHAR,
                               "top-margin",
                               6,
                               "bottom-margin",
                               6,
                               "left-margin",
                               9,
                               "right-margin",
                               9,
                               NULL);
  frame = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                        "child",
                        self->editor,
                        "hscrollbar-policy",
                        GTK_POLICY_NEVER,
                        "min-content-height",
                        LONG_HEIGHT,
                        "hexpand",
                        TRUE,
                        "margin-top",
                        6,
                        "margin-bottom",
                        6,
                        NULL);
  gtk_widget_add_css_class (frame, "anc-long-text");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), frame);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), "changed", G_CALLBACK (typed_cb), self);
}

static void
add_drop_down (AncFieldRow *self)
{
  const AncColumn *column = anc_field_row_get_column (self);
  g_autoptr (GtkListItemFactory) factory = anc_field_options_new_factory ();

  self->options = anc_field_options_new (self->desk, self->record, self->column);
  self->editor = g_object_new (GTK_TYPE_DROP_DOWN,
                               "model",
                               anc_field_options_get_model (self->options),
                               "factory",
                               factory,
                               "valign",
                               GTK_ALIGN_CENTER,
                               NULL);
  if (column->field->type == ANC_FIELD_NATIONALITY)
    {
      g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

      gtk_drop_down_set_expression (GTK_DROP_DOWN (self->editor), text);
      gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->editor), TRUE);
      anc_drop_down_take_typing (GTK_DROP_DOWN (self->editor));
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->editor);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->editor)), /* it takes the focus */
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  anc_words_column (anc_record_get_table (self->record), column),
                                  -1);
  g_signal_connect_swapped (self->editor, "notify::selected", G_CALLBACK (chosen_cb), self);
}

static void
add_editor (AncFieldRow *self)
{
  const AncTable *table = anc_record_get_table (self->record);
  const AncColumn *column = anc_field_row_get_column (self);
  GtkEventController *focus;

  if (anc_field_options_suit (table, column))
    add_drop_down (self);
  else if (anc_typed_value_is_long (column))
    add_text_view (self);
  else
    add_entry (self);

  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->editor); /* and its name is that of the row */
  if (self->options != NULL)
    return;

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->editor, focus);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_field_row_dispose (GObject *object)
{
  AncFieldRow *self = ANC_FIELD_ROW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_field_row_parent_class)->dispose (object);
}

static void
anc_field_row_finalize (GObject *object)
{
  AncFieldRow *self = ANC_FIELD_ROW (object);

  g_clear_pointer (&self->options, anc_field_options_free);
  anc_value_clear (&self->initial);
  g_free (self->note);
  g_free (self->problem);

  G_OBJECT_CLASS (anc_field_row_parent_class)->finalize (object);
}

static void
anc_field_row_class_init (AncFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = anc_field_row_dispose;
  object_class->finalize = anc_field_row_finalize;
}

static void
anc_field_row_init (AncFieldRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE); /* its editor is */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/**
 * anc_field_row_new:
 * @desk: the desk of the case
 * @record: a record of it
 * @column: the index of one of its columns
 * @editors: keeps the editors of one form equally wide
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
anc_field_row_new (AncDesk *desk,
                   AncRecord *record,
                   guint column,
                   GtkSizeGroup *editors)
{
  AncFieldRow *self;
  g_autofree char *signal = NULL;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);
  g_return_val_if_fail (ANC_IS_RECORD (record), NULL);
  g_return_val_if_fail (column < anc_record_get_table (record)->n_columns, NULL);

  self = g_object_new (ANC_TYPE_FIELD_ROW, NULL);
  self->desk = g_object_ref (desk);
  self->record = g_object_ref (record);
  self->column = column;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 anc_words_column (anc_record_get_table (record), anc_field_row_get_column (self)));
  add_editor (self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), anc_proof_button_new (desk, record, column));
  if (!GTK_IS_TEXT_VIEW (self->editor)) /* it asks for its size anew as it is laid out, which others must not hear */
    gtk_size_group_add_widget (editors, self->editor);
  show_value (self);
  show_remark (self);

  signal = g_strconcat ("notify::", anc_field_row_get_column (self)->property, NULL);
  g_signal_connect_object (record, signal, G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (anc_desk_get_evaluator (desk), "changed", G_CALLBACK (evaluated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const AncColumn *
anc_field_row_get_column (AncFieldRow *self)
{
  g_return_val_if_fail (ANC_IS_FIELD_ROW (self), NULL);

  return &anc_record_get_table (self->record)->columns[self->column];
}

void
anc_field_row_focus (AncFieldRow *self)
{
  g_return_if_fail (ANC_IS_FIELD_ROW (self));

  gtk_widget_grab_focus (self->editor);
}
