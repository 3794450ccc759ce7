/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-scratch.h"

#include "anc-bundle-report.h"

#include <qpdf/qpdf-c.h>

/* What is asked of PDF objects, over the C interface of qpdf. Handles belong to their document and
 * live until they, or all of them, are released. */

/**
 * AncBox:
 *
 * A rectangle in the space of a page, x0 < x1 and y0 < y1.
 */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} AncBox;

qpdf_data anc_pdf_new (void);
AncPartState anc_pdf_open (const AncSpan *file,
                           const char *password,
                           qpdf_data *pdf);

qpdf_oh anc_pdf_parse (qpdf_data pdf,
                       const char *format,
                       ...) G_GNUC_PRINTF (2, 3);
qpdf_oh anc_pdf_new_stream (qpdf_data pdf,
                            const void *data,
                            gsize length);
void anc_pdf_set (qpdf_data pdf,
                  qpdf_oh dictionary,
                  const char *key,
                  qpdf_oh value);
void anc_pdf_set_text (qpdf_data pdf,
                       qpdf_oh dictionary,
                       const char *key,
                       const char *text);

gboolean anc_pdf_get_numbers (qpdf_data pdf,
                              qpdf_oh array,
                              double *numbers,
                              guint n_numbers);
gboolean anc_pdf_get_box (qpdf_data pdf,
                          qpdf_oh dictionary,
                          const char *key,
                          AncBox *box);
void anc_pdf_set_numbers (qpdf_data pdf,
                          qpdf_oh dictionary,
                          const char *key,
                          const double *numbers,
                          guint n_numbers);
void anc_pdf_set_box (qpdf_data pdf,
                      qpdf_oh dictionary,
                      const char *key,
                      const AncBox *box);

const char *anc_pdf_format (double value,
                            char buffer[G_ASCII_DTOSTR_BUF_SIZE]);
void anc_pdf_append_matrix (GString *content,
                            const double matrix[6]);
