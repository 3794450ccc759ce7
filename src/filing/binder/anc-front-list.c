/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-front-private.h"

#include "anc-bundle-words.h"

#include <string.h>

/* The columns: left edges and widths, in points. Number, exhibit, date or period, pages. */
#define NUMBER_X ANC_SHEET_MARGIN
#define NUMBER_WIDTH 34.0
#define TITLE_X ANC_LIST_TITLE_X
#define TITLE_WIDTH 260.0
#define DATE_X (TITLE_X + TITLE_WIDTH + 12)
#define DATE_WIDTH 92.0
#define PAGES_X ANC_LIST_PAGES_X
#define PAGES_WIDTH (ANC_SHEET_WIDTH - ANC_SHEET_MARGIN - PAGES_X)

static void
draw_header (AncSheet *sheet,
             gpointer user_data)
{
  const AncLanguage language = ((const AncFront *) user_data)->plan->language;
  const AncCell cells[] = {
    { anc_bundle_word (language, ANC_WORD_NUMBER), ANC_FACE_SMALL_STRONG, NUMBER_X, NUMBER_WIDTH, PANGO_ALIGN_RIGHT },
    { anc_bundle_word (language, ANC_WORD_EXHIBIT), ANC_FACE_SMALL_STRONG, TITLE_X, TITLE_WIDTH, PANGO_ALIGN_LEFT },
    { anc_bundle_word (language, ANC_WORD_DATE), ANC_FACE_SMALL_STRONG, DATE_X, DATE_WIDTH, PANGO_ALIGN_LEFT },
    { anc_bundle_word (language, ANC_WORD_PAGES), ANC_FACE_SMALL_STRONG, PAGES_X, PAGES_WIDTH, PANGO_ALIGN_RIGHT },
  };

  anc_sheet_add_row (sheet, cells, G_N_ELEMENTS (cells), 3);
  anc_sheet_add_rule (sheet, 0.8, 0.3);
}

static void
add_link (AncFront *self,
          AncSheet *sheet,
          double top,
          guint exhibit,
          guint part)
{
  AncFrontLink link = {
    anc_sheet_get_n_pages (sheet) - 1,
    NUMBER_X,
    top,
    ANC_SHEET_WIDTH - ANC_SHEET_MARGIN,
    anc_sheet_get_y (sheet),
    exhibit,
    part,
  };

  if (self->links != NULL)
    g_array_append_val (self->links, link);
}

/* Where it is in the file; of a file of its own, how long it is. */
static char *
format_pages (const AncFront *self,
              guint first_part,
              guint n_parts)
{
  guint n_pages = anc_bundle_report_count_pages (self->report, first_part, n_parts);
  guint first = anc_bundle_report_count_front (self->report) + anc_bundle_report_count_pages (self->report, 0, first_part) + 1;

  if (self->plan->form == ANC_BUNDLE_ARCHIVE)
    return g_strdup_printf ("%u", n_pages);

  return anc_bundle_words_pages (first, n_pages);
}

static void
draw_part (AncFront *self,
           AncSheet *sheet,
           guint index,
           const AncBundleExhibit *exhibit,
           guint part)
{
  g_autofree char *number = g_strdup_printf ("%u.%u", exhibit->number, part + 1);
  g_autofree char *pages = format_pages (self, exhibit->first_part + part, 1);
  const AncCell cells[] = {
    { number, ANC_FACE_TINY, NUMBER_X, NUMBER_WIDTH, PANGO_ALIGN_RIGHT },
    { anc_bundle_plan_get_part (self->plan, exhibit, part)->title, ANC_FACE_SMALL, TITLE_X + 10, TITLE_WIDTH + DATE_WIDTH, PANGO_ALIGN_LEFT },
    { pages, ANC_FACE_SMALL, PAGES_X, PAGES_WIDTH, PANGO_ALIGN_RIGHT },
  };
  double top = anc_sheet_add_row (sheet, cells, G_N_ELEMENTS (cells), 1.2);

  add_link (self, sheet, top, index, part);
}

/* What is wrong with an exhibit of one document is said in its row. */
static char *
describe (const AncFront *self,
          const AncBundleExhibit *exhibit)
{
  const AncPartReport *part = &g_array_index (self->report->parts, AncPartReport, exhibit->first_part);
  const char *state = anc_bundle_words_part_state (self->plan->language, part->state);

  if (exhibit->n_parts > 1 || *state == '\0')
    return g_strdup (exhibit->title);

  return g_strdup_printf ("%s\n%s", exhibit->title, state);
}

static void
draw_exhibit (AncFront *self,
              AncSheet *sheet,
              guint index)
{
  const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (self->plan, index);
  g_autofree char *number = g_strdup_printf ("%u", exhibit->number);
  g_autofree char *title = describe (self, exhibit);
  g_autofree char *pages = format_pages (self, exhibit->first_part, exhibit->n_parts);
  const AncCell cells[] = {
    { number, ANC_FACE_STRONG, NUMBER_X, NUMBER_WIDTH, PANGO_ALIGN_RIGHT },
    { title, ANC_FACE_TEXT, TITLE_X, TITLE_WIDTH, PANGO_ALIGN_LEFT },
    { exhibit->date, ANC_FACE_TEXT, DATE_X, DATE_WIDTH, PANGO_ALIGN_LEFT },
    { pages, ANC_FACE_TEXT, PAGES_X, PAGES_WIDTH, PANGO_ALIGN_RIGHT },
  };
  double top = anc_sheet_add_row (sheet, cells, G_N_ELEMENTS (cells), 3);

  add_link (self, sheet, top, index, G_MAXUINT);
  for (guint i = 0; exhibit->n_parts > 1 && i < exhibit->n_parts; i++)
    draw_part (self, sheet, index, exhibit, i);
  anc_sheet_add_rule (sheet, 0.3, 0.8);
}

/**
 * anc_front_draw_list:
 *
 * Draws the list of exhibits, with the pages each one takes in the file.
 */
void
anc_front_draw_list (AncFront *self,
                     AncSheet *sheet)
{
  const char *group = NULL;

  anc_front_add_heading (sheet, anc_bundle_word (self->plan->language, ANC_WORD_LIST));
  draw_header (sheet, self);
  anc_sheet_set_header (sheet, draw_header, self);

  for (guint i = 0; i < self->plan->exhibits->len; i++)
    {
      const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (self->plan, i);

      if (exhibit->group != NULL && g_strcmp0 (exhibit->group, group) != 0)
        {
          anc_sheet_need (sheet, 50); /* never alone at the end of a page */
          anc_sheet_skip (sheet, 8);
          anc_sheet_add_paragraph (sheet, ANC_FACE_SUBHEADING, exhibit->group, TITLE_X, ANC_SHEET_WIDTH - ANC_SHEET_MARGIN - TITLE_X);
          anc_sheet_skip (sheet, 2);
        }
      group = exhibit->group;
      draw_exhibit (self, sheet, i);
    }
}
