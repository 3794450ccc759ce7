/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rect.h"

/**
 * AncTurn:
 *
 * How a page as it is shown becomes one that is upright and straight: turned by quarters, then
 * straightened about its middle.
 */
typedef struct
{
  double width; /* of the page as it is shown, in points */
  double height;
  int turn;    /* degrees clockwise: 0, 90, 180, 270 */
  double sine; /* of the angle that then straightens it, clockwise */
  double cosine;
} AncTurn;

void anc_turn_init (AncTurn *self,
                    double width,
                    double height,
                    int turn,
                    double skew);

void anc_turn_vector (int turn,
                      double *dx,
                      double *dy);
AncRect anc_turn_rect (const AncTurn *self,
                       AncRect rect,
                       double line_height);
AncRect anc_turn_back (const AncTurn *self,
                       AncRect box);
