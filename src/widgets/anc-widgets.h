/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

void anc_widgets_init (void);
