/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-preferences-window.h"

#include "anc-error-words.h"
#include "anc-grades-window.h"
#include "anc-passphrase-window.h"
#include "anc-store-backups.h"

#include <glib/gi18n.h>

struct _AncPreferencesWindow
{
  AdwWindow parent_instance;

  AdwComboRow *style_row;
  GtkWidget *author_row;
  GtkSwitch *idle_switch;
  GtkSpinButton *minutes_spin;
  GtkSwitch *session_switch;
  GtkWidget *lock_group;
  GtkWidget *office_group;
  AdwActionRow *path_row;
  AdwActionRow *passphrase_row;
  AdwActionRow *backup_row;
  GtkWidget *backup_button;

  AncOffice *office; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (AncPreferencesWindow, anc_preferences_window, ADW_TYPE_WINDOW)

static const char *const style_names[] = { "system", "light", "dark" };

/* ---- The office ------------------------------------------------------------------------------ */

static void
show_office (AncPreferencesWindow *self)
{
  AncStore *store = self->office != NULL ? anc_office_get_store (self->office) : NULL;
  const gboolean is_encrypted = store != NULL && anc_store_is_encrypted (store);
  g_autofree char *shown = NULL;
  g_autofree char *escaped = NULL;

  gtk_widget_set_visible (self->office_group, store != NULL);
  gtk_widget_set_sensitive (self->lock_group, store == NULL || is_encrypted);
  if (store == NULL)
    return;

  shown = g_filename_display_name (anc_store_get_path (store));
  escaped = g_markup_escape_text (shown, -1);
  adw_action_row_set_subtitle (self->path_row, escaped);
  adw_action_row_set_subtitle (self->passphrase_row, is_encrypted ? _ ("The file is encrypted") : _ ("There is none: anyone can read the file"));
}

static void
grades_cb (AncPreferencesWindow *self)
{
  gtk_window_present (GTK_WINDOW (anc_grades_window_new (GTK_WINDOW (self), anc_office_get_exhibits (self->office))));
}

static void
passphrase_cb (AncPreferencesWindow *self)
{
  AncPassphraseWindow *window = anc_passphrase_window_new (GTK_WINDOW (self), self->office);

  g_signal_connect_object (window, "done", G_CALLBACK (show_office), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
backed_up_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (AncPreferencesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = anc_store_back_up_finish (ANC_STORE (source), result, &error);
  g_autofree char *words = path != NULL ? g_filename_display_name (path) : anc_error_words (error);
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_action_row_set_subtitle (self->backup_row, escaped);
  gtk_widget_set_sensitive (self->backup_button, TRUE);
}

static void
backup_cb (AncPreferencesWindow *self)
{
  gtk_widget_set_sensitive (self->backup_button, FALSE);
  anc_store_back_up_async (anc_office_get_store (self->office), NULL, backed_up_cb, g_object_ref (self));
}

/* ---- Settings -------------------------------------------------------------------------------- */

static gboolean
style_to_row (GValue *value,
              GVariant *variant,
              gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (style_names); i++)
    if (g_str_equal (style_names[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
row_to_style (const GValue *value,
              const GVariantType *type,
              gpointer user_data)
{
  const guint row = g_value_get_uint (value);

  return row < G_N_ELEMENTS (style_names) ? g_variant_new_string (style_names[row]) : NULL;
}

static void
bind_settings (AncPreferencesWindow *self,
               GSettings *settings)
{
  g_settings_bind_with_mapping (settings, "style", self->style_row, "selected", G_SETTINGS_BIND_DEFAULT, style_to_row, row_to_style, NULL, NULL);
  g_settings_bind (settings, "author", self->author_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "idle-lock", self->idle_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "idle-lock-minutes", gtk_spin_button_get_adjustment (self->minutes_spin), "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "session-lock", self->session_switch, "active", G_SETTINGS_BIND_DEFAULT);
}

/* ---- Object ---------------------------------------------------------------------------------- */

static void
anc_preferences_window_dispose (GObject *object)
{
  g_clear_object (&ANC_PREFERENCES_WINDOW (object)->office);

  G_OBJECT_CLASS (anc_preferences_window_parent_class)->dispose (object);
}

static void
anc_preferences_window_class_init (AncPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_preferences_window_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AncPreferencesWindow, style_row);
  gtk_widget_class_bind_template_child (widget_class, AncPreferencesWindow, author_row);
  gtk_widget_class_bind_template_child (widget_class, AncPreferencesWindow, idle_switch);
  gtk_widget_class_bind_template_child (widget_class, AncPreferencesWindow, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, AncPreferencesWindow, session_switch);
  gtk_widget_class_bind_template_child (widget_class, AncPreferencesWindow, lock_group);
  gtk_widget_class_bind_template_child (widget_class, AncPreferencesWindow, office_group);
  gtk_widget_class_bind_template_child (widget_class, AncPreferencesWindow, path_row);
  gtk_widget_class_bind_template_child (widget_class, AncPreferencesWindow, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, AncPreferencesWindow, backup_row);
  gtk_widget_class_bind_template_child (widget_class, AncPreferencesWindow, backup_button);
  gtk_widget_class_bind_template_callback (widget_class, grades_cb);
  gtk_widget_class_bind_template_callback (widget_class, passphrase_cb);
  gtk_widget_class_bind_template_callback (widget_class, backup_cb);
}

static void
anc_preferences_window_init (AncPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * anc_preferences_window_new:
 * @parent: the window it belongs to
 * @settings: the settings of the application
 * @office: (nullable): the office that is open
 *
 * Returns: (transfer none): the window, which GTK owns
 */
AncPreferencesWindow *
anc_preferences_window_new (GtkWindow *parent,
                            GSettings *settings,
                            AncOffice *office)
{
  AncPreferencesWindow *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (ANC_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  g_set_object (&self->office, office);
  bind_settings (self, settings);
  show_office (self);

  return self;
}
