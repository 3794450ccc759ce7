/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define ANC_APPLICATION_ID "io.github.ancrage.Ancrage"

#define ANC_TYPE_APPLICATION (anc_application_get_type ())
G_DECLARE_FINAL_TYPE (AncApplication, anc_application, ANC, APPLICATION, AdwApplication)

/**
 * AncApplication:
 *
 * The program: its settings, its one window, and what the desktop asks of it.
 */
AncApplication *anc_application_new (const char *schema_folder);
