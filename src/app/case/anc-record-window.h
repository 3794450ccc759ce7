/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <adwaita.h>

#define ANC_TYPE_RECORD_WINDOW (anc_record_window_get_type ())
G_DECLARE_FINAL_TYPE (AncRecordWindow, anc_record_window, ANC, RECORD_WINDOW, AdwWindow)

/**
 * AncRecordWindow:
 *
 * The form of one record of a list. What is entered counts at once; closing keeps it, and undo takes it
 * back. It closes by itself when the record is deleted.
 */
AncRecordWindow *anc_record_window_new (AncDesk *desk,
                                        AncRecord *record);
