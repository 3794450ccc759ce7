/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-problems.h"

#include <string.h>

struct _AncProblems
{
  GArray *items; /* of AncProblem */
};

static void
clear_problem (gpointer data)
{
  AncProblem *problem = data;

  g_free (problem->file);
  g_free (problem->path);
  g_strfreev (problem->arguments);
}

AncProblems *
anc_problems_new (void)
{
  AncProblems *self = g_new0 (AncProblems, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (AncProblem));
  g_array_set_clear_func (self->items, clear_problem);

  return self;
}

void
anc_problems_free (AncProblems *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->items);
  g_free (self);
}

guint
anc_problems_get_count (const AncProblems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/**
 * anc_problems_get:
 * @self: the problems
 * @index: less than anc_problems_get_count()
 *
 * Returns: (transfer none): the problem, valid until the next change
 */
const AncProblem *
anc_problems_get (const AncProblems *self,
                  guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  return &g_array_index (self->items, AncProblem, index);
}

/**
 * anc_problems_add:
 * @self: the problems
 * @path: where in the document, empty for the document itself
 * @line: the line, from 1, or 0
 * @template: a sentence marked with ANC_PROBLEM(), which lives as long as the program
 * @...: what takes the place of each `%s`, then %NULL
 */
void
anc_problems_add (AncProblems *self,
                  const char *path,
                  guint line,
                  const char *template,
                  ...)
{
  va_list arguments;

  va_start (arguments, template);
  anc_problems_add_valist (self, path, line, template, arguments);
  va_end (arguments);
}

void
anc_problems_add_valist (AncProblems *self,
                         const char *path,
                         guint line,
                         const char *template,
                         va_list arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  AncProblem problem = { 0 };
  const char *argument;

  g_return_if_fail (self != NULL);
  g_return_if_fail (path != NULL && template != NULL);

  while ((argument = va_arg (arguments, const char *)) != NULL)
    g_strv_builder_add (builder, argument);

  problem.path = g_strdup (path);
  problem.line = line;
  problem.template = template;
  problem.arguments = g_strv_builder_end (builder);

  g_array_append_val (self->items, problem);
}

/**
 * anc_problems_name_file:
 * @self: the problems
 * @first: the first one that is of a file; so are all after it
 * @file: its name
 *
 * Says which of several files problems are of.
 */
void
anc_problems_name_file (AncProblems *self,
                        guint first,
                        const char *file)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (file != NULL);

  for (guint i = first; i < self->items->len; i++)
    {
      AncProblem *problem = &g_array_index (self->items, AncProblem, i);

      g_free (problem->file);
      problem->file = g_strdup (file);
    }
}

void
anc_problems_clear (AncProblems *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->items, 0);
}

/**
 * anc_problem_format:
 * @problem: a problem
 * @translate: (nullable): gives the template in the reader's language; %NULL leaves it in English
 *
 * Returns: (transfer full): the sentence, without its place
 */
char *
anc_problem_format (const AncProblem *problem,
                    AncTranslate translate)
{
  const char *rest;
  const char *hole;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (problem != NULL, NULL);

  rest = translate != NULL ? translate (problem->template) : problem->template;
  for (char **argument = problem->arguments;
       *argument != NULL && (hole = strstr (rest, "%s")) != NULL;
       argument++)
    {
      g_string_append_len (text, rest, hole - rest);
      g_string_append (text, *argument);
      rest = hole + strlen ("%s");
    }
  g_string_append (text, rest);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
