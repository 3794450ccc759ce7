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

static List *
list_pages (AncReaderDocument *document,
            guint first,
            guint count,
            GError **error)
{
  g_auto (AncAnswer) answer = { NULL };

  anc_reader_document_list_pages_async (document, first, count, NULL, anc_answer_cb, &answer);

  return anc_reader_document_list_finish (document, anc_answer_wait (&answer), error);
}

static void
test_pages (void)
{
  static const char *const labels[] = { "i", "ii", "1" };
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = list_pages (document, 0, 100, &error);
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

  none = list_pages (document, 3, 1, &error);
  g_assert_null (none);
  g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID);
}

static void
test_many_pages (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "two-thousand.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = list_pages (document, 0, G_MAXUINT, &error);
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

/* ---- Pages --------------------------------------------------------------------------------- */

static void
test_render (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderPicture) whole = anc_fixture_render (document, 0, 2, NULL, &error);
  g_autoptr (AncReaderPicture) title = NULL;
  g_autoptr (AncReaderPicture) margin = NULL;
  const AncRect title_rect = { 60, 60, 360, 80 };
  const AncRect margin_rect = { 0, 0, 595, 50 };
  const guint32 *pixels;

  g_assert_no_error (error);
  g_assert_cmpuint (whole->width, ==, 1190);
  g_assert_cmpuint (whole->height, ==, 1684);
  g_assert_cmpuint (g_bytes_get_size (whole->pixels), ==, (gsize) whole->stride * whole->height);
  pixels = g_bytes_get_data (whole->pixels, NULL);
  g_assert_cmphex (pixels[0], ==, 0xffffffff);

  title = anc_fixture_render (document, 0, 2, &title_rect, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (title->width, ==, 600);
  g_assert_cmpuint (title->height, ==, 40);
  g_assert_cmpuint (anc_fixture_count_dark (title), >, 300);
  g_assert_cmpuint (anc_fixture_count_dark (title), <, anc_fixture_count_dark (whole));

  margin = anc_fixture_render (document, 0, 2, &margin_rect, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (anc_fixture_count_dark (margin), ==, 0);
}

/* Each has a size that makes sense, and a picture. */
static void
test_odd_sizes (void)
{
  static const char *const names[] = { "a0.pdf", "zero.pdf", "thin.pdf", "active.pdf", "xfa.pdf", "picture.png", "pictures.tiff" };
  g_autoptr (AncReader) reader = anc_reader_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, names[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) pages = list_pages (document, 0, 1, &error);
      const AncReaderPage *page;
      g_autoptr (AncReaderPicture) picture = NULL;

      g_assert_no_error (error);
      page = g_ptr_array_index (pages, 0);
      picture = anc_fixture_render (document, 0, 1, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (picture->width, ==, MAX (1, (guint) (page->width + 0.5)));
      g_assert_cmpuint (picture->height, ==, MAX (1, (guint) (page->height + 0.5)));
    }
}

static void
test_too_large (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "a0.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderPicture) huge = anc_fixture_render (document, 0, 10, NULL, &error);
  g_autoptr (AncReaderPicture) part = NULL;
  const AncRect corner = { 0, 3270, 100, 3370 };

  g_assert_null (huge);
  g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_TOO_LARGE);
  g_clear_error (&error);

  part = anc_fixture_render (document, 0, 10, &corner, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (part->width, ==, 1000);
}

/* Poppler would leave the image out and call the page drawn. */
static void
test_image_beyond_memory (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("memory is not limited under the sanitizer");
#else
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "huge-image.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderPicture) picture = anc_fixture_render (document, 0, 1, NULL, &error);

  g_assert_null (picture);
  g_assert_error (error, ANC_READER_ERROR, ANC_READER_ERROR_TOO_LARGE);
#endif
}

static void
test_text (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderText) text = NULL;
  g_auto (AncAnswer) answer = { NULL };
  const AncReaderWord *word;

  anc_reader_document_get_text_async (
      document, 0, ANC_READER_OCR_NEVER, ANC_READER_PRIORITY_SOON, NULL, anc_answer_cb, &answer);
  text = anc_reader_document_get_text_finish (document, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);
  g_assert_false (text->from_ocr);
  g_assert_nonnull (strstr (text->plain, "Bulletin de salaire imaginaire\n"));

  word = g_ptr_array_index (text->words, 0);
  g_assert_cmpstr (word->text, ==, "Bulletin");
  g_assert_cmpfloat (word->confidence, ==, 1);
  g_assert_cmpfloat_with_epsilon (word->rect.x0, 72, 2);
  g_assert_cmpfloat_with_epsilon (word->rect.y1, 842 - 770, 4);
}

/* Tesseract and its data work where nothing else can be opened. */
static void
test_ocr (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderText) text = NULL;
  g_auto (AncAnswer) answer = { NULL };
  const AncReaderWord *word;

  anc_reader_document_get_text_async (
      document, 0, ANC_READER_OCR_ALWAYS, ANC_READER_PRIORITY_SOON, NULL, anc_answer_cb, &answer);
  text = anc_reader_document_get_text_finish (document, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);
  g_assert_true (text->from_ocr);
  g_assert_nonnull (strstr (text->plain, "Bulletin de salaire imaginaire\n"));
  word = g_ptr_array_index (text->words, 0);
  g_assert_cmpfloat_with_epsilon (word->rect.x0, 72, 4);
  g_assert_cmpfloat (word->confidence, <=, 1);
}

/* ---- Search -------------------------------------------------------------------------------- */

static AncReaderFound *
search_with (AncReaderDocument *document,
             const char *needle,
             guint first,
             guint count,
             AncReaderOcr ocr)
{
  g_autoptr (GError) error = NULL;
  g_auto (AncAnswer) answer = { NULL };
  AncReaderFound *found;

  anc_reader_document_search_async (document, needle, first, count, ocr, NULL, anc_answer_cb, &answer);
  found = anc_reader_document_search_finish (document, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);

  return found;
}

static List *
search (AncReaderDocument *document,
        const char *needle,
        guint first,
        guint count)
{
  g_autoptr (AncReaderFound) found = search_with (document, needle, first, count, ANC_READER_OCR_NEVER);

  return g_steal_pointer (&found->matches);
}

static void
test_search (void)
{
  static const struct
  {
    const char *needle;
    guint first;
    guint count;
    guint n_matches;
    guint page; /* of the first */
    guint n_places;
    const char *why;
  } rows[] = {
    { "salaire", 0, 3, 3, 0, 1, "whole document" },
    { "salaire", 1, 1, 1, 1, 1, "one page" },
    { "SALAIRÉ", 0, 3, 3, 0, 1, "case and accents" },
    { "oeuvre de l ete", 0, 3, 1, 0, 1, "ligature and apostrophe" },
    { "fin de ligne", 0, 3, 1, 0, 2, "over the end of a line" },
    { "alair", 0, 3, 3, 0, 1, "within a word" },
    { "1 234,56", 0, 3, 1, 0, 1, "numbers" },
    { "absent", 0, 3, 0, 0, 0, "nothing" },
    { "", 0, 3, 0, 0, 0, "empty" },
    { "…", 0, 3, 0, 0, 0, "a sign" },
  };
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) matches = search (document, rows[i].needle, rows[i].first, rows[i].count);
      const AncReaderMatch *match;

      g_test_message ("%s", rows[i].why);
      g_assert_cmpuint (matches->len, ==, rows[i].n_matches);
      if (matches->len == 0)
        continue;
      match = g_ptr_array_index (matches, 0);
      g_assert_cmpuint (match->page, ==, rows[i].page);
      g_assert_cmpuint (match->n_places, ==, rows[i].n_places);
    }
}

/* The place of a part of a word is narrower than the word, and within it. */
static void
test_search_places (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (GPtrArray) words = search (document, "Bulletin", 0, 1);
  g_autoptr (GPtrArray) parts = search (document, "llet", 0, 1);
  const AncReaderMatch *word = g_ptr_array_index (words, 0);
  const AncReaderMatch *part = g_ptr_array_index (parts, 0);

  g_assert_cmpfloat (part->places[0].x0, >, word->places[0].x0);
  g_assert_cmpfloat (part->places[0].x1, <, word->places[0].x1);
  g_assert_cmpfloat (part->places[0].y0, ==, word->places[0].y0);
  g_assert_cmpstr (word->around, ==, "Bulletin de salaire imaginaire Salaire brut");
}

/* What was not searched is told, and found where it is asked for. */
static void
test_search_scan (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "scan.pdf");
  g_autoptr (AncReaderFound) layer = search_with (document, "imaginaire", 0, 3, ANC_READER_OCR_NEVER);
  g_autoptr (AncReaderFound) picture = search_with (document, "imaginaire", 0, 1, ANC_READER_OCR_AUTO);
  const AncReaderMatch *match;

  g_assert_cmpuint (layer->matches->len, ==, 0);
  g_assert_cmpuint (layer->unread->len, ==, 3);
  g_assert_cmpuint (g_array_index (layer->unread, guint, 2), ==, 2);

  g_assert_cmpuint (picture->unread->len, ==, 0);
  g_assert_cmpuint (picture->matches->len, ==, 1);
  match = g_ptr_array_index (picture->matches, 0);
  g_assert_cmpuint (match->page, ==, 0);
  g_assert_cmpfloat_with_epsilon (match->places[0].y0, 842 - 780, 6);
}

static AncReaderText *
get_text (AncReaderDocument *document,
          guint page,
          AncReaderOcr ocr)
{
  g_autoptr (GError) error = NULL;
  g_auto (AncAnswer) answer = { NULL };
  AncReaderText *text;

  anc_reader_document_get_text_async (document, page, ocr, ANC_READER_PRIORITY_SOON, NULL, anc_answer_cb, &answer);
  text = anc_reader_document_get_text_finish (document, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);

  return text;
}

/* The words of a page of few words are those it holds; those of a scan are in its picture. */
static void
test_may_say_more (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) scan = anc_fixture_open (reader, "scan.pdf");
  g_autoptr (AncReaderDocument) plain = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (AncReaderText) layer = get_text (scan, 0, ANC_READER_OCR_NEVER);
  g_autoptr (AncReaderText) seen = get_text (scan, 0, ANC_READER_OCR_AUTO);
  g_autoptr (AncReaderText) few = get_text (plain, 1, ANC_READER_OCR_NEVER);
  g_autoptr (AncReaderText) as_few = get_text (plain, 1, ANC_READER_OCR_AUTO);

  g_assert_true (layer->may_say_more);
  g_assert_cmpuint (layer->words->len, ==, 0);
  g_assert_false (seen->may_say_more);
  g_assert_true (seen->from_ocr);
  g_assert_nonnull (strstr (seen->plain, "Bulletin de salaire imaginaire\n"));

  g_assert_false (few->may_say_more);
  g_assert_false (as_few->from_ocr);
  g_assert_cmpstr (as_few->plain, ==, few->plain);
}

/* What was read as a payslip is not read a second time for its words. */
static void
test_reading_keeps_words (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "scan.pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderText) text = NULL;
  g_autofree char *json = NULL;
  g_auto (AncAnswer) answer = { NULL };
  gint64 asked;

  anc_reader_document_read_async (document, ANC_READER_OCR_AUTO, NULL, anc_answer_cb, &answer);
  json = anc_reader_document_read_finish (document, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);

  asked = g_get_monotonic_time ();
  text = get_text (document, 0, ANC_READER_OCR_AUTO);
  g_assert_true (text->from_ocr);
  g_assert_nonnull (strstr (text->plain, "imaginaire"));
  g_assert_cmpint (g_get_monotonic_time () - asked, <, G_USEC_PER_SEC / 10);
}

static void
test_search_many_pages (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "two-thousand.pdf");
  g_autoptr (GPtrArray) matches = search (document, "bleu", 0, G_MAXUINT);

  g_assert_cmpuint (matches->len, ==, 20);
  g_assert_cmpuint (((const AncReaderMatch *) g_ptr_array_index (matches, 19))->page, ==, 1999);
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
  g_test_add_func ("/reader/document/render", test_render);
  g_test_add_func ("/reader/document/odd-sizes", test_odd_sizes);
  g_test_add_func ("/reader/document/too-large", test_too_large);
  g_test_add_func ("/reader/document/image-beyond-memory", test_image_beyond_memory);
  g_test_add_func ("/reader/document/text", test_text);
  g_test_add_func ("/reader/document/ocr", test_ocr);
  g_test_add_func ("/reader/document/search", test_search);
  g_test_add_func ("/reader/document/search-places", test_search_places);
  g_test_add_func ("/reader/document/search-scan", test_search_scan);
  g_test_add_func ("/reader/document/may-say-more", test_may_say_more);
  g_test_add_func ("/reader/document/reading-keeps-words", test_reading_keeps_words);
  g_test_add_func ("/reader/document/search-many-pages", test_search_many_pages);

  return g_test_run ();
}
