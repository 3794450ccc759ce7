/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-file-exerciser.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A plain store, patched at will, opened and used. The input is a list of patches: four bytes of offset, one of
 * length, the bytes; a length of 0 cuts the file off there. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

static void
apply (guint8 *content,
       gsize *length,
       const guint8 *data,
       gsize size)
{
  while (size >= 5)
    {
      const gsize offset = ((gsize) data[0] << 24 | (gsize) data[1] << 16 | (gsize) data[2] << 8 | data[3]) % *length;
      const gsize n_bytes = MIN (MIN (data[4], size - 5), *length - offset);

      if (data[4] == 0)
        *length = MAX (offset, 1);
      memcpy (content + offset, data + 5, n_bytes);
      data += 5 + n_bytes;
      size -= 5 + n_bytes;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  static char *sound;
  static gsize sound_length;
  static char *path;
  g_autofree guint8 *content = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  int fd;

  if (sound == NULL)
    {
      g_autofree char *folder = g_dir_make_tmp ("fuzz-store-XXXXXX", NULL);

      path = g_build_filename (folder, "bureau.ancrage", NULL);
      sound = anc_file_exerciser_make (path, NULL, &sound_length);
    }

  content = g_memdup2 (sound, sound_length);
  length = sound_length;
  apply (content, &length, data, size);
  log = g_strconcat (path, "-wal", NULL);
  unlink (log);
  fd = open (path, O_WRONLY | O_TRUNC);
  g_assert_cmpint (write (fd, content, length), ==, (gssize) length);
  close (fd);
  g_assert_cmpint (anc_file_exerciser_run (path, NULL, &error), ==, error == NULL);

  return 0;
}
