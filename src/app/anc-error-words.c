/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-error-words.h"

#include "anc-filing-error.h"
#include "anc-law.h"
#include "anc-reader-error.h"
#include "anc-store-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* What went wrong and what to do next, in the person's own language. The messages of the libraries are
 * for logs; the one exception is who holds a store, which only the message tells. */

static const char *
say_store_error (AncStoreError code)
{
  switch (code)
    {
    case ANC_STORE_ERROR_NOT_A_STORE:
      return _ ("This file is not an office of Ancrage. Open the file whose name ends in .ancrage.");
    case ANC_STORE_ERROR_PASSPHRASE:
      return _ ("That is not the passphrase. Mind capital letters and the keyboard’s layout, then try again.");
    case ANC_STORE_ERROR_NEWER:
      return _ ("A newer version of Ancrage wrote this office. Install that version here; this one leaves the file alone.");
    case ANC_STORE_ERROR_DAMAGED:
      return _ ("The file is damaged. Keep a copy of it as it is, then open one of its backups, in the folder beside it.");
    case ANC_STORE_ERROR_READ_ONLY:
      return _ ("The file or its folder cannot be written to. Check their permissions, or move the office to a folder of your own.");
    case ANC_STORE_ERROR_FULL:
      return _ ("The disk is full. Free some space, then try again.");
    case ANC_STORE_ERROR_BUSY:
      return _ ("The office is already open elsewhere. Close it there, then try again.");
    case ANC_STORE_ERROR_IO:
      return _ ("The disk could not be read or written. Check that it is still connected, then try again.");
    case ANC_STORE_ERROR_MEMORY:
      return _ ("There is not enough memory. Close other programs, then try again.");
    case ANC_STORE_ERROR_NOT_FOUND:
      return _ ("It is no longer there. It may have been moved or deleted.");
    case ANC_STORE_ERROR_EXISTS:
      return _ ("There is already one of that name, and it is left as it is. Choose another name.");
    case ANC_STORE_ERROR_CONFLICT:
      return _ ("It has changed in the meantime. Look at what it says now, then make the change again.");
    case ANC_STORE_ERROR_REFUSED:
      return _ ("The office cannot hold this change, so it was taken back.");
    case ANC_STORE_ERROR_FAILED:
    default:
      return _ ("Something unexpected went wrong. Close Ancrage and open it again; what was saved is safe.");
    }
}

static const char *
say_reader_error (AncReaderError code)
{
  switch (code)
    {
    case ANC_READER_ERROR_PASSWORD:
      return _ ("That is not the password of this document.");
    case ANC_READER_ERROR_DAMAGED:
      return _ ("The document is damaged and could not be pieced together. Ask for it again, or scan the paper.");
    case ANC_READER_ERROR_NOT_A_DOCUMENT:
      return _ ("This is neither a PDF nor a picture that Ancrage knows (JPEG, PNG, TIFF). Save a letter as PDF, a photograph of a telephone (HEIC) as JPEG, and open that file.");
    case ANC_READER_ERROR_TOO_LARGE:
      return _ ("The document asks for more memory than one is given. Print it to a new PDF, then open that.");
    case ANC_READER_ERROR_TIMEOUT:
      return _ ("The document takes longer than one is given. Print it to a new PDF, then open that.");
    case ANC_READER_ERROR_CRASHED:
      return _ ("The document makes its reader fail. Nothing else was touched; do not trust it.");
    case ANC_READER_ERROR_UNAVAILABLE:
      return _ ("Documents cannot be opened here: the reader did not start. Install Ancrage again.");
    case ANC_READER_ERROR_INVALID:
    case ANC_READER_ERROR_PROTOCOL:
    default:
      return _ ("This could not be read from the document.");
    }
}

static const char *
say_filing_error (AncFilingError code)
{
  switch (code)
    {
    case ANC_FILING_ERROR_READ:
      return _ ("A document could not be had from the office. Close Ancrage and open it again, then try once more.");
    case ANC_FILING_ERROR_WRITE:
      return _ ("The file could not be written there. Choose another folder.");
    case ANC_FILING_ERROR_FULL:
      return _ ("The disk is full; what was there before is as it was. Free some space, or choose another disk.");
    case ANC_FILING_ERROR_CHECK:
      return _ ("The file made did not agree with its own list, so it was thrown away. Leave the exhibit added last out, and say so to whoever looks after Ancrage.");
    case ANC_FILING_ERROR_BINDER:
    default:
      return _ ("A document makes the program that binds fail. Leave the exhibit added last out, then try again.");
    }
}

static const char *
say_io_error (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return _ ("The file is no longer there. It may have been moved or deleted.");
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return _ ("The file or its folder may not be used. Check their permissions.");
    case G_IO_ERROR_NO_SPACE:
      return _ ("The disk is full. Free some space, then try again.");
    default:
      return _ ("The file could not be read or written. Check that its disk is connected, then try again.");
    }
}

/**
 * anc_error_words:
 * @error: what went wrong
 *
 * Returns: (transfer full): a sentence or two that say what to do next
 */
char *
anc_error_words (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == ANC_STORE_ERROR)
    return g_strdup (say_store_error (error->code));
  if (error->domain == ANC_READER_ERROR)
    return g_strdup (say_reader_error (error->code));
  if (error->domain == ANC_FILING_ERROR)
    return g_strdup (say_filing_error (error->code));
  if (error->domain == G_IO_ERROR)
    return g_strdup (say_io_error (error->code));
  if (error->domain == ANC_LAW_ERROR)
    return g_strdup (_ ("The law that ships with Ancrage cannot be read. Install Ancrage again."));

  return g_strdup (say_store_error (ANC_STORE_ERROR_FAILED));
}
