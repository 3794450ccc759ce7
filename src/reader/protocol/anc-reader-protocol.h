/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What the client and its helpers say to each other: one request, then its one answer, in lockstep.
 * While it works on a request a helper may say how far it is.
 *
 * The program that the client starts reads no document. It loads what every reader needs, and forks
 * a helper for each document; that one confines itself and then opens it. Starting a helper takes a
 * millisecond so, and none ever sees two documents. */

/* The descriptor on which the program, and each helper, finds its end of a socket pair. */
#define ANC_READER_SOCKET_FD 3

/* The option that makes a helper obey ANC_READER_CALL_SELF_TEST. */
#define ANC_READER_SELF_TEST_OPTION "--self-test"

/* The status with which a helper ends when memory ran out where it could not go on. */
#define ANC_READER_EXIT_NO_MEMORY 12

/* The status with which a helper ends that could not confine itself: it reads nothing then. */
#define ANC_READER_EXIT_UNCONFINED 13

/* Bytes. What is longer is an error, whoever sends it. */
#define ANC_READER_MAX_REQUEST (1024 * 1024)
#define ANC_READER_MAX_REPLY (32 * 1024 * 1024)
#define ANC_READER_MAX_DOCUMENT (512 * 1024 * 1024)
#define ANC_READER_MAX_PIXELS (256 * 1024 * 1024)

/* Pages. A file that has more is refused: nobody's papers are that long. */
#define ANC_READER_MAX_PAGES 20000

/**
 * AncReaderCall:
 *
 * What the client asks, with the type of the request and of its answer in anc-reader-protocol.c.
 * Pages count from 0; lengths are points of 1/72 inch; rectangles are (x0, y0, x1, y1) from the top
 * left corner of the page as it is shown. A page of -1 is none.
 */
typedef enum
{
  ANC_READER_CALL_OPEN,
  ANC_READER_CALL_INFO,
  ANC_READER_CALL_PAGES,
  ANC_READER_CALL_OUTLINE,
  ANC_READER_CALL_LINKS,
  ANC_READER_CALL_RENDER,
  ANC_READER_CALL_TEXT,
  ANC_READER_CALL_SEARCH,
  ANC_READER_CALL_FIELDS,
  ANC_READER_CALL_FILL,
  ANC_READER_CALL_READ,
  ANC_READER_CALL_SELF_TEST,
  /* of the program, not of its helpers */
  ANC_READER_CALL_START,
  ANC_READER_CALL_BURY,
} AncReaderCall;

#define ANC_READER_N_CALLS (ANC_READER_CALL_BURY + 1)

/* Answers that every request may get in place of its own. */
#define ANC_READER_REPLY_ERROR 100
#define ANC_READER_REPLY_PROGRESS 101

typedef enum
{
  ANC_READER_REQUESTS,
  ANC_READER_REPLIES,
} AncReaderDirection;

const GVariantType *anc_reader_protocol_get_type (AncReaderDirection direction,
                                                  guint32 kind);
gsize anc_reader_protocol_get_max_size (AncReaderDirection direction);
guint anc_reader_protocol_get_seconds (AncReaderCall call);
