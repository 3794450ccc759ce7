/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#define ANC_KEY_SALT_SIZE 16
#define ANC_KEY_PAGE_SIZE 4096

/**
 * AncKey:
 *
 * The key of one encrypted store, derived from its passphrase and its salt as SQLCipher 4 does, so
 * that the derivation is paid once for all connections. Immutable; its memory is wiped at the end.
 * A %NULL key stands for a store without a passphrase.
 */
typedef struct _AncKey AncKey;

/**
 * AncHeader:
 * @ANC_HEADER_EMPTY: no byte at all
 * @ANC_HEADER_PLAIN: an SQLite file that is not encrypted
 * @ANC_HEADER_ENCRYPTED: a store with a passphrase
 * @ANC_HEADER_OTHER: something else
 *
 * What the first bytes of a file say that it is.
 */
typedef enum
{
  ANC_HEADER_EMPTY,
  ANC_HEADER_PLAIN,
  ANC_HEADER_ENCRYPTED,
  ANC_HEADER_OTHER,
} AncHeader;

AncHeader anc_header_read (const char *path,
                           guint8 salt[ANC_KEY_SALT_SIZE],
                           GError **error);

AncKey *anc_key_new (const char *passphrase) G_GNUC_WARN_UNUSED_RESULT;
AncKey *anc_key_derive (const char *passphrase,
                        const guint8 salt[ANC_KEY_SALT_SIZE]) G_GNUC_WARN_UNUSED_RESULT;
AncKey *anc_key_ref (AncKey *self);
void anc_key_unref (AncKey *self);

const char *anc_key_get_raw (const AncKey *self,
                             gsize *length);
gboolean anc_key_opens_page (const AncKey *self,
                             const guint8 *page,
                             guint32 number);

char *anc_passphrase_dup (const char *passphrase);
void anc_passphrase_free (char *passphrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncKey, anc_key_unref)
