/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-note.h"

/**
 * AncTimelineNote:
 *
 * Something to look at between the jobs: days without work, or days that several jobs cover.
 */
struct _AncTimelineNote
{
  GObject parent_instance;

  AncNoteKind kind;
  AncDate start;
  AncDate end; /* inclusive; ANC_DATE_NONE: it goes on */
  char *sentence;
};

G_DEFINE_FINAL_TYPE (AncTimelineNote, anc_timeline_note, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_START,
  PROP_END,
  PROP_SENTENCE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
anc_timeline_note_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  AncTimelineNote *self = ANC_TIMELINE_NOTE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_int (value, (int) self->kind);
      break;
    case PROP_START:
      g_value_set_int (value, self->start);
      break;
    case PROP_END:
      g_value_set_int (value, self->end);
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_timeline_note_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  AncTimelineNote *self = ANC_TIMELINE_NOTE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = (AncNoteKind) g_value_get_int (value);
      break;
    case PROP_START:
      self->start = g_value_get_int (value);
      break;
    case PROP_END:
      self->end = g_value_get_int (value);
      break;
    case PROP_SENTENCE:
      self->sentence = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_timeline_note_finalize (GObject *object)
{
  AncTimelineNote *self = ANC_TIMELINE_NOTE (object);

  g_free (self->sentence);

  G_OBJECT_CLASS (anc_timeline_note_parent_class)->finalize (object);
}

static void
anc_timeline_note_class_init (AncTimelineNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = anc_timeline_note_finalize;
  object_class->get_property = anc_timeline_note_get_property;
  object_class->set_property = anc_timeline_note_set_property;

  props[PROP_KIND] = g_param_spec_int ("kind",
                                       NULL,
                                       NULL,
                                       ANC_NOTE_GAP,
                                       ANC_NOTE_OVERLAP,
                                       ANC_NOTE_GAP,
                                       construct);
  props[PROP_START] = g_param_spec_int ("start", NULL, NULL, G_MININT32, G_MAXINT32, 0, construct);
  props[PROP_END] = g_param_spec_int ("end", NULL, NULL, G_MININT32, G_MAXINT32, ANC_DATE_NONE, construct);
  props[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, construct);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
anc_timeline_note_init (AncTimelineNote *self)
{
}

AncTimelineNote *
anc_timeline_note_new (AncNoteKind kind,
                       AncDate start,
                       AncDate end,
                       const char *sentence)
{
  return g_object_new (ANC_TYPE_TIMELINE_NOTE,
                       "kind",
                       kind,
                       "start",
                       start,
                       "end",
                       end,
                       "sentence",
                       sentence,
                       NULL);
}

AncNoteKind
anc_timeline_note_get_kind (AncTimelineNote *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_NOTE (self), ANC_NOTE_GAP);

  return self->kind;
}

AncDate
anc_timeline_note_get_start (AncTimelineNote *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_NOTE (self), ANC_DATE_NONE);

  return self->start;
}

AncDate
anc_timeline_note_get_end (AncTimelineNote *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_NOTE (self), ANC_DATE_NONE);

  return self->end;
}

const char *
anc_timeline_note_get_sentence (AncTimelineNote *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_NOTE (self), NULL);

  return self->sentence;
}
