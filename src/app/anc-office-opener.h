/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

#define ANC_TYPE_OFFICE_OPENER (anc_office_opener_get_type ())
G_DECLARE_FINAL_TYPE (AncOfficeOpener, anc_office_opener, ANC, OFFICE_OPENER, GObject)

/**
 * AncOfficeOpener:
 *
 * Opens and makes offices, with the law that their cases are judged by, which it reads once. Told early which
 * office will be asked for, it has the store open by the time a window is there to show it.
 */
AncOfficeOpener *anc_office_opener_new (void);

void anc_office_opener_prepare (AncOfficeOpener *self,
                                const char *path);

void anc_office_opener_open_async (AncOfficeOpener *self,
                                   const char *path,
                                   const char *passphrase,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
void anc_office_opener_create_async (AncOfficeOpener *self,
                                     const char *path,
                                     const char *passphrase,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
AncOffice *anc_office_opener_finish (AncOfficeOpener *self,
                                     GAsyncResult *result,
                                     GError **error);
