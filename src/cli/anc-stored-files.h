/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-session.h"

#include "anc-store-documents.h"

/* Files on their way into a store and out of it. */

AncStoredFile *anc_stored_files_add (AncSession *session,
                                     const char *path,
                                     int *status);
int anc_stored_files_extract (AncSession *session,
                              const char *sha256,
                              const char *path);
