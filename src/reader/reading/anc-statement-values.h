/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-statement.h"

char *anc_statement_normalize (AncStatementField field,
                               const char *text);
