/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-lane.h"

/**
 * AncTimelineLane:
 *
 * A lane of the timeline: the stays, the absences, or one employer with its jobs.
 */
struct _AncTimelineLane
{
  GObject parent_instance;

  AncLaneKind kind;
  gint64 key;
  char *title;
  char *subtitle;
  guint color;       /* which of the colours of employers; any number */
  GListModel *items; /* of AncTimelineItem */
};

G_DEFINE_FINAL_TYPE (AncTimelineLane, anc_timeline_lane, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_KEY,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_COLOR,
  PROP_ITEMS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
anc_timeline_lane_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  AncTimelineLane *self = ANC_TIMELINE_LANE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_int (value, (int) self->kind);
      break;
    case PROP_KEY:
      g_value_set_int64 (value, self->key);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_COLOR:
      g_value_set_uint (value, self->color);
      break;
    case PROP_ITEMS:
      g_value_set_object (value, self->items);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_timeline_lane_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  AncTimelineLane *self = ANC_TIMELINE_LANE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = (AncLaneKind) g_value_get_int (value);
      break;
    case PROP_KEY:
      self->key = g_value_get_int64 (value);
      break;
    case PROP_TITLE:
      anc_timeline_lane_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      anc_timeline_lane_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_COLOR:
      anc_timeline_lane_set_color (self, g_value_get_uint (value));
      break;
    case PROP_ITEMS:
      anc_timeline_lane_set_items (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_timeline_lane_finalize (GObject *object)
{
  AncTimelineLane *self = ANC_TIMELINE_LANE (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (anc_timeline_lane_parent_class)->finalize (object);
}

static void
anc_timeline_lane_class_init (AncTimelineLaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read_write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = anc_timeline_lane_finalize;
  object_class->get_property = anc_timeline_lane_get_property;
  object_class->set_property = anc_timeline_lane_set_property;

  props[PROP_KIND] = g_param_spec_int ("kind",
                                       NULL,
                                       NULL,
                                       ANC_LANE_STAYS,
                                       ANC_LANE_JOBS,
                                       ANC_LANE_STAYS,
                                       construct);
  props[PROP_KEY] = g_param_spec_int64 ("key", NULL, NULL, 0, G_MAXINT64, 0, construct);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read_write);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, read_write);
  props[PROP_COLOR] = g_param_spec_uint ("color", NULL, NULL, 0, G_MAXUINT, 0, read_write);
  props[PROP_ITEMS] = g_param_spec_object ("items", NULL, NULL, G_TYPE_LIST_MODEL, read_write);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
anc_timeline_lane_init (AncTimelineLane *self)
{
}

AncTimelineLane *
anc_timeline_lane_new (AncLaneKind kind,
                       gint64 key,
                       const char *title,
                       GListModel *items)
{
  return g_object_new (ANC_TYPE_TIMELINE_LANE,
                       "kind",
                       kind,
                       "key",
                       key,
                       "title",
                       title,
                       "items",
                       items,
                       NULL);
}

AncLaneKind
anc_timeline_lane_get_kind (AncTimelineLane *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_LANE (self), ANC_LANE_STAYS);

  return self->kind;
}

gint64
anc_timeline_lane_get_key (AncTimelineLane *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_LANE (self), 0);

  return self->key;
}

const char *
anc_timeline_lane_get_title (AncTimelineLane *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_LANE (self), NULL);

  return self->title;
}

void
anc_timeline_lane_set_title (AncTimelineLane *self,
                             const char *title)
{
  g_return_if_fail (ANC_IS_TIMELINE_LANE (self));

  if (g_strcmp0 (self->title, title) == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

const char *
anc_timeline_lane_get_subtitle (AncTimelineLane *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_LANE (self), NULL);

  return self->subtitle;
}

void
anc_timeline_lane_set_subtitle (AncTimelineLane *self,
                                const char *subtitle)
{
  g_return_if_fail (ANC_IS_TIMELINE_LANE (self));

  if (g_strcmp0 (self->subtitle, subtitle) == 0)
    return;

  g_free (self->subtitle);
  self->subtitle = g_strdup (subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

guint
anc_timeline_lane_get_color (AncTimelineLane *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_LANE (self), 0);

  return self->color;
}

void
anc_timeline_lane_set_color (AncTimelineLane *self,
                             guint color)
{
  g_return_if_fail (ANC_IS_TIMELINE_LANE (self));

  if (self->color == color)
    return;

  self->color = color;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLOR]);
}

GListModel *
anc_timeline_lane_get_items (AncTimelineLane *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_LANE (self), NULL);

  return self->items;
}

void
anc_timeline_lane_set_items (AncTimelineLane *self,
                             GListModel *items)
{
  g_return_if_fail (ANC_IS_TIMELINE_LANE (self));

  if (!g_set_object (&self->items, items))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEMS]);
}
