/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-form.h"

#include <string.h>

struct _AncPageForm
{
  GObject parent_instance;

  GPtrArray *fields;    /* of AncPageField */
  GHashTable *values;   /* name → value, of what was filled in */
  GPtrArray *widgets;   /* by field; NULL where there is none */
  gboolean has_changes; /* since it was saved */
  gboolean is_setting;
};

enum
{
  PROP_0,
  PROP_HAS_CHANGES,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_FILLED_IN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncPageForm, anc_page_form, G_TYPE_OBJECT)

void
anc_page_field_free (AncPageField *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->value);
  g_strfreev (self->choices);
  g_free (self);
}

/* ---- Values -------------------------------------------------------------------------------- */

static const AncPageField *
get_field (AncPageForm *self,
           guint index)
{
  return g_ptr_array_index (self->fields, index);
}

/* What a field holds now. */
static const char *
get_value (AncPageForm *self,
           const AncPageField *field)
{
  const char *value = g_hash_table_lookup (self->values, field->name);

  if (field->type != ANC_PAGE_FIELD_RADIO)
    return value != NULL ? value : field->value;
  if (value == NULL)
    return field->value;

  return field->choices != NULL && g_strcmp0 (field->choices[0], value) == 0 ? "true" : "false";
}

static guint
find_choice (const AncPageField *field,
             const char *value)
{
  for (guint i = 0; field->choices != NULL && field->choices[i] != NULL; i++)
    if (g_str_equal (field->choices[i], value))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
show_value (AncPageForm *self,
            guint index)
{
  const AncPageField *field = get_field (self, index);
  GtkWidget *widget = g_ptr_array_index (self->widgets, index);
  const char *value = get_value (self, field);

  if (GTK_IS_TEXT_VIEW (widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      g_autofree char *shown = NULL;

      g_object_get (buffer, "text", &shown, NULL);
      if (g_strcmp0 (shown, value) != 0)
        gtk_text_buffer_set_text (buffer, value, -1);
    }
  else if (GTK_IS_EDITABLE (widget) && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (widget)), value) != 0)
    gtk_editable_set_text (GTK_EDITABLE (widget), value);
  else if (GTK_IS_CHECK_BUTTON (widget))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), g_str_equal (value, "true"));
  else if (GTK_IS_DROP_DOWN (widget))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), find_choice (field, value));
}

static void
set_has_changes (AncPageForm *self,
                 gboolean has_changes)
{
  if (self->has_changes == has_changes)
    return;

  self->has_changes = has_changes;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_CHANGES]);
}

static void
set_value (AncPageForm *self,
           const AncPageField *field,
           const char *value)
{
  if (self->is_setting)
    return;

  g_hash_table_replace (self->values, g_strdup (field->name), g_strdup (value));
  self->is_setting = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    if (g_ptr_array_index (self->widgets, i) != NULL && g_str_equal (get_field (self, i)->name, field->name))
      show_value (self, i);
  self->is_setting = FALSE;
  set_has_changes (self, TRUE);
  g_signal_emit (self, signals[SIGNAL_FILLED_IN], 0);
}

/* ---- Widgets ------------------------------------------------------------------------------- */

static const AncPageField *
get_field_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "anc-field");
}

static void
text_changed_cb (GtkEditable *entry,
                 AncPageForm *self)
{
  const char *text = gtk_editable_get_text (entry);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  set_value (self, get_field_of (entry), text);
}

static void
buffer_changed_cb (GtkTextBuffer *buffer,
                   AncPageForm *self)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  set_value (self, get_field_of (buffer), text);
}

static void
toggled_cb (GtkCheckButton *button,
            AncPageForm *self)
{
  const AncPageField *field = get_field_of (button);
  gboolean active = gtk_check_button_get_active (button);

  if (field->type == ANC_PAGE_FIELD_CHECK)
    set_value (self, field, active ? "true" : "false");
  else if (active && field->choices != NULL && field->choices[0] != NULL)
    set_value (self, field, field->choices[0]);
}

static void
selected_cb (GtkDropDown *drop_down,
             GParamSpec *pspec,
             AncPageForm *self)
{
  const AncPageField *field = get_field_of (drop_down);
  guint choice = gtk_drop_down_get_selected (drop_down);

  if (choice != GTK_INVALID_LIST_POSITION)
    set_value (self, field, field->choices[choice]);
}

/* A field this much higher than a line of print takes several lines, in points. */
#define SEVERAL_LINES 30.0

static GtkWidget *
create_text (AncPageForm *self,
             AncPageField *field)
{
  GtkWidget *widget;

  if (anc_rect_height (field->rect) > SEVERAL_LINES)
    {
      GtkTextBuffer *buffer;

      widget = gtk_text_view_new ();
      buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (widget), GTK_WRAP_WORD_CHAR);
      gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (widget), FALSE);
      g_object_set_data (G_OBJECT (buffer), "anc-field", field);
      g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), self, 0);
      return widget;
    }

  /* By itself it is taken for a part of an entry, which nobody hears, nor what is written in it. */
  widget = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_text_set_max_length (GTK_TEXT (widget), MAX (field->max_length, 0));
  g_signal_connect_object (widget, "changed", G_CALLBACK (text_changed_cb), self, 0);
  return widget;
}

static GtkWidget *
create_control (AncPageForm *self,
                AncPageField *field)
{
  GtkWidget *widget;

  switch (field->type)
    {
    case ANC_PAGE_FIELD_CHECK:
    case ANC_PAGE_FIELD_RADIO:
      widget = gtk_check_button_new ();
      g_signal_connect_object (widget, "toggled", G_CALLBACK (toggled_cb), self, 0);
      return widget;
    case ANC_PAGE_FIELD_CHOICE:
      widget = gtk_drop_down_new_from_strings ((const char *const *) field->choices);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), find_choice (field, field->value));
      g_signal_connect_object (widget, "notify::selected", G_CALLBACK (selected_cb), self, 0);
      return widget;
    case ANC_PAGE_FIELD_TEXT:
      return create_text (self, field);
    case ANC_PAGE_FIELD_SIGNATURE:
    default:
      return NULL;
    }
}

static void
widget_gone_cb (gpointer user_data,
                GObject *widget)
{
  AncPageForm *self = user_data;

  for (guint i = 0; i < self->widgets->len; i++)
    if (g_ptr_array_index (self->widgets, i) == widget)
      g_ptr_array_index (self->widgets, i) = NULL;
  g_object_unref (self);
}

/**
 * anc_page_form_create_widget:
 * @self: a form
 * @field: one of its fields
 *
 * Returns: (transfer floating) (nullable): what the field is filled in with; %NULL for one that cannot be
 */
GtkWidget *
anc_page_form_create_widget (AncPageForm *self,
                             guint field)
{
  AncPageField *of;
  GtkWidget *widget;

  g_return_val_if_fail (ANC_IS_PAGE_FORM (self), NULL);
  g_return_val_if_fail (field < self->fields->len, NULL);

  of = g_ptr_array_index (self->fields, field);
  widget = create_control (self, of);
  if (widget == NULL)
    return NULL;

  g_object_set_data (G_OBJECT (widget), "anc-field", of);
  g_ptr_array_index (self->widgets, field) = widget;
  g_object_weak_ref (G_OBJECT (widget), widget_gone_cb, g_object_ref (self));
  gtk_widget_set_sensitive (widget, !of->is_read_only);
  gtk_widget_add_css_class (widget, "form-field");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, of->name, -1);
  gtk_widget_set_tooltip_text (widget, of->name);

  self->is_setting = TRUE;
  show_value (self, field);
  self->is_setting = FALSE;

  return widget;
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_page_form_get_property (GObject *object,
                            guint property_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_HAS_CHANGES:
      g_value_set_boolean (value, ANC_PAGE_FORM (object)->has_changes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
anc_page_form_finalize (GObject *object)
{
  AncPageForm *self = ANC_PAGE_FORM (object);

  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->widgets);
  g_hash_table_unref (self->values);

  G_OBJECT_CLASS (anc_page_form_parent_class)->finalize (object);
}

static void
anc_page_form_class_init (AncPageFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = anc_page_form_get_property;
  object_class->finalize = anc_page_form_finalize;

  props[PROP_HAS_CHANGES] = g_param_spec_boolean ("has-changes", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * AncPageForm::filled-in:
   * @self: the form, some value of which is another now
   */
  signals[SIGNAL_FILLED_IN] = g_signal_new ("filled-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
anc_page_form_init (AncPageForm *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * anc_page_form_new:
 * @fields: (transfer full) (element-type AncPageField): the fields of a document
 *
 * Returns: (transfer full): the form, nothing filled in yet
 */
AncPageForm *
anc_page_form_new (GPtrArray *fields)
{
  AncPageForm *self = g_object_new (ANC_TYPE_PAGE_FORM, NULL);

  self->fields = fields;
  self->widgets = g_ptr_array_new ();
  g_ptr_array_set_size (self->widgets, (int) fields->len);

  return self;
}

guint
anc_page_form_get_n_fields (AncPageForm *self)
{
  g_return_val_if_fail (ANC_IS_PAGE_FORM (self), 0);

  return self->fields->len;
}

const AncPageField *
anc_page_form_get_field (AncPageForm *self,
                         guint field)
{
  g_return_val_if_fail (ANC_IS_PAGE_FORM (self), NULL);
  g_return_val_if_fail (field < self->fields->len, NULL);

  return get_field (self, field);
}

gboolean
anc_page_form_has_changes (AncPageForm *self)
{
  g_return_val_if_fail (ANC_IS_PAGE_FORM (self), FALSE);

  return self->has_changes;
}

/**
 * anc_page_form_dup_values:
 * @self: a form
 *
 * Returns: (transfer full) (element-type utf8 utf8): all that was filled in, by the names of the fields
 */
GHashTable *
anc_page_form_dup_values (AncPageForm *self)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, value;

  g_return_val_if_fail (ANC_IS_PAGE_FORM (self), values);

  g_hash_table_iter_init (&iter, self->values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (values, g_strdup (name), g_strdup (value));

  return values;
}

/* A copy was written of what is filled in now. */
void
anc_page_form_set_saved (AncPageForm *self)
{
  g_return_if_fail (ANC_IS_PAGE_FORM (self));

  set_has_changes (self, FALSE);
}
