/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-fixture.h"

#include <string.h>

/* How wide and high a character of a fixture is, in points. */
#define CHARACTER 5.0
#define LINE 12.0
#define FONT 8.5

/**
 * anc_page_fixture_new:
 * @text: lines as a typewriter sets them, parted by `\n`; two spaces or more part cells; a line after `^` is bold
 *
 * Returns: (transfer full): a page on which the words stand as they do in @text
 */
AncPageText *
anc_page_fixture_new (const char *text)
{
  AncPageText *page = anc_page_text_new (595, 842);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint row = 0; lines[row] != NULL; row++)
    {
      gboolean bold = *lines[row] == '^';
      glong column = 0;

      for (const char *p = lines[row] + bold; *p != '\0';)
        {
          gsize length = strcspn (p, " ");
          g_autofree char *word = g_strndup (p, length);
          glong n = g_utf8_strlen (word, -1);
          AncWord found = { .text = word, .confidence = 1, .size = FONT, .bold = bold };

          if (n > 0)
            {
              found.rect = (AncRect){ 20 + CHARACTER * (double) column, 20 + LINE * row, 20 + CHARACTER * (double) (column + n), 20 + LINE * row + FONT };
              found.box = found.rect;
              anc_page_text_add (page, &found);
            }
          column += n;
          p += length;
          for (; *p == ' '; p++)
            column++;
        }
    }

  return page;
}

/**
 * anc_page_fixture_read:
 * @pages: (array length=n_pages): pages, each as for anc_page_fixture_new()
 * @n_pages: how many there are
 *
 * Returns: (transfer full): what is read off them
 */
AncReading *
anc_page_fixture_read (const char *const *pages,
                       guint n_pages)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_page_text_unref);

  for (guint i = 0; i < n_pages; i++)
    g_ptr_array_add (texts, anc_page_fixture_new (pages[i]));

  return anc_reading_run_on_texts ((AncPageText *const *) texts->pdata, texts->len);
}

/**
 * anc_page_fixture_read_as_picture:
 * @page: a page, as for anc_page_fixture_new()
 *
 * Returns: (transfer full): what is read off it as if its words had been read from its picture, with all letters sure
 */
AncReading *
anc_page_fixture_read_as_picture (const char *page)
{
  g_autoptr (AncPageText) text = anc_page_fixture_new (page);

  anc_page_text_set_origin (text, TRUE, 0, 0);
  return anc_reading_run_on_texts (&text, 1);
}

const AncSlip *
anc_page_fixture_get_slip (const AncReading *reading,
                           guint index)
{
  g_assert_cmpuint (reading->slips->len, >, index);
  return reading->slips->pdata[index];
}

/**
 * anc_page_fixture_assert_amount:
 * @amount: what was read
 * @expected: (nullable): with two decimals; %NULL for nothing
 */
void
anc_page_fixture_assert_amount (AncAmount amount,
                                const char *expected)
{
  char buffer[ANC_AMOUNT_BUFFER_SIZE];

  g_assert_cmpstr (amount == ANC_AMOUNT_NONE ? NULL : anc_amount_format (amount, 2, 2, buffer), ==, expected);
}
