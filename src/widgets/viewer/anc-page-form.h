/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-page-field.h"

#include <gtk/gtk.h>

#define ANC_TYPE_PAGE_FORM (anc_page_form_get_type ())
G_DECLARE_FINAL_TYPE (AncPageForm, anc_page_form, ANC, PAGE_FORM, GObject)

/**
 * AncPageForm:
 *
 * The fields of a document as they are filled in: what is typed in one goes to all of its name, one button of
 * a group is pressed at a time. Properties: `has-changes`. Signals: `filled-in`, for each change. The original is never touched: what was filled in
 * is handed to whoever writes a copy.
 */
AncPageForm *anc_page_form_new (GPtrArray *fields);

guint anc_page_form_get_n_fields (AncPageForm *self);
const AncPageField *anc_page_form_get_field (AncPageForm *self,
                                             guint field);
gboolean anc_page_form_has_changes (AncPageForm *self);
GHashTable *anc_page_form_dup_values (AncPageForm *self);
void anc_page_form_set_saved (AncPageForm *self);

GtkWidget *anc_page_form_create_widget (AncPageForm *self,
                                        guint field);
