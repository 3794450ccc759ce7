/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cli.h"
#include "anc-page.h"
#include "anc-words.h"

#include "anc-occupation-query.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* What is asked, and where the answer goes. */
typedef struct
{
  const AncRules *rules;
  AncOccupationQuery query;
  AncLanguage language;
  AncPage page;
} Question;

/* The families a code belongs to or is, with the codes they hold. */
static void
add_families (Question *question)
{
  guint n_families;
  const AncFamily *families = anc_occupations_get_families (anc_rules_get_occupations (question->rules), &n_families);

  for (guint i = 0; i < n_families; i++)
    {
      char fap[ANC_CODE_BUFFER_SIZE], rome[ANC_CODE_BUFFER_SIZE];
      g_autofree char *line = NULL;

      if (!anc_occupation_query_concerns_family (&question->query, &families[i]))
        continue;

      if (families[i].rome != ANC_CODE_NONE)
        line = g_strdup_printf (_ ("FAP %1$s %2$s – ROME %3$s %4$s"),
                                anc_code_format (families[i].fap, fap),
                                families[i].fap_label,
                                anc_code_format (families[i].rome, rome),
                                families[i].rome_label);
      else
        line = g_strdup_printf (_ ("FAP %1$s %2$s"), anc_code_format (families[i].fap, fap), families[i].fap_label);
      anc_page_add (&question->page, 0, 2, ANC_STYLE_PLAIN, line);
    }
}

static const char *
get_status_word (AncRowStatus status)
{
  static const char *const words[] = { N_ ("known to be off"), N_ ("probably on: check the official text"), N_ ("on") };

  return _ (words[status]);
}

static char *
describe_where (const Question *question,
                const AncListRow *row)
{
  const char *name;

  if (row->region == ANC_REGION_ANY)
    return g_strdup (_ ("everywhere"));

  name = anc_territory_get_region_name (anc_rules_get_territory (question->rules), row->region);
  return g_strdup_printf ("%02u %s", row->region, name);
}

static void
add_row (Question *question,
         const AncListRow *row)
{
  char code[ANC_CODE_BUFFER_SIZE], from[ANC_DATE_BUFFER_SIZE], until[ANC_DATE_BUFFER_SIZE];
  g_autofree char *where = describe_where (question, row);
  g_autofree char *line = g_strdup_printf ("%s · %s · %s – %s · %s %s",
                                           where,
                                           get_status_word (row->status),
                                           anc_date_format (row->from, from),
                                           row->until != ANC_DATE_NONE ? anc_date_format (row->until, until) : "…",
                                           anc_code_format (row->code, code),
                                           row->label);

  anc_page_add (&question->page, 2, 4, ANC_STYLE_PLAIN, line);
  anc_page_add (&question->page, 6, 6, ANC_STYLE_DIM, row->source);
}

static void
add_list (Question *question,
          const AncOccupationList *list)
{
  static const char *const answers[] = { N_ ("off"), N_ ("undecided"), N_ ("on") };
  static const AncOutcome colours[] = { ANC_OUTCOME_NOT_MET, ANC_OUTCOME_ARGUABLE, ANC_OUTCOME_MET };
  const AncOccupations *occupations = anc_rules_get_occupations (question->rules);
  AncListing listing = anc_occupation_query_answer (&question->query, occupations, list);
  g_autofree char *answer = anc_page_colour (&question->page, colours[listing], _ (answers[listing]));
  g_autofree char *line = g_strdup_printf ("%s: %s – %s", list->id, answer, list->title.in[question->language]);

  anc_page_add (&question->page, 0, 2, ANC_STYLE_BOLD, line);
  if (anc_occupation_list_find_period (list, question->query.on) == NULL)
    anc_page_add (&question->page, 2, 2, ANC_STYLE_PLAIN, _ ("The list is not in force on that date."));
  for (guint i = 0; i < list->rows->len; i++)
    {
      const AncListRow *row = &g_array_index (list->rows, AncListRow, i);

      if (anc_occupation_query_concerns_row (&question->query, occupations, row))
        add_row (question, row);
    }
}

int
anc_command_occupation (int argc,
                        char **argv)
{
  g_autofree char *on = NULL;
  g_autofree char *region = NULL;
  GOptionEntry entries[] = {
    { "region", 0, 0, G_OPTION_ARG_STRING, &region, N_ ("INSEE code of the region of the job"), N_ ("CODE") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("The day on which the lists are read (today)"), N_ ("DATE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (AncRules) rules = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Question question = { .page = { text, anc_cli_get_width (), anc_cli_has_colour () } };
  const AncOccupations *occupations;
  int status;

  if (!anc_cli_parse_options (_ ("Says which lists of occupations say what about a code: FAP (A0Z40), ROME (A1416) or old ROME (13212)."),
                              _ ("CODE"),
                              entries,
                              &argc,
                              &argv,
                              &status))
    return status;
  if (argc != 2 || !anc_occupation_parse (argv[1], &question.query.occupation))
    return anc_cli_print_usage_error (_ ("name one code: FAP (A0Z40), ROME (A1416) or old ROME (13212)"));

  question.query.on = anc_cli_get_today ();
  if (on != NULL && !anc_cli_parse_date (on, &question.query.on))
    return ANC_EXIT_USAGE;
  rules = anc_cli_load_rules (NULL);
  if (rules == NULL)
    return ANC_EXIT_REFUSED;
  question.rules = rules;
  question.language = anc_words_get_language ();
  if (region != NULL)
    {
      question.query.region = anc_territory_find_region (anc_rules_get_territory (rules), region);
      if (question.query.region == ANC_REGION_NONE)
        return anc_cli_print_usage_error (_ ("“%s” is not the code of a region, such as 11 or 76"), region);
    }

  add_families (&question);
  occupations = anc_rules_get_occupations (rules);
  for (guint i = 0; i < anc_occupations_get_n_lists (occupations); i++)
    add_list (&question, anc_occupations_get_list (occupations, i));
  fputs (text->str, stdout);

  return ANC_EXIT_OK;
}
