/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-wait.h"

#include "anc-json-writer.h"
#include "anc-reader.h"

/**
 * AncCliReader:
 * @reader: opens the documents
 * @cancellable: cancelled when the person interrupts
 *
 * What the commands on documents share: a reader, the password, and Ctrl-C.
 */
typedef struct
{
  AncReader *reader;
  GCancellable *cancellable;
  char *password;
  guint interrupt_id;
} AncCliReader;

gboolean anc_cli_reader_init (AncCliReader *self,
                              char *password_file);
void anc_cli_reader_clear (AncCliReader *self);
int anc_cli_reader_finish (AncCliReader *self,
                           guint n_failed);

int anc_cli_reader_open_file (const char *name,
                              GError **error);
AncReaderDocument *anc_cli_reader_open (AncCliReader *self,
                                        const char *name,
                                        GError **error);

gboolean anc_cli_parse_ocr (const char *text,
                            AncReaderOcr *ocr);
gboolean anc_cli_parse_pages (const char *text,
                              guint n_pages,
                              guint *first,
                              guint *last);
const char *anc_cli_describe_reader_error (const GError *error);
void anc_cli_add_reader_error (AncJsonWriter *writer,
                               const GError *error);
void anc_cli_add_length (AncJsonWriter *writer,
                         const char *key,
                         double points);
void anc_cli_add_rect (AncJsonWriter *writer,
                       const char *key,
                       const AncRect *rect);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AncCliReader, anc_cli_reader_clear)
