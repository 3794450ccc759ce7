/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-count.h"

struct _AncTimelineCount
{
  GObject parent_instance;

  AncTimelineTotals totals; /* its strings are ours */

  AncMonth first_month;
  guint8 *states; /* AncMonthState from first_month on */
  guint n_states;
};

enum
{
  SIGNAL_TOTALS_CHANGED,
  SIGNAL_STATES_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncTimelineCount, anc_timeline_count, G_TYPE_OBJECT)

static void
clear_totals (AncTimelineTotals *totals)
{
  g_free ((char *) totals->title);
  g_free ((char *) totals->subtitle);
}

static void
anc_timeline_count_finalize (GObject *object)
{
  AncTimelineCount *self = ANC_TIMELINE_COUNT (object);

  clear_totals (&self->totals);
  g_free (self->states);

  G_OBJECT_CLASS (anc_timeline_count_parent_class)->finalize (object);
}

static guint
install_signal (AncTimelineCountClass *klass,
                const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
anc_timeline_count_class_init (AncTimelineCountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_timeline_count_finalize;

  signals[SIGNAL_TOTALS_CHANGED] = install_signal (klass, "totals-changed");
  signals[SIGNAL_STATES_CHANGED] = install_signal (klass, "states-changed");
}

static void
anc_timeline_count_init (AncTimelineCount *self)
{
  self->totals.window_start = ANC_DATE_NONE;
  self->totals.window_end = ANC_DATE_NONE;
}

AncTimelineCount *
anc_timeline_count_new (const char *title)
{
  AncTimelineCount *self = g_object_new (ANC_TYPE_TIMELINE_COUNT, NULL);

  self->totals.title = g_strdup (title);

  return self;
}

const AncTimelineTotals *
anc_timeline_count_get_totals (AncTimelineCount *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_COUNT (self), NULL);

  return &self->totals;
}

/**
 * anc_timeline_count_set_totals:
 * @self: a count
 * @totals: what it shall say; copied
 */
void
anc_timeline_count_set_totals (AncTimelineCount *self,
                               const AncTimelineTotals *totals)
{
  AncTimelineTotals before;

  g_return_if_fail (ANC_IS_TIMELINE_COUNT (self));
  g_return_if_fail (totals != NULL);

  before = self->totals;
  self->totals = *totals;
  self->totals.title = g_strdup (totals->title);
  self->totals.subtitle = g_strdup (totals->subtitle);
  clear_totals (&before);

  g_signal_emit (self, signals[SIGNAL_TOTALS_CHANGED], 0);
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

  g_signal_emit (self, signals[SIGNAL_STATES_CHANGED], 0);
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
