/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-law.h"
#include "anc-list-text.h"

/**
 * AncListImport:
 * @list: the list to complete
 * @region: for which region
 * @from: from which day
 * @is_complete: whether the text holds every occupation of the region
 * @source: where the text is from
 */
typedef struct
{
  const AncOccupationList *list;
  AncRegion region;
  AncDate from;
  gboolean is_complete;
  const char *source;
} AncListImport;

char *anc_list_import_write (const AncListImport *self,
                             const AncListText *text,
                             const char *folder,
                             GError **error);
