/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <poppler.h>
#include <qpdf/qpdf-c.h>

PopplerDocument *anc_pdf_password_open_poppler (GBytes *bytes,
                                                const char *password,
                                                GError **error);
QPDF_ERROR_CODE anc_pdf_password_open_qpdf (GBytes *bytes,
                                            const char *password,
                                            qpdf_data *opened);
