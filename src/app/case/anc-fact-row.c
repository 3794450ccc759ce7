/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fact-row.h"

#include "anc-case-edits.h"
#include "anc-typed-value.h"
#include "anc-words.h"

#include "anc-amount.h"

#include <glib/gi18n.h>
#include <jansson.h>

#define ENTRY_CHARS 12

/* Where the toggles stand for an answer. */
typedef enum
{
  ANSWER_YES,
  ANSWER_NO,
  ANSWER_NONE,
  N_ANSWERS
} Answer;

static const char *const literals[N_ANSWERS] = { "true", "false", NULL };

struct _AncFactRow
{
  AdwActionRow parent_instance;

  AncDesk *desk;
  const AncFactDefinition *fact; /* of the rules, which the desk keeps */
  GtkWidget *answers[N_ANSWERS];
  GtkWidget *entry;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (AncFactRow, anc_fact_row, ADW_TYPE_ACTION_ROW)

/* How what is typed is read, by the type of the fact. */
static const AncField number_field = { "number", ANC_FIELD_AMOUNT, FALSE, NULL, NULL };
static const AncField date_field = { "date", ANC_FIELD_DATE, FALSE, NULL, NULL };
static const AncField text_field = { "text", ANC_FIELD_TEXT, FALSE, NULL, NULL };

static AncColumn
get_column (AncFactRow *self)
{
  AncColumn column = { .name = self->fact->id, .type = ANC_VALUE_TEXT, .field = &text_field };

  if (self->fact->type != ANC_FACT_TEXT)
    {
      column.type = ANC_VALUE_INTEGER;
      column.field = self->fact->type == ANC_FACT_NUMBER ? &number_field : &date_field;
    }
  return column;
}

/* ---- Literals ------------------------------------------------------------------------------ */

static char *
make_literal (AncFactRow *self,
              const AncValue *value)
{
  char amount[ANC_AMOUNT_BUFFER_SIZE], date[ANC_DATE_BUFFER_SIZE];

  if (value->type == ANC_VALUE_NONE)
    return NULL;
  if (self->fact->type == ANC_FACT_NUMBER)
    return g_strdup (anc_amount_format (value->integer, 0, 6, amount));
  if (self->fact->type == ANC_FACT_DATE)
    return g_strdup_printf ("\"%s\"", anc_date_format ((AncDate) value->integer, date));

  {
    json_t *json = json_string (value->text);
    char *literal = json_dumps (json, JSON_ENCODE_ANY);

    json_decref (json);
    return literal;
  }
}

static char *
write_literal (AncFactRow *self,
               const char *literal)
{
  const AncColumn column = get_column (self);
  json_t *json = literal != NULL ? json_loads (literal, JSON_DECODE_ANY, NULL) : NULL;
  g_auto (AncValue) value = { 0 };
  const char *text = json_string_value (json);
  char *written;
  AncAmount amount;
  AncDate date;

  if (self->fact->type == ANC_FACT_NUMBER && json_is_number (json)
      && anc_amount_from_double (json_number_value (json), &amount))
    anc_value_set_integer (&value, amount);
  else if (self->fact->type == ANC_FACT_DATE && text != NULL && anc_date_parse (text, &date))
    anc_value_set_integer (&value, date);
  else if (self->fact->type == ANC_FACT_TEXT && text != NULL)
    anc_value_set_text (&value, text, -1);

  written = anc_typed_value_write (&column, &value);
  json_decref (json);
  return written;
}

/* ---- Showing ------------------------------------------------------------------------------- */

static const char *
get_literal (AncFactRow *self)
{
  AncRecord *record = anc_case_find_fact (anc_desk_get_case (self->desk), self->fact->id);

  return record != NULL ? anc_record_get_text (record, "value") : NULL;
}

static void
show_help (AncFactRow *self,
           const char *problem)
{
  const char *help = self->fact->help.in[anc_words_get_language ()];
  g_autofree char *text = problem != NULL ? g_strdup (problem)
                                          : g_strjoin ("\n", help != NULL ? help : self->fact->source, help != NULL ? self->fact->source : NULL, NULL);
  g_autofree char *markup = g_markup_escape_text (text != NULL ? text : "", -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), markup);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
show_answer (AncFactRow *self)
{
  const char *literal = get_literal (self);

  self->is_showing = TRUE;
  for (guint i = 0; i < N_ANSWERS; i++)
    if (g_strcmp0 (literal, literals[i]) == 0)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->answers[i]), TRUE);
  self->is_showing = FALSE;
}

static void
show_text (AncFactRow *self)
{
  AncRecord *head = anc_case_get_head (anc_desk_get_case (self->desk));
  const char *draft = anc_desk_get_draft (self->desk, anc_record_get_key (head), self->fact->id);
  g_autofree char *text = draft != NULL ? g_strdup (draft) : write_literal (self, get_literal (self));

  self->is_showing = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->is_showing = FALSE;
}

static void
evaluated_cb (AncFactRow *self)
{
  if (self->entry == NULL)
    show_answer (self);
  else if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))))
    show_text (self);
}

/* ---- Changing ------------------------------------------------------------------------------ */

static void
answered_cb (AncFactRow *self)
{
  if (self->is_showing)
    return;

  for (guint i = 0; i < N_ANSWERS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->answers[i])))
      {
        anc_case_edit_set_fact (anc_desk_get_case (self->desk), self->fact->id, literals[i]);
        return;
      }
}

/* Taken when the field is left, as a number half typed is another number. */
static void
left_cb (AncFactRow *self)
{
  const AncColumn column = get_column (self);
  AncCase *a_case;
  gint64 key;
  const char *typed;
  g_auto (AncValue) value = { 0 };
  g_autofree char *note = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *literal = NULL;

  if (self->desk == NULL)
    return;

  a_case = anc_desk_get_case (self->desk);
  key = anc_record_get_key (anc_case_get_head (a_case));
  typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  if (anc_typed_value_read (&column, typed, anc_desk_get_today (self->desk), &value, &note, &problem))
    {
      literal = make_literal (self, &value);
      anc_desk_set_draft (self->desk, key, self->fact->id, NULL);
      anc_case_edit_set_fact (a_case, self->fact->id, literal);
      show_text (self);
    }
  else
    anc_desk_set_draft (self->desk, key, self->fact->id, typed);
  show_help (self, problem);
}

static void
typed_cb (AncFactRow *self)
{
  const AncColumn column = get_column (self);
  g_auto (AncValue) value = { 0 };
  g_autofree char *note = NULL;
  g_autofree char *problem = NULL;

  if (self->is_showing)
    return;

  anc_typed_value_read (&column,
                        gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                        anc_desk_get_today (self->desk),
                        &value,
                        &note,
                        &problem);
  show_help (self, problem);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
add_answers (AncFactRow *self)
{
  static const char *const words[N_ANSWERS] = {
    [ANSWER_YES] = NC_ ("answer to a question", "Yes"),
    [ANSWER_NO] = NC_ ("answer to a question", "No"),
    [ANSWER_NONE] = NC_ ("answer to a question", "Not recorded"),
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < N_ANSWERS; i++)
    {
      const char *word = g_dpgettext2 (NULL, "answer to a question", words[i]);
      /* Translators: a question and one of its answers, for a screen reader. */
      g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), self->fact->title.in[anc_words_get_language ()], word);

      self->answers[i] = gtk_toggle_button_new_with_label (word);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->answers[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->answers[i]), GTK_TOGGLE_BUTTON (self->answers[0]));
      gtk_box_append (GTK_BOX (box), self->answers[i]);
      g_signal_connect_swapped (self->answers[i], "toggled", G_CALLBACK (answered_cb), self);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), box);
}

static void
add_entry (AncFactRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = g_object_new (GTK_TYPE_ENTRY, "valign", GTK_ALIGN_CENTER, "width-chars", ENTRY_CHARS, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->fact->title.in[anc_words_get_language ()],
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->entry);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

static void
anc_fact_row_dispose (GObject *object)
{
  AncFactRow *self = ANC_FACT_ROW (object);

  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_fact_row_parent_class)->dispose (object);
}

static void
anc_fact_row_class_init (AncFactRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_fact_row_dispose;
}

static void
anc_fact_row_init (AncFactRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE); /* its answers are */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/**
 * anc_fact_row_new:
 * @desk: the desk of the case
 * @fact: a fact of the catalogue of its rules
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
anc_fact_row_new (AncDesk *desk,
                  const AncFactDefinition *fact)
{
  AncFactRow *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);
  g_return_val_if_fail (fact != NULL, NULL);

  self = g_object_new (ANC_TYPE_FACT_ROW, NULL);
  self->desk = g_object_ref (desk);
  self->fact = fact;
  title = g_markup_escape_text (fact->title.in[anc_words_get_language ()], -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  if (fact->type == ANC_FACT_BOOLEAN)
    add_answers (self);
  else
    add_entry (self);
  show_help (self, NULL);
  evaluated_cb (self);
  g_signal_connect_object (anc_desk_get_evaluator (desk), "changed", G_CALLBACK (evaluated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

const char *
anc_fact_row_get_name (AncFactRow *self)
{
  g_return_val_if_fail (ANC_IS_FACT_ROW (self), NULL);

  return self->fact->id;
}

/**
 * anc_fact_row_focus:
 *
 * Takes the focus to the answer.
 */
void
anc_fact_row_focus (AncFactRow *self)
{
  g_return_if_fail (ANC_IS_FACT_ROW (self));

  gtk_widget_grab_focus (self->entry != NULL ? self->entry : self->answers[ANSWER_YES]);
}
