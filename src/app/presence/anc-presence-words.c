/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-presence-words.h"

#include "anc-words.h"

#include <glib/gi18n.h>

/**
 * anc_presence_words_grade:
 *
 * Returns: what a grade is called; that of a hole says so
 */
const char *
anc_presence_words_grade (AncGrade grade)
{
  static const char *const names[] = {
    [ANC_GRADE_NONE] = NC_ ("proof", "no proof"),
    [ANC_GRADE_LIMITED] = NC_ ("proof", "limited"),
    [ANC_GRADE_REAL] = NC_ ("proof", "real value"),
    [ANC_GRADE_CERTAIN] = NC_ ("proof", "certain"),
  };

  return g_dpgettext2 (NULL, "proof", names[grade]);
}

/**
 * anc_presence_words_colour:
 *
 * Returns: the outcome whose icon and colour a grade is shown with
 */
AncOutcome
anc_presence_words_colour (AncGrade grade)
{
  static const AncOutcome colours[] = {
    [ANC_GRADE_NONE] = ANC_OUTCOME_NOT_MET,
    [ANC_GRADE_LIMITED] = ANC_OUTCOME_ARGUABLE,
    [ANC_GRADE_REAL] = ANC_OUTCOME_TO_PROVE,
    [ANC_GRADE_CERTAIN] = ANC_OUTCOME_MET,
  };

  return colours[grade];
}

/**
 * anc_presence_words_proofs:
 * @first: the first proof of its kind in the half
 * @n: (out): how many of that kind there are
 *
 * Returns: (transfer full) (nullable): what they are, "Payslip (3)"; %NULL where @first is not the first of its kind
 */
char *
anc_presence_words_proofs (const AncPresenceHalf *half,
                           guint first,
                           guint *n)
{
  const AncExhibitKind *kind = g_array_index (half->proofs, AncPresenceProof, first).kind;
  const char *title = kind->title.in[anc_words_get_language ()];

  *n = 0;
  for (guint i = 0; i < half->proofs->len; i++)
    {
      if (g_array_index (half->proofs, AncPresenceProof, i).kind != kind)
        continue;
      if (i < first)
        return NULL;
      (*n)++;
    }

  /* Translators: a kind of documents, and how many there are */
  return *n > 1 ? g_strdup_printf (_ ("%1$s (%2$u)"), title, *n) : g_strdup (title);
}

static char *
make_half (int year,
           guint number)
{
  return g_strdup_printf (number == 0 ? _ ("first half of %d") : _ ("second half of %d"), year);
}

/**
 * anc_presence_words_button:
 * @text: what is written on the button
 * @year: the year of its cell
 * @number: 0 for the first half, 1 for the second
 *
 * Returns: (transfer full): what is said of it
 */
char *
anc_presence_words_button (const char *text,
                           int year,
                           guint number)
{
  g_autofree char *when = make_half (year, number);

  return g_strdup_printf ("%s, %s", text, when);
}

/**
 * anc_presence_words_cell:
 * @year: its year
 * @number: 0 for its first half, 1 for the second
 *
 * Returns: (transfer full): the whole of a cell in a sentence
 */
char *
anc_presence_words_cell (const AncPresenceHalf *half,
                         int year,
                         guint number)
{
  g_autofree char *when = make_half (year, number);
  g_autoptr (GString) proofs = g_string_new (NULL);

  if (half->is_outside && half->proofs->len == 0)
    return g_strdup_printf (_ ("%s: nothing to prove"), when);
  if (half->proofs->len == 0)
    return g_strdup_printf (_ ("%s: no proof"), when);

  for (guint i = 0; i < half->proofs->len; i++)
    {
      guint n;
      g_autofree char *text = anc_presence_words_proofs (half, i, &n);

      if (text != NULL)
        g_string_append_printf (proofs, "%s%s", proofs->len > 0 ? ", " : "", text);
    }

  /* Translators: when, the grade of the best proof, and what the proofs are */
  return g_strdup_printf (_ ("%1$s: %2$s, by %3$s"), when, anc_presence_words_grade (half->grade), proofs->str);
}

/**
 * anc_presence_words_summary:
 *
 * Returns: (transfer full): how much of the time is proven
 */
char *
anc_presence_words_summary (const AncPresenceMatrix *matrix)
{
  guint n = 0, n_proven = 0;
  g_autofree char *all = NULL;

  for (guint i = 0; i < matrix->halves->len; i++)
    {
      const AncPresenceHalf *half = &g_array_index (matrix->halves, AncPresenceHalf, i);

      n += !half->is_outside;
      n_proven += !half->is_outside && half->grade > ANC_GRADE_NONE;
    }

  all = g_strdup_printf (ngettext ("%u half-year", "%u half-years", n), n);
  /* Translators: 5 of 8 half-years have a proof */
  return g_strdup_printf (ngettext ("%1$u of %2$s has a proof", "%1$u of %2$s have a proof", n_proven), n_proven, all);
}
