/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-slip.h"

AncSlip *
anc_slip_new (void)
{
  AncSlip *self = g_new0 (AncSlip, 1);

  self->period = ANC_MONTH_NONE;
  self->start = ANC_DATE_NONE;
  self->end = ANC_DATE_NONE;
  self->hours = ANC_AMOUNT_NONE;
  self->gross = ANC_AMOUNT_NONE;
  self->net = ANC_AMOUNT_NONE;
  self->net_before_tax = ANC_AMOUNT_NONE;
  self->net_taxable = ANC_AMOUNT_NONE;
  self->net_social = ANC_AMOUNT_NONE;
  return self;
}

void
anc_slip_free (AncSlip *self)
{
  g_free (self->employer);
  g_free (self->siret);
  g_free (self->employee);
  g_free (self->job);
  for (guint i = 0; i < ANC_N_SLIP_FIELDS; i++)
    g_free (self->places[i].text);
  g_free (self);
}

/**
 * anc_slip_field_get_name:
 * @field: a field
 *
 * Returns: (transfer none): what reports call it
 */
const char *
anc_slip_field_get_name (AncSlipField field)
{
  static const char *const names[] = {
    [ANC_SLIP_PERIOD] = "period",
    [ANC_SLIP_EMPLOYER] = "employer",
    [ANC_SLIP_SIRET] = "siret",
    [ANC_SLIP_EMPLOYEE] = "employee",
    [ANC_SLIP_JOB] = "job",
    [ANC_SLIP_HOURS] = "hours",
    [ANC_SLIP_GROSS] = "gross",
    [ANC_SLIP_NET] = "net",
    [ANC_SLIP_NET_BEFORE_TAX] = "net_before_tax",
    [ANC_SLIP_NET_TAXABLE] = "net_taxable",
    [ANC_SLIP_NET_SOCIAL] = "net_social",
  };

  g_return_val_if_fail ((guint) field < G_N_ELEMENTS (names), NULL);

  return names[field];
}
