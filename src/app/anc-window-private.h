/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-idle-lock.h"
#include "anc-office-view.h"
#include "anc-session-lock.h"
#include "anc-start-page.h"
#include "anc-unlock-page.h"
#include "anc-window.h"

struct _AncWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwBin *office_bin;
  AncStartPage *start_page;   /* (nullable): until it is needed */
  AncUnlockPage *unlock_page; /* (nullable): until it is needed */

  GSettings *settings;
  AncIdleLock *idle;
  AncSessionLock *session;
  guint day_id;
  guint present_id; /* while it waits to have something to show */

  char *path;          /* (nullable): the office that is open, or would be */
  AncOffice *office;   /* (nullable): open */
  AncOfficeView *view; /* (nullable): of the open office */
  char *sample_folder; /* (nullable): of a sample office, which goes with it */
  gint64 last_case;    /* the one that was open when the office was locked, or 0 */
  gboolean has_started;
  gboolean is_closing;
};

AncApplication *anc_window_get_application (AncWindow *self);
AncOfficeOpener *anc_window_get_opener (AncWindow *self);
void anc_window_show_page (AncWindow *self,
                           const char *page);
void anc_window_end_waiting (AncWindow *self);

/* anc-window-new.c, anc-window-office.c, anc-window-leave.c: into an office and out of it */
void anc_window_show_start (AncWindow *self);
void anc_window_start_sample (AncWindow *self);
void anc_window_set_path (AncWindow *self,
                          const char *path);
void anc_window_show_office (AncWindow *self,
                             AncOffice *office);
void anc_window_show_problem (AncWindow *self,
                              const GError *error);
void anc_window_open_path (AncWindow *self,
                           const char *path);
void anc_window_lock (AncWindow *self);
void anc_window_watch_idle (AncWindow *self);
void anc_window_leave_office (AncWindow *self,
                              void (*then) (AncWindow *self,
                                            gpointer data),
                              gpointer data,
                              GDestroyNotify destroy);

void anc_window_install_actions (GtkWidgetClass *widget_class);
void anc_window_update_actions (AncWindow *self);

void anc_window_say (AncWindow *self,
                     const char *words);
void anc_window_say_error (AncWindow *self,
                           const GError *error);
