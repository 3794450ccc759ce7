/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-tiff.h"

/* Places and numbers of the format, in bytes: TIFF, revision 6.0, sections 2 and 8. */
#define FIRST_DIRECTORY 4
#define ENTRY_SIZE 12
#define ENTRY_VALUE 8
#define TAG_ORIENTATION 274

typedef struct
{
  const guchar *data;
  gsize length;
  gboolean high_first;
} Tiff;

/* The number at a place; 0 where the file is over. */
static guint32
get_number (const Tiff *self,
            gsize place,
            guint size)
{
  guint32 number = 0;

  if (place > self->length || self->length - place < size)
    return 0;

  for (guint i = 0; i < size; i++)
    number = (number << 8) | self->data[place + (self->high_first ? i : size - 1 - i)];

  return number;
}

/**
 * anc_tiff_get_orientation:
 * @bytes: a TIFF
 * @page: a page of it, from 0
 *
 * Leptonica turns what it decodes as the page asks, but tells sizes as they are stored.
 *
 * Returns: how the page was held, from 1 to 8 as EXIF counts; 1 if it does not say
 */
int
anc_tiff_get_orientation (GBytes *bytes,
                          guint page)
{
  Tiff self = { 0 };
  gsize directory;
  guint32 orientation = 1;

  self.data = g_bytes_get_data (bytes, &self.length);
  self.high_first = self.length > 0 && self.data[0] == 'M';
  directory = get_number (&self, FIRST_DIRECTORY, 4);
  for (guint i = 0; i < page && directory > 0; i++)
    directory = get_number (&self, directory + 2 + ENTRY_SIZE * get_number (&self, directory, 2), 4);
  if (directory == 0)
    return 1;

  for (guint i = 0; i < get_number (&self, directory, 2); i++)
    {
      gsize entry = directory + 2 + ENTRY_SIZE * i;

      if (get_number (&self, entry, 2) == TAG_ORIENTATION)
        orientation = get_number (&self, entry + ENTRY_VALUE, 2);
    }

  return orientation >= 1 && orientation <= 8 ? (int) orientation : 1;
}
