/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cli-reader.h"
#include "anc-cli.h"
#include "anc-command-pdf.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* What is asked of one document. */
typedef struct
{
  AncCliReader cli;
  AncReaderDocument *document;
  AncReaderOcr ocr;
  gboolean as_json;
  guint first;
  guint last;
} Question;

/* Line by line: a control character in a document must not steer the terminal. */
static void
print_plain (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *clean = anc_words_clean (*line);

      if (*clean != '\0' || line[1] != NULL)
        puts (clean);
    }
}

/* ---- Pages --------------------------------------------------------------------------------- */

static void
print_page_json (guint page,
                 const AncReaderText *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  AncJsonWriter writer;

  anc_json_writer_init (&writer, line);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_int (&writer, "page", page + 1);
  anc_json_writer_add_boolean (&writer, "ocr", text->from_ocr);
  anc_json_writer_open_array (&writer, "words");
  for (guint i = 0; i < text->words->len; i++)
    {
      const AncReaderWord *word = g_ptr_array_index (text->words, i);

      anc_json_writer_open_object (&writer, NULL);
      anc_json_writer_add_string (&writer, "text", word->text);
      anc_cli_add_rect (&writer, "rect", &word->rect);
      anc_cli_add_length (&writer, "confidence", word->confidence);
      anc_json_writer_close_object (&writer);
    }
  anc_json_writer_close_array (&writer);
  anc_json_writer_close_object (&writer);
  puts (line->str);
}

static gboolean
print_page (Question *question,
            guint page,
            GError **error)
{
  g_auto (AncWait) answer = { NULL };
  g_autoptr (AncReaderText) text = NULL;

  anc_reader_document_get_text_async (question->document,
                                      page,
                                      question->ocr,
                                      ANC_READER_PRIORITY_SOON,
                                      question->cli.cancellable,
                                      anc_wait_cb,
                                      &answer);
  text = anc_reader_document_get_text_finish (question->document, anc_wait_for (&answer), error);
  if (text == NULL)
    return FALSE;

  if (question->as_json)
    print_page_json (page, text);
  else
    {
      if (question->last > question->first)
        printf (_ ("Page %u\n\n"), page + 1);
      print_plain (text->plain);
      if (page < question->last)
        putchar ('\n');
    }

  return TRUE;
}

/* ---- Search -------------------------------------------------------------------------------- */

static void
print_match_json (const AncReaderMatch *match)
{
  g_autoptr (GString) line = g_string_new (NULL);
  AncJsonWriter writer;

  anc_json_writer_init (&writer, line);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_int (&writer, "page", match->page + 1);
  anc_json_writer_open_array (&writer, "rects");
  for (guint i = 0; i < match->n_places; i++)
    anc_cli_add_rect (&writer, NULL, &match->places[i]);
  anc_json_writer_close_array (&writer);
  anc_json_writer_add_string (&writer, "around", match->around);
  anc_json_writer_close_object (&writer);
  puts (line->str);
}

static gboolean
print_matches (Question *question,
               const char *needle,
               GError **error)
{
  g_auto (AncWait) answer = { NULL };
  g_autoptr (AncReaderFound) found = NULL;

  anc_reader_document_search_async (question->document,
                                    needle,
                                    question->first,
                                    question->last - question->first + 1,
                                    question->ocr,
                                    question->cli.cancellable,
                                    anc_wait_cb,
                                    &answer);
  found = anc_reader_document_search_finish (question->document, anc_wait_for (&answer), error);
  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->matches->len; i++)
    {
      const AncReaderMatch *match = g_ptr_array_index (found->matches, i);
      g_autofree char *around = anc_words_clean (match->around);

      if (question->as_json)
        print_match_json (match);
      else
        printf (_ ("page %1$u: %2$s\n"), match->page + 1, around);
    }

  return TRUE;
}

/* ---- The command --------------------------------------------------------------------------- */

static gboolean
answer_question (Question *question,
                 const char *needle,
                 GError **error)
{
  if (needle != NULL)
    return print_matches (question, needle, error);

  for (guint page = question->first; page <= question->last; page++)
    if (!print_page (question, page, error))
      return FALSE;

  return TRUE;
}

int
anc_command_pdf_text (int argc,
                      char **argv)
{
  g_autofree char *password_file = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *ocr = NULL;
  g_autofree char *needle = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderDocument) document = NULL;
  Question question = { 0 };
  GOptionEntry entries[] = {
    { "pages", 0, 0, G_OPTION_ARG_STRING, &pages, N_ ("Only these pages: 3, 3-5 or 3-"), N_ ("PAGES") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &needle, N_ ("Only where these words stand"), N_ ("WORDS") },
    { "ocr", 0, 0, G_OPTION_ARG_STRING, &ocr, N_ ("Read pages from their pictures: auto, never or always"), N_ ("WHEN") },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &password_file, N_ ("Read the password from the first line of a file"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &question.as_json, N_ ("Print one line of JSON for each page or match"), NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!anc_cli_parse_options (_ ("Prints the text of a document, or where words stand in it."),
                              _ ("FILE"),
                              entries,
                              &argc,
                              &argv,
                              &status))
    return status;
  if (argc != 2)
    return anc_cli_print_usage_error (_ ("name one document"));
  if (!anc_cli_parse_ocr (ocr, &question.ocr))
    return ANC_EXIT_USAGE;
  if (!anc_cli_reader_init (&question.cli, password_file))
    return ANC_EXIT_REFUSED;

  document = anc_cli_reader_open (&question.cli, argv[1], &error);
  question.document = document;
  if (document != NULL
      && !anc_cli_parse_pages (
          pages, anc_reader_document_get_n_pages (document), &question.first, &question.last))
    status = ANC_EXIT_USAGE;
  else
    {
      gboolean done = document != NULL && answer_question (&question, needle, &error);

      status = anc_cli_reader_finish (&question.cli, done ? 0 : 1);
      if (status == ANC_EXIT_REFUSED)
        anc_cli_print_error ("%s: %s", argv[1], anc_cli_describe_reader_error (error));
    }
  anc_cli_reader_clear (&question.cli);

  return status;
}
