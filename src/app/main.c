/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-application.h"
#include "anc-gtk-start.h"

#include <glib/gi18n.h>
#include <locale.h>

/* What belongs to a program that runs from its build folder stands there too. */
static gboolean
runs_from_build (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, ANC_BUILD_DIR "/");
}

int
main (int argc,
      char **argv)
{
  const gboolean uninstalled = runs_from_build ();
  g_autoptr (AncApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, uninstalled ? ANC_BUILD_DIR "/po" : ANC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Ancrage");
  anc_gtk_start_prepare ();

  application = anc_application_new (uninstalled ? ANC_BUILD_DIR "/data" : NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
