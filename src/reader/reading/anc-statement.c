/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-statement.h"

AncStatement *
anc_statement_new (void)
{
  return g_new0 (AncStatement, 1);
}

void
anc_statement_free (AncStatement *self)
{
  for (guint i = 0; i < ANC_N_STATEMENT_FIELDS; i++)
    {
      g_free (self->values[i]);
      g_free (self->places[i].text);
    }
  g_free (self);
}

/**
 * anc_statement_set:
 * @self: a statement
 * @field: a field of it
 * @value: what it says, as reports write it
 * @place: where that was read; copied
 *
 * Notes a value. What was noted before stays if it is surer.
 */
void
anc_statement_set (AncStatement *self,
                   AncStatementField field,
                   const char *value,
                   const AncPlace *place)
{
  AncPlace *own = &self->places[field];

  if (self->values[field] != NULL && own->confidence >= place->confidence)
    return;

  g_free (self->values[field]);
  g_free (own->text);
  self->values[field] = g_strdup (value);
  *own = *place;
  own->text = g_strdup (place->text);
}

/**
 * anc_statement_field_get_name:
 * @field: a field
 *
 * Returns: (transfer none): what reports call it
 */
const char *
anc_statement_field_get_name (AncStatementField field)
{
  static const char *const names[] = {
    [ANC_STATEMENT_EMPLOYER] = "employer",
    [ANC_STATEMENT_SIRET] = "siret",
    [ANC_STATEMENT_EMPLOYEE] = "employee",
    [ANC_STATEMENT_JOB] = "job",
    [ANC_STATEMENT_CONTRACT] = "contract",
    [ANC_STATEMENT_START] = "start",
    [ANC_STATEMENT_END] = "end",
    [ANC_STATEMENT_WEEKLY_HOURS] = "weekly_hours",
    [ANC_STATEMENT_MONTHLY_HOURS] = "monthly_hours",
    [ANC_STATEMENT_GROSS_MONTHLY] = "gross_monthly",
    [ANC_STATEMENT_SIGNED_ON] = "signed_on",
  };

  g_return_val_if_fail ((guint) field < G_N_ELEMENTS (names), NULL);

  return names[field];
}
