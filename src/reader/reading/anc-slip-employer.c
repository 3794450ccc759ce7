/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-blocks.h"
#include "anc-fold.h"
#include "anc-found.h"
#include "anc-person-name.h"
#include "anc-values.h"

#include <string.h>

/* Employers stand in the upper part of a page, as a part of its height. */
#define HEAD 0.5

/* How near the SIRET stands to the block of its employer, in points. */
#define SIRET_REACH 40.0

/* Blocks so much further from the SIRET than the nearest are about somebody else, in points. */
#define SIRET_MARGIN 6.0

/* What it takes from a name that it is written as people's are. */
#define LIKE_PERSON 0.3

/* What a name is worth that only the SIRET beside or below it tells. */
#define NEAR_SIRET 0.55

/* Whether a label is that of some firm's number. */
static gboolean
announces_number (const AncHit *hit)
{
  switch (hit->label->field)
    {
    case ANC_FIELD_SIRET:
    case ANC_FIELD_SIREN:
    case ANC_FIELD_NIC:
    case ANC_FIELD_USER_SIRET:
    case ANC_FIELD_OTHER:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A SIRET is too long to be a number. */
static gboolean
begins_with_digit (const AncLayout *layout,
                   guint token)
{
  return g_ascii_isdigit (*anc_layout_get_token (layout, token)->text);
}

/* Whether a token is a postcode with its town behind it. */
static gboolean
begins_town (const AncLayout *layout,
             guint token,
             guint last)
{
  const AncToken *number = anc_layout_get_token (layout, token);

  return number->is_number && strspn (number->text, "0123456789") == 5 && token < last
         && !anc_layout_get_token (layout, token + 1)->is_number;
}

/* Whether a line begins as the title of a paper does. */
static gboolean
names_paper (const char *folded)
{
  static const char *const papers[] = { "attestation", "avenant", "avis", "bulletin", "certificat", "cheque", "contrat", "fiche", "titre" };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (strcmp (folded, papers[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Whether a line tells the number of a collective agreement: it names the trade then, and no firm. */
static gboolean
names_agreement (const AncLayout *layout,
                 const AncSpan *segment)
{
  for (guint i = segment->first; i < segment->first + segment->n; i++)
    if (strcmp (anc_layout_get_token (layout, i)->folded, "idcc") == 0)
      return TRUE;

  return FALSE;
}

/* Whether a line can be the name of a firm. */
static gboolean
can_be_firm (const AncSheets *sheets,
             const AncLayout *layout,
             guint first,
             guint last)
{
  const AncToken *token = anc_layout_get_token (layout, first);
  const AncHit *hit = anc_layout_find_leading_hit (layout, first);
  const AncSpan *segment = anc_layout_get_segment (layout, token->segment);

  if (anc_found_count_letters (layout, first, last) < 2 || anc_layout_get_token (layout, last)->colon || names_paper (token->folded)
      || names_agreement (layout, segment) || begins_town (layout, first, last))
    return FALSE;
  if (hit != NULL && (hit->coverage > 0.7 || anc_layout_get_token (layout, hit->last)->colon || hit->label->field == ANC_FIELD_TITLE)
      && (hit->label->field != ANC_FIELD_EMPLOYER || hit->coverage >= 1))
    return FALSE;
  if (hit != NULL && hit->prefix == 0 && announces_number (hit) && hit->last < last
      && begins_with_digit (layout, hit->last + 1))
    return FALSE;
  if (last == segment->first + segment->n - 1 && first == segment->first && anc_blocks_is_postcode_line (layout, segment))
    return FALSE;
  for (guint i = first; i <= last; i++)
    if (anc_layout_find_date (layout, i) != NULL)
      return FALSE;
  /* A person's name, or a sentence about one; `H & M` is neither. */
  for (guint i = first; i <= last && sheets->kind != ANC_KIND_HOUSEHOLD; i++)
    if (anc_blocks_has_civility (anc_layout_get_token (layout, i)->folded)
        && (i == first || strlen (anc_layout_get_token (layout, i)->text) > 1))
      return FALSE;

  return TRUE;
}

/* Cuts off what follows a name on the same line: a label, a SIRET in brackets. */
static guint
cut_firm (const AncLayout *layout,
          guint first,
          guint last)
{
  for (guint i = first + 1; i <= last; i++)
    {
      const AncHit *hit = anc_layout_find_hit (layout, i);

      if (hit != NULL && hit->first == i
          && announces_number (hit)
          && (anc_layout_get_token (layout, hit->last)->colon || (hit->last < last && begins_with_digit (layout, hit->last + 1))))
        return i - 1;
      if (begins_town (layout, i, last))
        return i - 1;
      if (i < last && (strcmp (anc_layout_get_token (layout, i)->text, "-") == 0 || g_str_has_suffix (anc_layout_get_token (layout, i - 1)->text, ","))
          && (anc_layout_get_token (layout, i + 1)->is_number || anc_layout_find_hit (layout, i + 1) != NULL))
        return i - 1;
    }

  return last;
}

static void
find_labelled_firm (const AncSheets *sheets,
                    guint page,
                    AncFound *best)
{
  const AncLayout *layout = sheets->pages[page];

  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      AncFound found = { .page = page };
      AncTextValue value;

      if (!anc_found_announces_firm (layout, hit) || hit->prefix > 0 || !anc_values_find_text (layout, hit, &value))
        continue;
      /* A firm may bear the word itself: `Société Fictive`. */
      if (hit->coverage < 1 && !anc_layout_get_token (layout, hit->last)->colon && value.first == hit->last + 1
          && anc_layout_get_token (layout, value.first)->segment == hit->segment)
        continue;

      found.first = value.first;
      found.last = cut_firm (layout, value.first, value.last);
      if (!can_be_firm (sheets, layout, found.first, found.last)
          || anc_blocks_is_street_line (layout, anc_layout_get_segment (layout, anc_layout_get_token (layout, found.first)->segment)))
        continue;
      found.score = anc_values_rate_label (hit) * value.score;
      if (anc_layout_get_token (layout, found.first)->box.y0 > HEAD * layout->height)
        found.score *= 0.6;
      if (found.score > best->score)
        {
          *best = found;
          anc_found_add_next_line (layout, value.below, best);
        }
    }
}

/* The line in which the SIRET that was read stands, or %NULL where it is on another page. */
static const AncSpan *
find_siret_line (const AncLayout *layout,
                 const AncSlip *slip)
{
  const AncPlace *place = &slip->places[ANC_SLIP_SIRET];

  if (place->text == NULL || place->page != layout->page)
    return NULL;

  for (guint i = 0; i < layout->tokens->len; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);

      if (anc_rect_overlap_x (place->rect, token->rect) > 0.5 && anc_rect_overlap_y (place->rect, token->rect) > 0.5)
        return anc_layout_get_segment (layout, token->segment);
    }

  return NULL;
}

/* How far the line of the SIRET stands from a block, in points. */
static double
measure_siret_distance (const AncSpan *siret,
                        const AncBlock *block)
{
  double dx, dy;

  if (siret == NULL)
    return G_MAXDOUBLE;

  dx = MAX (0, MAX (block->box.x0 - siret->box.x1, siret->box.x0 - block->box.x1));
  dy = MAX (0, MAX (block->box.y0 - siret->box.y1, siret->box.y0 - block->box.y1));
  return dx + dy;
}

/* Whether a line is the heading or the value of what announces the company that a person was lent to. */
static gboolean
is_of_user_company (const AncLayout *layout,
                    const AncSpan *segment)
{
  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);

      if (hit->row == segment->row && hit->prefix == 0 && hit->first <= segment->first
          && (hit->label->field == ANC_FIELD_USER_COMPANY || hit->label->field == ANC_FIELD_USER_SIRET))
        return TRUE;
    }

  return FALSE;
}

/* Whether a block is about that company, with its name and number below each other. */
static gboolean
is_user_block (const AncLayout *layout,
               const AncBlock *block)
{
  for (guint s = 0; s < block->n; s++)
    if (is_of_user_company (layout, anc_layout_get_segment (layout, block->segments[s])))
      return TRUE;

  return FALSE;
}

/* Whether a line is a sign above the name that it is a part of: `relais` above `Relais Emploi SASU`. */
static gboolean
is_sign (const AncLayout *layout,
         const AncBlock *block,
         guint line)
{
  const AncSpan *sign = anc_layout_get_segment (layout, block->segments[line]), *name;

  if (line + 1 >= block->n)
    return FALSE;

  name = anc_layout_get_segment (layout, block->segments[line + 1]);
  for (guint i = sign->first; i < sign->first + sign->n; i++)
    {
      guint in = name->first;

      while (in < name->first + name->n
             && strcmp (anc_layout_get_token (layout, i)->folded, anc_layout_get_token (layout, in)->folded) != 0)
        in++;
      if (in == name->first + name->n)
        return FALSE;
    }

  return name->n > sign->n;
}

/* (nullable): the word that says of a line that it names the employer, without a colon or a gap behind it. */
static const AncHit *
find_caption (const AncLayout *layout,
              const AncSpan *segment)
{
  const AncHit *hit = anc_layout_find_hit (layout, segment->first);

  return hit != NULL && hit->first == segment->first && hit->last < segment->first + segment->n - 1
                 && hit->label->field == ANC_FIELD_EMPLOYER && strcmp (hit->label->words[hit->label->n_words - 1], "employeur") == 0
             ? hit
             : NULL;
}

/* Whether a line stands beside the caption of something else, as its value: `Convention`, `Qualification`. */
static gboolean
is_something_else (const AncLayout *layout,
                   const AncSpan *segment)
{
  const AncHit *hit = segment->first > 0 ? anc_layout_find_hit (layout, segment->first - 1) : NULL;
  AncTextValue value;

  return hit != NULL && hit->row == segment->row && hit->coverage >= 1
         && (hit->label->field == ANC_FIELD_OTHER || hit->label->field == ANC_FIELD_JOB || hit->label->field == ANC_FIELD_CLASSIFICATION)
         && anc_values_find_text (layout, hit, &value) && value.first == segment->first;
}

/* The name at the head of a block. FALSE where no line of it can be one. */
static gboolean
find_head (const AncSheets *sheets,
           const AncLayout *layout,
           const AncBlock *block,
           guint *line,
           AncFound *found)
{
  for (*line = 0; *line < block->n; ++*line)
    {
      const AncSpan *segment = anc_layout_get_segment (layout, block->segments[*line]);
      const AncHit *caption = find_caption (layout, segment);

      if (anc_blocks_is_heading (layout, block, *line) || is_sign (layout, block, *line) || is_something_else (layout, segment))
        continue;
      found->first = caption != NULL ? caption->last + 1 : anc_blocks_skip_caption (layout, segment);
      found->last = cut_firm (layout, found->first, segment->first + segment->n - 1);
      if (can_be_firm (sheets, layout, found->first, found->last) && !anc_blocks_is_street_line (layout, segment))
        return TRUE;
    }

  return FALSE;
}

/* How much the name at the head of a block, its line @line, is that of the employer. */
static double
rate_head (const AncSheets *sheets,
           const AncLayout *layout,
           const AncBlock *block,
           guint line,
           const AncFound *found,
           gboolean has_siret)
{
  g_autofree char *text = anc_layout_dup_text (layout, found->first, found->last);
  g_autofree char *folded = anc_fold (text, -1);
  gboolean is_firm = anc_blocks_has_legal_form (folded);
  gboolean is_named = find_caption (layout, anc_layout_get_segment (layout, block->segments[line])) != NULL;
  double score = 0.3 + (is_named ? 0.25 : 0) + (block->postcode > (int) line ? 0.2 : 0) + (has_siret ? 0.25 : 0) + (is_firm ? 0.12 : 0)
                 + (block->box.x0 < layout->width / 3 ? 0.05 : 0) + (block->box.y0 < 0.15 * layout->height ? 0.05 : 0);

  if (!is_firm && sheets->kind != ANC_KIND_HOUSEHOLD && anc_person_name_is_mixed (layout, found->first, found->last))
    score -= LIKE_PERSON;

  return score;
}

/* The name at the head of an address: the lines before the street. The SIRET speaks for the block it stands nearest to. */
static void
find_addressed_firm (const AncSheets *sheets,
                     guint page,
                     const AncSlip *slip,
                     AncFound *best)
{
  const AncLayout *layout = sheets->pages[page];
  g_autoptr (GArray) blocks = anc_blocks_find (layout);
  const AncSpan *siret = find_siret_line (layout, slip);
  double nearest = SIRET_REACH;
  AncFound found = { .page = page };
  guint line;

  for (guint b = 0; b < blocks->len; b++)
    {
      const AncBlock *block = &g_array_index (blocks, AncBlock, b);

      if (block->box.y0 <= HEAD * layout->height && !is_user_block (layout, block) && find_head (sheets, layout, block, &line, &found))
        nearest = MIN (nearest, measure_siret_distance (siret, block));
    }

  for (guint b = 0; b < blocks->len; b++)
    {
      const AncBlock *block = &g_array_index (blocks, AncBlock, b);
      double distance = measure_siret_distance (siret, block);

      found.next_first = 0;
      if (block->box.y0 > HEAD * layout->height || is_user_block (layout, block) || !find_head (sheets, layout, block, &line, &found))
        continue;

      found.score = rate_head (sheets, layout, block, line, &found, distance < SIRET_REACH && distance <= nearest + SIRET_MARGIN);
      /* Two lines of a name are set in the same letters; something else may follow it too. */
      if (block->n > line + 1 && anc_found_add_next_line (layout, TRUE, &found)
          && anc_found_count_letters (layout, found.first, found.last) < 18)
        found.next_first = 0;
      anc_found_keep_better (best, &found);
    }
}

/* The first of several things in one line, with dashes between: `FIRME - 1 rue du Vide - SIRET …`. */
static guint
cut_at_dash (const AncLayout *layout,
             guint first,
             guint last)
{
  for (guint i = first + 1; i <= last; i++)
    {
      const char *text = anc_layout_get_token (layout, i)->text;

      if (strcmp (text, "-") == 0 || strcmp (text, "–") == 0 || strcmp (text, "•") == 0)
        return i - 1;
    }

  return last;
}

/* The name that begins the line in which the SIRET stands, or the line above it, wherever on the page: as in
 * the foot of a letter paper. */
static void
find_firm_by_siret (const AncSheets *sheets,
                    guint page,
                    const AncSlip *slip,
                    AncFound *best)
{
  const AncLayout *layout = sheets->pages[page];
  const AncSpan *siret = slip->siret_valid ? find_siret_line (layout, slip) : NULL;

  for (guint s = siret != NULL ? layout->segments->len : 0; s > 0; s--)
    {
      const AncSpan *line = anc_layout_get_segment (layout, s - 1);
      AncFound found = { .page = page, .first = line->first, .last = line->first + line->n - 1, .score = NEAR_SIRET };

      if (line->first > siret->first || line->row + 1 < siret->row)
        continue;
      if (anc_rect_overlap_x (line->box, siret->box) <= 0 && line->row != siret->row)
        continue;
      if (siret->box.y0 - line->box.y1 > line->em || is_of_user_company (layout, line))
        continue;

      found.last = cut_firm (layout, found.first, cut_at_dash (layout, found.first, found.last));
      if (can_be_firm (sheets, layout, found.first, found.last) && !anc_blocks_is_street_line (layout, line))
        anc_found_keep_better (best, &found);
    }
}

/**
 * anc_slip_read_employer:
 * @sheets: the pages of a payslip
 * @slip: takes the employer; its SIRET has been read
 */
void
anc_slip_read_employer (const AncSheets *sheets,
                        AncSlip *slip)
{
  AncFound best = { 0 };

  for (guint p = 0; p < sheets->n_pages; p++)
    {
      find_labelled_firm (sheets, p, &best);
      if (p == 0)
        find_addressed_firm (sheets, p, slip, &best);
      find_firm_by_siret (sheets, p, slip, &best);
    }
  if (best.score > ANC_FOUND_LEAST)
    anc_found_tell (&best, sheets, slip, ANC_SLIP_EMPLOYER, &slip->employer);
}
