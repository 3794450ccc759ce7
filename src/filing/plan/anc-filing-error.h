/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncFilingError:
 * @ANC_FILING_ERROR_READ: a document of the plan could not be had
 * @ANC_FILING_ERROR_WRITE: the file could not be written
 * @ANC_FILING_ERROR_FULL: there is no room left where it should be written
 * @ANC_FILING_ERROR_CHECK: the file written does not agree with the plan; it was thrown away
 * @ANC_FILING_ERROR_BINDER: the program that binds could not be run, or died
 */
typedef enum
{
  ANC_FILING_ERROR_READ,
  ANC_FILING_ERROR_WRITE,
  ANC_FILING_ERROR_FULL,
  ANC_FILING_ERROR_CHECK,
  ANC_FILING_ERROR_BINDER,
} AncFilingError;

#define ANC_FILING_ERROR (anc_filing_error_quark ())

GQuark anc_filing_error_quark (void);
