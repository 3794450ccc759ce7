/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-text-reader.h"

static const char *const keys[] = { "fr", "en", NULL };

/**
 * anc_text_read:
 * @json: `{ "fr": "…", "en": "…" }`
 * @strings: keeps the texts
 * @text: (out): the text; untouched on failure
 *
 * Returns: whether it is there in every language, and not empty; if not, that is a problem
 */
gboolean
anc_text_read (const AncJson *json,
               GStringChunk *strings,
               AncText *text)
{
  AncText read = { 0 };

  if (!anc_json_check_object (json, keys))
    return FALSE;

  for (guint i = 0; i < ANC_N_LANGUAGES; i++)
    {
      AncJson member = anc_json_member (json, keys[i]);
      const char *value = anc_json_is_present (&member) ? anc_json_read_string (&member) : NULL;

      if (value == NULL)
        return FALSE;
      if (*value == '\0')
        {
          anc_json_complain (&member, ANC_PROBLEM ("must not be empty"), NULL);
          return FALSE;
        }
      read.in[i] = g_string_chunk_insert_const (strings, value);
    }

  *text = read;
  return TRUE;
}

/**
 * anc_text_read_any:
 *
 * Like anc_text_read(), but a plain text stands for every language, as the title of a French text
 * of law does.
 */
gboolean
anc_text_read_any (const AncJson *json,
                   GStringChunk *strings,
                   AncText *text)
{
  if (!json_is_string (json->value))
    return anc_text_read (json, strings, text);

  for (guint i = 0; i < ANC_N_LANGUAGES; i++)
    text->in[i] = g_string_chunk_insert_const (strings, json_string_value (json->value));

  return TRUE;
}
