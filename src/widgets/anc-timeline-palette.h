/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#define ANC_N_EMPLOYER_COLORS 8

/**
 * AncTimelinePalette:
 *
 * The colours a timeline is painted with: those of the stylesheet on screen, fixed ones on paper.
 */
typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA grid;
  GdkRGBA surface;
  GdkRGBA window;
  GdkRGBA count;
  GdkRGBA filing;
  GdkRGBA on_bar;
  GdkRGBA stay;
  GdkRGBA absence;
  GdkRGBA counted;
  GdkRGBA arguable;
  GdkRGBA declared;
  GdkRGBA on_state;
  GdkRGBA warning;
  GdkRGBA employers[ANC_N_EMPLOYER_COLORS];
} AncTimelinePalette;

void anc_timeline_palette_init_from_widget (AncTimelinePalette *self,
                                            GtkWidget *widget);
void anc_timeline_palette_init_for_paper (AncTimelinePalette *self);
