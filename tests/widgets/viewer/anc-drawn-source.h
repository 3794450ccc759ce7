/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-source.h"

#define ANC_TYPE_DRAWN_SOURCE (anc_drawn_source_get_type ())
G_DECLARE_FINAL_TYPE (AncDrawnSource, anc_drawn_source, ANC, DRAWN_SOURCE, GObject)

/**
 * AncDrawnSource:
 * @n_rendered: how many pictures were given
 * @n_cancelled: how many were taken back before
 * @n_words: how often words were asked for
 * @n_read: how often of them to be read from the picture of the page
 * @broken_page: a page that cannot be drawn, or -1
 * @has_headings: whether it has an outline
 * @has_form: whether there is something to fill in
 * @is_scan: whether its words are only in the pictures
 * @is_held: whether it keeps back its pictures
 * @is_reading_held: whether it keeps back the words it reads from pictures
 *
 * A document drawn by the test: each page says its number, has two words and a link to the last page.
 */
struct _AncDrawnSource
{
  GObject parent_instance;

  guint n_pages;
  guint n_rendered;
  guint n_cancelled;
  guint n_words;
  guint n_read;
  int broken_page;
  gboolean has_headings;
  gboolean has_form;
  gboolean is_scan;
  gboolean is_held;
  gboolean is_reading_held;
  GPtrArray *held;
  GPtrArray *held_words;
};

AncDrawnSource *anc_drawn_source_new (guint n_pages);
double anc_drawn_source_get_held_scale (AncDrawnSource *self,
                                        guint picture);
void anc_drawn_source_release (AncDrawnSource *self);
void anc_drawn_source_release_words (AncDrawnSource *self);
