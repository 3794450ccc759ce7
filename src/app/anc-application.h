/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office-opener.h"

#include "anc-date.h"

#include <adwaita.h>

#define ANC_APPLICATION_ID "io.github.ancrage.Ancrage"

#define ANC_TYPE_APPLICATION (anc_application_get_type ())
G_DECLARE_FINAL_TYPE (AncApplication, anc_application, ANC, APPLICATION, AdwApplication)

/**
 * AncApplication:
 *
 * The program: its settings, the law, its one window, and what the desktop asks of it.
 */
AncApplication *anc_application_new (const char *schema_folder);

void anc_application_get_office_async (AncApplication *self,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
AncOffice *anc_application_get_office_finish (AncApplication *self,
                                              GAsyncResult *result,
                                              GError **error);
void anc_application_show_case (AncApplication *self,
                                gint64 case_key);

AncOfficeOpener *anc_application_get_opener (AncApplication *self);
GSettings *anc_application_get_settings (AncApplication *self);
AncDate anc_application_get_today (AncApplication *self);
gboolean anc_application_wants_sample (AncApplication *self);
