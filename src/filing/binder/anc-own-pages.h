/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-pdf.h"
#include "anc-scratch.h"

gboolean anc_own_pages_open (AncScratch *scratch,
                             qpdf_data *pdf);
