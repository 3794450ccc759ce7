/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-session.h"

#include "anc-store-trash.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

/* ---- Beginning and end ----------------------------------------------------------------------- */

static gboolean
interrupt_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

void
anc_session_init (AncSession *self)
{
  *self = (AncSession){ .passphrase = { NULL, -1 } };
  self->cancellable = g_cancellable_new ();
  self->interrupt_source = g_unix_signal_add (SIGINT, interrupt_cb, self->cancellable);
}

void
anc_session_clear (AncSession *self)
{
  g_clear_handle_id (&self->interrupt_source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->passphrase.file, g_free);
  g_clear_pointer (&self->path, g_free);
}

static guint
count_entries (const GOptionEntry *entries)
{
  guint n = 0;

  while (entries != NULL && entries[n].long_name != NULL)
    n++;

  return n;
}

/**
 * anc_session_parse:
 * @self: the session; takes the store's name and the options that all commands on stores have
 * @place: where the store is named
 * @summary: what the command does
 * @parameters: what follows its options
 * @entries: (nullable): its own options
 * @argc: (inout): the number of arguments; what is left are the command's name and its own arguments
 * @argv: (inout): the arguments
 * @status: (out): the exit status, on failure
 *
 * Returns: whether the options are right and a store is named
 */
gboolean
anc_session_parse (AncSession *self,
                   AncStorePlace place,
                   const char *summary,
                   const char *parameters,
                   const GOptionEntry *entries,
                   int *argc,
                   char ***argv,
                   int *status)
{
  const GOptionEntry common[] = {
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &self->passphrase.file, N_ ("Read the passphrase of the store from the first line of a file"), N_ ("FILE") },
    { "passphrase-fd", 0, 0, G_OPTION_ARG_INT, &self->passphrase.fd, N_ ("Read the passphrase of the store from a file descriptor"), N_ ("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->as_json, N_ ("Print JSON"), NULL },
    { "store", 0, 0, G_OPTION_ARG_FILENAME, &self->path, N_ ("The store"), N_ ("FILE") },
  };
  const guint n_common = place == ANC_STORE_OPTION ? G_N_ELEMENTS (common) : G_N_ELEMENTS (common) - 1;
  const GOptionEntry end = G_OPTION_ENTRY_NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (GOptionEntry));

  g_array_append_vals (all, entries, count_entries (entries));
  g_array_append_vals (all, common, n_common);
  g_array_append_val (all, end);
  if (!anc_cli_parse_options (summary, parameters, (GOptionEntry *) (gpointer) all->data, argc, argv, status))
    return FALSE;

  if (place == ANC_STORE_ARGUMENT && *argc > 1)
    {
      self->path = g_strdup ((*argv)[1]);
      (*argv)[1] = (*argv)[0];
      (*argv)++;
      (*argc)--;
    }
  if (self->path == NULL)
    *status = anc_cli_print_usage_error (place == ANC_STORE_ARGUMENT ? _ ("name a store") : _ ("name a store with --store"));
  else if (self->passphrase.file != NULL && self->passphrase.fd >= 0)
    *status = anc_cli_print_usage_error (_ ("a passphrase comes from a file or from a file descriptor, not from both"));
  else
    return TRUE;

  return FALSE;
}

static gboolean
try_to_open (AncSession *self,
             const char *passphrase,
             AncStoreFlags flags,
             GError **error)
{
  g_auto (AncWait) wait = { NULL };

  anc_store_open_async (self->path, passphrase, flags, self->cancellable, anc_wait_cb, &wait);
  self->store = anc_store_open_finish (anc_wait_for (&wait), error);

  return self->store != NULL;
}

/* Who stands in the journal. */
static const char *
get_author (void)
{
  const char *name = g_get_real_name ();

  return g_strcmp0 (name, "Unknown") != 0 && *name != '\0' ? name : g_get_user_name ();
}

/**
 * anc_session_open:
 * @self: a session whose options are read
 * @flags: how to open the store
 * @status: (out): the exit status, on failure, which was then said
 *
 * Opens the store; where it needs a passphrase and none is given, asks for it.
 *
 * Returns: whether it is open
 */
gboolean
anc_session_open (AncSession *self,
                  AncStoreFlags flags,
                  int *status)
{
  const gboolean is_given = anc_secret_source_is_given (&self->passphrase);
  g_autofree char *prompt = g_strdup_printf (_ ("Passphrase of %s: "), self->path);
  g_autoptr (GError) error = NULL;
  char *passphrase = NULL;

  if (is_given || (!try_to_open (self, NULL, flags, &error) && g_error_matches (error, ANC_STORE_ERROR, ANC_STORE_ERROR_PASSPHRASE)))
    {
      passphrase = anc_secret_read (&self->passphrase, prompt, NULL, self->cancellable);
      if (passphrase == NULL)
        {
          *status = g_cancellable_is_cancelled (self->cancellable) ? ANC_EXIT_INTERRUPTED : ANC_EXIT_REFUSED;
          return FALSE;
        }
      g_clear_error (&error);
      try_to_open (self, passphrase, flags, &error);
      anc_secret_free (passphrase);
    }
  if (error != NULL)
    {
      *status = anc_session_fail (self, self->path, error);
      return FALSE;
    }

  anc_store_set_author (self->store, get_author ());
  return TRUE;
}

/**
 * anc_session_close:
 * @self: a session
 * @status: what the command came to
 *
 * Closes the store, if it is open.
 *
 * Returns: the exit status
 */
int
anc_session_close (AncSession *self,
                   int status)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return status;

  anc_store_close_async (self->store, NULL, anc_wait_cb, &wait);
  if (!anc_store_close_finish (self->store, anc_wait_for (&wait), &error))
    {
      anc_session_fail (self, self->path, error);
      status = anc_cli_get_worse (status, ANC_EXIT_REFUSED);
    }
  g_clear_object (&self->store);

  return status;
}

/* ---- Errors ---------------------------------------------------------------------------------- */

static const char *
get_sentence (const GError *error)
{
  switch ((AncStoreError) error->code)
    {
    case ANC_STORE_ERROR_NOT_A_STORE:
      return _ ("this is not a store");
    case ANC_STORE_ERROR_PASSPHRASE:
      return _ ("the passphrase is wrong");
    case ANC_STORE_ERROR_NEWER:
      return _ ("a newer version of the program wrote this store; update the program to open it");
    case ANC_STORE_ERROR_DAMAGED:
      return _ ("the store is damaged; restore a backup with ancragectl store restore");
    case ANC_STORE_ERROR_READ_ONLY:
      return _ ("the file or its folder cannot be written to");
    case ANC_STORE_ERROR_FULL:
      return _ ("the disk is full; nothing was written");
    case ANC_STORE_ERROR_BUSY:
      return _ ("the store is open elsewhere");
    case ANC_STORE_ERROR_IO:
      return _ ("reading or writing failed");
    case ANC_STORE_ERROR_MEMORY:
      return _ ("there is not enough memory");
    case ANC_STORE_ERROR_NOT_FOUND:
      return _ ("it is not there");
    case ANC_STORE_ERROR_EXISTS:
      return _ ("it is there already");
    case ANC_STORE_ERROR_CONFLICT:
      return _ ("it was changed by someone else in the meantime; try again");
    case ANC_STORE_ERROR_REFUSED:
      return _ ("the store cannot hold this");
    case ANC_STORE_ERROR_FAILED:
    default:
      return _ ("something went wrong in the store");
    }
}

/**
 * anc_session_fail:
 * @self: the session
 * @about: what the error is about
 * @error: what went wrong
 *
 * Says it; being interrupted needs no words.
 *
 * Returns: the exit status
 */
int
anc_session_fail (AncSession *self,
                  const char *about,
                  const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return ANC_EXIT_INTERRUPTED;

  if (error->domain == ANC_STORE_ERROR)
    anc_cli_print_error ("%s: %s (%s)", about, get_sentence (error), error->message);
  else
    anc_cli_print_error ("%s: %s", about, error->message);

  return ANC_EXIT_REFUSED;
}

/* ---- Cases ----------------------------------------------------------------------------------- */

static gboolean
parse_key (const char *reference,
           gint64 *case_key)
{
  guint64 key;

  if (*reference != '#' || !g_ascii_string_to_unsigned (reference + 1, 10, 1, G_MAXINT64, &key, NULL))
    return FALSE;

  *case_key = (gint64) key;
  return TRUE;
}

static void
print_several (const char *reference,
               GPtrArray *found)
{
  anc_cli_print_error (_ ("ancragectl: several cases have the reference “%s”; name one by its key:"), reference);
  for (guint i = 0; i < found->len; i++)
    {
      const AncCaseEntry *entry = g_ptr_array_index (found, i);

      anc_cli_print_error ("  #%" G_GINT64_FORMAT "  %s %s", entry->key, entry->family_name ?: "", entry->given_names ?: "");
    }
}

/* The case of this reference in the trash that was deleted last; 0 for none. */
static gint64
find_in_trash (AncSession *self,
               const char *reference)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GPtrArray) items = NULL;
  const AncTrashItem *last = NULL;

  anc_store_list_trash_async (self->store, self->cancellable, anc_wait_cb, &wait);
  items = anc_store_list_trash_finish (self->store, anc_wait_for (&wait), NULL);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const AncTrashItem *item = g_ptr_array_index (items, i);

      if (item->document_key == 0 && g_strcmp0 (item->reference, reference) == 0
          && (last == NULL || item->time > last->time))
        last = item;
    }

  return last != NULL ? last->case_key : 0;
}

static gboolean
find_case (AncSession *self,
           const char *reference,
           gboolean also_deleted,
           gint64 *case_key,
           int *status)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (parse_key (reference, case_key))
    return TRUE;

  anc_store_find_cases_async (self->store, reference, self->cancellable, anc_wait_cb, &wait);
  found = anc_store_find_cases_finish (self->store, anc_wait_for (&wait), &error);
  *status = ANC_EXIT_REFUSED;
  *case_key = 0;
  if (found == NULL)
    *status = anc_session_fail (self, reference, error);
  else if (found->len > 1)
    print_several (reference, found);
  else if (found->len == 1)
    *case_key = ((const AncCaseEntry *) g_ptr_array_index (found, 0))->key;
  else if (also_deleted)
    *case_key = find_in_trash (self, reference);
  if (found != NULL && found->len < 2 && *case_key == 0)
    anc_cli_print_error (_ ("ancragectl: there is no case “%s” in the store"), reference);

  return *case_key != 0;
}

/**
 * anc_session_find_case:
 * @self: a session with its store open
 * @reference: the reference of a case, or `#` and its key
 * @case_key: (out): the case
 * @status: (out): the exit status, on failure, which was then said
 *
 * Returns: whether there is one such case
 */
gboolean
anc_session_find_case (AncSession *self,
                       const char *reference,
                       gint64 *case_key,
                       int *status)
{
  return find_case (self, reference, FALSE, case_key, status);
}

/**
 * anc_session_find_case_or_deleted:
 *
 * As anc_session_find_case(), but where there is no such case one that lies in the trash is found too.
 */
gboolean
anc_session_find_case_or_deleted (AncSession *self,
                                  const char *reference,
                                  gint64 *case_key,
                                  int *status)
{
  return find_case (self, reference, TRUE, case_key, status);
}

/**
 * anc_session_load_case:
 * @self: a session with its store open
 * @reference: as of anc_session_find_case()
 * @status: (out): the exit status, on failure, which was then said
 *
 * Returns: (transfer full) (nullable): the case
 */
AncCaseRows *
anc_session_load_case (AncSession *self,
                       const char *reference,
                       int *status)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  AncCaseRows *rows;
  gint64 key;

  if (!anc_session_find_case (self, reference, &key, status))
    return NULL;

  anc_store_load_case_async (self->store, key, self->cancellable, anc_wait_cb, &wait);
  rows = anc_store_load_case_finish (self->store, anc_wait_for (&wait), &error);
  if (rows == NULL)
    *status = anc_session_fail (self, reference, error);

  return rows;
}

/**
 * anc_session_commit:
 * @self: a session with its store open
 * @about: what to name where it fails
 * @changes: what to write
 * @status: (out): the exit status, on failure, which was then said
 *
 * Returns: whether it is written and stays so
 */
gboolean
anc_session_commit (AncSession *self,
                    const char *about,
                    AncChangeSet *changes,
                    int *status)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;

  anc_store_commit_async (self->store, changes, self->cancellable, anc_wait_cb, &wait);
  if (anc_store_commit_finish (self->store, anc_wait_for (&wait), &error))
    return TRUE;

  *status = anc_session_fail (self, about, error);
  return FALSE;
}
