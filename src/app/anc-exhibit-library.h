/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-exhibit-rules.h"
#include "anc-store.h"

#define ANC_TYPE_EXHIBIT_LIBRARY (anc_exhibit_library_get_type ())
G_DECLARE_FINAL_TYPE (AncExhibitLibrary, anc_exhibit_library, ANC, EXHIBIT_LIBRARY, GObject)

/**
 * AncExhibitLibrary:
 *
 * The kinds of documents and the lists of regimes as an open office has them: what ships with the program, the files of
 * whoever uses it, and the grades the office gives, which its store keeps for all. Until these are read, a moment after the
 * office was opened, the others stand.
 *
 * Signals: `changed ()`: a grade is another one; `failed (GError *error)`: grades could not be read or kept.
 * Owned by the main thread.
 */
AncExhibitLibrary *anc_exhibit_library_new (AncStore *store);

AncExhibitRules *anc_exhibit_library_get_rules (AncExhibitLibrary *self);
const AncProblems *anc_exhibit_library_get_problems (AncExhibitLibrary *self);
char *anc_exhibit_library_dup_folder (void);
const char *const *anc_exhibit_library_get_proofs (AncExhibitLibrary *self);
void anc_exhibit_library_set_grade (AncExhibitLibrary *self,
                                    const char *kind,
                                    AncGrade grade);
