/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-report-store.h"
#include "anc-session.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <stdio.h>

#define DEFAULT_MAX 50

/* The excerpt, what was found in it in bold where the terminal can. */
static char *
mark_excerpt (const AncSearchHit *hit)
{
  const gboolean has_colour = anc_cli_has_colour ();
  g_autoptr (GString) text = g_string_new (NULL);
  guint from = 0;

  for (guint i = 0; i + 1 < hit->marks->len; i += 2)
    {
      const guint start = g_array_index (hit->marks, guint, i);
      const guint end = g_array_index (hit->marks, guint, i + 1);
      g_autofree char *before = g_strndup (hit->excerpt + from, start - from);
      g_autofree char *found = g_strndup (hit->excerpt + start, end - start);
      g_autofree char *clean_before = anc_words_clean (before);
      g_autofree char *clean_found = anc_words_clean (found);

      g_string_append_printf (text, "%s%s%s%s", clean_before, has_colour ? "\x1b[1m" : "", clean_found, has_colour ? "\x1b[0m" : "");
      from = end;
    }

  {
    g_autofree char *clean_rest = anc_words_clean (hit->excerpt + from);

    g_string_append (text, clean_rest);
  }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
print_hit (const AncSearchHit *hit)
{
  g_autofree char *head = g_strdup_printf ("%s · %s %s · %s",
                                           hit->reference ?: "–",
                                           hit->given_names ?: "",
                                           hit->family_name ?: "",
                                           anc_table_get (hit->table)->name);
  g_autofree char *clean = anc_words_clean (head);
  g_autofree char *excerpt = mark_excerpt (hit);

  fputs (clean, stdout);
  if (hit->page > 0)
    printf (_ (", page %u"), hit->page);
  printf ("\n    %s\n", excerpt);
}

static int
search (AncSession *session,
        const char *words,
        gint64 case_key,
        guint max)
{
  g_auto (AncWait) wait = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  anc_store_search_async (session->store, words, case_key, max, session->cancellable, anc_wait_cb, &wait);
  hits = anc_store_search_finish (session->store, anc_wait_for (&wait), &error);
  if (hits == NULL)
    return anc_session_fail (session, session->path, error);

  for (guint i = 0; i < hits->len; i++)
    if (session->as_json)
      anc_report_print_hit (g_ptr_array_index (hits, i));
    else
      print_hit (g_ptr_array_index (hits, i));

  return ANC_EXIT_OK;
}

int
anc_command_search (int argc,
                    char **argv)
{
  g_autofree char *reference = NULL;
  g_autofree char *words = NULL;
  int max = DEFAULT_MAX;
  const GOptionEntry entries[] = {
    { "case", 0, 0, G_OPTION_ARG_STRING, &reference, N_ ("Only in this case"), N_ ("REFERENCE") },
    { "max", 0, 0, G_OPTION_ARG_INT, &max, N_ ("Show this many at most (50)"), N_ ("N") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncSession) session;
  gint64 case_key = 0;
  int status;

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Searches names, references, employers, notes and the text of documents, whatever their accents and case. The last word may be incomplete."), _ ("WORD…"), entries, &argc, &argv, &status))
    return status;
  if (argc < 2 || max < 1)
    return anc_cli_print_usage_error (_ ("say which words to search"));
  if (!anc_session_open (&session, ANC_STORE_READ_ONLY, &status))
    return status;

  words = g_strjoinv (" ", argv + 1);
  if (reference == NULL || anc_session_find_case (&session, reference, &case_key, &status))
    status = search (&session, words, case_key, (guint) max);

  return anc_session_close (&session, status);
}
