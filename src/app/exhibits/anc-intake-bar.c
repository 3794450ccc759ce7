/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-intake-bar.h"

#include <glib/gi18n.h>

struct _AncIntakeBar
{
  AdwBin parent_instance;

  AncIntake *intake;
  AncProposalList *proposals;
  guint update_id;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *keys;
  GtkWidget *progress;
  GtkWidget *pause;
  GtkWidget *cancel;
  GtkWidget *accept;
};

G_DEFINE_FINAL_TYPE (AncIntakeBar, anc_intake_bar, ADW_TYPE_BIN)

/* ---- What is said -------------------------------------------------------------------------- */

static guint
count_open (AncIntakeBar *self)
{
  return anc_proposal_list_count_state (self->proposals, ANC_PROPOSAL_STATE_SURE)
         + anc_proposal_list_count_state (self->proposals, ANC_PROPOSAL_STATE_DOUBTFUL)
         + anc_proposal_list_count_state (self->proposals, ANC_PROPOSAL_STATE_CONFLICT);
}

static void
get_storing (AncIntakeBar *self,
             guint *n_stored,
             guint *n_to_store)
{
  g_object_get (self->intake, "n-stored", n_stored, "n-to-store", n_to_store, NULL);
}

static char *
dup_title (AncIntakeBar *self)
{
  const guint n_open = count_open (self);
  const guint n_done = anc_intake_get_n_done (self->intake);
  const guint n_total = anc_intake_get_n_total (self->intake);
  guint n_stored, n_to_store;
  g_autofree char *proposals = g_strdup_printf (ngettext ("%u proposal", "%u proposals", n_open), n_open);
  g_autofree char *progress = NULL;

  get_storing (self, &n_stored, &n_to_store);
  if (n_stored < n_to_store)
    progress = g_strdup_printf (ngettext ("%1$u of %2$u stored", "%1$u of %2$u stored", n_to_store), n_stored, n_to_store);
  else if (anc_intake_is_reading (self->intake) || n_done < n_total)
    progress = g_strdup_printf (ngettext ("%1$u of %2$u read", "%1$u of %2$u read", n_total), n_done, n_total);
  if (progress == NULL)
    return g_steal_pointer (&proposals);

  return n_open > 0 ? g_strdup_printf ("%s · %s", proposals, progress) : g_steal_pointer (&progress);
}

static void
show_progress (AncIntakeBar *self)
{
  const guint n_done = anc_intake_get_n_done (self->intake);
  const guint n_total = anc_intake_get_n_total (self->intake);
  const gboolean paused = anc_intake_is_paused (self->intake);
  const gboolean reading = n_done < n_total;
  guint n_stored, n_to_store;
  gboolean storing;

  get_storing (self, &n_stored, &n_to_store);
  storing = n_stored < n_to_store;
  gtk_widget_set_visible (self->progress, reading || storing);
  gtk_widget_set_visible (self->pause, reading);
  gtk_widget_set_visible (self->cancel, reading);
  gtk_button_set_label (GTK_BUTTON (self->pause), paused ? _ ("_Resume") : _ ("_Pause"));
  if (storing)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), (double) n_stored / n_to_store);
  else if (n_total > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), (double) n_done / n_total);
}

static void
show (AncIntakeBar *self)
{
  const guint n_sure = anc_proposal_list_count_state (self->proposals, ANC_PROPOSAL_STATE_SURE);
  const guint n_open = count_open (self);
  g_autofree char *title = dup_title (self);
  g_autofree char *accept = g_strdup_printf (ngettext ("_Accept the Sure One", "_Accept the %u Sure Ones", n_sure), n_sure);

  show_progress (self);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_button_set_label (GTK_BUTTON (self->accept), accept);
  gtk_widget_set_visible (self->accept, n_sure > 0);
  gtk_widget_set_visible (self->keys, n_open > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n_open > 0 || gtk_widget_get_visible (self->progress));
}

static gboolean
update_cb (gpointer user_data)
{
  AncIntakeBar *self = user_data;

  self->update_id = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

/* Several numbers change at once, and with each document. */
static void
queue_update (AncIntakeBar *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

/* ---- What people do ------------------------------------------------------------------------ */

static void
pause_cb (AncIntakeBar *self)
{
  if (anc_intake_is_paused (self->intake))
    anc_intake_resume (self->intake);
  else
    anc_intake_pause (self->intake);
}

static void
cancel_cb (AncIntakeBar *self)
{
  anc_intake_cancel_reading (self->intake);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
create_children (AncIntakeBar *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 6);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->progress, 90, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reading the documents"), -1);
  self->pause = gtk_button_new_with_mnemonic (_ ("_Pause"));
  self->cancel = gtk_button_new_with_mnemonic (_ ("_Give Up"));
  gtk_widget_set_tooltip_text (self->cancel, _ ("What is not read yet stays in the case, and can be sorted by hand"));
  self->accept = gtk_button_new_with_mnemonic ("");
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->accept), "exhibits.accept-sure");
  self->keys = gtk_label_new (_ ("Enter: accept · Tab: next field · Delete: set aside · Ctrl+Enter: accept the sure ones"));
  gtk_label_set_xalign (GTK_LABEL (self->keys), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->keys), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->keys, "caption");
  gtk_widget_add_css_class (self->keys, "dim-label");

  gtk_box_append (GTK_BOX (line), self->title);
  gtk_box_append (GTK_BOX (line), self->progress);
  gtk_box_append (GTK_BOX (line), self->pause);
  gtk_box_append (GTK_BOX (line), self->cancel);
  gtk_box_append (GTK_BOX (line), self->accept);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->keys);
  adw_bin_set_child (ADW_BIN (self), self->box);
  g_signal_connect_swapped (self->pause, "clicked", G_CALLBACK (pause_cb), self);
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (cancel_cb), self);
}

static void
anc_intake_bar_dispose (GObject *object)
{
  AncIntakeBar *self = ANC_INTAKE_BAR (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->proposals);
  g_clear_object (&self->intake);

  G_OBJECT_CLASS (anc_intake_bar_parent_class)->dispose (object);
}

static void
anc_intake_bar_class_init (AncIntakeBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_intake_bar_dispose;
}

static void
anc_intake_bar_init (AncIntakeBar *self)
{
  create_children (self);
}

/**
 * anc_intake_bar_new:
 * @intake: the way of documents into the office
 * @proposals: those of the open case
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
anc_intake_bar_new (AncIntake *intake,
                    AncProposalList *proposals)
{
  AncIntakeBar *self;

  g_return_val_if_fail (ANC_IS_INTAKE (intake), NULL);
  g_return_val_if_fail (ANC_IS_PROPOSAL_LIST (proposals), NULL);

  self = g_object_new (ANC_TYPE_INTAKE_BAR, NULL);
  self->intake = g_object_ref (intake);
  self->proposals = g_object_ref (proposals);
  g_signal_connect_object (intake, "notify", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (proposals, "notify", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}
