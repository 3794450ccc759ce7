/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page.h"

#include <string.h>

#define ESCAPE '\x1b'

/* An escape sequence ends with a letter and takes no room. */
static const char *
skip_escape (const char *text)
{
  while (*text != '\0' && !g_ascii_isalpha (*text))
    text++;

  return *text != '\0' ? text + 1 : text;
}

static guint
measure_span (const char *text,
              const char *end)
{
  guint columns = 0;

  while (text < end)
    {
      gunichar c;

      if (*text == ESCAPE)
        {
          text = skip_escape (text);
          continue;
        }
      c = g_utf8_get_char (text);
      columns += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2
                                                                      : 1;
      text = g_utf8_next_char (text);
    }

  return columns;
}

/**
 * anc_page_measure:
 *
 * Returns: how many columns a text takes on a terminal
 */
guint
anc_page_measure (const char *text)
{
  return measure_span (text, text + strlen (text));
}

static void
append_indent (AncPage *self,
               guint indent)
{
  for (guint i = 0; i < indent; i++)
    g_string_append_c (self->text, ' ');
}

static const char *
get_sequence (const AncPage *self,
              AncStyle style)
{
  if (!self->has_colour || style == ANC_STYLE_PLAIN)
    return "";

  return style == ANC_STYLE_BOLD ? "\x1b[1m" : "\x1b[2m";
}

/**
 * anc_page_add:
 * @self: a page
 * @indent: columns before the first line
 * @hanging_indent: columns before those that follow
 * @style: how it stands out
 * @text: what to write; it is broken at its plain spaces only
 */
void
anc_page_add (AncPage *self,
              guint indent,
              guint hanging_indent,
              AncStyle style,
              const char *text)
{
  const char *sequence = get_sequence (self, style);
  guint column = indent;
  gboolean is_first = TRUE;

  append_indent (self, indent);
  g_string_append (self->text, sequence);

  while (*text != '\0')
    {
      const char *end = strchr (text, ' ');
      guint columns;

      if (end == NULL)
        end = text + strlen (text);
      columns = measure_span (text, end);

      if (!is_first && column + 1 + columns > self->width)
        {
          g_string_append_c (self->text, '\n');
          append_indent (self, hanging_indent);
          column = hanging_indent;
        }
      else if (!is_first)
        {
          g_string_append_c (self->text, ' ');
          column++;
        }
      g_string_append_len (self->text, text, end - text);
      column += columns;
      is_first = FALSE;
      text = *end == ' ' ? end + 1 : end;
    }

  if (*sequence != '\0')
    g_string_append (self->text, "\x1b[0m");
  g_string_append_c (self->text, '\n');
}

void
anc_page_add_blank (AncPage *self)
{
  g_string_append_c (self->text, '\n');
}

/**
 * anc_page_colour:
 *
 * Returns: (transfer full): @text in the colour of an outcome, where the terminal has colours
 */
char *
anc_page_colour (const AncPage *self,
                 AncOutcome outcome,
                 const char *text)
{
  static const char *const colours[] = {
    [ANC_OUTCOME_NOT_MET] = "31",
    [ANC_OUTCOME_UNKNOWN] = "35",
    [ANC_OUTCOME_TO_PROVE] = "36",
    [ANC_OUTCOME_ARGUABLE] = "33",
    [ANC_OUTCOME_MET] = "32",
  };

  if (!self->has_colour)
    return g_strdup (text);

  return g_strdup_printf ("\x1b[%sm%s\x1b[0m", colours[outcome], text);
}

const char *
anc_page_get_icon (AncOutcome outcome)
{
  static const char *const icons[] = {
    [ANC_OUTCOME_NOT_MET] = "✗",
    [ANC_OUTCOME_UNKNOWN] = "?",
    [ANC_OUTCOME_TO_PROVE] = "○",
    [ANC_OUTCOME_ARGUABLE] = "◐",
    [ANC_OUTCOME_MET] = "✓",
  };

  return icons[outcome];
}
