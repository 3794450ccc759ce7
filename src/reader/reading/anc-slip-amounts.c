/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-amount-options.h"
#include "anc-slip-reader-private.h"
#include "anc-values.h"

/* Readings below this are not worth telling. */
#define MIN_TOLD 0.25

/* How sure an amount can be that no caption tells. */
#define MOST_INFERRED 0.8

/* How often an amount stands on a slip when it is the base of its contributions. */
#define MANY_TIMES 3

/* What is paid of gross pay is between these shares of it; others speak of a number that was misread. */
#define LEAST_SHARE 0.2
#define MOST_SHARE 1.3

typedef struct
{
  const AncSheets *sheets;
  GArray *amounts; /* of AncAmount: the money on the pages */
  AncAmountOptions options[ANC_N_AMOUNTS];
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
    n += ABS (g_array_index (reader->amounts, AncAmount, i) - value) <= ANC_SAME_AMOUNT;

  return n;
}

static const AncAmountOption *
get_option (const Reader *reader,
            AncAmountKind amount,
            int index)
{
  return index < 0 ? NULL : &reader->options[amount].options[index];
}

static gboolean
same_token (const AncAmountOption *a,
            const AncAmountOption *b)
{
  return a != NULL && b != NULL && a->page == b->page && a->token == b->token;
}

static double
ratio (const AncAmountOption *a,
       const AncAmountOption *b)
{
  return b->value > 0 ? (double) a->value / (double) b->value : 0;
}

static void
weigh_net (const Reader *reader,
           Choice *choice,
           const AncAmountOption *before_tax,
           const AncAmountOption *net,
           const AncAmountOption *tax)
{
  AncAmount withheld = tax != NULL ? tax->value : 0;
  AncAmount difference = before_tax->value - net->value - withheld;

  /* More is paid than the net before tax where something of another month is settled: it stands there then. */
  if (net->value > before_tax->value + ANC_SAME_AMOUNT)
    choice->score -= count_places (reader, -difference) > 0 ? 0 : 1;
  else if (ABS (difference) <= ANC_SAME_AMOUNT)
    {
      /* One number that stands there twice may be misread alike twice: from a picture, that proves nothing. */
      choice->balanced = withheld != 0 || !reader->sheets->pages[net->page]->from_ocr;
      choice->score += tax != NULL ? 0.6 : 0.3;
    }
  else if (difference > 0 && anc_amounts_add_up (&reader->options[ANC_AMOUNT_OF_ADVANCE], difference))
    {
      choice->balanced = TRUE;
      choice->score += 0.5;
    }
  else
    choice->score -= ratio (net, before_tax) < LEAST_SHARE ? 0.6 : 0.2;
}

static void
weigh_gross (const Reader *reader,
             Choice *choice,
             const AncAmountOption *gross,
             const AncAmountOption *net,
             const AncAmountOption *before_tax)
{
  const AncAmountOption *next = before_tax != NULL ? before_tax : net;
  double share;

  if (count_places (reader, gross->value) >= MANY_TIMES)
    choice->score += 0.3;
  if (next == NULL)
    return;

  share = ratio (next, gross);
  choice->score += share >= 0.5 && share <= 0.97 ? 0.3 : share > MOST_SHARE || share < LEAST_SHARE ? -0.45
                                                     : share > 1                                   ? -0.2
                                                                                                   : 0;
  if (anc_amounts_differ_by_one (&reader->options[ANC_AMOUNT_OF_CONTRIBUTIONS], gross->value - next->value))
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
  const AncAmountOption *gross = get_option (reader, ANC_AMOUNT_OF_GROSS, choice->gross);
  const AncAmountOption *before_tax = get_option (reader, ANC_AMOUNT_OF_BEFORE_TAX, choice->before_tax);
  const AncAmountOption *net = get_option (reader, ANC_AMOUNT_OF_NET, choice->net);
  const AncAmountOption *tax = get_option (reader, ANC_AMOUNT_OF_TAX, choice->tax);

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
  for (int g = -1; g < (int) reader->options[ANC_AMOUNT_OF_GROSS].n; g++)
    for (int b = -1; b < (int) reader->options[ANC_AMOUNT_OF_BEFORE_TAX].n; b++)
      for (int n = -1; n < (int) reader->options[ANC_AMOUNT_OF_NET].n; n++)
        for (int t = -1; t < (int) reader->options[ANC_AMOUNT_OF_TAX].n; t++)
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
measure_lead (const AncAmountOptions *options,
              const AncAmountOption *chosen)
{
  double second = 0;

  for (guint i = 0; i < options->n; i++)
    if (&options->options[i] != chosen)
      second = MAX (second, options->options[i].score);

  return chosen->score - second;
}

static double
rate_confidence (const AncAmountOptions *options,
                 const AncAmountOption *chosen,
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
      AncAmountKind amount,
      const AncAmountOption *option,
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
  if (option->inferred)
    confidence = MIN (confidence, MOST_INFERRED);
  anc_slip_set_place (slip, field, layout, option->token, option->token, confidence);
  return option->value;
}

/* What an amount is most likely; no number that was taken for another one of the slip. */
static const AncAmountOption *
find_best (const Reader *reader,
           AncAmountKind amount,
           const Choice *taken)
{
  const AncAmountOptions *options = &reader->options[amount];
  const AncAmountOption *best = NULL;

  for (guint i = 0; i < options->n; i++)
    {
      const AncAmountOption *option = &options->options[i];

      if (!same_token (option, get_option (reader, ANC_AMOUNT_OF_GROSS, taken->gross))
          && !same_token (option, get_option (reader, ANC_AMOUNT_OF_BEFORE_TAX, taken->before_tax))
          && !same_token (option, get_option (reader, ANC_AMOUNT_OF_NET, taken->net))
          && (best == NULL || option->score > best->score))
        best = option;
    }

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
  const AncAmountOption *gross, *before_tax, *net;
  gboolean gross_proven, gross_fits;
  double share;
  Choice choice;

  reader.amounts = list_amounts (sheets);
  anc_amounts_collect (sheets, reader.options);
  choice = choose (&reader);
  gross = get_option (&reader, ANC_AMOUNT_OF_GROSS, choice.gross);
  before_tax = get_option (&reader, ANC_AMOUNT_OF_BEFORE_TAX, choice.before_tax);
  net = get_option (&reader, ANC_AMOUNT_OF_NET, choice.net);
  share = gross != NULL && (before_tax != NULL || net != NULL) ? ratio (before_tax != NULL ? before_tax : net, gross) : 1;
  gross_fits = share >= LEAST_SHARE && share <= MOST_SHARE;
  gross_proven = gross != NULL && (choice.derived || (gross_fits && count_places (&reader, gross->value) >= MANY_TIMES));

  slip->gross = tell (&reader, ANC_AMOUNT_OF_GROSS, gross, gross_proven, !gross_fits, slip, ANC_SLIP_GROSS);
  slip->net_before_tax = tell (&reader, ANC_AMOUNT_OF_BEFORE_TAX, before_tax, choice.balanced, net != NULL, slip, ANC_SLIP_NET_BEFORE_TAX);
  slip->net = tell (&reader, ANC_AMOUNT_OF_NET, net, choice.balanced, before_tax != NULL, slip, ANC_SLIP_NET);
  slip->net_taxable = tell (&reader, ANC_AMOUNT_OF_TAXABLE, find_best (&reader, ANC_AMOUNT_OF_TAXABLE, &choice), FALSE, FALSE, slip, ANC_SLIP_NET_TAXABLE);
  slip->net_social = tell (&reader, ANC_AMOUNT_OF_SOCIAL, find_best (&reader, ANC_AMOUNT_OF_SOCIAL, &choice), FALSE, FALSE, slip, ANC_SLIP_NET_SOCIAL);
  g_array_unref (reader.amounts);
}
