/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-source.h"

void anc_document_print_async (AncPageSource *source,
                               const char *title,
                               GtkWindow *parent,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void anc_document_print_to_file_async (AncPageSource *source,
                                       const char *path,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean anc_document_print_finish (GAsyncResult *result,
                                    GError **error);

double anc_document_print_get_scale (double width,
                                     double height,
                                     double zoom);
