/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-problems.h"

/**
 * AncCsv:
 *
 * Reads comma-separated rows with a header (RFC 4180: fields may be quoted, a quote is doubled, a
 * quoted field may hold line breaks), one row at a time and with the line each one starts on.
 * Blank lines are passed over.
 */
typedef struct _AncCsv AncCsv;

AncCsv *anc_csv_new (const char *text,
                     gsize length,
                     const char *const *columns,
                     AncProblems *problems);
void anc_csv_free (AncCsv *self);

gboolean anc_csv_next (AncCsv *self);
guint anc_csv_get_line (const AncCsv *self);
const char *anc_csv_get (const AncCsv *self,
                         guint column);
void anc_csv_complain (AncCsv *self,
                       guint column,
                       const char *template,
                       ...) G_GNUC_NULL_TERMINATED;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncCsv, anc_csv_free)
