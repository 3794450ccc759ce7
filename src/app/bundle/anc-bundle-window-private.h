/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-options-page.h"
#include "anc-bundle-window.h"
#include "anc-bundle-list-model.h"
#include "anc-bundle-rows.h"

typedef struct _AncBundleWriting AncBundleWriting;

struct _AncBundleWindow
{
  AdwWindow parent_instance;

  AncOffice *office;
  AncDesk *desk;
  AncBundleListModel *model;
  AncBundleRows *rows;
  AncBundleOptionsPage *options;
  GPtrArray *regimes;       /* of AncRegime, as the row of regimes has them; the first one is none */
  GPtrArray *orders;        /* of words for the case, as the row of orders has them; the first one is none */
  GPtrArray *folded;        /* of GtkWidget, the rows inside of those that fold */
  GPtrArray *problem_rows;  /* of GtkWidget */
  GPtrArray *own_file_rows; /* of GtkWidget */
  gboolean is_updating;
  AncBundleWriting *writing; /* (nullable): while a file is made */
  GFile *file;               /* (nullable): the one made last */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwViewStack *pages;
  AdwViewSwitcher *switcher;
  AdwPreferencesGroup *problems_group;
  AdwPreferencesGroup *own_files_group;
  AdwExpanderRow *own_files_row;
  AdwComboRow *regime_row;
  AdwPreferencesGroup *order_group;
  AdwComboRow *order_row;
  AdwPreferencesGroup *exhibits_group;
  GtkListBox *list;
  AdwExpanderRow *missing_row;
  AdwExpanderRow *left_out_row;
  AdwExpanderRow *filed_row;
  AdwActionRow *keep_row;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
};

/* What the file is to be, as the window says now; its texts are valid until the next reading. */
void anc_bundle_window_read_options (AncBundleWindow *self,
                                     AncBundleOptions *options);

void anc_bundle_window_tell (AncBundleWindow *self,
                             const char *sentence,
                             const char *button,
                             const char *action);

/* Tells what is wrong with the person's own files about exhibits, while anything is. */
void anc_bundle_window_show_own_files (AncBundleWindow *self);

/* Asks where to write the file, and writes it. */
void anc_bundle_window_write (AncBundleWindow *self);

/* Stops writing, if it does. */
void anc_bundle_window_stop (AncBundleWindow *self);
