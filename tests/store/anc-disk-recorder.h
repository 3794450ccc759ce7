/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncDiskRecorder:
 *
 * Stands between the program and the system: it writes down every write, sync, truncation and change of a
 * name under one folder, whoever in the process makes it, SQLite as well as the store. From that record
 * it lays out the disk as a power cut at any point would have left it. It can also make any of these
 * operations fail.
 *
 * What a cut leaves: a write is sure once its file was synced, a name once its folder was. Of what was not
 * sure, either nothing is left (%ANC_CUT_STRICT), or all of it (%ANC_CUT_KEEP, as when the program is
 * killed), or any part, the last write perhaps torn (%ANC_CUT_RANDOM); names keep their order.
 */
typedef enum
{
  ANC_CUT_STRICT,
  ANC_CUT_KEEP,
  ANC_CUT_RANDOM,
} AncCut;

void anc_disk_recorder_start (const char *folder);
void anc_disk_recorder_acknowledge (guint number);
void anc_disk_recorder_stop (void);
guint anc_disk_recorder_get_count (void);

/* Walks along the record. */
typedef struct _AncDiskReplay AncDiskReplay;

AncDiskReplay *anc_disk_replay_new (void);
void anc_disk_replay_free (AncDiskReplay *self);
gboolean anc_disk_replay_next (AncDiskReplay *self);
guint anc_disk_replay_get_acknowledged (const AncDiskReplay *self);
gboolean anc_disk_replay_is_changed (const AncDiskReplay *self);
void anc_disk_replay_lay_out (AncDiskReplay *self,
                              AncCut cut,
                              GRand *random,
                              const char *folder);

void anc_disk_recorder_fail (const char *folder,
                             guint operation,
                             int code,
                             gboolean goes_on);
guint anc_disk_recorder_stop_failing (void);
