/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-nationality.h"
#include "anc-territory.h"
#include "anc-text.h"

#include "anc-date.h"
#include "anc-problems.h"

/**
 * AncCodeSystem:
 * @ANC_CODE_SYSTEM_FAP: Dares families (FAP-2009), `A0Z40`
 * @ANC_CODE_SYSTEM_ROME: ROME, version 3, `A1416`
 * @ANC_CODE_SYSTEM_ROME_OLD: ROME before 2010, five digits
 */
typedef enum
{
  ANC_CODE_SYSTEM_FAP,
  ANC_CODE_SYSTEM_ROME,
  ANC_CODE_SYSTEM_ROME_OLD,
} AncCodeSystem;

#define ANC_N_CODE_SYSTEMS (ANC_CODE_SYSTEM_ROME_OLD + 1)

extern const char *const anc_code_system_names[];

/**
 * AncCode:
 *
 * An occupation's code in one system, its five characters packed behind the system; 0 when absent.
 */
typedef guint64 AncCode;

#define ANC_CODE_NONE ((AncCode) 0)
#define ANC_CODE_BUFFER_SIZE 8

/**
 * AncOccupation:
 *
 * The codes of one occupation; all absent where only its name is known.
 */
typedef struct
{
  AncCode codes[ANC_N_CODE_SYSTEMS];
} AncOccupation;

/**
 * AncListing:
 *
 * Whether an occupation is on a list.
 */
typedef enum
{
  ANC_LISTING_OFF,
  ANC_LISTING_UNDECIDED,
  ANC_LISTING_ON,
} AncListing;

/**
 * AncRowStatus:
 * @ANC_ROW_NOT_LISTED: known to be off
 * @ANC_ROW_PROBABLE: a press summary, a draft, an inference
 * @ANC_ROW_LISTED: read in the list itself or a copy of it
 *
 * What a row of a list is worth, least first.
 */
typedef enum
{
  ANC_ROW_NOT_LISTED,
  ANC_ROW_PROBABLE,
  ANC_ROW_LISTED,
} AncRowStatus;

extern const char *const anc_row_status_names[];

/**
 * AncListRow:
 * @code: the code, or %ANC_CODE_NONE where the list gives a name only, which matches nothing
 * @until: the last day, or %ANC_DATE_NONE
 * @region: where, or %ANC_REGION_ANY
 * @nationality: whom it concerns, or %ANC_NATIONALITY_NONE for everyone
 * @layer: which of the folders of data it was read from, 0 for what ships with the program
 */
typedef struct
{
  AncCode code;
  AncDate from;
  AncDate until;
  AncRegion region;
  AncNationality nationality;
  AncRowStatus status;
  guint layer;
  const char *label;
  const char *source;
} AncListRow;

/**
 * AncComplete:
 * @region: a region, or %ANC_REGION_ANY
 * @layer: which of the folders of data says so
 *
 * That every row of a region is held.
 */
typedef struct
{
  AncRegion region;
  guint layer;
} AncComplete;

/**
 * AncListPeriod:
 * @until: the last day, or %ANC_DATE_NONE
 * @complete: of #AncComplete
 */
typedef struct
{
  AncDate from;
  AncDate until;
  GArray *complete;
} AncListPeriod;

/**
 * AncOccupationList:
 * @periods: of #AncListPeriod, oldest first
 * @rows: of #AncListRow, sorted by code
 * @changes: of #AncDate, sorted: the first days on which the list may say something else than the day before
 * @systems: a bit for each #AncCodeSystem its rows are written in
 */
typedef struct
{
  const char *id;
  AncText title;
  const char *source;
  GArray *periods;
  GArray *rows;
  GArray *changes;
  guint systems;
} AncOccupationList;

/**
 * AncFamily:
 *
 * One line of the table of families: a FAP family, and one ROME code of it or none.
 */
typedef struct
{
  AncCode rome;
  AncCode fap;
  const char *fap_label;
  const char *rome_label;
} AncFamily;

/**
 * AncOccupations:
 *
 * The lists of occupations and the table from ROME codes to FAP families. Immutable once the rules
 * are loaded.
 */
typedef struct _AncOccupations AncOccupations;

AncCode anc_code_parse (AncCodeSystem system,
                        const char *text);
AncCodeSystem anc_code_get_system (AncCode code);
const char *anc_code_format (AncCode code,
                             char buffer[ANC_CODE_BUFFER_SIZE]);

AncOccupations *anc_occupations_new (void);
void anc_occupations_free (AncOccupations *self);

void anc_occupations_read_lists (AncOccupations *self,
                                 const char *json,
                                 gsize length,
                                 guint layer,
                                 const AncTerritory *territory,
                                 AncProblems *problems);
void anc_occupations_read_rows (AncOccupations *self,
                                const char *csv,
                                gsize length,
                                guint layer,
                                const AncTerritory *territory,
                                AncProblems *problems);
void anc_occupations_read_families (AncOccupations *self,
                                    const char *csv,
                                    gsize length,
                                    AncProblems *problems);
void anc_occupations_seal (AncOccupations *self);

guint anc_occupations_get_n_lists (const AncOccupations *self);
const AncOccupationList *anc_occupations_get_list (const AncOccupations *self,
                                                   guint index);
const AncOccupationList *anc_occupations_find_list (const AncOccupations *self,
                                                    const char *id);
const AncListPeriod *anc_occupation_list_find_period (const AncOccupationList *list,
                                                      AncDate date);
gboolean anc_list_period_is_complete (const AncListPeriod *period,
                                      AncRegion region);

const AncFamily *anc_occupations_get_families (const AncOccupations *self,
                                               guint *n_families);
const AncFamily *anc_occupations_get_families_of (const AncOccupations *self,
                                                  AncCode rome,
                                                  guint *n_families);

AncListing anc_occupations_check (const AncOccupations *self,
                                  const AncOccupationList *list,
                                  const AncOccupation *occupation,
                                  AncRegion region,
                                  AncNationality nationality,
                                  AncDate date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncOccupations, anc_occupations_free)
