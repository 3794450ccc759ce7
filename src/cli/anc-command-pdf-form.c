/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-cli-reader.h"
#include "anc-cli.h"
#include "anc-command-pdf.h"
#include "anc-words.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- fields -------------------------------------------------------------------------------- */

static void
add_field (AncJsonWriter *writer,
           const AncReaderField *field)
{
  anc_json_writer_open_object (writer, NULL);
  anc_json_writer_add_string (writer, "name", field->name);
  anc_json_writer_add_string (writer, "type", field->type);
  anc_json_writer_add_string (writer, "value", field->value);
  anc_json_writer_add_int (writer, "page", field->page + 1);
  anc_cli_add_rect (writer, "rect", &field->rect);
  anc_json_writer_add_boolean (writer, "read_only", field->is_read_only);
  if (field->max_length >= 0)
    anc_json_writer_add_int (writer, "max_length", field->max_length);
  anc_json_writer_open_array (writer, "choices");
  for (char **choice = field->choices; *choice != NULL; choice++)
    anc_json_writer_add_string (writer, NULL, *choice);
  anc_json_writer_close_array (writer);
  anc_json_writer_close_object (writer);
}

static void
print_fields_json (const char *name,
                   const GPtrArray *fields)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncJsonWriter writer;

  anc_json_writer_init (&writer, text);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_string (&writer, "file", name);
  anc_json_writer_open_array (&writer, "fields");
  for (guint i = 0; i < fields->len; i++)
    add_field (&writer, g_ptr_array_index (fields, i));
  anc_json_writer_close_array (&writer);
  anc_json_writer_close_object (&writer);
  puts (text->str);
}

static const char *
get_type_word (const char *type)
{
  static const struct
  {
    const char *type;
    const char *word;
  } words[] = {
    { "text", N_ ("text") },
    { "check", N_ ("box to tick") },
    { "radio", N_ ("one of several") },
    { "choice", N_ ("list") },
    { "signature", N_ ("signature") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].type, type) == 0)
      return _ (words[i].word);

  return type;
}

/* A value for a person: a button is ticked or not. */
static char *
describe_value (const AncReaderField *field)
{
  if (strcmp (field->type, "check") != 0 && strcmp (field->type, "radio") != 0)
    return anc_words_clean (field->value);

  return g_strdup (strcmp (field->value, "true") == 0 ? _ ("ticked") : _ ("not ticked"));
}

static void
print_field (const AncReaderField *field)
{
  g_autofree char *joined = g_strjoinv (", ", field->choices);
  g_autofree char *choices = anc_words_clean (joined);
  g_autofree char *name = anc_words_clean (field->name);
  g_autofree char *value = describe_value (field);

  printf (_ ("page %1$d  %2$s (%3$s)"), field->page + 1, name, get_type_word (field->type));
  if (*choices != '\0')
    printf (" [%s]", choices);
  if (field->is_read_only)
    printf (" %s", _ ("(cannot be changed)"));
  if (*value != '\0')
    printf (_ (": %s"), value);
  putchar ('\n');
}

static GPtrArray *
list_fields (AncCliReader *cli,
             const char *name,
             GError **error)
{
  g_autoptr (AncReaderDocument) document = anc_cli_reader_open (cli, name, error);
  g_auto (AncWait) answer = { NULL };

  if (document == NULL)
    return NULL;
  anc_reader_document_list_fields_async (document, cli->cancellable, anc_wait_cb, &answer);

  return anc_reader_document_list_finish (document, anc_wait_for (&answer), error);
}

int
anc_command_pdf_fields (int argc,
                        char **argv)
{
  g_autofree char *password_file = NULL;
  gboolean as_json = FALSE;
  GOptionEntry entries[] = {
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &password_file, N_ ("Read the password from the first line of a file"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one line of JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncCliReader) cli = { 0 };
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!anc_cli_parse_options (_ ("Lists the fields of a form."), _ ("FILE"), entries, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return anc_cli_print_usage_error (_ ("name one document"));
  if (!anc_cli_reader_init (&cli, password_file))
    return ANC_EXIT_REFUSED;

  fields = list_fields (&cli, argv[1], &error);
  status = anc_cli_reader_finish (&cli, fields != NULL ? 0 : 1);
  if (status == ANC_EXIT_REFUSED)
    anc_cli_print_error ("%s: %s", argv[1], anc_cli_describe_reader_error (error));
  if (status != ANC_EXIT_OK || fields == NULL)
    return status;

  if (as_json)
    print_fields_json (argv[1], fields);
  else if (fields->len == 0)
    puts (_ ("The document has no fields."));
  for (guint i = 0; !as_json && i < fields->len; i++)
    print_field (g_ptr_array_index (fields, i));

  return status;
}

/* ---- fill ---------------------------------------------------------------------------------- */

static const char *
describe_refusal (const char *reason)
{
  static const struct
  {
    const char *reason;
    const char *sentence;
  } sentences[] = {
    { "unknown", N_ ("there is no such field") },
    { "read-only", N_ ("the form forbids to change it") },
    { "too-long", N_ ("the value is too long") },
    { "choice", N_ ("the value is none of those that may be chosen") },
    { "type", N_ ("it is filled in by signing") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (strcmp (sentences[i].reason, reason) == 0)
      return _ (sentences[i].sentence);

  return reason;
}

/* Parses NAME=VALUE…; NULL once what is wrong was said. */
static GHashTable *
parse_values (char **settings)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (char **setting = settings; setting != NULL && *setting != NULL; setting++)
    {
      const char *equals = strchr (*setting, '=');

      if (equals == NULL || !g_utf8_validate (*setting, -1, NULL))
        {
          anc_cli_print_usage_error (_ ("--set is followed by NAME=VALUE, not “%s”"), *setting);
          return NULL;
        }
      g_hash_table_replace (values, g_strndup (*setting, (gsize) (equals - *setting)), g_strdup (equals + 1));
    }
  if (g_hash_table_size (values) == 0)
    {
      anc_cli_print_usage_error (_ ("nothing to fill in: give --set NAME=VALUE"));
      return NULL;
    }

  return g_steal_pointer (&values);
}

/* Fills into a file; TRUE if it was written, else what is wrong was said or @error is set. */
static gboolean
fill (AncCliReader *cli,
      const char *name,
      GHashTable *values,
      int fd,
      GError **error)
{
  g_autoptr (AncReaderDocument) document = anc_cli_reader_open (cli, name, error);
  g_auto (AncWait) answer = { NULL };
  g_autoptr (GPtrArray) refusals = NULL;

  if (document == NULL)
    return FALSE;
  anc_reader_document_fill_async (document, values, fd, cli->cancellable, anc_wait_cb, &answer);
  refusals = anc_reader_document_list_finish (document, anc_wait_for (&answer), error);
  if (refusals == NULL)
    return FALSE;

  for (guint i = 0; i < refusals->len; i++)
    {
      const AncReaderRefusal *refusal = g_ptr_array_index (refusals, i);

      anc_cli_print_error (_ ("%1$s: field “%2$s”: %3$s"),
                           name,
                           refusal->field,
                           describe_refusal (refusal->reason));
    }

  return refusals->len == 0;
}

static gboolean
is_same_file (const char *name,
              const char *other)
{
  GStatBuf info, other_info;

  return g_stat (name, &info) == 0 && g_stat (other, &other_info) == 0
         && info.st_dev == other_info.st_dev && info.st_ino == other_info.st_ino;
}

/* The copy takes its name when it is whole. */
static gboolean
fill_and_rename (AncCliReader *cli,
                 const char *name,
                 GHashTable *values,
                 const char *output,
                 GError **error)
{
  g_autofree char *temporary = g_strconcat (output, ".XXXXXX", NULL);
  int fd = g_mkstemp (temporary);
  gboolean written;

  if (fd < 0)
    {
      g_set_error (error,
                   G_FILE_ERROR,
                   (int) g_file_error_from_errno (errno),
                   "%s: %s",
                   output,
                   g_strerror (errno));
      return FALSE;
    }

  written = fill (cli, name, values, fd, error);
  if (written && (fsync (fd) != 0 || g_rename (temporary, output) != 0))
    {
      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), "%s: %s", output, g_strerror (errno));
      written = FALSE;
    }
  close (fd);
  if (!written)
    g_unlink (temporary);

  return written;
}

int
anc_command_pdf_fill (int argc,
                      char **argv)
{
  g_autofree char *password_file = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) settings = NULL;
  GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &settings, N_ ("Give a field a value; may be repeated"), N_ ("NAME=VALUE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to write the filled copy"), N_ ("FILE") },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &password_file, N_ ("Read the password from the first line of a file"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (AncCliReader) cli = { 0 };
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!anc_cli_parse_options (_ ("Fills in a copy of a form; the form itself stays as it is."),
                              _ ("FILE"),
                              entries,
                              &argc,
                              &argv,
                              &status))
    return status;
  if (argc != 2)
    return anc_cli_print_usage_error (_ ("name one document"));
  if (output == NULL)
    return anc_cli_print_usage_error (_ ("say with --output where to write the result"));
  if (is_same_file (argv[1], output))
    return anc_cli_print_usage_error (_ ("the form itself stays as it is: write the copy to another file"));
  values = parse_values (settings);
  if (values == NULL)
    return ANC_EXIT_USAGE;
  if (!anc_cli_reader_init (&cli, password_file))
    return ANC_EXIT_REFUSED;

  status = anc_cli_reader_finish (&cli, fill_and_rename (&cli, argv[1], values, output, &error) ? 0 : 1);
  if (status == ANC_EXIT_REFUSED && error != NULL)
    anc_cli_print_error ("%s: %s", argv[1], anc_cli_describe_reader_error (error));

  return status;
}
