/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-archive.h"

#include "anc-archival.h"
#include "anc-binding.h"
#include "anc-bundle-words.h"
#include "anc-court-name.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>

#define SECONDS_PER_DAY 86400

/* So that names sort as numbers do. */
static guint
count_digits (const AncBundlePlan *plan)
{
  guint max = 0;
  guint n = 1;

  for (guint i = 0; i < plan->exhibits->len; i++)
    max = MAX (max, anc_bundle_plan_get_exhibit (plan, i)->number);
  for (; max >= 10; max /= 10)
    n++;

  return MAX (n, 2);
}

/**
 * anc_archive_dup_name:
 * @index: of an exhibit, or %G_MAXUINT for the list
 *
 * Returns: (transfer full): the name of its file
 */
char *
anc_archive_dup_name (const AncBundlePlan *plan,
                      guint index)
{
  const AncBundleExhibit *exhibit = index != G_MAXUINT ? anc_bundle_plan_get_exhibit (plan, index) : NULL;

  return anc_court_name_new (exhibit != NULL ? exhibit->number : 0,
                             count_digits (plan),
                             exhibit != NULL ? exhibit->title : anc_bundle_word (plan->language, ANC_WORD_LIST),
                             ".pdf");
}

static gboolean
add_file (const AncBinding *self,
          struct archive *archive,
          const char *name,
          qpdf_data pdf)
{
  struct archive_entry *entry = archive_entry_new ();
  const size_t length = qpdf_get_buffer_length (pdf);
  gboolean is_added;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_mtime (entry, (time_t) self->plan->date * SECONDS_PER_DAY, 0);
  is_added = archive_write_header (archive, entry) == ARCHIVE_OK
             && archive_write_data (archive, qpdf_get_buffer (pdf), length) == (la_ssize_t) length
             && archive_write_finish_entry (archive) == ARCHIVE_OK;
  archive_entry_free (entry);

  return is_added;
}

/* Writes a volume that is all there, and forgets it. */
static gboolean
end_volume (const AncBinding *self,
            struct archive *archive,
            guint number,
            const char *name,
            const char *title,
            gboolean is_archival,
            AncVolume *volume)
{
  anc_archival_describe (volume->pdf, self->plan, title, is_archival);
  if ((qpdf_init_write_memory (volume->pdf) & QPDF_ERRORS) != 0)
    return FALSE;
  anc_volume_set_form (volume, self, number);

  return (qpdf_write (volume->pdf) & QPDF_ERRORS) == 0 && add_file (self, archive, name, volume->pdf);
}

static gboolean
write_exhibit (AncBinding *self,
               struct archive *archive,
               guint index,
               GError **error)
{
  const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (self->plan, index);
  g_autofree char *name = anc_archive_dup_name (self->plan, index);
  g_autofree char *title = anc_bundle_words_bookmark (self->plan->language, exhibit->number, exhibit->title);
  qpdf_data pdf = anc_pdf_new ();
  AncVolume volume;
  gboolean is_written = TRUE;

  qpdf_empty_pdf (pdf);
  anc_volume_init (&volume, pdf);
  if (!anc_volume_add_exhibit (&volume, self, index, error) || !anc_volume_stamp (&volume, self, index, 1, 0, error))
    is_written = FALSE;
  else if (!end_volume (self,
                        archive,
                        exhibit->number,
                        name,
                        title,
                        anc_archival_find_hindrance (self->plan, self->report, exhibit->first_part, exhibit->n_parts) == ANC_ARCHIVAL_YES,
                        &volume))
    is_written = anc_binding_fail (error, "the file of an exhibit could not be written");
  anc_volume_clear (&volume);
  qpdf_cleanup (&pdf);

  return is_written;
}

static gboolean
write_list (AncBinding *self,
            struct archive *archive,
            GError **error)
{
  g_autofree char *name = anc_archive_dup_name (self->plan, G_MAXUINT);
  qpdf_data pdf = anc_pdf_new ();
  AncVolume volume;
  gboolean is_written = TRUE;

  qpdf_empty_pdf (pdf);
  anc_volume_init (&volume, pdf);
  anc_front_count (self->plan, self->report);
  if (!anc_volume_add_front (&volume, self, anc_bundle_report_count_front (self->report), NULL, error))
    is_written = FALSE;
  else if (!end_volume (self, archive, 0, name, self->plan->title, self->plan->wants_pdfa, &volume))
    is_written = anc_binding_fail (error, "the list of exhibits could not be written");
  anc_volume_clear (&volume);
  qpdf_cleanup (&pdf);

  return is_written;
}

static gboolean
write_files (AncBinding *self,
             struct archive *archive,
             GError **error)
{
  for (guint i = 0; i < self->plan->exhibits->len; i++)
    if (!write_exhibit (self, archive, i, error))
      return FALSE;
  if (!write_list (self, archive, error))
    return FALSE;

  self->report->archival = anc_archival_find_hindrance (self->plan, self->report, 0, self->plan->parts->len);
  errno = archive_errno (archive);
  return archive_write_close (archive) == ARCHIVE_OK || anc_binding_fail (error, "the archive could not be written");
}

/**
 * anc_binding_write_archive:
 *
 * Writes one file for each exhibit and one for the list, which stands last since it says how long the
 * others are. They hold compressed data already: the archive only holds them together.
 *
 * Returns: whether it is all there
 */
gboolean
anc_binding_write_archive (AncBinding *self,
                           GError **error)
{
  struct archive *archive = archive_write_new ();
  gboolean is_written;

  errno = 0;
  if (archive_write_set_format_zip (archive) != ARCHIVE_OK || archive_write_set_options (archive, "zip:compression=store") != ARCHIVE_OK
      || archive_write_open_fd (archive, self->output) != ARCHIVE_OK)
    is_written = anc_binding_fail (error, "the archive could not be opened");
  else
    is_written = write_files (self, archive, error);
  archive_write_free (archive);

  return is_written;
}
