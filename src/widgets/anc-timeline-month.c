/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-month.h"

/**
 * AncTimelineMonth:
 *
 * What is known of one month of a job: the cell under its bar. A month of a job for which there is
 * none was only declared.
 */
struct _AncTimelineMonth
{
  GObject parent_instance;

  AncMonth month;
  AncEvidence evidence;
  AncMonthState state;
  char *source;        /* where the evidence is: "payslip page 2" */
  char *contradiction; /* what does not agree, as a sentence; NULL: nothing */
};

G_DEFINE_FINAL_TYPE (AncTimelineMonth, anc_timeline_month, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_MONTH,
  PROP_EVIDENCE,
  PROP_STATE,
  PROP_SOURCE,
  PROP_CONTRADICTION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
anc_timeline_month_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  AncTimelineMonth *self = ANC_TIMELINE_MONTH (object);

  switch (prop_id)
    {
    case PROP_MONTH:
      g_value_set_int (value, self->month);
      break;
    case PROP_EVIDENCE:
      g_value_set_int (value, (int) self->evidence);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    case PROP_CONTRADICTION:
      g_value_set_string (value, self->contradiction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_timeline_month_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  AncTimelineMonth *self = ANC_TIMELINE_MONTH (object);

  switch (prop_id)
    {
    case PROP_MONTH:
      self->month = g_value_get_int (value);
      break;
    case PROP_EVIDENCE:
      anc_timeline_month_set_evidence (self, (AncEvidence) g_value_get_int (value));
      break;
    case PROP_STATE:
      anc_timeline_month_set_state (self, (AncMonthState) g_value_get_int (value));
      break;
    case PROP_SOURCE:
      anc_timeline_month_set_source (self, g_value_get_string (value));
      break;
    case PROP_CONTRADICTION:
      anc_timeline_month_set_contradiction (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_timeline_month_finalize (GObject *object)
{
  AncTimelineMonth *self = ANC_TIMELINE_MONTH (object);

  g_free (self->source);
  g_free (self->contradiction);

  G_OBJECT_CLASS (anc_timeline_month_parent_class)->finalize (object);
}

static void
anc_timeline_month_class_init (AncTimelineMonthClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read_write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = anc_timeline_month_finalize;
  object_class->get_property = anc_timeline_month_get_property;
  object_class->set_property = anc_timeline_month_set_property;

  props[PROP_MONTH] = g_param_spec_int ("month", NULL, NULL, G_MININT32, G_MAXINT32, 0, construct);
  props[PROP_EVIDENCE] = g_param_spec_int ("evidence",
                                           NULL,
                                           NULL,
                                           ANC_EVIDENCE_NONE,
                                           ANC_EVIDENCE_PAYSLIP,
                                           ANC_EVIDENCE_NONE,
                                           read_write);
  props[PROP_STATE] = g_param_spec_int ("state",
                                        NULL,
                                        NULL,
                                        ANC_MONTH_EMPTY,
                                        ANC_MONTH_COUNTED,
                                        ANC_MONTH_EMPTY,
                                        read_write);
  props[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, read_write);
  props[PROP_CONTRADICTION] = g_param_spec_string ("contradiction", NULL, NULL, NULL, read_write);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
anc_timeline_month_init (AncTimelineMonth *self)
{
}

AncTimelineMonth *
anc_timeline_month_new (AncMonth month,
                        AncEvidence evidence)
{
  return g_object_new (ANC_TYPE_TIMELINE_MONTH,
                       "month",
                       month,
                       "evidence",
                       evidence,
                       NULL);
}

AncMonth
anc_timeline_month_get_month (AncTimelineMonth *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_MONTH (self), ANC_MONTH_NONE);

  return self->month;
}

AncEvidence
anc_timeline_month_get_evidence (AncTimelineMonth *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_MONTH (self), ANC_EVIDENCE_NONE);

  return self->evidence;
}

void
anc_timeline_month_set_evidence (AncTimelineMonth *self,
                                 AncEvidence evidence)
{
  g_return_if_fail (ANC_IS_TIMELINE_MONTH (self));

  if (self->evidence == evidence)
    return;

  self->evidence = evidence;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EVIDENCE]);
}

AncMonthState
anc_timeline_month_get_state (AncTimelineMonth *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_MONTH (self), ANC_MONTH_EMPTY);

  return self->state;
}

void
anc_timeline_month_set_state (AncTimelineMonth *self,
                              AncMonthState state)
{
  g_return_if_fail (ANC_IS_TIMELINE_MONTH (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

const char *
anc_timeline_month_get_source (AncTimelineMonth *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_MONTH (self), NULL);

  return self->source;
}

void
anc_timeline_month_set_source (AncTimelineMonth *self,
                               const char *source)
{
  g_return_if_fail (ANC_IS_TIMELINE_MONTH (self));

  if (g_strcmp0 (self->source, source) == 0)
    return;

  g_free (self->source);
  self->source = g_strdup (source);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SOURCE]);
}

const char *
anc_timeline_month_get_contradiction (AncTimelineMonth *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_MONTH (self), NULL);

  return self->contradiction;
}

void
anc_timeline_month_set_contradiction (AncTimelineMonth *self,
                                      const char *contradiction)
{
  g_return_if_fail (ANC_IS_TIMELINE_MONTH (self));

  if (g_strcmp0 (self->contradiction, contradiction) == 0)
    return;

  g_free (self->contradiction);
  self->contradiction = g_strdup (contradiction);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONTRADICTION]);
}
