/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/**
 * AncShortcut:
 * @group: what it belongs to, as a message id; the shortcuts of a group stand together
 * @title: what it does, as a message id
 * @keys: accelerators, separated by spaces
 * @action: (nullable): the detailed action of the window they are for; %NULL where a widget hears them
 *
 * One shortcut, declared once: for the window that lists them and for the keys themselves.
 */
typedef struct
{
  const char *group;
  const char *title;
  const char *keys;
  const char *action;
} AncShortcut;

const AncShortcut *anc_shortcuts_get (guint *n_shortcuts);
void anc_shortcuts_install (GtkApplication *application);
char *anc_shortcuts_dup_label (const char *keys);
