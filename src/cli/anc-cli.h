/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rules.h"

#include "anc-problems.h"

/* What the commands of ancragectl share. */

/**
 * AncExit:
 *
 * The exit statuses of every command.
 */
typedef enum
{
  ANC_EXIT_OK = 0,
  ANC_EXIT_REFUSED = 1,
  ANC_EXIT_USAGE = 2,
  ANC_EXIT_INTERRUPTED = 130,
} AncExit;

/**
 * AncVerb:
 * @name: what follows the name of a command; %NULL after the last
 * @run: what it does; returns the exit status
 */
typedef struct
{
  const char *name;
  int (*run) (int argc,
              char **argv);
} AncVerb;

int anc_command_bundle (int argc,
                        char **argv);
int anc_command_case (int argc,
                      char **argv);
int anc_command_document (int argc,
                          char **argv);
int anc_command_evaluate (int argc,
                          char **argv);
int anc_command_import (int argc,
                        char **argv);
int anc_command_journal (int argc,
                         char **argv);
int anc_command_list (int argc,
                      char **argv);
int anc_command_occupation (int argc,
                            char **argv);
int anc_command_pdf (int argc,
                     char **argv);
int anc_command_read (int argc,
                      char **argv);
int anc_command_redo (int argc,
                      char **argv);
int anc_command_rules (int argc,
                       char **argv);
int anc_command_search (int argc,
                        char **argv);
int anc_command_store (int argc,
                       char **argv);
int anc_command_undo (int argc,
                      char **argv);

void anc_cli_init (void);
gboolean anc_cli_has_colour (void);
guint anc_cli_get_width (void);
AncDate anc_cli_get_today (void);

int anc_cli_run_verb (const AncVerb *verbs,
                      int argc,
                      char **argv,
                      const char *what_there_is);
gboolean anc_cli_parse_options (const char *summary,
                                const char *parameters,
                                GOptionEntry *entries,
                                int *argc,
                                char ***argv,
                                int *status);
gboolean anc_cli_parse_date (const char *text,
                             AncDate *date);

int anc_cli_get_worse (int status,
                       int other);
void anc_cli_print_error (const char *format,
                          ...) G_GNUC_PRINTF (1, 2);
void anc_cli_append_problems (GString *text,
                              const char *name,
                              gboolean with_lines,
                              const AncProblems *problems);
int anc_cli_print_usage_error (const char *format,
                               ...) G_GNUC_PRINTF (1, 2);

void anc_cli_print_rule_problems (const AncRulesBuilder *builder);
AncRules *anc_cli_load_rules (char **regime_paths);
