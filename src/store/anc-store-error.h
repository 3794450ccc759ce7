/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncStoreError:
 * @ANC_STORE_ERROR_NOT_A_STORE: the file is something else
 * @ANC_STORE_ERROR_PASSPHRASE: the passphrase is wrong, or the store needs one
 * @ANC_STORE_ERROR_NEWER: a newer version of the program wrote this store
 * @ANC_STORE_ERROR_DAMAGED: the file is a store, but not as it was written
 * @ANC_STORE_ERROR_READ_ONLY: the file or its folder cannot be written to
 * @ANC_STORE_ERROR_FULL: the disk is full
 * @ANC_STORE_ERROR_BUSY: it is already open elsewhere; the message says on which host and since when
 * @ANC_STORE_ERROR_IO: reading or writing failed
 * @ANC_STORE_ERROR_MEMORY: there is not enough memory
 * @ANC_STORE_ERROR_NOT_FOUND: there is no such file, case, record or document
 * @ANC_STORE_ERROR_EXISTS: there is one already
 * @ANC_STORE_ERROR_CONFLICT: what should change is no longer as the one who changes it saw it
 * @ANC_STORE_ERROR_REFUSED: the change is not one the store can hold
 * @ANC_STORE_ERROR_FAILED: something that should not happen did
 *
 * What can go wrong with a store. Being cancelled is %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  ANC_STORE_ERROR_NOT_A_STORE,
  ANC_STORE_ERROR_PASSPHRASE,
  ANC_STORE_ERROR_NEWER,
  ANC_STORE_ERROR_DAMAGED,
  ANC_STORE_ERROR_READ_ONLY,
  ANC_STORE_ERROR_FULL,
  ANC_STORE_ERROR_BUSY,
  ANC_STORE_ERROR_IO,
  ANC_STORE_ERROR_MEMORY,
  ANC_STORE_ERROR_NOT_FOUND,
  ANC_STORE_ERROR_EXISTS,
  ANC_STORE_ERROR_CONFLICT,
  ANC_STORE_ERROR_REFUSED,
  ANC_STORE_ERROR_FAILED,
} AncStoreError;

#define ANC_STORE_ERROR (anc_store_error_quark ())
GQuark anc_store_error_quark (void);

void anc_store_error_set_from_sqlite (GError **error,
                                      int code,
                                      const char *message);
void anc_store_error_set_from_errno (GError **error,
                                     int saved_errno,
                                     const char *what);
