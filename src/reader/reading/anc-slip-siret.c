/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-siret.h"
#include "anc-slip-reader-private.h"

#include <math.h>
#include <string.h>

/* Digits that belong together stand this near, in heights of the font. */
#define DIGIT_GAP 1.3

/* How far from its label a SIRET may stand, in heights of the font. */
#define LABEL_REACH_X 25.0
#define LABEL_REACH_Y 3.0

typedef struct
{
  char digits[ANC_SIRET_LENGTH + 1];
  guint page;
  guint first;
  guint last;
  gboolean valid;
  double score;
} Candidate;

/* Appends the digits of a token; FALSE if it holds anything but digits and what parts them. */
static gboolean
append_digits (const AncToken *token,
               gboolean lenient,
               GString *digits)
{
  guint n = 0;

  for (const char *p = token->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= '0' && c <= '9')
        g_string_append_c (digits, (char) c);
      else if (lenient && (c == 'O' || c == 'o'))
        g_string_append_c (digits, '0');
      else if (lenient && (c == 'I' || c == 'l'))
        g_string_append_c (digits, '1');
      else if (c != '.' && c != ' ' && c != '-' && c != 0xa0 && c != ',' && c != ')' && c != '(')
        return FALSE;
      else
        continue;
      n++;
    }

  return n > 0;
}

/* Whether a longer number begins or goes on here: a social-security number, an account. */
static gboolean
touches_digits (const AncLayout *layout,
                guint token,
                guint neighbour)
{
  const AncToken *a = anc_layout_get_token (layout, MIN (token, neighbour));
  const AncToken *b = anc_layout_get_token (layout, MAX (token, neighbour));

  return a->row == b->row && !a->colon && b->box.x0 - a->box.x1 < 0.6 * a->size
         && anc_layout_get_token (layout, neighbour)->is_number;
}

static gboolean
read_at (const AncLayout *layout,
         guint first,
         Candidate *candidate)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (guint i = first; i < layout->tokens->len && i < first + 8; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);

      if (i > first
          && (token->row != anc_layout_get_token (layout, first)->row || anc_layout_get_token (layout, i - 1)->colon
              || token->box.x0 - anc_layout_get_token (layout, i - 1)->box.x1 > DIGIT_GAP * token->size))
        return FALSE;
      /* The NIC may have its label between: `SIREN 123 456 789 NIC 00012`. */
      if (i > first && digits->len == ANC_SIREN_LENGTH && strcmp (token->folded, "nic") == 0)
        continue;
      if (!append_digits (token, layout->from_ocr, digits) || digits->len > ANC_SIRET_LENGTH)
        return FALSE;
      if (digits->len == ANC_SIRET_LENGTH)
        {
          memcpy (candidate->digits, digits->str, ANC_SIRET_LENGTH + 1);
          candidate->first = first;
          candidate->last = i;
          candidate->valid = anc_siret_check (candidate->digits);
          return !(first > 0 && touches_digits (layout, first, first - 1) && !candidate->valid)
                 && !(i + 1 < layout->tokens->len && touches_digits (layout, i, i + 1) && !candidate->valid);
        }
    }

  return FALSE;
}

/* How near a label stands before or above a place, 0 to 1. */
static double
rate_nearness (const AncLayout *layout,
               const AncHit *hit,
               AncRect box,
               guint row)
{
  double em = anc_layout_get_row (layout, row)->em;
  double dx = MAX (0, MAX (box.x0 - hit->box.x1, hit->box.x0 - box.x1)) / em;
  double dy = (box.y0 - hit->box.y1) / em;

  if (hit->row == row)
    return hit->box.x0 < box.x0 && dx < LABEL_REACH_X ? 1 - dx / LABEL_REACH_X / 2 : 0;
  if (hit->row < row && dy < LABEL_REACH_Y && dx < 2)
    return 0.9 - 0.2 * MAX (dy, 0) / LABEL_REACH_Y;

  return 0;
}

static void
rate (const AncLayout *layout,
      Candidate *candidate)
{
  AncRect box = anc_layout_get_box (layout, candidate->first, candidate->last);
  guint row = anc_layout_get_token (layout, candidate->first)->row;
  double labelled = 0, user = 0;

  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      double near = rate_nearness (layout, hit, box, row);

      if (near == 0)
        continue;
      switch (hit->label->field)
        {
        case ANC_FIELD_SIRET:
        case ANC_FIELD_SIREN:
          labelled = MAX (labelled, near);
          break;
        case ANC_FIELD_USER_SIRET:
          user = MAX (user, near + 0.3);
          labelled = MAX (labelled, near);
          break;
        case ANC_FIELD_USER_COMPANY:
          if (hit->prefix == 0) /* no `Planète Mission` */
            user = MAX (user, near);
          break;
        default:
          break;
        }
    }

  /* The employer stands at the head of the paper; whom the person was lent to, further down. */
  candidate->score = (candidate->valid ? 0.5 : 0) + 0.5 * labelled - 0.6 * user
                     - 0.1 * anc_rect_center_y (box) / MAX (1, layout->height) - 0.2 * candidate->page;
  if (!candidate->valid && labelled < 0.5)
    candidate->score = 0;
}

/* Lines that begin with the name of the user company hold its SIRET too, some rows below. */
static gboolean
follows_user_company (const AncLayout *layout,
                      const Candidate *candidate)
{
  guint row = anc_layout_get_token (layout, candidate->first)->row;
  AncRect box = anc_layout_get_box (layout, candidate->first, candidate->last);

  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      double em = anc_layout_get_row (layout, row)->em;

      if (((hit->label->field == ANC_FIELD_USER_COMPANY && hit->prefix == 0) || hit->label->field == ANC_FIELD_USER_SIRET) && hit->row <= row
          && box.y0 - hit->box.y1 < 8 * em && hit->box.x0 < box.x1 && box.x0 - hit->box.x1 < 20 * em)
        return TRUE;
    }

  return FALSE;
}

/**
 * anc_slip_read_siret:
 * @sheets: the pages of a payslip
 * @slip: takes the employer's SIRET, as it was read, whether its check digit fits or not
 */
void
anc_slip_read_siret (const AncSheets *sheets,
                     AncSlip *slip)
{
  Candidate best = { 0 };
  double second = 0, confidence;

  for (guint p = 0; p < sheets->n_pages; p++)
    for (guint i = 0; i < sheets->pages[p]->tokens->len; i++)
      {
        Candidate candidate = { .page = p };

        if (!read_at (sheets->pages[p], i, &candidate))
          continue;

        rate (sheets->pages[p], &candidate);
        if (follows_user_company (sheets->pages[p], &candidate))
          candidate.score -= 0.4;
        if (candidate.score > best.score)
          {
            if (strcmp (best.digits, candidate.digits) != 0)
              second = best.score;
            best = candidate;
          }
        else if (strcmp (best.digits, candidate.digits) != 0)
          second = MAX (second, candidate.score);
        i = candidate.last;
      }
  if (best.score <= 0.1)
    return;

  confidence = !best.valid ? 0.3 : best.score - second > 0.15 ? 0.98
                                                              : 0.7;
  slip->siret = g_strdup (best.digits);
  slip->siret_valid = best.valid;
  anc_slip_set_place (slip, ANC_SLIP_SIRET, sheets->pages[best.page], best.first, best.last, confidence);
}
