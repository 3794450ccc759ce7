/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proof-button.h"

#include "anc-proofs.h"
#include "anc-record-words.h"

#include <glib/gi18n.h>

struct _AncProofButton
{
  AdwBin parent_instance;

  AncDesk *desk;
  AncRecord *record;
  guint column;
  GtkWidget *button;
  GtkWidget *corrected;
};

G_DEFINE_FINAL_TYPE (AncProofButton, anc_proof_button, ADW_TYPE_BIN)

static gboolean
find_proof (AncProofButton *self,
            AncProof *proof)
{
  AncCase *a_case = self->desk != NULL ? anc_desk_get_case (self->desk) : NULL;

  return a_case != NULL && anc_case_find (a_case, anc_record_get_key (self->record)) == self->record
         && anc_proof_find (a_case, self->record, self->column, proof);
}

static void
show (AncProofButton *self)
{
  AncProof proof;
  const char *read;
  g_autofree char *label = NULL;

  if (!find_proof (self, &proof))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  read = anc_record_get_text (proof.citation, "text_read");
  gtk_widget_set_visible (self->corrected, proof.is_corrected);
  gtk_widget_set_tooltip_text (self->corrected, read);
  label = g_strdup_printf (_ ("%s: show its place in “%s”"),
                           anc_words_column (anc_record_get_table (self->record), &anc_record_get_table (self->record)->columns[self->column]),
                           anc_record_get_text (proof.document, "title") != NULL ? anc_record_get_text (proof.document, "title") : "");
  gtk_widget_set_tooltip_text (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
clicked_cb (AncProofButton *self)
{
  AncProof proof;

  if (find_proof (self, &proof))
    anc_desk_show_document (self->desk, proof.document, proof.has_place ? &proof.place : NULL);
}

static void
anc_proof_button_dispose (GObject *object)
{
  AncProofButton *self = ANC_PROOF_BUTTON (object);

  g_clear_object (&self->record);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_proof_button_parent_class)->dispose (object);
}

static void
anc_proof_button_class_init (AncProofButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_proof_button_dispose;
}

static void
anc_proof_button_init (AncProofButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->corrected = gtk_label_new (C_ ("field", "corrected"));
  gtk_widget_add_css_class (self->corrected, "caption");
  gtk_widget_add_css_class (self->corrected, "warning");
  self->button = gtk_button_new_from_icon_name ("x-office-document-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->corrected);
  gtk_box_append (GTK_BOX (box), self->button);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
}

/**
 * anc_proof_button_new:
 * @desk: the desk of the case
 * @record: a record of it
 * @column: the index of one of its columns
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
anc_proof_button_new (AncDesk *desk,
                      AncRecord *record,
                      guint column)
{
  AncProofButton *self;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);
  g_return_val_if_fail (ANC_IS_RECORD (record), NULL);

  self = g_object_new (ANC_TYPE_PROOF_BUTTON, NULL);
  self->desk = g_object_ref (desk);
  self->record = g_object_ref (record);
  self->column = column;
  show (self);
  g_signal_connect_object (anc_desk_get_case (desk), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
