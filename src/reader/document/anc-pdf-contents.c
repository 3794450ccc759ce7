/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-pdf-contents.h"

#include <string.h>

/* No page that is one picture nests or says more. */
#define MAX_DEPTH 16
#define MAX_OPERANDS 8

/* A word, a number or a name is no longer. */
#define MAX_TOKEN 64

/* How text is written that is there to be selected and searched only. */
#define INVISIBLE 3

typedef enum
{
  TOKEN_END,
  TOKEN_BAD,
  TOKEN_NUMBER,
  TOKEN_NAME,
  TOKEN_OPERATOR,
  TOKEN_OTHER, /* a string, or what encloses others */
} TokenKind;

/* Upright pictures alone: the unit square goes to a rectangle. */
typedef struct
{
  double width;
  double height;
  double left;
  double bottom;
  int text_mode;
} State;

typedef struct
{
  const char *next;
  const char *end;
  char token[MAX_TOKEN]; /* the last name, without its stroke, or operator */
  double number;

  State states[MAX_DEPTH];
  guint depth;
  double operands[MAX_OPERANDS];
  guint n_operands;
  char first_name[MAX_TOKEN]; /* among the operands; "" for none */
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
    if (*self->next == '\\')
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

static TokenKind
skip_enclosure (Reading *self)
{
  if (*self->next == '<' && self->end - self->next > 1 && self->next[1] != '<')
    {
      self->next = memchr (self->next, '>', (gsize) (self->end - self->next));
      if (self->next == NULL)
        return TOKEN_BAD;
    }
  else if (*self->next == '{' || *self->next == '}' || *self->next == ')')
    return TOKEN_BAD;
  self->next++;

  return TOKEN_OTHER;
}

static TokenKind
read_token (Reading *self)
{
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
    return skip_enclosure (self);

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

  return TOKEN_OPERATOR;
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

  if (self->n_operands != 6 || by[0] <= 0 || by[1] != 0 || by[2] != 0 || by[3] <= 0)
    return FALSE;

  state->left += by[4] * state->width;
  state->bottom += by[5] * state->height;
  state->width *= by[0];
  state->height *= by[3];
  return TRUE;
}

static gboolean
set_text_mode (Reading *self)
{
  get_state (self)->text_mode = self->n_operands == 1 ? (int) self->operands[0] : 0;
  return TRUE;
}

static gboolean
show_text (Reading *self)
{
  return get_state (self)->text_mode == INVISIBLE;
}

static gboolean
show_picture (Reading *self,
              double place[4])
{
  const State *state = get_state (self);

  if (self->picture != NULL || *self->first_name == '\0')
    return FALSE;

  self->picture = g_strdup (self->first_name);
  place[0] = state->left;
  place[1] = state->bottom;
  place[2] = state->left + state->width;
  place[3] = state->bottom + state->height;
  return TRUE;
}

/* FALSE for what may be seen, or may hide something. */
static gboolean
obey (Reading *self,
      double place[4])
{
  static const char *const without_trace[] = { "BT", "ET", "Tf", "Td", "TD", "Tm", "T*", "Tc", "Tw", "Tz", "TL", "Ts", "w", "J", "j", "M", "d", "ri", "i", "g", "G", "rg", "RG", "k", "K", "MP", "BMC", "EMC", NULL };
  static const char *const texts[] = { "Tj", "TJ", "'", "\"", NULL };

  if (g_strv_contains (without_trace, self->token))
    return TRUE;
  if (g_strv_contains (texts, self->token))
    return show_text (self);
  if (g_str_equal (self->token, "BDC"))
    return !g_str_equal (self->first_name, "OC");
  if (g_str_equal (self->token, "q"))
    return save (self);
  if (g_str_equal (self->token, "Q"))
    return restore (self);
  if (g_str_equal (self->token, "cm"))
    return transform (self);
  if (g_str_equal (self->token, "Tr"))
    return set_text_mode (self);
  if (g_str_equal (self->token, "Do"))
    return show_picture (self, place);

  return FALSE;
}

static gboolean
note_operand (Reading *self,
              TokenKind kind)
{
  if (kind == TOKEN_NAME && *self->first_name == '\0')
    memcpy (self->first_name, self->token, MAX_TOKEN);
  else if (kind == TOKEN_NUMBER && self->n_operands < MAX_OPERANDS)
    self->operands[self->n_operands++] = self->number;

  return kind != TOKEN_BAD;
}

/**
 * anc_pdf_contents_find_picture:
 * @data: what a page is drawn by
 * @length: its bytes
 * @name: (out) (transfer full): what the page calls the one picture it shows
 * @place: (out): left, bottom, right and top of where it stands upright, in the page's own units
 *
 * Text may be there that nobody sees, as what a scanner has read of the page.
 *
 * Returns: whether it is drawn by one picture, and surely nothing else is seen
 */
gboolean
anc_pdf_contents_find_picture (const char *data,
                               gsize length,
                               char **name,
                               double place[4])
{
  Reading self = { .next = data, .end = data + length, .states = { { 1, 1, 0, 0, 0 } } };
  gboolean is_sure = TRUE;
  TokenKind kind;

  while (is_sure && (kind = read_token (&self)) != TOKEN_END)
    if (kind == TOKEN_OPERATOR)
      {
        is_sure = obey (&self, place);
        self.n_operands = 0;
        *self.first_name = '\0';
      }
    else
      is_sure = note_operand (&self, kind);

  *name = is_sure ? g_steal_pointer (&self.picture) : NULL;
  g_free (self.picture);

  return *name != NULL;
}
