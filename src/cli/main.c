/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static const AncVerb commands[] = {
  { "evaluate", anc_command_evaluate },
  { "rules", anc_command_rules },
  { "occupation", anc_command_occupation },
  { "list", anc_command_list },
  { "store", anc_command_store },
  { "case", anc_command_case },
  { "document", anc_command_document },
  { "import", anc_command_import },
  { "search", anc_command_search },
  { "journal", anc_command_journal },
  { "undo", anc_command_undo },
  { "redo", anc_command_redo },
  { "read", anc_command_read },
  { "pdf", anc_command_pdf },
  { "bundle", anc_command_bundle },
};

/* In parts, so that one of them can change without the others being translated anew. */
static void
print_help (FILE *stream)
{
  fputs (_ ("Usage: ancragectl COMMAND [OPTION…] [ARGUMENT…]\n"
            "\n"
            "Says, on a filing date and under each dated set of rules, where a case stands, why, what is\n"
            "missing and from when it would hold. Reads files and prints; nothing leaves this computer.\n"
            "\n"
            "  evaluate [FILE…|-]     evaluate cases under every regime\n"
            "  rules check [PATH…]    validate regimes and lists, and run the examples of the regimes\n"
            "  rules list             list the regimes\n"
            "  rules show ID          show a regime: its criteria, their force and their sources\n"
            "  occupation CODE        say which lists of occupations say what about a code\n"
            "  list import FILE       complete a list of occupations from its official text\n"),
         stream);
  fputs (_ ("\n"
            "Payslips and other papers are read, and looked at, by a confined helper:\n"
            "\n"
            "  read FILE…             read months, hours, pay, employer\n"
            "  pdf info FILE…         say what documents are\n"
            "  pdf text FILE          print the text of a document, or where words stand in it\n"
            "  pdf render FILE        draw a page of a document\n"
            "  pdf fields FILE        list the fields of a form\n"
            "  pdf fill FILE          fill in a copy of a form\n"),
         stream);
  fputs (_ ("\n"
            "An office’s cases and documents can be kept in one encrypted file, a store (--store FILE):\n"
            "\n"
            "  store VERB FILE        create, info, check, backup, restore, passphrase\n"
            "  case VERB              new, list, show, import, export, package, delete\n"
            "  document VERB          add, list, extract\n"
            "  search WORD…           search cases and the text of documents\n"
            "  journal                list who changed what and when\n"
            "  undo, redo             take back a change of a case, or do it again\n"),
         stream);
  fputs (_ ("\n"
            "  import PATH…           take a pile of documents into a case and propose what they prove\n"),
         stream);
  fputs (_ ("\n"
            "  bundle                 make one numbered file of the exhibits of a case\n"),
         stream);
  fputs (_ ("\n"
            "“ancragectl COMMAND --help” describes a command; “man ancragectl” describes them all.\n"),
         stream);
}

/* What could not be written is not a success. */
static int
close_output (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  anc_cli_print_error (_ ("ancragectl: the result could not be written: %s"), g_strerror (errno));
  return ANC_EXIT_REFUSED;
}

int
main (int argc,
      char **argv)
{
  anc_cli_init ();

  if (argc < 2)
    {
      print_help (stderr);
      return ANC_EXIT_USAGE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return close_output (commands[i].run (argc - 1, argv + 1));

  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help (stdout);
      return close_output (ANC_EXIT_OK);
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("ancragectl %s\n", ANC_VERSION);
      return ANC_EXIT_OK;
    }

  return anc_cli_print_usage_error (_ ("there is no command “%s”; see ancragectl --help"), argv[1]);
}
