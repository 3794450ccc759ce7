/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/* All that newer versions of GTK and libadwaita do in another way: the only file that may care. */

/* What keeps GTK from setting up OpenGL, and Vulkan where it would, in the environment it starts with. */
#if GTK_CHECK_VERSION(4, 16, 0)
#define ANC_COMPAT_NO_GL_VARIABLE "GDK_DISABLE"
#define ANC_COMPAT_NO_GL "gl,vulkan"
#else
#define ANC_COMPAT_NO_GL_VARIABLE "GDK_DEBUG"
#define ANC_COMPAT_NO_GL "gl-disable"
#endif

void anc_compat_widget_get_color (GtkWidget *widget,
                                  GdkRGBA *color);
gboolean anc_compat_widget_lookup_color (GtkWidget *widget,
                                         const char *name,
                                         GdkRGBA *color);

void anc_compat_open_files_async (GtkWindow *parent,
                                  const char *title,
                                  GListModel *filters,
                                  gboolean several,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GListModel *anc_compat_open_files_finish (GAsyncResult *result,
                                          GError **error);
void anc_compat_save_file_async (GtkWindow *parent,
                                 const char *title,
                                 const char *name,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GFile *anc_compat_save_file_finish (GAsyncResult *result,
                                    GError **error);
void anc_compat_confirm_async (GtkWindow *parent,
                               const char *heading,
                               const char *body,
                               const char *verb,
                               gboolean destructive,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean anc_compat_confirm_finish (GAsyncResult *result,
                                    GError **error);

void anc_compat_show_about (GtkWindow *parent,
                            const char *name,
                            const char *icon,
                            const char *version,
                            const char *comments);
void anc_compat_open_uri (GtkWindow *parent,
                          const char *uri);
