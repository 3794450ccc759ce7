/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fold.h"
#include "anc-reading-private.h"
#include "anc-slip-reader.h"
#include "anc-values.h"

#include <string.h>

/* What makes of a page a part of a payslip. */
typedef struct
{
  gboolean title;
  guint amounts;  /* of the kinds that payslips have, each with a number */
  guint captions; /* employer, employee, SIRET, period */
  gboolean goes_on;
} Signs;

static gboolean
has_money (const AncLayout *layout,
           const AncHit *hit)
{
  g_autoptr (GArray) values = anc_values_list_numbers (layout, hit);

  for (guint i = 0; i < values->len; i++)
    if (anc_values_is_money (anc_layout_get_token (layout, g_array_index (values, AncNumberValue, i).token)))
      return TRUE;

  return FALSE;
}

/* `2/2`, `page 2`: a page that goes on with the one before. */
static gboolean
has_page_number (const AncLayout *layout)
{
  for (guint i = 0; i < layout->tokens->len; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);
      const AncToken *next = i + 1 < layout->tokens->len ? anc_layout_get_token (layout, i + 1) : NULL;
      const char *number = strcmp (token->folded, "page") == 0 && next != NULL ? next->text : NULL;

      if (number != NULL && number[0] >= '2' && number[0] <= '9' && !g_ascii_isdigit (number[1]))
        return TRUE;
      if (strlen (token->text) == 3 && token->text[1] == '/' && token->text[0] >= '2' && token->text[0] <= '9'
          && token->text[2] >= token->text[0] && token->text[2] <= '9')
        return TRUE;
    }

  return FALSE;
}

static void
look_for_signs (const AncLayout *layout,
                Signs *signs)
{
  guint64 seen = 0;

  *signs = (Signs){ .goes_on = has_page_number (layout) };
  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      AncField field = hit->label->field;

      if ((seen >> field & 1) != 0)
        continue;

      switch (field)
        {
        case ANC_FIELD_TITLE:
          /* A letter speaks of payslips in the middle of a sentence. */
          if (hit->label->weight * MIN (1, hit->coverage) < 0.35 || hit->prefix > 1)
            continue;
          signs->title = TRUE;
          break;
        case ANC_FIELD_GROSS:
        case ANC_FIELD_NET:
        case ANC_FIELD_NET_BEFORE_TAX:
        case ANC_FIELD_NET_TAXABLE:
        case ANC_FIELD_NET_SOCIAL:
        case ANC_FIELD_CONTRIBUTIONS:
        case ANC_FIELD_COST:
          if (hit->coverage < 0.5 || !has_money (layout, hit))
            continue;
          signs->amounts++;
          break;
        case ANC_FIELD_EMPLOYER:
        case ANC_FIELD_EMPLOYEE:
        case ANC_FIELD_SIRET:
        case ANC_FIELD_PERIOD:
          signs->captions++;
          break;
        default:
          continue;
        }
      seen |= G_GUINT64_CONSTANT (1) << field;
    }
}

/* Bills have a net to pay on their last page too: one that goes on follows one of a payslip. */
static gboolean
is_part (const Signs *signs,
         gboolean is_other_kind,
         gboolean follows)
{
  if (is_other_kind)
    return signs->title && signs->amounts >= 2;

  return signs->title || signs->amounts >= 3 || (signs->amounts >= 2 && signs->captions >= 2)
         || (follows && signs->goes_on && signs->amounts >= 1);
}

/**
 * anc_reading_looks_like_slip:
 * @layout: a page
 *
 * Returns: whether it has the title of a payslip, or amounts that only payslips have
 */
gboolean
anc_reading_looks_like_slip (const AncLayout *layout)
{
  Signs signs;

  look_for_signs (layout, &signs);
  return is_part (&signs, FALSE, FALSE);
}

/* Whether two names are made of the same words. */
static gboolean
same_person (const char *a,
             const char *b)
{
  g_autofree char *folded_a = anc_fold (a, -1);
  g_autofree char *folded_b = anc_fold (b, -1);
  g_auto (GStrv) words = g_strsplit (folded_a, " ", -1);
  g_autofree char *padded = g_strdup_printf (" %s ", folded_b);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *padded_word = g_strdup_printf (" %s ", *word);

      if (strstr (padded, padded_word) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Whether a page begins another payslip than the one the pages before it belong to. */
static gboolean
begins_other (const AncSlip *slip,
              const AncSlip *page,
              const Signs *signs)
{
  if (slip->period != ANC_MONTH_NONE && page->period != ANC_MONTH_NONE && slip->period != page->period
      && page->places[ANC_SLIP_PERIOD].confidence > 0.5)
    return TRUE;
  if (slip->employee != NULL && page->employee != NULL && !same_person (slip->employee, page->employee)
      && page->places[ANC_SLIP_EMPLOYEE].confidence > 0.5)
    return TRUE;
  if (signs->goes_on)
    return FALSE;
  if (slip->start != page->start && page->start != ANC_DATE_NONE && page->net != ANC_AMOUNT_NONE
      && slip->net != ANC_AMOUNT_NONE)
    return TRUE;

  return slip->net != ANC_AMOUNT_NONE && page->net != ANC_AMOUNT_NONE && signs->title
         && slip->net != page->net;
}

static gboolean
says_something (const AncSlip *slip)
{
  return slip->gross != ANC_AMOUNT_NONE || slip->net != ANC_AMOUNT_NONE || slip->net_before_tax != ANC_AMOUNT_NONE;
}

static void
finish (GPtrArray *pages,
        AncSlip **slip,
        GPtrArray *slips)
{
  if (*slip != NULL && says_something (*slip))
    g_ptr_array_add (slips, g_steal_pointer (slip));
  g_clear_pointer (slip, anc_slip_free);
  g_ptr_array_set_size (pages, 0);
}

/**
 * anc_reading_find_slips:
 * @layouts: (element-type AncLayout): the pages of a document
 * @kind: whose payslips they are: %ANC_KIND_PAYSLIP, %ANC_KIND_HOUSEHOLD or %ANC_KIND_AGENCY
 * @is_other_kind: whether the document looks like a paper of another kind
 * @other_pages: for each page, whether it has the title of a paper that is no payslip
 * @slips: (element-type AncSlip): takes its payslips
 *
 * Parts a file into payslips: by month and person, not by page, since one may run over two pages and
 * a letter may lie before it.
 */
void
anc_reading_find_slips (const GPtrArray *layouts,
                        AncKind kind,
                        gboolean is_other_kind,
                        const gboolean *other_pages,
                        GPtrArray *slips)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  g_autoptr (AncSlip) slip = NULL;

  for (guint i = 0; i < layouts->len; i++)
    {
      const AncLayout *layout = layouts->pdata[i];
      g_autoptr (AncSlip) page = NULL;
      Signs signs;

      look_for_signs (layout, &signs);
      if (!is_part (&signs, is_other_kind || other_pages[i], slip != NULL))
        continue;

      page = anc_slip_read (&layout, 1, kind);
      if (slip != NULL && begins_other (slip, page, &signs))
        finish (pages, &slip, slips);
      g_ptr_array_add (pages, (gpointer) layout);
      g_clear_pointer (&slip, anc_slip_free);
      slip = pages->len == 1 ? g_steal_pointer (&page)
                             : anc_slip_read ((const AncLayout *const *) pages->pdata, pages->len, kind);
    }
  finish (pages, &slip, slips);
}

/**
 * anc_reading_has_siret:
 * @layouts: (element-type AncLayout): the pages of a document
 *
 * Returns: whether one of them has the label of a SIRET, as no household's slip has
 */
gboolean
anc_reading_has_siret (const GPtrArray *layouts)
{
  for (guint i = 0; i < layouts->len; i++)
    {
      const AncLayout *layout = layouts->pdata[i];

      for (guint j = 0; j < layout->hits->len; j++)
        if (anc_layout_get_hit (layout, j)->label->field == ANC_FIELD_SIRET)
          return TRUE;
    }

  return FALSE;
}
