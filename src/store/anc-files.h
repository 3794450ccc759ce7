/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-database.h"
#include "anc-store-documents.h"

/* The bytes of documents, as the thread that has the connection sees them. */

/* The bytes of a chunk; the last one of a file may hold less. */
#define ANC_FILES_CHUNK_SIZE (256 * 1024)

/* A chunk or page has the number of its file, shifted by this, and its own in the file. */
#define ANC_FILES_NUMBER_BITS 20

gint64 anc_files_find (AncDatabase *database,
                       const char *sha256,
                       gint64 *size,
                       GError **error);
GPtrArray *anc_files_list_places (AncDatabase *database,
                                  const char *sha256,
                                  GError **error);

gint64 anc_files_begin (AncDatabase *database,
                        gint64 now,
                        GError **error);
gboolean anc_files_add_chunk (AncDatabase *database,
                              gint64 file,
                              guint number,
                              gconstpointer bytes,
                              gsize length,
                              GError **error);
gboolean anc_files_end (AncDatabase *database,
                        gint64 file,
                        const char *sha256,
                        gint64 size,
                        GError **error);
gboolean anc_files_remove (AncDatabase *database,
                           gint64 file,
                           GError **error);
gboolean anc_files_remove_unfinished (AncDatabase *database,
                                      GError **error);
GBytes *anc_files_read_chunk (AncDatabase *database,
                              gint64 file,
                              guint number,
                              GError **error);

gboolean anc_files_set_text (AncDatabase *database,
                             gint64 file,
                             const char *const *pages,
                             GError **error);
char **anc_files_get_text (AncDatabase *database,
                           gint64 file,
                           GError **error);

gboolean anc_files_check (AncDatabase *database,
                          GPtrArray *problems,
                          GError **error);
