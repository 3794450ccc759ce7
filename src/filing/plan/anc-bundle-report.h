/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncPartState:
 * @ANC_PART_BOUND: its pages are in the file, as they were
 * @ANC_PART_REPAIRED: the document is damaged; what could be saved of it is in the file
 * @ANC_PART_MISSING: the document could not be had
 * @ANC_PART_PASSWORD: it wants a password that was not given, or another one
 * @ANC_PART_DAMAGED: nothing of it could be read
 * @ANC_PART_NOT_A_DOCUMENT: it is neither a PDF file nor an image of a kind that can be bound
 * @ANC_PART_EMPTY: it has no page
 * @ANC_PART_TOO_LARGE: it has more pages, or an image more pixels, than any honest document
 * @ANC_PART_CRASHED: reading it ended the program that reads; it was left out
 *
 * What became of one document of a plan. From %ANC_PART_MISSING on, a page stands in its place that says so.
 */
typedef enum
{
  ANC_PART_BOUND,
  ANC_PART_REPAIRED,
  ANC_PART_MISSING,
  ANC_PART_PASSWORD,
  ANC_PART_DAMAGED,
  ANC_PART_NOT_A_DOCUMENT,
  ANC_PART_EMPTY,
  ANC_PART_TOO_LARGE,
  ANC_PART_CRASHED,
} AncPartState;

#define ANC_N_PART_STATES (ANC_PART_CRASHED + 1)

extern const char *const anc_part_state_names[];

/**
 * AncArchivalHindrance:
 * @ANC_ARCHIVAL_YES: nothing: the file is PDF/A-2b
 * @ANC_ARCHIVAL_NOT_WANTED: nobody asked for it
 * @ANC_ARCHIVAL_SOURCES: there are PDF documents that do not say they are PDF/A themselves
 *
 * Why a numbered file is not PDF/A-2.
 */
typedef enum
{
  ANC_ARCHIVAL_YES,
  ANC_ARCHIVAL_NOT_WANTED,
  ANC_ARCHIVAL_SOURCES,
} AncArchivalHindrance;

#define ANC_N_ARCHIVAL_HINDRANCES (ANC_ARCHIVAL_SOURCES + 1)

extern const char *const anc_archival_names[];

/**
 * AncPartReport:
 * @n_pages: pages it takes in the file, at least 1
 * @is_archival: whether it says it is PDF/A, or was made into pages here
 */
typedef struct
{
  AncPartState state;
  guint n_pages;
  gboolean is_archival;
} AncPartReport;

/* The pages that stand before the exhibits, in their order. */
typedef enum
{
  ANC_FRONT_COVER,
  ANC_FRONT_MEMO,
  ANC_FRONT_CHRONOLOGY,
  ANC_FRONT_PRESENCE,
  ANC_FRONT_LIST,
} AncFrontSection;

#define ANC_N_FRONT_SECTIONS (ANC_FRONT_LIST + 1)

/**
 * AncBundleReport:
 * @front: pages of each section before the exhibits; 0 for one that is not there
 * @parts: of #AncPartReport, in the order of the plan
 * @archival: whether the file is PDF/A-2, or why not
 *
 * What a numbered file came out as.
 */
typedef struct
{
  guint front[ANC_N_FRONT_SECTIONS];
  GArray *parts;
  AncArchivalHindrance archival;
} AncBundleReport;

/* A report on its way between two programs. */
#define ANC_BUNDLE_REPORT_TYPE "(auua(uub))"

AncBundleReport *anc_bundle_report_new (void);
AncBundleReport *anc_bundle_report_new_from_variant (GVariant *variant,
                                                     guint n_parts);
void anc_bundle_report_free (AncBundleReport *self);

GVariant *anc_bundle_report_to_variant (const AncBundleReport *self);

guint anc_bundle_report_count_front (const AncBundleReport *self);
guint anc_bundle_report_count_pages (const AncBundleReport *self,
                                     guint first_part,
                                     guint n_parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncBundleReport, anc_bundle_report_free)
