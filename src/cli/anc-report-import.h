/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-import-run.h"

void anc_report_import_print_json (const AncImportRun *run);
void anc_report_import_print (const AncImportRun *run);
void anc_report_import_tell_files (const AncImportRun *run);
