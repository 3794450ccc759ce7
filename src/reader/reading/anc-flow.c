/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-flow.h"

#include <string.h>

void
anc_flow_init (AncFlow *flow,
               const GPtrArray *layouts)
{
  flow->layouts = layouts;
  flow->text = g_string_new (" ");
  flow->origins = g_array_new (FALSE, FALSE, sizeof (AncFlowOrigin));
  for (guint i = 0; i < layouts->len; i++)
    {
      const AncLayout *layout = layouts->pdata[i];

      for (guint t = 0; t < layout->tokens->len; t++)
        {
          AncFlowOrigin origin = { .offset = flow->text->len, .layout = i, .token = t };

          g_array_append_val (flow->origins, origin);
          g_string_append_printf (flow->text, "%s ", anc_layout_get_token (layout, t)->folded);
        }
    }
}

void
anc_flow_clear (AncFlow *flow)
{
  g_string_free (flow->text, TRUE);
  g_array_unref (flow->origins);
}

/* The word that a token of a page is. */
guint
anc_flow_get_index (const AncFlow *flow,
                    guint layout,
                    guint token)
{
  guint index = token;

  for (guint i = 0; i < layout; i++)
    index += ((const AncLayout *) flow->layouts->pdata[i])->tokens->len;

  return index;
}

const AncToken *
anc_flow_get_token (const AncFlow *flow,
                    guint index)
{
  const AncFlowOrigin *origin = &g_array_index (flow->origins, AncFlowOrigin, index);
  const AncLayout *layout = flow->layouts->pdata[origin->layout];

  return &g_array_index (layout->tokens, AncToken, origin->token);
}

/* What is written at a token; nothing behind the last one. */
const char *
anc_flow_get_folded (const AncFlow *flow,
                     guint index)
{
  return index < flow->origins->len ? anc_flow_get_token (flow, index)->folded : "";
}

/* The first token after a phrase; FALSE where there is none from @from on. */
gboolean
anc_flow_find_after (const AncFlow *flow,
                     const char *phrase,
                     guint from,
                     guint *index)
{
  g_autofree char *padded = g_strdup_printf (" %s ", phrase);
  gsize start = from < flow->origins->len ? g_array_index (flow->origins, AncFlowOrigin, from).offset : flow->text->len;
  const char *found = strstr (flow->text->str + start - (start > 0), padded);
  gsize end;

  if (found == NULL)
    return FALSE;

  end = (gsize) (found - flow->text->str) + strlen (padded);
  for (guint i = 0; i < flow->origins->len; i++)
    if (g_array_index (flow->origins, AncFlowOrigin, i).offset >= end)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/* Whether a token begins a line, with a capital: what went on over the end of a line does not. */
gboolean
anc_flow_begins_sentence (const AncFlow *flow,
                          guint index)
{
  return index > 0 && anc_flow_get_token (flow, index)->row != anc_flow_get_token (flow, index - 1)->row
         && g_unichar_isupper (g_utf8_get_char (anc_flow_get_token (flow, index)->text));
}

gboolean
anc_flow_follows (const AncFlow *flow,
                  guint index,
                  const char *const *phrases)
{
  const char *rest = index < flow->origins->len
                         ? flow->text->str + g_array_index (flow->origins, AncFlowOrigin, index).offset
                         : "";

  for (; *phrases != NULL; phrases++)
    if (g_str_has_prefix (rest, *phrases))
      return TRUE;

  return FALSE;
}

/* Whether a word that begins so stands shortly before a token. */
gboolean
anc_flow_precedes (const AncFlow *flow,
                   guint index,
                   const char *word)
{
  for (guint i = index > 8 ? index - 8 : 0; i < index; i++)
    if (g_str_has_prefix (anc_flow_get_folded (flow, i), word))
      return TRUE;

  return FALSE;
}
