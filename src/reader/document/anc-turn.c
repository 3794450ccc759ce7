/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-turn.h"

#include <math.h>

/**
 * anc_turn_init:
 * @self: a turn, on the caller's stack
 * @width: width of the page as it is shown, in points
 * @height: its height
 * @turn: degrees clockwise that make it upright: 0, 90, 180 or 270
 * @skew: degrees clockwise that then make its lines level
 */
void
anc_turn_init (AncTurn *self,
               double width,
               double height,
               int turn,
               double skew)
{
  self->width = width;
  self->height = height;
  self->turn = turn;
  self->sine = sin (skew * G_PI / 180);
  self->cosine = cos (skew * G_PI / 180);
}

/**
 * anc_turn_vector:
 * @turn: degrees clockwise: 0, 90, 180 or 270
 * @dx: (inout): how far to the right
 * @dy: (inout): how far down
 */
void
anc_turn_vector (int turn,
                 double *dx,
                 double *dy)
{
  double x = *dx, y = *dy;

  switch (turn)
    {
    case 90:
      *dx = -y;
      *dy = x;
      break;
    case 180:
      *dx = -x;
      *dy = -y;
      break;
    case 270:
      *dx = y;
      *dy = -x;
      break;
    default:
      break;
    }
}

static void
turn_point (const AncTurn *self,
            double *x,
            double *y)
{
  double upright_width = self->turn % 180 == 0 ? self->width : self->height;
  double upright_height = self->turn % 180 == 0 ? self->height : self->width;
  double dx = *x - self->width / 2;
  double dy = *y - self->height / 2;

  anc_turn_vector (self->turn, &dx, &dy);
  *x = upright_width / 2 + dx * self->cosine - dy * self->sine;
  *y = upright_height / 2 + dx * self->sine + dy * self->cosine;
}

static void
turn_point_back (const AncTurn *self,
                 double *x,
                 double *y)
{
  double dx = *x - (self->turn % 180 == 0 ? self->width : self->height) / 2;
  double dy = *y - (self->turn % 180 == 0 ? self->height : self->width) / 2;
  double straight_dx = dx * self->cosine + dy * self->sine;
  double straight_dy = -dx * self->sine + dy * self->cosine;

  anc_turn_vector ((360 - self->turn) % 360, &straight_dx, &straight_dy);
  *x = self->width / 2 + straight_dx;
  *y = self->height / 2 + straight_dy;
}

/**
 * anc_turn_rect:
 * @self: a turn
 * @rect: what encloses a word on the page as it is shown, tilted or not
 * @line_height: the height of its characters, in points; 0 to take all of @rect
 *
 * Returns: where the word stands on the upright page
 */
AncRect
anc_turn_rect (const AncTurn *self,
               AncRect rect,
               double line_height)
{
  double x = anc_rect_center_x (rect), y = anc_rect_center_y (rect);
  double length = self->turn % 180 == 0 ? anc_rect_width (rect) : anc_rect_height (rect);
  double height = self->turn % 180 == 0 ? anc_rect_height (rect) : anc_rect_width (rect);

  turn_point (self, &x, &y);
  if (line_height > 0 && line_height < height)
    height = line_height;

  return (AncRect){ x - length / 2, y - height / 2, x + length / 2, y + height / 2 };
}

/**
 * anc_turn_back:
 * @self: a turn
 * @box: a place on the upright page
 *
 * Returns: what encloses it on the page as it is shown
 */
AncRect
anc_turn_back (const AncTurn *self,
               AncRect box)
{
  double xs[4] = { box.x0, box.x1, box.x1, box.x0 };
  double ys[4] = { box.y0, box.y0, box.y1, box.y1 };
  AncRect rect;

  for (guint i = 0; i < 4; i++)
    turn_point_back (self, &xs[i], &ys[i]);

  rect = (AncRect){ xs[0], ys[0], xs[0], ys[0] };
  for (guint i = 1; i < 4; i++)
    rect = anc_rect_union (rect, (AncRect){ xs[i], ys[i], xs[i], ys[i] });

  return rect;
}
