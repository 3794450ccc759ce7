/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-problems.h"

/**
 * AncDepartment:
 *
 * A French department as a small number (75, 971; 2A and 2B are 201 and 202); 0 when not recorded.
 */
typedef guint16 AncDepartment;

/**
 * AncRegion:
 *
 * A region's INSEE code as a number (11, 76…); 0 when not known.
 */
typedef guint16 AncRegion;

#define ANC_DEPARTMENT_NONE ((AncDepartment) 0)
#define ANC_REGION_NONE ((AncRegion) 0)

/* A list row or question that concerns every region. */
#define ANC_REGION_ANY ((AncRegion) G_MAXUINT16)

/**
 * AncTerritory:
 *
 * The table of departments and regions (data/departments.csv). Immutable once read.
 */
typedef struct _AncTerritory AncTerritory;

AncTerritory *anc_territory_new (const char *csv,
                                 gsize length,
                                 AncProblems *problems);
void anc_territory_free (AncTerritory *self);

AncDepartment anc_territory_find_department (const AncTerritory *self,
                                             const char *code);
AncRegion anc_territory_get_region (const AncTerritory *self,
                                    AncDepartment department);
AncRegion anc_territory_find_region (const AncTerritory *self,
                                     const char *code);
AncRegion anc_territory_find_region_by_name (const AncTerritory *self,
                                             const char *name);
AncRegion anc_territory_get_next_region (const AncTerritory *self,
                                         AncRegion after);
const char *anc_territory_get_region_name (const AncTerritory *self,
                                           AncRegion region);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncTerritory, anc_territory_free)
