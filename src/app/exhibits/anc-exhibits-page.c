/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibits-page-private.h"

#include "anc-intake-bar.h"
#include "anc-proposal-view.h"

G_DEFINE_FINAL_TYPE (AncExhibitsPage, anc_exhibits_page, ADW_TYPE_BIN)

/* ---- What is selected ------------------------------------------------------------------------ */

GObject *
anc_exhibits_page_get_selected (AncExhibitsPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* The document itself, or that of the proposal; (nullable). */
AncRecord *
anc_exhibits_page_get_document (AncExhibitsPage *self)
{
  GObject *selected = anc_exhibits_page_get_selected (self);

  if (ANC_IS_PROPOSAL (selected))
    return anc_case_find (anc_desk_get_case (self->desk), anc_proposal_get_document_key (ANC_PROPOSAL (selected)));

  return ANC_IS_RECORD (selected) ? ANC_RECORD (selected) : NULL;
}

/* ---- What is shown --------------------------------------------------------------------------- */

static void
accept_shown_cb (AncExhibitsPage *self,
                 AncProposalView *view)
{
  anc_exhibits_page_accept (self, anc_proposal_view_get_proposal (view));
}

static void
set_aside_shown_cb (AncExhibitsPage *self,
                    AncProposalView *view)
{
  anc_exhibits_page_set_aside (self, anc_proposal_view_get_proposal (view));
}

/* Where it falls on the timeline. */
static void
show_month (AncExhibitsPage *self,
            AncProposal *proposal)
{
  const gint64 month = anc_proposal_get_integer (proposal, ANC_PROPOSAL_MONTH, ANC_MONTH_NONE);

  if (month != ANC_MONTH_NONE)
    anc_desk_show_dates (self->desk, anc_month_get_first_day ((AncMonth) month), anc_month_get_last_day ((AncMonth) month));
}

static void
show_proposal (AncExhibitsPage *self,
               AncProposal *proposal)
{
  AncRecord *document = anc_exhibits_page_get_document (self);
  const guint page = anc_proposal_get_first_page (proposal);
  const AncPagePlace start = { page > 0 ? page - 1 : 0, { 0, 0, 0, 0 } };
  GtkWidget *view;

  if (document == NULL)
    return;

  anc_case_viewer_show_document (self->viewer, document, page > 1 ? &start : NULL);
  view = anc_proposal_view_new (self->desk, proposal, self->viewer);
  g_signal_connect_object (view, "accept", G_CALLBACK (accept_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "set-aside", G_CALLBACK (set_aside_shown_cb), self, G_CONNECT_SWAPPED);
  anc_case_viewer_set_details (self->viewer, view, anc_proposal_view_get_buttons (ANC_PROPOSAL_VIEW (view)));
  show_month (self, proposal);
}

void
anc_exhibits_page_show_document (AncExhibitsPage *self,
                                 AncRecord *document)
{
  anc_desk_show_document (self->desk, document, NULL);
}

/* Going through the proposals shows each; going through the documents follows a viewer that is open. */
static void
selected_cb (AncExhibitsPage *self)
{
  GObject *selected = anc_exhibits_page_get_selected (self);
  const gboolean is_open = gtk_widget_get_visible (GTK_WIDGET (self->viewer));
  const gboolean can_edit = anc_exhibits_page_get_document (self) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exhibits.open", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exhibits.edit", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exhibits.extract", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exhibits.withdraw", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "exhibits.take-up",
                                 ANC_IS_RECORD (selected) && self->proposals != NULL
                                     && anc_proposal_list_has_set_aside (self->proposals, anc_record_get_key (ANC_RECORD (selected))));
  if (ANC_IS_PROPOSAL (selected))
    show_proposal (self, ANC_PROPOSAL (selected));
  else if (ANC_IS_RECORD (selected) && is_open)
    anc_exhibits_page_show_document (self, ANC_RECORD (selected));
}

/* ---- Documents ----------------------------------------------------------------------------- */

static void
document_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  AncExhibitsPage *self = ANC_EXHIBITS_PAGE (widget);
  AncRecord *document = anc_exhibits_page_get_document (self);

  if (document == NULL)
    return;

  if (g_str_equal (action, "exhibits.open"))
    anc_exhibits_page_show_document (self, document);
  else if (g_str_equal (action, "exhibits.edit"))
    anc_desk_edit (self->desk, document);
  else if (g_str_equal (action, "exhibits.extract"))
    gtk_widget_activate_action (widget, "documents.extract", "x", anc_record_get_key (document));
  else
    gtk_widget_activate_action (widget, "documents.withdraw", "x", anc_record_get_key (document));
}

/* ---- Sort and filter ----------------------------------------------------------------------- */

static const char *const sorts[] = { "time", "title", "kind", "grade", "arrival", NULL };
static const char *const shows[] = { "all", "payslips", "papers", "idle", NULL };

static guint
find_word (const char *const *words,
           const char *word)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;

  return 0;
}

static void
sort_cb (GSimpleAction *action,
         GVariant *state,
         gpointer user_data)
{
  AncExhibitsPage *self = user_data;

  g_simple_action_set_state (action, state);
  anc_exhibits_model_set_sort (self->model, (AncExhibitSort) find_word (sorts, g_variant_get_string (state, NULL)));
}

static void
show_cb (GSimpleAction *action,
         GVariant *state,
         gpointer user_data)
{
  AncExhibitsPage *self = user_data;

  g_simple_action_set_state (action, state);
  anc_exhibits_model_set_show (self->model, (AncExhibitShow) find_word (shows, g_variant_get_string (state, NULL)));
}

static void
search_changed_cb (AncExhibitsPage *self)
{
  if (self->model != NULL)
    anc_exhibits_model_set_search (self->model, gtk_editable_get_text (self->search));
}

static void
search_stopped_cb (AncExhibitsPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
show_stack (AncExhibitsPage *self)
{
  AncRecordList *documents = anc_case_get_list (anc_desk_get_case (self->desk), ANC_TABLE_DOCUMENTS);
  const gboolean is_empty = anc_record_list_get_count (documents) == 0;
  const gboolean is_here = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (is_empty == g_str_equal (gtk_stack_get_visible_child_name (self->stack), "empty"))
    return;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
  if (is_here)
    anc_exhibits_page_focus (self);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncExhibitsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncProposalList) proposals = anc_intake_open_case_finish (ANC_INTAKE (source), result, &error);

  if (self->model == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (proposals == NULL)
    {
      g_warning ("The proposals of a case could not be read: %s", error->message);
      return;
    }

  g_set_object (&self->proposals, proposals);
  anc_exhibits_model_set_proposals (self->model, proposals);
  anc_exhibits_page_follow_proposals (self);
  adw_bin_set_child (self->intake_place, anc_intake_bar_new (anc_office_get_intake (self->office), proposals));
}

static void
anc_exhibits_page_dispose (GObject *object)
{
  AncExhibitsPage *self = ANC_EXHIBITS_PAGE (object);

  g_clear_handle_id (&self->focus_id, g_source_remove);
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->proposals);
  g_clear_object (&self->list_actions);
  g_clear_object (&self->viewer);
  g_clear_object (&self->desk);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (anc_exhibits_page_parent_class)->dispose (object);
}

static void
anc_exhibits_page_class_init (AncExhibitsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_exhibits_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-exhibits-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AncExhibitsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AncExhibitsPage, search);
  gtk_widget_class_bind_template_child (widget_class, AncExhibitsPage, intake_place);
  gtk_widget_class_bind_template_child (widget_class, AncExhibitsPage, list);
  gtk_widget_class_bind_template_child (widget_class, AncExhibitsPage, document_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_install_action (widget_class, "exhibits.open", NULL, document_action);
  gtk_widget_class_install_action (widget_class, "exhibits.edit", NULL, document_action);
  gtk_widget_class_install_action (widget_class, "exhibits.extract", NULL, document_action);
  gtk_widget_class_install_action (widget_class, "exhibits.withdraw", NULL, document_action);
  anc_exhibits_page_install_list (widget_class);
  anc_exhibits_page_install_proposals (widget_class);
}

static void
anc_exhibits_page_init (AncExhibitsPage *self)
{
  static const GActionEntry entries[] = {
    { "sort", NULL, "s", "'time'", sort_cb, { 0 } },
    { "show", NULL, "s", "'all'", show_cb, { 0 } },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->list_actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->list_actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "exhibit-list", G_ACTION_GROUP (self->list_actions));
  anc_exhibits_page_create_list (self);
}

/**
 * anc_exhibits_page_new:
 * @office: the office of the case
 * @desk: the desk of the case
 * @viewer: where documents are shown
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
anc_exhibits_page_new (AncOffice *office,
                       AncDesk *desk,
                       AncCaseViewer *viewer)
{
  AncExhibitsPage *self;
  AncRecordList *documents;

  g_return_val_if_fail (ANC_IS_OFFICE (office), NULL);
  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);

  self = g_object_new (ANC_TYPE_EXHIBITS_PAGE, NULL);
  self->office = g_object_ref (office);
  self->desk = g_object_ref (desk);
  self->viewer = g_object_ref (viewer);
  self->model = anc_exhibits_model_new (desk);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  selected_cb (self);

  documents = anc_case_get_list (anc_desk_get_case (desk), ANC_TABLE_DOCUMENTS);
  g_signal_connect_object (documents, "items-changed", G_CALLBACK (show_stack), self, G_CONNECT_SWAPPED);
  show_stack (self);
  self->opening = g_cancellable_new ();
  anc_intake_open_case_async (anc_office_get_intake (office), anc_desk_get_case (desk), self->opening, opened_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

/* Goes to the list, or to the button that begins one. */
void
anc_exhibits_page_focus (AncExhibitsPage *self)
{
  g_return_if_fail (ANC_IS_EXHIBITS_PAGE (self));

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list"))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}
