/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-date.h"

#include <glib-object.h>

/**
 * AncNoteKind:
 * @ANC_NOTE_GAP: no job covers these days
 * @ANC_NOTE_OVERLAP: several do
 */
typedef enum
{
  ANC_NOTE_GAP,
  ANC_NOTE_OVERLAP,
} AncNoteKind;

#define ANC_TYPE_TIMELINE_NOTE (anc_timeline_note_get_type ())
G_DECLARE_FINAL_TYPE (AncTimelineNote, anc_timeline_note, ANC, TIMELINE_NOTE, GObject)

AncTimelineNote *anc_timeline_note_new (AncNoteKind kind,
                                        AncDate start,
                                        AncDate end,
                                        const char *sentence);

AncNoteKind anc_timeline_note_get_kind (AncTimelineNote *self);
AncDate anc_timeline_note_get_start (AncTimelineNote *self);
AncDate anc_timeline_note_get_end (AncTimelineNote *self);
const char *anc_timeline_note_get_sentence (AncTimelineNote *self);
