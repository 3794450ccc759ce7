/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-amount.h"
#include "anc-date.h"
#include "anc-rect.h"

/**
 * AncSlipField:
 *
 * What is read from a payslip.
 */
typedef enum
{
  ANC_SLIP_PERIOD,
  ANC_SLIP_EMPLOYER,
  ANC_SLIP_SIRET,
  ANC_SLIP_EMPLOYEE,
  ANC_SLIP_JOB,
  ANC_SLIP_HOURS,
  ANC_SLIP_GROSS,
  ANC_SLIP_NET,
  ANC_SLIP_NET_BEFORE_TAX,
  ANC_SLIP_NET_TAXABLE,
  ANC_SLIP_NET_SOCIAL,
  ANC_N_SLIP_FIELDS,
} AncSlipField;

/**
 * AncPlace:
 * @page: the page, from 0
 * @rect: where on it, in points, as it is shown
 * @text: (nullable): what was read there; %NULL where nothing was found
 * @confidence: how sure the reading is, 0 to 1: of those of 0.9 and more fewer than one in a hundred is wrong
 *
 * Where a value was read.
 */
typedef struct
{
  guint page;
  AncRect rect;
  char *text;
  double confidence;
} AncPlace;

/**
 * AncSlip:
 *
 * A payslip as it was read. What is not on the paper is %NULL, %ANC_MONTH_NONE, %ANC_DATE_NONE or
 * %ANC_AMOUNT_NONE and has no place.
 */
typedef struct
{
  AncMonth period;
  AncDate start;
  AncDate end;
  char *employer;
  char *siret;          /* fourteen digits as they were read */
  gboolean siret_valid; /* whether their check digit fits */
  char *employee;
  char *job;
  AncAmount hours;
  AncAmount gross;
  AncAmount net;
  AncAmount net_before_tax;
  AncAmount net_taxable;
  AncAmount net_social;
  double confidence;
  guint first_page; /* from 0 */
  guint last_page;
  AncPlace places[ANC_N_SLIP_FIELDS];
} AncSlip;

AncSlip *anc_slip_new (void);
void anc_slip_free (AncSlip *self);

const char *anc_slip_field_get_name (AncSlipField field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncSlip, anc_slip_free)
