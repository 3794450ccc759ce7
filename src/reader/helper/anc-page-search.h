/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-text.h"

/**
 * AncPageMatch:
 * @places: (element-type AncRect): where it stands, one rectangle a line
 * @around: the words it stands among
 */
typedef struct
{
  GArray *places;
  char *around;
} AncPageMatch;

GPtrArray *anc_page_search (const AncPageText *text,
                            const char *needle);
