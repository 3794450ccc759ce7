/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-drawn-source.h"

#include "anc-page-view-private.h"
#include "anc-test-wait.h"

#include <adwaita.h>

#define ANC_VIEW_N_PAGES 500

/* A window that shows pages, looked at from the inside. */
typedef struct
{
  GtkWidget *window;
  AncPageView *view;
  AncDrawnSource *source;
} AncViewFixture;

void anc_view_fixture_set_up (AncViewFixture *fixture,
                              gconstpointer data);
void anc_view_fixture_tear_down (AncViewFixture *fixture,
                                 gconstpointer data);

#define ANC_VIEW_ADD(name, function) \
  g_test_add ("/viewer/page-view/" name, AncViewFixture, NULL, anc_view_fixture_set_up, function, anc_view_fixture_tear_down)

void anc_view_settle (void);

gboolean anc_view_is_sharp (AncPageView *view,
                            guint page);
