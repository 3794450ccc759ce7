/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-csv.h"

#include <string.h>

struct _AncCsv
{
  const char *cursor;
  const char *end;
  guint line;     /* of the cursor */
  guint row_line; /* where the present row starts */
  const char *const *columns;
  guint n_columns;
  GString *fields; /* those of the present row, each with a final NUL */
  GArray *starts;  /* gsize: where each begins in @fields */
  AncProblems *problems;
};

/* Says what is wrong with the present row as a whole. */
static void
complain (AncCsv *self,
          const char *template,
          const char *first,
          const char *second)
{
  anc_problems_add (self->problems, "", self->row_line, template, first, second, NULL);
}

static gboolean
at_line_end (const AncCsv *self)
{
  return self->cursor == self->end || *self->cursor == '\n' || *self->cursor == '\r';
}

static void
skip_line_end (AncCsv *self)
{
  if (self->cursor < self->end && *self->cursor == '\r')
    self->cursor++;
  if (self->cursor < self->end && *self->cursor == '\n')
    self->cursor++;
  self->line++;
}

static gboolean
read_quoted (AncCsv *self)
{
  for (self->cursor++; self->cursor < self->end; self->cursor++)
    {
      if (*self->cursor == '"')
        {
          self->cursor++;
          if (self->cursor == self->end || *self->cursor != '"')
            return self->cursor == self->end || *self->cursor == ',' || at_line_end (self);
        }
      else if (*self->cursor == '\n')
        self->line++;
      g_string_append_c (self->fields, *self->cursor);
    }

  return FALSE;
}

static void
read_plain (AncCsv *self)
{
  const char *start = self->cursor;

  while (!at_line_end (self) && *self->cursor != ',')
    self->cursor++;
  g_string_append_len (self->fields, start, self->cursor - start);
}

static void
skip_blank_lines (AncCsv *self)
{
  while (self->cursor < self->end && at_line_end (self))
    skip_line_end (self);
}

/* Reads the fields of one row; FALSE with a problem where a quote is not closed properly. */
static gboolean
read_row (AncCsv *self)
{
  self->row_line = self->line;
  g_string_truncate (self->fields, 0);
  g_array_set_size (self->starts, 0);

  for (;;)
    {
      gsize start = self->fields->len;

      g_array_append_val (self->starts, start);
      if (self->cursor < self->end && *self->cursor == '"')
        {
          if (!read_quoted (self))
            {
              complain (self, ANC_PROBLEM ("a quoted field is not closed"), NULL, NULL);
              self->cursor = self->end;
              return FALSE;
            }
        }
      else
        read_plain (self);
      g_string_append_c (self->fields, '\0');

      if (at_line_end (self))
        break;
      self->cursor++; /* the comma */
    }

  skip_line_end (self);
  return TRUE;
}

static const char *
get_field (const AncCsv *self,
           guint index)
{
  return self->fields->str + g_array_index (self->starts, gsize, index);
}

static gboolean
check_header (AncCsv *self)
{
  g_autofree char *expected = g_strjoinv (",", (char **) self->columns);
  gboolean same;

  skip_blank_lines (self);
  if (!read_row (self))
    return FALSE;

  same = self->starts->len == self->n_columns;
  for (guint i = 0; same && i < self->n_columns; i++)
    same = strcmp (get_field (self, i), self->columns[i]) == 0;
  if (!same)
    complain (self, ANC_PROBLEM ("the header must be “%s”"), expected, NULL);

  return same;
}

/**
 * anc_csv_new:
 * @text: (array length=length): the file; outlives the reader
 * @length: its bytes
 * @columns: (array zero-terminated=1): the names the header must have, in this order
 * @problems: takes what is wrong
 *
 * Checks the encoding and reads the header. Where one of them is wrong, that is a problem and there
 * are no rows.
 *
 * Returns: (transfer full): a reader that stands before the first row
 */
AncCsv *
anc_csv_new (const char *text,
             gsize length,
             const char *const *columns,
             AncProblems *problems)
{
  AncCsv *self = g_new0 (AncCsv, 1);
  const char *invalid;

  self->cursor = text;
  self->end = text + length;
  self->line = 1;
  self->row_line = 1;
  self->columns = columns;
  self->n_columns = g_strv_length ((char **) columns);
  self->fields = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->problems = problems;

  if (!g_utf8_validate_len (text, length, &invalid))
    {
      for (const char *p = text; p < invalid; p++)
        self->row_line += *p == '\n';
      complain (self, ANC_PROBLEM ("the text is not UTF-8"), NULL, NULL);
      self->cursor = self->end;
    }
  else if (!check_header (self))
    self->cursor = self->end;

  return self;
}

void
anc_csv_free (AncCsv *self)
{
  if (self == NULL)
    return;

  g_string_free (self->fields, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * anc_csv_next:
 * @self: a reader
 *
 * Goes to the next row that has as many fields as there are columns; one that has not is a problem.
 *
 * Returns: whether there is such a row
 */
gboolean
anc_csv_next (AncCsv *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (;;)
    {
      char found[16], expected[16];

      skip_blank_lines (self);
      if (self->cursor == self->end || !read_row (self))
        return FALSE;
      if (self->starts->len == self->n_columns)
        return TRUE;

      g_snprintf (found, sizeof found, "%u", self->starts->len);
      g_snprintf (expected, sizeof expected, "%u", self->n_columns);
      complain (self, ANC_PROBLEM ("the row has %s fields instead of %s"), found, expected);
    }
}

guint
anc_csv_get_line (const AncCsv *self)
{
  return self->row_line;
}

/**
 * anc_csv_get:
 * @self: a reader on a row
 * @column: an index into the columns
 *
 * Returns: (transfer none): the field, valid until the next row
 */
const char *
anc_csv_get (const AncCsv *self,
             guint column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return get_field (self, column);
}

/**
 * anc_csv_complain:
 * @self: a reader on a row
 * @column: the column that is wrong
 * @template: what is wrong with it, marked with ANC_PROBLEM()
 * @...: what takes the place of each `%s`, then %NULL
 */
void
anc_csv_complain (AncCsv *self,
                  guint column,
                  const char *template,
                  ...)
{
  va_list arguments;

  g_return_if_fail (column < self->n_columns);

  va_start (arguments, template);
  anc_problems_add_valist (self->problems,
                           self->columns[column],
                           self->row_line,
                           template,
                           arguments);
  va_end (arguments);
}
