/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-text.h"

#include <poppler.h>

AncPageText *anc_pdf_text_read (PopplerPage *page,
                                double width,
                                double height);
