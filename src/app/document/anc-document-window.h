/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-reader.h"

#include <adwaita.h>

#define ANC_TYPE_DOCUMENT_WINDOW (anc_document_window_get_type ())
G_DECLARE_FINAL_TYPE (AncDocumentWindow, anc_document_window, ANC, DOCUMENT_WINDOW, AdwApplicationWindow)

/**
 * AncDocumentWindow:
 *
 * A window of its own for one document: of a file, or from a case.
 */
AncDocumentWindow *anc_document_window_new (GtkApplication *application,
                                            AncReader *reader,
                                            GSettings *settings);

void anc_document_window_open_file (AncDocumentWindow *self,
                                    GFile *file);
void anc_document_window_open (AncDocumentWindow *self,
                               int fd,
                               const char *title);
