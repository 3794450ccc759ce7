/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rect.h"

#include <glib-object.h>

/**
 * AncWord:
 * @rect: where it stands on the page as it is shown
 * @box: where it stands once the page is turned upright and straightened: what lines are built from
 * @text: (not nullable): the word as it was read, NFKC, without spaces
 * @confidence: 0 to 1; 1 for a word of a text layer
 * @size: height of its font in points, measured where the font is not known
 * @bold: whether its font says it is bold; %FALSE where that is not known
 */
typedef struct
{
  AncRect rect;
  AncRect box;
  const char *text;
  double confidence;
  double size;
  gboolean bold;
} AncWord;

/**
 * AncPageText:
 *
 * The words of a page in reading order. Filled by one thread, then never changed.
 */
typedef struct _AncPageText AncPageText;

#define ANC_TYPE_PAGE_TEXT (anc_page_text_get_type ())
GType anc_page_text_get_type (void);

AncPageText *anc_page_text_new (double width,
                                double height);
AncPageText *anc_page_text_ref (AncPageText *self);
void anc_page_text_unref (AncPageText *self);

void anc_page_text_add (AncPageText *self,
                        const AncWord *word);
void anc_page_text_set_origin (AncPageText *self,
                               gboolean from_ocr,
                               int turn,
                               double skew);

guint anc_page_text_get_n_words (const AncPageText *self);
const AncWord *anc_page_text_get_word (const AncPageText *self,
                                       guint index);
double anc_page_text_get_width (const AncPageText *self);
double anc_page_text_get_height (const AncPageText *self);
gboolean anc_page_text_is_from_ocr (const AncPageText *self);
int anc_page_text_get_turn (const AncPageText *self);
double anc_page_text_get_skew (const AncPageText *self);
char *anc_page_text_dup_plain (const AncPageText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncPageText, anc_page_text_unref)
