/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-binding.h"

#include "anc-archival.h"
#include "anc-binder-protocol.h"
#include "anc-filing-error.h"
#include "anc-navigation.h"
#include "anc-progress.h"

#include <errno.h>

/* What progress says when writing starts. */
#define DONE_DRAWING 700

/* Bytes of the end of a document. */
#define IDENTIFYING_END 2048

/* The document the file is written from. It has to know the file before this program shuts itself in, and lives as
 * long as it: taking all its objects apart takes a tenth of the time of writing them. */
static qpdf_data file_pdf;

static void
report_writing (int percent,
                void *data)
{
  anc_progress_tell_done (DONE_DRAWING + (ANC_BINDER_DONE - DONE_DRAWING) * (guint) percent / 100);
}

gboolean
anc_binding_fail (GError **error,
                  const char *what)
{
  g_set_error_literal (error, ANC_FILING_ERROR, errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? ANC_FILING_ERROR_FULL : ANC_FILING_ERROR_WRITE, what);
  return FALSE;
}

/**
 * anc_binding_prepare:
 *
 * Opens what can only be opened before the program shuts itself in: qpdf knows the file it writes by a name only.
 *
 * Returns: whether it could
 */
gboolean
anc_binding_prepare (AncBinding *self)
{
  g_autofree char *name = g_strdup_printf ("/proc/self/fd/%d", self->output);

  file_pdf = anc_pdf_new ();

  return (qpdf_empty_pdf (file_pdf) & QPDF_ERRORS) == 0 && (qpdf_init_write (file_pdf, name) & QPDF_ERRORS) == 0;
}

static gboolean
add_everything (AncBinding *self,
                AncVolume *volume,
                GError **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (AncFrontLink));
  g_autoptr (GArray) bookmarks = NULL;
  guint n_front;

  for (guint i = 0; i < self->plan->exhibits->len; i++)
    if (!anc_volume_add_exhibit (volume, self, i, error))
      return FALSE;

  anc_front_count (self->plan, self->report);
  n_front = anc_bundle_report_count_front (self->report);
  if (!anc_volume_add_front (volume, self, n_front + volume->contents->len, links, error)
      || !anc_volume_stamp (volume, self, 0, self->plan->exhibits->len, n_front, error))
    return FALSE;

  bookmarks = anc_navigation_list_bookmarks (self->plan, self->report);
  anc_navigation_set_bookmarks (volume->pdf, bookmarks);
  anc_navigation_set_labels (volume->pdf, self->plan, self->report);
  anc_navigation_add_links (volume->pdf, self->plan, self->report, links);
  self->report->archival = anc_archival_find_hindrance (self->plan, self->report, 0, self->plan->parts->len);
  anc_archival_describe (volume->pdf, self->plan, self->plan->title, self->report->archival == ANC_ARCHIVAL_YES);
  anc_progress_tell_done (DONE_DRAWING);

  return TRUE;
}

static gboolean
write_file (AncBinding *self,
            GError **error)
{
  AncVolume volume;
  gboolean is_right;

  anc_volume_init (&volume, file_pdf);
  is_right = add_everything (self, &volume, error);
  if (is_right)
    anc_volume_set_form (&volume, self, 0);
  anc_volume_clear (&volume);
  if (!is_right)
    return FALSE;

  qpdf_register_progress_reporter (file_pdf, report_writing, NULL);
  errno = 0;
  if ((qpdf_write (file_pdf) & QPDF_ERRORS) != 0)
    return anc_binding_fail (error, "the file could not be written");

  return TRUE;
}

/* From the plan and, of each document, its length and its end, where a PDF file tells itself from others. */
static char *
create_identifier (const AncBinding *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) self->plan->text, (gssize) self->plan->length);
  for (guint i = 0; i < self->documents->len; i++)
    {
      const AncDocument *document = &g_array_index (self->documents, AncDocument, i);
      const gsize n = MIN (document->span.length, IDENTIFYING_END);
      guint64 length = GUINT64_TO_LE (document->span.length);

      g_checksum_update (checksum, (const guchar *) &length, sizeof length);
      if (n > 0)
        g_checksum_update (checksum, document->span.data + document->span.length - n, (gssize) n);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * anc_binding_run:
 * @error: an error of %ANC_FILING_ERROR
 *
 * Makes the file, after anc_binding_prepare().
 *
 * Returns: whether it is all there
 */
gboolean
anc_binding_run (AncBinding *self,
                 GError **error)
{
  gboolean is_written;

  g_array_set_size (self->report->parts, self->plan->parts->len);
  self->identifier = create_identifier (self);
  is_written = self->plan->form == ANC_BUNDLE_ARCHIVE ? anc_binding_write_archive (self, error) : write_file (self, error);
  g_clear_pointer (&self->identifier, g_free);

  return is_written;
}
