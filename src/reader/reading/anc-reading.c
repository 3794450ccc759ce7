/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reading.h"

#include "anc-reading-parts.h"
#include "anc-reading-private.h"
#include "anc-second-look.h"
#include "anc-slip-reader.h"

/* Nobody keeps more slips in one file; what has more pages is read up to here. */
#define MAX_PAGES 400

/* Pages that are read again, where a payslip said too little. */
#define MAX_SECOND_LOOKS 12

/* How much a paper must be of a kind to be called that. */
#define MIN_KIND_SCORE 2.5

/* What is shared by the steps of reading one document. */
typedef struct
{
  AncReading *reading;
  AncLabelTable *labels;
  AncKindTable *kinds;
  GPtrArray *layouts; /* of AncLayout, one per page that was read, or part of one */
} Run;

static void
unref_text (gpointer text)
{
  if (text != NULL)
    anc_page_text_unref (text);
}

static void
run_init (Run *run)
{
  run->reading = g_new0 (AncReading, 1);
  run->reading->ocr_pages = g_array_new (FALSE, FALSE, sizeof (guint));
  run->reading->texts = g_ptr_array_new_with_free_func (unref_text);
  run->reading->slips = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_slip_free);
  run->reading->form_fields = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_form_field_free);
  run->labels = anc_label_table_new_shipped ();
  run->kinds = anc_kind_table_new_shipped ();
  run->layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_layout_free);
}

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->reading, anc_reading_free);
  g_clear_pointer (&run->layouts, g_ptr_array_unref);
  g_clear_pointer (&run->kinds, anc_kind_table_free);
  g_clear_pointer (&run->labels, anc_label_table_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Which payslip it is: that of a firm, of a household or of an agency. */
static AncKind
tell_payslip_kind (const Run *run,
                   const double scores[ANC_N_KINDS])
{
  if (scores[ANC_KIND_AGENCY] >= 2 && scores[ANC_KIND_AGENCY] >= scores[ANC_KIND_HOUSEHOLD])
    return ANC_KIND_AGENCY;
  if (scores[ANC_KIND_HOUSEHOLD] >= 2 && !anc_reading_has_siret (run->layouts))
    return ANC_KIND_HOUSEHOLD;

  return ANC_KIND_PAYSLIP;
}

static AncKind
tell_kind (const double scores[ANC_N_KINDS])
{
  AncKind best = ANC_KIND_OTHER;

  for (AncKind kind = ANC_KIND_WORK_AUTHORISATION_REQUEST; kind < ANC_N_KINDS; kind++)
    if (scores[kind] >= MIN_KIND_SCORE && scores[kind] > scores[best])
      best = kind;

  return best;
}

/* Takes the pages apart, from their texts. */
static void
lay_out (Run *run)
{
  g_array_set_size (run->reading->ocr_pages, 0);
  g_ptr_array_set_size (run->layouts, 0);
  for (guint page = 0; page < run->reading->texts->len; page++)
    {
      const AncPageText *text = run->reading->texts->pdata[page];

      if (text == NULL)
        continue;
      if (anc_page_text_is_from_ocr (text))
        g_array_append_val (run->reading->ocr_pages, page);
      anc_reading_add_parts (text, page, run->labels, run->layouts);
    }
}

static void
interpret (Run *run)
{
  AncReading *reading = run->reading;
  double scores[ANC_N_KINDS] = { 0 };
  g_autofree gboolean *other_pages = NULL;

  lay_out (run);
  other_pages = g_new0 (gboolean, run->layouts->len);
  for (guint i = 0; i < run->layouts->len; i++)
    {
      double before = scores[ANC_KIND_OTHER];

      anc_kind_table_rate (run->kinds, run->layouts->pdata[i], scores);
      other_pages[i] = scores[ANC_KIND_OTHER] > before;
    }

  reading->payslip_kind = tell_payslip_kind (run, scores);
  reading->kind = tell_kind (scores);
  /* A title of another kind wins over amounts that a slip has too. */
  g_ptr_array_set_size (reading->slips, 0);
  anc_reading_find_slips (run->layouts,
                          reading->payslip_kind,
                          reading->kind != ANC_KIND_OTHER,
                          other_pages,
                          reading->slips);
  g_clear_pointer (&reading->statement, anc_statement_free);
  if (reading->slips->len > 0)
    reading->kind = ANC_KIND_PAYSLIP;
  else if (reading->kind != ANC_KIND_OTHER)
    reading->statement = anc_reading_read_statement (run->layouts, reading->form_fields, reading->kind);
}

/* Reads pages again that should be payslips and said too little; what says more counts. */
static void
look_again (Run *run,
            AncDocument *document,
            const AncReadingOptions *options,
            AncOcr **ocr)
{
  guint n_looks = 0;
  gboolean changed = FALSE;

  if (options->ocr_policy == ANC_OCR_NEVER
      || (run->reading->kind != ANC_KIND_PAYSLIP && run->reading->kind != ANC_KIND_OTHER))
    return;

  for (guint page = 0; page < run->reading->texts->len && n_looks < MAX_SECOND_LOOKS; page++)
    {
      AncPageText *text = run->reading->texts->pdata[page];
      AncPageText *better;

      if (text == NULL || g_cancellable_is_cancelled (options->cancellable)
          || !anc_second_look_is_due (run->layouts, run->reading->slips, page))
        continue;

      n_looks++;
      better = anc_second_look_take (document, page, text, run->labels, ocr);
      changed |= better != text;
      anc_page_text_unref (text);
      run->reading->texts->pdata[page] = better;
    }

  if (changed)
    interpret (run);
}

/**
 * anc_reading_run:
 * @document: a document
 * @options: how to read it
 * @error: an error of %ANC_DOCUMENT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Reads a document: its text, what kind it is, and what it says. A page that cannot be read is passed
 * over when others can.
 *
 * Returns: (transfer full): what it says, or %NULL
 */
AncReading *
anc_reading_run (AncDocument *document,
                 const AncReadingOptions *options,
                 GError **error)
{
  g_auto (Run) run = { 0 };
  g_autoptr (AncOcr) made = NULL;
  g_autoptr (GError) last_error = NULL;
  AncOcr *kept;
  AncOcr **ocr;
  guint n_read, n_texts = 0;

  g_return_val_if_fail (ANC_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  kept = options->ocr;
  ocr = kept != NULL ? &kept : &made;
  run_init (&run);
  run.reading->n_pages = anc_document_get_n_pages (document);
  n_read = MIN (run.reading->n_pages, MAX_PAGES);
  for (guint page = 0; page < n_read; page++)
    {
      g_autoptr (AncPageText) text = NULL;

      if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
        return NULL;

      g_clear_error (&last_error);
      text = anc_document_read_text (document, page, options->ocr_policy, ocr, &last_error);
      g_ptr_array_add (run.reading->texts, g_steal_pointer (&text));
      n_texts += run.reading->texts->pdata[page] != NULL;
      if (options->progress != NULL)
        options->progress (page + 1, n_read, options->progress_data);
    }
  if (n_texts == 0 && last_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&last_error));
      return NULL;
    }

  g_ptr_array_unref (run.reading->form_fields);
  run.reading->form_fields = anc_document_list_form_fields (document);
  interpret (&run);
  look_again (&run, document, options, ocr);
  return g_steal_pointer (&run.reading);
}

/**
 * anc_reading_run_on_texts:
 * @texts: (array length=n_texts): the words of each page of a document
 * @n_texts: how many pages it has
 *
 * Returns: (transfer full): what these pages say
 */
AncReading *
anc_reading_run_on_texts (AncPageText *const *texts,
                          guint n_texts)
{
  g_auto (Run) run = { 0 };

  run_init (&run);
  run.reading->n_pages = n_texts;
  for (guint page = 0; page < n_texts; page++)
    g_ptr_array_add (run.reading->texts, anc_page_text_ref (texts[page]));
  interpret (&run);

  return g_steal_pointer (&run.reading);
}

void
anc_reading_free (AncReading *self)
{
  g_array_unref (self->ocr_pages);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->slips);
  g_ptr_array_unref (self->form_fields);
  g_clear_pointer (&self->statement, anc_statement_free);
  g_free (self);
}
