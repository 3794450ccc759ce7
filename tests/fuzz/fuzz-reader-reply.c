/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-decode.h"

/* What a helper in a document's hands may answer: the first byte says to which request, the rest is
 * the body of the message. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

static const AncReaderResult *const results[ANC_READER_N_CALLS] = {
  [ANC_READER_CALL_OPEN] = &anc_reader_decode_opened,
  [ANC_READER_CALL_INFO] = &anc_reader_decode_info,
  [ANC_READER_CALL_PAGES] = &anc_reader_decode_pages,
  [ANC_READER_CALL_OUTLINE] = &anc_reader_decode_outline,
  [ANC_READER_CALL_LINKS] = &anc_reader_decode_links,
  [ANC_READER_CALL_RENDER] = &anc_reader_decode_picture,
  [ANC_READER_CALL_TEXT] = &anc_reader_decode_text,
  [ANC_READER_CALL_SEARCH] = &anc_reader_decode_found,
  [ANC_READER_CALL_FIELDS] = &anc_reader_decode_fields,
  [ANC_READER_CALL_FILL] = &anc_reader_decode_refusals,
  [ANC_READER_CALL_READ] = &anc_reader_decode_string,
  [ANC_READER_CALL_SELF_TEST] = &anc_reader_decode_number,
};

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) body = NULL;
  g_autoptr (GError) error = NULL;
  guint call;
  gpointer value;
  int fd = -1;

  if (size == 0)
    return 0;
  call = data[0] % ANC_READER_N_CALLS;
  if (results[call] == NULL)
    return 0;

  bytes = g_bytes_new (data + 1, size - 1);
  body = g_variant_ref_sink (g_variant_new_from_bytes (anc_reader_protocol_get_type (ANC_READER_REPLIES, call), bytes, FALSE));
  if (!g_variant_is_normal_form (body))
    return 0;

  value = results[call]->decode (body, &fd, 3, &error);
  if (value != NULL)
    results[call]->free (value);
  g_assert_true ((value == NULL) == (error != NULL));

  return 0;
}
