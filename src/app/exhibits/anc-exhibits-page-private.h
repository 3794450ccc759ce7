/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-exhibits-page.h"

#include "anc-exhibits-model.h"

struct _AncExhibitsPage
{
  AdwBin parent_instance;

  AncOffice *office;
  AncDesk *desk;
  AncCaseViewer *viewer;
  AncProposalList *proposals; /* (nullable): until they are there */
  AncExhibitsModel *model;
  GtkSingleSelection *selection;
  GSimpleActionGroup *list_actions;
  GtkWidget *popover;
  guint focus_id;
  gint64 unlocked_key; /* of a document that is read again, to be shown then; 0 for none */
  GCancellable *opening;

  GtkStack *stack;
  GtkEditable *search;
  AdwBin *intake_place;
  GtkListView *list;
  GMenuModel *document_menu;
};

/* anc-exhibits-page.c */
GObject *anc_exhibits_page_get_selected (AncExhibitsPage *self);
AncRecord *anc_exhibits_page_get_document (AncExhibitsPage *self);
void anc_exhibits_page_show_document (AncExhibitsPage *self,
                                      AncRecord *document);

/* anc-exhibits-page-list.c: its rows, where the focus is, and what keys and the pointer do there */
void anc_exhibits_page_install_list (GtkWidgetClass *widget_class);
void anc_exhibits_page_create_list (AncExhibitsPage *self);
void anc_exhibits_page_select_row (AncExhibitsPage *self,
                                   guint position);

/* anc-exhibits-page-proposals.c: what becomes of those */
void anc_exhibits_page_install_proposals (GtkWidgetClass *widget_class);
void anc_exhibits_page_follow_proposals (AncExhibitsPage *self);
void anc_exhibits_page_accept (AncExhibitsPage *self,
                               AncProposal *proposal);
void anc_exhibits_page_set_aside (AncExhibitsPage *self,
                                  AncProposal *proposal);
