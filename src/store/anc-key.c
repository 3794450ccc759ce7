/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-key.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "anc-store-error.h"

/* What SQLCipher 4 does with a passphrase; a store opens in any program that keeps its defaults. */
#define ITERATIONS 256000
#define KEY_SIZE 32
#define HMAC_SIZE 64
#define HMAC_ITERATIONS 2
#define HMAC_SALT_MASK 0x3a

/* x'…' around the key and the salt in hexadecimal: the form that SQLCipher takes as it is. */
#define RAW_LENGTH (2 + 2 * (KEY_SIZE + ANC_KEY_SALT_SIZE) + 1)

struct _AncKey
{
  gatomicrefcount references;
  guint8 key[KEY_SIZE];
  guint8 salt[ANC_KEY_SALT_SIZE];
  char raw[RAW_LENGTH + 1];
};

/* An encrypted file looks like noise from its first byte. The salt, which comes first, begins with a mark, so
 * that a wrong passphrase can be told from a wrong file, and ends with a check of what is random in it, so that
 * one can be told from a damaged salt, of which nothing else in the file knows. 80 bits of chance remain. */
static const guint8 mark[] = { 'A', 'n', 'c', 2 };
static const guint8 mark_without_check[] = { 'A', 'n', 'c', 1 }; /* as files were made before */
static const char plain_header[16] = "SQLite format 3";

#define CHECK_SIZE 2

/* CRC-16 of what is random in a salt: no one flipped bit, nor two, nor a burst of 16, leaves it as it was. */
static void
make_check (const guint8 salt[ANC_KEY_SALT_SIZE],
            guint8 check[CHECK_SIZE])
{
  guint crc = 0xffff;

  for (gsize i = sizeof mark; i < ANC_KEY_SALT_SIZE - CHECK_SIZE; i++)
    {
      crc ^= (guint) salt[i] << 8;
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc << 1 ^ ((crc & 0x8000) != 0 ? 0x1021 : 0)) & 0xffff;
    }
  check[0] = (guint8) (crc >> 8);
  check[1] = (guint8) crc;
}

static gsize
count_same (const guint8 *bytes,
            gconstpointer others,
            gsize length)
{
  gsize n_same = 0;

  for (gsize i = 0; i < length; i++)
    n_same += bytes[i] == ((const guint8 *) others)[i];

  return n_same;
}

/* Tells a file by its first bytes; one byte that is wrong in them is damage. */
static AncHeader
tell_header (const guint8 bytes[ANC_KEY_SALT_SIZE],
             GError **error)
{
  const gsize n_plain = count_same (bytes, plain_header, sizeof plain_header);
  const gsize n_mark = count_same (bytes, mark, sizeof mark);
  guint8 check[CHECK_SIZE];
  gboolean fits;

  make_check (bytes, check);
  fits = memcmp (bytes + ANC_KEY_SALT_SIZE - CHECK_SIZE, check, CHECK_SIZE) == 0;

  if (n_plain == sizeof plain_header)
    return ANC_HEADER_PLAIN;
  if ((n_mark == sizeof mark && fits) || memcmp (bytes, mark_without_check, sizeof mark_without_check) == 0)
    return ANC_HEADER_ENCRYPTED;

  if (n_mark == sizeof mark || (n_mark == sizeof mark - 1 && fits) || n_plain == sizeof plain_header - 1)
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_DAMAGED, "the first bytes of the store are damaged");
  else
    g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_A_STORE, "the file is not a store");
  return ANC_HEADER_OTHER;
}

/**
 * anc_header_read:
 * @path: a file
 * @salt: (out): the salt, for an encrypted store
 *
 * Tells by its first bytes what a file is.
 *
 * Returns: what it is; %ANC_HEADER_OTHER with @error set where it is no store, damaged or cannot be read
 */
AncHeader
anc_header_read (const char *path,
                 guint8 salt[ANC_KEY_SALT_SIZE],
                 GError **error)
{
  guint8 bytes[ANC_KEY_SALT_SIZE];
  ssize_t length;
  int saved_errno;
  int fd;

  g_return_val_if_fail (path != NULL, ANC_HEADER_OTHER);

  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    {
      anc_store_error_set_from_errno (error, errno, "opening the file");
      return ANC_HEADER_OTHER;
    }

  length = pread (fd, bytes, sizeof bytes, 0);
  saved_errno = errno;
  close (fd);

  if (length < 0)
    {
      if (saved_errno == EISDIR)
        g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_A_STORE, "a folder");
      else
        anc_store_error_set_from_errno (error, saved_errno, "reading the file");
      return ANC_HEADER_OTHER;
    }
  if (length == 0)
    return ANC_HEADER_EMPTY;
  if (length < (ssize_t) sizeof bytes)
    {
      g_set_error_literal (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_A_STORE, "the file is not a store");
      return ANC_HEADER_OTHER;
    }

  memcpy (salt, bytes, sizeof bytes);
  return tell_header (bytes, error);
}

/**
 * anc_key_derive:
 * @passphrase: what the person typed, in UTF-8, not empty
 * @salt: the salt of the store
 *
 * Derives the key. This is slow on purpose: some 80 ms.
 *
 * Returns: (transfer full): the key
 */
AncKey *
anc_key_derive (const char *passphrase,
                const guint8 salt[ANC_KEY_SALT_SIZE])
{
  AncKey *self;
  char *p;

  g_return_val_if_fail (passphrase != NULL && *passphrase != '\0', NULL);

  self = g_new0 (AncKey, 1);
  g_atomic_ref_count_init (&self->references);
  memcpy (self->salt, salt, sizeof self->salt);
  if (PKCS5_PBKDF2_HMAC (passphrase, (int) strlen (passphrase), salt, ANC_KEY_SALT_SIZE, ITERATIONS, EVP_sha512 (), sizeof self->key, self->key)
      != 1)
    g_error ("deriving a key failed");

  p = self->raw;
  p += sprintf (p, "x'");
  for (gsize i = 0; i < sizeof self->key; i++)
    p += sprintf (p, "%02x", self->key[i]);
  for (gsize i = 0; i < sizeof self->salt; i++)
    p += sprintf (p, "%02x", self->salt[i]);
  sprintf (p, "'");

  return self;
}

/**
 * anc_key_new:
 * @passphrase: what the person typed, in UTF-8, not empty
 *
 * Makes the key of a store to be created, with a salt of its own.
 *
 * Returns: (transfer full): the key
 */
AncKey *
anc_key_new (const char *passphrase)
{
  guint8 salt[ANC_KEY_SALT_SIZE];

  memcpy (salt, mark, sizeof mark);
  if (RAND_bytes (salt + sizeof mark, sizeof salt - sizeof mark - CHECK_SIZE) != 1)
    g_error ("no random bytes to be had");
  make_check (salt, salt + sizeof salt - CHECK_SIZE);

  return anc_key_derive (passphrase, salt);
}

AncKey *
anc_key_ref (AncKey *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->references);

  return self;
}

void
anc_key_unref (AncKey *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  explicit_bzero (self, sizeof *self);
  g_free (self);
}

/**
 * anc_key_get_raw:
 * @self: a key
 * @length: (out): its bytes
 *
 * Returns: (transfer none): the key and the salt as SQLCipher takes them without deriving again
 */
const char *
anc_key_get_raw (const AncKey *self,
                 gsize *length)
{
  g_return_val_if_fail (self != NULL, NULL);

  *length = RAW_LENGTH;
  return self->raw;
}

/**
 * anc_key_opens_page:
 * @self: a key
 * @page: (array fixed-size=4096): a page of a store as it lies on the disk, not the first
 * @number: its number, from 2
 *
 * Checks the page's seal. Where the first page of a store does not open, another one that does
 * shows that the passphrase is right and that the file is damaged.
 *
 * Returns: whether the page was sealed with this key
 */
gboolean
anc_key_opens_page (const AncKey *self,
                    const guint8 *page,
                    guint32 number)
{
  const gsize sealed = ANC_KEY_PAGE_SIZE - HMAC_SIZE;
  guint8 salt[ANC_KEY_SALT_SIZE];
  guint8 key[KEY_SIZE];
  guint8 message[ANC_KEY_PAGE_SIZE];
  guint8 seal[EVP_MAX_MD_SIZE];
  guint length = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  for (gsize i = 0; i < sizeof salt; i++)
    salt[i] = self->salt[i] ^ HMAC_SALT_MASK;
  if (PKCS5_PBKDF2_HMAC ((const char *) self->key, sizeof self->key, salt, sizeof salt, HMAC_ITERATIONS, EVP_sha512 (), sizeof key, key)
      != 1)
    return FALSE;

  number = GUINT32_TO_LE (number);
  memcpy (message, page, sealed);
  memcpy (message + sealed, &number, sizeof number);
  HMAC (EVP_sha512 (), key, sizeof key, message, sealed + sizeof number, seal, &length);
  explicit_bzero (key, sizeof key);

  return length == HMAC_SIZE && memcmp (seal, page + sealed, HMAC_SIZE) == 0;
}

/**
 * anc_passphrase_dup:
 * @passphrase: (nullable): a passphrase
 *
 * Returns: (transfer full) (nullable): a copy for anc_passphrase_free(); %NULL for none
 */
char *
anc_passphrase_dup (const char *passphrase)
{
  return g_strdup (passphrase);
}

/* Wipes a passphrase, then frees it. */
void
anc_passphrase_free (char *passphrase)
{
  if (passphrase != NULL)
    explicit_bzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}
