/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-command-pdf.h"

#include "anc-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static const struct
{
  const char *name;
  int (*run) (int argc,
              char **argv);
} verbs[] = {
  { "info", anc_command_pdf_info },
  { "text", anc_command_pdf_text },
  { "render", anc_command_pdf_render },
  { "fields", anc_command_pdf_fields },
  { "fill", anc_command_pdf_fill },
};

int
anc_command_pdf (int argc,
                 char **argv)
{
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (argv[1], verbs[i].name) == 0)
      return verbs[i].run (argc - 1, argv + 1);

  if (argc > 1 && (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0))
    {
      fputs (_ ("Usage: ancragectl pdf info|text|render|fields|fill [OPTION…] FILE\n"
                "\n"
                "Looks at a PDF, or at an image, through a confined reader.\n"),
             stdout);
      return ANC_EXIT_OK;
    }

  return anc_cli_print_usage_error (_ ("pdf is followed by info, text, render, fields or fill"));
}
