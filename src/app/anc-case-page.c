/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-page.h"

#include "anc-record-words.h"

struct _AncCasePage
{
  AdwBin parent_instance;

  AncCase *a_case;
  AdwStatusPage *status;
};

G_DEFINE_FINAL_TYPE (AncCasePage, anc_case_page, ADW_TYPE_BIN)

static void
show (AncCasePage *self)
{
  AncRecord *head = anc_case_get_head (self->a_case);
  g_autofree char *name = anc_words_person (anc_record_get_row (head));

  adw_status_page_set_title (self->status, name);
  adw_status_page_set_description (self->status, anc_record_get_text (head, "reference"));
}

static void
anc_case_page_dispose (GObject *object)
{
  g_clear_object (&ANC_CASE_PAGE (object)->a_case);

  G_OBJECT_CLASS (anc_case_page_parent_class)->dispose (object);
}

static void
anc_case_page_class_init (AncCasePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_case_page_dispose;
}

static void
anc_case_page_init (AncCasePage *self)
{
  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->status));
}

GtkWidget *
anc_case_page_new (AncOffice *office,
                   AncCase *a_case)
{
  AncCasePage *self;

  g_return_val_if_fail (ANC_IS_CASE (a_case), NULL);

  self = g_object_new (ANC_TYPE_CASE_PAGE, NULL);
  self->a_case = g_object_ref (a_case);
  g_signal_connect_object (a_case, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}
