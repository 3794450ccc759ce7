/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-countries.h"
#include "anc-evaluator.h"
#include "anc-exhibit-rules.h"
#include "anc-page-view.h"

#define ANC_TYPE_DESK (anc_desk_get_type ())
G_DECLARE_FINAL_TYPE (AncDesk, anc_desk, ANC, DESK, GObject)

/**
 * AncDesk:
 *
 * What the pages of one open case share: the case, the law, today's date, the evaluator, what was typed
 * into a field that cannot hold it, and the criterion the timeline explains. What one page asks of
 * another goes through its signals. Owned by the main thread.
 */
AncDesk *anc_desk_new (AncCase *a_case,
                       AncRules *rules,
                       AncDate today);

AncCase *anc_desk_get_case (AncDesk *self);
AncRules *anc_desk_get_rules (AncDesk *self);
AncDate anc_desk_get_today (AncDesk *self);
AncEvaluator *anc_desk_get_evaluator (AncDesk *self);
AncCountries *anc_desk_get_countries (AncDesk *self);
const AncExhibitRules *anc_desk_get_exhibit_rules (AncDesk *self);
void anc_desk_set_exhibit_rules (AncDesk *self,
                                 AncExhibitRules *rules);

const char *anc_desk_get_draft (AncDesk *self,
                                gint64 key,
                                const char *column);
void anc_desk_set_draft (AncDesk *self,
                         gint64 key,
                         const char *column,
                         const char *text);
gboolean anc_desk_has_draft (AncDesk *self,
                             gint64 key);

const AncVerdict *anc_desk_get_chosen (AncDesk *self,
                                       const AncCriterion **criterion);
void anc_desk_choose (AncDesk *self,
                      const char *regime,
                      const char *criterion);

void anc_desk_edit (AncDesk *self,
                    AncRecord *record);
void anc_desk_show (AncDesk *self,
                    const char *page,
                    const char *field);
void anc_desk_show_dates (AncDesk *self,
                          AncDate start,
                          AncDate end);
void anc_desk_show_document (AncDesk *self,
                             AncRecord *document,
                             const AncPagePlace *place);
void anc_desk_delete (AncDesk *self,
                      AncRecord *record);
