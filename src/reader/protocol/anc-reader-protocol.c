/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-protocol.h"

#define RECT "(dddd)"

/* The seconds are for the whole request where it says nothing of its progress, else from one page
 * to the next. */
static const struct
{
  const char *request;
  const char *reply;
  guint seconds;
} calls[ANC_READER_N_CALLS] = {
  /* the password, with the document as descriptor → its form (pdf, jpeg, png, tiff), its pages */
  [ANC_READER_CALL_OPEN] = { "(ms)", "(su)", 10 },
  /* → entries of the information dictionary as name and text, created, modified (seconds, or
   * G_MININT64), encrypted, repaired, has scripts, attachments, kind of form, version */
  [ANC_READER_CALL_INFO] = { "()", "(a{ss}xxbbbuss)", 10 },
  /* the first page, how many → width, height, label of each */
  [ANC_READER_CALL_PAGES] = { "(uu)", "(a(dds))", 10 },
  /* → depth from 0, title, page; parents before their children */
  [ANC_READER_CALL_OUTLINE] = { "()", "(a(usi))", 10 },
  /* the page → place, page that it leads to, or else address */
  [ANC_READER_CALL_LINKS] = { "(u)", "(a(" RECT "is))", 10 },
  /* the page, pixels per point, region → width, height, bytes per row, with the pixels as descriptor */
  [ANC_READER_CALL_RENDER] = { "(ud" RECT ")", "(uuu)", 10 },
  /* the page, when to use OCR → whether it was used, whether it was not and may say more, the page as
   * lines, its words in reading order: place, text, confidence */
  [ANC_READER_CALL_TEXT] = { "(us)", "(bbsa(" RECT "sd))", 60 },
  /* the text, the first page, how many, when to use OCR → page, places (one a line), the words around
   * it; the pages of which OCR may say more */
  [ANC_READER_CALL_SEARCH] = { "(suus)", "(a(ua" RECT "s)au)", 60 },
  /* → name, type, value, page, place, read-only, longest value or -1, what may be chosen */
  [ANC_READER_CALL_FIELDS] = { "()", "(a(sssi" RECT "bias))", 10 },
  /* values by field, with the file to write as descriptor → the fields refused and why; nothing is
   * written then */
  [ANC_READER_CALL_FILL] = { "(a{ss})", "(a(ss))", 20 },
  /* when to use OCR → JSON */
  [ANC_READER_CALL_READ] = { "(s)", "(s)", 60 },
  /* what to try, on what → 0 or the error number that it met */
  [ANC_READER_CALL_SELF_TEST] = { "(ss)", "(i)", 3 },
  /* with the helper's end of a socket pair as descriptor → the number of its process, or less than 0 */
  [ANC_READER_CALL_START] = { "()", "(i)", 10 },
  /* the number of a helper that was killed → how it ended, as waitpid() says, or less than 0 */
  [ANC_READER_CALL_BURY] = { "(i)", "(i)", 10 },
};

/**
 * anc_reader_protocol_get_type:
 * @direction: who speaks
 * @kind: what is said
 *
 * Returns: (nullable): the type of the message; %NULL when there is no such message
 */
const GVariantType *
anc_reader_protocol_get_type (AncReaderDirection direction,
                              guint32 kind)
{
  if (direction == ANC_READER_REPLIES && kind == ANC_READER_REPLY_ERROR)
    return G_VARIANT_TYPE ("(us)"); /* AncReaderError, message */
  if (direction == ANC_READER_REPLIES && kind == ANC_READER_REPLY_PROGRESS)
    return G_VARIANT_TYPE ("(uu)"); /* pages done, of */
  if (kind >= ANC_READER_N_CALLS)
    return NULL;

  return G_VARIANT_TYPE (direction == ANC_READER_REQUESTS ? calls[kind].request : calls[kind].reply);
}

/**
 * anc_reader_protocol_get_max_size:
 * @direction: who speaks
 *
 * Returns: the bytes of the longest message that is taken
 */
gsize
anc_reader_protocol_get_max_size (AncReaderDirection direction)
{
  return direction == ANC_READER_REQUESTS ? ANC_READER_MAX_REQUEST : ANC_READER_MAX_REPLY;
}

/**
 * anc_reader_protocol_get_seconds:
 * @call: a request
 *
 * Returns: how long the helper may take, in seconds, before it must answer or report a page
 */
guint
anc_reader_protocol_get_seconds (AncReaderCall call)
{
  g_return_val_if_fail (call < ANC_READER_N_CALLS, 0);

  return calls[call].seconds;
}
