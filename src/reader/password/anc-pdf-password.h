/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

char **anc_pdf_password_list_forms (const char *typed);
QPDF_ERROR_CODE anc_pdf_password_open_qpdf (GBytes *bytes,
                                            const char *password,
                                            qpdf_data *opened);
