/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-helper.h"

/* The handlers, one a request; see #AncHelperHandler. */

GVariant *anc_helper_get_info (AncHelper *self,
                               GVariant *body,
                               int *fd,
                               GError **error);
GVariant *anc_helper_get_pages (AncHelper *self,
                                GVariant *body,
                                int *fd,
                                GError **error);
GVariant *anc_helper_get_outline (AncHelper *self,
                                  GVariant *body,
                                  int *fd,
                                  GError **error);
GVariant *anc_helper_get_links (AncHelper *self,
                                GVariant *body,
                                int *fd,
                                GError **error);
GVariant *anc_helper_render (AncHelper *self,
                             GVariant *body,
                             int *fd,
                             GError **error);
GVariant *anc_helper_get_text (AncHelper *self,
                               GVariant *body,
                               int *fd,
                               GError **error);
GVariant *anc_helper_search (AncHelper *self,
                             GVariant *body,
                             int *fd,
                             GError **error);
GVariant *anc_helper_get_fields (AncHelper *self,
                                 GVariant *body,
                                 int *fd,
                                 GError **error);
GVariant *anc_helper_fill (AncHelper *self,
                           GVariant *body,
                           int *fd,
                           GError **error);
GVariant *anc_helper_read (AncHelper *self,
                           GVariant *body,
                           int *fd,
                           GError **error);
GVariant *anc_helper_self_test (AncHelper *self,
                                GVariant *body,
                                int *fd,
                                GError **error);
