/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-store-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <sqlite3.h>

G_DEFINE_QUARK (anc - store - error - quark, anc_store_error)

static AncStoreError
get_error_of_code (int code)
{
  if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_ROWID)
    return ANC_STORE_ERROR_EXISTS;

  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      return ANC_STORE_ERROR_PASSPHRASE;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      return ANC_STORE_ERROR_DAMAGED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return ANC_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return ANC_STORE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ANC_STORE_ERROR_BUSY;
    case SQLITE_IOERR:
      return code == SQLITE_IOERR_NOMEM ? ANC_STORE_ERROR_MEMORY : ANC_STORE_ERROR_IO;
    case SQLITE_CANTOPEN:
      return ANC_STORE_ERROR_IO;
    case SQLITE_NOMEM:
      return ANC_STORE_ERROR_MEMORY;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return ANC_STORE_ERROR_REFUSED;
    default:
      return ANC_STORE_ERROR_FAILED;
    }
}

/**
 * anc_store_error_set_from_sqlite:
 * @error: (nullable) (out): where to put the error
 * @code: the extended result code of a failed call
 * @message: the message of the connection
 *
 * Says in the store's words what a call to the library failed of.
 */
void
anc_store_error_set_from_sqlite (GError **error,
                                 int code,
                                 const char *message)
{
  g_return_if_fail (code != SQLITE_OK);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  else
    g_set_error (error, ANC_STORE_ERROR, (int) get_error_of_code (code), "%s (%d)", message, code);
}

/**
 * anc_store_error_set_from_errno:
 * @error: (nullable) (out): where to put the error
 * @saved_errno: what a failed call left in errno
 * @what: what was being done, without the name of the file
 *
 * Says in the store's words what a call to the system failed of.
 */
void
anc_store_error_set_from_errno (GError **error,
                                int saved_errno,
                                const char *what)
{
  AncStoreError code = ANC_STORE_ERROR_IO;

  if (saved_errno == ENOSPC || saved_errno == EDQUOT)
    code = ANC_STORE_ERROR_FULL;
  else if (saved_errno == EROFS || saved_errno == EACCES || saved_errno == EPERM)
    code = ANC_STORE_ERROR_READ_ONLY;
  else if (saved_errno == ENOENT || saved_errno == ENOTDIR)
    code = ANC_STORE_ERROR_NOT_FOUND;
  else if (saved_errno == EEXIST)
    code = ANC_STORE_ERROR_EXISTS;
  else if (saved_errno == ENOMEM)
    code = ANC_STORE_ERROR_MEMORY;

  g_set_error (error, ANC_STORE_ERROR, (int) code, "%s: %s", what, g_strerror (saved_errno));
}
