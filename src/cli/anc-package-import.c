/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-package-import.h"

#include "anc-report-store.h"

#include "anc-plain-value.h"
#include "anc-store-packages.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* ---- Reading --------------------------------------------------------------------------------- */

static AncPackage *
read_package (const AncPackageImport *self,
              AncSession *session,
              const char *path,
              int *status)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *prompt = g_strdup_printf (_ ("Passphrase of %s: "), path);
  char *passphrase = anc_secret_read (&self->passphrase, prompt, NULL, session->cancellable);
  AncPackage *package;

  if (passphrase == NULL)
    {
      *status = g_cancellable_is_cancelled (session->cancellable) ? ANC_EXIT_INTERRUPTED : ANC_EXIT_REFUSED;
      return NULL;
    }

  anc_store_read_package_async (session->store, path, passphrase, session->cancellable, anc_wait_cb, &wait);
  anc_secret_free (passphrase);
  package = anc_store_read_package_finish (session->store, anc_wait_for (&wait), &error);
  if (package == NULL)
    *status = anc_session_fail (session, path, error);

  return package;
}

/* ---- Showing --------------------------------------------------------------------------------- */

static void
print_field (const AncComparisonItem *item,
             guint index)
{
  const AncColumn *column = &item->theirs->table->columns[index];
  g_autofree char *ours = anc_plain_value_write (column, &item->ours->values[index]);
  g_autofree char *theirs = anc_plain_value_write (column, &item->theirs->values[index]);
  g_autofree char *line = g_strdup_printf ("    %s: %s → %s",
                                           column->path != NULL ? column->path : column->name,
                                           *ours != '\0' ? ours : "–",
                                           *theirs != '\0' ? theirs : "–");
  g_autofree char *clean = anc_words_clean (line);

  printf ("%s\n", clean);
}

static void
print_item (const AncCaseComparison *comparison,
            const AncComparisonItem *item)
{
  static const char *const kinds[] = { NULL, N_ ("new"), N_ ("different"), N_ ("only here") };
  g_autofree char *path = anc_case_comparison_dup_path (comparison, item, ANC_COLUMN_NONE);

  if (item->kind == ANC_COMPARISON_SAME)
    return;

  printf ("%s: %s\n", *path != '\0' ? path : _ ("the case itself"), _ (kinds[item->kind]));
  for (guint i = 0; item->kind == ANC_COMPARISON_DIFFERENT && i < item->theirs->table->n_columns; i++)
    if (anc_comparison_item_differs (item, i))
      print_field (item, i);
}

static void
print_comparison (const AncCaseComparison *comparison,
                  guint n_taken)
{
  const guint n_same = anc_case_comparison_count_kind (comparison, ANC_COMPARISON_SAME);

  for (guint i = 0; i < anc_case_comparison_get_count (comparison); i++)
    print_item (comparison, anc_case_comparison_get (comparison, i));

  printf (ngettext ("%u record is the same.\n", "%u records are the same.\n", n_same), n_same);
  printf (ngettext ("%u record was taken.\n", "%u records were taken.\n", n_taken), n_taken);
}

/* ---- Taking ---------------------------------------------------------------------------------- */

typedef struct
{
  const AncCaseComparison *comparison;
  char **take;
} Choice;

/* Whether @wanted names @path or something around it: `jobs`, `jobs[2]` for `jobs[2].end`. */
static gboolean
names (const char *wanted,
       const char *path)
{
  const gsize length = strlen (wanted);

  return strncmp (path, wanted, length) == 0 && strchr (".[", path[length]) != NULL;
}

static gboolean
choose_cb (const AncComparisonItem *item,
           guint column,
           gpointer user_data)
{
  const Choice *choice = user_data;
  g_autofree char *path = anc_case_comparison_dup_path (choice->comparison, item, column);

  for (char **wanted = choice->take; *wanted != NULL; wanted++)
    if (names (*wanted, path))
      return TRUE;

  return FALSE;
}

static int
take (const AncPackageImport *self,
      AncSession *session,
      const char *path,
      AncPackage *package,
      guint *n_taken)
{
  const AncCaseComparison *comparison = anc_package_get_comparison (package);
  Choice choice = { comparison, self->take };
  g_autoptr (AncChangeSet) changes = NULL;
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;

  *n_taken = 0;
  if (self->only_show)
    return ANC_EXIT_OK;

  changes = anc_case_comparison_take (comparison, N_ ("Take a case package"), self->take != NULL ? choose_cb : NULL, &choice);
  if (anc_change_set_get_count (changes) == 0)
    return ANC_EXIT_OK;

  anc_store_take_package_async (session->store, package, changes, session->cancellable, anc_wait_cb, &wait);
  if (!anc_store_take_package_finish (session->store, anc_wait_for (&wait), &error))
    return anc_session_fail (session, path, error);

  *n_taken = anc_change_set_get_count (changes);
  return ANC_EXIT_OK;
}

/**
 * anc_package_import_run:
 * @self: how
 * @session: a session with its store open
 * @path: a case package
 *
 * Shows what a package has that the store has not, and takes what is to be taken. Doing so twice changes
 * nothing the second time.
 *
 * Returns: the exit status
 */
int
anc_package_import_run (const AncPackageImport *self,
                        AncSession *session,
                        const char *path)
{
  g_autoptr (AncPackage) package = NULL;
  guint n_taken;
  int status;

  package = read_package (self, session, path, &status);
  if (package == NULL)
    return status;

  status = take (self, session, path, package, &n_taken);
  if (status != ANC_EXIT_OK)
    return status;

  if (session->as_json)
    anc_report_print_comparison (anc_package_get_comparison (package), n_taken);
  else
    print_comparison (anc_package_get_comparison (package), n_taken);

  return ANC_EXIT_OK;
}
