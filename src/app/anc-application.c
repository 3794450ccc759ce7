/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-application.h"

#include "anc-document-window.h"
#include "anc-gtk-start.h"
#include "anc-shortcuts.h"
#include "anc-widgets.h"
#include "anc-window.h"

#include <glib/gi18n.h>

/* Offices are told from documents by their names. */
#define ANC_OFFICE_SUFFIX ".ancrage"

struct _AncApplication
{
  AdwApplication parent_instance;

  char *schema_folder;
  GSettings *settings;
  AncOfficeOpener *opener;
  AncReader *reader;   /* (nullable): until a document is opened */
  AncDate given_today; /* or ANC_DATE_NONE: the clock's */
  gboolean wants_sample;
  char *first_file; /* (nullable): the first that the command line names */
};

G_DEFINE_FINAL_TYPE (AncApplication, anc_application, ADW_TYPE_APPLICATION)

/* ---- Settings -------------------------------------------------------------------------------- */

static GSettings *
load_settings (const char *schema_folder)
{
  GSettingsSchemaSource *system = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (schema_folder == NULL)
    return g_settings_new (ANC_APPLICATION_ID);

  source = g_settings_schema_source_new_from_directory (schema_folder, system, TRUE, NULL);
  schema = source != NULL ? g_settings_schema_source_lookup (source, ANC_APPLICATION_ID, TRUE) : NULL;
  if (schema == NULL)
    return g_settings_new (ANC_APPLICATION_ID);

  return g_settings_new_full (schema, NULL, NULL);
}

static gboolean
style_to_scheme (GValue *value,
                 GVariant *variant,
                 gpointer user_data)
{
  const char *style = g_variant_get_string (variant, NULL);
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  g_value_set_enum (value, scheme);

  return TRUE;
}

/* ---- Actions --------------------------------------------------------------------------------- */

static AncWindow *
find_window (AncApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    if (ANC_IS_WINDOW (link->data))
      return link->data;

  return NULL;
}

static void
quit_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  /* Windows go while the list is gone through. */
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* That of the office writes what is still being typed before it lets go; one with a form filled in asks. */
  for (GList *link = windows; link != NULL; link = link->next)
    if (ANC_IS_WINDOW (link->data) || ANC_IS_DOCUMENT_WINDOW (link->data))
      gtk_window_close (link->data);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_cb },
};

/* ---- Application ----------------------------------------------------------------------------- */

static AncWindow *
get_window (AncApplication *self)
{
  AncWindow *window = find_window (self);

  return window != NULL ? window : anc_window_new (self);
}

static void
anc_application_activate (GApplication *application)
{
  AncWindow *window = get_window (ANC_APPLICATION (application));

  anc_window_start (window);
  anc_window_present (window);
}

static void
open_office (AncApplication *self,
             GFile *file)
{
  AncWindow *window = get_window (self);

  anc_window_open (window, file);
  anc_window_present (window);
}

static AncReader *
get_reader (AncApplication *self)
{
  if (self->reader == NULL)
    self->reader = anc_reader_new ();

  return self->reader;
}

/* Whatever is no office is a document, and the reader says so if it is not one either. */
static void
open_document (AncApplication *self,
               GFile *file)
{
  AncDocumentWindow *window;

  window = anc_document_window_new (GTK_APPLICATION (self), get_reader (self), self->settings);
  anc_document_window_open_file (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

static void
anc_application_open (GApplication *application,
                      GFile **files,
                      int n_files,
                      const char *hint)
{
  AncApplication *self = ANC_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *name = g_file_get_basename (files[i]);

      if (g_str_has_suffix (name, ANC_OFFICE_SUFFIX))
        open_office (self, files[i]);
      else
        open_document (self, files[i]);
    }
}

static char *
dup_first_file (char **arguments)
{
  for (guint i = 1; arguments[0] != NULL && arguments[i] != NULL; i++)
    if (*arguments[i] != '-' && g_file_test (arguments[i], G_FILE_TEST_IS_REGULAR))
      return g_canonicalize_filename (arguments[i], NULL);

  return NULL;
}

static gboolean
anc_application_local_command_line (GApplication *application,
                                    char ***arguments,
                                    int *status)
{
  ANC_APPLICATION (application)->first_file = dup_first_file (*arguments);

  return G_APPLICATION_CLASS (anc_application_parent_class)->local_command_line (application, arguments, status);
}

/* What will be needed first begins while the display is being set up: the reader, or an office with its law. */
static void
prepare (AncApplication *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-office");

  if (self->first_file != NULL && !g_str_has_suffix (self->first_file, ANC_OFFICE_SUFFIX))
    anc_reader_prepare (get_reader (self));
  else if (self->first_file != NULL)
    anc_office_opener_prepare (self->opener, self->first_file);
  else
    anc_office_opener_prepare (self->opener, *last != '\0' && !self->wants_sample ? last : NULL);
}

static void
anc_application_startup (GApplication *application)
{
  AncApplication *self = ANC_APPLICATION (application);

  self->settings = load_settings (self->schema_folder);
  prepare (self);

  anc_gtk_start_display ();
  G_APPLICATION_CLASS (anc_application_parent_class)->startup (application);

  anc_widgets_init ();
  g_settings_bind_with_mapping (self->settings, "style", adw_style_manager_get_default (), "color-scheme", G_SETTINGS_BIND_GET, style_to_scheme, NULL, NULL, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  anc_shortcuts_install (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (ANC_APPLICATION_ID);
}

static int
anc_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  AncApplication *self = ANC_APPLICATION (application);
  const char *text;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Ancrage %s\n", ANC_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "on", "&s", &text) && !anc_date_parse (text, &self->given_today))
    {
      g_printerr (_ ("“%s” is not a date such as 2026-11-21"), text);
      g_printerr ("\n");
      return 2;
    }

  self->wants_sample = g_variant_dict_contains (options, "sample");

  return -1;
}

static void
anc_application_finalize (GObject *object)
{
  AncApplication *self = ANC_APPLICATION (object);

  g_clear_object (&self->opener);
  g_clear_object (&self->reader);
  g_clear_object (&self->settings);
  g_free (self->schema_folder);
  g_free (self->first_file);

  G_OBJECT_CLASS (anc_application_parent_class)->finalize (object);
}

static void
anc_application_class_init (AncApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = anc_application_finalize;
  application_class->activate = anc_application_activate;
  application_class->local_command_line = anc_application_local_command_line;
  application_class->open = anc_application_open;
  application_class->startup = anc_application_startup;
  application_class->handle_local_options = anc_application_handle_local_options;
}

static void
anc_application_init (AncApplication *self)
{
  static const GOptionEntry options[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Work as if today were this date"), N_ ("DATE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Look around in the sample office, without keeping anything"), NULL },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    G_OPTION_ENTRY_NULL
  };

  self->given_today = ANC_DATE_NONE;
  self->opener = anc_office_opener_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/* ---- Public ---------------------------------------------------------------------------------- */

/**
 * anc_application_new:
 * @schema_folder: (nullable): where the compiled settings schema stands, if not where the system looks
 *
 * Returns: (transfer full): the application
 */
AncApplication *
anc_application_new (const char *schema_folder)
{
  AncApplication *self = g_object_new (ANC_TYPE_APPLICATION,
                                       "application-id",
                                       ANC_APPLICATION_ID,
                                       "flags",
                                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_CAN_OVERRIDE_APP_ID,
                                       "register-session",
                                       TRUE,
                                       NULL);

  self->schema_folder = g_strdup (schema_folder);

  return self;
}

/* Returns: (transfer none): what opens its offices */
AncOfficeOpener *
anc_application_get_opener (AncApplication *self)
{
  g_return_val_if_fail (ANC_IS_APPLICATION (self), NULL);

  return self->opener;
}

GSettings *
anc_application_get_settings (AncApplication *self)
{
  g_return_val_if_fail (ANC_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * anc_application_get_today:
 * @self: the application
 *
 * Returns: the date of the clock, or the one given on the command line
 */
AncDate
anc_application_get_today (AncApplication *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (ANC_IS_APPLICATION (self), ANC_DATE_NONE);

  if (self->given_today != ANC_DATE_NONE)
    return self->given_today;

  now = g_date_time_new_now_local ();
  return anc_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/* ---- The office ------------------------------------------------------------------------------ */

static void
office_opened_cb (AncWindow *window,
                  GTask *task)
{
  g_task_return_pointer (task, g_object_ref (anc_window_get_office (window)), g_object_unref);
  g_signal_handlers_disconnect_by_data (window, task);
  g_object_unref (task);
}

static void
window_gone_cb (AncWindow *window,
                GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "the office was not opened");
  g_signal_handlers_disconnect_by_data (window, task);
  g_object_unref (task);
}

/**
 * anc_application_get_office_async:
 * @self: the application
 * @callback: called with the office that is open, or once one is
 * @user_data: for @callback
 *
 * Asks for an office. Where none is open, its window comes up to be unlocked or chosen.
 */
void
anc_application_get_office_async (AncApplication *self,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  AncWindow *window;
  GTask *task;

  g_return_if_fail (ANC_IS_APPLICATION (self));

  window = get_window (self);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, anc_application_get_office_async);
  if (anc_window_get_office (window) != NULL)
    {
      g_task_return_pointer (task, g_object_ref (anc_window_get_office (window)), g_object_unref);
      g_object_unref (task);
      return;
    }

  g_signal_connect (window, "office-opened", G_CALLBACK (office_opened_cb), task);
  g_signal_connect (window, "destroy", G_CALLBACK (window_gone_cb), task);
  anc_window_start (window);
  gtk_window_present (GTK_WINDOW (window)); /* before the window that will stand on it */
}

/**
 * anc_application_get_office_finish:
 * @self: the application
 * @result: what the callback was given
 * @error: #G_IO_ERROR_CANCELLED where the person thought better of it
 *
 * Returns: (transfer full): the open office
 */
AncOffice *
anc_application_get_office_finish (AncApplication *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * anc_application_show_case:
 * @self: the application
 * @case_key: a case of the open office
 */
void
anc_application_show_case (AncApplication *self,
                           gint64 case_key)
{
  AncWindow *window;

  g_return_if_fail (ANC_IS_APPLICATION (self));

  window = get_window (self);
  anc_window_show_case (window, case_key);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * anc_application_wants_sample:
 * @self: the application
 *
 * Returns: whether it was started to look around in the sample office
 */
gboolean
anc_application_wants_sample (AncApplication *self)
{
  g_return_val_if_fail (ANC_IS_APPLICATION (self), FALSE);

  return self->wants_sample;
}
