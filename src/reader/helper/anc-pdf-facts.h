/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncPdfFormKind:
 * @ANC_PDF_FACTS_NO_FORM: there is nothing to fill in
 * @ANC_PDF_FACTS_FIELDS: fields that every viewer knows
 * @ANC_PDF_FACTS_XFA: such fields, with an XFA form beside them that says the same
 * @ANC_PDF_FACTS_XFA_ONLY: an XFA form alone: its pages say no more than that another viewer is needed
 */
typedef enum
{
  ANC_PDF_FACTS_NO_FORM,
  ANC_PDF_FACTS_FIELDS,
  ANC_PDF_FACTS_XFA,
  ANC_PDF_FACTS_XFA_ONLY,
} AncPdfFormKind;

/**
 * AncPdfFacts:
 * @is_encrypted: whether the file is encrypted, be it that no password was asked for
 * @is_repaired: whether the file breaks its own structure and had to be pieced together
 * @form: what there is to fill in
 *
 * What Poppler knows of a PDF and does not tell.
 */
typedef struct
{
  gboolean is_encrypted;
  gboolean is_repaired;
  AncPdfFormKind form;
} AncPdfFacts;

void anc_pdf_facts_read (AncPdfFacts *self,
                         GBytes *bytes,
                         const char *password);
