/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-front-private.h"

#include "anc-bundle-words.h"

#define LABEL_WIDTH 130.0

static const char *
get_word (const AncFront *self,
          AncWord word)
{
  return anc_bundle_word (self->plan->language, word);
}

void
anc_front_add_heading (AncSheet *sheet,
                       const char *text)
{
  anc_sheet_add_paragraph (sheet, ANC_FACE_HEADING, text, ANC_SHEET_MARGIN, ANC_SHEET_TEXT_WIDTH);
  anc_sheet_skip (sheet, 5);
  anc_sheet_add_rule (sheet, 0.8, 0.3);
  anc_sheet_skip (sheet, 12);
}

/* ---- Cover --------------------------------------------------------------------------------- */

static void
draw_lines (AncSheet *sheet,
            const char **lines,
            double x,
            double width)
{
  for (guint i = 0; lines[i] != NULL; i++)
    anc_sheet_add_paragraph (sheet, i == 0 ? ANC_FACE_STRONG : ANC_FACE_TEXT, lines[i], x, width);
}

static void
draw_cover_row (AncSheet *sheet,
                const char *label,
                const char *value)
{
  const AncCell cells[] = {
    { label, ANC_FACE_LABEL, ANC_SHEET_MARGIN, LABEL_WIDTH - 10, PANGO_ALIGN_LEFT },
    { value, ANC_FACE_TEXT, ANC_SHEET_MARGIN + LABEL_WIDTH, ANC_SHEET_TEXT_WIDTH - LABEL_WIDTH, PANGO_ALIGN_LEFT },
  };

  anc_sheet_add_row (sheet, cells, G_N_ELEMENTS (cells), 3.5);
}

static void
draw_cover (const AncFront *self,
            AncSheet *sheet)
{
  const AncBundlePlan *plan = self->plan;
  g_autofree char *date = anc_bundle_words_date (plan->language, plan->date);
  g_autofree char *count = anc_bundle_words_count (plan->language, plan->exhibits->len, self->n_pages);

  draw_lines (sheet, plan->sender, ANC_SHEET_MARGIN, 250);
  if (plan->recipient[0] != NULL)
    {
      const double x = ANC_SHEET_WIDTH / 2 + 20;

      anc_sheet_set_y (sheet, MAX (anc_sheet_get_y (sheet) + 10, 170));
      anc_sheet_add_paragraph (sheet, ANC_FACE_LABEL, get_word (self, ANC_WORD_TO_THE_ATTENTION_OF), x, 210);
      draw_lines (sheet, plan->recipient, x, ANC_SHEET_WIDTH - ANC_SHEET_MARGIN - x);
    }

  anc_sheet_set_y (sheet, MAX (anc_sheet_get_y (sheet) + 30, 300));
  anc_sheet_add_paragraph (sheet, ANC_FACE_TITLE, plan->title, ANC_SHEET_MARGIN, ANC_SHEET_TEXT_WIDTH);
  if (plan->subtitle != NULL)
    {
      anc_sheet_skip (sheet, 6);
      anc_sheet_add_paragraph (sheet, ANC_FACE_SUBTITLE, plan->subtitle, ANC_SHEET_MARGIN, ANC_SHEET_TEXT_WIDTH);
    }
  anc_sheet_skip (sheet, 18);
  anc_sheet_add_rule (sheet, 0.8, 0.3);
  anc_sheet_skip (sheet, 14);
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const AncBundleRow *row = &g_array_index (plan->rows, AncBundleRow, i);

      draw_cover_row (sheet, row->label, row->value);
    }
  draw_cover_row (sheet, get_word (self, ANC_WORD_FILED_ON), date);
  draw_cover_row (sheet, get_word (self, ANC_WORD_CONTENT), count);
}

/* ---- Memo ---------------------------------------------------------------------------------- */

static void
draw_block (AncSheet *sheet,
            const AncBundleBlock *block)
{
  const double x = ANC_SHEET_MARGIN;
  const AncCell bullet = { "–", ANC_FACE_TEXT, x + 4, 10, PANGO_ALIGN_LEFT };

  switch (block->kind)
    {
    case ANC_BUNDLE_BLOCK_HEADING:
      anc_sheet_need (sheet, 50); /* never alone at the end of a page */
      anc_sheet_skip (sheet, 8);
      anc_sheet_add_paragraph (sheet, ANC_FACE_SUBHEADING, block->text, x, ANC_SHEET_TEXT_WIDTH);
      anc_sheet_skip (sheet, 3);
      break;
    case ANC_BUNDLE_BLOCK_ITEM:
      anc_sheet_need (sheet, 16);
      anc_sheet_draw (sheet, &bullet, anc_sheet_get_y (sheet));
      anc_sheet_add_paragraph (sheet, ANC_FACE_TEXT, block->text, x + 16, ANC_SHEET_TEXT_WIDTH - 16);
      anc_sheet_skip (sheet, 2);
      break;
    case ANC_BUNDLE_BLOCK_SOURCE:
      anc_sheet_add_paragraph (sheet, ANC_FACE_TINY, block->text, x + 16, ANC_SHEET_TEXT_WIDTH - 16);
      anc_sheet_skip (sheet, 3);
      break;
    case ANC_BUNDLE_BLOCK_PARAGRAPH:
    default:
      anc_sheet_add_paragraph (sheet, ANC_FACE_TEXT, block->text, x, ANC_SHEET_TEXT_WIDTH);
      anc_sheet_skip (sheet, 5);
      break;
    }
}

static void
draw_memo (const AncFront *self,
           AncSheet *sheet)
{
  anc_front_add_heading (sheet, get_word (self, ANC_WORD_MEMO));
  for (guint i = 0; i < self->plan->memo->len; i++)
    draw_block (sheet, &g_array_index (self->plan->memo, AncBundleBlock, i));
}

/* ---- All of it ----------------------------------------------------------------------------- */

static char *
format_folio (guint page,
              gpointer user_data)
{
  const AncFront *self = user_data;

  return anc_bundle_words_folio (self->plan->language, page, self->n_pages);
}

static gboolean
has_section (const AncFront *self,
             AncFrontSection section)
{
  switch (section)
    {
    case ANC_FRONT_MEMO:
      return self->plan->memo->len > 0;
    case ANC_FRONT_CHRONOLOGY:
      return self->plan->jobs->len > 0;
    case ANC_FRONT_PRESENCE:
      return self->plan->years->len > 0;
    case ANC_FRONT_COVER:
    case ANC_FRONT_LIST:
    default:
      return TRUE;
    }
}

static void
draw_section (AncFront *self,
              AncSheet *sheet,
              AncFrontSection section)
{
  switch (section)
    {
    case ANC_FRONT_COVER:
      draw_cover (self, sheet);
      break;
    case ANC_FRONT_MEMO:
      draw_memo (self, sheet);
      break;
    case ANC_FRONT_CHRONOLOGY:
      anc_front_draw_chronology (self->plan, sheet);
      break;
    case ANC_FRONT_PRESENCE:
      anc_front_draw_presence (self->plan, sheet);
      break;
    case ANC_FRONT_LIST:
    default:
      anc_front_draw_list (self, sheet);
      break;
    }
}

/**
 * anc_front_draw:
 * @surface: a PDF surface of A4; one without extent only counts
 *
 * Draws all sections. How many pages they take does not depend on the numbers they hold: it may be
 * counted before the pages of the exhibits are known.
 */
void
anc_front_draw (AncFront *self,
                cairo_surface_t *surface)
{
  g_autoptr (AncSheet) sheet = anc_sheet_new (surface, self->plan->title);

  anc_sheet_set_folio (sheet, format_folio, self);
  for (guint i = 0; i < ANC_N_FRONT_SECTIONS; i++)
    {
      guint n_before = anc_sheet_get_n_pages (sheet);

      if (has_section (self, i))
        {
          anc_sheet_begin_page (sheet);
          draw_section (self, sheet, i);
          anc_sheet_set_header (sheet, NULL, NULL);
        }
      self->report->front[i] = anc_sheet_get_n_pages (sheet) - n_before;
    }
  anc_sheet_end (sheet);
}

/**
 * anc_front_count:
 * @report: what became of the parts; its @front is filled
 *
 * Counts the pages that stand before the exhibits.
 */
void
anc_front_count (const AncBundlePlan *plan,
                 AncBundleReport *report)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 0, 0);
  AncFront self = { plan, report, 0, NULL };

  anc_front_draw (&self, surface);
  cairo_surface_destroy (surface);
}

/**
 * anc_front_draw_replacement:
 * @surface: a PDF surface of A4
 *
 * Draws the page that stands in the place of a document that cannot be bound.
 */
void
anc_front_draw_replacement (const AncFront *self,
                            cairo_surface_t *surface,
                            const AncBundleExhibit *exhibit,
                            const AncBundlePart *part,
                            AncPartState state)
{
  g_autoptr (AncSheet) sheet = anc_sheet_new (surface, self->plan->title);
  const AncLanguage language = self->plan->language;

  anc_sheet_begin_page (sheet);
  anc_sheet_set_y (sheet, 280);
  anc_front_add_heading (sheet, get_word (self, ANC_WORD_UNREADABLE));
  anc_sheet_add_paragraph (sheet, ANC_FACE_STRONG, exhibit->title, ANC_SHEET_MARGIN, ANC_SHEET_TEXT_WIDTH);
  if (exhibit->n_parts > 1)
    anc_sheet_add_paragraph (sheet, ANC_FACE_TEXT, part->title, ANC_SHEET_MARGIN, ANC_SHEET_TEXT_WIDTH);
  anc_sheet_skip (sheet, 10);
  anc_sheet_add_paragraph (sheet,
                           ANC_FACE_TEXT,
                           anc_bundle_words_part_state (language, state),
                           ANC_SHEET_MARGIN,
                           ANC_SHEET_TEXT_WIDTH);
  if (state != ANC_PART_MISSING)
    anc_sheet_add_paragraph (sheet,
                             ANC_FACE_TEXT,
                             get_word (self, ANC_WORD_ORIGINAL_KEPT),
                             ANC_SHEET_MARGIN,
                             ANC_SHEET_TEXT_WIDTH);
  anc_sheet_end (sheet);
}
