/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-slip-reader-private.h"
#include "anc-values.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* How many months are weighed against each other. */
#define MAX_MONTHS 24

/* The longest time one slip is for, in days. */
#define MAX_DAYS 62

/* What the first and the last day of a month are worth side by side, with nothing that names them. */
#define BARE_MONTH 0.3

/* The head of a page, where the period stands, as a part of its height. */
#define HEAD 0.35

typedef struct
{
  AncMonth month;
  double score;
  double best;
  AncDate start; /* ANC_DATE_NONE where no days are told */
  AncDate end;
  guint page;
  guint first;
  guint last;
} Option;

typedef struct
{
  const AncSheets *sheets;
  Option options[MAX_MONTHS];
  guint n;
} Reader;

static void
add_option (Reader *reader,
            const Option *option)
{
  for (guint i = 0; i < reader->n; i++)
    {
      Option *other = &reader->options[i];

      if (other->month != option->month)
        continue;

      other->score = 1 - (1 - other->score) * (1 - option->score);
      if (option->start != ANC_DATE_NONE && (other->start == ANC_DATE_NONE || option->score > other->best))
        {
          other->start = option->start;
          other->end = option->end;
        }
      if (option->score > other->best)
        {
          other->best = option->score;
          other->page = option->page;
          other->first = option->first;
          other->last = option->last;
        }
      return;
    }

  if (reader->n < MAX_MONTHS)
    reader->options[reader->n++] = *option;
}

/* Whether a label has no other value between itself and a date on its row. */
static gboolean
is_next_to (const AncLayout *layout,
            const AncHit *hit,
            guint first)
{
  guint segment = anc_layout_get_token (layout, first)->segment;

  for (guint i = hit->last + 1; i < first; i++)
    if (anc_layout_get_token (layout, i)->segment != segment && anc_layout_find_date (layout, i) == NULL
        && !anc_label_word_is_empty (anc_layout_get_token (layout, i)->folded))
      return FALSE;

  return TRUE;
}

/* Whether a label speaks of time, so that it may mean a date further on in its row. */
static gboolean
speaks_of_time (const AncHit *hit)
{
  switch (hit->label->field)
    {
    case ANC_FIELD_PERIOD:
    case ANC_FIELD_PERIOD_START:
    case ANC_FIELD_PERIOD_END:
    case ANC_FIELD_PAYMENT_DATE:
    case ANC_FIELD_ENTRY_DATE:
    case ANC_FIELD_ABSENCE:
    case ANC_FIELD_PAID_ABSENCE:
    case ANC_FIELD_CUMUL:
    case ANC_FIELD_MONTH_ROW:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The label a date belongs to: the nearest before it on its row, or above it as a caption. */
static const AncHit *
find_label (const AncLayout *layout,
            guint first,
            AncRect box)
{
  const AncToken *token = anc_layout_get_token (layout, first);
  double em = anc_layout_get_row (layout, token->row)->em;
  const AncHit *beside = NULL, *above = NULL;

  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);

      if (hit->label->field == ANC_FIELD_TITLE)
        continue;
      if (hit->row == token->row && hit->last < first)
        beside = hit;
      else if (hit->row < token->row && box.y0 - hit->box.y1 < 2.5 * em && box.x0 - hit->box.x0 < 8 * em
               && box.x1 - hit->box.x0 > 0 && box.x0 - hit->box.x1 < em)
        above = hit;
    }
  if (beside != NULL && (above != NULL || !speaks_of_time (beside)) && !is_next_to (layout, beside, first))
    return above;
  if (beside != NULL
      && (anc_layout_get_token (layout, beside->last)->colon || beside->segment == token->segment || above == NULL
          || beside->label->field == ANC_FIELD_PERIOD))
    return beside;

  return above != NULL ? above : beside;
}

/* How much the label of a date makes of it a period, 0 to 1. */
static double
rate_label (const AncHit *hit)
{
  if (hit == NULL)
    return 0.45;

  switch (hit->label->field)
    {
    case ANC_FIELD_PERIOD:
    case ANC_FIELD_PERIOD_START:
    case ANC_FIELD_PERIOD_END:
      return hit->cumul ? 0.1 : 0.6 + 0.35 * hit->label->weight;
    case ANC_FIELD_MONTH_ROW:
      return 0.8;
    case ANC_FIELD_PAYMENT_DATE:
    case ANC_FIELD_ENTRY_DATE:
    case ANC_FIELD_CUMUL:
    case ANC_FIELD_ABSENCE:
    case ANC_FIELD_PAID_ABSENCE:
      return 0.08;
    case ANC_FIELD_OTHER:
    case ANC_FIELD_USER_COMPANY:
    case ANC_FIELD_CLASSIFICATION:
      return 0.2;
    default:
      return 0.4;
    }
}

static gboolean
is_near_title (const AncLayout *layout,
               AncRect box)
{
  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);

      if (hit->label->field == ANC_FIELD_TITLE && fabs (box.y0 - hit->box.y0) < 40)
        return TRUE;
    }

  return FALSE;
}

/* How much a place on the page makes of a date a period. */
static double
rate_place (const AncLayout *layout,
            AncRect box)
{
  double score = box.y0 < HEAD * layout->height ? 0.2 : 0;

  return is_near_title (layout, box) ? 0.3 : score;
}

/* Days without a month, beside one: `Mois de mars 2026 (du 1 au 30)`. */
static void
find_bare_days (const AncLayout *layout,
                Option *option)
{
  guint row = anc_layout_get_token (layout, option->last)->row;

  for (guint i = option->first; i + 3 < layout->tokens->len; i++)
    {
      const AncToken *from = anc_layout_get_token (layout, i);
      int start, end, year = anc_month_get_year (option->month), month = anc_month_get_number (option->month);

      if (from->row > row + 1)
        return;
      if (strcmp (from->folded, "du") != 0 || strcmp (anc_layout_get_token (layout, i + 2)->folded, "au") != 0)
        continue;

      start = atoi (anc_layout_get_token (layout, i + 1)->folded);
      end = atoi (anc_layout_get_token (layout, i + 3)->folded);
      if (end >= start && anc_french_date_make (year, month, start, &option->start)
          && anc_french_date_make (year, month, end, &option->end))
        return;
      option->start = option->end = ANC_DATE_NONE;
    }
}

static void
add_month (Reader *reader,
           guint page,
           const AncDateHit *date)
{
  const AncLayout *layout = reader->sheets->pages[page];
  const AncHit *label = find_label (layout, date->first, date->box);
  Option option = { .month = date->month, .start = ANC_DATE_NONE, .end = ANC_DATE_NONE, .page = page };

  option.first = date->first;
  option.last = date->last;
  option.score = option.best = CLAMP (rate_label (label) + (label == NULL || rate_label (label) > 0.3 ? rate_place (layout, date->box) : 0), 0, 0.97);
  find_bare_days (layout, &option);
  add_option (reader, &option);
}

/* The month a span of days is for: the one it fills, or the one it ends in. */
static AncMonth
choose_month (AncDate start,
              AncDate end)
{
  AncMonth first = anc_date_get_month (start), last = anc_date_get_month (end);

  if (first == last || anc_month_get_last_day (first) - start < end - anc_month_get_first_day (last))
    return last;

  return first;
}

static void
add_span (Reader *reader,
          guint page,
          const AncDateHit *from,
          const AncDateHit *to,
          double score)
{
  const AncLayout *layout = reader->sheets->pages[page];
  Option option = { .start = from->date, .end = to->date, .page = page, .first = from->first, .last = to->last };

  if (to->date < from->date || to->date - from->date > MAX_DAYS)
    return;

  option.month = choose_month (from->date, to->date);
  if (from->date == anc_month_get_first_day (option.month) && to->date == anc_month_get_last_day (option.month))
    score += 0.2;
  if (to->row != from->row || option.last < option.first)
    option.last = from->last;
  option.score = option.best = CLAMP (score + rate_place (layout, from->box), 0, 0.98);
  add_option (reader, &option);
}

/* Whether only `au`, `-` or the like stands between two dates. */
static gboolean
are_joined (const AncLayout *layout,
            const AncHit *label,
            const AncDateHit *from,
            const AncDateHit *to)
{
  if (from->row != to->row || to->first <= from->last || to->first - from->last > 3)
    return FALSE;
  /* Dates of two cells stand side by side too, unless the label of a period goes before both. */
  if (to->first == from->last + 1
      && (label == NULL || label->row != from->row || label->label->field != ANC_FIELD_PERIOD))
    return FALSE;

  for (guint i = from->last + 1; i < to->first; i++)
    {
      const char *folded = anc_layout_get_token (layout, i)->folded;

      if (*folded != '\0' && strcmp (folded, "au") != 0 && strcmp (folded, "a") != 0 && strcmp (folded, "fin") != 0)
        return FALSE;
    }

  return TRUE;
}

/* Whether two days that stand side by side, in cells whose captions nobody could read, are the first and the
 * last of one month. */
static gboolean
fill_month (const AncHit *label,
            const AncDateHit *from,
            const AncDateHit *to)
{
  AncMonth month = anc_date_get_month (from->date);

  return (label == NULL || label->label->field != ANC_FIELD_ENTRY_DATE) && from->row == to->row
         && from->date == anc_month_get_first_day (month) && to->date == anc_month_get_last_day (month);
}

/* `du 1er mars au 31 mars 2026`: the day at token @index - 1 has a month of its own. */
static gboolean
read_named_start (const AncLayout *layout,
                  guint index,
                  int *month,
                  int *day)
{
  char *rest;

  *month = anc_french_month_number (anc_layout_get_token (layout, index)->folded, layout->from_ocr);
  if (*month == 0 || index == 0)
    return FALSE;

  *day = (int) strtol (anc_layout_get_token (layout, index - 1)->folded, &rest, 10);
  return *day > 0 && (*rest == '\0' || strcmp (rest, "er") == 0);
}

/* The first day of a span whose year, or month and year, are told only at its end: `du 1 au 31 mars 2026`,
 * `du 01/03 au 31/03/2026`, `du 1er mars au 31 mars 2026`. */
static gboolean
find_short_start (const AncLayout *layout,
                  const AncDateHit *end,
                  AncDateHit *start)
{
  int year, month, day, other;
  const char *text;
  char *rest;

  if (end->first < 2 || strcmp (anc_layout_get_token (layout, end->first - 1)->folded, "au") != 0)
    return FALSE;

  text = anc_layout_get_token (layout, end->first - 2)->text;
  anc_date_get_ymd (end->date, &year, &month, NULL);
  *start = *end;
  start->first = start->last = end->first - 2;
  if (read_named_start (layout, end->first - 2, &other, &day))
    return anc_french_date_make (year - (other > month), other, day, &start->date);

  day = (int) strtol (text, &rest, 10);
  if (rest == text)
    return FALSE;
  if (*rest == '/' || *rest == '.')
    {
      other = atoi (rest + 1);
      year -= other > month;
      month = other;
    }
  else if (*rest != '\0' && strcmp (rest, "er") != 0)
    return FALSE;

  return anc_french_date_make (year, month, day, &start->date);
}

/* A day whose label says it begins the period, with the one that ends it. */
static const AncDateHit *
find_end (const AncLayout *layout,
          guint after)
{
  const AncDateHit *start = &g_array_index (layout->dates, AncDateHit, after);

  for (guint i = 0; i < layout->dates->len; i++)
    {
      const AncDateHit *date = &g_array_index (layout->dates, AncDateHit, i);
      const AncHit *label;

      if (i == after || date->date == ANC_DATE_NONE || date->date < start->date || date->date - start->date > MAX_DAYS)
        continue;
      label = find_label (layout, date->first, date->box);
      if (label != NULL && label->label->field == ANC_FIELD_PERIOD_END)
        return date;
      /* `au` may stand before it on a row that has no other label. */
      if (date->first > 0 && strcmp (anc_layout_get_token (layout, date->first - 1)->folded, "au") == 0
          && date->row <= start->row + 1 && date->row >= start->row)
        return date;
    }

  return NULL;
}

/* `janv.-25`, in one word. */
static gboolean
read_joined_month (const AncToken *token,
                   gboolean lenient,
                   AncMonth *month)
{
  g_auto (GStrv) words = g_strsplit (token->folded, " ", -1);
  int number, year;

  if (g_strv_length (words) != 2 || strlen (words[1]) != 2 || !anc_french_year_parse (words[1], &year))
    return FALSE;

  number = anc_french_month_number (words[0], lenient);
  if (number == 0)
    return FALSE;

  *month = anc_month_new (year, number);
  return TRUE;
}

/* What follows a label as a month although its year has two digits: `03/25`, `mars 25`, `mars-25`. */
static gboolean
read_short_month (const AncLayout *layout,
                  guint first,
                  guint last,
                  AncDateHit *date)
{
  const AncToken *token = anc_layout_get_token (layout, first);
  const AncToken *next = last > first ? anc_layout_get_token (layout, first + 1) : NULL;
  int number, year;

  *date = (AncDateHit){ .first = first, .last = first, .row = token->row, .date = ANC_DATE_NONE };
  if (anc_french_short_month_parse (token->text, &date->month) || read_joined_month (token, layout->from_ocr, &date->month))
    return TRUE;

  number = anc_french_month_number (token->folded, layout->from_ocr);
  if (number == 0 || next == NULL || strlen (next->folded) != 2 || !anc_french_year_parse (next->folded, &year))
    return FALSE;

  date->last = first + 1;
  date->month = anc_month_new (year, number);
  return TRUE;
}

static void
find_short_months (Reader *reader,
                   guint page)
{
  const AncLayout *layout = reader->sheets->pages[page];

  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      AncTextValue value;
      AncDateHit date;

      if (hit->label->field != ANC_FIELD_PERIOD || hit->cumul || !anc_values_find_text (layout, hit, &value)
          || anc_layout_find_date (layout, value.first) != NULL
          || !read_short_month (layout, value.first, value.last, &date))
        continue;

      date.box = anc_layout_get_box (layout, date.first, date.last);
      add_month (reader, page, &date);
    }
}

static void
read_page (Reader *reader,
           guint page)
{
  const AncLayout *layout = reader->sheets->pages[page];

  for (guint i = 0; i < layout->dates->len; i++)
    {
      const AncDateHit *date = &g_array_index (layout->dates, AncDateHit, i);
      const AncDateHit *next = i + 1 < layout->dates->len ? &g_array_index (layout->dates, AncDateHit, i + 1) : NULL;
      const AncHit *label = find_label (layout, date->first, date->box);
      AncField field = label != NULL ? label->label->field : ANC_FIELD_NONE;
      AncDateHit start;

      if (date->date == ANC_DATE_NONE)
        add_month (reader, page, date);
      else if (next != NULL && next->date != ANC_DATE_NONE && are_joined (layout, label, date, next))
        {
          add_span (reader, page, date, next, rate_label (label) * (label == NULL ? 1 : 0.9));
          i++;
        }
      else if (find_short_start (layout, date, &start))
        add_span (reader, page, &start, date, rate_label (label) * (label == NULL ? 1 : 0.9));
      else if (field == ANC_FIELD_PERIOD_START || field == ANC_FIELD_PERIOD)
        {
          const AncDateHit *end = find_end (layout, i);

          if (end != NULL)
            add_span (reader, page, date, end, rate_label (label) * 0.85);
          else if (next != NULL && next->date != ANC_DATE_NONE && fill_month (label, date, next))
            add_span (reader, page, date, next, rate_label (label) * 0.7);
        }
      else if (next != NULL && next->date != ANC_DATE_NONE && fill_month (label, date, next))
        add_span (reader, page, date, next, BARE_MONTH);
    }
}

/* Payment follows the work: on its last days, or in the month after. Weak, where nothing else is told. */
static void
add_payment (Reader *reader,
             guint page)
{
  const AncLayout *layout = reader->sheets->pages[page];

  for (guint i = 0; i < layout->dates->len; i++)
    {
      const AncDateHit *date = &g_array_index (layout->dates, AncDateHit, i);
      const AncHit *label = find_label (layout, date->first, date->box);

      if (date->date == ANC_DATE_NONE || label == NULL || label->label->field != ANC_FIELD_PAYMENT_DATE)
        continue;

      for (guint o = 0; o < reader->n; o++)
        if (date->month == reader->options[o].month || date->month == reader->options[o].month + 1)
          reader->options[o].score = 1 - (1 - reader->options[o].score) * 0.8;
    }
}

/**
 * anc_slip_read_period:
 * @sheets: the pages of a payslip
 * @slip: takes the month and the days it is for
 */
void
anc_slip_read_period (const AncSheets *sheets,
                      AncSlip *slip)
{
  Reader reader = { .sheets = sheets };
  const Option *best = NULL;
  double second = 0, confidence;

  for (guint p = 0; p < sheets->n_pages; p++)
    {
      read_page (&reader, p);
      find_short_months (&reader, p);
    }
  for (guint p = 0; p < sheets->n_pages; p++)
    add_payment (&reader, p);

  for (guint i = 0; i < reader.n; i++)
    if (best == NULL || reader.options[i].score > best->score)
      best = &reader.options[i];
  if (best == NULL || best->best < 0.25)
    return;
  for (guint i = 0; i < reader.n; i++)
    if (&reader.options[i] != best)
      second = MAX (second, reader.options[i].score);

  slip->period = best->month;
  slip->start = best->start != ANC_DATE_NONE ? best->start : anc_month_get_first_day (best->month);
  slip->end = best->end != ANC_DATE_NONE ? best->end : anc_month_get_last_day (best->month);
  confidence = best->score >= 0.9 && best->score - second > 0.2 ? 0.97 : best->score - second > 0.1 ? 0.85 * best->score + 0.05
                                                                                                    : 0.5 * best->score;
  anc_slip_set_place (slip,
                      ANC_SLIP_PERIOD,
                      sheets->pages[best->page],
                      best->first,
                      best->last,
                      best->start != ANC_DATE_NONE ? confidence
                                                   : anc_slip_weigh (sheets->pages[best->page], best->first, best->last, confidence));
}
