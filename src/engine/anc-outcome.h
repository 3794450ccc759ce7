/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncOutcome:
 * @ANC_OUTCOME_NOT_MET: the facts recorded contradict it
 * @ANC_OUTCOME_UNKNOWN: a fact it needs was never recorded
 * @ANC_OUTCOME_TO_PROVE: it holds on what the person declares, but proof is missing
 * @ANC_OUTCOME_ARGUABLE: it holds or not depending on a reading of the text
 * @ANC_OUTCOME_MET: it holds on proven facts under every reading
 *
 * Where a case stands under a criterion or a regime, worst first: outcomes compare as integers.
 */
typedef enum
{
  ANC_OUTCOME_NOT_MET,
  ANC_OUTCOME_UNKNOWN,
  ANC_OUTCOME_TO_PROVE,
  ANC_OUTCOME_ARGUABLE,
  ANC_OUTCOME_MET,
} AncOutcome;

/**
 * AncForce:
 *
 * The rank of the text a criterion rests on, strongest first.
 */
typedef enum
{
  ANC_FORCE_AGREEMENT,
  ANC_FORCE_STATUTE,
  ANC_FORCE_REGULATION,
  ANC_FORCE_CIRCULAR,
  ANC_FORCE_PRACTICE,
} AncForce;

#define ANC_N_FORCES (ANC_FORCE_PRACTICE + 1)

extern const char *const anc_outcome_names[];
extern const char *const anc_force_names[];
