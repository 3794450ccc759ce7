/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-office.h"

guint anc_sample_office_add (AncOffice *office);
