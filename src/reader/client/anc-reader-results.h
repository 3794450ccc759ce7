/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rect.h"

/* What a reader says of a document. Texts are valid UTF-8, never %NULL, and those of the document:
 * nothing in them is to be trusted. Pages count from 0, -1 is none; lengths are points of 1/72 inch;
 * places are from the top left corner of the page as it is shown. Who gets one of these, or an array
 * of them, owns it and what it holds. */

/**
 * AncReaderForm:
 * @ANC_READER_FORM_NONE: there is nothing to fill in
 * @ANC_READER_FORM_FIELDS: there are fields
 * @ANC_READER_FORM_XFA: there are fields, with an XFA form beside them
 * @ANC_READER_FORM_XFA_ONLY: an XFA form alone, which cannot be shown: its pages only say so
 */
typedef enum
{
  ANC_READER_FORM_NONE,
  ANC_READER_FORM_FIELDS,
  ANC_READER_FORM_XFA,
  ANC_READER_FORM_XFA_ONLY,
} AncReaderForm;

/**
 * AncReaderInfo:
 * @created: (nullable): as the document says
 * @modified: (nullable): as the document says
 * @is_encrypted: whether it is encrypted, be it that no password was asked for
 * @is_repaired: whether it is damaged and had to be pieced together
 * @has_javascript: whether it holds scripts; they are never run
 * @n_attachments: files within it; they are never opened
 * @version: of PDF; empty for an image
 */
typedef struct
{
  char *title;
  char *author;
  char *subject;
  char *keywords;
  char *creator;
  char *producer;
  GDateTime *created;
  GDateTime *modified;
  gboolean is_encrypted;
  gboolean is_repaired;
  gboolean has_javascript;
  guint n_attachments;
  AncReaderForm form;
  char *version;
} AncReaderInfo;

/**
 * AncReaderPage:
 * @label: what the document calls it, such as `iv`; empty where it says nothing
 */
typedef struct
{
  double width;
  double height;
  char *label;
} AncReaderPage;

/**
 * AncReaderOutlineItem:
 * @depth: from 0; an item stands before those below it
 * @page: where it leads
 */
typedef struct
{
  guint depth;
  char *title;
  int page;
} AncReaderOutlineItem;

/**
 * AncReaderLink:
 * @page: where in the document it leads
 * @address: else the address; to be shown before it is followed
 */
typedef struct
{
  AncRect rect;
  int page;
  char *address;
} AncReaderLink;

/**
 * AncReaderPicture:
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from one row to the next
 * @pixels: opaque, four bytes each, in the order of CAIRO_FORMAT_ARGB32; shared memory that nobody
 *   can change
 */
typedef struct
{
  guint width;
  guint height;
  guint stride;
  GBytes *pixels;
} AncReaderPicture;

/**
 * AncReaderWord:
 * @confidence: 0 to 1; 1 where it is no guess
 */
typedef struct
{
  AncRect rect;
  char *text;
  double confidence;
} AncReaderWord;

/**
 * AncReaderText:
 * @from_ocr: whether it was read from the picture of the page
 * @may_say_more: whether it was not, and the picture may say more
 * @plain: the page as lines of text
 * @words: (element-type AncReaderWord): in reading order
 */
typedef struct
{
  gboolean from_ocr;
  gboolean may_say_more;
  char *plain;
  GPtrArray *words;
} AncReaderText;

/**
 * AncReaderMatch:
 * @places: (array length=n_places): where it stands, one rectangle a line
 * @around: the words it stands among
 */
typedef struct
{
  guint page;
  AncRect *places;
  guint n_places;
  char *around;
} AncReaderMatch;

/**
 * AncReaderFound:
 * @matches: (element-type AncReaderMatch): from page to page
 * @unread: (element-type guint): pages that were not read from their pictures, which may say more
 */
typedef struct
{
  GPtrArray *matches;
  GArray *unread;
} AncReaderFound;

/**
 * AncReaderField:
 * @name: several fields may share it: the buttons of a radio group, or a text that stands twice
 * @type: `text`, `check`, `radio`, `choice` or `signature`
 * @value: a text; what was chosen, one a line; `true` or `false` for a button
 * @max_length: how many characters it takes; -1 if the form does not say
 * @choices: (array zero-terminated=1): what may be chosen; for a button, the name of its being pressed
 */
typedef struct
{
  char *name;
  char *type;
  char *value;
  int page;
  AncRect rect;
  gboolean is_read_only;
  int max_length;
  char **choices;
} AncReaderField;

/**
 * AncReaderRefusal:
 * @field: the name that was to be filled
 * @reason: `unknown` (no such field), `read-only`, `too-long`, `choice` (not one of those there are)
 *   or `type` (nothing can be written there)
 */
typedef struct
{
  char *field;
  char *reason;
} AncReaderRefusal;

void anc_reader_info_free (AncReaderInfo *self);
void anc_reader_page_free (AncReaderPage *self);
void anc_reader_outline_item_free (AncReaderOutlineItem *self);
void anc_reader_link_free (AncReaderLink *self);
void anc_reader_picture_free (AncReaderPicture *self);
void anc_reader_word_free (AncReaderWord *self);
void anc_reader_text_free (AncReaderText *self);
void anc_reader_match_free (AncReaderMatch *self);
void anc_reader_found_free (AncReaderFound *self);
void anc_reader_field_free (AncReaderField *self);
void anc_reader_refusal_free (AncReaderRefusal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncReaderInfo, anc_reader_info_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncReaderPicture, anc_reader_picture_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncReaderText, anc_reader_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncReaderFound, anc_reader_found_free)
