/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-proofs-view.h"

#include "anc-exhibit-words.h"
#include "anc-proofs.h"
#include "anc-record-summary.h"

#include <glib/gi18n.h>

struct _AncProofsView
{
  AdwBin parent_instance;

  AncDesk *desk;
  AncRecord *document;
  AncCaseViewer *viewer; /* not owned: this stands in it */

  GtkWidget *what; /* kind and time of the document */
  GtkWidget *list; /* GtkBox */
};

G_DEFINE_FINAL_TYPE (AncProofsView, anc_proofs_view, ADW_TYPE_BIN)

static GQuark citation_quark;

/* ---- What people do ------------------------------------------------------------------------ */

static gboolean
find_proof (AncProofsView *self,
            GtkWidget *button,
            AncProof *proof)
{
  AncCase *a_case = anc_desk_get_case (self->desk);
  const gint64 *key = g_object_get_qdata (G_OBJECT (button), citation_quark);
  AncRecord *citation = anc_case_find (a_case, *key);

  return citation != NULL && anc_proof_read (a_case, citation, proof);
}

static void
show_place_cb (GtkWidget *button,
               AncProofsView *self)
{
  AncProof proof;

  if (find_proof (self, button, &proof))
    anc_case_viewer_show_document (self->viewer, self->document, proof.has_place ? &proof.place : NULL);
}

static void
edit_claim_cb (GtkWidget *button,
               AncProofsView *self)
{
  AncProof proof;
  AncRecord *claim;

  if (!find_proof (self, button, &proof))
    return;

  claim = anc_case_find (anc_desk_get_case (self->desk), anc_record_get_integer (proof.citation, "claim_key", 0));
  if (claim != NULL)
    anc_desk_edit (self->desk, claim);
}

static void
edit_cb (AncProofsView *self)
{
  anc_desk_edit (self->desk, self->document);
}

static void
withdraw_cb (AncProofsView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "documents.withdraw", "x", anc_record_get_key (self->document));
}

/* ---- Lines --------------------------------------------------------------------------------- */

static void
remember (GtkWidget *button,
          AncRecord *citation)
{
  const gint64 key = anc_record_get_key (citation);

  g_object_set_qdata_full (G_OBJECT (button), citation_quark, g_memdup2 (&key, sizeof key), g_free);
}

static GtkWidget *
create_edit_button (AncProofsView *self,
                    const AncProof *proof,
                    const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Correct: %s"), words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Correct"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  remember (button, proof->citation);
  g_signal_connect (button, "clicked", G_CALLBACK (edit_claim_cb), self);

  return button;
}

static GtkWidget *
create_place_button (AncProofsView *self,
                     const AncProof *proof,
                     const char *shown,
                     const char *words)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (shown);
  const char *read = anc_record_get_text (proof->citation, "text_read");
  g_autofree char *spoken = g_strdup_printf (_ ("%s: show its place"), words);
  g_autofree char *tooltip = read != NULL ? g_strdup_printf (_ ("on the page: %s"), read) : NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE); /* its end is the value */
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  remember (button, proof->citation);
  g_signal_connect (button, "clicked", G_CALLBACK (show_place_cb), self);

  return button;
}

/* The lines under it say fields of one claim; each speaks its name whole. */
static void
add_heading (AncProofsView *self,
             AncRecord *claim)
{
  g_autofree char *name = anc_record_summarise (anc_desk_get_case (self->desk), claim, NULL);
  GtkWidget *heading = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_set_margin_start (heading, 9);
  gtk_widget_set_margin_top (heading, 6);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self->list), heading);
}

static void
add_line (AncProofsView *self,
          AncRecord *claim,
          const AncProof *proof)
{
  AncCase *a_case = anc_desk_get_case (self->desk);
  const char *name = anc_record_get_text (proof->citation, "claim_column");
  const guint column = name != NULL ? anc_table_find_column (anc_record_get_table (claim), name) : ANC_COLUMN_NONE;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *words = anc_exhibit_words_claim (a_case, claim, column);
  g_autofree char *shown = column != ANC_COLUMN_NONE ? anc_exhibit_words_claim_field (claim, column) : g_strdup (words);

  gtk_box_append (GTK_BOX (line), create_place_button (self, proof, shown, words));
  if (proof->is_corrected)
    {
      GtkWidget *mark = gtk_label_new (C_ ("field", "corrected"));

      gtk_widget_add_css_class (mark, "caption");
      gtk_widget_add_css_class (mark, "warning");
      gtk_box_append (GTK_BOX (line), mark);
    }
  gtk_box_append (GTK_BOX (line), create_edit_button (self, proof, words));
  gtk_box_append (GTK_BOX (self->list), line);
}

static void
show_lines (AncProofsView *self,
            GArray *marks)
{
  AncCase *a_case = anc_desk_get_case (self->desk);
  AncRecordList *citations = anc_case_get_list (a_case, ANC_TABLE_CITATIONS);
  AncRecord *headed = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);

  for (guint i = 0; i < anc_record_list_get_count (citations); i++)
    {
      AncRecord *citation = anc_record_list_get (citations, i);
      AncRecord *claim = anc_case_find (a_case, anc_record_get_integer (citation, "claim_key", 0));
      AncProof proof;

      if (claim == NULL || !anc_proof_read (a_case, citation, &proof) || proof.document != self->document)
        continue;
      if (claim != headed && anc_record_get_text (citation, "claim_column") != NULL)
        add_heading (self, headed = claim);
      add_line (self, claim, &proof);
      if (proof.has_place)
        g_array_append_val (marks, proof.place);
    }
}

static void
show (AncProofsView *self)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (AncPagePlace));
  g_auto (AncExhibitCells) cells = { 0 };
  g_autofree char *sentence = NULL;

  if (self->document == NULL || anc_case_find (anc_desk_get_case (self->desk), anc_record_get_key (self->document)) != self->document)
    return;

  show_lines (self, marks);
  anc_case_viewer_mark (self->viewer, (const AncPagePlace *) (gpointer) marks->data, marks->len);
  anc_exhibit_words_document (self->desk, self->document, &cells);
  sentence = cells.badge != NULL ? g_strdup_printf ("%s · %s", cells.detail, cells.badge) : g_strdup (cells.detail);
  gtk_label_set_label (GTK_LABEL (self->what), sentence);
}

/* ---- Object -------------------------------------------------------------------------------- */

static GtkWidget *
create_button (AncProofsView *self,
               const char *icon,
               const char *label,
               GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static void
anc_proofs_view_dispose (GObject *object)
{
  AncProofsView *self = ANC_PROOFS_VIEW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_proofs_view_parent_class)->dispose (object);
}

static void
anc_proofs_view_class_init (AncProofsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_proofs_view_dispose;
  citation_quark = g_quark_from_static_string ("anc-proofs-citation");
}

static void
anc_proofs_view_init (AncProofsView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  self->what = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->what), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->what), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->what, TRUE);
  gtk_widget_set_margin_start (self->what, 9);
  gtk_widget_add_css_class (self->what, "dim-label");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (head), self->what);
  gtk_box_append (GTK_BOX (head), create_button (self, "document-edit-symbolic", _ ("Edit the document’s title, kind and date"), G_CALLBACK (edit_cb)));
  gtk_box_append (GTK_BOX (head), create_button (self, "user-trash-symbolic", _ ("Withdraw the document"), G_CALLBACK (withdraw_cb)));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->list);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * anc_proofs_view_new:
 * @desk: the desk of the case
 * @document: one of its documents
 * @viewer: shows it, and will hold the view
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
anc_proofs_view_new (AncDesk *desk,
                     AncRecord *document,
                     AncCaseViewer *viewer)
{
  AncProofsView *self;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);
  g_return_val_if_fail (ANC_IS_RECORD (document), NULL);

  self = g_object_new (ANC_TYPE_PROOFS_VIEW, NULL);
  self->desk = g_object_ref (desk);
  self->document = g_object_ref (document);
  self->viewer = viewer;
  show (self);
  g_signal_connect_object (anc_desk_get_case (desk), "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
