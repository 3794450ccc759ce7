/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cli.h"
#include "anc-page.h"
#include "anc-words.h"

#include "anc-criterion.h"
#include "anc-example.h"
#include "anc-law.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* ---- check --------------------------------------------------------------------------------- */

typedef struct
{
  guint n_passed;
  guint n_failed;
} Tally;

/* Where a single file stands in a folder of law. */
static char *
guess_place (const char *path)
{
  static const char *const tables[] = {
    "departments.csv", "nationality-groups.json", "facts.json", "wages/smic.csv", "occupations/lists.json", "occupations/fap-rome.csv"
  };
  g_autofree char *name = g_path_get_basename (path);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *table = g_path_get_basename (tables[i]);

      if (strcmp (table, name) == 0)
        return g_strdup (tables[i]);
    }

  return g_strconcat (g_str_has_suffix (name, ".csv") ? "occupations/" : "regimes/", name, NULL);
}

static gboolean
is_law_folder (const char *path)
{
  static const char *const signs[] = { "regimes", "occupations", "wages", "facts.json" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *sign = g_build_filename (path, signs[i], NULL);

      if (g_file_test (sign, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_path (AncRulesBuilder *builder,
          const char *path,
          guint layer,
          GError **error)
{
  g_autofree char *place = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return is_law_folder (path) ? anc_law_add_folder (builder, path, layer, error)
                                : anc_law_add_regimes (builder, path, layer, error);

  place = guess_place (path);
  return anc_law_add_file (builder, path, place, layer, error);
}

static gboolean
add_all (AncRulesBuilder *builder,
         char **paths,
         GError **error)
{
  guint layer = ANC_LAW_LAYER_GIVEN;

  anc_law_add_shipped (builder);
  if (!anc_law_add_own (builder, error))
    return FALSE;

  for (; *paths != NULL; paths++)
    if (!add_path (builder, *paths, layer++, error))
      return FALSE;

  return TRUE;
}

static void
run_examples (AncRules *rules,
              const AncRuleFile *file,
              Tally *tally)
{
  const AncRegime *regime = anc_rules_find_regime (rules, file->regime_id);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < regime->examples->len; i++)
    {
      const AncExample *example = &g_array_index (regime->examples, AncExample, i);
      g_autoptr (AncProblems) problems = anc_problems_new ();
      g_autofree char *name = g_strdup_printf ("%s: examples[%u] “%s”", file->name, i, example->name.in[anc_words_get_language ()]);

      if (anc_example_run (example, regime, rules, problems))
        tally->n_passed++;
      else
        tally->n_failed++;
      anc_cli_append_problems (text, name, FALSE, problems);
    }
  fputs (text->str, stderr);
}

/* Whether a file lies under another that holds the same regime, and so was not taken. */
static gboolean
is_covered (const AncRulesBuilder *builder,
            const AncRuleFile *file)
{
  for (guint i = 0; i < anc_rules_builder_get_n_files (builder); i++)
    {
      const AncRuleFile *other = anc_rules_builder_get_file (builder, i);

      if (other->layer > file->layer && g_strcmp0 (other->regime_id, file->regime_id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A regime counts by its examples, any other file as one. */
static void
check_file (const AncRulesBuilder *builder,
            AncRules *rules,
            const AncRuleFile *file,
            Tally *tally)
{
  if (file->regime_id == NULL)
    tally->n_passed++;
  else if (!is_covered (builder, file))
    run_examples (rules, file, tally);
}

static int
check (int argc,
       char **argv)
{
  GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();
  g_autoptr (AncRules) rules = NULL;
  g_autoptr (GError) error = NULL;
  Tally tally = { 0, 0 };
  guint first_layer;
  int status;

  if (!anc_cli_parse_options (_ ("Validates files of law and runs the examples of the regimes. Without a path: the law "
                                 "that ships with the program and the law in your own folder."),
                              _ ("[PATH…]"),
                              entries,
                              &argc,
                              &argv,
                              &status))
    return status;

  if (!add_all (builder, argv + 1, &error))
    {
      anc_cli_print_error ("ancragectl: %s", error->message);
      return ANC_EXIT_REFUSED;
    }

  /* What is wrong is told and set aside, so that the rest is checked all the same. */
  while ((rules = anc_rules_builder_end (builder)) == NULL)
    {
      anc_cli_print_rule_problems (builder);
      tally.n_failed += anc_rules_builder_drop_wrong (builder);
    }

  first_layer = argc > 1 ? ANC_LAW_LAYER_GIVEN : ANC_LAW_LAYER_SHIPPED;
  for (guint i = 0; i < anc_rules_builder_get_n_files (builder); i++)
    {
      const AncRuleFile *file = anc_rules_builder_get_file (builder, i);

      if (file->layer >= first_layer)
        check_file (builder, rules, file, &tally);
    }

  printf ("%u passed, %u failed\n", tally.n_passed, tally.n_failed); /* read by scripts: never translated */
  return tally.n_failed > 0 ? ANC_EXIT_REFUSED : ANC_EXIT_OK;
}

/* ---- list ---------------------------------------------------------------------------------- */

static char *
describe_period (const AncRegime *regime)
{
  char from[ANC_DATE_BUFFER_SIZE], until[ANC_DATE_BUFFER_SIZE];

  return g_strdup_printf ("%s … %-10s",
                          anc_date_format (regime->from, from),
                          regime->until != ANC_DATE_NONE ? anc_date_format (regime->until, until) : "");
}

static int
list (int argc,
      char **argv)
{
  g_autofree char *on = NULL;
  GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("Only those in force on this filing date"), N_ ("DATE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (AncRules) rules = NULL;
  const AncLanguage language = anc_words_get_language ();
  AncDate date = ANC_DATE_NONE;
  int status;

  if (!anc_cli_parse_options (_ ("Lists the regimes, with their filing dates."), NULL, entries, &argc, &argv, &status))
    return status;
  if (argc > 1)
    return anc_cli_print_usage_error (_ ("“%s” is one argument too many"), argv[1]);
  if (on != NULL && !anc_cli_parse_date (on, &date))
    return ANC_EXIT_USAGE;
  rules = anc_cli_load_rules (NULL);
  if (rules == NULL)
    return ANC_EXIT_REFUSED;

  for (guint i = 0; i < anc_rules_get_n_regimes (rules); i++)
    {
      const AncRegime *regime = anc_rules_get_regime (rules, i);
      g_autofree char *period = describe_period (regime);

      if (date == ANC_DATE_NONE || anc_regime_is_in_force (regime, date))
        printf ("%-24s  %s  %s\n", regime->id, period, regime->title.in[language]);
    }

  return ANC_EXIT_OK;
}

/* ---- show ---------------------------------------------------------------------------------- */

static void
add_source (AncPage *page,
            const AncSource *source,
            guint indent,
            AncLanguage language)
{
  g_autoptr (GString) line = g_string_new (source->title.in[language]);

  if (source->article != NULL)
    g_string_append_printf (line, ", %s", source->article);
  if (source->date != NULL)
    g_string_append_printf (line, " (%s)", source->date);
  if (source->url != NULL)
    g_string_append_printf (line, " %s", source->url);
  anc_page_add (page, indent, indent + 2, ANC_STYLE_DIM, line->str);
}

static void
add_criterion (AncPage *page,
               const AncCriterion *criterion,
               guint indent,
               AncLanguage language)
{
  g_autofree char *line = g_strdup_printf ("%s: %s (%s)",
                                           criterion->id,
                                           criterion->title.in[language],
                                           anc_words_force (criterion->force));

  anc_page_add (page, indent, indent + 2, ANC_STYLE_PLAIN, line);
  add_source (page, criterion->source, indent + 4, language);
}

static void
add_node (AncPage *page,
          const AncNode *node,
          guint indent,
          AncLanguage language)
{
  const char *title = node->title.in[language];
  g_autofree char *line = NULL;

  if (node->type == ANC_NODE_CRITERION)
    {
      add_criterion (page, node->criterion, indent, language);
      return;
    }

  line = g_strdup_printf ("%s%s%s",
                          title != NULL ? title : "",
                          title != NULL ? " – " : "",
                          node->type == ANC_NODE_ALL ? _ ("all of these:") : _ ("one of these:"));
  anc_page_add (page, indent, indent + 2, ANC_STYLE_BOLD, line);
  for (guint i = 0; i < node->n_children; i++)
    add_node (page, node->children[i], indent + 2, language);
}

static void
add_notes (AncPage *page,
           const char *heading,
           const GArray *notes,
           AncLanguage language)
{
  if (notes->len > 0)
    anc_page_add (page, 0, 0, ANC_STYLE_BOLD, heading);

  for (guint i = 0; i < notes->len; i++)
    {
      const AncNote *note = &g_array_index (notes, AncNote, i);
      g_autofree char *line = g_strdup_printf ("– %s", note->text.in[language]);

      anc_page_add (page, 2, 4, ANC_STYLE_PLAIN, line);
      add_source (page, note->source, 6, language);
    }
}

static void
add_regime (AncPage *page,
            const AncRegime *regime,
            AncLanguage language)
{
  g_autofree char *period = describe_period (regime);
  g_autofree char *filings = g_strdup_printf (_ ("Filing dates: %s"), g_strchomp (period));

  anc_page_add (page, 0, 2, ANC_STYLE_BOLD, regime->title.in[language]);
  anc_page_add (page, 0, 2, ANC_STYLE_PLAIN, filings);
  if (regime->grants.in[language] != NULL)
    {
      g_autofree char *grants = g_strdup_printf (_ ("Would grant: %s."), regime->grants.in[language]);

      anc_page_add (page, 0, 2, ANC_STYLE_PLAIN, grants);
    }
  anc_page_add_blank (page);
  add_node (page, regime->require, 0, language);
  if (regime->criteria->len > regime->n_required)
    anc_page_add (page, 0, 0, ANC_STYLE_BOLD, _ ("Weighed by the prefect, never decisive alone"));
  for (guint i = regime->n_required; i < regime->criteria->len; i++)
    add_criterion (page, g_ptr_array_index (regime->criteria, i), 2, language);
  add_notes (page, _ ("Cautions"), regime->cautions, language);
  add_notes (page, _ ("What follows"), regime->effects, language);
}

static int
show (int argc,
      char **argv)
{
  GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (AncRules) rules = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  AncPage page = { text, anc_cli_get_width (), anc_cli_has_colour () };
  const AncRegime *regime;
  int status;

  if (!anc_cli_parse_options (_ ("Shows a regime: its tree of criteria, the force of each and its source."),
                              _ ("ID"),
                              entries,
                              &argc,
                              &argv,
                              &status))
    return status;
  if (argc != 2)
    return anc_cli_print_usage_error (_ ("name one regime; ancragectl rules list says which there are"));

  rules = anc_cli_load_rules (NULL);
  if (rules == NULL)
    return ANC_EXIT_REFUSED;
  regime = anc_rules_find_regime (rules, argv[1]);
  if (regime == NULL)
    return anc_cli_print_usage_error (_ ("there is no regime “%s”; see ancragectl rules list"), argv[1]);

  add_regime (&page, regime, anc_words_get_language ());
  fputs (text->str, stdout);
  return ANC_EXIT_OK;
}

int
anc_command_rules (int argc,
                   char **argv)
{
  static const AncVerb verbs[] = {
    { "check", check },
    { "list", list },
    { "show", show },
    { NULL, NULL },
  };

  return anc_cli_run_verb (verbs, argc, argv, _ ("say what to do with the rules: check, list or show"));
}
