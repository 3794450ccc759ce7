/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-run.h"
#include "anc-exhibit-session.h"

#include "anc-case-bundle.h"
#include "anc-exhibit-edit.h"
#include "anc-stored-documents.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* The options that say how to draft a plan. */
typedef struct
{
  char *reference;
  char *regime;
  char *on;
  char *language;
  char *stamp_place;
  int stamp_size;
  char **sender;
  char **recipient;
  char **after;
  gboolean has_memo;
  gboolean is_archive;
  gboolean by_hand;
  gboolean again;
  gboolean are_filed;
  gboolean prints_plan;
  char *output;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->reference);
  g_free (self->regime);
  g_free (self->on);
  g_free (self->language);
  g_free (self->stamp_place);
  g_strfreev (self->sender);
  g_strfreev (self->recipient);
  g_strfreev (self->after);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ---- Plans in files ------------------------------------------------------------------------ */

static AncBundlePlan *
parse_plan (const char *name,
            const char *text,
            gsize length)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  AncBundlePlan *plan = anc_bundle_plan_new (text, length, problems);

  if (plan == NULL)
    {
      anc_cli_append_problems (lines, name, TRUE, problems);
      fputs (lines->str, stderr);
    }

  return plan;
}

static AncBundlePlan *
read_plan (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (g_file_get_contents (path, &text, &length, &error))
    return parse_plan (path, text, length);

  anc_cli_print_error ("ancragectl: %s", error->message);
  return NULL;
}

/* Documents are named from the folder of the plan. */
static GInputStream *
open_file (const char *document,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *path = g_canonicalize_filename (document, user_data);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return G_INPUT_STREAM (g_file_read (file, cancellable, error));
}

static int
bind_plan (int argc,
           char **argv)
{
  g_autofree char *plan_path = NULL;
  g_autofree char *output = NULL;
  g_autofree char *whole_path = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (AncBundlePlan) plan = NULL;
  g_auto (AncSession) session; /* for Ctrl-C: no store is opened */
  gboolean as_json = FALSE;
  int status;
  GOptionEntry entries[] = {
    { "plan", 0, 0, G_OPTION_ARG_FILENAME, &plan_path, N_ ("The plan of the file, as JSON"), N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write it"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  anc_session_init (&session);
  if (!anc_cli_parse_options (_ ("Makes one numbered file of the documents that a plan names."), NULL, entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || plan_path == NULL || output == NULL)
    return anc_cli_print_usage_error (_ ("say which plan, and where to write the file"));

  plan = read_plan (plan_path);
  if (plan == NULL)
    return ANC_EXIT_REFUSED;
  whole_path = g_canonicalize_filename (plan_path, NULL);
  folder = g_path_get_dirname (whole_path);

  return anc_bundle_run (&(AncBundleRun){ plan, output, open_file, folder, session.cancellable, as_json });
}

/* ---- Drafts -------------------------------------------------------------------------------- */

/* What earlier plans filed, and the number that follows theirs. */
static gboolean
read_sent (char **paths,
           AncBundleOptions *options)
{
  options->first_number = 1;
  for (; paths != NULL && *paths != NULL; paths++)
    {
      g_autoptr (AncBundlePlan) plan = read_plan (*paths);

      if (plan == NULL)
        return FALSE;
      for (guint i = 0; i < plan->exhibits->len; i++)
        options->first_number = MAX (options->first_number, anc_bundle_plan_get_exhibit (plan, i)->number + 1);
      for (guint i = 0; i < plan->parts->len; i++)
        g_hash_table_add (options->sent, g_strdup (g_array_index (plan->parts, AncBundlePart, i).document));
    }

  return TRUE;
}

static gboolean
read_stamp (const Options *options,
            AncStampOptions *stamp)
{
  *stamp = (AncStampOptions){ ANC_STAMP_TOP_RIGHT, options->stamp_size, TRUE };
  for (guint i = 0; options->stamp_place != NULL; i++)
    {
      if (anc_stamp_place_names[i] == NULL)
        {
          anc_cli_print_usage_error (_ ("“%s” is no place for a stamp; top_left, top, top_right, bottom_left, bottom and bottom_right are"), options->stamp_place);
          return FALSE;
        }
      stamp->place = i;
      if (strcmp (anc_stamp_place_names[i], options->stamp_place) == 0)
        break;
    }

  return TRUE;
}

static void
print_missing (const AncExhibitOrder *order,
               AncLanguage language)
{
  for (guint i = 0; i < order->missing->len; i++)
    {
      const AncExhibitItem *item = g_ptr_array_index (order->missing, i);

      anc_cli_print_error (_ ("missing: %1$s (%2$s)"), item->title.in[language], item->source->title.in[language]);
    }
}

/* Drafts the plan of a case; NULL once what is wrong was said. */
static AncBundlePlan *
draft_plan (const Options *options,
            AncCaseRows *rows,
            AncRules *rules,
            const AncExhibitRules *exhibit_rules,
            AncBundleOptions *wanted)
{
  g_autoptr (AncExhibitOrder) order = NULL;
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  AncBundlePlan *plan;

  if (!read_sent (options->after, wanted) || !read_stamp (options, &wanted->stamp))
    return NULL;

  order = anc_case_bundle_order (rows, exhibit_rules, wanted);
  print_missing (order, anc_words_get_language ());
  if (order->exhibits->len == 0)
    {
      anc_cli_print_error (_ ("ancragectl: the case has no document that was not filed already"));
      return NULL;
    }

  plan = anc_case_bundle_plan (order, exhibit_rules, rules, wanted, problems);
  if (plan == NULL)
    {
      anc_cli_append_problems (lines, options->reference, TRUE, problems);
      fputs (lines->str, stderr);
    }

  return plan;
}

static void
committed_cb (AncCase *a_case,
              AncChangeSet *changes,
              AncChangeSet **kept)
{
  *kept = anc_change_set_ref (changes);
}

/* Has the exhibits of the file that was just written keep their numbers, as the window does. */
static int
keep_numbers (AncSession *session,
              const Options *options,
              AncCaseRows *rows,
              const AncExhibitRules *exhibit_rules,
              const AncBundleOptions *wanted)
{
  g_autoptr (AncExhibitOrder) order = anc_case_bundle_order (rows, exhibit_rules, wanted);
  g_autoptr (AncCase) edited = anc_case_new_from_rows (rows);
  g_autoptr (AncChangeSet) changes = NULL;
  int status = ANC_EXIT_OK;

  g_signal_connect (edited, "committed", G_CALLBACK (committed_cb), &changes);
  anc_exhibit_edit_set_filed (edited, order, TRUE);
  if (changes != NULL) /* all have these numbers already where it is filed again */
    anc_session_commit (session, options->reference, changes, &status);

  return status;
}

static int
bind_case (AncSession *session,
           const Options *options,
           AncDate on,
           AncLanguage language)
{
  g_autoptr (AncCaseRows) rows = NULL;
  g_autoptr (AncRules) rules = anc_cli_load_rules (NULL);
  g_autoptr (AncExhibitRules) exhibit_rules = NULL;
  g_autoptr (AncBundlePlan) plan = NULL;
  g_autoptr (GHashTable) sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AncBundleOptions wanted = {
    .by_hand = options->by_hand,
    .language = language,
    .on = on,
    .form = options->is_archive ? ANC_BUNDLE_ARCHIVE : ANC_BUNDLE_ONE_FILE,
    .sender = (const char *const *) options->sender,
    .recipient = (const char *const *) options->recipient,
    .has_memo = options->has_memo,
    .wants_pdfa = TRUE,
    .sent = sent,
    .again = options->again,
  };
  AncStoredDocuments documents;
  int status = ANC_EXIT_REFUSED;

  if (rules == NULL)
    return ANC_EXIT_REFUSED;
  wanted.regime = options->regime != NULL ? anc_rules_find_regime (rules, options->regime) : NULL;
  if (options->regime != NULL && wanted.regime == NULL)
    return anc_cli_print_usage_error (_ ("there is no regime “%s”; see ancragectl rules list"), options->regime);
  exhibit_rules = anc_session_load_exhibit_rules (session, &status);
  rows = exhibit_rules != NULL ? anc_session_load_case (session, options->reference, &status) : NULL;
  if (rows == NULL)
    return status;
  plan = draft_plan (options, rows, rules, exhibit_rules, &wanted);
  if (plan == NULL)
    return ANC_EXIT_REFUSED;
  if (options->prints_plan)
    {
      printf ("%s\n", plan->text);
      return ANC_EXIT_OK;
    }

  documents = (AncStoredDocuments){ session->store, rows };
  status = anc_bundle_run (&(AncBundleRun){ plan, options->output, anc_stored_documents_open, &documents, session->cancellable, session->as_json });
  if (status == ANC_EXIT_OK && options->are_filed)
    status = keep_numbers (session, options, rows, exhibit_rules, &wanted);

  return status;
}

static gboolean
read_language (const Options *options,
               AncLanguage *language)
{
  *language = ANC_LANGUAGE_FR;
  if (options->language == NULL || strcmp (options->language, "fr") == 0)
    return TRUE;

  *language = ANC_LANGUAGE_EN;
  if (strcmp (options->language, "en") == 0)
    return TRUE;

  anc_cli_print_usage_error (_ ("a file is written in fr or en"));
  return FALSE;
}

static int
bind_stored (int argc,
             char **argv)
{
  g_auto (Options) options = { .stamp_size = 10 };
  g_auto (AncSession) session;
  AncDate on = anc_cli_get_today ();
  AncLanguage language;
  int status;
  const GOptionEntry entries[] = {
    { "case", 0, 0, G_OPTION_ARG_STRING, &options.reference, N_ ("The case, by its reference, or by # and its key"), N_ ("REFERENCE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("Where to write it"), N_ ("FILE") },
    { "regime", 0, 0, G_OPTION_ARG_STRING, &options.regime, N_ ("The regime the file is for; its list of documents orders the exhibits, unless the case says otherwise"), N_ ("ID") },
    { "by-hand", 0, 0, G_OPTION_ARG_NONE, &options.by_hand, N_ ("Keep the order of the documents in the case"), NULL },
    { "again", 0, 0, G_OPTION_ARG_NONE, &options.again, N_ ("File once more what the case says was filed, under its numbers"), NULL },
    { "filed", 0, 0, G_OPTION_ARG_NONE, &options.are_filed, N_ ("Keep the numbers with the case once the file is written; the next file goes on from there"), NULL },
    { "after", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.after, N_ ("The plan of an earlier filing: its exhibits keep their numbers and are left out; may be repeated"), N_ ("PLAN") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_ ("Filing date (today)"), N_ ("DATE") },
    { "memo", 0, 0, G_OPTION_ARG_NONE, &options.has_memo, N_ ("Add a summary of the verdict with its sources"), NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.sender, N_ ("A line of who files; may be repeated"), N_ ("LINE") },
    { "to", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.recipient, N_ ("A line of with whom it is filed; may be repeated"), N_ ("LINE") },
    { "archive", 0, 0, G_OPTION_ARG_NONE, &options.is_archive, N_ ("Write one file for each exhibit, in a ZIP archive"), NULL },
    { "stamp-place", 0, 0, G_OPTION_ARG_STRING, &options.stamp_place, N_ ("Where pages are stamped (top_right)"), N_ ("PLACE") },
    { "stamp-size", 0, 0, G_OPTION_ARG_INT, &options.stamp_size, N_ ("Size of the letters of stamps in points (10)"), N_ ("N") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, N_ ("Language of the file: fr or en (fr)"), N_ ("LANGUAGE") },
    { "print-plan", 0, 0, G_OPTION_ARG_NONE, &options.prints_plan, N_ ("Print the plan as JSON instead, for --after and --plan"), NULL },
    G_OPTION_ENTRY_NULL
  };

  anc_session_init (&session);
  if (!anc_session_parse (&session, ANC_STORE_OPTION, _ ("Makes one numbered file of the documents of a case."), NULL, entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || options.reference == NULL || (options.output == NULL) == !options.prints_plan)
    return anc_cli_print_usage_error (_ ("name a case with --case, and where to write the file with --output"));
  if (options.are_filed && options.prints_plan)
    return anc_cli_print_usage_error (_ ("--filed goes with --output: a plan that is printed was not filed"));
  if (!read_language (&options, &language) || (options.on != NULL && !anc_cli_parse_date (options.on, &on)))
    return ANC_EXIT_USAGE;
  if (options.stamp_size < ANC_STAMP_MIN_SIZE || options.stamp_size > ANC_STAMP_MAX_SIZE)
    return anc_cli_print_usage_error (_ ("stamps have letters of %1$d to %2$d points"), ANC_STAMP_MIN_SIZE, ANC_STAMP_MAX_SIZE);
  if (!anc_session_open (&session, options.are_filed ? 0 : ANC_STORE_READ_ONLY, &status))
    return status;

  return anc_session_close (&session, bind_case (&session, &options, on, language));
}

/* A plan names its own documents; without one, a store holds them. */
int
anc_command_bundle (int argc,
                    char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_str_has_prefix (argv[i], "--plan"))
      return bind_plan (argc, argv);

  return bind_stored (argc, argv);
}
