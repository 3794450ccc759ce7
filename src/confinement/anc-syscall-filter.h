/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-confinement.h"

gboolean anc_syscall_filter_enter (const AncConfinement *confinement);
