/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-fixture.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

typedef GPtrArray List;

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
      g_autoptr (GPtrArray) pages = anc_fixture_list_pages (document, 0, 1, &error);
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

static void
test_text (void)
{
  g_autoptr (AncReader) reader = anc_reader_new ();
  g_autoptr (AncReaderDocument) document = anc_fixture_open (reader, "plain.pdf");
  g_autoptr (AncReaderText) text = get_text (document, 0, ANC_READER_OCR_NEVER);
  const AncReaderWord *word;

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
  g_autoptr (AncReaderText) text = get_text (document, 0, ANC_READER_OCR_ALWAYS);
  const AncReaderWord *word;

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
  gint64 start = g_get_monotonic_time ();
  gint64 reading;

  anc_reader_document_read_async (document, ANC_READER_OCR_AUTO, NULL, anc_answer_cb, &answer);
  json = anc_reader_document_read_finish (document, anc_answer_wait (&answer), &error);
  g_assert_no_error (error);

  reading = g_get_monotonic_time () - start;
  start += reading;
  text = get_text (document, 0, ANC_READER_OCR_AUTO);
  g_assert_true (text->from_ocr);
  g_assert_nonnull (strstr (text->plain, "imaginaire"));
  g_assert_cmpint (g_get_monotonic_time () - start, <, reading / 2);
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

  g_test_add_func ("/reader/pages/render", test_render);
  g_test_add_func ("/reader/pages/odd-sizes", test_odd_sizes);
  g_test_add_func ("/reader/pages/too-large", test_too_large);
  g_test_add_func ("/reader/pages/image-beyond-memory", test_image_beyond_memory);
  g_test_add_func ("/reader/pages/text", test_text);
  g_test_add_func ("/reader/pages/ocr", test_ocr);
  g_test_add_func ("/reader/pages/search", test_search);
  g_test_add_func ("/reader/pages/search-places", test_search_places);
  g_test_add_func ("/reader/pages/search-scan", test_search_scan);
  g_test_add_func ("/reader/pages/may-say-more", test_may_say_more);
  g_test_add_func ("/reader/pages/reading-keeps-words", test_reading_keeps_words);
  g_test_add_func ("/reader/pages/search-many-pages", test_search_many_pages);

  return g_test_run ();
}
