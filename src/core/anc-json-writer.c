/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-json-writer.h"

#include <string.h>

static void
append_escaped (GString *text,
                const char *value)
{
  const char *plain = value;

  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p != '"' && *p != '\\' && (guchar) *p >= 0x20)
        continue;

      g_string_append_len (text, plain, p - plain);
      plain = p + 1;
      switch (*p)
        {
        case '\n':
          g_string_append (text, "\\n");
          break;
        case '\r':
          g_string_append (text, "\\r");
          break;
        case '\t':
          g_string_append (text, "\\t");
          break;
        case '"':
        case '\\':
          g_string_append_c (text, '\\');
          g_string_append_c (text, *p);
          break;
        default:
          g_string_append_printf (text, "\\u%04x", (guint) *p);
          break;
        }
    }
  g_string_append (text, plain);
  g_string_append_c (text, '"');
}

static void
begin_value (AncJsonWriter *self,
             const char *key)
{
  if (self->needs_comma)
    g_string_append (self->text, self->is_compact ? "," : ", ");
  self->needs_comma = TRUE;

  if (key == NULL)
    return;

  append_escaped (self->text, key);
  g_string_append (self->text, self->is_compact ? ":" : ": ");
}

static void
open_container (AncJsonWriter *self,
                const char *key,
                char bracket)
{
  begin_value (self, key);
  g_string_append_c (self->text, bracket);
  self->needs_comma = FALSE;
}

static void
close_container (AncJsonWriter *self,
                 char bracket)
{
  g_string_append_c (self->text, bracket);
  self->needs_comma = TRUE;
}

/**
 * anc_json_writer_init:
 * @self: a writer, on the caller's stack
 * @text: (transfer none): where it writes; outlives the writer
 */
void
anc_json_writer_init (AncJsonWriter *self,
                      GString *text)
{
  self->text = text;
  self->needs_comma = FALSE;
  self->is_compact = FALSE;
}

/* The same, for machines to read. */
void
anc_json_writer_init_compact (AncJsonWriter *self,
                              GString *text)
{
  anc_json_writer_init (self, text);
  self->is_compact = TRUE;
}

void
anc_json_writer_open_object (AncJsonWriter *self,
                             const char *key)
{
  open_container (self, key, '{');
}

void
anc_json_writer_close_object (AncJsonWriter *self)
{
  close_container (self, '}');
}

void
anc_json_writer_open_array (AncJsonWriter *self,
                            const char *key)
{
  open_container (self, key, '[');
}

void
anc_json_writer_close_array (AncJsonWriter *self)
{
  close_container (self, ']');
}

void
anc_json_writer_add_null (AncJsonWriter *self,
                          const char *key)
{
  begin_value (self, key);
  g_string_append (self->text, "null");
}

void
anc_json_writer_add_boolean (AncJsonWriter *self,
                             const char *key,
                             gboolean value)
{
  begin_value (self, key);
  g_string_append (self->text, value ? "true" : "false");
}

void
anc_json_writer_add_int (AncJsonWriter *self,
                         const char *key,
                         gint64 value)
{
  char buffer[ANC_AMOUNT_BUFFER_SIZE];

  begin_value (self, key);
  g_snprintf (buffer, sizeof buffer, "%" G_GINT64_FORMAT, value);
  g_string_append (self->text, buffer);
}

void
anc_json_writer_add_amount (AncJsonWriter *self,
                            const char *key,
                            AncAmount value,
                            guint min_decimals,
                            guint max_decimals)
{
  char buffer[ANC_AMOUNT_BUFFER_SIZE];

  begin_value (self, key);
  g_string_append (self->text, anc_amount_format (value, min_decimals, max_decimals, buffer));
}

/**
 * anc_json_writer_add_string:
 * @self: the writer
 * @key: (nullable): the member's name
 * @value: (nullable): UTF-8 text; %NULL is written as null
 */
void
anc_json_writer_add_string (AncJsonWriter *self,
                            const char *key,
                            const char *value)
{
  begin_value (self, key);
  if (value == NULL)
    g_string_append (self->text, "null");
  else
    append_escaped (self->text, value);
}

/**
 * anc_json_writer_add_json:
 * @self: the writer
 * @key: (nullable): the member's name
 * @json: a value that is JSON already, written as it is
 */
void
anc_json_writer_add_json (AncJsonWriter *self,
                          const char *key,
                          const char *json)
{
  begin_value (self, key);
  g_string_append (self->text, json);
}

/**
 * anc_json_writer_add_date:
 * @self: the writer
 * @key: (nullable): the member's name
 * @value: a date; %ANC_DATE_NONE is written as null
 */
void
anc_json_writer_add_date (AncJsonWriter *self,
                          const char *key,
                          AncDate value)
{
  char buffer[ANC_DATE_BUFFER_SIZE];

  anc_json_writer_add_string (self,
                              key,
                              value == ANC_DATE_NONE ? NULL : anc_date_format (value, buffer));
}

void
anc_json_writer_add_month (AncJsonWriter *self,
                           const char *key,
                           AncMonth value)
{
  char buffer[ANC_DATE_BUFFER_SIZE];

  anc_json_writer_add_string (self, key, anc_month_format (value, buffer));
}
