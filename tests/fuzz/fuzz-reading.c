/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words with their places in, payslips out. Each line of the input is one word: four numbers in half
 * points (left, top, width, height, each one byte, the first two twice as coarse), then its text; an
 * empty line begins the next page. */

#include "anc-reading.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PAGES 4
#define MAX_WORDS 600

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t size);

static void
add_word (AncPageText *page,
          const char *line,
          size_t length)
{
  const uint8_t *places = (const uint8_t *) line;
  g_autofree char *text = g_utf8_make_valid (line + 4, (gssize) length - 4);
  AncWord word = { .text = text, .confidence = places[3] / 255.0, .size = places[3] / 8.0 + 1 };

  if (*text == '\0' || strlen (text) != strcspn (text, " \t\r"))
    return;

  word.box.x0 = places[0] * 2.5;
  word.box.y0 = places[1] * 3.3;
  word.box.x1 = word.box.x0 + places[2] / 2.0;
  word.box.y1 = word.box.y0 + places[3] / 8.0;
  word.rect = word.box;
  anc_page_text_add (page, &word);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_page_text_unref);
  g_autoptr (AncReading) reading = NULL;
  g_autofree char *json = NULL;
  const char *text = (const char *) data;
  const char *end = text + size;
  guint words = 0;

  g_ptr_array_add (pages, anc_page_text_new (595, 842));
  if (size > 0)
    anc_page_text_set_origin (pages->pdata[0], (data[0] & 1) != 0, 0, 0);

  for (const char *line = text; line < end && words < MAX_WORDS; words++)
    {
      const char *stop = memchr (line, '\n', (size_t) (end - line));
      size_t length = (size_t) ((stop != NULL ? stop : end) - line);

      if (length > 4)
        add_word (pages->pdata[pages->len - 1], line, length);
      else if (length == 0 && pages->len < MAX_PAGES)
        g_ptr_array_add (pages, anc_page_text_new (595, 842));
      line += length + 1;
    }

  reading = anc_reading_run_on_texts ((AncPageText *const *) pages->pdata, pages->len);
  json = anc_reading_to_json (reading, "fuzz");
  if (!g_utf8_validate (json, -1, NULL))
    abort ();

  return 0;
}
