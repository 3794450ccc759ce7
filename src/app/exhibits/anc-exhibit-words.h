/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"
#include "anc-exhibit-row.h"

/* What rows say of the documents of a case. */

char *anc_exhibit_words_kind (AncDesk *desk,
                              const char *kind);
AncGrade anc_exhibit_words_get_grade (AncDesk *desk,
                                      const char *kind);
char *anc_exhibit_words_when (AncRecord *document);
void anc_exhibit_words_document (AncDesk *desk,
                                 AncRecord *document,
                                 AncExhibitCells *cells);
char *anc_exhibit_words_claim_field (AncRecord *claim,
                                     guint column);
char *anc_exhibit_words_claim (AncCase *a_case,
                               AncRecord *claim,
                               guint column);
