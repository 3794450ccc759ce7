/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-text.h"

AncPageText *anc_page_fixture_new (const char *text);
