/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-field-row.h"

#include "anc-exhibit-words.h"
#include "anc-field-options.h"
#include "anc-proposal-words.h"
#include "anc-record-words.h"
#include "anc-typed-value.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of the name of a field; a longer one is cut. */
#define NAME_CHARS 11

struct _AncProposalFieldRow
{
  GtkWidget parent_instance;

  AncDesk *desk;
  AncProposal *proposal;
  AncProposalField *field;
  GtkWidget *editor; /* GtkEntry or GtkDropDown */
  GtkWidget *place;  /* leads to the place it was read at */
  GtkWidget *remark; /* what is wrong with it, or how it was read */
  GPtrArray *words;  /* (nullable): of char *: what a GtkDropDown chooses from */
  gboolean is_showing;
};

enum
{
  SIGNAL_SHOW_PLACE,
  SIGNAL_CONFIRMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncProposalFieldRow, anc_proposal_field_row, GTK_TYPE_WIDGET)

static AncProposalFieldId
get_id (AncProposalFieldRow *self)
{
  return anc_proposal_field_get_id (self->field);
}

static const AncColumn *
get_column (AncProposalFieldRow *self)
{
  return anc_proposal_field_id_get_column (get_id (self));
}

/* ---- What is shown ------------------------------------------------------------------------- */

/* What stands on the page, where it says more than the field does. */
static const char *
get_text_read (AncProposalFieldRow *self)
{
  const char *text = anc_proposal_field_get_place (self->field)->text;
  g_auto (AncValue) value = { 0 };
  g_autofree char *note = NULL;
  g_autofree char *problem = NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  if (anc_typed_value_read (get_column (self), text, anc_desk_get_today (self->desk), &value, &note, &problem)
      && anc_value_equal (&value, anc_proposal_field_get_value (self->field)))
    return NULL;

  return text;
}

static void
say_remark (AncProposalFieldRow *self,
            const char *problem)
{
  const char *text = problem == NULL ? get_text_read (self) : NULL;
  /* Translators: beside a field: what stands on the page where it was read. */
  g_autofree char *read = text != NULL ? g_strdup_printf (_ ("on the page: %s"), text) : NULL;

  gtk_label_set_label (GTK_LABEL (self->remark), problem != NULL ? problem : read != NULL ? read
                                                                                          : "");
  gtk_widget_set_visible (self->remark, problem != NULL || read != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (GTK_LABEL (self->remark)),
                                  -1);
}

static void
say_place (AncProposalFieldRow *self)
{
  const AncProposalPlace *place = anc_proposal_field_get_place (self->field);
  const int percent = (int) (place->confidence * 100);
  const char *name = anc_words_proposal_field (get_id (self));
  g_autofree char *label = NULL;
  g_autofree char *spoken = NULL;

  gtk_widget_set_sensitive (self->place, place->page > 0);
  if (anc_proposal_field_is_corrected (self->field))
    label = g_strdup (C_ ("field", "corrected"));
  else if (place->page == 0)
    label = g_strdup ("—");
  else
    /* Translators: on a small button that shows where a value was read: how surely it was. */
    label = g_strdup_printf (_ ("%d %%"), percent);
  gtk_button_set_label (GTK_BUTTON (self->place), label);
  spoken = place->page > 0 ? g_strdup_printf (_ ("%1$s: show its place on page %2$u, read with %3$d %% confidence"), name, place->page, percent)
                           : g_strdup_printf (_ ("%s: not found on the pages"), name);
  gtk_widget_set_tooltip_text (self->place, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (anc_proposal_field_is_unsure (self->field))
    gtk_widget_add_css_class (self->place, "warning");
  else
    gtk_widget_remove_css_class (self->place, "warning");
}

static guint
find_word (AncProposalFieldRow *self,
           const AncValue *value)
{
  for (guint i = 0; i < self->words->len; i++)
    if (g_strcmp0 (self->words->pdata[i], value->type == ANC_VALUE_TEXT ? value->text : NULL) == 0)
      return i;

  return 0;
}

static void
show (AncProposalFieldRow *self)
{
  const AncValue *value = anc_proposal_field_get_value (self->field);

  self->is_showing = TRUE;
  if (self->words != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), find_word (self, value));
  else
    {
      g_autofree char *text = anc_typed_value_write (get_column (self), value);

      if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->editor)), text) != 0)
        gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
    }
  self->is_showing = FALSE;
  say_remark (self, NULL);
  say_place (self);
}

/* ---- What people do ------------------------------------------------------------------------ */

/* Nothing typed, nothing said: a field that was only passed through is not one that was confirmed. */
static gboolean
is_untouched (AncProposalFieldRow *self)
{
  g_autofree char *text = anc_typed_value_write (get_column (self), anc_proposal_field_get_value (self->field));

  return strcmp (gtk_editable_get_text (GTK_EDITABLE (self->editor)), text) == 0;
}

/**
 * anc_proposal_field_row_commit:
 *
 * Returns: whether what stands there is understood; the proposal then holds it
 */
gboolean
anc_proposal_field_row_commit (AncProposalFieldRow *self)
{
  g_auto (AncValue) value = { 0 };
  g_autofree char *note = NULL;
  g_autofree char *problem = NULL;

  g_return_val_if_fail (ANC_IS_PROPOSAL_FIELD_ROW (self), FALSE);

  if (self->words != NULL || is_untouched (self))
    return TRUE;
  if (!anc_typed_value_read (get_column (self),
                             gtk_editable_get_text (GTK_EDITABLE (self->editor)),
                             anc_desk_get_today (self->desk),
                             &value,
                             &note,
                             &problem))
    {
      say_remark (self, problem);
      return FALSE;
    }

  anc_proposal_correct (self->proposal, get_id (self), &value);
  return TRUE;
}

static void
activate_cb (AncProposalFieldRow *self)
{
  if (anc_proposal_field_row_commit (self))
    g_signal_emit (self, signals[SIGNAL_CONFIRMED], 0);
}

static void
leave_cb (AncProposalFieldRow *self)
{
  if (self->editor != NULL)
    anc_proposal_field_row_commit (self);
}

static void
show_place_cb (AncProposalFieldRow *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_PLACE], 0);
}

static void
chosen_cb (AncProposalFieldRow *self)
{
  const char *word = self->words->pdata[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor))];
  g_auto (AncValue) value = { 0 };

  if (self->is_showing)
    return;

  if (word != NULL)
    anc_value_set_text (&value, word, -1);
  anc_proposal_correct (self->proposal, get_id (self), &value);
}

/* ---- Editors ------------------------------------------------------------------------------- */

static void
add_choice (AncProposalFieldRow *self,
            GtkStringList *texts,
            const char *word,
            const char *text)
{
  g_ptr_array_add (self->words, g_strdup (word));
  gtk_string_list_append (texts, text);
}

static void
add_kinds (AncProposalFieldRow *self,
           GtkStringList *texts)
{
  GPtrArray *kinds = anc_exhibit_rules_get_kinds (anc_desk_get_exhibit_rules (self->desk));
  const AncValue *value = anc_proposal_field_get_value (self->field);

  for (guint i = 0; i < kinds->len; i++)
    {
      const AncExhibitKind *kind = kinds->pdata[i];

      add_choice (self, texts, kind->id, kind->title.in[anc_words_get_language ()]);
    }
  if (value->type == ANC_VALUE_TEXT && find_word (self, value) == 0)
    {
      g_autofree char *text = anc_exhibit_words_kind (self->desk, value->text);

      add_choice (self, texts, value->text, text);
    }
}

static void
create_drop_down (AncProposalFieldRow *self)
{
  const AncColumn *column = get_column (self);
  GtkStringList *texts = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = anc_field_options_new_factory ();

  self->words = g_ptr_array_new_with_free_func (g_free);
  add_choice (self, texts, NULL, _ ("not recorded"));
  if (get_id (self) == ANC_PROPOSAL_KIND)
    add_kinds (self, texts);
  for (guint i = 0; column->field->type == ANC_FIELD_CHOICE && column->field->choices[i] != NULL; i++)
    add_choice (self,
                texts,
                column->field->choices[i],
                anc_words_choice (anc_proposal_field_id_get_table (get_id (self)), column, column->field->choices[i]));
  self->editor = gtk_drop_down_new (G_LIST_MODEL (texts), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->editor), factory); /* long names are cut */
  g_signal_connect_swapped (self->editor, "notify::selected", G_CALLBACK (chosen_cb), self);
}

static void
create_entry (AncProposalFieldRow *self)
{
  self->editor = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 5); /* names need the room more where there is little */
  g_signal_connect_swapped (self->editor, "activate", G_CALLBACK (activate_cb), self);
}

static void
create_editor (AncProposalFieldRow *self)
{
  const char *name = anc_words_proposal_field (get_id (self));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (get_id (self) == ANC_PROPOSAL_KIND || get_column (self)->field->type == ANC_FIELD_CHOICE)
    create_drop_down (self);
  else
    create_entry (self);
  gtk_widget_set_hexpand (self->editor, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words != NULL ? gtk_widget_get_first_child (self->editor) : self->editor), /* what takes the focus */
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  -1);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (show_place_cb), self);
  if (self->words == NULL)
    g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->editor, focus);
}

static void
create_children (AncProposalFieldRow *self,
                 GtkSizeGroup *names,
                 GtkSizeGroup *places)
{
  const char *text = anc_words_proposal_field (get_id (self));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), NAME_CHARS); /* so that what is beside them begins at one place */
  gtk_widget_set_tooltip_text (name, text);
  gtk_widget_add_css_class (name, "caption"); /* what is in the field needs the room more */
  gtk_widget_add_css_class (name, "dim-label");
  gtk_size_group_add_widget (names, name);
  create_editor (self);
  self->place = gtk_button_new ();
  gtk_widget_set_focusable (self->place, FALSE); /* who comes to the field by keyboard sees the place already */
  gtk_widget_add_css_class (self->place, "flat");
  gtk_widget_add_css_class (self->place, "caption");
  gtk_size_group_add_widget (places, self->place);
  g_signal_connect_swapped (self->place, "clicked", G_CALLBACK (show_place_cb), self);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), self->editor);
  gtk_box_append (GTK_BOX (line), self->place);
  gtk_widget_set_parent (line, GTK_WIDGET (self));

  self->remark = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->remark), 1);
  gtk_label_set_wrap (GTK_LABEL (self->remark), TRUE);
  gtk_widget_add_css_class (self->remark, "caption");
  gtk_widget_add_css_class (self->remark, "dim-label");
  gtk_widget_set_parent (self->remark, GTK_WIDGET (self));
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_proposal_field_row_dispose (GObject *object)
{
  AncProposalFieldRow *self = ANC_PROPOSAL_FIELD_ROW (object);
  GtkWidget *child;

  self->editor = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_object (&self->field);
  g_clear_object (&self->proposal);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_proposal_field_row_parent_class)->dispose (object);
}

static void
anc_proposal_field_row_class_init (AncProposalFieldRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_proposal_field_row_dispose;
  signals[SIGNAL_SHOW_PLACE] = g_signal_new ("show-place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CONFIRMED] = g_signal_new ("confirmed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
anc_proposal_field_row_init (AncProposalFieldRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * anc_proposal_field_row_new:
 * @desk: the desk of the case
 * @proposal: a proposal of it
 * @field: one of its fields
 * @names: keeps the names of all rows equally wide
 * @places: keeps their places equally wide
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
anc_proposal_field_row_new (AncDesk *desk,
                            AncProposal *proposal,
                            AncProposalField *field,
                            GtkSizeGroup *names,
                            GtkSizeGroup *places)
{
  AncProposalFieldRow *self = g_object_new (ANC_TYPE_PROPOSAL_FIELD_ROW, NULL);

  self->desk = g_object_ref (desk);
  self->proposal = g_object_ref (proposal);
  self->field = g_object_ref (field);
  create_children (self, names, places);
  show (self);
  g_signal_connect_object (field, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

AncProposalField *
anc_proposal_field_row_get_field (AncProposalFieldRow *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_FIELD_ROW (self), NULL);

  return self->field;
}

void
anc_proposal_field_row_focus (AncProposalFieldRow *self)
{
  g_return_if_fail (ANC_IS_PROPOSAL_FIELD_ROW (self));

  gtk_widget_grab_focus (self->editor);
}
