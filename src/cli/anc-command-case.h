/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-session.h"

/* The verbs of `ancragectl case` that stand in files of their own. */

int anc_command_case_import (int argc,
                             char **argv);
int anc_command_case_export (int argc,
                             char **argv);
int anc_command_case_package (int argc,
                              char **argv);

gboolean anc_command_case_exists (AncSession *session,
                                  const char *reference,
                                  gboolean *exists,
                                  int *status);
