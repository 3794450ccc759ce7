/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-exhibit-order.h"

#include "anc-case.h"

/* What people do to the exhibits of a live case. Each is one edit of it, to be undone in one step. Exhibits are those of an
 * order made from the case as it stands. */

void anc_exhibit_edit_choose_order (AncCase *a_case,
                                    const char *list);
void anc_exhibit_edit_arrange (AncCase *a_case,
                               const AncExhibitOrder *order);
void anc_exhibit_edit_move (AncCase *a_case,
                            const AncExhibitOrder *order,
                            guint from,
                            guint to);
void anc_exhibit_edit_group (AncCase *a_case,
                             const AncExhibit *const *exhibits,
                             guint n_exhibits);
void anc_exhibit_edit_ungroup (AncCase *a_case,
                               const AncExhibit *exhibit);
void anc_exhibit_edit_move_document (AncCase *a_case,
                                     const AncExhibit *exhibit,
                                     guint from,
                                     guint to);
void anc_exhibit_edit_set_title (AncCase *a_case,
                                 const AncExhibit *exhibit,
                                 const char *title);
void anc_exhibit_edit_leave_out (AncCase *a_case,
                                 const AncExhibit *exhibit);
void anc_exhibit_edit_take_in (AncCase *a_case,
                               const AncRow *document);
void anc_exhibit_edit_set_filed (AncCase *a_case,
                                 const AncExhibitOrder *order,
                                 gboolean are_filed);
