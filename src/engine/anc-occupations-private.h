/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-occupations.h"

struct _AncOccupations
{
  GPtrArray *lists; /* of AncOccupationList, in the order in which they are declared */
  GArray *families; /* of AncFamily, in the order of the file until sealed, then by ROME code */
  GStringChunk *strings;
};

AncOccupationList *anc_occupations_get_mutable_list (AncOccupations *self,
                                                     const char *id);
AncOccupationList *anc_occupations_add_list (AncOccupations *self,
                                             const char *id);
