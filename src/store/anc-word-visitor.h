/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncWordFunc:
 * @word: a word, folded as anc_fold() does; not ended by a NUL
 * @length: its bytes
 * @start: the first byte of what it stands for in the text
 * @end: the byte after the last
 * @user_data: what was given with the function
 *
 * Returns: 0 to go on
 */
typedef int (*AncWordFunc) (const char *word,
                            gsize length,
                            gsize start,
                            gsize end,
                            gpointer user_data);

int anc_word_visitor_run (const char *text,
                          gsize length,
                          AncWordFunc visit,
                          gpointer user_data);
