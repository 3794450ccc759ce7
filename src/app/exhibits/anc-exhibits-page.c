/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibits-page.h"

#include "anc-exhibit-words.h"
#include "anc-exhibits-model.h"
#include "anc-intake-bar.h"
#include "anc-proposal-cells.h"
#include "anc-proposal-view.h"

#include <glib/gi18n.h>

struct _AncExhibitsPage
{
  AdwBin parent_instance;

  AncOffice *office;
  AncDesk *desk;
  AncCaseViewer *viewer;
  AncProposalList *proposals; /* (nullable): until they are there */
  AncExhibitsModel *model;
  GtkSingleSelection *selection;
  GSimpleActionGroup *list_actions;
  GtkWidget *popover;
  guint focus_id;
  gint64 unlocked_key; /* of a document that is read again, to be shown then; 0 for none */
  GCancellable *opening;

  GtkStack *stack;
  GtkEditable *search;
  AdwBin *intake_place;
  GtkListView *list;
  GMenuModel *document_menu;
};

G_DEFINE_FINAL_TYPE (AncExhibitsPage, anc_exhibits_page, ADW_TYPE_BIN)

/* ---- Rows ---------------------------------------------------------------------------------- */

static GQuark changed_quark;
static GQuark item_quark;

static void
fill_row (AncExhibitsPage *self,
          GtkListItem *item)
{
  AncExhibitRow *row = ANC_EXHIBIT_ROW (gtk_list_item_get_child (item));
  GObject *object = gtk_list_item_get_item (item);
  g_auto (AncExhibitCells) cells = { 0 };

  if (object == NULL)
    return;

  if (GTK_IS_STRING_OBJECT (object))
    {
      anc_exhibit_row_set_heading (row, gtk_string_object_get_string (GTK_STRING_OBJECT (object)));
      return;
    }
  if (ANC_IS_PROPOSAL (object))
    anc_proposal_cells_fill (self->desk, ANC_PROPOSAL (object), &cells);
  else
    anc_exhibit_words_document (self->desk, ANC_RECORD (object), &cells);
  anc_exhibit_row_set_cells (row, &cells);
}

static void
refill_cb (GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *page = row != NULL ? gtk_widget_get_ancestor (row, ANC_TYPE_EXHIBITS_PAGE) : NULL;

  if (page != NULL)
    fill_row (ANC_EXHIBITS_PAGE (page), item);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, anc_exhibit_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem *item)
{
  GObject *object = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  const gboolean is_heading = GTK_IS_STRING_OBJECT (object);
  AncExhibitsPage *self = ANC_EXHIBITS_PAGE (gtk_widget_get_ancestor (row, ANC_TYPE_EXHIBITS_PAGE));

  gtk_list_item_set_selectable (item, !is_heading);
  gtk_list_item_set_activatable (item, !is_heading);
  fill_row (self, item);
  g_object_set_qdata (G_OBJECT (row), item_quark, object);
  if (ANC_IS_PROPOSAL (object))
    {
      g_signal_connect_object (object, "judged", G_CALLBACK (refill_cb), item, G_CONNECT_SWAPPED);
      g_signal_connect_object (object, "notify", G_CALLBACK (refill_cb), item, G_CONNECT_SWAPPED);
    }
  else if (!is_heading)
    g_signal_connect_object (anc_desk_get_case (self->desk), "changed", G_CALLBACK (refill_cb), item, G_CONNECT_SWAPPED);
  g_object_set_qdata_full (G_OBJECT (item), changed_quark, g_object_ref (is_heading || ANC_IS_PROPOSAL (object) ? object : G_OBJECT (anc_desk_get_case (self->desk))), g_object_unref);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem *item)
{
  GObject *followed = g_object_get_qdata (G_OBJECT (item), changed_quark);

  if (followed != NULL)
    g_signal_handlers_disconnect_by_func (followed, refill_cb, item);
  g_object_set_qdata (G_OBJECT (item), changed_quark, NULL);
  g_object_set_qdata (G_OBJECT (gtk_list_item_get_child (item)), item_quark, NULL);
}

/* ---- What is selected ---------------------------------------------------------------------- */

static GObject *
get_selected (AncExhibitsPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* The document itself, or that of the proposal; (nullable). */
static AncRecord *
get_selected_document (AncExhibitsPage *self)
{
  GObject *selected = get_selected (self);

  if (ANC_IS_PROPOSAL (selected))
    return anc_case_find (anc_desk_get_case (self->desk), anc_proposal_get_document_key (ANC_PROPOSAL (selected)));

  return ANC_IS_RECORD (selected) ? ANC_RECORD (selected) : NULL;
}

static gboolean
has_focus (AncExhibitsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self->list) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)));
}

/* GTK 4.8 gives the focus to rows by the keyboard alone. */
static gboolean
focus_cb (gpointer user_data)
{
  AncExhibitsPage *self = user_data;
  GObject *selected = get_selected (self);

  self->focus_id = 0;
  if (anc_case_viewer_is_covering (self->viewer)) /* the list, too */
    {
      anc_case_viewer_focus (self->viewer);
      return G_SOURCE_REMOVE;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (selected != NULL && child != NULL && g_object_get_qdata (G_OBJECT (child), item_quark) == selected)
        gtk_widget_grab_focus (row);
    }

  return G_SOURCE_REMOVE;
}

static void
select_row (AncExhibitsPage *self,
            guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  if (self->focus_id == 0) /* once the row is there */
    self->focus_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 1, focus_cb, self, NULL);
}

/* What followed the row that has gone stands where it stood, and takes the focus. */
static void
select_after (AncExhibitsPage *self,
              guint position)
{
  const guint n = anc_exhibits_model_get_n_proposals (self->model);

  if (n > 0)
    {
      select_row (self, MIN (position, n - 1));
      return;
    }

  anc_case_viewer_close (self->viewer);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* ---- Proposals ----------------------------------------------------------------------------- */

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

static void
accept (AncExhibitsPage *self,
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

static void
set_aside (AncExhibitsPage *self,
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

  if (ANC_IS_PROPOSAL (get_selected (self)))
    accept (self, ANC_PROPOSAL (get_selected (self)));
}

static void
set_aside_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  AncExhibitsPage *self = ANC_EXHIBITS_PAGE (widget);

  if (ANC_IS_PROPOSAL (get_selected (self)))
    set_aside (self, ANC_PROPOSAL (get_selected (self)));
}

static void
accept_shown_cb (AncExhibitsPage *self,
                 AncProposalView *view)
{
  accept (self, anc_proposal_view_get_proposal (view));
}

static void
set_aside_shown_cb (AncExhibitsPage *self,
                    AncProposalView *view)
{
  set_aside (self, anc_proposal_view_get_proposal (view));
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
  AncRecord *document = get_selected_document (self);
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

static void
show_document (AncExhibitsPage *self,
               AncRecord *document)
{
  anc_desk_show_document (self->desk, document, NULL);
}

/* Going through the proposals shows each; going through the documents follows a viewer that is open. */
static void
selected_cb (AncExhibitsPage *self)
{
  GObject *selected = get_selected (self);
  const gboolean is_open = gtk_widget_get_visible (GTK_WIDGET (self->viewer));
  const gboolean can_edit = get_selected_document (self) != NULL;

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
    show_document (self, ANC_RECORD (selected));
}

/* ---- Documents ----------------------------------------------------------------------------- */

static void
document_action (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  AncExhibitsPage *self = ANC_EXHIBITS_PAGE (widget);
  AncRecord *document = get_selected_document (self);

  if (document == NULL)
    return;

  if (g_str_equal (action, "exhibits.open"))
    show_document (self, document);
  else if (g_str_equal (action, "exhibits.edit"))
    anc_desk_edit (self->desk, document);
  else if (g_str_equal (action, "exhibits.extract"))
    gtk_widget_activate_action (widget, "documents.extract", "x", anc_record_get_key (document));
  else
    gtk_widget_activate_action (widget, "documents.withdraw", "x", anc_record_get_key (document));
}

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
          select_row (self, i);
          return;
        }
    }
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

/* What was set aside is a proposal again, to be looked at next. */
static void
take_up_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  AncExhibitsPage *self = ANC_EXHIBITS_PAGE (widget);
  AncRecord *document = get_selected_document (self);
  gint64 key;

  if (document == NULL || self->proposals == NULL)
    return;

  key = anc_record_get_key (document); /* the selection goes with the row */
  anc_proposal_list_take_up (self->proposals, key);
  select_proposal (self, key);
}

/* ---- List ---------------------------------------------------------------------------------- */

static void
activate_cb (AncExhibitsPage *self,
             guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (ANC_IS_PROPOSAL (item))
    anc_case_viewer_focus (self->viewer);
  else if (ANC_IS_RECORD (item))
    show_document (self, ANC_RECORD (item));
}

/* A double click looks closer at a proposal; it takes the key to accept it. */
static gboolean
key_cb (AncExhibitsPage *self,
        guint key,
        guint code,
        GdkModifierType modifiers)
{
  GObject *selected = get_selected (self);

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0 || !has_focus (self))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!ANC_IS_PROPOSAL (selected))
        return GDK_EVENT_PROPAGATE;
      accept (self, ANC_PROPOSAL (selected));
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (ANC_IS_PROPOSAL (selected))
        set_aside (self, ANC_PROPOSAL (selected));
      else
        gtk_widget_activate_action (GTK_WIDGET (self), "exhibits.withdraw", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
      gtk_widget_activate_action (GTK_WIDGET (self), "exhibits.edit", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_Home:
      if (selected != NULL || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
        return GDK_EVENT_PROPAGATE;
      select_row (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
      if (!ANC_IS_PROPOSAL (selected))
        return GDK_EVENT_PROPAGATE;
      anc_case_viewer_focus (self->viewer);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
pop_up (AncExhibitsPage *self,
        double x,
        double y)
{
  if (get_selected_document (self) == NULL)
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
right_click_cb (AncExhibitsPage *self,
                int n_press,
                double x,
                double y)
{
  pop_up (self, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer user_data)
{
  pop_up (ANC_EXHIBITS_PAGE (user_data), gtk_widget_get_width (widget) / 2.0, 24);
  return TRUE;
}

static void
add_controllers (AncExhibitsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkGesture *right = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (right, "pressed", G_CALLBACK (right_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (right));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                          gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), shortcuts);
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
  g_signal_connect_object (proposals, "notify", G_CALLBACK (proposals_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
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
  changed_quark = g_quark_from_static_string ("anc-exhibits-followed");
  item_quark = g_quark_from_static_string ("anc-exhibits-item");

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-exhibits-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AncExhibitsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AncExhibitsPage, search);
  gtk_widget_class_bind_template_child (widget_class, AncExhibitsPage, intake_place);
  gtk_widget_class_bind_template_child (widget_class, AncExhibitsPage, list);
  gtk_widget_class_bind_template_child (widget_class, AncExhibitsPage, document_menu);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_install_action (widget_class, "exhibits.open", NULL, document_action);
  gtk_widget_class_install_action (widget_class, "exhibits.edit", NULL, document_action);
  gtk_widget_class_install_action (widget_class, "exhibits.extract", NULL, document_action);
  gtk_widget_class_install_action (widget_class, "exhibits.withdraw", NULL, document_action);
  gtk_widget_class_install_action (widget_class, "exhibits.take-up", NULL, take_up_action);
  gtk_widget_class_install_action (widget_class, "exhibits.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "exhibits.set-aside", NULL, set_aside_action);
  gtk_widget_class_install_action (widget_class, "exhibits.accept-sure", NULL, accept_sure_action);
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
  self->popover = gtk_popover_menu_new_from_model (self->document_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->list));
  add_controllers (self);
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
  g_signal_connect_object (viewer, "unlocked", G_CALLBACK (unlocked_cb), self, G_CONNECT_SWAPPED);
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
