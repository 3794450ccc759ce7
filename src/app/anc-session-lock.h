/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#define ANC_TYPE_SESSION_LOCK (anc_session_lock_get_type ())
G_DECLARE_FINAL_TYPE (AncSessionLock, anc_session_lock, ANC, SESSION_LOCK, GObject)

/**
 * AncSessionLock:
 *
 * Hears that the session locks or the computer goes to sleep, from the screen savers of the desktops and from
 * the login manager, as far as their buses are there. Signal `locked ()`, perhaps several times for one lock.
 * Owned by the main thread.
 */
AncSessionLock *anc_session_lock_new (void);
