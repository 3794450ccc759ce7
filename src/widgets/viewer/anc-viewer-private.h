/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-entries.h"
#include "anc-page-thumbnails.h"
#include "anc-viewer.h"

struct _AncViewer
{
  AdwBin parent_instance;

  AncPageSource *source;
  GCancellable *cancellable; /* of what the source was asked for beside pages */
  GCancellable *search;      /* of the search under way */
  GPtrArray *matches;        /* of AncPageMatch, or NULL */
  guint match;
  guint searched;    /* so many pages of the document */
  guint filled_id;   /* once nobody types into the form, the small pictures show what was */
  gboolean has_news; /* what they do not show yet */

  AncPageView *view;
  AncPageThumbnails *thumbnails;
  AncPageEntries *headings;
  AncPageEntries *results;
  GtkWidget *sidebar;
  GtkStack *sidebar_stack;
  GtkToggleButton *sidebar_button;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkLabel *search_status;
  GtkEditable *page_entry;
  GtkLabel *page_count;
  GtkLabel *zoom_label;
  GtkButton *zoom_in;
  GtkWidget *copying; /* how far that is */
  GtkLabel *copying_label;
  GtkProgressBar *copying_progress;
};

/* The search, of which the rest of the viewer needs to know so much. */
void anc_viewer_go_to_match (AncViewer *self,
                             guint match);
void anc_viewer_forget_search (AncViewer *self);
void anc_viewer_search_changed_cb (AncViewer *self);
void anc_viewer_search_closed_cb (AncViewer *self);
void anc_viewer_result_cb (AncViewer *self,
                           guint entry);
