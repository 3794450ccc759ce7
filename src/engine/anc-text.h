/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncLanguage:
 *
 * The languages the law's data are written in.
 */
typedef enum
{
  ANC_LANGUAGE_FR,
  ANC_LANGUAGE_EN,
} AncLanguage;

#define ANC_N_LANGUAGES (ANC_LANGUAGE_EN + 1)

/**
 * AncText:
 *
 * A text of the law's data in every language, indexed by #AncLanguage. Absent texts are %NULL in
 * all of them.
 */
typedef struct
{
  const char *in[ANC_N_LANGUAGES];
} AncText;
