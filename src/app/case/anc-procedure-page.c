/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-procedure-page.h"

#include "anc-record-group.h"

#include <glib/gi18n.h>

/**
 * anc_procedure_page_new:
 * @desk: the desk of the case
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
anc_procedure_page_new (AncDesk *desk)
{
  GtkWidget *page, *group;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);

  page = adw_preferences_page_new ();
  group = anc_record_group_new (desk, ANC_TABLE_EVENTS, NULL);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("Meetings, requests, receipts, decisions and appeals, by date."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));

  return page;
}
