/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-error.h"

G_DEFINE_QUARK (anc - reader - error - quark, anc_reader_error)

/**
 * anc_reader_error_get_name:
 * @code: an #AncReaderError
 *
 * Returns: the name that stands for the code in JSON. An error that has no name of its own there is
 *   the helper's fault, not the document's: `crashed`.
 */
const char *
anc_reader_error_get_name (int code)
{
  switch (code)
    {
    case ANC_READER_ERROR_PASSWORD:
      return "password";
    case ANC_READER_ERROR_DAMAGED:
      return "damaged";
    case ANC_READER_ERROR_NOT_A_DOCUMENT:
      return "not_a_document";
    case ANC_READER_ERROR_TOO_LARGE:
      return "too_large";
    case ANC_READER_ERROR_TIMEOUT:
      return "timeout";
    default:
      return "crashed";
    }
}
