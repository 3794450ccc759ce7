/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-trash-page.h"

#include "anc-store-trash.h"

#include <glib/gi18n.h>

struct _AncTrashPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *group;

  AncOffice *office;
  GPtrArray *rows; /* of GtkWidget: those in the group */
  GCancellable *loading;
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncTrashPage, anc_trash_page, ADW_TYPE_BIN)

static void
fail (AncTrashPage *self,
      const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
restored_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (AncTrashPage) self = user_data;
  g_autoptr (GError) error = NULL;

  anc_office_restore_case_finish (ANC_OFFICE (source), result, &error);
  fail (self, error);
  anc_trash_page_reload (self);
}

static void
restore_cb (GtkButton *button,
            AncTrashPage *self)
{
  const gint64 *key = g_object_get_data (G_OBJECT (button), "case-key");

  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  anc_office_restore_case_async (self->office, *key, NULL, restored_cb, g_object_ref (self));
}

static char *
describe (const AncTrashItem *item)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (item->time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *when = g_date_time_format (local, "%x %H:%M");
  const char *reference = item->reference != NULL ? item->reference : "";

  if (item->author == NULL || item->author[0] == '\0')
    /* Translators: a case in the trash: its reference, the date and time */
    return g_strdup_printf (_ ("%1$s · deleted on %2$s"), reference, when);

  /* Translators: a case in the trash: its reference, the date and time, who did it */
  return g_strdup_printf (_ ("%1$s · deleted on %2$s by %3$s"), reference, when, item->author);
}

static void
add_row (AncTrashPage *self,
         const AncTrashItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Bring back"));
  const char *name = item->title != NULL && item->title[0] != '\0' ? item->title : _ ("Name not recorded");
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *detail = describe (item);
  g_autofree char *subtitle = g_markup_escape_text (detail, -1);
  g_autofree char *label = g_strdup_printf (_ ("Bring back %s"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "case-key", g_memdup2 (&item->case_key, sizeof item->case_key), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncTrashPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = anc_store_list_trash_finish (ANC_STORE (source), result, &error);

  if (items == NULL)
    {
      fail (self, error);
      return;
    }

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < items->len; i++)
    {
      const AncTrashItem *item = g_ptr_array_index (items, i);

      if (item->document_key == 0)
        add_row (self, item);
    }
  gtk_stack_set_visible_child_name (self->stack, self->rows->len > 0 ? "list" : "empty");
}

static void
anc_trash_page_dispose (GObject *object)
{
  AncTrashPage *self = ANC_TRASH_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (anc_trash_page_parent_class)->dispose (object);
}

static void
anc_trash_page_finalize (GObject *object)
{
  g_ptr_array_unref (ANC_TRASH_PAGE (object)->rows);

  G_OBJECT_CLASS (anc_trash_page_parent_class)->finalize (object);
}

static void
anc_trash_page_class_init (AncTrashPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_trash_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = anc_trash_page_finalize;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-trash-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AncTrashPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AncTrashPage, group);
}

static void
anc_trash_page_init (AncTrashPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
anc_trash_page_set_office (AncTrashPage *self,
                           AncOffice *office)
{
  g_return_if_fail (ANC_IS_TRASH_PAGE (self));

  g_set_object (&self->office, office);
}

/**
 * anc_trash_page_reload:
 * @self: the page
 *
 * Reads what is in the trash now.
 */
void
anc_trash_page_reload (AncTrashPage *self)
{
  g_return_if_fail (ANC_IS_TRASH_PAGE (self));

  if (self->office == NULL)
    return;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  anc_store_list_trash_async (anc_office_get_store (self->office), self->loading, listed_cb, g_object_ref (self));
}
