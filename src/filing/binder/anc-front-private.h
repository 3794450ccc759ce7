/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-front.h"
#include "anc-sheet.h"

void anc_front_add_heading (AncSheet *sheet,
                            const char *text);

void anc_front_draw_chronology (const AncBundlePlan *plan,
                                AncSheet *sheet);
void anc_front_draw_picture (const AncBundlePlan *plan,
                             AncSheet *sheet);
void anc_front_draw_presence (const AncBundlePlan *plan,
                              AncSheet *sheet);
void anc_front_draw_list (AncFront *self,
                          AncSheet *sheet);
