/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-amount-options.h"

#include "anc-values.h"

#include <math.h>
#include <string.h>

/* Readings below this are not worth weighing. */
#define MIN_SCORE 0.12

/* How much is left of a reading whose comma had to be put back. */
#define RESTORED 0.6

/* What the amount beside a label is worth as net pay that tells when it was paid: `payé par virement`. */
#define PAYMENT 0.5

/* What the base of the tax is worth as net taxable pay, and a rate of tax that nobody has. */
#define TAX_BASE 0.5
#define MAX_TAX_RATE 0.6

static AncAmountKind
find_amount (AncField field)
{
  static const struct
  {
    AncField field;
    AncAmountKind amount;
  } amounts[] = {
    { ANC_FIELD_GROSS, ANC_AMOUNT_OF_GROSS },
    { ANC_FIELD_NET_BEFORE_TAX, ANC_AMOUNT_OF_BEFORE_TAX },
    { ANC_FIELD_NET, ANC_AMOUNT_OF_NET },
    { ANC_FIELD_TAX, ANC_AMOUNT_OF_TAX },
    { ANC_FIELD_NET_TAXABLE, ANC_AMOUNT_OF_TAXABLE },
    { ANC_FIELD_NET_SOCIAL, ANC_AMOUNT_OF_SOCIAL },
    { ANC_FIELD_CONTRIBUTIONS, ANC_AMOUNT_OF_CONTRIBUTIONS },
    { ANC_FIELD_ADVANCE, ANC_AMOUNT_OF_ADVANCE },
    { ANC_FIELD_COST, ANC_AMOUNT_OF_COST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (amounts[i].field == field)
      return amounts[i].amount;

  return ANC_AMOUNT_OF_NONE;
}

/**
 * anc_amounts_add_option:
 * @options: what an amount may be
 * @option: one thing more
 *
 * Notes that an amount may have a value; the same value twice is one reading with more behind it.
 */
void
anc_amounts_add_option (AncAmountOptions *options,
                        const AncAmountOption *option)
{
  guint weakest = 0;

  for (guint i = 0; i < options->n; i++)
    {
      AncAmountOption *other = &options->options[i];
      double score = 1 - (1 - other->score) * (1 - option->score);
      gboolean inferred = other->inferred && option->inferred;

      if (ABS (other->value - option->value) > ANC_SAME_AMOUNT)
        continue;

      if (option->best > other->best)
        *other = *option;
      other->score = score;
      other->inferred = inferred; /* a caption is one, however weak, and the sums bear it out */
      return;
    }

  if (options->n < ANC_MAX_AMOUNT_OPTIONS)
    {
      options->options[options->n++] = *option;
      return;
    }
  for (guint i = 1; i < options->n; i++)
    if (options->options[i].score < options->options[weakest].score)
      weakest = i;
  if (options->options[weakest].score < option->score)
    options->options[weakest] = *option;
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
             AncAmountKind amount,
             double weight)
{
  g_autoptr (GArray) values = anc_values_list_numbers (layout, hit);
  double label = weight * anc_values_rate_label (hit);

  for (guint i = 0; i < values->len; i++)
    {
      const AncNumberValue *value = &g_array_index (values, AncNumberValue, i);
      AncAmountCandidate candidate = { .amount = amount, .page = page, .token = value->token, .below = value->below };

      if (!read_money (layout, value->token, &candidate.value))
        continue;
      candidate.score = label * value->score * rate_position (layout, values, i);
      if (!anc_values_is_money (anc_layout_get_token (layout, value->token)))
        candidate.score *= RESTORED;
      candidate.place = weight * hit->label->weight * value->score;
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
      && fabs ((double) ABS (base->number.value) * share - (double) ABS (tax->number.value)) < 2 * ANC_SAME_AMOUNT)
    {
      AncAmountCandidate candidate = { .amount = ANC_AMOUNT_OF_TAXABLE, .page = page, .token = g_array_index (values, AncNumberValue, 0).token, .value = ABS (base->number.value), .score = TAX_BASE, .place = 1 };

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
            const AncAmountCandidate *candidate)
{
  double best = candidate->place;

  for (guint i = 0; i < candidates->len; i++)
    {
      const AncAmountCandidate *other = &g_array_index (candidates, AncAmountCandidate, i);

      if (other->page == candidate->page && other->token == candidate->token)
        best = MAX (best, other->place);
    }

  return best > candidate->place + 0.05 ? candidate->place / best * 0.5 : 1;
}

/**
 * anc_amounts_collect:
 * @sheets: the pages of a payslip
 * @options: (out) (array fixed-size=ANC_N_AMOUNTS): takes what each amount may be
 *
 * Gathers the numbers that labels announce, each where it stands best, and those that none does but the sums they are a
 * part of.
 */
void
anc_amounts_collect (const AncSheets *sheets,
                     AncAmountOptions options[ANC_N_AMOUNTS])
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (AncAmountCandidate));

  memset (options, 0, ANC_N_AMOUNTS * sizeof *options);
  for (guint p = 0; p < sheets->n_pages; p++)
    {
      const AncLayout *layout = sheets->pages[p];

      for (guint i = 0; i < layout->hits->len; i++)
        {
          const AncHit *hit = anc_layout_get_hit (layout, i);

          if (hit->label->field == ANC_FIELD_PAYMENT_DATE)
            collect_hit (candidates, layout, p, hit, ANC_AMOUNT_OF_NET, PAYMENT);
          else
            collect_hit (candidates, layout, p, hit, find_amount (hit->label->field), 1);
          if (is_of_tax (layout, hit))
            collect_tax_base (candidates, layout, p, hit);
        }
    }

  for (guint i = 0; i < candidates->len; i++)
    {
      const AncAmountCandidate *candidate = &g_array_index (candidates, AncAmountCandidate, i);
      double score = candidate->score * rate_claim (candidates, candidate);
      AncAmountOption option = { .value = candidate->value, .score = score, .best = score, .page = candidate->page, .token = candidate->token };

      if (candidate->amount != ANC_AMOUNT_OF_NONE && score >= MIN_SCORE)
        anc_amounts_add_option (&options[candidate->amount], &option);
    }
  anc_amounts_infer (sheets, candidates, options);
}
