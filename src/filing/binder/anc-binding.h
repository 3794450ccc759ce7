/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-front.h"
#include "anc-pdf.h"

#include "anc-bundle-plan.h"
#include "anc-bundle-report.h"

/**
 * AncDocument:
 * @span: its bytes
 * @state: what is already known to be wrong with it; %ANC_PART_BOUND if nothing is
 *
 * The document of a part.
 */
typedef struct
{
  AncSpan span;
  AncPartState state;
} AncDocument;

/**
 * AncBinding:
 * @documents: of #AncDocument, one for each part of the plan
 * @report: filled while binding
 * @scratch: what is made on the way
 * @output: the file to write
 * @identifier: what tells the file from all others, in hexadecimal digits
 *
 * A numbered file being made, from documents that are not trusted.
 */
typedef struct
{
  const AncBundlePlan *plan;
  GArray *documents;
  AncBundleReport *report;
  AncScratch scratch;
  int output;
  char *identifier;
} AncBinding;

/**
 * AncVolume:
 * @pdf: the file
 * @contents: (element-type GString): what draws each page of it, the stamp still missing
 * @streams: of the contents already written, by what they say: the numbers of their objects
 *
 * One PDF file being made: pages of some exhibits.
 */
typedef struct
{
  qpdf_data pdf;
  GPtrArray *contents;
  GHashTable *streams;
} AncVolume;

gboolean anc_binding_prepare (AncBinding *self);
gboolean anc_binding_run (AncBinding *self,
                          GError **error);

gboolean anc_binding_write_archive (AncBinding *self,
                                    GError **error);

void anc_volume_init (AncVolume *self,
                      qpdf_data pdf);
void anc_volume_clear (AncVolume *self);
gboolean anc_volume_add_exhibit (AncVolume *self,
                                 AncBinding *binding,
                                 guint index,
                                 GError **error);
gboolean anc_volume_add_front (AncVolume *self,
                               AncBinding *binding,
                               guint n_pages,
                               GArray *links,
                               GError **error);
gboolean anc_volume_stamp (AncVolume *self,
                           AncBinding *binding,
                           guint first_exhibit,
                           guint n_exhibits,
                           guint n_front,
                           GError **error);
void anc_volume_set_form (AncVolume *self,
                          const AncBinding *binding,
                          guint number);

gboolean anc_binding_fail (GError **error,
                           const char *what);
