/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-report.h"

#include <gio/gio.h>

/*
 * What the program that binds is told, and tells. It is started with one word, what it has to do, and
 * with these descriptors; it opens nothing else:
 *
 * bind   reads the request and the documents, writes the file and the report
 * check  reads the request, the report and the file; fails where they do not agree
 *
 * On standard output it says how far it is, line by line: `part N` before it opens the Nth document,
 * `done M` of a thousand, and, last, `failed CODE REASON` where it did not get through, CODE being one of
 * #AncFilingError. Before it reads anything it shuts itself in; `try ATTEMPT ARGUMENT` then tries to get out, for tests,
 * and says `tried STATUS`, see anc_escape_try().
 */
typedef enum
{
  ANC_BINDER_FD_REQUEST = 3,   /* read: ANC_BINDER_REQUEST_TYPE */
  ANC_BINDER_FD_DOCUMENTS = 4, /* read: the documents, one after the other */
  ANC_BINDER_FD_SCRATCH = 5,   /* read and written: a file without a name */
  ANC_BINDER_FD_OUTPUT = 6,    /* read and written: the file */
  ANC_BINDER_FD_REPORT = 7,    /* read and written: #AncBundleReport */
} AncBinderFd;

/* The plan, and for each part where its document starts, its bytes, and what is wrong with it already. */
#define ANC_BINDER_REQUEST_TYPE "(sa(ttu))"

/* Each document starts on a page of memory, of any machine. */
#define ANC_BINDER_ALIGNMENT 65536

/* What progress counts to, and what it says once no document is opened any more. */
#define ANC_BINDER_DONE 1000
#define ANC_BINDER_DONE_READING 600

/* Seconds for one document, or for one of a thousand steps of the rest: on the wall for the one who started it, of the
 * processor for itself. */
#define ANC_BINDER_MAX_SILENCE 30

/* Exit statuses. */
#define ANC_BINDER_EXIT_FAILED 1
#define ANC_BINDER_EXIT_USAGE 2
#define ANC_BINDER_EXIT_UNCONFINED 3
