/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cli.h"

#include "anc-list-import.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* The official text is some pages long. */
#define MAX_TEXT_LENGTH (16 * 1024 * 1024)

/* The options of `list import`. */
typedef struct
{
  char *list;
  char *region;
  char *from;
  gboolean is_complete;
} Options;

static void
print_report (const AncListText *text)
{
  for (guint i = 0; i < text->matched->len; i++)
    {
      const AncListEntry *entry = g_ptr_array_index (text->matched, i);
      char code[ANC_CODE_BUFFER_SIZE];

      printf ("%s  %s\n", anc_code_format (entry->family->fap, code), entry->family->fap_label);
    }

  for (guint i = 0; i < text->unmatched->len; i++)
    {
      const AncListEntry *entry = g_ptr_array_index (text->unmatched, i);
      char code[ANC_CODE_BUFFER_SIZE];

      if (entry->family != NULL)
        anc_cli_print_error (_ ("line %1$u: not matched: “%2$s” (nearest: %3$s %4$s)"),
                             entry->line,
                             entry->text,
                             anc_code_format (entry->family->fap, code),
                             entry->family->fap_label);
      else
        anc_cli_print_error (_ ("line %1$u: not matched: “%2$s”"), entry->line, entry->text);
    }

  if (text->n_elsewhere > 0)
    anc_cli_print_error (ngettext ("%u line of another region was passed over.",
                                   "%u lines of other regions were passed over.",
                                   text->n_elsewhere),
                         text->n_elsewhere);
}

/* Checks the options against the lists there are; FALSE once what is wrong was said. */
static gboolean
read_options (const Options *options,
              const AncRules *rules,
              AncListImport *import)
{
  const AncListPeriod *period;
  char date[ANC_DATE_BUFFER_SIZE];

  if (options->list == NULL || options->region == NULL || options->from == NULL)
    {
      anc_cli_print_usage_error (_ ("--list, --region and --from are all needed"));
      return FALSE;
    }

  import->list = anc_occupations_find_list (anc_rules_get_occupations (rules), options->list);
  import->region = anc_territory_find_region (anc_rules_get_territory (rules), options->region);
  if (import->list == NULL)
    anc_cli_print_usage_error (_ ("there is no list “%s”"), options->list);
  else if (import->region == ANC_REGION_NONE)
    anc_cli_print_usage_error (_ ("“%s” is not the code of a region, such as 11 or 76"), options->region);
  if (import->list == NULL || import->region == ANC_REGION_NONE || !anc_cli_parse_date (options->from, &import->from))
    return FALSE;

  period = anc_occupation_list_find_period (import->list, import->from);
  if (period == NULL)
    {
      anc_cli_print_usage_error (_ ("the list “%1$s” is not in force on %2$s"), options->list, options->from);
      return FALSE;
    }
  import->is_complete = options->is_complete;
  if (import->is_complete && import->from != period->from)
    {
      anc_cli_print_usage_error (_ ("a complete list starts with its period, on %s"), anc_date_format (period->from, date));
      return FALSE;
    }

  return TRUE;
}

static int
write_list (AncListImport *import,
            const AncListText *text,
            const char *path)
{
  g_autofree char *folder = anc_law_get_own_folder ();
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *source = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  char today[ANC_DATE_BUFFER_SIZE];

  if (text->matched->len == 0)
    {
      anc_cli_print_error (_ ("%s: no occupation was recognised; nothing was written"), path);
      return ANC_EXIT_REFUSED;
    }
  if (import->is_complete && text->unmatched->len > 0)
    {
      anc_cli_print_error (_ ("%s: a list with lines that could not be matched is not complete; mend them, or leave "
                              "--complete out. Nothing was written."),
                           path);
      return ANC_EXIT_REFUSED;
    }

  source = g_strdup_printf ("%s — imported on %s from %s",
                            import->list->source,
                            anc_date_format (anc_cli_get_today (), today),
                            name);
  import->source = source;
  written = anc_list_import_write (import, text, folder, &error);
  if (written == NULL)
    {
      anc_cli_print_error ("ancragectl: %s", error->message);
      return ANC_EXIT_REFUSED;
    }

  printf (ngettext ("%1$u occupation written to %2$s\n", "%1$u occupations written to %2$s\n", text->matched->len),
          text->matched->len,
          written);
  return text->unmatched->len > 0 ? ANC_EXIT_REFUSED : ANC_EXIT_OK;
}

static int
import_list (int argc,
             char **argv)
{
  Options options = { 0 };
  GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_STRING, &options.list, N_ ("The list to complete"), N_ ("ID") },
    { "region", 0, 0, G_OPTION_ARG_STRING, &options.region, N_ ("INSEE code of the region"), N_ ("CODE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("The first day on which it is in force"), N_ ("DATE") },
    { "complete", 0, 0, G_OPTION_ARG_NONE, &options.is_complete, N_ ("The text holds every occupation of the region"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (AncRules) rules = NULL;
  g_autoptr (AncListText) text = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  AncListImport import = { 0 };
  int status = ANC_EXIT_USAGE;
  gsize length;

  if (!anc_cli_parse_options (_ ("Completes a list of occupations for a region from its official text, pasted into a file, "
                                 "or from a table with a column of FAP codes. The list goes into your own folder of law."),
                              _ ("FILE"),
                              entries,
                              &argc,
                              &argv,
                              &status))
    goto out;
  if (argc != 2)
    {
      status = anc_cli_print_usage_error (_ ("name one file"));
      goto out;
    }
  rules = anc_cli_load_rules (NULL);
  if (rules == NULL)
    {
      status = ANC_EXIT_REFUSED;
      goto out;
    }
  if (!read_options (&options, rules, &import))
    goto out;

  status = ANC_EXIT_REFUSED;
  if (!g_file_get_contents (argv[1], &contents, &length, &error))
    anc_cli_print_error ("%s: %s", argv[1], error->message);
  else if (length > MAX_TEXT_LENGTH || (text = anc_list_text_new (contents, length, rules, import.region)) == NULL)
    anc_cli_print_error (_ ("%s: this is not the text of a list"), argv[1]);
  else
    {
      print_report (text);
      status = write_list (&import, text, argv[1]);
    }

out:
  g_free (options.list);
  g_free (options.region);
  g_free (options.from);
  return status;
}

int
anc_command_list (int argc,
                  char **argv)
{
  static const AncVerb verbs[] = {
    { "import", import_list },
    { NULL, NULL },
  };

  return anc_cli_run_verb (verbs, argc, argv, _ ("say what to do with lists: import"));
}
