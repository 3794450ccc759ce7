/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-check.h"
#include "anc-pdf.h"

#include <poppler.h>

/* What the parts of the second look share. Those that add pages work on the file with qpdf; those that check read
 * what came of it with Poppler. */

/* Later versions of Poppler clean up after its own names themselves. */
typedef PopplerDocument AncReadDocument;
typedef PopplerPage AncReadPage;
typedef PopplerIndexIter AncReadOutline;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncReadDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncReadPage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncReadOutline, poppler_index_iter_free)

gboolean anc_check_fail (GError **error,
                         const char *format,
                         ...) G_GNUC_PRINTF (2, 3);
PopplerDocument *anc_check_read_again (qpdf_data pdf,
                                       GError **error);
char *anc_check_dup_page_text (PopplerDocument *document,
                               guint index);

gboolean anc_check_add_stamp_sheets (qpdf_data pdf,
                                     guint n_front,
                                     guint n_pages,
                                     GError **error);
guint anc_check_count_stamp_sheets (guint n_stamps);
GPtrArray *anc_check_list_stamps (const AncBundlePlan *plan,
                                  const AncBundleReport *report,
                                  guint first_exhibit,
                                  guint n_exhibits,
                                  guint n_front,
                                  guint n_pages_of_file);
gboolean anc_check_stamps (PopplerDocument *document,
                           guint first_sheet,
                           guint n_front,
                           const GPtrArray *lines,
                           GError **error);

gboolean anc_check_list (PopplerDocument *document,
                         qpdf_data pdf,
                         guint first_page,
                         const AncBundlePlan *plan,
                         const AncBundleReport *report,
                         GError **error);
