/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncProblem:
 * @file: (nullable): the name of the file, where a document is several
 * @path: where in the document: `jobs[2].end`, or empty for the document itself
 * @line: the line of the file, from 1; 0 where it is not known
 * @template: the sentence, a message id of the translations, with a `%s` for each argument
 * @arguments: (array zero-terminated=1): what takes the place of each `%s`
 *
 * One thing wrong with what someone wrote, fit to be shown to them.
 */
typedef struct
{
  char *file;
  char *path;
  guint line;
  const char *template;
  char **arguments;
} AncProblem;

/**
 * AncProblems:
 *
 * The problems of one document, in the order in which they were found. Owned by one thread.
 */
typedef struct _AncProblems AncProblems;

/* Marks a template for translation; the one who shows it translates. */
#define ANC_PROBLEM(template) (template)

/* Gives the sentence to show for a template, in the language of the reader. */
typedef const char *(*AncTranslate) (const char *template);

AncProblems *anc_problems_new (void);
void anc_problems_free (AncProblems *self);

guint anc_problems_get_count (const AncProblems *self);
const AncProblem *anc_problems_get (const AncProblems *self,
                                    guint index);

void anc_problems_add (AncProblems *self,
                       const char *path,
                       guint line,
                       const char *template,
                       ...) G_GNUC_NULL_TERMINATED;
void anc_problems_add_valist (AncProblems *self,
                              const char *path,
                              guint line,
                              const char *template,
                              va_list arguments);
void anc_problems_name_file (AncProblems *self,
                             guint first,
                             const char *file);
void anc_problems_clear (AncProblems *self);

char *anc_problem_format (const AncProblem *problem,
                          AncTranslate translate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncProblems, anc_problems_free)
