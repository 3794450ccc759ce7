/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-item.h"

/**
 * AncTimelineItem:
 *
 * What one bar of the timeline stands for: a stay, an absence or a job. Its owner changes it; the
 * timeline follows, and itself never does. Without a start it has no bar.
 */
struct _AncTimelineItem
{
  GObject parent_instance;

  gint64 key;
  AncDate start;
  AncDate end;  /* inclusive; ANC_DATE_NONE: it goes on */
  char *title;  /* the occupation, or the status of a stay */
  char *detail; /* the contract and the hours: "CDI · 35 h" */
  AncPattern pattern;
  GListModel *months; /* of AncTimelineMonth, in order; NULL: none */
};

G_DEFINE_FINAL_TYPE (AncTimelineItem, anc_timeline_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_KEY,
  PROP_START,
  PROP_END,
  PROP_TITLE,
  PROP_DETAIL,
  PROP_PATTERN,
  PROP_MONTHS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
months_changed_cb (AncTimelineItem *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MONTHS]);
}

static void
anc_timeline_item_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  AncTimelineItem *self = ANC_TIMELINE_ITEM (object);

  switch (prop_id)
    {
    case PROP_KEY:
      g_value_set_int64 (value, self->key);
      break;
    case PROP_START:
      g_value_set_int (value, self->start);
      break;
    case PROP_END:
      g_value_set_int (value, self->end);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_PATTERN:
      g_value_set_int (value, (int) self->pattern);
      break;
    case PROP_MONTHS:
      g_value_set_object (value, self->months);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_timeline_item_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  AncTimelineItem *self = ANC_TIMELINE_ITEM (object);

  switch (prop_id)
    {
    case PROP_KEY:
      self->key = g_value_get_int64 (value);
      break;
    case PROP_START:
      anc_timeline_item_set_start (self, g_value_get_int (value));
      break;
    case PROP_END:
      anc_timeline_item_set_end (self, g_value_get_int (value));
      break;
    case PROP_TITLE:
      anc_timeline_item_set_title (self, g_value_get_string (value));
      break;
    case PROP_DETAIL:
      anc_timeline_item_set_detail (self, g_value_get_string (value));
      break;
    case PROP_PATTERN:
      anc_timeline_item_set_pattern (self, (AncPattern) g_value_get_int (value));
      break;
    case PROP_MONTHS:
      anc_timeline_item_set_months (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_timeline_item_finalize (GObject *object)
{
  AncTimelineItem *self = ANC_TIMELINE_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  g_clear_object (&self->months);

  G_OBJECT_CLASS (anc_timeline_item_parent_class)->finalize (object);
}

static void
anc_timeline_item_class_init (AncTimelineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read_write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = anc_timeline_item_finalize;
  object_class->get_property = anc_timeline_item_get_property;
  object_class->set_property = anc_timeline_item_set_property;

  props[PROP_KEY] = g_param_spec_int64 ("key", NULL, NULL, 0, G_MAXINT64, 0, construct);
  props[PROP_START] = g_param_spec_int ("start", NULL, NULL, G_MININT32, G_MAXINT32, 0, read_write);
  props[PROP_END] = g_param_spec_int ("end", NULL, NULL, G_MININT32, G_MAXINT32, ANC_DATE_NONE, read_write);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read_write);
  props[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, read_write);
  props[PROP_PATTERN] = g_param_spec_int ("pattern",
                                          NULL,
                                          NULL,
                                          ANC_PATTERN_PLAIN,
                                          ANC_PATTERN_HOLLOW,
                                          ANC_PATTERN_PLAIN,
                                          read_write);
  props[PROP_MONTHS] = g_param_spec_object ("months", NULL, NULL, G_TYPE_LIST_MODEL, read_write);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
anc_timeline_item_init (AncTimelineItem *self)
{
  self->end = ANC_DATE_NONE;
}

AncTimelineItem *
anc_timeline_item_new (gint64 key,
                       AncDate start,
                       AncDate end,
                       const char *title)
{
  return g_object_new (ANC_TYPE_TIMELINE_ITEM,
                       "key",
                       key,
                       "start",
                       start,
                       "end",
                       end,
                       "title",
                       title,
                       NULL);
}

gint64
anc_timeline_item_get_key (AncTimelineItem *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_ITEM (self), 0);

  return self->key;
}

AncDate
anc_timeline_item_get_start (AncTimelineItem *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_ITEM (self), ANC_DATE_NONE);

  return self->start;
}

void
anc_timeline_item_set_start (AncTimelineItem *self,
                             AncDate start)
{
  g_return_if_fail (ANC_IS_TIMELINE_ITEM (self));

  if (self->start == start)
    return;

  self->start = start;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_START]);
}

AncDate
anc_timeline_item_get_end (AncTimelineItem *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_ITEM (self), ANC_DATE_NONE);

  return self->end;
}

void
anc_timeline_item_set_end (AncTimelineItem *self,
                           AncDate end)
{
  g_return_if_fail (ANC_IS_TIMELINE_ITEM (self));

  if (self->end == end)
    return;

  self->end = end;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_END]);
}

const char *
anc_timeline_item_get_title (AncTimelineItem *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_ITEM (self), NULL);

  return self->title;
}

void
anc_timeline_item_set_title (AncTimelineItem *self,
                             const char *title)
{
  g_return_if_fail (ANC_IS_TIMELINE_ITEM (self));

  if (g_strcmp0 (self->title, title) == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

const char *
anc_timeline_item_get_detail (AncTimelineItem *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_ITEM (self), NULL);

  return self->detail;
}

void
anc_timeline_item_set_detail (AncTimelineItem *self,
                              const char *detail)
{
  g_return_if_fail (ANC_IS_TIMELINE_ITEM (self));

  if (g_strcmp0 (self->detail, detail) == 0)
    return;

  g_free (self->detail);
  self->detail = g_strdup (detail);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAIL]);
}

AncPattern
anc_timeline_item_get_pattern (AncTimelineItem *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_ITEM (self), ANC_PATTERN_PLAIN);

  return self->pattern;
}

void
anc_timeline_item_set_pattern (AncTimelineItem *self,
                               AncPattern pattern)
{
  g_return_if_fail (ANC_IS_TIMELINE_ITEM (self));

  if (self->pattern == pattern)
    return;

  self->pattern = pattern;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PATTERN]);
}

GListModel *
anc_timeline_item_get_months (AncTimelineItem *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_ITEM (self), NULL);

  return self->months;
}

void
anc_timeline_item_set_months (AncTimelineItem *self,
                              GListModel *months)
{
  g_return_if_fail (ANC_IS_TIMELINE_ITEM (self));

  if (self->months == months)
    return;

  if (self->months != NULL)
    g_signal_handlers_disconnect_by_func (self->months, months_changed_cb, self);
  g_set_object (&self->months, months);
  if (months != NULL)
    g_signal_connect_object (months, "items-changed", G_CALLBACK (months_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MONTHS]);
}

AncPattern
anc_pattern_for_contract (AncContract contract)
{
  static const AncPattern patterns[] = {
    [ANC_CONTRACT_PERMANENT] = ANC_PATTERN_PLAIN,
    [ANC_CONTRACT_FIXED_TERM] = ANC_PATTERN_STRIPES,
    [ANC_CONTRACT_AGENCY] = ANC_PATTERN_BACK_STRIPES,
    [ANC_CONTRACT_SEASONAL] = ANC_PATTERN_DOTS,
    [ANC_CONTRACT_HOUSEHOLD] = ANC_PATTERN_LINES,
    [ANC_CONTRACT_APPRENTICESHIP] = ANC_PATTERN_CROSSES,
    [ANC_CONTRACT_SELF_EMPLOYED] = ANC_PATTERN_HOLLOW,
  };

  g_return_val_if_fail ((guint) contract < G_N_ELEMENTS (patterns), ANC_PATTERN_PLAIN);

  return patterns[contract];
}

AncTimeSpan
anc_timeline_item_get_span (AncTimelineItem *self)
{
  AncTimeSpan span = { ANC_DATE_NONE, ANC_DATE_NONE };

  g_return_val_if_fail (ANC_IS_TIMELINE_ITEM (self), span);

  span.start = self->start;
  span.end = self->end;
  return span;
}

/**
 * anc_timeline_item_find_month:
 * @self: an item
 * @month: a month
 *
 * Returns: (transfer full) (nullable): what is known of it
 */
AncTimelineMonth *
anc_timeline_item_find_month (AncTimelineItem *self,
                              AncMonth month)
{
  guint from = 0;
  guint to;

  g_return_val_if_fail (ANC_IS_TIMELINE_ITEM (self), NULL);

  to = self->months != NULL ? g_list_model_get_n_items (self->months) : 0;
  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      g_autoptr (AncTimelineMonth) here = g_list_model_get_item (self->months, middle);

      if (anc_timeline_month_get_month (here) == month)
        return g_steal_pointer (&here);
      if (anc_timeline_month_get_month (here) < month)
        from = middle + 1;
      else
        to = middle;
    }

  return NULL;
}

/**
 * anc_timeline_item_get_month_range:
 * @self: an item
 * @first: (out): the first month of which something is known
 * @last: (out): the last
 *
 * Returns: whether anything is known of any month
 */
gboolean
anc_timeline_item_get_month_range (AncTimelineItem *self,
                                   AncMonth *first,
                                   AncMonth *last)
{
  g_autoptr (AncTimelineMonth) earliest = NULL;
  g_autoptr (AncTimelineMonth) latest = NULL;
  guint n;

  g_return_val_if_fail (ANC_IS_TIMELINE_ITEM (self), FALSE);

  n = self->months != NULL ? g_list_model_get_n_items (self->months) : 0;
  if (n == 0)
    return FALSE;

  earliest = g_list_model_get_item (self->months, 0);
  latest = g_list_model_get_item (self->months, n - 1);
  *first = anc_timeline_month_get_month (earliest);
  *last = anc_timeline_month_get_month (latest);
  return TRUE;
}
