/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cli.h"

#include "anc-law.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define DEFAULT_WIDTH 100
#define MIN_WIDTH 60
#define MAX_WIDTH 120

/* ---- Language and terminal ----------------------------------------------------------------- */

/* Translations of a program that runs from its build folder stand there too. */
static const char *
find_locale_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, ANC_BUILD_DIR "/") ? ANC_BUILD_DIR "/po"
                                                                          : ANC_LOCALE_DIR;
}

/**
 * anc_cli_init:
 *
 * Sets the language and the encoding of the session. A session that asks for French on a system
 * where that locale was never generated gets it all the same.
 */
void
anc_cli_init (void)
{
  if (setlocale (LC_ALL, "") == NULL || strcmp (setlocale (LC_MESSAGES, NULL), "C") == 0)
    {
      setlocale (LC_ALL, "C.UTF-8");
      if (anc_words_get_language () == ANC_LANGUAGE_FR)
        g_setenv ("LANGUAGE", "fr", TRUE);
    }

  bindtextdomain (GETTEXT_PACKAGE, find_locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

gboolean
anc_cli_has_colour (void)
{
  return isatty (STDOUT_FILENO) && g_getenv ("NO_COLOR") == NULL && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

/**
 * anc_cli_get_width:
 *
 * Returns: how many columns a line of text may take
 */
guint
anc_cli_get_width (void)
{
  struct winsize size;

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return DEFAULT_WIDTH;

  return CLAMP (size.ws_col, MIN_WIDTH, MAX_WIDTH);
}

AncDate
anc_cli_get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return anc_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/* ---- Arguments ----------------------------------------------------------------------------- */

/**
 * anc_cli_run_verb:
 * @verbs: the verbs of a command
 * @argc: the number of arguments, from the name of the command on
 * @argv: the arguments
 * @what_there_is: what to say where there is no such verb
 *
 * Returns: the exit status
 */
int
anc_cli_run_verb (const AncVerb *verbs,
                  int argc,
                  char **argv,
                  const char *what_there_is)
{
  for (; argc > 1 && verbs->name != NULL; verbs++)
    if (strcmp (argv[1], verbs->name) == 0)
      return verbs->run (argc - 1, argv + 1);

  return anc_cli_print_usage_error ("%s", what_there_is);
}

/**
 * anc_cli_parse_options:
 * @summary: what the command does
 * @parameters: what follows its options
 * @entries: its options
 * @argc: (inout): the number of arguments; those that are options are taken out
 * @argv: (inout): the arguments
 * @status: (out): the exit status, on failure
 *
 * Returns: whether the options are right
 */
gboolean
anc_cli_parse_options (const char *summary,
                       const char *parameters,
                       GOptionEntry *entries,
                       int *argc,
                       char ***argv,
                       int *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entry[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entry, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *status = anc_cli_print_usage_error ("%s", error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      fputs (text, stdout);
      *status = ANC_EXIT_OK;
      return FALSE;
    }

  return TRUE;
}

gboolean
anc_cli_parse_date (const char *text,
                    AncDate *date)
{
  if (anc_date_parse (text, date))
    return TRUE;

  anc_cli_print_usage_error (_ ("“%s” is not a date such as 2026-11-21"), text);
  return FALSE;
}

/**
 * anc_cli_get_worse:
 *
 * Returns: of two exit statuses the one to end with
 */
int
anc_cli_get_worse (int status,
                   int other)
{
  return MAX (status, other);
}

/* ---- Messages ------------------------------------------------------------------------------ */

void
anc_cli_print_error (const char *format,
                     ...)
{
  g_autofree char *line = NULL;
  g_autofree char *clean = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  clean = anc_words_clean (line);
  fprintf (stderr, "%s\n", clean);
}

/**
 * anc_cli_print_usage_error:
 *
 * Returns: the exit status of a wrong call
 */
int
anc_cli_print_usage_error (const char *format,
                           ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  anc_cli_print_error ("ancragectl: %s", reason);

  return ANC_EXIT_USAGE;
}

/**
 * anc_cli_append_problems:
 * @text: takes a line `FILE: PATH: reason` for each problem
 * @name: the file, with its line where the caller knows it; or the folder of the files that problems are of
 * @with_lines: whether to say the line of each problem
 * @problems: what is wrong with it
 */
void
anc_cli_append_problems (GString *text,
                         const char *name,
                         gboolean with_lines,
                         const AncProblems *problems)
{
  for (guint i = 0; i < anc_problems_get_count (problems); i++)
    {
      const AncProblem *problem = anc_problems_get (problems, i);
      g_autofree char *reason = anc_problem_format (problem, anc_words_translate);
      g_autofree char *number = with_lines && problem->line > 0 ? g_strdup_printf (":%u", problem->line)
                                                                : g_strdup ("");
      g_autofree char *file = problem->file != NULL ? g_build_filename (name, problem->file, NULL) : g_strdup (name);
      g_autofree char *line = g_strdup_printf ("%s%s: %s%s%s",
                                               file,
                                               number,
                                               problem->path,
                                               *problem->path != '\0' ? ": " : "",
                                               reason);
      g_autofree char *clean = anc_words_clean (line);

      g_string_append_printf (text, "%s\n", clean);
    }
}

/* ---- Law ----------------------------------------------------------------------------------- */

void
anc_cli_print_rule_problems (const AncRulesBuilder *builder)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < anc_rules_builder_get_n_files (builder); i++)
    {
      const AncRuleFile *file = anc_rules_builder_get_file (builder, i);

      anc_cli_append_problems (text, file->name, TRUE, file->problems);
    }
  fputs (text->str, stderr);
}

static gboolean
add_law (AncRulesBuilder *builder,
         char **regime_paths,
         GError **error)
{
  guint layer = ANC_LAW_LAYER_GIVEN;

  anc_law_add_shipped (builder);
  if (!anc_law_add_own (builder, error))
    return FALSE;

  for (char **path = regime_paths; path != NULL && *path != NULL; path++)
    if (!anc_law_add_regimes (builder, *path, layer++, error))
      return FALSE;

  return TRUE;
}

/**
 * anc_cli_load_rules:
 * @regime_paths: (nullable) (array zero-terminated=1): regimes laid over the others
 *
 * Loads the law that ships with the program, the person's own over it, and these regimes over both.
 *
 * Returns: (transfer full) (nullable): the rules; %NULL when something is wrong, which was then said
 */
AncRules *
anc_cli_load_rules (char **regime_paths)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();
  g_autoptr (GError) error = NULL;
  AncRules *rules;

  if (!add_law (builder, regime_paths, &error))
    {
      anc_cli_print_error ("ancragectl: %s", error->message);
      return NULL;
    }

  rules = anc_rules_builder_end (builder);
  if (rules == NULL)
    anc_cli_print_rule_problems (builder);

  return rules;
}
