/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-front.h"
#include "anc-pdf.h"

#include "anc-bundle-plan.h"
#include "anc-bundle-report.h"

/**
 * AncBookmark:
 * @title: what it says
 * @page: where it leads, from 0
 * @level: 0 at the top; at most one more than that of the one before
 * @is_open: whether what stands below it is shown at first
 */
typedef struct
{
  char *title;
  guint page;
  guint level;
  gboolean is_open;
} AncBookmark;

GArray *anc_navigation_list_bookmarks (const AncBundlePlan *plan,
                                       const AncBundleReport *report);
char *anc_navigation_dup_label (const AncBundlePlan *plan,
                                const AncBundleReport *report,
                                guint page);

void anc_navigation_set_bookmarks (qpdf_data pdf,
                                   const GArray *bookmarks);
void anc_navigation_set_labels (qpdf_data pdf,
                                const AncBundlePlan *plan,
                                const AncBundleReport *report);
void anc_navigation_add_links (qpdf_data pdf,
                               const AncBundlePlan *plan,
                               const AncBundleReport *report,
                               const GArray *links);

guint anc_navigation_find_page (const AncBundlePlan *plan,
                                const AncBundleReport *report,
                                guint exhibit,
                                guint part);
