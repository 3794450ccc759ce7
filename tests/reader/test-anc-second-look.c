/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-layout.h"
#include "anc-page-fixture.h"
#include "anc-reading-parts.h"
#include "anc-second-look.h"
#include "anc-slip.h"

#include <string.h>

#define SLIP                                                             \
  "FIRME FICTIVE SARL            BULLETIN DE PAIE\n"                     \
  "1 rue du Vide                 Période du 01/03/2026 au 31/03/2026\n" \
  "99110 PATELIN\n"                                                      \
  "SIRET : 165 333 147 00271     Mme Cunégonde JUJUBE\n"                \
  "Emploi : Plongeuse            2 rue du Conte\n"                       \
  "                              99220 TROU-EN-BROUSSE\n"                \
  "\n"                                                                   \
  "Salaire brut                  1 865,54\n"                             \
  "Total des retenues              465,54\n"                             \
  "Net à payer                   1 400,00\n"

/* What a broken text layer makes of it: the amounts are no words. */
#define BROKEN_SLIP                                     \
  "FIRME FICTIVE SARL            BULLETIN DE PAIE\n"    \
  "Mme Cunégonde JUJUBE          Emploi : Plongeuse\n" \
  "Salaire brut                  #%&&\n"                \
  "Net à payer                   %&##\n"

/* ---- A document that says one thing and shows another -------------------------------------- */

#define PAPER_TYPE (paper_get_type ())
G_DECLARE_FINAL_TYPE (Paper, paper, PAPER, PAPER, AncDocument)

struct _Paper
{
  AncDocument parent_instance;

  const char *shown; /* as lines of a typewriter */
  guint n_drawn;     /* how often somebody looked */
};

G_DEFINE_FINAL_TYPE (Paper, paper, ANC_TYPE_DOCUMENT)

static guint
paper_get_n_pages (AncDocument *document)
{
  return 1;
}

static void
paper_get_page_size (AncDocument *document,
                     guint page,
                     double *width,
                     double *height)
{
  *width = 595;
  *height = 842;
}

static gboolean
paper_draw_page (AncDocument *document,
                 guint page,
                 cairo_t *cr,
                 GError **error)
{
  Paper *self = PAPER_PAPER (document);
  g_auto (GStrv) lines = g_strsplit (self->shown, "\n", -1);

  self->n_drawn++;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_select_font_face (cr, "Noto Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 11);
  for (guint row = 0; lines[row] != NULL; row++)
    {
      const char *cell = strstr (lines[row], "  "); /* the second column, where there is one */
      g_autofree char *first = cell != NULL ? g_strndup (lines[row], (gsize) (cell - lines[row])) : g_strdup (lines[row]);

      cairo_move_to (cr, 50, 60 + 22 * row);
      cairo_show_text (cr, first);
      cairo_move_to (cr, 320, 60 + 22 * row);
      cairo_show_text (cr, cell != NULL ? cell + strspn (cell, " ") : "");
    }

  return TRUE;
}

static void
paper_class_init (PaperClass *klass)
{
  AncDocumentClass *document_class = ANC_DOCUMENT_CLASS (klass);

  document_class->get_n_pages = paper_get_n_pages;
  document_class->get_page_size = paper_get_page_size;
  document_class->draw_page = paper_draw_page;
}

static void
paper_init (Paper *self)
{
}

/* ---- Tests --------------------------------------------------------------------------------- */

static void
set_field (AncSlip *slip,
           AncSlipField field,
           double confidence)
{
  slip->places[field].text = g_strdup ("1 400,00");
  slip->places[field].confidence = confidence;
}

/* Page 0 is what is asked about; the slip, where there is one, lies on the pages that are told. */
static void
test_is_due (void)
{
  static const struct
  {
    const char *why;
    const char *text;
    int slip_page; /* -1: no slip was found */
    double gross;  /* how sure, 0 when it was not read */
    double net;
    gboolean is_due;
  } rows[] = {
    { "all is there", SLIP, 0, 0.9, 0.9, FALSE },
    { "just sure enough", SLIP, 0, 0.5, 0.5, FALSE },
    { "no gross pay", SLIP, 0, 0, 0.9, TRUE },
    { "no net pay", SLIP, 0, 0.9, 0, TRUE },
    { "a doubtful net pay", SLIP, 0, 0.9, 0.49, TRUE },
    { "the slip is on another page, and this looks like one", SLIP, 1, 0.9, 0.9, TRUE },
    { "no slip, but it looks like one", SLIP, -1, 0, 0, TRUE },
    { "a letter", "Madame,\nveuillez trouver ci-joint nos meilleurs vœux.\n", -1, 0, 0, FALSE },
    { "a letter before an incomplete slip", "Madame,\nnos meilleurs vœux.\n", 1, 0, 0, FALSE },
    { "nothing", "", -1, 0, 0, FALSE },
  };
  g_autoptr (AncLabelTable) labels = anc_label_table_new_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AncPageText) text = anc_page_fixture_new (rows[i].text);
      g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_layout_free);
      g_autoptr (GPtrArray) slips = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_slip_free);

      g_test_message ("%s", rows[i].why);
      anc_reading_add_parts (text, 0, labels, layouts);
      if (rows[i].slip_page >= 0)
        {
          AncSlip *slip = anc_slip_new ();

          slip->first_page = slip->last_page = (guint) rows[i].slip_page;
          if (rows[i].gross > 0)
            set_field (slip, ANC_SLIP_GROSS, rows[i].gross);
          if (rows[i].net > 0)
            set_field (slip, ANC_SLIP_NET, rows[i].net);
          g_ptr_array_add (slips, slip);
        }
      g_assert_cmpint (anc_second_look_is_due (layouts, slips, 0), ==, rows[i].is_due);
    }
}

static gboolean
says (const AncPageText *text,
      const char *word)
{
  for (guint i = 0; i < anc_page_text_get_n_words (text); i++)
    if (strcmp (anc_page_text_get_word (text, i)->text, word) == 0)
      return TRUE;

  return FALSE;
}

/* What a page shows counts where its text layer says less. */
static void
test_takes_what_says_more (void)
{
  g_autoptr (Paper) paper = g_object_new (PAPER_TYPE, NULL);
  g_autoptr (AncLabelTable) labels = anc_label_table_new_shipped ();
  g_autoptr (AncPageText) text = anc_page_fixture_new (BROKEN_SLIP);
  g_autoptr (AncPageText) better = NULL;
  AncOcr *ocr = NULL;

  paper->shown = SLIP;
  better = anc_second_look_take (ANC_DOCUMENT (paper), 0, text, labels, &ocr);
  g_assert_nonnull (ocr);
  g_assert_true (better != text);
  g_assert_true (anc_page_text_is_from_ocr (better));
  g_assert_true (says (better, "865,54"));
  g_assert_cmpuint (paper->n_drawn, >, 0);
  anc_ocr_free (ocr);
}

/* What was read stays where looking again finds no more. */
static void
test_keeps_what_says_as_much (void)
{
  static const char *const shown[] = { SLIP, BROKEN_SLIP, "" };
  g_autoptr (AncLabelTable) labels = anc_label_table_new_shipped ();
  AncOcr *ocr = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autoptr (Paper) paper = g_object_new (PAPER_TYPE, NULL);
      g_autoptr (AncPageText) text = anc_page_fixture_new (SLIP);
      g_autoptr (AncPageText) better = NULL;

      paper->shown = shown[i];
      better = anc_second_look_take (ANC_DOCUMENT (paper), 0, text, labels, &ocr);
      g_assert_true (better == text);
      g_assert_cmpuint (paper->n_drawn, >, 0);
    }
  anc_ocr_free (ocr);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reading/second-look/is-due", test_is_due);
  g_test_add_func ("/reading/second-look/takes-what-says-more", test_takes_what_says_more);
  g_test_add_func ("/reading/second-look/keeps-what-says-as-much", test_keeps_what_says_as_much);

  return g_test_run ();
}
