/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-fixture.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static GPtrArray *
list_fields (AncReaderDocument *document)
{
  g_auto (AncAnswer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  GPtrArray *fields;

  anc_reader_document_list_fields_async (document, NULL, anc_answer_cb, &answer);
  fields = anc_reader_document_list_finish (document, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);

  return fields;
}

/* The fields as lines of name, type, value and choices, those that share a name numbered. */
static char *
describe (AncReaderDocument *document)
{
  g_autoptr (GPtrArray) fields = list_fields (document);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const AncReaderField *field = g_ptr_array_index (fields, i);
      g_autofree char *choices = g_strjoinv (",", field->choices);

      g_string_append_printf (text,
                              "%s %s “%s” [%s]%s",
                              field->name,
                              field->type,
                              field->value,
                              choices,
                              field->is_read_only ? " read-only" : "");
      if (field->max_length >= 0)
        g_string_append_printf (text, " at most %d", field->max_length);
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Fills into memory; what was refused as lines, empty when all was taken. */
static char *
fill (AncReaderDocument *document,
      const char *const *values,
      int memory,
      GError **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (AncAnswer) answer = { NULL };
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (; *values != NULL; values += 2)
    g_hash_table_insert (table, (gpointer) values[0], (gpointer) values[1]);
  anc_reader_document_fill_async (document, table, memory, NULL, anc_answer_cb, &answer);
  refusals = anc_reader_document_list_finish (document, anc_answer_wait (&answer), error);
  if (refusals == NULL)
    return NULL;

  for (guint i = 0; i < refusals->len; i++)
    {
      const AncReaderRefusal *refusal = g_ptr_array_index (refusals, i);

      g_string_append_printf (text, "%s %s\n", refusal->field, refusal->reason);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static AncReaderDocument *
open_memory (AncReader *reader,
             int memory)
{
  g_auto (AncAnswer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  AncReaderDocument *document;

  anc_reader_open_async (reader, memory, NULL, NULL, anc_answer_cb, &answer);
  document = anc_reader_open_finish (reader, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);

  return document;
}

static void
test_fields (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "form.pdf");
  g_autofree char *text = describe (document);

  g_assert_cmpstr (text, ==, "nom text “Zélie Modèle” []\n"
                             "code text “” [] at most 5\n"
                             "reserve text “ne pas toucher” [] read-only\n"
                             "accord check “false” [Oui]\n"
                             "horaire radio “false” [jour]\n"
                             "horaire radio “false” [nuit]\n"
                             "contrat choice “CDI” [CDI,CDD,Intérim]\n"
                             "signature signature “” []\n");
}

/* The names of fields that hang from others are long; where they hang from each other they would have no end. */
static void
test_trees (void)
{
  static const struct
  {
    const char *form;
    const char *described;
  } rows[] = {
    { "form-tree.pdf", "salarie.nom text “Exemple” []\n" },
    { "form-tree-repaired.pdf", "salarie.nom text “Exemple” []\n" },
    { "form-circle.pdf", "nom text “Exemple” []\n" },
    { "form-circle-damaged.pdf", "nom text “Exemple” []\n" },
  };
  g_autoptr (AncReader) reader = anc_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, rows[i].form);
      g_autofree char *text = describe (document);

      g_test_message ("%s", rows[i].form);
      g_assert_cmpstr (text, ==, rows[i].described);
    }
}

/* A page that is shown turned has its fields where they are shown. */
static void
test_turned (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "form-turned.pdf");
  g_autoptr (GPtrArray) fields = list_fields (document);

  for (guint i = 0; i < fields->len; i++)
    {
      const AncReaderField *field = g_ptr_array_index (fields, i);

      g_assert_cmpfloat (field->rect.x1, <=, 842);
      g_assert_cmpfloat (field->rect.y1, <=, 595);
      if (g_str_equal (field->name, "nom"))
        g_assert_cmpfloat (field->rect.y1 - field->rect.y0, ==, 200); /* it runs down the page */
    }
}

static void
test_fill (void)
{
  static const char *const values[] = { "nom", "Éloïse d’Œuvre – 12 €", "code", "AB123", "accord", "true", "horaire", "nuit", "contrat", "Intérim", NULL };
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "form.pdf");
  g_autoptr (AncReaderDocument) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = describe (document);
  g_autofree char *after = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *filled = NULL;
  int memory = memfd_create ("copy", MFD_CLOEXEC);

  refused = fill (document, values, memory, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refused, ==, "");

  copy = open_memory (reader, memory);
  filled = describe (copy);
  g_assert_cmpstr (filled, ==, "nom text “Éloïse d’Œuvre – 12 €” []\n"
                               "code text “AB123” [] at most 5\n"
                               "reserve text “ne pas toucher” [] read-only\n"
                               "accord check “true” [Oui]\n"
                               "horaire radio “false” [jour]\n"
                               "horaire radio “true” [nuit]\n"
                               "contrat choice “Intérim” [CDI,CDD,Intérim]\n"
                               "signature signature “” []\n");

  /* The document itself stays as it is. */
  after = describe (document);
  g_assert_cmpstr (after, ==, before);
  close (memory);
}

/* How many pixels are dark where a field is, before and after it was filled. */
static void
count_filled (AncReader *reader,
              const char *name,
              const char *const *values,
              const AncRect *place,
              guint *before,
              guint *after)
{
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, name);
  g_autoptr (AncReaderDocument) copy = NULL;
  g_autoptr (AncReaderPicture) empty = NULL;
  g_autoptr (AncReaderPicture) filled = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;
  int memory = memfd_create ("copy", MFD_CLOEXEC);

  refused = fill (document, values, memory, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refused, ==, "");
  copy = open_memory (reader, memory);
  empty = anc_fixture_render (document, 0, 2, place, &error);
  g_assert_no_error (error);
  filled = anc_fixture_render (copy, 0, 2, place, &error);
  g_assert_no_error (error);
  *before = anc_fixture_count_dark (empty);
  *after = anc_fixture_count_dark (filled);
  close (memory);
}

/* What was filled in shows, letters that no font of the form has too. */
static void
test_fill_shows (void)
{
  static const char *const forms[] = {
    "form.pdf",
    "form-bare.pdf",          /* it keeps no fonts */
    "form-no-fonts.pdf",      /* not the one that is asked for */
    "form-no-appearance.pdf", /* none is asked for */
  };
  static const char *const latin[] = { "code", "MMMMM", NULL };
  static const char *const polish[] = { "code", "ŁŁŁŁŁ", NULL };
  g_autoptr (AncReader) reader = anc_reader_new ();
  const AncRect place = { 300, 102, 400, 122 };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      guint before, after;

      g_test_message ("%s", forms[i]);
      count_filled (reader, forms[i], latin, &place, &before, &after);
      g_assert_cmpuint (after, >, before + 100);
      count_filled (reader, forms[i], polish, &place, &before, &after);
      g_assert_cmpuint (after, >, before + 100);
    }
}

/* What Poppler would fill in, and die of. */
static void
test_fill_damaged (void)
{
  static const char *const values[] = { "nom", "Zoé", NULL };
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "form-damaged.pdf");
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;
  int memory = memfd_create ("copy", MFD_CLOEXEC);

  refused = fill (document, values, memory, &error);
  g_assert_null (refused);
  g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_DAMAGED);
  close (memory);
}

static void
test_radio_by_number (void)
{
  static const char *const values[] = { "horaire", "1", NULL };
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "form.pdf");
  g_autoptr (AncReaderDocument) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *filled = NULL;
  int memory = memfd_create ("copy", MFD_CLOEXEC);

  refused = fill (document, values, memory, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (refused, ==, "");
  copy = open_memory (reader, memory);
  filled = describe (copy);
  g_assert_nonnull (strstr (filled, "horaire radio “true” [jour]\nhoraire radio “false” [nuit]\n"));
  close (memory);
}

/* One value that cannot be taken, and nothing is written. */
static void
test_refusals (void)
{
  static const struct
  {
    const char *field;
    const char *value;
    const char *reason;
  } rows[] = {
    { "inconnu", "x", "unknown" },
    { "reserve", "x", "read-only" },
    { "code", "ABC123", "too-long" },
    { "contrat", "CDIX", "choice" },
    { "accord", "peut-être", "choice" },
    { "horaire", "soir", "choice" },
    { "horaire", "3", "choice" },
    { "signature", "x", "type" },
  };
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "form.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const values[] = { "nom", "Quelqu’un", rows[i].field, rows[i].value, NULL };
      g_autofree char *expected = g_strdup_printf ("%s %s\n", rows[i].field, rows[i].reason);
      g_autoptr (GError) error = NULL;
      g_autofree char *refused = NULL;
      struct stat info;
      int memory = memfd_create ("copy", MFD_CLOEXEC);

      refused = fill (document, values, memory, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (refused, ==, expected);
      g_assert_cmpint (fstat (memory, &info), ==, 0);
      g_assert_cmpint (info.st_size, ==, 0);
      close (memory);
    }
}

static void
test_no_form (void)
{
  static const char *const values[] = { "nom", "x", NULL };
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) picture = anc_fixture_open (reader, "picture.png");
  g_autoptr (GPtrArray) fields = list_fields (picture);
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;
  int memory = memfd_create ("copy", MFD_CLOEXEC);

  g_assert_cmpuint (fields->len, ==, 0);
  refused = fill (picture, values, memory, &error);
  g_assert_null (refused);
  g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID);
  close (memory);
}

/* A file that cannot be written to is an error, and the helper's no more than the document's. */
static void
test_read_only_target (void)
{
  static const char *const values[] = { "nom", "x", NULL };
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "form.pdf");
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;
  int fd = anc_fixture_open_file ("form.pdf");

  refused = fill (document, values, fd, &error);
  g_assert_null (refused);
  g_assert_nonnull (error);
  close (fd);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reader/form/fields", test_fields);
  g_test_add_func ("/reader/form/trees", test_trees);
  g_test_add_func ("/reader/form/turned", test_turned);
  g_test_add_func ("/reader/form/fill", test_fill);
  g_test_add_func ("/reader/form/fill-shows", test_fill_shows);
  g_test_add_func ("/reader/form/fill-damaged", test_fill_damaged);
  g_test_add_func ("/reader/form/radio-by-number", test_radio_by_number);
  g_test_add_func ("/reader/form/refusals", test_refusals);
  g_test_add_func ("/reader/form/no-form", test_no_form);
  g_test_add_func ("/reader/form/read-only-target", test_read_only_target);

  return g_test_run ();
}
