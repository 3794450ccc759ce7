/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <adwaita.h>

/* What happened in the procedure, by date. */
GtkWidget *anc_procedure_page_new (AncDesk *desk);
