/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-binding.h"

#include "anc-archival.h"
#include "anc-binder-protocol.h"
#include "anc-filing-error.h"
#include "anc-navigation.h"

#include <errno.h>
#include <stdio.h>

/* What progress says when writing starts. */
#define DONE_DRAWING 700

/* The document the file is written from. It has to know the file before this program shuts itself in. */
static qpdf_data file_pdf;

void
anc_binding_report_progress (guint done)
{
  static guint last;

  if (done == last)
    return;

  last = done;
  printf ("done %u\n", done);
  fflush (stdout);
}

static void
report_writing (int percent,
                void *data)
{
  anc_binding_report_progress (DONE_DRAWING + (ANC_BINDER_DONE - DONE_DRAWING) * (guint) percent / 100);
}

gboolean
anc_binding_fail (GError **error,
                  const char *what)
{
  g_set_error_literal (error, ANC_FILING_ERROR, errno == ENOSPC || errno == EDQUOT ? ANC_FILING_ERROR_FULL : ANC_FILING_ERROR_WRITE, what);
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
  anc_binding_report_progress (DONE_DRAWING);

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
  anc_volume_clear (&volume);
  if (!is_right)
    return FALSE;

  /* What the documents hold goes in as it is; nothing of it is unpacked. */
  qpdf_set_stream_data_mode (file_pdf, qpdf_s_preserve);
  qpdf_set_object_stream_mode (file_pdf, qpdf_o_generate);
  qpdf_set_minimum_pdf_version (file_pdf, "1.7");
  qpdf_set_deterministic_ID (file_pdf, QPDF_TRUE);
  qpdf_register_progress_reporter (file_pdf, report_writing, NULL);
  errno = 0;
  if ((qpdf_write (file_pdf) & QPDF_ERRORS) != 0)
    return anc_binding_fail (error, "the file could not be written");

  return TRUE;
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
  is_written = self->plan->form == ANC_BUNDLE_ARCHIVE ? anc_binding_write_archive (self, error) : write_file (self, error);
  qpdf_cleanup (&file_pdf);

  return is_written;
}
