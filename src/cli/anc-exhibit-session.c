/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibit-session.h"

#include "anc-law.h"
#include "anc-store-settings.h"

#include <stdio.h>

/**
 * anc_session_load_exhibit_rules:
 * @self: a session whose store is open
 * @status: (out): the exit status where there is none
 *
 * Returns: (transfer full) (nullable): the kinds of documents and the lists of regimes, as this office grades them; %NULL once
 *   what is wrong was said
 */
AncExhibitRules *
anc_session_load_exhibit_rules (AncSession *self,
                                int *status)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (AncExhibitRules) rules = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *law = anc_law_get_own_folder ();
  g_autofree char *folder = g_build_filename (law, "exhibits", NULL);
  g_autofree char *grades = NULL;

  anc_store_get_setting_async (self->store, ANC_EXHIBIT_GRADES_SETTING, self->cancellable, anc_wait_cb, &wait);
  grades = anc_store_get_setting_finish (self->store, anc_wait_for (&wait), &error);
  if (grades == NULL)
    {
      *status = anc_session_fail (self, self->path, error);
      return NULL;
    }

  rules = anc_exhibit_rules_load (folder, *grades != '\0' ? grades : NULL, problems);
  if (anc_problems_get_count (problems) == 0)
    return g_steal_pointer (&rules);

  anc_cli_append_problems (lines, folder, TRUE, problems);
  fputs (lines->str, stderr);
  *status = ANC_EXIT_REFUSED;
  return NULL;
}

/**
 * anc_session_load_proofs:
 *
 * Returns: (transfer full) (nullable): the kinds of documents that count as proofs of presence, to this office; %NULL as above
 */
char **
anc_session_load_proofs (AncSession *self,
                         int *status)
{
  g_autoptr (AncExhibitRules) rules = anc_session_load_exhibit_rules (self, status);

  return rules != NULL ? anc_exhibit_rules_dup_proofs (rules) : NULL;
}
