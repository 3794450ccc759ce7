/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-assessment.h"

#include <gtk/gtk.h>

#define ANC_TYPE_NOTE_LIST (anc_note_list_get_type ())
G_DECLARE_FINAL_TYPE (AncNoteList, anc_note_list, ANC, NOTE_LIST, GtkWidget)

/**
 * AncNoteList:
 *
 * What a regime warns of and what follows from it, each note with its source.
 */
GtkWidget *anc_note_list_new (void);

gboolean anc_note_list_update (AncNoteList *self,
                               const AncVerdict *verdict);
