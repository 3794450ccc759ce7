/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-exhibit-rules.h"

struct _AncExhibitRules
{
  gatomicrefcount ref_count;
  GPtrArray *kinds;   /* of AncExhibitKind, in the order in which they were read */
  GPtrArray *lists;   /* of AncExhibitList; one that comes later takes the place of one with its id */
  GPtrArray *sources; /* of AncExhibitSource, of all files */
  GStringChunk *strings;
};

/* What a file of rules may be. */
typedef enum
{
  ANC_EXHIBIT_FORMAT_KINDS,
  ANC_EXHIBIT_FORMAT_LIST,
  ANC_EXHIBIT_FORMAT_GRADES,
} AncExhibitFormat;

extern const char *const anc_exhibit_formats[];

void anc_exhibit_kind_free (AncExhibitKind *self);
