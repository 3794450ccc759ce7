/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cli-reader.h"
#include "anc-cli.h"
#include "anc-command-pdf.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define MILLIMETRES_PER_POINT (25.4 / 72)

/* What there is to say of one document. */
typedef struct
{
  const char *name;
  AncReaderDocument *document;
  AncReaderInfo *info;
  GPtrArray *pages;
  GPtrArray *outline; /* NULL unless all is known */
} Facts;

static gboolean
collect (AncCliReader *cli,
         Facts *facts,
         GError **error)
{
  g_auto (AncWait) info = { NULL };
  g_auto (AncWait) pages = { NULL };
  g_auto (AncWait) outline = { NULL };

  facts->document = anc_cli_reader_open (cli, facts->name, error);
  if (facts->document == NULL)
    return FALSE;

  anc_reader_document_get_info_async (facts->document, cli->cancellable, anc_wait_cb, &info);
  facts->info = anc_reader_document_get_info_finish (facts->document, anc_wait_for (&info), error);
  if (facts->info == NULL)
    return FALSE;
  anc_reader_document_list_pages_async (facts->document, 0, G_MAXUINT, cli->cancellable, anc_wait_cb, &pages);
  facts->pages = anc_reader_document_list_finish (facts->document, anc_wait_for (&pages), error);
  if (facts->pages == NULL)
    return FALSE;
  anc_reader_document_list_outline_async (facts->document, cli->cancellable, anc_wait_cb, &outline);
  facts->outline = anc_reader_document_list_finish (facts->document, anc_wait_for (&outline), error);

  return facts->outline != NULL;
}

static void
clear_facts (Facts *facts)
{
  g_clear_object (&facts->document);
  g_clear_pointer (&facts->info, anc_reader_info_free);
  g_clear_pointer (&facts->pages, g_ptr_array_unref);
  g_clear_pointer (&facts->outline, g_ptr_array_unref);
}

/* ---- JSON ---------------------------------------------------------------------------------- */

static void
add_time (AncJsonWriter *writer,
          const char *key,
          GDateTime *time)
{
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  anc_json_writer_add_string (writer, key, text);
}

static void
add_info (AncJsonWriter *writer,
          const AncReaderInfo *info)
{
  static const char *const forms[] = { "none", "fields", "xfa", "xfa-only" };

  anc_json_writer_add_string (writer, "title", info->title);
  anc_json_writer_add_string (writer, "author", info->author);
  anc_json_writer_add_string (writer, "subject", info->subject);
  anc_json_writer_add_string (writer, "keywords", info->keywords);
  anc_json_writer_add_string (writer, "creator", info->creator);
  anc_json_writer_add_string (writer, "producer", info->producer);
  add_time (writer, "created", info->created);
  add_time (writer, "modified", info->modified);
  anc_json_writer_add_string (writer, "version", info->version);
  anc_json_writer_add_boolean (writer, "encrypted", info->is_encrypted);
  anc_json_writer_add_boolean (writer, "repaired", info->is_repaired);
  anc_json_writer_add_boolean (writer, "javascript", info->has_javascript);
  anc_json_writer_add_int (writer, "attachments", info->n_attachments);
  anc_json_writer_add_string (writer, "form", forms[info->form]);
}

static void
add_lists (AncJsonWriter *writer,
           const Facts *facts)
{
  anc_json_writer_open_array (writer, "pages");
  for (guint i = 0; i < facts->pages->len; i++)
    {
      const AncReaderPage *page = g_ptr_array_index (facts->pages, i);

      anc_json_writer_open_object (writer, NULL);
      anc_cli_add_length (writer, "width", page->width);
      anc_cli_add_length (writer, "height", page->height);
      anc_json_writer_add_string (writer, "label", page->label);
      anc_json_writer_close_object (writer);
    }
  anc_json_writer_close_array (writer);

  anc_json_writer_open_array (writer, "outline");
  for (guint i = 0; i < facts->outline->len; i++)
    {
      const AncReaderOutlineItem *item = g_ptr_array_index (facts->outline, i);

      anc_json_writer_open_object (writer, NULL);
      anc_json_writer_add_int (writer, "depth", item->depth);
      anc_json_writer_add_string (writer, "title", item->title);
      if (item->page >= 0)
        anc_json_writer_add_int (writer, "page", item->page + 1);
      else
        anc_json_writer_add_null (writer, "page");
      anc_json_writer_close_object (writer);
    }
  anc_json_writer_close_array (writer);
}

static void
print_json (const Facts *facts,
            const GError *error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncJsonWriter writer;

  anc_json_writer_init (&writer, text);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_string (&writer, "file", facts->name);
  anc_cli_add_reader_error (&writer, error);
  if (facts->outline != NULL)
    {
      anc_json_writer_add_string (&writer, "type", anc_reader_document_get_form (facts->document));
      add_info (&writer, facts->info);
      add_lists (&writer, facts);
    }
  anc_json_writer_close_object (&writer);
  puts (text->str);
}

/* ---- Text ---------------------------------------------------------------------------------- */

static void
print_line (const char *label,
            const char *value)
{
  g_autofree char *clean = anc_words_clean (value);
  g_autofree char *line = anc_words_labelled (label, clean);

  if (*clean != '\0')
    printf ("  %s\n", line);
}

static void
print_time (const char *label,
            GDateTime *time)
{
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%F %T") : g_strdup ("");

  print_line (label, text);
}

static void
print_warnings (const AncReaderInfo *info)
{
  if (info->is_encrypted)
    printf ("  %s\n", _ ("It is encrypted."));
  if (info->is_repaired)
    printf ("  %s\n", _ ("It is damaged, and was pieced together as far as possible."));
  if (info->form == ANC_READER_FORM_XFA_ONLY)
    printf ("  %s\n", _ ("It is an XFA form, which cannot be shown: ask for the form as an ordinary PDF."));
  else if (info->form != ANC_READER_FORM_NONE)
    printf ("  %s\n", _ ("It is a form that can be filled in."));
  if (info->has_javascript)
    printf ("  %s\n", _ ("It holds scripts, which are never run."));
  if (info->n_attachments > 0)
    {
      printf ("  ");
      printf (ngettext ("It holds %u file, which is never opened.",
                        "It holds %u files, which are never opened.",
                        info->n_attachments),
              info->n_attachments);
      putchar ('\n');
    }
}

/* Sizes, once for each run of pages that share one. */
static void
print_sizes (const GPtrArray *pages)
{
  for (guint first = 0, next; first < pages->len; first = next)
    {
      const AncReaderPage *page = g_ptr_array_index (pages, first);

      for (next = first + 1; next < pages->len; next++)
        {
          const AncReaderPage *other = g_ptr_array_index (pages, next);

          if (other->width != page->width || other->height != page->height)
            break;
        }

      if (next - first == 1)
        printf (_ ("  page %1$u: %2$.0f × %3$.0f mm\n"),
                next,
                page->width * MILLIMETRES_PER_POINT,
                page->height * MILLIMETRES_PER_POINT);
      else
        printf (_ ("  pages %1$u to %2$u: %3$.0f × %4$.0f mm\n"),
                first + 1,
                next,
                page->width * MILLIMETRES_PER_POINT,
                page->height * MILLIMETRES_PER_POINT);
    }
}

static void
print_outline (const GPtrArray *outline)
{
  if (outline->len > 0)
    printf ("  %s\n", _ ("Contents:"));
  for (guint i = 0; i < outline->len; i++)
    {
      const AncReaderOutlineItem *item = g_ptr_array_index (outline, i);
      g_autofree char *title = anc_words_clean (item->title);

      printf ("    %*s%s", (int) (2 * item->depth), "", title);
      if (item->page >= 0)
        printf (" (%d)", item->page + 1);
      putchar ('\n');
    }
}

static void
print_text (const Facts *facts)
{
  g_autofree char *name = anc_words_clean (facts->name);

  printf (ngettext ("%1$s: %2$s, %3$u page\n", "%1$s: %2$s, %3$u pages\n", facts->pages->len),
          name,
          *facts->info->version != '\0' ? facts->info->version : anc_reader_document_get_form (facts->document),
          facts->pages->len);
  print_line (_ ("title"), facts->info->title);
  print_line (_ ("author"), facts->info->author);
  print_line (_ ("subject"), facts->info->subject);
  print_line (_ ("keywords"), facts->info->keywords);
  print_line (_ ("made with"), facts->info->creator);
  print_line (_ ("written by"), facts->info->producer);
  print_time (_ ("created"), facts->info->created);
  print_time (_ ("modified"), facts->info->modified);
  print_warnings (facts->info);
  print_sizes (facts->pages);
  print_outline (facts->outline);
}

/* ---- The command --------------------------------------------------------------------------- */

int
anc_command_pdf_info (int argc,
                      char **argv)
{
  g_autofree char *password_file = NULL;
  gboolean as_json = FALSE;
  GOptionEntry entries[] = {
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &password_file, N_ ("Read the password from the first line of a file"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one line of JSON for each document"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncCliReader) cli = { 0 };
  guint n_failed = 0;
  int status;

  if (!anc_cli_parse_options (_ ("Says what documents are: pages, sizes, contents, what to beware of."),
                              _ ("FILE…"),
                              entries,
                              &argc,
                              &argv,
                              &status))
    return status;
  if (argc < 2)
    return anc_cli_print_usage_error (_ ("no document: name a file"));
  if (!anc_cli_reader_init (&cli, password_file))
    return ANC_EXIT_REFUSED;

  for (int i = 1; i < argc && !g_cancellable_is_cancelled (cli.cancellable); i++)
    {
      g_autoptr (GError) error = NULL;
      Facts facts = { .name = argv[i] };

      if (!collect (&cli, &facts, &error))
        {
          n_failed++;
          if (!g_cancellable_is_cancelled (cli.cancellable))
            anc_cli_print_error ("%s: %s", argv[i], anc_cli_describe_reader_error (error));
        }
      if (as_json && !g_cancellable_is_cancelled (cli.cancellable))
        print_json (&facts, error);
      else if (facts.outline != NULL)
        print_text (&facts);
      clear_facts (&facts);
    }

  return anc_cli_reader_finish (&cli, n_failed);
}
