/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-intake.h"

char *anc_intake_words_outcome (GPtrArray *items);
