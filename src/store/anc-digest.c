/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-digest.h"

#include <openssl/evp.h>
#include <string.h>

struct _AncDigest
{
  EVP_MD_CTX *context;
};

/* Looked up once: each edit digests twice, and looking it up takes longer than its few hundred bytes. */
static gpointer
fetch_algorithm (gpointer data)
{
  return EVP_MD_fetch (NULL, "SHA256", NULL);
}

AncDigest *
anc_digest_new (void)
{
  static GOnce once = G_ONCE_INIT;
  AncDigest *self = g_new0 (AncDigest, 1);

  self->context = EVP_MD_CTX_new ();
  if (self->context == NULL || EVP_DigestInit_ex (self->context, g_once (&once, fetch_algorithm, NULL), NULL) != 1)
    g_error ("SHA-256 is not to be had");

  return self;
}

void
anc_digest_free (AncDigest *self)
{
  if (self == NULL)
    return;

  EVP_MD_CTX_free (self->context);
  g_free (self);
}

void
anc_digest_add_bytes (AncDigest *self,
                      gconstpointer bytes,
                      gsize length)
{
  EVP_DigestUpdate (self->context, bytes, length);
}

void
anc_digest_add_integer (AncDigest *self,
                        gint64 value)
{
  value = GINT64_TO_LE (value);
  anc_digest_add_bytes (self, &value, sizeof value);
}

/**
 * anc_digest_add_text:
 * @self: a digest
 * @text: (nullable): a text, which counts with its length; none differs from an empty one
 */
void
anc_digest_add_text (AncDigest *self,
                     const char *text)
{
  anc_digest_add_integer (self, text != NULL ? (gint64) strlen (text) : -1);
  if (text != NULL)
    anc_digest_add_bytes (self, text, strlen (text));
}

/**
 * anc_digest_end:
 * @self: a digest, which begins anew
 * @digest: (out): SHA-256 of all that was added
 */
void
anc_digest_end (AncDigest *self,
                guint8 digest[ANC_DIGEST_SIZE])
{
  EVP_DigestFinal_ex (self->context, digest, NULL);
  EVP_DigestInit_ex (self->context, NULL, NULL);
}

/* Writes it in lower-case hexadecimal digits. */
void
anc_digest_format (const guint8 digest[ANC_DIGEST_SIZE],
                   char text[ANC_DIGEST_TEXT_SIZE])
{
  static const char digits[] = "0123456789abcdef";

  for (guint i = 0; i < ANC_DIGEST_SIZE; i++)
    {
      text[2 * i] = digits[digest[i] >> 4];
      text[2 * i + 1] = digits[digest[i] & 15];
    }
  text[2 * ANC_DIGEST_SIZE] = '\0';
}
