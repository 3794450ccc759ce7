/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-rules.h"

#include <gio/gio.h>

/**
 * AncLawError:
 * @ANC_LAW_ERROR_READ: a file or folder could not be read
 * @ANC_LAW_ERROR_WRITE: a file could not be written
 * @ANC_LAW_ERROR_ARGUMENT: what was asked for does not exist
 */
typedef enum
{
  ANC_LAW_ERROR_READ,
  ANC_LAW_ERROR_WRITE,
  ANC_LAW_ERROR_ARGUMENT,
} AncLawError;

#define ANC_LAW_ERROR (anc_law_error_quark ())

GQuark anc_law_error_quark (void);

/* The layers of law, each laid over those before. */
typedef enum
{
  ANC_LAW_LAYER_SHIPPED,
  ANC_LAW_LAYER_OWN,
  ANC_LAW_LAYER_GIVEN,
} AncLawLayer;

char *anc_law_get_own_folder (void);

void anc_law_add_shipped (AncRulesBuilder *builder);
gboolean anc_law_add_folder (AncRulesBuilder *builder,
                             const char *folder,
                             guint layer,
                             GError **error);
gboolean anc_law_add_own (AncRulesBuilder *builder,
                          GError **error);
gboolean anc_law_add_regimes (AncRulesBuilder *builder,
                              const char *path,
                              guint layer,
                              GError **error);
gboolean anc_law_add_file (AncRulesBuilder *builder,
                           const char *path,
                           const char *place,
                           guint layer,
                           GError **error);
