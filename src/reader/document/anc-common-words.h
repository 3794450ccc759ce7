/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-text.h"

double anc_common_words_measure (const AncPageText *text);
