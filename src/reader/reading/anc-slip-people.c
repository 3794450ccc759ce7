/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-blocks.h"
#include "anc-fold.h"
#include "anc-person-name.h"
#include "anc-slip-reader-private.h"
#include "anc-values.h"

#include <math.h>
#include <string.h>

/* Employers stand in the upper part of a page, as a part of its height. */
#define HEAD 0.5

/* How near the SIRET stands to the block of its employer, in points. */
#define SIRET_REACH 40.0

/* What a name is worth that only its letters tell. */
#define BARE_NAME 0.5

/* How far below the heading of a card its lines stand, and how far they may be set in, in heights of the font. */
#define CARD_REACH 9.0
#define CARD_INDENT 2.0

/* Whether two lines are set alike, in heights of a font. */
#define SAME_SIZE 0.06

typedef struct
{
  guint page;
  guint first;
  guint last;
  guint next_first; /* of a second line; 0 where there is none */
  guint next_last;
  double score;
} Found;

static void
keep_better (Found *best,
             const Found *found)
{
  if (found->score > best->score)
    *best = *found;
}

static char *
dup_found (const AncSheets *sheets,
           const Found *found)
{
  const AncLayout *layout = sheets->pages[found->page];
  g_autofree char *text = anc_layout_dup_text (layout, found->first, found->last);

  if (found->next_first > 0)
    {
      g_autofree char *next = anc_layout_dup_text (layout, found->next_first, found->next_last);

      return g_strdup_printf ("%s %s", text, next);
    }

  return g_steal_pointer (&text);
}

static void
tell (const AncSheets *sheets,
      AncSlip *slip,
      AncSlipField field,
      const Found *found,
      char **text)
{
  const AncLayout *layout = sheets->pages[found->page];
  double confidence = found->score >= 0.9 ? 0.95 : found->score;

  *text = dup_found (sheets, found);
  anc_slip_set_place (slip,
                      field,
                      layout,
                      found->first,
                      found->last,
                      anc_slip_weigh (layout, found->first, found->last, confidence));
  g_free (slip->places[field].text);
  slip->places[field].text = g_strdup (*text);
  if (found->next_first > 0)
    slip->places[field].rect = anc_rect_union (slip->places[field].rect,
                                               anc_layout_get_rect (layout, found->next_first, found->next_last));
}

static guint
count_letters (const AncLayout *layout,
               guint first,
               guint last)
{
  guint n = 0;

  for (guint i = first; i <= last; i++)
    for (const char *p = anc_layout_get_token (layout, i)->text; *p != '\0'; p = g_utf8_next_char (p))
      n += g_unichar_isalpha (g_utf8_get_char (p));

  return n;
}

static gboolean
set_alike (const AncToken *a,
           const AncToken *b)
{
  return fabs (a->size - b->size) <= SAME_SIZE * a->size && a->bold == b->bold;
}

/* ---- The second line of a text -------------------------------------------------------------- */

/* A line that goes on with the one above: it begins at the same place, is set alike, stands right
 * below, has nothing to its left that would be a label, and is no label itself. */
static gboolean
find_next_line (const AncLayout *layout,
                guint first,
                guint last,
                gboolean below,
                Found *found)
{
  const AncToken *start = anc_layout_get_token (layout, first);
  AncRect box = anc_layout_get_box (layout, first, last);
  const AncSpan *row;

  if (start->row + 1 >= layout->rows->len)
    return FALSE;

  row = anc_layout_get_row (layout, start->row + 1);
  for (guint s = row->first; s < row->first + row->n; s++)
    {
      const AncSpan *segment = anc_layout_get_segment (layout, s);
      const AncToken *token = anc_layout_get_token (layout, segment->first);

      if (fabs (segment->box.x0 - box.x0) > 0.5 * row->em)
        {
          if (!below && segment->box.x0 < box.x0 && segment->box.x1 > box.x0 - 25 * row->em)
            return FALSE;
          continue;
        }
      if (segment->box.y0 - box.y1 > 0.6 * row->em || token->is_number || !set_alike (start, token)
          || anc_layout_find_hit (layout, segment->first) != NULL || anc_layout_find_date (layout, segment->first) != NULL
          || anc_blocks_is_street_line (layout, segment) || anc_blocks_is_postcode_line (layout, segment))
        return FALSE;
      for (guint i = segment->first; i < segment->first + segment->n; i++)
        if (anc_layout_get_token (layout, i)->colon)
          return FALSE;

      found->next_first = segment->first;
      found->next_last = segment->first + segment->n - 1;
      return TRUE;
    }

  return FALSE;
}

/* ---- Headings ------------------------------------------------------------------------------- */

/* Of whom a label speaks that may be anybody's, such as `nom`: the heading of its card, right above in the
 * same column with nothing but lines of the card between. */
static AncField
find_heading (const AncLayout *layout,
              const AncHit *label)
{
  double em = anc_layout_get_row (layout, label->row)->em;
  const AncHit *heading = NULL;

  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      AncField field = hit->label->field;

      if ((field != ANC_FIELD_EMPLOYER && field != ANC_FIELD_EMPLOYEE && field != ANC_FIELD_USER_COMPANY)
          || hit->coverage < 1 || hit->row >= label->row || anc_layout_get_token (layout, hit->last)->colon
          || label->box.y0 - hit->box.y1 > CARD_REACH * em || fabs (hit->box.x0 - label->box.x0) > CARD_INDENT * em)
        continue;
      if (heading == NULL || hit->row > heading->row)
        heading = hit;
    }

  return heading != NULL ? heading->label->field : ANC_FIELD_NONE;
}

/* Whether a label announces the name of the employer. */
static gboolean
announces_firm (const AncLayout *layout,
                const AncHit *hit)
{
  return hit->label->field == ANC_FIELD_EMPLOYER
         || (hit->label->field == ANC_FIELD_LAST_NAME && hit->coverage >= 1
             && find_heading (layout, hit) == ANC_FIELD_EMPLOYER);
}

/* ---- The employee --------------------------------------------------------------------------- */

/* A first name and a last name that have labels of their own. */
static void
find_split_name (const AncLayout *layout,
                 guint page,
                 Found *best)
{
  Found last_name = { 0 }, first_name = { 0 };

  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      Found found = { .page = page };
      AncTextValue value;

      if ((hit->label->field != ANC_FIELD_LAST_NAME && hit->label->field != ANC_FIELD_FIRST_NAME)
          || hit->coverage < 0.5 || announces_firm (layout, hit) || find_heading (layout, hit) == ANC_FIELD_USER_COMPANY
          || !anc_values_find_text (layout, hit, &value))
        continue;

      found.first = value.first;
      found.last = value.last;
      if (!anc_person_name_trim (layout, &found.first, &found.last))
        continue;
      found.score = hit->label->weight * value.score;
      keep_better (hit->label->field == ANC_FIELD_LAST_NAME ? &last_name : &first_name, &found);
    }

  if (last_name.score == 0)
    return;
  if (first_name.score > 0)
    {
      last_name.next_first = first_name.first;
      last_name.next_last = first_name.last;
      last_name.score = MIN (last_name.score, first_name.score) + 0.05;
    }
  else
    last_name.score *= last_name.last > last_name.first ? 0.85 : 0.5;
  keep_better (best, &last_name);
}

static void
find_labelled_name (const AncLayout *layout,
                    guint page,
                    Found *best)
{
  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      Found found = { .page = page };
      AncTextValue value;

      if (hit->label->field != ANC_FIELD_EMPLOYEE || hit->prefix > 0 || !anc_values_find_text (layout, hit, &value))
        continue;

      found.first = value.first;
      found.last = value.last;
      if (!anc_person_name_trim (layout, &found.first, &found.last))
        continue;
      found.score = anc_values_rate_label (hit) * value.score;
      if (found.first == found.last)
        found.score *= 0.7;
      keep_better (best, &found);
    }
}

/* A name after `M.` or `Mme`, best above an address; not where the employer is such a person. */
static void
find_addressed_name (const AncSheets *sheets,
                     guint page,
                     const AncSlip *slip,
                     Found *best)
{
  const AncLayout *layout = sheets->pages[page];
  g_autoptr (GArray) blocks = anc_blocks_find (layout);

  for (guint b = 0; b < blocks->len; b++)
    {
      const AncBlock *block = &g_array_index (blocks, AncBlock, b);

      for (guint s = 0; s < block->n; s++)
        {
          const AncSpan *segment = anc_layout_get_segment (layout, block->segments[s]);
          Found found = { .page = page, .first = segment->first, .last = segment->first + segment->n - 1 };
          g_autofree char *text = NULL;

          if (!anc_blocks_has_civility (anc_layout_get_token (layout, segment->first)->folded) || segment->n < 2
              || !anc_person_name_trim (layout, &found.first, &found.last))
            continue;

          text = anc_layout_dup_text (layout, segment->first, found.last);
          if (slip->employer != NULL && strstr (text, slip->employer) != NULL)
            continue;
          found.score = 0.72 + (block->postcode > (int) s ? 0.2 : 0)
                        - (segment->box.y0 > HEAD * layout->height ? 0.3 : 0) - (sheets->household ? 0.3 : 0);
          keep_better (best, &found);
        }
    }
}

/* How many words of a text are written in capitals alone, and how many begin with one. */
static void
count_capitals (const AncLayout *layout,
                guint first,
                guint last,
                guint *capitals,
                guint *capitalized)
{
  *capitals = *capitalized = 0;
  for (guint i = first; i <= last; i++)
    {
      const char *text = anc_layout_get_token (layout, i)->text;
      g_autofree char *upper = g_utf8_strup (text, -1);

      if (strcmp (upper, text) == 0 && g_utf8_strlen (text, -1) > 1)
        ++*capitals;
      else if (g_unichar_isupper (g_utf8_get_char (text)))
        ++*capitalized;
    }
}

/* A name that nothing announces, as `12345 LAST First` in a strip at the head: of its words some are in
 * capitals and some are not, and none is that of a label or a firm. */
static void
find_bare_name (const AncLayout *layout,
                guint page,
                const AncSlip *slip,
                Found *best)
{
  for (guint s = 0; s < layout->segments->len; s++)
    {
      const AncSpan *segment = anc_layout_get_segment (layout, s);
      Found found = { .page = page, .first = segment->first, .last = segment->first + segment->n - 1, .score = BARE_NAME };
      g_autofree char *text = NULL;
      g_autofree char *folded = NULL;
      gboolean labelled = FALSE;
      guint last, capitals, capitalized;

      if (segment->box.y0 > HEAD * layout->height)
        return;
      while (found.first < found.last && anc_layout_get_token (layout, found.first)->is_number)
        found.first++;
      for (guint i = found.first; i <= found.last; i++)
        labelled |= anc_layout_find_hit (layout, i) != NULL;
      last = found.last;
      if (labelled || anc_blocks_is_street_line (layout, segment) || !anc_person_name_trim (layout, &found.first, &found.last)
          || found.last != last || found.last == found.first)
        continue;

      text = anc_layout_dup_text (layout, found.first, found.last);
      folded = anc_fold (text, -1);
      count_capitals (layout, found.first, found.last, &capitals, &capitalized);
      if (capitals == 0 || capitalized == 0 || capitals + capitalized > 4 || anc_blocks_has_legal_form (folded)
          || (slip->employer != NULL && strstr (slip->employer, text) != NULL))
        continue;
      keep_better (best, &found);
    }
}

/* ---- The employer --------------------------------------------------------------------------- */

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

/* Whether a line begins as the title of a paper does. */
static gboolean
names_paper (const char *folded)
{
  static const char *const papers[] = { "attestation", "avenant", "avis", "bulletin", "certificat", "contrat", "fiche" };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (strcmp (folded, papers[i]) == 0)
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
  const AncHit *hit = anc_layout_find_hit (layout, first);
  const AncSpan *segment = anc_layout_get_segment (layout, token->segment);

  if (count_letters (layout, first, last) < 2 || anc_layout_find_date (layout, first) != NULL || names_paper (token->folded))
    return FALSE;
  if (hit != NULL && hit->first == first && (hit->coverage > 0.7 || anc_layout_get_token (layout, hit->last)->colon || hit->label->field == ANC_FIELD_TITLE)
      && (hit->label->field != ANC_FIELD_EMPLOYER || hit->coverage >= 1))
    return FALSE;
  if (hit != NULL && hit->first == first && hit->prefix == 0 && announces_number (hit) && hit->last < last
      && anc_layout_get_token (layout, hit->last + 1)->is_number)
    return FALSE;
  if (last == segment->first + segment->n - 1 && first == segment->first && anc_blocks_is_postcode_line (layout, segment))
    return FALSE;
  /* A person's name, or a sentence about one; `H & M` is neither. */
  for (guint i = first; i <= last && !sheets->household; i++)
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
      const AncToken *token = anc_layout_get_token (layout, i);

      if (hit != NULL && hit->first == i
          && announces_number (hit)
          && (anc_layout_get_token (layout, hit->last)->colon || (hit->last < last && anc_layout_get_token (layout, hit->last + 1)->is_number)))
        return i - 1;
      if (token->is_number && strspn (token->text, "0123456789") == 5 && i < last
          && !anc_layout_get_token (layout, i + 1)->is_number)
        return i - 1;
      if (i < last && (strcmp (token->text, "-") == 0 || g_str_has_suffix (anc_layout_get_token (layout, i - 1)->text, ","))
          && anc_layout_get_token (layout, i + 1)->is_number)
        return i - 1;
    }

  return last;
}

static void
find_labelled_firm (const AncSheets *sheets,
                    guint page,
                    Found *best)
{
  const AncLayout *layout = sheets->pages[page];

  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      Found found = { .page = page };
      AncTextValue value;

      if (!announces_firm (layout, hit) || hit->prefix > 0 || !anc_values_find_text (layout, hit, &value))
        continue;
      /* A firm may bear the word itself: `Société Fictive`. */
      if (hit->coverage < 1 && !anc_layout_get_token (layout, hit->last)->colon && value.first == hit->last + 1
          && anc_layout_get_token (layout, value.first)->segment == hit->segment)
        continue;

      found.first = value.first;
      found.last = cut_firm (layout, value.first, value.last);
      if (!can_be_firm (sheets, layout, found.first, found.last))
        continue;
      found.score = anc_values_rate_label (hit) * value.score;
      if (anc_layout_get_token (layout, found.first)->box.y0 > HEAD * layout->height)
        found.score *= 0.6;
      if (found.score > best->score)
        {
          *best = found;
          find_next_line (layout, found.first, found.last, value.below, best);
        }
    }
}

/* How far the SIRET that was read stands from a block, in points. */
static double
measure_siret_distance (const AncLayout *layout,
                        const AncSlip *slip,
                        const AncBlock *block)
{
  const AncPlace *place = &slip->places[ANC_SLIP_SIRET];
  AncRect rect = place->rect;
  AncRect shown;
  double dx, dy;

  if (place->text == NULL || place->page != layout->page)
    return G_MAXDOUBLE;

  shown = anc_layout_get_rect (layout,
                               anc_layout_get_segment (layout, block->segments[0])->first,
                               anc_layout_get_segment (layout, block->segments[0])->first);
  for (guint i = 0; i < block->n; i++)
    {
      const AncSpan *segment = anc_layout_get_segment (layout, block->segments[i]);

      shown = anc_rect_union (shown, anc_layout_get_rect (layout, segment->first, segment->first + segment->n - 1));
    }
  dx = MAX (0, MAX (shown.x0 - rect.x1, rect.x0 - shown.x1));
  dy = MAX (0, MAX (shown.y0 - rect.y1, rect.y0 - shown.y1));
  return dx + dy;
}

/* The name at the head of an address: the lines before the street. */
static void
find_addressed_firm (const AncSheets *sheets,
                     guint page,
                     const AncSlip *slip,
                     Found *best)
{
  const AncLayout *layout = sheets->pages[page];
  g_autoptr (GArray) blocks = anc_blocks_find (layout);

  for (guint b = 0; b < blocks->len; b++)
    {
      const AncBlock *block = &g_array_index (blocks, AncBlock, b);
      double distance = measure_siret_distance (layout, slip, block);

      if (block->box.y0 > HEAD * layout->height)
        continue;

      for (guint s = 0; s < block->n; s++)
        {
          const AncSpan *segment = anc_layout_get_segment (layout, block->segments[s]);
          Found found = { .page = page, .first = segment->first, .last = segment->first + segment->n - 1 };
          g_autofree char *text = NULL;
          g_autofree char *folded = NULL;

          found.last = cut_firm (layout, found.first, found.last);
          if (!can_be_firm (sheets, layout, found.first, found.last) || anc_blocks_is_street_line (layout, segment))
            continue;

          text = anc_layout_dup_text (layout, found.first, found.last);
          folded = anc_fold (text, -1);
          found.score = 0.3 + (block->postcode > (int) s ? 0.2 : 0) + (distance < SIRET_REACH ? 0.25 : 0)
                        + (anc_blocks_has_legal_form (folded) ? 0.12 : 0) + (block->box.x0 < layout->width / 3 ? 0.05 : 0)
                        + (block->box.y0 < 0.15 * layout->height ? 0.05 : 0);
          if (block->n > s + 1 && find_next_line (layout, found.first, found.last, TRUE, &found))
            {
              /* Two lines of a name are set in the same letters; something else may follow it too. */
              if (count_letters (layout, found.first, found.last) < 18)
                found.next_first = 0;
            }
          keep_better (best, &found);
          break;
        }
    }
}

/* ---- The job -------------------------------------------------------------------------------- */

static guint
cut_job (const AncLayout *layout,
         guint first,
         guint last)
{
  for (guint i = first + 1; i <= last; i++)
    {
      const AncHit *hit = anc_layout_find_hit (layout, i);

      if (hit != NULL && hit->first == i && hit->label->field == ANC_FIELD_CLASSIFICATION && hit->last < last)
        return i - 1;
      if (*anc_layout_get_token (layout, i)->text == '(' && i + 1 <= last && g_ascii_isdigit (anc_layout_get_token (layout, i)->text[1]))
        return i - 1;
    }

  while (last > first && (strcmp (anc_layout_get_token (layout, last)->text, "-") == 0))
    last--;
  return last;
}

static void
find_job (const AncLayout *layout,
          guint page,
          Found *best)
{
  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      Found found = { .page = page };
      AncTextValue value;

      if (hit->label->field != ANC_FIELD_JOB || hit->prefix > 0 || !anc_values_find_text (layout, hit, &value))
        continue;

      found.first = value.first;
      found.last = cut_job (layout, value.first, value.last);
      if (count_letters (layout, found.first, found.last) < 3 || anc_layout_find_date (layout, found.first) != NULL
          || anc_layout_get_token (layout, found.first)->is_number)
        continue;
      found.score = hit->label->weight * (0.7 + 0.3 * MIN (1, hit->coverage)) * value.score;
      if (found.score > best->score)
        {
          *best = found;
          find_next_line (layout, found.first, found.last, value.below, best);
        }
    }
}

/**
 * anc_slip_read_people:
 * @sheets: the pages of a payslip
 * @slip: takes employer, employee and job; its SIRET has been read
 */
void
anc_slip_read_people (const AncSheets *sheets,
                      AncSlip *slip)
{
  Found employer = { 0 }, employee = { 0 }, job = { 0 };

  for (guint p = 0; p < sheets->n_pages; p++)
    {
      find_labelled_firm (sheets, p, &employer);
      if (p == 0)
        find_addressed_firm (sheets, p, slip, &employer);
    }
  if (employer.score > 0.3)
    tell (sheets, slip, ANC_SLIP_EMPLOYER, &employer, &slip->employer);

  for (guint p = 0; p < sheets->n_pages; p++)
    {
      find_labelled_name (sheets->pages[p], p, &employee);
      find_split_name (sheets->pages[p], p, &employee);
      find_addressed_name (sheets, p, slip, &employee);
      if (p == 0)
        find_bare_name (sheets->pages[p], p, slip, &employee);
      find_job (sheets->pages[p], p, &job);
    }
  if (employee.score > 0.3)
    tell (sheets, slip, ANC_SLIP_EMPLOYEE, &employee, &slip->employee);
  if (job.score > 0.3)
    tell (sheets, slip, ANC_SLIP_JOB, &job, &slip->job);
}
