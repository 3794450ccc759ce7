/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf-contents.h"

#include <math.h>
#include <string.h>

/* What a page is drawn by. Where it is said to be one picture, there is one, it stands somewhere, and
 * whatever is seen besides would have been noticed. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

static gboolean
is_picture (const char *before,
            const char *data,
            gsize size,
            const char *after)
{
  g_autoptr (GByteArray) contents = g_byte_array_new ();
  g_autofree char *name = NULL;
  gboolean in_black;
  double place[4];

  g_byte_array_append (contents, (const guint8 *) before, (guint) strlen (before));
  g_byte_array_append (contents, (const guint8 *) data, (guint) size);
  g_byte_array_append (contents, (const guint8 *) after, (guint) strlen (after));

  return anc_pdf_contents_find_picture ((const char *) contents->data, contents->len, &name, place, &in_black);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  const char *contents = (const char *) data;
  g_autofree char *name = NULL;
  gboolean in_black;
  double place[4];

  if (!anc_pdf_contents_find_picture (contents, size, &name, place, &in_black))
    {
      g_assert_null (name);
      return 0;
    }

  g_assert_true (name != NULL && *name != '\0');
  for (guint i = 0; i < G_N_ELEMENTS (place); i++)
    g_assert_true (isfinite (place[i]));
  g_assert_true (place[0] <= place[2] && place[1] <= place[3]);

  g_assert_false (is_picture ("(seen) Tj\n", contents, size, ""));
  g_assert_false (is_picture ("", contents, size, "\n0 Tr (seen) Tj"));
  g_assert_false (is_picture ("", contents, size, "\n0 0 9 9 re f"));
  g_assert_false (is_picture ("", contents, size, "\n/Other Do"));

  return 0;
}
