/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-pdf-objects.h"

#include <qpdf/qpdf-c.h>

struct _AncPdfObjects
{
  GBytes *bytes;
  qpdf_data qpdf;
};

gboolean anc_pdf_objects_find_page (AncPdfObjects *self,
                                    guint page,
                                    qpdf_oh *found);
qpdf_oh anc_pdf_objects_find_inherited (AncPdfObjects *self,
                                        qpdf_oh page,
                                        const char *key);
