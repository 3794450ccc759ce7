/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-slip-reader-private.h"
#include "anc-values.h"

#include <math.h>

/* How many readings of each amount are weighed against each other. */
#define MAX_OPTIONS 6

/* Readings below this are not worth weighing, nor telling. */
#define MIN_SCORE 0.12
#define MIN_TOLD 0.25

/* Amounts that differ by less are the same, in millionths: half a cent. */
#define SAME (ANC_AMOUNT_UNIT / 200)

/* How much is left of a reading whose comma had to be put back. */
#define RESTORED 0.6

/* How often an amount stands on a slip when it is the base of its contributions. */
#define MANY_TIMES 3

/* What the base of the tax is worth as net taxable pay, and a rate of tax that nobody has. */
#define TAX_BASE 0.5
#define MAX_TAX_RATE 0.6

/* What is paid of gross pay is between these shares of it; others speak of a number that was misread. */
#define LEAST_SHARE 0.2
#define MOST_SHARE 1.3

typedef enum
{
  AMOUNT_GROSS,
  AMOUNT_BEFORE_TAX,
  AMOUNT_NET,
  AMOUNT_TAX,
  AMOUNT_TAXABLE,
  AMOUNT_SOCIAL,
  AMOUNT_CONTRIBUTIONS,
  AMOUNT_ADVANCE,
  AMOUNT_COST,
  N_AMOUNTS,
  AMOUNT_NONE = N_AMOUNTS, /* what other labels announce */
} Amount;

/* A number that a label may announce. */
typedef struct
{
  Amount amount;
  guint page; /* index among the sheets */
  guint token;
  AncAmount value;
  double score; /* how likely it does, 0 to 1 */
  double place; /* how well it stands by the label, whatever the label means, 0 to 1 */
} Candidate;

/* One reading of an amount: a value, and the best of the places it stands at. */
typedef struct
{
  AncAmount value;
  double score;
  double best;
  guint page; /* index among the sheets */
  guint token;
} Option;

typedef struct
{
  Option options[MAX_OPTIONS];
  guint n;
} Options;

typedef struct
{
  const AncSheets *sheets;
  GArray *amounts; /* of AncAmount: the money on the pages */
  Options options[N_AMOUNTS];
} Reader;

/* A choice of one reading, or none (-1), for each of the amounts that depend on each other. */
typedef struct
{
  int gross;
  int before_tax;
  int net;
  int tax;
  double score;
  gboolean balanced; /* net = before tax − tax − advances */
  gboolean derived;  /* before tax = gross − contributions */
} Choice;

static Amount
find_amount (AncField field)
{
  static const struct
  {
    AncField field;
    Amount amount;
  } amounts[] = {
    { ANC_FIELD_GROSS, AMOUNT_GROSS },
    { ANC_FIELD_NET_BEFORE_TAX, AMOUNT_BEFORE_TAX },
    { ANC_FIELD_NET, AMOUNT_NET },
    { ANC_FIELD_TAX, AMOUNT_TAX },
    { ANC_FIELD_NET_TAXABLE, AMOUNT_TAXABLE },
    { ANC_FIELD_NET_SOCIAL, AMOUNT_SOCIAL },
    { ANC_FIELD_CONTRIBUTIONS, AMOUNT_CONTRIBUTIONS },
    { ANC_FIELD_ADVANCE, AMOUNT_ADVANCE },
    { ANC_FIELD_COST, AMOUNT_COST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (amounts[i].field == field)
      return amounts[i].amount;

  return AMOUNT_NONE;
}

/* Notes that an amount may have a value; the same value twice is one reading with more behind it. */
static void
add_option (Options *options,
            AncAmount value,
            double score,
            guint page,
            guint token)
{
  Option option = { .value = value, .score = score, .best = score, .page = page, .token = token };
  guint weakest = 0;

  for (guint i = 0; i < options->n; i++)
    {
      Option *other = &options->options[i];

      if (ABS (other->value - value) > SAME)
        continue;

      other->score = 1 - (1 - other->score) * (1 - score);
      if (score > other->best)
        {
          other->best = score;
          other->page = page;
          other->token = token;
        }
      return;
    }

  if (options->n < MAX_OPTIONS)
    {
      options->options[options->n++] = option;
      return;
    }
  for (guint i = 1; i < options->n; i++)
    if (options->options[i].score < options->options[weakest].score)
      weakest = i;
  if (options->options[weakest].score < score)
    options->options[weakest] = option;
}

/* Of several numbers beside one label the last is the amount where they multiply to it, and otherwise
 * the first that is no number of hours. */
static double
rate_position (const AncLayout *layout,
               const GArray *values,
               guint index)
{
  const AncNumberValue *value = &g_array_index (values, AncNumberValue, index);
  const AncToken *token = anc_layout_get_token (layout, value->token);
  guint before = 0, after = 0;

  for (guint i = 0; i < values->len; i++)
    {
      const AncNumberValue *other = &g_array_index (values, AncNumberValue, i);

      if (other->below != value->below || !anc_values_is_money (anc_layout_get_token (layout, other->token)))
        continue;
      before += i < index;
      after += i > index;
    }

  if (before >= 2
      && anc_values_multiply (anc_layout_get_token (layout, value->token - 2),
                              anc_layout_get_token (layout, value->token - 1),
                              token))
    return 1;
  if (before == 0 && after == 0)
    return 1;
  if (after > 0 && before == 0)
    {
      const AncToken *next = anc_layout_get_token (layout, g_array_index (values, AncNumberValue, index + 1).token);

      return ABS (token->number.value) < 250 * ANC_AMOUNT_UNIT
                     && ABS (next->number.value) > 2 * ABS (token->number.value)
                 ? 0.5
                 : 0.85;
    }

  return before == 1 ? 0.7 : 0.5;
}

/* OCR loses commas: `148121` may be 1481.21. */
static gboolean
read_money (const AncLayout *layout,
            guint index,
            AncAmount *value)
{
  const AncToken *token = anc_layout_get_token (layout, index);

  *value = ABS (token->number.value);
  if (anc_values_is_money (token))
    return TRUE;
  if (!layout->from_ocr || token->number.decimals > 0 || token->number.unit == ANC_UNIT_PERCENT
      || token->number.unit == ANC_UNIT_HOURS || *value < 10000 * ANC_AMOUNT_UNIT)
    return FALSE;

  *value /= 100;
  return TRUE;
}

static void
collect_hit (GArray *candidates,
             const AncLayout *layout,
             guint page,
             const AncHit *hit,
             Amount amount)
{
  g_autoptr (GArray) values = anc_values_list_numbers (layout, hit);
  double label = anc_values_rate_label (hit);

  for (guint i = 0; i < values->len; i++)
    {
      const AncNumberValue *value = &g_array_index (values, AncNumberValue, i);
      Candidate candidate = { .amount = amount, .page = page, .token = value->token };

      if (!read_money (layout, value->token, &candidate.value))
        continue;
      candidate.score = label * value->score * rate_position (layout, values, i);
      if (!anc_values_is_money (anc_layout_get_token (layout, value->token)))
        candidate.score *= RESTORED;
      candidate.place = hit->label->weight * value->score;
      g_array_append_val (candidates, candidate);
    }
}

/* Tax is withheld from the net taxable pay: the first of three numbers beside its label, where a percentage of
 * it is the last. */
static void
collect_tax_base (GArray *candidates,
                  const AncLayout *layout,
                  guint page,
                  const AncHit *hit)
{
  g_autoptr (GArray) values = anc_values_list_numbers (layout, hit);
  const AncToken *base, *rate, *tax;
  double share;

  if (values->len < 3 || g_array_index (values, AncNumberValue, 2).below)
    return;

  base = anc_layout_get_token (layout, g_array_index (values, AncNumberValue, 0).token);
  rate = anc_layout_get_token (layout, g_array_index (values, AncNumberValue, 1).token);
  tax = anc_layout_get_token (layout, g_array_index (values, AncNumberValue, 2).token);
  share = (double) ABS (rate->number.value) / ANC_AMOUNT_UNIT / 100;
  if (anc_values_is_money (base) && anc_values_is_money (tax) && share < MAX_TAX_RATE
      && fabs ((double) ABS (base->number.value) * share - (double) ABS (tax->number.value)) < 2 * SAME)
    {
      Candidate candidate = { .amount = AMOUNT_TAXABLE, .page = page, .token = g_array_index (values, AncNumberValue, 0).token, .value = ABS (base->number.value), .score = TAX_BASE, .place = 1 };

      g_array_append_val (candidates, candidate);
    }
}

/* Whether a label speaks of the tax on income: it begins its line, or goes on with one that does, as in `Impôt sur
 * le revenu (taux non personnalisé)`; `CSG déductible de l’impôt` does not. */
static gboolean
is_of_tax (const AncLayout *layout,
           const AncHit *hit)
{
  const AncHit *before;

  if (hit->label->field != ANC_FIELD_TAX || hit->prefix == 0)
    return hit->label->field == ANC_FIELD_TAX;

  before = anc_layout_find_hit (layout, hit->first - 1);
  return before != NULL && before->row == hit->row && before->label->field == ANC_FIELD_TAX && before->prefix == 0;
}

/* A number that stands better by another label is that label's: how much is left of a candidate. */
static double
rate_claim (const GArray *candidates,
            const Candidate *candidate)
{
  double best = candidate->place;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *other = &g_array_index (candidates, Candidate, i);

      if (other->page == candidate->page && other->token == candidate->token)
        best = MAX (best, other->place);
    }

  return best > candidate->place + 0.05 ? candidate->place / best * 0.5 : 1;
}

static void
collect (Reader *reader)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint p = 0; p < reader->sheets->n_pages; p++)
    {
      const AncLayout *layout = reader->sheets->pages[p];

      for (guint i = 0; i < layout->hits->len; i++)
        {
          const AncHit *hit = anc_layout_get_hit (layout, i);

          collect_hit (candidates, layout, p, hit, find_amount (hit->label->field));
          if (is_of_tax (layout, hit))
            collect_tax_base (candidates, layout, p, hit);
        }
    }

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      double score = candidate->score * rate_claim (candidates, candidate);

      if (candidate->amount != AMOUNT_NONE && score >= MIN_SCORE)
        add_option (&reader->options[candidate->amount],
                    candidate->value,
                    score,
                    candidate->page,
                    candidate->token);
    }
}

/* The amounts of money that stand on the pages, without their signs. */
static GArray *
list_amounts (const AncSheets *sheets)
{
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (AncAmount));

  for (guint p = 0; p < sheets->n_pages; p++)
    for (guint i = 0; i < sheets->pages[p]->tokens->len; i++)
      {
        const AncToken *token = anc_layout_get_token (sheets->pages[p], i);
        AncAmount value = ABS (token->number.value);

        if (anc_values_is_money (token))
          g_array_append_val (amounts, value);
      }

  return amounts;
}

/* How often an amount stands on the pages. */
static guint
count_places (const Reader *reader,
              AncAmount value)
{
  guint n = 0;

  for (guint i = 0; i < reader->amounts->len; i++)
    n += ABS (g_array_index (reader->amounts, AncAmount, i) - value) <= SAME;

  return n;
}

static const Option *
get_option (const Reader *reader,
            Amount amount,
            int index)
{
  return index < 0 ? NULL : &reader->options[amount].options[index];
}

/* Whether some of the advances, or all, add up to a difference. */
static gboolean
advances_explain (const Reader *reader,
                  AncAmount difference)
{
  const Options *advances = &reader->options[AMOUNT_ADVANCE];

  for (guint mask = 0; mask < 1u << advances->n; mask++)
    {
      AncAmount sum = 0;

      for (guint i = 0; i < advances->n; i++)
        if ((mask >> i & 1) != 0)
          sum += advances->options[i].value;
      if (ABS (difference - sum) <= SAME)
        return TRUE;
    }

  return FALSE;
}

/* Whether gross pay less the contributions, give or take what stands between on the page, is the net. */
static gboolean
contributions_explain (const Reader *reader,
                       AncAmount gross,
                       AncAmount net)
{
  const Options *contributions = &reader->options[AMOUNT_CONTRIBUTIONS];

  for (guint i = 0; i < contributions->n; i++)
    if (ABS (gross - contributions->options[i].value - net) <= SAME)
      return TRUE;

  return FALSE;
}

static gboolean
same_token (const Option *a,
            const Option *b)
{
  return a != NULL && b != NULL && a->page == b->page && a->token == b->token;
}

static double
ratio (const Option *a,
       const Option *b)
{
  return b->value > 0 ? (double) a->value / (double) b->value : 0;
}

static void
weigh_net (const Reader *reader,
           Choice *choice,
           const Option *before_tax,
           const Option *net,
           const Option *tax)
{
  AncAmount withheld = tax != NULL ? tax->value : 0;
  AncAmount difference = before_tax->value - net->value - withheld;

  /* More is paid than the net before tax where something of another month is settled: it stands there then. */
  if (net->value > before_tax->value + SAME)
    choice->score -= count_places (reader, -difference) > 0 ? 0 : 1;
  else if (ABS (difference) <= SAME)
    {
      /* One number that stands there twice may be misread alike twice: from a picture, that proves nothing. */
      choice->balanced = withheld != 0 || !reader->sheets->pages[net->page]->from_ocr;
      choice->score += tax != NULL ? 0.6 : 0.3;
    }
  else if (difference > 0 && advances_explain (reader, difference))
    {
      choice->balanced = TRUE;
      choice->score += 0.5;
    }
  else
    choice->score -= 0.2;
}

static void
weigh_gross (const Reader *reader,
             Choice *choice,
             const Option *gross,
             const Option *net,
             const Option *before_tax)
{
  const Option *next = before_tax != NULL ? before_tax : net;
  double share;

  if (count_places (reader, gross->value) >= MANY_TIMES)
    choice->score += 0.3;
  if (next == NULL)
    return;

  share = ratio (next, gross);
  choice->score += share >= 0.5 && share <= 0.97 ? 0.3 : share > MOST_SHARE || share < LEAST_SHARE ? -0.45
                                                     : share > 1                                   ? -0.2
                                                                                                   : 0;
  if (contributions_explain (reader, gross->value, next->value))
    {
      choice->derived = TRUE;
      choice->score += 0.4;
    }
}

/* Weighs a choice: what its labels say, and whether its arithmetic is that of a payslip. */
static void
weigh (const Reader *reader,
       Choice *choice)
{
  const Option *gross = get_option (reader, AMOUNT_GROSS, choice->gross);
  const Option *before_tax = get_option (reader, AMOUNT_BEFORE_TAX, choice->before_tax);
  const Option *net = get_option (reader, AMOUNT_NET, choice->net);
  const Option *tax = get_option (reader, AMOUNT_TAX, choice->tax);

  choice->score = 0;
  choice->balanced = choice->derived = FALSE;
  if (gross != NULL)
    choice->score += gross->score;
  if (before_tax != NULL)
    choice->score += before_tax->score;
  if (net != NULL)
    choice->score += net->score;
  if (tax != NULL)
    choice->score += 0.3 * tax->score;

  if (same_token (gross, before_tax) || same_token (gross, net) || same_token (before_tax, net) || same_token (tax, net)
      || same_token (tax, before_tax))
    choice->score -= 1;
  if (before_tax != NULL && net != NULL)
    weigh_net (reader, choice, before_tax, net, tax);
  if (gross != NULL)
    weigh_gross (reader, choice, gross, net, before_tax);
}

static Choice
choose (const Reader *reader)
{
  Choice best = { .gross = -1, .before_tax = -1, .net = -1, .tax = -1 };

  best.score = -G_MAXDOUBLE;
  for (int g = -1; g < (int) reader->options[AMOUNT_GROSS].n; g++)
    for (int b = -1; b < (int) reader->options[AMOUNT_BEFORE_TAX].n; b++)
      for (int n = -1; n < (int) reader->options[AMOUNT_NET].n; n++)
        for (int t = -1; t < (int) reader->options[AMOUNT_TAX].n; t++)
          {
            Choice choice = { .gross = g, .before_tax = b, .net = n, .tax = t };

            weigh (reader, &choice);
            if (choice.score > best.score)
              best = choice;
          }

  return best;
}

/* By how much the reading of an amount outweighs every other one. */
static double
measure_lead (const Options *options,
              const Option *chosen)
{
  double second = 0;

  for (guint i = 0; i < options->n; i++)
    if (&options->options[i] != chosen)
      second = MAX (second, options->options[i].score);

  return chosen->score - second;
}

static double
rate_confidence (const Options *options,
                 const Option *chosen,
                 gboolean proven)
{
  double score = MIN (1, chosen->score);
  double lead = measure_lead (options, chosen);

  if (proven)
    return 0.93 + 0.06 * score;
  if (score >= 0.8 && lead >= 0.5)
    return 0.91 + 0.04 * score;
  if (lead < 0.15)
    return 0.5 * score + 0.1;

  return 0.85 * score;
}

static AncAmount
tell (const Reader *reader,
      Amount amount,
      const Option *option,
      gboolean proven,
      gboolean contradicted,
      AncSlip *slip,
      AncSlipField field)
{
  const AncLayout *layout;
  double confidence;

  if (option == NULL || option->score < MIN_TOLD)
    return ANC_AMOUNT_NONE;

  layout = reader->sheets->pages[option->page];
  confidence = rate_confidence (&reader->options[amount], option, proven);
  if (anc_values_is_cut (layout, option->token) || (contradicted && !proven))
    confidence *= 0.75;
  /* What stands on the page more than once was read alike more than once. */
  if (!proven && count_places (reader, option->value) < 2)
    confidence = anc_slip_weigh (layout, option->token, option->token, confidence);
  anc_slip_set_place (slip, field, layout, option->token, option->token, confidence);
  return option->value;
}

static const Option *
find_best (const Options *options)
{
  const Option *best = NULL;

  for (guint i = 0; i < options->n; i++)
    if (best == NULL || options->options[i].score > best->score)
      best = &options->options[i];

  return best;
}

/**
 * anc_slip_read_amounts:
 * @sheets: the pages of a payslip
 * @slip: takes gross pay and the nets
 *
 * Several nets look alike and stand side by side; they are told apart by what they are called and by
 * the sums that hold between them, together: the choice that explains most wins.
 */
void
anc_slip_read_amounts (const AncSheets *sheets,
                       AncSlip *slip)
{
  Reader reader = { .sheets = sheets };
  const Option *gross, *before_tax, *net;
  gboolean gross_proven, gross_fits;
  double share;
  Choice choice;

  reader.amounts = list_amounts (sheets);
  collect (&reader);
  choice = choose (&reader);
  gross = get_option (&reader, AMOUNT_GROSS, choice.gross);
  before_tax = get_option (&reader, AMOUNT_BEFORE_TAX, choice.before_tax);
  net = get_option (&reader, AMOUNT_NET, choice.net);
  share = gross != NULL && (before_tax != NULL || net != NULL) ? ratio (before_tax != NULL ? before_tax : net, gross) : 1;
  gross_fits = share >= LEAST_SHARE && share <= MOST_SHARE;
  gross_proven = gross != NULL && (choice.derived || (gross_fits && count_places (&reader, gross->value) >= MANY_TIMES));

  slip->gross = tell (&reader, AMOUNT_GROSS, gross, gross_proven, !gross_fits, slip, ANC_SLIP_GROSS);
  slip->net_before_tax = tell (&reader, AMOUNT_BEFORE_TAX, before_tax, choice.balanced, net != NULL, slip, ANC_SLIP_NET_BEFORE_TAX);
  slip->net = tell (&reader, AMOUNT_NET, net, choice.balanced, before_tax != NULL, slip, ANC_SLIP_NET);
  slip->net_taxable = tell (&reader, AMOUNT_TAXABLE, find_best (&reader.options[AMOUNT_TAXABLE]), FALSE, FALSE, slip, ANC_SLIP_NET_TAXABLE);
  slip->net_social = tell (&reader, AMOUNT_SOCIAL, find_best (&reader.options[AMOUNT_SOCIAL]), FALSE, FALSE, slip, ANC_SLIP_NET_SOCIAL);
  g_array_unref (reader.amounts);
}
