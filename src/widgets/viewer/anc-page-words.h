/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rect.h"

#include <glib-object.h>

#define ANC_TYPE_PAGE_WORDS (anc_page_words_get_type ())

/**
 * AncPageWords:
 *
 * The words of one page in reading order, column by column, with their places in points. It is filled by
 * whoever makes it, then never changes and is shared.
 */
typedef struct _AncPageWords AncPageWords;

GType anc_page_words_get_type (void);

AncPageWords *anc_page_words_new (void);
AncPageWords *anc_page_words_ref (AncPageWords *self);
void anc_page_words_unref (AncPageWords *self);

void anc_page_words_add (AncPageWords *self,
                         AncRect rect,
                         const char *text);
void anc_page_words_set_may_say_more (AncPageWords *self);
gboolean anc_page_words_may_say_more (const AncPageWords *self);

guint anc_page_words_get_count (const AncPageWords *self);
AncRect anc_page_words_get_rect (const AncPageWords *self,
                                 guint word);
const char *anc_page_words_get_text (const AncPageWords *self,
                                     guint word);

gboolean anc_page_words_find (const AncPageWords *self,
                              double x,
                              double y,
                              guint *word);
void anc_page_words_extend_to_line (const AncPageWords *self,
                                    guint *first,
                                    guint *last);
guint anc_page_words_find_in_line (const AncPageWords *self,
                                   guint word,
                                   double x);
GArray *anc_page_words_list_places (const AncPageWords *self,
                                    guint first,
                                    guint last);
char *anc_page_words_join (const AncPageWords *self,
                           guint first,
                           guint last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPageWords, anc_page_words_unref)
