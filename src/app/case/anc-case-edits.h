/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case.h"

#include "anc-date.h"

/* What people do to a case in one gesture; each is one edit, that one undo takes back. */

AncRecord *anc_case_edit_add (AncCase *a_case,
                              AncTableId table);
AncRecord *anc_case_edit_add_job (AncCase *a_case,
                                  AncRecord *employer,
                                  AncDate start,
                                  AncDate end);
AncRecord *anc_case_edit_add_span (AncCase *a_case,
                                   AncTableId table,
                                   AncDate start,
                                   AncDate end);
AncRecord *anc_case_edit_add_payslip (AncCase *a_case,
                                      AncRecord *job,
                                      AncMonth month);

AncRecord *anc_case_edit_add_event (AncCase *a_case,
                                    AncDate date);

void anc_case_edit_set_span (AncCase *a_case,
                             AncRecord *record,
                             AncDate start,
                             AncDate end);
AncRecord *anc_case_edit_split (AncCase *a_case,
                                AncRecord *record,
                                AncDate date);
AncRecord *anc_case_edit_duplicate (AncCase *a_case,
                                    AncRecord *record,
                                    AncDate start,
                                    AncDate end);
void anc_case_edit_delete (AncCase *a_case,
                           AncRecord *record);

AncRecord *anc_case_find_by_id (AncCase *a_case,
                                AncTableId table,
                                const char *id);
GPtrArray *anc_case_list_dependents (AncCase *a_case,
                                     AncRecord *record);

AncRecord *anc_case_find_fact (AncCase *a_case,
                               const char *name);
void anc_case_edit_set_fact (AncCase *a_case,
                             const char *name,
                             const char *literal);
