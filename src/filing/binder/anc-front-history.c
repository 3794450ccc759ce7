/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-front-private.h"

#include "anc-bundle-words.h"

/* ---- Chronology ---------------------------------------------------------------------------- */

/* The columns: left edges and widths, in points. */
#define PERIOD_WIDTH 118.0
#define EMPLOYER_X (ANC_SHEET_MARGIN + PERIOD_WIDTH + 10)
#define EMPLOYER_WIDTH 118.0
#define JOB_X (EMPLOYER_X + EMPLOYER_WIDTH + 10)
#define JOB_WIDTH 112.0
#define SLIPS_X (JOB_X + JOB_WIDTH + 6)
#define SLIPS_WIDTH 46.0
#define PROOF_X (SLIPS_X + SLIPS_WIDTH + 10)
#define PROOF_WIDTH (ANC_SHEET_WIDTH - ANC_SHEET_MARGIN - PROOF_X)

static void
draw_jobs_header (AncSheet *sheet,
                  gpointer user_data)
{
  const AncLanguage language = ((const AncBundlePlan *) user_data)->language;
  const AncCell cells[] = {
    { anc_bundle_word (language, ANC_WORD_PERIOD), ANC_FACE_SMALL_STRONG, ANC_SHEET_MARGIN, PERIOD_WIDTH, PANGO_ALIGN_LEFT },
    { anc_bundle_word (language, ANC_WORD_EMPLOYER), ANC_FACE_SMALL_STRONG, EMPLOYER_X, EMPLOYER_WIDTH, PANGO_ALIGN_LEFT },
    { anc_bundle_word (language, ANC_WORD_JOB), ANC_FACE_SMALL_STRONG, JOB_X, JOB_WIDTH, PANGO_ALIGN_LEFT },
    { anc_bundle_word (language, ANC_WORD_PAYSLIPS), ANC_FACE_SMALL_STRONG, SLIPS_X, SLIPS_WIDTH, PANGO_ALIGN_RIGHT },
    { anc_bundle_word (language, ANC_WORD_PROOF), ANC_FACE_SMALL_STRONG, PROOF_X, PROOF_WIDTH, PANGO_ALIGN_LEFT },
  };

  anc_sheet_add_row (sheet, cells, G_N_ELEMENTS (cells), 3);
  anc_sheet_add_rule (sheet, 0.8, 0.3);
}

static char *
describe_job (const AncBundleJob *job)
{
  const char *const parts[] = { job->occupation, job->contract, job->hours };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
draw_job (const AncBundlePlan *plan,
          AncSheet *sheet,
          const AncBundleJob *job)
{
  g_autofree char *period = anc_bundle_words_period (plan->language, job->start, job->end);
  g_autofree char *what = describe_job (job);
  g_autofree char *slips = g_strdup_printf ("%u", job->proven->len);
  g_autofree char *proof = anc_bundle_words_exhibits (plan->language, (const guint *) (void *) job->exhibits->data, job->exhibits->len);
  const AncCell cells[] = {
    { period, ANC_FACE_SMALL, ANC_SHEET_MARGIN, PERIOD_WIDTH, PANGO_ALIGN_LEFT },
    { job->employer, ANC_FACE_SMALL_STRONG, EMPLOYER_X, EMPLOYER_WIDTH, PANGO_ALIGN_LEFT },
    { what, ANC_FACE_SMALL, JOB_X, JOB_WIDTH, PANGO_ALIGN_LEFT },
    { slips, ANC_FACE_SMALL, SLIPS_X, SLIPS_WIDTH, PANGO_ALIGN_RIGHT },
    { proof, ANC_FACE_SMALL, PROOF_X, PROOF_WIDTH, PANGO_ALIGN_LEFT },
  };

  anc_sheet_add_row (sheet, cells, G_N_ELEMENTS (cells), 4);
  anc_sheet_add_rule (sheet, 0.3, 0.8);
}

/**
 * anc_front_draw_chronology:
 *
 * Draws the jobs, as a picture and as a table.
 */
void
anc_front_draw_chronology (const AncBundlePlan *plan,
                           AncSheet *sheet)
{
  anc_front_add_heading (sheet, anc_bundle_word (plan->language, ANC_WORD_CHRONOLOGY));
  anc_front_draw_picture (plan, sheet);

  anc_sheet_need (sheet, 60);
  draw_jobs_header (sheet, (gpointer) plan);
  anc_sheet_set_header (sheet, draw_jobs_header, (gpointer) plan);
  for (guint i = 0; i < plan->jobs->len; i++)
    draw_job (plan, sheet, &g_array_index (plan->jobs, AncBundleJob, i));
}

/* ---- Presence ------------------------------------------------------------------------------ */

#define YEAR_WIDTH 44.0
#define HALF_WIDTH ((ANC_SHEET_TEXT_WIDTH - YEAR_WIDTH) / 2)

static double
get_half_x (guint half)
{
  return ANC_SHEET_MARGIN + YEAR_WIDTH + half * HALF_WIDTH;
}

static void
draw_years_header (AncSheet *sheet,
                   gpointer user_data)
{
  const AncLanguage language = ((const AncBundlePlan *) user_data)->language;
  const AncCell cells[] = {
    { anc_bundle_word (language, ANC_WORD_YEAR), ANC_FACE_SMALL_STRONG, ANC_SHEET_MARGIN, YEAR_WIDTH, PANGO_ALIGN_LEFT },
    { anc_bundle_word (language, ANC_WORD_FIRST_HALF), ANC_FACE_SMALL_STRONG, get_half_x (0) + 8, HALF_WIDTH - 16, PANGO_ALIGN_LEFT },
    { anc_bundle_word (language, ANC_WORD_SECOND_HALF), ANC_FACE_SMALL_STRONG, get_half_x (1) + 8, HALF_WIDTH - 16, PANGO_ALIGN_LEFT },
  };

  anc_sheet_add_row (sheet, cells, G_N_ELEMENTS (cells), 3);
  anc_sheet_add_rule (sheet, 0.8, 0.3);
}

static char *
describe_half (const AncBundlePlan *plan,
               const AncBundleHalf *half)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (half->is_outside)
    return g_strdup ("");
  if (half->grade == ANC_GRADE_NONE)
    return g_strdup (anc_bundle_word (plan->language, ANC_WORD_HOLE));

  for (guint i = 0; half->proofs[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " ; " : "", half->proofs[i]);
  g_string_append_printf (text, " (%s)", anc_bundle_words_grade (plan->language, half->grade));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A hole is crossed by a dashed frame: a print without colours shows it too. */
static void
draw_hole (AncSheet *sheet,
           guint half,
           double top)
{
  static const double dashes[] = { 2.5, 2 };
  cairo_t *cr = anc_sheet_get_cairo (sheet);

  cairo_save (cr);
  cairo_set_line_width (cr, 0.7);
  cairo_set_source_rgb (cr, 0.45, 0.45, 0.45);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, get_half_x (half) + 2, top + 2, HALF_WIDTH - 4, anc_sheet_get_y (sheet) - top - 4);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_year (const AncBundlePlan *plan,
           AncSheet *sheet,
           const AncBundleYear *year)
{
  g_autofree char *number = g_strdup_printf ("%d", year->year);
  g_autofree char *first = describe_half (plan, &year->halves[0]);
  g_autofree char *second = describe_half (plan, &year->halves[1]);
  const AncCell cells[] = {
    { number, ANC_FACE_STRONG, ANC_SHEET_MARGIN, YEAR_WIDTH, PANGO_ALIGN_LEFT },
    { first, ANC_FACE_SMALL, get_half_x (0) + 8, HALF_WIDTH - 16, PANGO_ALIGN_LEFT },
    { second, ANC_FACE_SMALL, get_half_x (1) + 8, HALF_WIDTH - 16, PANGO_ALIGN_LEFT },
  };
  double top = anc_sheet_add_row (sheet, cells, G_N_ELEMENTS (cells), 5);

  for (guint i = 0; i < 2; i++)
    if (year->halves[i].grade == ANC_GRADE_NONE && !year->halves[i].is_outside)
      draw_hole (sheet, i, top);
  anc_sheet_add_rule (sheet, 0.3, 0.8);
}

/**
 * anc_front_draw_presence:
 *
 * Draws the presence matrix: a row for each year, what proves each half of it.
 */
void
anc_front_draw_presence (const AncBundlePlan *plan,
                         AncSheet *sheet)
{
  anc_front_add_heading (sheet, anc_bundle_word (plan->language, ANC_WORD_PRESENCE));
  anc_sheet_add_paragraph (sheet,
                           ANC_FACE_TINY,
                           anc_bundle_word (plan->language, ANC_WORD_GRADE_KEY),
                           ANC_SHEET_MARGIN,
                           ANC_SHEET_TEXT_WIDTH);
  anc_sheet_skip (sheet, 8);
  draw_years_header (sheet, (gpointer) plan);
  anc_sheet_set_header (sheet, draw_years_header, (gpointer) plan);
  for (guint i = 0; i < plan->years->len; i++)
    draw_year (plan, sheet, &g_array_index (plan->years, AncBundleYear, i));
}
