/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#define ANC_DIGEST_SIZE 32
#define ANC_DIGEST_TEXT_SIZE (2 * ANC_DIGEST_SIZE + 1)

/**
 * AncDigest:
 *
 * SHA-256 of what is added to it. Numbers and texts are added so that no two sequences of them give the
 * same bytes.
 */
typedef struct _AncDigest AncDigest;

AncDigest *anc_digest_new (void);
void anc_digest_free (AncDigest *self);

void anc_digest_add_bytes (AncDigest *self,
                           gconstpointer bytes,
                           gsize length);
void anc_digest_add_integer (AncDigest *self,
                             gint64 value);
void anc_digest_add_text (AncDigest *self,
                          const char *text);
void anc_digest_end (AncDigest *self,
                     guint8 digest[ANC_DIGEST_SIZE]);

void anc_digest_format (const guint8 digest[ANC_DIGEST_SIZE],
                        char text[ANC_DIGEST_TEXT_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncDigest, anc_digest_free)
