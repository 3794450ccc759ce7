/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-record-window.h"

#include "anc-field-row.h"
#include "anc-record-group.h"
#include "anc-record-words.h"

#include <glib/gi18n.h>
#include <string.h>

struct _AncRecordWindow
{
  AdwWindow parent_instance;

  AncDesk *desk;
  AncRecord *record;
  AdwPreferencesPage *page;
  GtkSizeGroup *editors;
  GtkWidget *first; /* the field to begin with */
};

G_DEFINE_FINAL_TYPE (AncRecordWindow, anc_record_window, ADW_TYPE_WINDOW)

/* ---- Fields -------------------------------------------------------------------------------- */

/* What makes no sense to a person, or is kept by the pages of documents. */
static gboolean
is_internal (const AncColumn *column)
{
  return column->field->type == ANC_FIELD_ID || column->field->type == ANC_FIELD_SHA256 || column->is_mark
         || strcmp (column->name, "document") == 0 || strcmp (column->name, "exhibit") == 0;
}

static gboolean
is_code (const AncColumn *column)
{
  return g_str_has_prefix (column->name, "occupation_") && strcmp (column->name, "occupation_label") != 0;
}

static gboolean
is_commitment (const AncColumn *column)
{
  return g_str_has_prefix (column->name, "commitment_");
}

static AdwPreferencesGroup *
add_group (AncRecordWindow *self,
           const char *title,
           const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title != NULL ? title : "");
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_fields (AncRecordWindow *self,
            AdwPreferencesGroup *group,
            gboolean (*belongs) (const AncColumn *column))
{
  const AncTable *table = anc_record_get_table (self->record);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const AncColumn *column = &table->columns[i];
      const gboolean is_apart = is_code (column) || is_commitment (column);
      GtkWidget *row;

      if (is_internal (column) || (belongs != NULL ? !belongs (column) : is_apart))
        continue;
      row = anc_field_row_new (self->desk, self->record, i, self->editors);
      adw_preferences_group_add (group, row);
      if (self->first == NULL)
        self->first = row;
    }
}

static void
add_all_fields (AncRecordWindow *self)
{
  const AncTableId table = anc_record_get_table (self->record)->id;

  add_fields (self, add_group (self, NULL, NULL), NULL);
  if (table == ANC_TABLE_JOBS || table == ANC_TABLE_OFFERS)
    add_fields (self,
                add_group (self,
                           _ ("Codes of the occupation"),
                           _ ("By these the lists of shortage occupations are read; one is enough.")),
                is_code);
  if (table == ANC_TABLE_OFFERS)
    add_fields (self, add_group (self, _ ("Commitment of an agency"), NULL), is_commitment);
  if (table == ANC_TABLE_JOBS)
    adw_preferences_page_add (self->page,
                              ADW_PREFERENCES_GROUP (anc_record_group_new (self->desk, ANC_TABLE_PAYSLIPS, self->record)));
  if (table == ANC_TABLE_EMPLOYERS)
    adw_preferences_page_add (self->page,
                              ADW_PREFERENCES_GROUP (anc_record_group_new (self->desk, ANC_TABLE_JOBS, self->record)));
}

/* ---- Window -------------------------------------------------------------------------------- */

static void
case_changed_cb (AncRecordWindow *self)
{
  if (self->record == NULL) /* closing: the field with the focus ends its edit */
    return;

  if (anc_case_find (anc_desk_get_case (self->desk), anc_record_get_key (self->record)) != self->record)
    gtk_window_close (GTK_WINDOW (self));
}

static void
delete_cb (AncRecordWindow *self)
{
  g_autoptr (AncRecord) record = g_object_ref (self->record);
  g_autoptr (AncDesk) desk = g_object_ref (self->desk);

  anc_desk_delete (desk, record);
}

static GtkWidget *
create_header (AncRecordWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *delete = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (delete, _ ("Delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (delete), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Delete"), -1);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), delete);
  g_signal_connect_swapped (delete, "clicked", G_CALLBACK (delete_cb), self);

  return header;
}

static void
anc_record_window_map (GtkWidget *widget)
{
  AncRecordWindow *self = ANC_RECORD_WINDOW (widget);

  GTK_WIDGET_CLASS (anc_record_window_parent_class)->map (widget);
  if (self->first != NULL && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    anc_field_row_focus (ANC_FIELD_ROW (self->first));
}

static void
anc_record_window_dispose (GObject *object)
{
  AncRecordWindow *self = ANC_RECORD_WINDOW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->editors);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_record_window_parent_class)->dispose (object);
}

static void
anc_record_window_class_init (AncRecordWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_record_window_dispose;
  widget_class->map = anc_record_window_map;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
anc_record_window_init (AncRecordWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  self->editors = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
}

/**
 * anc_record_window_new:
 * @desk: the desk of the case
 * @record: a record of one of its lists
 *
 * Returns: (transfer none): the window, which GTK owns
 */
AncRecordWindow *
anc_record_window_new (AncDesk *desk,
                       AncRecord *record)
{
  AncRecordWindow *self;
  AncTableId table;
  GtkWidget *box;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);
  g_return_val_if_fail (ANC_IS_RECORD (record), NULL);

  table = anc_record_get_table (record)->id;
  self = g_object_new (ANC_TYPE_RECORD_WINDOW, "title", anc_words_record_kind (table), NULL);
  self->desk = g_object_ref (desk);
  self->record = g_object_ref (record);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);
  add_all_fields (self);
  g_signal_connect_object (anc_desk_get_case (desk), "changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "show-document", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED); /* it stands behind */

  return self;
}
