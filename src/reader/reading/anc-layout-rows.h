/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-text.h"

GPtrArray *anc_layout_rows_find (const AncPageText *text);
