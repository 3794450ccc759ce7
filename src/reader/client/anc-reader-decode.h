/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader-worker.h"

/* What to make of the answer to each request. The wire has seen to the types; here it is checked
 * that the values make sense, for the helper that gave them may be in a document's hands. */
extern const AncReaderResult anc_reader_decode_opened;   /* AncReaderOpened */
extern const AncReaderResult anc_reader_decode_info;     /* AncReaderInfo */
extern const AncReaderResult anc_reader_decode_pages;    /* GPtrArray of AncReaderPage */
extern const AncReaderResult anc_reader_decode_outline;  /* GPtrArray of AncReaderOutlineItem */
extern const AncReaderResult anc_reader_decode_links;    /* GPtrArray of AncReaderLink */
extern const AncReaderResult anc_reader_decode_picture;  /* AncReaderPicture */
extern const AncReaderResult anc_reader_decode_text;     /* AncReaderText */
extern const AncReaderResult anc_reader_decode_found;    /* AncReaderFound */
extern const AncReaderResult anc_reader_decode_fields;   /* GPtrArray of AncReaderField */
extern const AncReaderResult anc_reader_decode_refusals; /* GPtrArray of AncReaderRefusal */
extern const AncReaderResult anc_reader_decode_string;   /* char */
extern const AncReaderResult anc_reader_decode_number;   /* int */

/**
 * AncReaderOpened:
 * @form: `pdf`, `jpeg`, `png` or `tiff`
 * @n_pages: at least 1
 */
typedef struct
{
  char *form;
  guint n_pages;
} AncReaderOpened;

void anc_reader_opened_free (AncReaderOpened *self);
