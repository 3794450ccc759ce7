/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-fixture.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

typedef GPtrArray List;

/* ---- Opening ------------------------------------------------------------------------------- */

static void
test_opens (void)
{
  static const struct
  {
    const char *name;
    const char *form;
    guint n_pages;
  } rows[] = {
    { "plain.pdf", "pdf", 3 },
    { "two-thousand.pdf", "pdf", 2000 },
    { "damaged.pdf", "pdf", 3 },
    { "owned.pdf", "pdf", 3 }, /* the user's password is empty */
    { "picture.jpeg", "jpeg", 1 },
    { "picture.png", "png", 1 },
    { "pictures.tiff", "tiff", 3 },
  };
  g_autoptr (AncReader) reader = anc_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, rows[i].name);

      g_assert_cmpstr (anc_reader_document_get_form (document), ==, rows[i].form);
      g_assert_cmpuint (anc_reader_document_get_n_pages (document), ==, rows[i].n_pages);
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *name;
    const char *password;
    AncReaderError code;
  } rows[] = {
    { "locked.pdf", NULL, ANC_READER_ERROR_PASSWORD },
    { "locked.pdf", "", ANC_READER_ERROR_PASSWORD },
    { "locked.pdf", "sesame", ANC_READER_ERROR_PASSWORD },
    { "locked.pdf", "пароль", ANC_READER_ERROR_PASSWORD },
    { "locked-strange.pdf", "sésame", ANC_READER_ERROR_PASSWORD },
    { "cut.pdf", NULL, ANC_READER_ERROR_DAMAGED },
    { "empty.pdf", NULL, ANC_READER_ERROR_NOT_A_DOCUMENT },
    { "not.pdf", NULL, ANC_READER_ERROR_NOT_A_DOCUMENT },
    { ".", NULL, ANC_READER_ERROR_NOT_A_DOCUMENT }, /* the folder */
  };
  g_autoptr (AncReader) reader = anc_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AncReaderDocument) document =
          anc_fixture_try_open (reader, rows[i].name, rows[i].password, &error);

      g_assert_null (document);
      g_assert_error (error, ANC_READER_ERROR, (int) rows[i].code);
    }
}

static AncReaderInfo *
get_info (AncReaderDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_auto (AncAnswer) answer = { NULL };
  AncReaderInfo *info;

  anc_reader_document_get_info_async (document, NULL, anc_answer_cb, &answer);
  info = anc_reader_document_get_info_finish (document, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);

  return info;
}

/* What is asked of a document that is not open yet waits for it, all of it at once; or each answer says why not. */
static void
test_opens_meanwhile (void)
{
  static const struct
  {
    const char *name;
    const char *password;
    int code; /* or -1 */
  } rows[] = {
    { "plain.pdf", NULL, -1 },
    { "locked.pdf", "sésame", -1 },
    { "locked.pdf", "sesame", ANC_READER_ERROR_PASSWORD },
    { "cut.pdf", NULL, ANC_READER_ERROR_DAMAGED },
  };
  g_autoptr (AncReader) reader = anc_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int fd = anc_fixture_open_file (rows[i].name);
      g_autoptr (GError) no_file = NULL, no_info = NULL, no_pages = NULL;
      g_autoptr (AncReaderDocument) document = anc_reader_open (reader, fd, rows[i].password, &no_file);
      g_auto (AncAnswer) of_info = { NULL }, of_pages = { NULL };
      g_autoptr (AncReaderInfo) info = NULL;
      g_autoptr (GPtrArray) pages = NULL;

      g_assert_no_error (no_file);
      close (fd);
      anc_reader_document_get_info_async (document, NULL, anc_answer_cb, &of_info);
      anc_reader_document_list_pages_async (document, 0, G_MAXUINT, NULL, anc_answer_cb, &of_pages);
      info = anc_reader_document_get_info_finish (document, anc_answer_wait (&of_info), &no_info);
      pages = anc_reader_document_list_finish (document, anc_answer_wait (&of_pages), &no_pages);
      if (rows[i].code < 0)
        {
          g_assert_no_error (no_info);
          g_assert_no_error (no_pages);
          g_assert_cmpuint (pages->len, ==, 3);
        }
      else
        {
          g_assert_error (no_info, ANC_READER_ERROR, rows[i].code);
          g_assert_error (no_pages, ANC_READER_ERROR, rows[i].code);
        }
    }
}

static void
test_opens_no_file (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  int fd = memfd_create ("nothing", MFD_CLOEXEC);
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderDocument) document = anc_reader_open (reader, fd, NULL, &error);

  close (fd);
  g_assert_null (document);
  g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_NOT_A_DOCUMENT);
}

static void
test_passwords (void)
{
  static const struct
  {
    const char *name;
    const char *password;
    gboolean is_encrypted;
    gboolean is_repaired;
  } rows[] = {
    { "locked.pdf", "sésame", TRUE, FALSE },
    { "locked.pdf", "patronne", TRUE, FALSE },
    { "locked-cyrillic.pdf", "пароль", TRUE, FALSE },
    { "locked-damaged.pdf", "sésame", TRUE, TRUE },
    { "locked.pdf", "se\u0301same", TRUE, FALSE }, /* as some keyboards have it: a letter and its accent */
    { "locked.pdf", "sés\u00adame", TRUE, FALSE }, /* a hyphen that does not show */
    { "locked-old.pdf", "sésame", TRUE, FALSE },
    { "locked-old.pdf", "se\u0301same", TRUE, FALSE },
    { "locked-old-euro.pdf", "20 €", TRUE, FALSE },
    { "locked-old-euro.pdf", "20\u00a0€", TRUE, FALSE },
    { "locked-old.pdf", "patronne", TRUE, FALSE },
    { "owned.pdf", "asks for none", TRUE, FALSE },
    { "plain.pdf", "asks for none", FALSE, FALSE },
  };
  g_autoptr (AncReader) reader = anc_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AncReaderDocument) document = anc_fixture_try_open (reader, rows[i].name, rows[i].password, &error);
      g_autoptr (AncReaderInfo) info = NULL;
      g_autoptr (AncReaderPicture) picture = NULL;

      g_test_message ("%s", rows[i].name);
      g_assert_no_error (error);
      info = get_info (document);
      g_assert_cmpint (info->is_encrypted, ==, rows[i].is_encrypted);
      g_assert_cmpint (info->is_repaired, ==, rows[i].is_repaired);
      picture = anc_fixture_render (document, 0, 1, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (anc_fixture_count_dark (picture), >, 100);
    }
}

/* The document is read from wherever it is, be the caller's descriptor at its end or write to it. */
static void
test_descriptor (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderDocument) document = NULL;
  g_auto (AncAnswer) answer = { NULL };
  char bytes[8192];
  int fd = anc_fixture_open_file ("plain.pdf");
  gssize length = read (fd, bytes, sizeof bytes);
  int memory = memfd_create ("document", MFD_CLOEXEC);

  g_assert_cmpint (length, >, 1000);
  g_assert_cmpint (write (memory, bytes, (gsize) length), ==, length);

  anc_reader_open_async (reader, memory, NULL, NULL, anc_answer_cb, &answer);
  close (memory);
  document = anc_reader_open_finish (reader, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (anc_reader_document_get_n_pages (document), ==, 3);
  close (fd);
}

/* ---- What a document says of itself -------------------------------------------------------- */

static AncReaderInfo *
read_info (AncReader *reader,
           const char *name)
{
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, name);

  return get_info (document);
}

static void
test_info (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderInfo) info = read_info (reader, "plain.pdf");
  g_autofree char *created = g_date_time_format_iso8601 (info->created);

  g_assert_cmpstr (info->title, ==, "Été à l’œuvre");
  g_assert_cmpstr (info->author, ==, "Camille Exemple");
  g_assert_cmpstr (info->subject, ==, "");
  g_assert_cmpstr (created, ==, "2024-01-31T12:00:00Z");
  g_assert_null (info->modified);
  g_assert_cmpstr (info->version, ==, "PDF-1.7");
}

static void
test_facts (void)
{
  static const struct
  {
    const char *name;
    gboolean is_encrypted;
    gboolean is_repaired;
    gboolean has_javascript;
    guint n_attachments;
    AncReaderForm form;
  } rows[] = {
    { "plain.pdf", FALSE, FALSE, FALSE, 0, ANC_READER_FORM_NONE },
    { "owned.pdf", TRUE, FALSE, FALSE, 0, ANC_READER_FORM_NONE },
    { "damaged.pdf", FALSE, TRUE, FALSE, 0, ANC_READER_FORM_NONE },
    { "active.pdf", FALSE, FALSE, TRUE, 1, ANC_READER_FORM_NONE },
    { "form.pdf", FALSE, FALSE, FALSE, 0, ANC_READER_FORM_FIELDS },
    { "xfa.pdf", FALSE, FALSE, FALSE, 0, ANC_READER_FORM_XFA_ONLY },
    { "picture.png", FALSE, FALSE, FALSE, 0, ANC_READER_FORM_NONE },
    { "picture.jpeg", FALSE, FALSE, FALSE, 0, ANC_READER_FORM_NONE },
    { "cut.jpeg", FALSE, TRUE, FALSE, 0, ANC_READER_FORM_NONE },
  };
  g_autoptr (AncReader) reader = anc_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AncReaderInfo) info = read_info (reader, rows[i].name);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (info->is_encrypted, ==, rows[i].is_encrypted);
      g_assert_cmpint (info->is_repaired, ==, rows[i].is_repaired);
      g_assert_cmpint (info->has_javascript, ==, rows[i].has_javascript);
      g_assert_cmpuint (info->n_attachments, ==, rows[i].n_attachments);
      g_assert_cmpint (info->form, ==, rows[i].form);
    }
}

static void
test_pages (void)
{
  static const char *const labels[] = { "i", "ii", "1" };
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = anc_fixture_list_pages (document, 0, 100, &error);
  g_autoptr (GPtrArray) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 3);
  for (guint i = 0; i < pages->len; i++)
    {
      const AncReaderPage *page = g_ptr_array_index (pages, i);

      g_assert_cmpfloat (page->width, ==, 595);
      g_assert_cmpfloat (page->height, ==, 842);
      g_assert_cmpstr (page->label, ==, labels[i]);
    }

  none = anc_fixture_list_pages (document, 3, 1, &error);
  g_assert_null (none);
  g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID);
}

static void
test_many_pages (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "two-thousand.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = anc_fixture_list_pages (document, 0, G_MAXUINT, &error);
  g_autoptr (AncReaderPicture) last = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 2000);
  last = anc_fixture_render (document, 1999, 0.2, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last->width, ==, 119);
}

static void
test_outline (void)
{
  static const struct
  {
    guint depth;
    const char *title;
    int page;
  } rows[] = {
    { 0, "Première partie", 0 },
    { 1, "Détail", 1 },
    { 0, "Fin", 2 },
  };
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_auto (AncAnswer) answer = { NULL };

  anc_reader_document_list_outline_async (document, NULL, anc_answer_cb, &answer);
  items = anc_reader_document_list_finish (document, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < items->len; i++)
    {
      const AncReaderOutlineItem *item = g_ptr_array_index (items, i);

      g_assert_cmpuint (item->depth, ==, rows[i].depth);
      g_assert_cmpstr (item->title, ==, rows[i].title);
      g_assert_cmpint (item->page, ==, rows[i].page);
    }
}

/* The link that would start a program is none. */
static void
test_links (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_auto (AncAnswer) answer = { NULL };
  const AncReaderLink *link;

  anc_reader_document_list_links_async (document, 0, NULL, anc_answer_cb, &answer);
  links = anc_reader_document_list_finish (document, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (links->len, ==, 2);
  for (guint i = 0; i < links->len; i++)
    {
      link = g_ptr_array_index (links, i);
      g_assert_cmpfloat (link->rect.x0, ==, 72);
      g_assert_cmpfloat (link->rect.x1, ==, 172);
      if (link->page == 2)
        {
          g_assert_cmpstr (link->address, ==, "");
          g_assert_cmpfloat (link->rect.y0, ==, 842 - 720);
          g_assert_cmpfloat (link->rect.y1, ==, 842 - 700);
        }
      else
        {
          g_assert_cmpint (link->page, ==, -1);
          g_assert_cmpstr (link->address, ==, "https://exemple.invalid/a");
          g_assert_cmpfloat (link->rect.y0, ==, 842 - 670);
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reader/document/opens", test_opens);
  g_test_add_func ("/reader/document/refuses", test_refuses);
  g_test_add_func ("/reader/document/opens-meanwhile", test_opens_meanwhile);
  g_test_add_func ("/reader/document/opens-no-file", test_opens_no_file);
  g_test_add_func ("/reader/document/passwords", test_passwords);
  g_test_add_func ("/reader/document/descriptor", test_descriptor);
  g_test_add_func ("/reader/document/info", test_info);
  g_test_add_func ("/reader/document/facts", test_facts);
  g_test_add_func ("/reader/document/pages", test_pages);
  g_test_add_func ("/reader/document/many-pages", test_many_pages);
  g_test_add_func ("/reader/document/outline", test_outline);
  g_test_add_func ("/reader/document/links", test_links);

  return g_test_run ();
}
