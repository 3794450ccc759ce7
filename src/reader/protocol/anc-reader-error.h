/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#define ANC_READER_ERROR (anc_reader_error_quark ())

/**
 * AncReaderError:
 * @ANC_READER_ERROR_PASSWORD: the document is encrypted and this is not one of its passwords
 * @ANC_READER_ERROR_DAMAGED: it cannot be read, even repaired
 * @ANC_READER_ERROR_NOT_A_DOCUMENT: it is neither a PDF nor an image of a known form
 * @ANC_READER_ERROR_TOO_LARGE: it asks for more memory than a document is given
 * @ANC_READER_ERROR_TIMEOUT: it takes longer than a document is given
 * @ANC_READER_ERROR_CRASHED: the helper died of it
 * @ANC_READER_ERROR_INVALID: the document has no such page, field or form
 * @ANC_READER_ERROR_PROTOCOL: what came over the wire is not a message of ours
 * @ANC_READER_ERROR_UNAVAILABLE: the helper could not be started; the document may be sound
 *
 * What can go wrong with a document. Numbers travel between helper and client: append only.
 */
typedef enum
{
  ANC_READER_ERROR_PASSWORD,
  ANC_READER_ERROR_DAMAGED,
  ANC_READER_ERROR_NOT_A_DOCUMENT,
  ANC_READER_ERROR_TOO_LARGE,
  ANC_READER_ERROR_TIMEOUT,
  ANC_READER_ERROR_CRASHED,
  ANC_READER_ERROR_INVALID,
  ANC_READER_ERROR_PROTOCOL,
  ANC_READER_ERROR_UNAVAILABLE,
} AncReaderError;

#define ANC_READER_N_ERRORS (ANC_READER_ERROR_UNAVAILABLE + 1)

GQuark anc_reader_error_quark (void);
const char *anc_reader_error_get_name (int code);
