/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-source-markup.h"

#include "anc-words.h"

/**
 * anc_source_get_markup:
 * @source: (nullable): the text a rule rests on
 *
 * Returns: (transfer full) (nullable): its article, or its title, as a link where it has an address
 */
char *
anc_source_get_markup (const AncSource *source)
{
  const char *title = source != NULL ? source->title.in[anc_words_get_language ()] : NULL;
  const char *name = source != NULL && source->article != NULL ? source->article : title;

  if (name == NULL)
    return NULL;
  if (source->url == NULL)
    return g_markup_escape_text (name, -1);

  return g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\">%s</a>", source->url, title != NULL ? title : name, name);
}

static gboolean
append_link (const GMatchInfo *match,
             GString *text,
             gpointer user_data)
{
  g_autofree char *address = g_match_info_fetch (match, 0);
  g_autofree char *host = g_match_info_fetch (match, 1);

  g_string_append_printf (text, "<a href=\"%s\">%s</a>", address, host);
  return FALSE;
}

/**
 * anc_source_link_addresses:
 * @text: the source of a row of data, with addresses in it
 *
 * Returns: (transfer full): it as markup, each address a link that is called by its host
 */
char *
anc_source_link_addresses (const char *text)
{
  g_autoptr (GRegex) address = g_regex_new ("https?://([^/\\s]+)[^\\s]*", G_REGEX_OPTIMIZE, 0, NULL);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return g_regex_replace_eval (address, escaped, -1, 0, 0, append_link, NULL, NULL);
}
