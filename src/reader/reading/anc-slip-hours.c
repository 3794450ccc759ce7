/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-blocks.h"
#include "anc-slip-reader-private.h"
#include "anc-values.h"

#include <math.h>
#include <string.h>

/* Nobody is paid more hours in a month. */
#define MAX_HOURS (400 * ANC_AMOUNT_UNIT)

/* Hours that differ by less are the same, in millionths. */
#define SAME_HOURS (ANC_AMOUNT_UNIT / 50)

/* Base pay is for so many hours. */
#define MIN_BASE_HOURS (5 * ANC_AMOUNT_UNIT)
#define MAX_BASE_HOURS (260 * ANC_AMOUNT_UNIT)

/* How sure the sum of the lines is: with base pay that no label names, with base pay of no rate, and otherwise. */
#define SUM_UNNAMED 0.75
#define SUM_LOOSE 0.7
#define SUM_SURE 0.95

/* Lines of a table follow each other at less than this, in heights of the font. */
#define COLUMN_STEP 1.0

/* An hour costs between these, in euros. */
#define MIN_RATE 2.0
#define MAX_RATE 250.0

/* Overtime is paid at least so much of an hour's pay; less is the extra alone, for hours told elsewhere. */
#define MIN_OVERTIME_SHARE 0.9

/* An annual scheme counts between these, in days. */
#define MIN_SCHEME_DAYS 50
#define MAX_SCHEME_DAYS 235

/* A line of the slip that is about time: how much of it, at what rate, for what amount. */
typedef struct
{
  guint page;
  guint token; /* the quantity */
  AncField field;
  AncAmount quantity;
  double rate;      /* euros; 0 where none is told */
  AncAmount amount; /* without sign; ANC_AMOUNT_NONE where none is told */
  gboolean multiplies;
  gboolean unnamed; /* whether no label says that it is the base pay */
} Line;

typedef struct
{
  const AncSheets *sheets;
  AncAmount gross;
  GArray *lines; /* of Line */
} Reader;

/* A number of hours read from one place. */
typedef struct
{
  AncAmount hours;
  double score;
  guint page;
  guint token;
} Told;

static gboolean
can_be_hours (const AncToken *token)
{
  return token->is_number && token->number.decimals <= 2 && token->number.value > 0
         && token->number.value <= MAX_HOURS && token->number.unit != ANC_UNIT_EURO
         && token->number.unit != ANC_UNIT_PERCENT;
}

static double
to_euros (const AncToken *token)
{
  return fabs ((double) token->number.value) / ANC_AMOUNT_UNIT;
}

/* What a row is about: its first label that speaks of time, from the left; no part of the name of a town. */
static const AncHit *
find_row_label (const AncLayout *layout,
                guint row)
{
  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);

      if (hit->row != row || hit->cumul || anc_blocks_is_postcode_line (layout, anc_layout_get_segment (layout, hit->segment)))
        continue;
      switch (hit->label->field)
        {
        case ANC_FIELD_BASE_PAY:
        case ANC_FIELD_OVERTIME:
        case ANC_FIELD_ABSENCE:
        case ANC_FIELD_PAID_ABSENCE:
        case ANC_FIELD_MAINTAINED:
        case ANC_FIELD_PREMIUM:
          return hit;
        default:
          break;
        }
    }

  return NULL;
}

/* Whether a label says itself that it counts hours. */
static gboolean
names_hours (const AncHit *hit)
{
  for (guint i = 0; hit != NULL && i < hit->label->n_words; i++)
    if (g_str_has_prefix (hit->label->words[i], "heure") || strcmp (hit->label->words[i], "h") == 0)
      return TRUE;

  return FALSE;
}

/* Whether a row begins as a line of hours does, of whatever kind: `Heures site Tour Babel`. */
static gboolean
begins_with_hours (const AncLayout *layout,
                   guint row)
{
  const AncSpan *span = anc_layout_get_row (layout, row);
  const AncSpan *end = anc_layout_get_segment (layout, span->first + span->n - 1);

  for (guint i = anc_layout_get_segment (layout, span->first)->first; i < end->first + end->n; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);

      /* A code may stand before it. */
      if (!token->is_number)
        return g_str_has_prefix (token->folded, "heure") || strcmp (token->folded, "hres") == 0;
    }

  return FALSE;
}

/* The other ways to read a quantity, where only they give the amount: `151H30` may be hundredths, and OCR
 * loses commas, so that `15167` hours are 151.67. */
static gboolean
multiplies_otherwise (const AncLayout *layout,
                      const AncToken *quantity,
                      const AncToken *rate,
                      const AncToken *amount,
                      AncAmount *hours)
{
  AncToken restored = *quantity;

  if (quantity->number.other != ANC_AMOUNT_NONE)
    {
      restored.number.value = quantity->number.other;
      *hours = ABS (restored.number.value);
      return anc_values_multiply (&restored, rate, amount);
    }
  if (!layout->from_ocr || quantity->number.decimals > 0 || ABS (quantity->number.value) < 100 * ANC_AMOUNT_UNIT)
    return FALSE;

  restored.number.value /= 100;
  *hours = ABS (restored.number.value);
  return anc_values_multiply (&restored, rate, amount);
}

/* The first three numbers of a row, from @first on, that multiply; or a quantity and an amount. */
static gboolean
read_line (const AncLayout *layout,
           const AncHit *hit,
           guint first,
           guint end,
           Line *line)
{
  guint numbers[8];
  guint n = 0;

  for (guint i = first; i < end && n < G_N_ELEMENTS (numbers); i++)
    if (anc_layout_get_token (layout, i)->is_number && anc_layout_get_token (layout, i)->number.unit != ANC_UNIT_PERCENT
        && anc_layout_find_date (layout, i) == NULL)
      numbers[n++] = i;

  for (guint i = 0; i + 2 < n; i++)
    {
      const AncToken *quantity = anc_layout_get_token (layout, numbers[i]);
      const AncToken *rate = anc_layout_get_token (layout, numbers[i + 1]);
      const AncToken *amount = anc_layout_get_token (layout, numbers[i + 2]);
      double share = to_euros (rate);
      AncAmount hours = ABS (quantity->number.value);

      if (amount->number.decimals != 2 || share < MIN_RATE || share > MAX_RATE
          || !(anc_values_multiply (quantity, rate, amount)
               || multiplies_otherwise (layout, quantity, rate, amount, &hours))
          || hours > MAX_HOURS)
        continue;

      line->token = numbers[i];
      line->quantity = hours;
      line->rate = share;
      line->amount = ABS (amount->number.value);
      line->multiplies = TRUE;
      return TRUE;
    }

  for (guint i = 0; i < n; i++)
    {
      const AncToken *quantity = anc_layout_get_token (layout, numbers[i]);
      const AncToken *amount = i + 1 < n ? anc_layout_get_token (layout, numbers[n - 1]) : NULL;

      if (ABS (quantity->number.value) > MAX_HOURS || quantity->number.decimals > 2
          || quantity->number.unit == ANC_UNIT_EURO)
        continue;
      if (amount == NULL && quantity->number.unit != ANC_UNIT_HOURS && !names_hours (hit))
        continue;

      line->token = numbers[i];
      line->quantity = ABS (quantity->number.value);
      line->amount = amount != NULL ? ABS (amount->number.value) : ANC_AMOUNT_NONE;
      return TRUE;
    }

  return FALSE;
}

static void
collect_lines (Reader *reader)
{
  for (guint p = 0; p < reader->sheets->n_pages; p++)
    {
      const AncLayout *layout = reader->sheets->pages[p];

      for (guint r = 0; r < layout->rows->len; r++)
        {
          const AncSpan *row = anc_layout_get_row (layout, r);
          const AncSpan *last = anc_layout_get_segment (layout, row->first + row->n - 1);
          const AncHit *hit = find_row_label (layout, r);
          guint first = hit != NULL ? hit->last + 1 : anc_layout_get_segment (layout, row->first)->first;
          Line line = { .page = p, .field = hit != NULL ? hit->label->field : ANC_FIELD_NONE, .amount = ANC_AMOUNT_NONE };

          if (!read_line (layout, hit, first, last->first + last->n, &line) || (hit == NULL && !line.multiplies))
            continue;
          if (hit == NULL && begins_with_hours (layout, r))
            line.field = ANC_FIELD_OVERTIME;
          g_array_append_val (reader->lines, line);
        }
    }
}

/* Whether a number is the quantity of a line already. */
static gboolean
is_counted (const Reader *reader,
            guint page,
            guint token)
{
  for (guint i = 0; i < reader->lines->len; i++)
    if (g_array_index (reader->lines, Line, i).page == page && g_array_index (reader->lines, Line, i).token == token)
      return TRUE;

  return FALSE;
}

/* Hours that stand below their name, in a cell of their own. */
static void
collect_cells (Reader *reader)
{
  for (guint p = 0; p < reader->sheets->n_pages; p++)
    {
      const AncLayout *layout = reader->sheets->pages[p];

      for (guint i = 0; i < layout->hits->len; i++)
        {
          const AncHit *hit = anc_layout_get_hit (layout, i);
          g_autoptr (GArray) values = NULL;

          if ((hit->label->field != ANC_FIELD_BASE_PAY && hit->label->field != ANC_FIELD_OVERTIME) || !names_hours (hit)
              || hit->cumul || hit->coverage < 1)
            continue;

          values = anc_values_list_numbers (layout, hit);
          if (values->len == 1 && g_array_index (values, AncNumberValue, 0).below)
            {
              guint token = g_array_index (values, AncNumberValue, 0).token;
              Line line = { .page = p, .token = token, .field = hit->label->field, .amount = ANC_AMOUNT_NONE };

              if (can_be_hours (anc_layout_get_token (layout, token)) && !is_counted (reader, p, token))
                {
                  line.quantity = anc_layout_get_token (layout, token)->number.value;
                  g_array_append_val (reader->lines, line);
                }
            }
        }
    }
}

/* Where no label names the base pay it is the line of hours times rate that makes up most of the gross, or
 * the largest of those that begin with `heures`. */
static void
name_base (Reader *reader)
{
  Line *base = NULL;

  for (guint i = 0; i < reader->lines->len; i++)
    {
      Line *line = &g_array_index (reader->lines, Line, i);

      if (line->field == ANC_FIELD_BASE_PAY && line->quantity > 0)
        return;
      if (!line->multiplies || line->quantity < MIN_BASE_HOURS || line->quantity > MAX_BASE_HOURS
          || reader->gross == ANC_AMOUNT_NONE || line->amount > reader->gross + ANC_AMOUNT_UNIT)
        continue;
      if ((line->field == ANC_FIELD_OVERTIME || (line->field == ANC_FIELD_NONE && line->amount >= reader->gross / 2))
          && (base == NULL || line->amount > base->amount))
        base = line;
    }

  if (base != NULL)
    {
      base->field = ANC_FIELD_BASE_PAY;
      base->unnamed = TRUE;
    }
}

/* An hour's pay: the rate of the base line. */
static double
find_base_rate (const Reader *reader)
{
  double rate = 0;
  AncAmount largest = 0;

  for (guint i = 0; i < reader->lines->len; i++)
    {
      const Line *line = &g_array_index (reader->lines, Line, i);

      if (line->field == ANC_FIELD_BASE_PAY && line->multiplies && line->amount > largest)
        {
          largest = line->amount;
          rate = line->rate;
        }
    }

  return rate;
}

static gboolean
counts_as_overtime (const Line *line,
                    double base_rate)
{
  if (line->field != ANC_FIELD_OVERTIME)
    return FALSE;

  return line->rate == 0 ? line->amount != ANC_AMOUNT_NONE || base_rate == 0
                         : base_rate == 0 || line->rate >= MIN_OVERTIME_SHARE * base_rate;
}

/* Hours of an absence, even where it is told in days. */
static AncAmount
measure_absence (const Line *line,
                 double base_rate)
{
  if (line->rate > 0 && base_rate > 0 && line->rate > 2 * base_rate)
    return (AncAmount) (line->amount / base_rate);

  return line->quantity;
}

/* Whether an absence of so many hours is paid all the same, by a line of its own. */
static gboolean
is_maintained (const Reader *reader,
               const Line *absence)
{
  for (guint i = 0; i < reader->lines->len; i++)
    {
      const Line *line = &g_array_index (reader->lines, Line, i);

      if (line->field == ANC_FIELD_MAINTAINED && ABS (line->quantity - absence->quantity) <= SAME_HOURS)
        return TRUE;
    }

  return FALSE;
}

/* Base plus overtime less absences, from the lines of the slip. */
static gboolean
add_up (const Reader *reader,
        Told *told,
        AncAmount *base)
{
  double base_rate = find_base_rate (reader);
  gboolean found = FALSE;

  *told = (Told){ .score = SUM_LOOSE };
  *base = 0;
  for (guint i = 0; i < reader->lines->len; i++)
    {
      const Line *line = &g_array_index (reader->lines, Line, i);

      if (line->field == ANC_FIELD_BASE_PAY && line->quantity > 0)
        {
          if (!found)
            {
              told->page = line->page;
              told->token = line->token;
            }
          found = TRUE;
          *base += line->quantity;
          if (line->multiplies || line->amount == ANC_AMOUNT_NONE)
            told->score = line->unnamed ? SUM_UNNAMED : SUM_SURE;
        }
      else if (counts_as_overtime (line, base_rate))
        told->hours += line->quantity;
      else if (line->field == ANC_FIELD_ABSENCE && !is_maintained (reader, line))
        told->hours -= measure_absence (line, base_rate);
    }
  told->hours += *base;

  return found && told->hours > 0 && told->hours <= MAX_HOURS;
}

/* Whether a number below its caption is the first of several there, each a line's, and none of them what they come to. */
static gboolean
begins_column (const AncLayout *layout,
               guint token)
{
  const AncToken *number = anc_layout_get_token (layout, token);

  for (guint i = anc_layout_get_row_end (layout, number->row); i < layout->tokens->len; i++)
    {
      const AncToken *other = anc_layout_get_token (layout, i);
      const AncHit *hit = anc_layout_find_hit (layout, i);

      if (other->box.y0 - number->box.y1 > COLUMN_STEP * number->size || (hit != NULL && hit->label->field == ANC_FIELD_CUMUL))
        return FALSE;
      if (can_be_hours (other) && other->number.decimals == number->number.decimals
          && anc_rect_overlap_x (number->box, other->box) > 0)
        return TRUE;
    }

  return FALSE;
}

/* The best number beside or below the labels of a kind. */
static gboolean
find_told (const Reader *reader,
           AncField field,
           Told *told)
{
  told->score = 0;
  for (guint p = 0; p < reader->sheets->n_pages; p++)
    {
      const AncLayout *layout = reader->sheets->pages[p];

      for (guint i = 0; i < layout->hits->len; i++)
        {
          const AncHit *hit = anc_layout_get_hit (layout, i);
          g_autoptr (GArray) values = NULL;

          if (hit->label->field != field)
            continue;

          values = anc_values_list_numbers (layout, hit);
          for (guint v = 0; v < values->len; v++)
            {
              const AncNumberValue *value = &g_array_index (values, AncNumberValue, v);
              const AncToken *token = anc_layout_get_token (layout, value->token);
              AncField column = anc_values_get_column (layout, value->token);
              double score = anc_values_rate_label (hit) * value->score;

              if (!can_be_hours (token) || column == ANC_FIELD_CUMUL)
                continue;
              if (column == ANC_FIELD_COL_BASE)
                score = MIN (1, score * 2); /* that is where hours stand */
              if (token->number.unit == ANC_UNIT_HOURS)
                score = MIN (1, score * 1.1);
              if (value->below && begins_column (layout, value->token))
                score *= 0.5;
              if (score > told->score)
                *told = (Told){ .hours = token->number.value, .score = score, .page = p, .token = value->token };
            }
        }
    }

  return told->score > 0.25;
}

/* Whether the pay is for days: a scheme is named, with its number of days or by its full name. */
static gboolean
is_day_scheme (const AncSheets *sheets)
{
  for (guint p = 0; p < sheets->n_pages; p++)
    {
      const AncLayout *layout = sheets->pages[p];

      for (guint i = 0; i + 1 < layout->tokens->len; i++)
        {
          const AncToken *token = anc_layout_get_token (layout, i), *next = anc_layout_get_token (layout, i + 1);
          AncAmount days = token->is_number ? token->number.value / ANC_AMOUNT_UNIT : 0;

          if (days >= MIN_SCHEME_DAYS && days <= MAX_SCHEME_DAYS && next->row == token->row
              && token->number.decimals <= 2
              && (strcmp (next->folded, "jours") == 0 || g_str_has_prefix (next->folded, "jours an")
                  || strcmp (next->folded, "j an") == 0))
            return TRUE;
        }
      for (guint i = 0; i < layout->hits->len; i++)
        if (anc_layout_get_hit (layout, i)->label->field == ANC_FIELD_DAYS
            && anc_layout_get_hit (layout, i)->label->n_words >= 2 && !anc_layout_get_hit (layout, i)->cumul)
          return TRUE;
    }

  return FALSE;
}

static void
tell (const AncSheets *sheets,
      AncSlip *slip,
      const Told *told,
      AncAmount hours,
      double confidence,
      gboolean proven)
{
  const AncLayout *layout = sheets->pages[told->page];

  slip->hours = hours;
  anc_slip_set_place (slip,
                      ANC_SLIP_HOURS,
                      layout,
                      told->token,
                      told->token,
                      proven ? confidence : anc_slip_weigh (layout, told->token, told->token, confidence));
}

/* A number that may have been meant otherwise (`151H30`) is what the lines add up to. */
static AncAmount
settle (const AncSheets *sheets,
        const Told *told,
        AncAmount other)
{
  const AncNumber *number = &anc_layout_get_token (sheets->pages[told->page], told->token)->number;

  return number->other != ANC_AMOUNT_NONE && ABS (number->other - other) <= SAME_HOURS ? number->other : told->hours;
}

/**
 * anc_slip_read_hours:
 * @sheets: the pages of a payslip
 * @slip: takes the hours paid; its gross pay has been read
 *
 * Hours are told as a total, or follow from the lines: base plus overtime less absences that are not
 * paid. Where both are there and agree, they are sure.
 */
void
anc_slip_read_hours (const AncSheets *sheets,
                     AncSlip *slip)
{
  Reader reader = { .sheets = sheets, .gross = slip->gross };
  Told total = { 0 }, month = { 0 }, sum = { 0 };
  gboolean has_total, has_month, has_sum;
  AncAmount base;

  reader.lines = g_array_new (FALSE, FALSE, sizeof (Line));
  collect_lines (&reader);
  collect_cells (&reader);
  name_base (&reader);
  has_sum = add_up (&reader, &sum, &base);
  has_total = find_told (&reader, ANC_FIELD_HOURS, &total);
  has_month = find_told (&reader, ANC_FIELD_HOURS_MONTH, &month);
  if (has_sum && has_month && ABS (month.hours - base) <= SAME_HOURS)
    sum.score = SUM_SURE;

  if (is_day_scheme (sheets) && !(has_sum && sum.score > 0.9 && base > 0 && find_base_rate (&reader) > 0))
    {
      has_total = FALSE;
      has_sum = FALSE;
    }
  else if (!has_sum && !has_total && has_month)
    tell (sheets, slip, &month, month.hours, 0.75, FALSE);

  if (has_sum && has_total)
    {
      total.hours = settle (sheets, &total, sum.hours);
      if (ABS (total.hours - sum.hours) <= SAME_HOURS)
        tell (sheets, slip, &total, total.hours, 0.985, TRUE);
      else if (sum.score <= SUM_UNNAMED || (total.score >= 0.85 && !(ABS (total.hours - base) <= SAME_HOURS && sum.score > 0.9)))
        tell (sheets, slip, &total, total.hours, 0.8, FALSE);
      else
        tell (sheets, slip, &sum, sum.hours, sum.score > 0.9 ? 0.85 : 0.6, FALSE);
    }
  else if (has_sum)
    tell (sheets, slip, &sum, sum.hours, sum.score > 0.9 ? 0.95 : 0.7, sum.score > 0.9);
  else if (has_total)
    tell (sheets, slip, &total, total.hours, total.score >= 0.85 ? 0.92 : 0.6 * total.score + 0.2, FALSE);

  g_array_unref (reader.lines);
}
