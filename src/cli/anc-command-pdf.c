/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-command-pdf.h"

#include "anc-cli.h"

#include <glib/gi18n.h>

int
anc_command_pdf (int argc,
                 char **argv)
{
  static const AncVerb verbs[] = {
    { "info", anc_command_pdf_info },
    { "text", anc_command_pdf_text },
    { "render", anc_command_pdf_render },
    { "fields", anc_command_pdf_fields },
    { "fill", anc_command_pdf_fill },
    { NULL, NULL },
  };

  return anc_cli_run_verb (verbs, argc, argv, _ ("say what to do with a PDF: info, text, render, fields or fill"));
}
