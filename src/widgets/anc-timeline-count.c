/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-count.h"

/**
 * AncTimelineCount:
 *
 * What the chosen criterion makes of the months: its window, the state of each month and the total.
 */
struct _AncTimelineCount
{
  GObject parent_instance;

  char *title;          /* what is asked for: "12 months in 24" */
  char *subtitle;       /* by which text: "L. 435-4, al. 1 · statute" */
  AncDate window_start; /* ANC_DATE_NONE: no window */
  AncDate window_end;   /* inclusive */
  guint n_counted;
  guint n_arguable;
  guint n_declared;
  guint n_required; /* 0: the criterion does not count months */

  AncMonth first_month;
  guint8 *states; /* AncMonthState from first_month on */
  guint n_states;
};

G_DEFINE_FINAL_TYPE (AncTimelineCount, anc_timeline_count, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_WINDOW_START,
  PROP_WINDOW_END,
  PROP_N_COUNTED,
  PROP_N_ARGUABLE,
  PROP_N_DECLARED,
  PROP_N_REQUIRED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint states_changed;

static void
anc_timeline_count_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  AncTimelineCount *self = ANC_TIMELINE_COUNT (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_WINDOW_START:
      g_value_set_int (value, self->window_start);
      break;
    case PROP_WINDOW_END:
      g_value_set_int (value, self->window_end);
      break;
    case PROP_N_COUNTED:
      g_value_set_uint (value, self->n_counted);
      break;
    case PROP_N_ARGUABLE:
      g_value_set_uint (value, self->n_arguable);
      break;
    case PROP_N_DECLARED:
      g_value_set_uint (value, self->n_declared);
      break;
    case PROP_N_REQUIRED:
      g_value_set_uint (value, self->n_required);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_timeline_count_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  AncTimelineCount *self = ANC_TIMELINE_COUNT (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      anc_timeline_count_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      anc_timeline_count_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_WINDOW_START:
      anc_timeline_count_set_window_start (self, g_value_get_int (value));
      break;
    case PROP_WINDOW_END:
      anc_timeline_count_set_window_end (self, g_value_get_int (value));
      break;
    case PROP_N_COUNTED:
      anc_timeline_count_set_n_counted (self, g_value_get_uint (value));
      break;
    case PROP_N_ARGUABLE:
      anc_timeline_count_set_n_arguable (self, g_value_get_uint (value));
      break;
    case PROP_N_DECLARED:
      anc_timeline_count_set_n_declared (self, g_value_get_uint (value));
      break;
    case PROP_N_REQUIRED:
      anc_timeline_count_set_n_required (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_timeline_count_finalize (GObject *object)
{
  AncTimelineCount *self = ANC_TIMELINE_COUNT (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->states);

  G_OBJECT_CLASS (anc_timeline_count_parent_class)->finalize (object);
}

static void
anc_timeline_count_class_init (AncTimelineCountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read_write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = anc_timeline_count_finalize;
  object_class->get_property = anc_timeline_count_get_property;
  object_class->set_property = anc_timeline_count_set_property;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read_write);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, read_write);
  props[PROP_WINDOW_START] = g_param_spec_int ("window-start",
                                               NULL,
                                               NULL,
                                               G_MININT32,
                                               G_MAXINT32,
                                               ANC_DATE_NONE,
                                               read_write);
  props[PROP_WINDOW_END] = g_param_spec_int ("window-end",
                                             NULL,
                                             NULL,
                                             G_MININT32,
                                             G_MAXINT32,
                                             ANC_DATE_NONE,
                                             read_write);
  props[PROP_N_COUNTED] = g_param_spec_uint ("n-counted", NULL, NULL, 0, G_MAXUINT, 0, read_write);
  props[PROP_N_ARGUABLE] = g_param_spec_uint ("n-arguable", NULL, NULL, 0, G_MAXUINT, 0, read_write);
  props[PROP_N_DECLARED] = g_param_spec_uint ("n-declared", NULL, NULL, 0, G_MAXUINT, 0, read_write);
  props[PROP_N_REQUIRED] = g_param_spec_uint ("n-required", NULL, NULL, 0, G_MAXUINT, 0, read_write);

  g_object_class_install_properties (object_class, N_PROPS, props);

  states_changed = g_signal_new ("states-changed",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);
}

static void
anc_timeline_count_init (AncTimelineCount *self)
{
  self->window_start = ANC_DATE_NONE;
  self->window_end = ANC_DATE_NONE;
}

AncTimelineCount *
anc_timeline_count_new (const char *title)
{
  return g_object_new (ANC_TYPE_TIMELINE_COUNT,
                       "title",
                       title,
                       NULL);
}

const char *
anc_timeline_count_get_title (AncTimelineCount *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_COUNT (self), NULL);

  return self->title;
}

void
anc_timeline_count_set_title (AncTimelineCount *self,
                              const char *title)
{
  g_return_if_fail (ANC_IS_TIMELINE_COUNT (self));

  if (g_strcmp0 (self->title, title) == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

const char *
anc_timeline_count_get_subtitle (AncTimelineCount *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_COUNT (self), NULL);

  return self->subtitle;
}

void
anc_timeline_count_set_subtitle (AncTimelineCount *self,
                                 const char *subtitle)
{
  g_return_if_fail (ANC_IS_TIMELINE_COUNT (self));

  if (g_strcmp0 (self->subtitle, subtitle) == 0)
    return;

  g_free (self->subtitle);
  self->subtitle = g_strdup (subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

AncDate
anc_timeline_count_get_window_start (AncTimelineCount *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_COUNT (self), ANC_DATE_NONE);

  return self->window_start;
}

void
anc_timeline_count_set_window_start (AncTimelineCount *self,
                                     AncDate window_start)
{
  g_return_if_fail (ANC_IS_TIMELINE_COUNT (self));

  if (self->window_start == window_start)
    return;

  self->window_start = window_start;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WINDOW_START]);
}

AncDate
anc_timeline_count_get_window_end (AncTimelineCount *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_COUNT (self), ANC_DATE_NONE);

  return self->window_end;
}

void
anc_timeline_count_set_window_end (AncTimelineCount *self,
                                   AncDate window_end)
{
  g_return_if_fail (ANC_IS_TIMELINE_COUNT (self));

  if (self->window_end == window_end)
    return;

  self->window_end = window_end;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WINDOW_END]);
}

guint
anc_timeline_count_get_n_counted (AncTimelineCount *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_COUNT (self), 0);

  return self->n_counted;
}

void
anc_timeline_count_set_n_counted (AncTimelineCount *self,
                                  guint n_counted)
{
  g_return_if_fail (ANC_IS_TIMELINE_COUNT (self));

  if (self->n_counted == n_counted)
    return;

  self->n_counted = n_counted;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_COUNTED]);
}

guint
anc_timeline_count_get_n_arguable (AncTimelineCount *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_COUNT (self), 0);

  return self->n_arguable;
}

void
anc_timeline_count_set_n_arguable (AncTimelineCount *self,
                                   guint n_arguable)
{
  g_return_if_fail (ANC_IS_TIMELINE_COUNT (self));

  if (self->n_arguable == n_arguable)
    return;

  self->n_arguable = n_arguable;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ARGUABLE]);
}

guint
anc_timeline_count_get_n_declared (AncTimelineCount *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_COUNT (self), 0);

  return self->n_declared;
}

void
anc_timeline_count_set_n_declared (AncTimelineCount *self,
                                   guint n_declared)
{
  g_return_if_fail (ANC_IS_TIMELINE_COUNT (self));

  if (self->n_declared == n_declared)
    return;

  self->n_declared = n_declared;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_DECLARED]);
}

guint
anc_timeline_count_get_n_required (AncTimelineCount *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_COUNT (self), 0);

  return self->n_required;
}

void
anc_timeline_count_set_n_required (AncTimelineCount *self,
                                   guint n_required)
{
  g_return_if_fail (ANC_IS_TIMELINE_COUNT (self));

  if (self->n_required == n_required)
    return;

  self->n_required = n_required;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_REQUIRED]);
}

/**
 * anc_timeline_count_set_states:
 * @self: a count
 * @first: the month of the first state
 * @states: (array length=n_states): what each month from @first on is worth; copied
 * @n_states: how many
 *
 * Emits `states-changed`.
 */
void
anc_timeline_count_set_states (AncTimelineCount *self,
                               AncMonth first,
                               const AncMonthState *states,
                               guint n_states)
{
  g_return_if_fail (ANC_IS_TIMELINE_COUNT (self));
  g_return_if_fail (states != NULL || n_states == 0);

  g_free (self->states);
  self->states = g_new (guint8, n_states);
  self->n_states = n_states;
  self->first_month = first;
  for (guint i = 0; i < n_states; i++)
    self->states[i] = (guint8) states[i];

  g_signal_emit (self, states_changed, 0);
}

AncMonthState
anc_timeline_count_get_state (AncTimelineCount *self,
                              AncMonth month)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_COUNT (self), ANC_MONTH_EMPTY);

  if (month < self->first_month || month - self->first_month >= (AncMonth) self->n_states)
    return ANC_MONTH_EMPTY;

  return (AncMonthState) self->states[month - self->first_month];
}

/**
 * anc_timeline_count_get_months:
 * @self: a count
 * @first: (out): the first month that has a state
 * @last: (out): the last
 *
 * Returns: whether any has
 */
gboolean
anc_timeline_count_get_months (AncTimelineCount *self,
                               AncMonth *first,
                               AncMonth *last)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_COUNT (self), FALSE);

  if (self->n_states == 0)
    return FALSE;

  *first = self->first_month;
  *last = self->first_month + (AncMonth) self->n_states - 1;
  return TRUE;
}
