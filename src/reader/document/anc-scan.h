/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-document.h"
#include "anc-turn.h"

#include <leptonica/allheaders.h>

/**
 * AncScan:
 * @pix: the page upright, straight and evenly lit, 8 bits grey
 * @scale: its pixels per point
 * @turn: how it came there from the page as it is shown
 * @angle: degrees clockwise by which it was straightened
 * @sure: whether it is beyond doubt which side is up
 *
 * A page made ready for reading.
 */
typedef struct
{
  PIX *pix;
  double scale;
  AncTurn turn;
  double angle;
  gboolean sure;
} AncScan;

gboolean anc_scan_init (AncScan *self,
                        AncDocument *document,
                        guint page,
                        GError **error);
void anc_scan_turn_over (AncScan *self);
void anc_scan_turn_back (AncScan *self);
BOXA *anc_scan_find_unread (const AncScan *self,
                            const AncPageText *text);
void anc_scan_clear (AncScan *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AncScan, anc_scan_clear)
