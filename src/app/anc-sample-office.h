/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

char *anc_sample_office_make_folder (GError **error);
void anc_sample_office_remove_folder (const char *folder);

guint anc_sample_office_add (AncOffice *office);
