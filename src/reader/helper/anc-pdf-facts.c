/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf-facts.h"

#include "anc-pdf-password.h"

static AncPdfFormKind
read_form (qpdf_data qpdf)
{
  qpdf_oh form = qpdf_oh_get_key_if_dict (qpdf, qpdf_get_root (qpdf), "/AcroForm");
  qpdf_oh fields = qpdf_oh_get_key_if_dict (qpdf, form, "/Fields");
  gboolean has_fields = qpdf_oh_is_array (qpdf, fields) && qpdf_oh_get_array_n_items (qpdf, fields) > 0;

  if (qpdf_oh_is_dictionary (qpdf, form) && qpdf_oh_has_key (qpdf, form, "/XFA"))
    return has_fields ? ANC_PDF_FACTS_XFA : ANC_PDF_FACTS_XFA_ONLY;

  return has_fields ? ANC_PDF_FACTS_FIELDS : ANC_PDF_FACTS_NO_FORM;
}

/**
 * anc_pdf_facts_read:
 * @self: (out): takes the facts
 * @bytes: a PDF that Poppler opened
 * @password: (nullable): with which it did
 *
 * Reads the bones of the file, not its pages. A file of which qpdf can make nothing counts as
 * repaired, for Poppler made something of it.
 */
void
anc_pdf_facts_read (AncPdfFacts *self,
                    GBytes *bytes,
                    const char *password)
{
  qpdf_data qpdf;
  QPDF_ERROR_CODE status = anc_pdf_password_open_qpdf (bytes, password, &qpdf);

  *self = (AncPdfFacts){ 0 };
  self->is_repaired = status != QPDF_SUCCESS;
  self->is_encrypted = qpdf_is_encrypted (qpdf);
  if ((status & QPDF_ERRORS) == 0)
    self->form = read_form (qpdf);
  qpdf_cleanup (&qpdf);
}
