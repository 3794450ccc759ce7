/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-json.h"

#include <math.h>
#include <string.h>

/* What is quoted of a wrong value in a message. */
#define MAX_QUOTED_CHARACTERS 60

/* Reading one file twice over to find a line is cheap once, not a hundred thousand times. */
#define MAX_LOCATED_PROBLEMS 100

/* ---- Lines --------------------------------------------------------------------------------- */

/* The cursor below walks a text that Jansson has accepted, so it only has to find its way. */
typedef struct
{
  const char *p;
  const char *end;
} Cursor;

static void
skip_space (Cursor *cursor)
{
  while (cursor->p < cursor->end && g_ascii_isspace (*cursor->p))
    cursor->p++;
}

static void
skip_string (Cursor *cursor)
{
  for (cursor->p++; cursor->p < cursor->end && *cursor->p != '"'; cursor->p++)
    if (*cursor->p == '\\')
      cursor->p++;
  cursor->p++;
}

static void
skip_value (Cursor *cursor)
{
  int depth = 0;

  do
    {
      skip_space (cursor);
      if (cursor->p >= cursor->end)
        return;

      if (*cursor->p == '"')
        skip_string (cursor);
      else if (strchr ("{[", *cursor->p) != NULL)
        {
          depth++;
          cursor->p++;
        }
      else if (strchr ("}]", *cursor->p) != NULL)
        {
          depth--;
          cursor->p++;
        }
      else if (strchr (",:", *cursor->p) != NULL)
        cursor->p++;
      else
        while (cursor->p < cursor->end && !g_ascii_isspace (*cursor->p)
               && strchr (",:}]", *cursor->p) == NULL)
          cursor->p++;
    }
  while (depth > 0);
}

static gboolean
enter_member (Cursor *cursor,
              const char *key)
{
  gsize length = strlen (key);

  cursor->p++; /* the brace */
  for (skip_space (cursor); cursor->p < cursor->end && *cursor->p == '"'; skip_space (cursor))
    {
      const char *name = cursor->p + 1;
      gboolean found;

      skip_string (cursor);
      found = (gsize) (cursor->p - 1 - name) == length && memcmp (name, key, length) == 0;
      skip_space (cursor);
      cursor->p++; /* the colon */
      skip_space (cursor);
      if (found)
        return TRUE;

      skip_value (cursor);
      skip_space (cursor);
      if (cursor->p < cursor->end && *cursor->p == ',')
        cursor->p++;
    }

  return FALSE;
}

static gboolean
enter_element (Cursor *cursor,
               gsize index)
{
  cursor->p++; /* the bracket */
  for (gsize i = 0; i < index; i++)
    {
      skip_value (cursor);
      skip_space (cursor);
      if (cursor->p >= cursor->end || *cursor->p != ',')
        return FALSE;
      cursor->p++;
    }
  skip_space (cursor);

  return TRUE;
}

/* Leaves the cursor at the value, or at the nearest value around it that is written. */
static gboolean
enter_place (Cursor *cursor,
             const AncJson *place)
{
  Cursor outer;

  if (place->parent == NULL)
    {
      skip_space (cursor);
      return TRUE;
    }

  if (!enter_place (cursor, place->parent))
    return FALSE;

  outer = *cursor;
  if (place->key != NULL ? enter_member (cursor, place->key) : enter_element (cursor, place->index))
    return TRUE;

  *cursor = outer;
  return FALSE;
}

static guint
find_line (const AncJson *self)
{
  const AncJsonSource *source = self->source;
  Cursor cursor;
  guint line = 1;

  if (source->text == NULL || anc_problems_get_count (source->problems) > MAX_LOCATED_PROBLEMS)
    return 0;

  cursor.p = source->text;
  cursor.end = source->text + source->length;
  while (cursor.p < cursor.end && (guchar) *cursor.p >= 0x80) /* a byte order mark */
    cursor.p++;
  enter_place (&cursor, self);
  for (const char *p = source->text; p < cursor.p && p < cursor.end; p++)
    line += *p == '\n';

  return line;
}

/* ---- Places -------------------------------------------------------------------------------- */

/* The key in "duplicate object key near '"start"'", as Jansson words it. */
static char *
dup_quoted_word (const char *message)
{
  g_auto (GStrv) parts = g_strsplit (message, "\"", 3);

  return g_strdup (g_strv_length (parts) == 3 ? parts[1] : "?");
}

static void
add_parse_problem (AncProblems *problems,
                   json_error_t *error)
{
  const guint line = (guint) MAX (error->line, 1);
  g_autofree char *line_text = g_strdup_printf ("%u", line);
  g_autofree char *column = g_strdup_printf ("%d", MAX (error->column, 1));
  g_autofree char *message = g_utf8_make_valid (error->text, -1);
  g_autofree char *key = NULL;
  const char *template;

  switch (json_error_code (error))
    {
    case json_error_premature_end_of_input:
      template = ANC_PROBLEM ("line %s, column %s: the text breaks off here; it was cut short");
      break;
    case json_error_invalid_utf8:
      template = ANC_PROBLEM ("line %s, column %s: the text is not UTF-8");
      break;
    case json_error_null_character:
    case json_error_null_byte_in_key:
      template = ANC_PROBLEM ("line %s, column %s: a text may not hold a NUL character");
      break;
    case json_error_stack_overflow:
      template = ANC_PROBLEM ("line %s, column %s: nested too deeply");
      break;
    case json_error_numeric_overflow:
      template = ANC_PROBLEM ("line %s, column %s: the number is too large");
      break;
    case json_error_end_of_input_expected:
      template = ANC_PROBLEM ("line %s, column %s: nothing may follow the end of the object");
      break;
    case json_error_duplicate_key:
      template = ANC_PROBLEM ("line %s, column %s: the key “%s” stands twice in one object");
      key = dup_quoted_word (message);
      break;
    default:
      template = ANC_PROBLEM ("line %s, column %s: not valid JSON (%s)");
      key = g_steal_pointer (&message);
      break;
    }

  anc_problems_add (problems, "", line, template, line_text, column, key, NULL);
}

/**
 * anc_json_parse:
 * @text: (array length=length): UTF-8 JSON
 * @length: its bytes
 * @problems: takes the first thing that is wrong
 *
 * Reads JSON strictly: one value, no duplicate key, no text after it, no NUL, nesting bounded. A byte
 * order mark, which some programs write first, is passed over.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL with a problem
 */
json_t *
anc_json_parse (const char *text,
                gsize length,
                AncProblems *problems)
{
  static const char byte_order_mark[] = { '\xef', '\xbb', '\xbf' };
  const gsize mark_length = length >= sizeof byte_order_mark && memcmp (text, byte_order_mark, sizeof byte_order_mark) == 0
                                ? sizeof byte_order_mark
                                : 0;
  json_error_t error;
  json_t *value = json_loadb (text + mark_length, length - mark_length, JSON_REJECT_DUPLICATES, &error);

  if (value == NULL)
    add_parse_problem (problems, &error);

  return value;
}

AncJson
anc_json_root (const AncJsonSource *source,
               json_t *value)
{
  return (AncJson){ .source = source, .value = value };
}

/**
 * anc_json_member:
 * @object: an object; outlives the place returned
 * @key: the name of a member; outlives the place returned
 *
 * Returns: the member's place, whose value is %NULL where there is no such member
 */
AncJson
anc_json_member (const AncJson *object,
                 const char *key)
{
  return (AncJson){
    .source = object->source,
    .parent = object,
    .key = key,
    .value = json_object_get (object->value, key),
  };
}

AncJson
anc_json_element (const AncJson *array,
                  gsize index)
{
  return (AncJson){
    .source = array->source,
    .parent = array,
    .index = index,
    .value = json_array_get (array->value, index),
  };
}

gsize
anc_json_get_length (const AncJson *array)
{
  return json_array_size (array->value);
}

static void
append_path (const AncJson *self,
             GString *path)
{
  if (self->parent == NULL)
    return;

  append_path (self->parent, path);
  if (self->key == NULL)
    g_string_append_printf (path, "[%" G_GSIZE_FORMAT "]", self->index);
  else
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", self->key);
}

/**
 * anc_json_dup_path:
 *
 * Returns: (transfer full): the path, `jobs[2].end`; empty for the document
 */
char *
anc_json_dup_path (const AncJson *self)
{
  g_autoptr (GString) path = g_string_new (NULL);

  append_path (self, path);
  return g_string_free (g_steal_pointer (&path), FALSE);
}

/**
 * anc_json_complain:
 * @self: the place that is wrong
 * @template: a sentence marked with ANC_PROBLEM()
 * @...: what takes the place of each `%s`, then %NULL
 */
void
anc_json_complain (const AncJson *self,
                   const char *template,
                   ...)
{
  g_autofree char *path = anc_json_dup_path (self);
  va_list arguments;

  va_start (arguments, template);
  anc_problems_add_valist (self->source->problems, path, find_line (self), template, arguments);
  va_end (arguments);
}

/* Says that a value has the wrong type, or is not there. */
static void
complain_type (const AncJson *self,
               const char *template)
{
  anc_json_complain (self, self->value == NULL ? ANC_PROBLEM ("is missing") : template, NULL);
}

/* Says what is wrong with a text, of which a long one is quoted in its beginning. */
static void
complain_text (const AncJson *self,
               const char *template,
               const char *text,
               const char *more)
{
  g_autofree char *start = NULL;
  g_autofree char *quoted = NULL;

  if (g_utf8_strlen (text, -1) > MAX_QUOTED_CHARACTERS)
    {
      start = g_utf8_substring (text, 0, MAX_QUOTED_CHARACTERS);
      quoted = g_strconcat (start, "…", NULL);
    }

  anc_json_complain (self, template, quoted != NULL ? quoted : text, more, NULL);
}

/* ---- Values -------------------------------------------------------------------------------- */

static gboolean
is_known (const char *key,
          const char *const *keys)
{
  gsize length = strlen (key);

  for (; *keys != NULL; keys++)
    if (strncmp (*keys, key, length) == 0
        && ((*keys)[length] == '\0' || ((*keys)[length] == '?' && (*keys)[length + 1] == '\0')))
      return TRUE;

  return FALSE;
}

gboolean
anc_json_is_present (const AncJson *self)
{
  return self->value != NULL;
}

/**
 * anc_json_check_object:
 * @self: a place
 * @keys: (array zero-terminated=1): the members there may be; one whose name ends with `?` may be absent
 *
 * Tells every unknown and every missing member.
 *
 * Returns: whether @self is an object; its members may still be wrong
 */
gboolean
anc_json_check_object (const AncJson *self,
                       const char *const *keys)
{
  const char *key;
  json_t *value;

  if (!json_is_object (self->value))
    {
      complain_type (self, ANC_PROBLEM ("must be an object"));
      return FALSE;
    }

  json_object_foreach (self->value, key, value)
    {
      AncJson member = { self->source, self, key, 0, value };

      if (!is_known (key, keys))
        anc_json_complain (&member, ANC_PROBLEM ("unknown key"), NULL);
    }

  for (; *keys != NULL; keys++)
    if (!g_str_has_suffix (*keys, "?") && json_object_get (self->value, *keys) == NULL)
      {
        AncJson member = anc_json_member (self, *keys);

        anc_json_complain (&member, ANC_PROBLEM ("is missing"), NULL);
      }

  return TRUE;
}

gboolean
anc_json_check_array (const AncJson *self)
{
  if (json_is_array (self->value))
    return TRUE;

  complain_type (self, ANC_PROBLEM ("must be a list"));
  return FALSE;
}

/**
 * anc_json_read_string:
 *
 * Returns: (transfer none) (nullable): the text, or %NULL with a problem
 */
const char *
anc_json_read_string (const AncJson *self)
{
  if (json_is_string (self->value))
    return json_string_value (self->value);

  complain_type (self, ANC_PROBLEM ("must be text"));
  return NULL;
}

/**
 * anc_json_read_choice:
 * @self: a place
 * @choices: (array zero-terminated=1): the words it may be
 * @choice: (out): which of them it is
 *
 * Returns: whether it is one of them; if not, that is a problem
 */
gboolean
anc_json_read_choice (const AncJson *self,
                      const char *const *choices,
                      guint *choice)
{
  const char *text = anc_json_read_string (self);
  g_autofree char *all = NULL;

  if (text == NULL)
    return FALSE;

  for (guint i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], text) == 0)
      {
        *choice = i;
        return TRUE;
      }

  all = g_strjoinv (", ", (char **) choices);
  complain_text (self, ANC_PROBLEM ("“%s” is not one of: %s"), text, all);
  return FALSE;
}

gboolean
anc_json_read_boolean (const AncJson *self,
                       gboolean *value)
{
  if (!json_is_boolean (self->value))
    {
      complain_type (self, ANC_PROBLEM ("must be true or false"));
      return FALSE;
    }

  *value = json_is_true (self->value);
  return TRUE;
}

gboolean
anc_json_read_date (const AncJson *self,
                    AncDate *date)
{
  const char *text = anc_json_read_string (self);

  if (text == NULL)
    return FALSE;
  if (anc_date_parse (text, date))
    return TRUE;

  complain_text (self, ANC_PROBLEM ("%s is not a date"), text, NULL);
  return FALSE;
}

gboolean
anc_json_read_month (const AncJson *self,
                     AncMonth *month)
{
  const char *text = anc_json_read_string (self);

  if (text == NULL)
    return FALSE;
  if (anc_month_parse (text, month))
    return TRUE;

  complain_text (self, ANC_PROBLEM ("%s is not a month"), text, NULL);
  return FALSE;
}

/**
 * anc_json_read_amount:
 * @self: a place
 * @amount: (out): the number there: euros or hours
 *
 * Returns: whether it is a number, not negative and not beyond %ANC_AMOUNT_MAX; if not, that is a problem
 */
gboolean
anc_json_read_amount (const AncJson *self,
                      AncAmount *amount)
{
  double value;

  if (!json_is_number (self->value))
    {
      complain_type (self, ANC_PROBLEM ("must be a number, written without quotes"));
      return FALSE;
    }

  value = json_number_value (self->value);
  if (value < 0)
    anc_json_complain (self, ANC_PROBLEM ("must not be negative"), NULL);
  else if (!anc_amount_from_double (value, amount))
    anc_json_complain (self, ANC_PROBLEM ("the number is too large"), NULL);
  else
    return TRUE;

  return FALSE;
}

/**
 * anc_json_read_count:
 * @self: a place
 * @max: the largest number it may be
 * @count: (out): the whole number there
 *
 * Returns: whether it is a whole number from 0 to @max; if not, that is a problem
 */
gboolean
anc_json_read_count (const AncJson *self,
                     guint max,
                     guint *count)
{
  double value;

  if (!json_is_number (self->value))
    {
      complain_type (self, ANC_PROBLEM ("must be a whole number, written without quotes"));
      return FALSE;
    }

  value = json_number_value (self->value);
  if (value < 0)
    anc_json_complain (self, ANC_PROBLEM ("must not be negative"), NULL);
  else if (value > max)
    anc_json_complain (self, ANC_PROBLEM ("the number is too large"), NULL);
  else if (value != floor (value))
    anc_json_complain (self, ANC_PROBLEM ("must be a whole number"), NULL);
  else
    {
      *count = (guint) value;
      return TRUE;
    }

  return FALSE;
}
