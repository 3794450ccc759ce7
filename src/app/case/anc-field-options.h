/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-desk.h"

#include <gtk/gtk.h>

/**
 * AncFieldOptions:
 *
 * What can be chosen for one field, for a drop-down: a text and the word it stands for, the first of them
 * for nothing recorded. What the field holds is always among them, whether it ought to be or not.
 */
typedef struct _AncFieldOptions AncFieldOptions;

gboolean anc_field_options_suit (const AncTable *table,
                                 const AncColumn *column);

AncFieldOptions *anc_field_options_new (AncDesk *desk,
                                        AncRecord *record,
                                        guint column);
void anc_field_options_free (AncFieldOptions *self);

GListModel *anc_field_options_get_model (AncFieldOptions *self);
gboolean anc_field_options_update (AncFieldOptions *self);
guint anc_field_options_find (AncFieldOptions *self,
                              const AncValue *value);
void anc_field_options_read (AncFieldOptions *self,
                             guint index,
                             AncValue *value);

GtkListItemFactory *anc_field_options_new_factory (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncFieldOptions, anc_field_options_free)
