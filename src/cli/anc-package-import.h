/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-session.h"

/**
 * AncPackageImport:
 * @passphrase: where the package's passphrase comes from
 * @take: (nullable): paths of the records and fields to take; %NULL for all
 * @only_show: whether to show what would change and take nothing
 *
 * How to take a case package into a store.
 */
typedef struct
{
  AncSecretSource passphrase;
  char **take;
  gboolean only_show;
} AncPackageImport;

int anc_package_import_run (const AncPackageImport *self,
                            AncSession *session,
                            const char *path);
