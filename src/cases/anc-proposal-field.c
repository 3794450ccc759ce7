/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proposal-field.h"

#include "anc-plain-value.h"

#include <string.h>

struct _AncProposalField
{
  GObject parent_instance;

  AncProposalFieldId id;
  AncValue read;
  AncValue value;
  AncProposalPlace place;
  gboolean is_settled; /* a person typed or confirmed it */
};

G_DEFINE_FINAL_TYPE (AncProposalField, anc_proposal_field, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_TEXT,
  PROP_TEXT_READ,
  PROP_CONFIDENCE,
  PROP_PAGE,
  PROP_CORRECTED,
  PROP_UNSURE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Each field with the column of a case that holds such values; the name of a person stands in several. */
static const struct
{
  const char *name;
  AncTableId table;
  const char *column;
} ids[ANC_N_PROPOSAL_FIELDS] = {
  [ANC_PROPOSAL_KIND] = { "kind", ANC_TABLE_DOCUMENTS, "kind" },
  [ANC_PROPOSAL_DATE] = { "date", ANC_TABLE_DOCUMENTS, "date" },
  [ANC_PROPOSAL_MONTH] = { "month", ANC_TABLE_PAYSLIPS, "month" },
  [ANC_PROPOSAL_EMPLOYER] = { "employer", ANC_TABLE_EMPLOYERS, "name" },
  [ANC_PROPOSAL_SIRET] = { "siret", ANC_TABLE_EMPLOYERS, "siret" },
  [ANC_PROPOSAL_PERSON] = { "person", ANC_TABLE_CASES, "family_name" },
  [ANC_PROPOSAL_OCCUPATION] = { "occupation", ANC_TABLE_JOBS, "occupation_label" },
  [ANC_PROPOSAL_CONTRACT] = { "contract", ANC_TABLE_JOBS, "contract" },
  [ANC_PROPOSAL_START] = { "start", ANC_TABLE_JOBS, "start" },
  [ANC_PROPOSAL_END] = { "end", ANC_TABLE_JOBS, "end" },
  [ANC_PROPOSAL_WEEKLY_HOURS] = { "weekly_hours", ANC_TABLE_JOBS, "weekly_hours" },
  [ANC_PROPOSAL_MONTHLY_GROSS] = { "monthly_gross", ANC_TABLE_JOBS, "monthly_gross" },
  [ANC_PROPOSAL_HOURS] = { "hours", ANC_TABLE_PAYSLIPS, "hours" },
  [ANC_PROPOSAL_GROSS] = { "gross", ANC_TABLE_PAYSLIPS, "gross" },
  [ANC_PROPOSAL_NET] = { "net", ANC_TABLE_PAYSLIPS, "net" },
};

/* ---- Identifiers ------------------------------------------------------------------------------- */

const char *
anc_proposal_field_id_get_name (AncProposalFieldId id)
{
  g_return_val_if_fail (id < ANC_N_PROPOSAL_FIELDS, NULL);

  return ids[id].name;
}

/* Returns: the field of this name; %ANC_N_PROPOSAL_FIELDS for none */
AncProposalFieldId
anc_proposal_field_id_from_name (const char *name)
{
  AncProposalFieldId id = 0;

  while (id < ANC_N_PROPOSAL_FIELDS && g_strcmp0 (ids[id].name, name) != 0)
    id++;

  return id;
}

const AncTable *
anc_proposal_field_id_get_table (AncProposalFieldId id)
{
  g_return_val_if_fail (id < ANC_N_PROPOSAL_FIELDS, NULL);

  return anc_table_get (ids[id].table);
}

/* Returns: a column that holds such values, for reading them and for forms */
const AncColumn *
anc_proposal_field_id_get_column (AncProposalFieldId id)
{
  const AncTable *table = anc_proposal_field_id_get_table (id);

  return &table->columns[anc_table_find_column (table, ids[id].column)];
}

/* ---- Object ------------------------------------------------------------------------------------ */

static void
anc_proposal_field_get_property (GObject *object,
                                 guint id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  AncProposalField *self = ANC_PROPOSAL_FIELD (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_static_string (value, ids[self->id].name);
      break;
    case PROP_TEXT:
      g_value_take_string (value, anc_proposal_field_dup_text (self));
      break;
    case PROP_TEXT_READ:
      g_value_set_string (value, self->place.text);
      break;
    case PROP_CONFIDENCE:
      g_value_set_double (value, self->place.confidence);
      break;
    case PROP_PAGE:
      g_value_set_uint (value, self->place.page);
      break;
    case PROP_CORRECTED:
      g_value_set_boolean (value, anc_proposal_field_is_corrected (self));
      break;
    case PROP_UNSURE:
      g_value_set_boolean (value, anc_proposal_field_is_unsure (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_proposal_field_finalize (GObject *object)
{
  AncProposalField *self = ANC_PROPOSAL_FIELD (object);

  anc_value_clear (&self->read);
  anc_value_clear (&self->value);
  g_free (self->place.text);

  G_OBJECT_CLASS (anc_proposal_field_parent_class)->finalize (object);
}

static void
anc_proposal_field_class_init (AncProposalFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = anc_proposal_field_get_property;
  object_class->finalize = anc_proposal_field_finalize;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_TEXT_READ] = g_param_spec_string ("text-read", NULL, NULL, NULL, flags);
  props[PROP_CONFIDENCE] = g_param_spec_double ("confidence", NULL, NULL, 0, 1, 0, flags);
  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_CORRECTED] = g_param_spec_boolean ("corrected", NULL, NULL, FALSE, flags);
  props[PROP_UNSURE] = g_param_spec_boolean ("unsure", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
anc_proposal_field_init (AncProposalField *self)
{
}

/**
 * anc_proposal_field_new:
 * @value: (nullable): what was read; %NULL for nothing
 * @place: (nullable): where; %NULL for nowhere
 *
 * Returns: (transfer full): the field
 */
AncProposalField *
anc_proposal_field_new (AncProposalFieldId id,
                        const AncValue *value,
                        const AncProposalPlace *place)
{
  AncProposalField *self = g_object_new (ANC_TYPE_PROPOSAL_FIELD, NULL);

  g_return_val_if_fail (id < ANC_N_PROPOSAL_FIELDS, self);

  self->id = id;
  if (value != NULL)
    {
      anc_value_copy (&self->read, value);
      anc_value_copy (&self->value, value);
    }
  if (place != NULL)
    {
      self->place = *place;
      self->place.text = g_strdup (place->text);
      self->place.confidence = CLAMP (place->confidence, 0, 1);
    }

  return self;
}

/* ---- Values ------------------------------------------------------------------------------------ */

AncProposalFieldId
anc_proposal_field_get_id (AncProposalField *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_FIELD (self), 0);

  return self->id;
}

/* Returns: (transfer none): the value as it is now, corrected or as read */
const AncValue *
anc_proposal_field_get_value (AncProposalField *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_FIELD (self), NULL);

  return &self->value;
}

const AncValue *
anc_proposal_field_get_value_read (AncProposalField *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_FIELD (self), NULL);

  return &self->read;
}

/* Returns: (transfer none): where it was read, be it corrected since; its page is 0 for nowhere */
const AncProposalPlace *
anc_proposal_field_get_place (AncProposalField *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_FIELD (self), NULL);

  return &self->place;
}

/* Returns: (transfer full): the value as anc_plain_value_write() writes it; empty where there is none */
char *
anc_proposal_field_dup_text (AncProposalField *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_FIELD (self), NULL);

  return anc_plain_value_write (anc_proposal_field_id_get_column (self->id), &self->value);
}

gboolean
anc_proposal_field_is_recorded (AncProposalField *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_FIELD (self), FALSE);

  return self->value.type != ANC_VALUE_NONE;
}

/* Whether a person typed something else than was read. */
gboolean
anc_proposal_field_is_corrected (AncProposalField *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_FIELD (self), FALSE);

  return !anc_value_equal (&self->value, &self->read);
}

/* Whether a person typed it or confirmed what was read. */
gboolean
anc_proposal_field_is_settled (AncProposalField *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_FIELD (self), FALSE);

  return self->is_settled;
}

/* Whether it holds what was read with too little confidence and nobody confirmed. */
gboolean
anc_proposal_field_is_unsure (AncProposalField *self)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_FIELD (self), FALSE);

  return self->value.type != ANC_VALUE_NONE && !self->is_settled && self->place.confidence < ANC_PROPOSAL_SURE;
}

/**
 * anc_proposal_field_set_value:
 * @value: what a person says it is; what was read, to confirm that
 *
 * For the proposal alone.
 *
 * Returns: whether anything changed
 */
gboolean
anc_proposal_field_set_value (AncProposalField *self,
                              const AncValue *value)
{
  g_return_val_if_fail (ANC_IS_PROPOSAL_FIELD (self), FALSE);

  if (anc_value_equal (&self->value, value) && self->is_settled)
    return FALSE;

  anc_value_copy (&self->value, value);
  self->is_settled = TRUE;
  for (guint i = 1; i < N_PROPS; i++)
    if (i == PROP_TEXT || i == PROP_CORRECTED || i == PROP_UNSURE)
      g_object_notify_by_pspec (G_OBJECT (self), props[i]);

  return TRUE;
}
