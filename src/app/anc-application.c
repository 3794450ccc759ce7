/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-application.h"

#include "anc-window.h"

struct _AncApplication
{
  AdwApplication parent_instance;

  char *schema_folder;
};

G_DEFINE_FINAL_TYPE (AncApplication, anc_application, ADW_TYPE_APPLICATION)

static void
anc_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (anc_window_new (ANC_APPLICATION (application)));

  gtk_window_present (window);
}

static void
anc_application_finalize (GObject *object)
{
  AncApplication *self = ANC_APPLICATION (object);

  g_free (self->schema_folder);

  G_OBJECT_CLASS (anc_application_parent_class)->finalize (object);
}

static void
anc_application_class_init (AncApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_application_finalize;
  G_APPLICATION_CLASS (klass)->activate = anc_application_activate;
}

static void
anc_application_init (AncApplication *self)
{
}

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
                                       NULL);

  self->schema_folder = g_strdup (schema_folder);

  return self;
}
