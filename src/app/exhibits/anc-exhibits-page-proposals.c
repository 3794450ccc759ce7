/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibits-page-private.h"

#include "anc-proposal-cells.h"

#include <glib/gi18n.h>

/* ---- Accepting, setting aside ---------------------------------------------------------------- */

/* What followed the row that has gone stands where it stood, and takes the focus. */
static void
select_after (AncExhibitsPage *self,
              guint position)
{
  const guint n = anc_exhibits_model_get_n_proposals (self->model);

  if (n > 0)
    {
      anc_exhibits_page_select_row (self, MIN (position, n - 1));
      return;
    }

  anc_case_viewer_close (self->viewer);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static char *
dup_author (AncExhibitsPage *self)
{
  return anc_store_dup_author (anc_office_get_store (self->office));
}

static void
tell_undoable (AncExhibitsPage *self,
               const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "case.tell-undoable", "s", sentence);
}

void
anc_exhibits_page_accept (AncExhibitsPage *self,
                          AncProposal *proposal)
{
  const guint position = gtk_single_selection_get_selected (self->selection);
  g_autofree char *author = dup_author (self);
  g_autofree char *title = anc_proposal_cells_title (self->desk, proposal);
  g_autofree char *sentence = g_strdup_printf (_ ("Accepted: %s"), title);
  g_autoptr (AncProposal) kept = g_object_ref (proposal);
  AncChangeSet *changes;

  if (!anc_proposal_is_acceptable (proposal))
    {
      anc_case_viewer_focus (self->viewer);
      return;
    }

  changes = anc_proposal_list_accept (self->proposals, kept, author, g_get_real_time ());
  if (changes == NULL)
    return;

  anc_change_set_unref (changes);
  tell_undoable (self, sentence);
  select_after (self, position);
}

void
anc_exhibits_page_set_aside (AncExhibitsPage *self,
                             AncProposal *proposal)
{
  const guint position = gtk_single_selection_get_selected (self->selection);

  anc_proposal_set_aside (proposal, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "case.notify", "s", _ ("Set aside: the document stays in the case, and can be taken up again from there."));
  select_after (self, position);
}

static void
accept_sure_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  AncExhibitsPage *self = ANC_EXHIBITS_PAGE (widget);
  g_autofree char *author = dup_author (self);
  g_autofree char *sentence = NULL;
  guint n;

  if (self->proposals == NULL)
    return;

  n = anc_proposal_list_accept_sure (self->proposals, author, g_get_real_time ());
  if (n == 0)
    return;

  sentence = g_strdup_printf (ngettext ("%u proposal accepted", "%u proposals accepted", n), n);
  tell_undoable (self, sentence);
  select_after (self, 0);
}

static void
accept_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  AncExhibitsPage *self = ANC_EXHIBITS_PAGE (widget);

  if (ANC_IS_PROPOSAL (anc_exhibits_page_get_selected (self)))
    anc_exhibits_page_accept (self, ANC_PROPOSAL (anc_exhibits_page_get_selected (self)));
}

static void
set_aside_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  AncExhibitsPage *self = ANC_EXHIBITS_PAGE (widget);

  if (ANC_IS_PROPOSAL (anc_exhibits_page_get_selected (self)))
    anc_exhibits_page_set_aside (self, ANC_PROPOSAL (anc_exhibits_page_get_selected (self)));
}

/* ---- Taking up, unlocking -------------------------------------------------------------------- */

/* The first proposal of a document, whose row is selected; those it has stand before all documents. */
static void
select_proposal (AncExhibitsPage *self,
                 gint64 document_key)
{
  for (guint i = 0; i < anc_exhibits_model_get_n_proposals (self->model); i++)
    {
      g_autoptr (AncProposal) proposal = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (anc_proposal_get_document_key (proposal) == document_key)
        {
          anc_exhibits_page_select_row (self, i);
          return;
        }
    }
}

/* What was set aside is a proposal again, to be looked at next. */
static void
take_up_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  AncExhibitsPage *self = ANC_EXHIBITS_PAGE (widget);
  AncRecord *document = anc_exhibits_page_get_document (self);
  gint64 key;

  if (document == NULL || self->proposals == NULL)
    return;

  key = anc_record_get_key (document); /* the selection goes with the row */
  anc_proposal_list_take_up (self->proposals, key);
  select_proposal (self, key);
}

static void
read_again_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!anc_intake_read_again_finish (ANC_INTAKE (source), result, &error))
    g_warning ("A document could not be queued to be read again: %s", error->message);
}

/* What could not be read for want of a password is read now that someone gave it. */
static void
unlocked_cb (AncExhibitsPage *self,
             const char *password)
{
  AncRecord *document = anc_case_viewer_get_document (self->viewer);
  const gint64 key = anc_record_get_key (document);

  for (guint i = 0; self->proposals != NULL && i < anc_proposal_list_get_count (self->proposals); i++)
    {
      AncProposal *proposal = anc_proposal_list_get (self->proposals, i);

      if (anc_proposal_get_document_key (proposal) != key || g_strcmp0 (anc_proposal_get_problem (proposal), "password") != 0)
        continue;
      self->unlocked_key = key;
      anc_intake_read_again_async (anc_office_get_intake (self->office), anc_record_get_text (document, "sha256"), password, NULL, read_again_cb, NULL);
      return;
    }
}

/* Once it is read, its first proposal is what comes next. */
static void
proposals_changed_cb (AncExhibitsPage *self)
{
  AncRecord *shown = anc_case_viewer_get_document (self->viewer);
  const gint64 key = self->unlocked_key;

  for (guint i = 0; key != 0 && i < anc_proposal_list_get_count (self->proposals); i++)
    {
      AncProposal *proposal = anc_proposal_list_get (self->proposals, i);

      if (anc_proposal_get_document_key (proposal) != key || !anc_proposal_is_open (proposal))
        continue;
      self->unlocked_key = 0;
      if (shown != NULL && anc_record_get_key (shown) == key)
        select_proposal (self, key);
      return;
    }
}

/* Those of the case have come. */
void
anc_exhibits_page_follow_proposals (AncExhibitsPage *self)
{
  g_signal_connect_object (self->viewer, "unlocked", G_CALLBACK (unlocked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->proposals, "notify", G_CALLBACK (proposals_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
anc_exhibits_page_install_proposals (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "exhibits.take-up", NULL, take_up_action);
  gtk_widget_class_install_action (widget_class, "exhibits.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "exhibits.set-aside", NULL, set_aside_action);
  gtk_widget_class_install_action (widget_class, "exhibits.accept-sure", NULL, accept_sure_action);
}
