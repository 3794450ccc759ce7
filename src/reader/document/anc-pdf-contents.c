/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf-contents.h"

#include <math.h>
#include <string.h>

/* No page that is one picture nests or says more. */
#define MAX_DEPTH 16
#define MAX_OPERANDS 8

/* A word, a number or a name is no longer. */
#define MAX_TOKEN 64

/* How text is written that is there to be selected and searched only. */
#define INVISIBLE 3
#define LAST_MODE 7

typedef enum
{
  TOKEN_END,
  TOKEN_BAD,
  TOKEN_NUMBER,
  TOKEN_NAME,
  TOKEN_OPERATOR,
  TOKEN_OTHER, /* a string, true, false or null, or an end of what encloses others */
} TokenKind;

/* Upright pictures alone: the unit square goes to a rectangle. */
typedef struct
{
  double width;
  double height;
  double left;
  double bottom;
  int text_mode;
  gboolean is_black; /* what is filled, a stencil too */
} State;

typedef struct
{
  const char *next;
  const char *end;
  char token[MAX_TOKEN]; /* the last name, without its stroke, or operator */
  double number;
  char opened[MAX_DEPTH]; /* how each array or dictionary begins that is not yet closed */
  guint n_opened;

  State states[MAX_DEPTH];
  guint depth;
  double operands[MAX_OPERANDS]; /* 0 for what is no number */
  guint n_operands;
  gboolean are_numbers;       /* all of them */
  gboolean are_whole;         /* and none is written with a point */
  char first_name[MAX_TOKEN]; /* "" where the first is no name */
  gboolean has_layer;         /* a name among them is that of what may be hidden */
  char *picture;
} Reading;

/* ---- Tokens -------------------------------------------------------------------------------- */

static gboolean
is_blank (char c)
{
  return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static gboolean
is_regular (char c)
{
  return !is_blank (c) && strchr ("()<>[]{}/%", c) == NULL;
}

static void
skip_blanks (Reading *self)
{
  while (self->next < self->end && (is_blank (*self->next) || *self->next == '%'))
    if (*self->next++ == '%')
      while (self->next < self->end && *self->next != '\n' && *self->next != '\r')
        self->next++;
}

static TokenKind
skip_string (Reading *self)
{
  guint depth = 0;

  for (; self->next < self->end; self->next++)
    if (*self->next == '\\' && self->end - self->next > 1)
      self->next++;
    else if (*self->next == '(')
      depth++;
    else if (*self->next == ')' && --depth == 0)
      {
        self->next++;
        return TOKEN_OTHER;
      }

  return TOKEN_BAD;
}

/* What is within < and >. */
static TokenKind
skip_digits (Reading *self)
{
  const char *end = memchr (self->next, '>', (gsize) (self->end - self->next));

  if (end == NULL)
    return TOKEN_BAD;
  self->next = end + 1;

  return TOKEN_OTHER;
}

/* What encloses others, or is enclosed itself. */
static TokenKind
read_enclosure (Reading *self)
{
  const char c = *self->next;
  const gboolean is_double = self->end - self->next > 1 && self->next[1] == c;

  if (c == '<' && !is_double)
    return skip_digits (self);
  if (c == '[' || c == '<')
    {
      if (self->n_opened == MAX_DEPTH)
        return TOKEN_BAD;
      self->opened[self->n_opened++] = c;
      self->next += c == '<' ? 2 : 1;
      return TOKEN_OTHER;
    }
  if ((c == ']' || (c == '>' && is_double)) && self->n_opened > 0 && self->opened[self->n_opened - 1] == (c == ']' ? '[' : '<'))
    {
      self->n_opened--;
      self->next += c == '>' ? 2 : 1;
      return TOKEN_OTHER;
    }

  return TOKEN_BAD;
}

static TokenKind
read_token (Reading *self)
{
  static const char *const words[] = { "true", "false", "null", NULL };
  const char *begin;
  char *number_end;
  gsize length;
  gboolean is_name;

  skip_blanks (self);
  if (self->next == self->end)
    return TOKEN_END;
  if (*self->next == '(')
    return skip_string (self);

  is_name = *self->next == '/';
  if (!is_name && !is_regular (*self->next))
    return read_enclosure (self);

  begin = self->next += is_name ? 1 : 0;
  while (self->next < self->end && is_regular (*self->next))
    self->next++;
  length = (gsize) (self->next - begin);
  if (length >= MAX_TOKEN || memchr (begin, '#', length) != NULL)
    return TOKEN_BAD;
  memcpy (self->token, begin, length);
  self->token[length] = '\0';
  if (is_name)
    return TOKEN_NAME;

  self->number = g_ascii_strtod (self->token, &number_end);
  if (!g_ascii_isalpha (*self->token) && *number_end == '\0')
    return strspn (self->token, "+-.0123456789") == length ? TOKEN_NUMBER : TOKEN_BAD;

  return g_strv_contains (words, self->token) ? TOKEN_OTHER : TOKEN_OPERATOR;
}

/* ---- Operators ----------------------------------------------------------------------------- */

static State *
get_state (Reading *self)
{
  return &self->states[self->depth];
}

static gboolean
save (Reading *self)
{
  if (self->depth + 1 == MAX_DEPTH)
    return FALSE;

  self->states[self->depth + 1] = self->states[self->depth];
  self->depth++;
  return TRUE;
}

static gboolean
restore (Reading *self)
{
  if (self->depth == 0)
    return FALSE;

  self->depth--;
  return TRUE;
}

static gboolean
transform (Reading *self)
{
  const double *by = self->operands;
  State *state = get_state (self);

  if (self->n_operands != 6 || !self->are_numbers || by[0] <= 0 || by[1] != 0 || by[2] != 0 || by[3] <= 0)
    return FALSE;

  state->left += by[4] * state->width;
  state->bottom += by[5] * state->height;
  state->width *= by[0];
  state->height *= by[3];
  return TRUE;
}

/* A mode that is no whole number is none, and those who draw pages leave it as it was. */
static gboolean
set_text_mode (Reading *self)
{
  const double mode = self->operands[0];

  if (self->n_operands != 1 || !self->are_whole || mode < 0 || mode > LAST_MODE)
    return FALSE;

  get_state (self)->text_mode = (int) mode;
  return TRUE;
}

/* In shades of grey or in red, green and blue it is sure what is black. */
static gboolean
set_colour (Reading *self,
            guint n_numbers)
{
  gboolean is_black = n_numbers != 4;

  if (self->n_operands != n_numbers || !self->are_numbers)
    return FALSE;

  for (guint i = 0; i < n_numbers; i++)
    is_black &= self->operands[i] == 0;

  get_state (self)->is_black = is_black;
  return TRUE;
}

static gboolean
show_text (Reading *self)
{
  return get_state (self)->text_mode == INVISIBLE;
}

static gboolean
show_picture (Reading *self,
              double place[4],
              gboolean *in_black)
{
  const State *state = get_state (self);

  if (self->picture != NULL || self->n_operands != 1 || *self->first_name == '\0')
    return FALSE;

  self->picture = g_strdup (self->first_name);
  *in_black = state->is_black;
  place[0] = state->left;
  place[1] = state->bottom;
  place[2] = state->left + state->width;
  place[3] = state->bottom + state->height;
  return isfinite (place[0]) && isfinite (place[1]) && isfinite (place[2]) && isfinite (place[3]);
}

/* FALSE for what may be seen, or may hide something. */
static gboolean
obey (Reading *self,
      double place[4],
      gboolean *in_black)
{
  static const char *const without_trace[] = { "BT", "ET", "Tf", "Td", "TD", "Tm", "T*", "Tc", "Tw", "Tz", "TL", "Ts", "w", "J", "j", "M", "d", "ri", "i", "G", "RG", "K", "MP", "BMC", "EMC", NULL };
  static const char *const texts[] = { "Tj", "TJ", "'", "\"", NULL };

  if (g_strv_contains (without_trace, self->token))
    return TRUE;
  if (g_strv_contains (texts, self->token))
    return show_text (self);
  if (g_str_equal (self->token, "BDC"))
    return !self->has_layer;
  if (g_str_equal (self->token, "q"))
    return save (self);
  if (g_str_equal (self->token, "Q"))
    return restore (self);
  if (g_str_equal (self->token, "cm"))
    return transform (self);
  if (g_str_equal (self->token, "g"))
    return set_colour (self, 1);
  if (g_str_equal (self->token, "rg"))
    return set_colour (self, 3);
  if (g_str_equal (self->token, "k"))
    return set_colour (self, 4);
  if (g_str_equal (self->token, "Tr"))
    return set_text_mode (self);
  if (g_str_equal (self->token, "Do"))
    return show_picture (self, place, in_black);

  return FALSE;
}

static void
forget_operands (Reading *self)
{
  self->n_operands = 0;
  self->are_numbers = TRUE;
  self->are_whole = TRUE;
  *self->first_name = '\0';
  self->has_layer = FALSE;
}

static gboolean
note_operand (Reading *self,
              TokenKind kind)
{
  if (kind == TOKEN_BAD)
    return FALSE;

  if (kind == TOKEN_NAME && self->n_operands == 0)
    memcpy (self->first_name, self->token, MAX_TOKEN);
  self->has_layer |= kind == TOKEN_NAME && g_str_equal (self->token, "OC");
  self->are_numbers &= kind == TOKEN_NUMBER;
  self->are_whole &= kind == TOKEN_NUMBER && strchr (self->token, '.') == NULL;
  if (self->n_operands < MAX_OPERANDS)
    self->operands[self->n_operands++] = kind == TOKEN_NUMBER ? self->number : 0;

  return TRUE;
}

/**
 * anc_pdf_contents_find_picture:
 * @data: what a page is drawn by
 * @length: its bytes
 * @name: (out) (transfer full): what the page calls the one picture it shows
 * @place: (out): left, bottom, right and top of where it stands upright, in the page's own units
 * @in_black: (out): whether it is drawn in black where it is a stencil
 *
 * Text may be there that nobody sees, as what a scanner has read of the page.
 *
 * Returns: whether it is drawn by one picture, and surely nothing else is seen
 */
gboolean
anc_pdf_contents_find_picture (const char *data,
                               gsize length,
                               char **name,
                               double place[4],
                               gboolean *in_black)
{
  Reading self = { .next = data, .end = data + length, .states = { { 1, 1, 0, 0, 0, TRUE } } };
  gboolean is_sure = TRUE;
  TokenKind kind;

  forget_operands (&self);
  while (is_sure && (kind = read_token (&self)) != TOKEN_END)
    if (kind == TOKEN_OPERATOR)
      {
        is_sure = self.n_opened == 0 && obey (&self, place, in_black);
        forget_operands (&self);
      }
    else
      is_sure = note_operand (&self, kind);

  *name = is_sure && self.n_opened == 0 ? g_steal_pointer (&self.picture) : NULL;
  g_free (self.picture);

  return *name != NULL;
}
