/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-table.h"

#include "anc-rect.h"

#include <glib-object.h>

/**
 * AncProposalFieldId:
 * @ANC_PROPOSAL_KIND: what the document is: a kind of document
 * @ANC_PROPOSAL_DATE: the day the document is of
 * @ANC_PROPOSAL_PERSON: the name of the one it is about; nothing of the case is written from it
 * @ANC_PROPOSAL_OCCUPATION: the job as the paper calls it
 *
 * What a proposal may hold; the others are what the case calls them.
 */
typedef enum
{
  ANC_PROPOSAL_KIND,
  ANC_PROPOSAL_DATE,
  ANC_PROPOSAL_MONTH,
  ANC_PROPOSAL_EMPLOYER,
  ANC_PROPOSAL_SIRET,
  ANC_PROPOSAL_PERSON,
  ANC_PROPOSAL_OCCUPATION,
  ANC_PROPOSAL_CONTRACT,
  ANC_PROPOSAL_START,
  ANC_PROPOSAL_END,
  ANC_PROPOSAL_WEEKLY_HOURS,
  ANC_PROPOSAL_MONTHLY_GROSS,
  ANC_PROPOSAL_HOURS,
  ANC_PROPOSAL_GROSS,
  ANC_PROPOSAL_NET,
} AncProposalFieldId;

#define ANC_N_PROPOSAL_FIELDS (ANC_PROPOSAL_NET + 1)

/* From this confidence on fewer than one value in a hundred is wrong. */
#define ANC_PROPOSAL_SURE 0.9

/**
 * AncProposalPlace:
 * @page: from 1; 0 where it was not read anywhere
 * @rect: where on it
 * @text: (nullable): what stands there
 * @confidence: from 0 to 1
 *
 * Where a value was read.
 */
typedef struct
{
  guint page;
  AncRect rect;
  char *text;
  double confidence;
} AncProposalPlace;

/**
 * AncProposalField:
 *
 * One value of a proposal: what was read, where, how surely, and what a person made of it. A window binds
 * `name` (string), `text` (string, as anc_plain_value_write() writes it), `confidence` (double), `page` (uint, 0
 * for none), `corrected` and `unsure` (booleans). Changed by its proposal alone, through
 * anc_proposal_correct(). Owned by one thread.
 */
#define ANC_TYPE_PROPOSAL_FIELD (anc_proposal_field_get_type ())
G_DECLARE_FINAL_TYPE (AncProposalField, anc_proposal_field, ANC, PROPOSAL_FIELD, GObject)

const char *anc_proposal_field_id_get_name (AncProposalFieldId id);
AncProposalFieldId anc_proposal_field_id_from_name (const char *name);
const AncTable *anc_proposal_field_id_get_table (AncProposalFieldId id);
const AncColumn *anc_proposal_field_id_get_column (AncProposalFieldId id);

AncProposalField *anc_proposal_field_new (AncProposalFieldId id,
                                          const AncValue *value,
                                          const AncProposalPlace *place);

AncProposalFieldId anc_proposal_field_get_id (AncProposalField *self);
const AncValue *anc_proposal_field_get_value (AncProposalField *self);
const AncValue *anc_proposal_field_get_value_read (AncProposalField *self);
const AncProposalPlace *anc_proposal_field_get_place (AncProposalField *self);
char *anc_proposal_field_dup_text (AncProposalField *self);
gboolean anc_proposal_field_is_recorded (AncProposalField *self);
gboolean anc_proposal_field_is_corrected (AncProposalField *self);
gboolean anc_proposal_field_is_settled (AncProposalField *self);
gboolean anc_proposal_field_is_unsure (AncProposalField *self);

gboolean anc_proposal_field_set_value (AncProposalField *self,
                                       const AncValue *value);
