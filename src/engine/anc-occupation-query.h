/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-occupations.h"

/**
 * AncOccupationQuery:
 * @occupation: what is asked about, by one code at least
 * @region: where, or %ANC_REGION_NONE for all of them
 * @on: the day on which the lists are read
 *
 * What the lists of occupations are asked, as a person asks it: without a case.
 */
typedef struct
{
  AncOccupation occupation;
  AncRegion region;
  AncDate on;
} AncOccupationQuery;

gboolean anc_occupation_parse (const char *text,
                               AncOccupation *occupation);

gboolean anc_occupation_query_concerns_family (const AncOccupationQuery *self,
                                               const AncFamily *family);
gboolean anc_occupation_query_concerns_row (const AncOccupationQuery *self,
                                            const AncOccupations *occupations,
                                            const AncListRow *row);
AncListing anc_occupation_query_answer (const AncOccupationQuery *self,
                                        const AncOccupations *occupations,
                                        const AncOccupationList *list);
