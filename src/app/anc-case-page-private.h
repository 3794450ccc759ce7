/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-case-page.h"

#include "anc-case-viewer.h"
#include "anc-desk.h"
#include "anc-exhibit-actions.h"
#include "anc-timeline-feed.h"
#include "anc-viewer-split.h"

struct _AncCasePage
{
  AdwBin parent_instance;

  AncOffice *office;
  AncDesk *desk;
  AncTimelineFeed *feed;
  GtkWidget *timeline;
  GtkWidget *date;
  AncCaseViewer *viewer;
  AncExhibitActions *exhibit_actions;
  GtkWidget *exhibits;
  GtkWidget *eligibility;
  GtkWidget *person;
  guint handle_source;
  int automatic_position; /* of the pane, until someone moves it */

  AncViewerSplit *split;
  GtkWidget *lower;
  AdwToastOverlay *toasts;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkBox *date_box;
  GtkPaned *paned;
  GtkScrolledWindow *timeline_place;
  AdwViewStack *stack;
  GtkMenuButton *notes_button;
  GtkLabel *notes_number;
  GtkListBox *notes;
};

/* anc-case-page.c */
void anc_case_page_show (AncCasePage *self,
                         const char *page,
                         const char *field);
void anc_case_page_tell (AncCasePage *self,
                         const char *sentence,
                         gboolean can_undo);
const char *anc_case_page_get_page_name (guint index);

/* anc-case-page-timeline.c: above the pages, and the list of its gaps and overlaps */
void anc_case_page_create_timeline (AncCasePage *self);

/* anc-case-page-actions.c: what the menu and the keys do */
void anc_case_page_install_actions (GtkWidgetClass *widget_class);
void anc_case_page_add_keys (AncCasePage *self);
