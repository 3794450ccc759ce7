/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-view.h"
#include "anc-reader.h"

#include <adwaita.h>

#define ANC_TYPE_DOCUMENT_PANE (anc_document_pane_get_type ())
G_DECLARE_FINAL_TYPE (AncDocumentPane, anc_document_pane, ANC, DOCUMENT_PANE, AdwBin)

/**
 * AncDocumentPane:
 *
 * One document, from its bytes to its pages: opens it with the reader, asks for its password, says what is
 * wrong with it, and shows it. It holds the document by a descriptor alone: it may come from a file or from
 * the store. Actions: `document.print`, `document.save-copy`. Properties: `is-shown`.
 */
AncDocumentPane *anc_document_pane_new (AncReader *reader);

void anc_document_pane_open (AncDocumentPane *self,
                             int fd,
                             const char *title);
void anc_document_pane_close (AncDocumentPane *self);
void anc_document_pane_fail (AncDocumentPane *self,
                             const GError *error);
void anc_document_pane_show_place (AncDocumentPane *self,
                                   const AncPagePlace *place);
void anc_document_pane_mark_places (AncDocumentPane *self,
                                    const AncPagePlace *marks,
                                    guint n_marks);
void anc_document_pane_set_takes_focus (AncDocumentPane *self,
                                        gboolean takes_focus);
int anc_document_pane_get_fd (AncDocumentPane *self);
const char *anc_document_pane_get_password (AncDocumentPane *self);
void anc_document_pane_add_toast (AncDocumentPane *self,
                                  AdwToast *toast);
gboolean anc_document_pane_has_changes (AncDocumentPane *self);
