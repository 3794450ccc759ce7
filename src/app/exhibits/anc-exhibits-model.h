/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"
#include "anc-proposal-list.h"

#include <gtk/gtk.h>

/**
 * AncExhibitSort:
 *
 * By what the documents of a case are sorted; what is alike in it stands in the order of the case.
 */
typedef enum
{
  ANC_EXHIBIT_SORT_TIME,
  ANC_EXHIBIT_SORT_TITLE,
  ANC_EXHIBIT_SORT_KIND,
  ANC_EXHIBIT_SORT_GRADE,
  ANC_EXHIBIT_SORT_ARRIVAL,
} AncExhibitSort;

/**
 * AncExhibitShow:
 * @ANC_EXHIBIT_SHOW_IDLE: what no field of the case rests on
 *
 * Which documents are shown.
 */
typedef enum
{
  ANC_EXHIBIT_SHOW_ALL,
  ANC_EXHIBIT_SHOW_PAYSLIPS,
  ANC_EXHIBIT_SHOW_PAPERS,
  ANC_EXHIBIT_SHOW_IDLE,
} AncExhibitShow;

/**
 * AncExhibitsModel:
 *
 * What the list of exhibits shows, as a #GListModel: the proposals that wait for a person (#AncProposal), a
 * heading (#GtkStringObject) where there are any, and the documents that are sorted (#AncRecord), as they
 * were asked for. Owned by the main thread.
 */
#define ANC_TYPE_EXHIBITS_MODEL (anc_exhibits_model_get_type ())
G_DECLARE_FINAL_TYPE (AncExhibitsModel, anc_exhibits_model, ANC, EXHIBITS_MODEL, GObject)

AncExhibitsModel *anc_exhibits_model_new (AncDesk *desk);

void anc_exhibits_model_set_proposals (AncExhibitsModel *self,
                                       AncProposalList *proposals);
void anc_exhibits_model_set_sort (AncExhibitsModel *self,
                                  AncExhibitSort sort);
void anc_exhibits_model_set_show (AncExhibitsModel *self,
                                  AncExhibitShow show);
void anc_exhibits_model_set_search (AncExhibitsModel *self,
                                    const char *text);

guint anc_exhibits_model_get_n_proposals (AncExhibitsModel *self);
