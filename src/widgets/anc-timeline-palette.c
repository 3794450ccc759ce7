/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-palette.h"

#include "anc-compat.h"

/* Each colour: its name in the stylesheet, and what it is on white paper. */
typedef struct
{
  gsize offset;
  const char *name;
  const char *paper;
} ColorRow;

#define COLOR(field, name, paper)                            \
  {                                                          \
    G_STRUCT_OFFSET (AncTimelinePalette, field), name, paper \
  }

static const ColorRow rows[] = {
  COLOR (text, "timeline_text", "#241f31"),
  COLOR (dim, "timeline_dim", "#5e5c64"),
  COLOR (grid, "timeline_grid", "#d0cfcc"),
  COLOR (surface, "timeline_surface", "#ffffff"),
  COLOR (window, "timeline_window", "#e8f0fb"),
  COLOR (count, "timeline_count", "#f3f3f3"),
  COLOR (filing, "timeline_filing", "#c01c28"),
  COLOR (on_bar, "timeline_on_bar", "#ffffff"),
  COLOR (stay, "timeline_stay", "#5e5c64"),
  COLOR (absence, "timeline_absence", "#865e3c"),
  COLOR (counted, "timeline_counted", "#26a269"),
  COLOR (arguable, "timeline_arguable", "#f5c211"),
  COLOR (declared, "timeline_declared", "#1a5fb4"),
  COLOR (on_state, "timeline_on_state", "#241f31"),
  COLOR (warning, "timeline_warning", "#e66100"),
  COLOR (employers[0], "timeline_employer_1", "#1a5fb4"),
  COLOR (employers[1], "timeline_employer_2", "#813d9c"),
  COLOR (employers[2], "timeline_employer_3", "#a1421a"),
  COLOR (employers[3], "timeline_employer_4", "#1b7a6e"),
  COLOR (employers[4], "timeline_employer_5", "#a51d6b"),
  COLOR (employers[5], "timeline_employer_6", "#4a6b1d"),
  COLOR (employers[6], "timeline_employer_7", "#4e4ba3"),
  COLOR (employers[7], "timeline_employer_8", "#7a5a16"),
};

/**
 * anc_timeline_palette_init_from_widget:
 * @self: (out caller-allocates): the colours
 * @widget: a widget that the stylesheet reaches
 */
void
anc_timeline_palette_init_from_widget (AncTimelinePalette *self,
                                       GtkWidget *widget)
{
  anc_timeline_palette_init_for_paper (self);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    anc_compat_widget_lookup_color (widget, rows[i].name, G_STRUCT_MEMBER_P (self, rows[i].offset));
}

void
anc_timeline_palette_init_for_paper (AncTimelinePalette *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gdk_rgba_parse (G_STRUCT_MEMBER_P (self, rows[i].offset), rows[i].paper);
}
