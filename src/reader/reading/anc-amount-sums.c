/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-amount-options.h"

#include "anc-values.h"

/* An amount is looked for without its caption where no caption promises more than this. */
#define GOOD_CAPTION 0.55

/* A number that stands so well by a label of its own is nothing else; in a row with the label, that is soon so. */
#define TAKEN_BELOW 0.6
#define TAKEN_BESIDE 0.2

/* What a sum is worth: with a part beside the two amounts, such as the tax; where both are the same; with the
 * contributions alone, which may have more between them and the net; with something of another month that is settled. */
#define FULL_SUM 0.5
#define EQUAL 0.32
#define SHORT_SUM 0.4
#define SETTLED_SUM 0.2

/* What it adds that an amount is set in larger or in bold letters than most numbers, and how much larger. */
#define PROMINENT 0.15
#define LARGER 1.12

typedef struct
{
  const AncSheets *sheets;
  const GArray *candidates; /* of AncAmountCandidate */
  AncAmountOptions *options;
} Sums;

/**
 * anc_amounts_add_up:
 * @options: amounts, such as the advances
 * @difference: what they should explain
 *
 * Returns: whether some of them, or all, add up to the difference
 */
gboolean
anc_amounts_add_up (const AncAmountOptions *options,
                    AncAmount difference)
{
  for (guint mask = 0; mask < 1u << options->n; mask++)
    {
      AncAmount sum = 0;

      for (guint i = 0; i < options->n; i++)
        if ((mask >> i & 1) != 0)
          sum += options->options[i].value;
      if (ABS (difference - sum) <= ANC_SAME_AMOUNT)
        return TRUE;
    }

  return FALSE;
}

/**
 * anc_amounts_differ_by_one:
 * @options: what one amount may be, such as the contributions
 * @difference: the difference of two others
 *
 * Returns: whether one of the readings is the difference
 */
gboolean
anc_amounts_differ_by_one (const AncAmountOptions *options,
                           AncAmount difference)
{
  for (guint i = 0; i < options->n; i++)
    if (ABS (difference - options->options[i].value) <= ANC_SAME_AMOUNT)
      return TRUE;

  return FALSE;
}

static gboolean
has_caption (const AncAmountOptions *options)
{
  for (guint i = 0; i < options->n; i++)
    if (options->options[i].best >= GOOD_CAPTION)
      return TRUE;

  return FALSE;
}

/* Whether a number stands by a label that is not that of @amount. */
static gboolean
is_taken (const Sums *self,
          AncAmountKind amount,
          guint page,
          guint token)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const AncAmountCandidate *candidate = &g_array_index (self->candidates, AncAmountCandidate, i);

      if (candidate->page == page && candidate->token == token && candidate->amount != amount && candidate->place >= (candidate->below ? TAKEN_BELOW : TAKEN_BESIDE))
        return TRUE;
    }

  return FALSE;
}

/* How well an amount less another is explained by the tax and the advances: the net before tax less the net. */
static double
rate_withheld (const Sums *self,
               AncAmount difference)
{
  const AncAmountOptions *taxes = &self->options[ANC_AMOUNT_OF_TAX];
  const AncAmountOptions *advances = &self->options[ANC_AMOUNT_OF_ADVANCE];

  if (difference < -ANC_SAME_AMOUNT)
    return 0;
  if (difference <= ANC_SAME_AMOUNT)
    return EQUAL;
  if (anc_amounts_add_up (advances, difference))
    return FULL_SUM;
  for (guint t = 0; t < taxes->n; t++)
    if (anc_amounts_add_up (advances, difference - taxes->options[t].value))
      return FULL_SUM;

  return 0;
}

/* How well the other amounts of the slip explain that @amount has a value. */
static double
rate_value (const Sums *self,
            AncAmountKind amount,
            AncAmount value)
{
  const AncAmountOptions *gross = &self->options[ANC_AMOUNT_OF_GROSS];
  const AncAmountOptions *before_tax = &self->options[ANC_AMOUNT_OF_BEFORE_TAX];
  const AncAmountOptions *net = &self->options[ANC_AMOUNT_OF_NET];
  const AncAmountOptions *contributions = &self->options[ANC_AMOUNT_OF_CONTRIBUTIONS];
  double best = 0;

  if (amount == ANC_AMOUNT_OF_NET)
    for (guint i = 0; i < before_tax->n; i++)
      best = MAX (best, before_tax->options[i].score * rate_withheld (self, before_tax->options[i].value - value));
  if (amount == ANC_AMOUNT_OF_BEFORE_TAX)
    for (guint i = 0; i < net->n; i++)
      if (value > net->options[i].value + ANC_SAME_AMOUNT)
        best = MAX (best, net->options[i].score * rate_withheld (self, value - net->options[i].value));

  for (guint i = 0; amount != ANC_AMOUNT_OF_GROSS && i < gross->n; i++)
    if (anc_amounts_differ_by_one (contributions, gross->options[i].value - value))
      best = MAX (best, gross->options[i].score * SHORT_SUM);
  for (guint i = 0; amount == ANC_AMOUNT_OF_GROSS && i < before_tax->n; i++)
    if (anc_amounts_differ_by_one (contributions, value - before_tax->options[i].value))
      best = MAX (best, before_tax->options[i].score * SHORT_SUM);

  return best;
}

/* Whether an amount stands on a page, by no label of its own. */
static gboolean
stands_free (const Sums *self,
             guint page,
             AncAmount value)
{
  const AncLayout *layout = self->sheets->pages[page];

  for (guint i = 0; value > 0 && i < layout->tokens->len; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);

      if (anc_values_is_money (token) && ABS (ABS (token->number.value) - value) <= ANC_SAME_AMOUNT
          && !is_taken (self, ANC_AMOUNT_OF_NONE, page, i))
        return TRUE;
    }

  return FALSE;
}

/* How well a value is explained as net pay with something of another month that is settled beside it. */
static double
rate_settled (const Sums *self,
              guint page,
              AncAmount value)
{
  const AncAmountOptions *before_tax = &self->options[ANC_AMOUNT_OF_BEFORE_TAX];
  const AncAmountOptions *taxes = &self->options[ANC_AMOUNT_OF_TAX];
  double best = 0;

  for (guint b = 0; b < before_tax->n; b++)
    for (guint t = 0; t < taxes->n; t++)
      if (stands_free (self, page, ABS (before_tax->options[b].value - taxes->options[t].value - value)))
        best = MAX (best, before_tax->options[b].score * SETTLED_SUM);

  return best;
}

/* The height of the letters that most numbers of a page have. */
static double
measure_common_size (const AncLayout *layout)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint most = 0;
  int common = 0;

  for (guint i = 0; i < layout->tokens->len; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);
      int size = (int) (token->size * 4 + 0.5);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GINT_TO_POINTER (size))) + 1;

      if (!token->is_number)
        continue;
      g_hash_table_insert (counts, GINT_TO_POINTER (size), GUINT_TO_POINTER (count));
      if (count > most)
        {
          most = count;
          common = size;
        }
    }

  return common / 4.0;
}

static void
infer_on_page (const Sums *self,
               AncAmountKind amount,
               guint page,
               AncAmountOptions *found)
{
  const AncLayout *layout = self->sheets->pages[page];
  double common = measure_common_size (layout);

  for (guint i = 0; i < layout->tokens->len; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);
      AncAmountOption option = { .value = ABS (token->number.value), .page = page, .token = i, .inferred = TRUE };
      gboolean prominent = token->bold || token->size > LARGER * common;
      double score;

      if (!anc_values_is_money (token) || option.value == 0 || is_taken (self, amount, page, i))
        continue;
      score = rate_value (self, amount, option.value);
      if (score == 0 && prominent && amount == ANC_AMOUNT_OF_NET)
        score = rate_settled (self, page, option.value);
      if (score == 0)
        continue;

      option.score = option.best = score + (prominent ? PROMINENT : 0);
      anc_amounts_add_option (found, &option);
    }
}

/**
 * anc_amounts_infer:
 * @sheets: the pages of a payslip
 * @candidates: (element-type AncAmountCandidate): the numbers that labels announce
 * @options: (inout) (array fixed-size=ANC_N_AMOUNTS): what each amount may be, as labels tell it
 *
 * Adds what amounts may be that no known caption announces: numbers that stand by no other label and that make the sums
 * of a payslip come out. What is paid is the net before tax less the tax and the advances; the net before tax is gross
 * pay less the contributions.
 */
void
anc_amounts_infer (const AncSheets *sheets,
                   const GArray *candidates,
                   AncAmountOptions options[ANC_N_AMOUNTS])
{
  static const AncAmountKind amounts[] = { ANC_AMOUNT_OF_GROSS, ANC_AMOUNT_OF_BEFORE_TAX, ANC_AMOUNT_OF_NET };
  Sums self = { .sheets = sheets, .candidates = candidates, .options = options };

  for (guint a = 0; a < G_N_ELEMENTS (amounts); a++)
    {
      AncAmountOptions found = { 0 };

      if (has_caption (&options[amounts[a]]))
        continue;
      for (guint p = 0; p < sheets->n_pages; p++)
        infer_on_page (&self, amounts[a], p, &found);
      for (guint i = 0; i < found.n; i++)
        anc_amounts_add_option (&options[amounts[a]], &found.options[i]);
    }
}
