/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-own-pages.h"

static gboolean
is_name (qpdf_data pdf,
         qpdf_oh dictionary,
         const char *key,
         const char *name)
{
  return qpdf_oh_is_name_and_equals (pdf, qpdf_oh_get_key (pdf, dictionary, key), name);
}

/* Which letter of an embedded TrueType font a number means: PDF/A wants it said (ISO 19005-2, 6.2.11.3.2), where cairo
 * 1.16 leaves it to what readers take for granted (ISO 32000-1, table 117). */
static void
complete_fonts (qpdf_data pdf)
{
  const int n_objects = qpdf_oh_get_int_value_as_int (pdf, qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Size"));

  for (int i = 1; i < n_objects; i++)
    {
      qpdf_oh object = qpdf_get_object_by_id (pdf, i, 0);

      if (qpdf_oh_is_dictionary (pdf, object) && is_name (pdf, object, "/Type", "/Font")
          && is_name (pdf, object, "/Subtype", "/CIDFontType2") && !qpdf_oh_has_key (pdf, object, "/CIDToGIDMap"))
        anc_pdf_set (pdf, object, "/CIDToGIDMap", qpdf_oh_new_name (pdf, "/Identity"));
    }
  qpdf_oh_release_all (pdf);
}

/**
 * anc_own_pages_open:
 * @scratch: where cairo has drawn a file, all of it
 * @pdf: (out): that file, which qpdf_cleanup() frees
 *
 * Takes up pages of the program's own: as cairo drew them, with what PDF/A wants beyond that.
 *
 * Returns: whether there was room for them
 */
gboolean
anc_own_pages_open (AncScratch *scratch,
                    qpdf_data *pdf)
{
  AncSpan span;

  if (!anc_scratch_end (scratch, &span) || anc_pdf_open (&span, NULL, pdf) != ANC_PART_BOUND)
    return FALSE;

  complete_fonts (*pdf);

  return TRUE;
}
