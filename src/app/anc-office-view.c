/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-office-view.h"

#include "anc-access.h"
#include "anc-case-page.h"
#include "anc-law-page.h"
#include "anc-side-pane.h"
#include "anc-trash-page.h"

#include <glib/gi18n.h>

struct _AncOfficeView
{
  AdwBin parent_instance;

  AncSidePane *pane;
  AncSidebar *sidebar;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkWidget *sidebar_button;
  GtkWidget *undo_box;
  GtkWidget *case_button;
  GtkWidget *lock_button;
  GtkStack *stack;
  AdwBin *case_bin;
  GtkWidget *law_page;      /* (nullable): until it is shown */
  AncTrashPage *trash_page; /* (nullable): likewise */

  AncOffice *office;
  GSettings *settings;
  AncOutcomeIndex *outcomes;
  AncCaseList *list;
  AncCase *a_case; /* (nullable): the one that is open */
  GCancellable *loading;
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncOfficeView, anc_office_view, ADW_TYPE_BIN)

static void
failed_cb (AncOfficeView *self,
           GError *error)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

/* ---- What is shown --------------------------------------------------------------------------- */

static void
show_title (AncOfficeView *self)
{
  const gboolean alone = anc_side_pane_is_folded (self->pane) || !anc_side_pane_get_sidebar_visible (self->pane);
  AncRecord *head = self->a_case != NULL ? anc_case_get_head (self->a_case) : NULL;
  const char *page = gtk_stack_get_visible_child_name (self->stack);
  g_autofree char *name = NULL;

  if (g_str_equal (page, "trash"))
    name = g_strdup (_ ("Trash"));
  else if (g_str_equal (page, "law"))
    name = g_strdup (_ ("Law"));
  else if (head != NULL && alone)
    {
      g_autoptr (AncCaseItem) item = anc_case_item_new (0);

      anc_case_item_set_head (item, NULL, anc_record_get_text (head, "family_name"), anc_record_get_text (head, "given_names"), NULL);
      name = g_strdup (anc_case_item_get_name (item));
    }
  adw_window_title_set_title (self->title, name != NULL ? name : "");
}

static void
folded_cb (AncOfficeView *self)
{
  const gboolean folded = anc_side_pane_is_folded (self->pane);

  gtk_widget_set_visible (self->back_button, folded);
  gtk_widget_set_visible (self->sidebar_button, !folded);
  anc_sidebar_set_shows_buttons (self->sidebar, folded);
  adw_header_bar_set_show_start_title_buttons (self->header, folded || !anc_side_pane_get_sidebar_visible (self->pane));
  show_title (self);
}

static void
show_page (AncOfficeView *self,
           const char *page)
{
  const gboolean is_case = g_str_equal (page, "case");

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->case_button, is_case);
  gtk_widget_set_visible (self->undo_box, is_case);
  show_title (self);
}

static void
close_case (AncOfficeView *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  adw_bin_set_child (self->case_bin, NULL);
  g_clear_object (&self->a_case);
}

/* ---- Cases ----------------------------------------------------------------------------------- */

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncOfficeView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncCase) a_case = anc_office_load_case_finish (ANC_OFFICE (source), result, &error);

  if (a_case != NULL && self->office != NULL)
    anc_office_view_show_case (self, a_case);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    failed_cb (self, error);
}

static void
case_chosen_cb (AncOfficeView *self,
                gint64 case_key)
{
  anc_office_view_open_case (self, case_key);
}

static AncTrashPage *
get_trash_page (AncOfficeView *self)
{
  if (self->trash_page == NULL)
    {
      self->trash_page = g_object_new (ANC_TYPE_TRASH_PAGE, NULL);
      anc_trash_page_set_office (self->trash_page, self->office);
      g_signal_connect_object (self->trash_page, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->trash_page), "trash");
    }

  return self->trash_page;
}

static void
show_law (AncOfficeView *self)
{
  if (self->law_page == NULL)
    {
      self->law_page = anc_law_page_new (anc_office_get_rules (self->office), anc_office_get_today (self->office));
      gtk_stack_add_named (self->stack, self->law_page, "law");
    }
  show_page (self, "law");
}

static void
place_chosen_cb (AncOfficeView *self,
                 int place)
{
  switch ((AncPlace) place)
    {
    case ANC_PLACE_CASES:
      show_page (self, self->a_case != NULL ? "case" : "none");
      return;

    case ANC_PLACE_LAW:
      show_law (self);
      break;

    case ANC_PLACE_TRASH:
      anc_trash_page_reload (get_trash_page (self));
      show_page (self, "trash");
      break;
    }
  anc_side_pane_set_content_visible (self->pane, TRUE);
}

static void
case_removed_cb (AncOffice *office,
                 gint64 case_key,
                 AncOfficeView *self)
{
  if (self->a_case == NULL || anc_case_get_key (self->a_case) != case_key)
    return;

  close_case (self);
  anc_sidebar_select_case (self->sidebar, 0);
  show_page (self, "none");
  anc_side_pane_set_content_visible (self->pane, FALSE);
}

static void
case_changed_cb (AncOffice *office,
                 gint64 case_key,
                 AncOfficeView *self)
{
  if (self->a_case != NULL && anc_case_get_key (self->a_case) == case_key)
    show_title (self);
}

/* ---- Object ---------------------------------------------------------------------------------- */

static void
anc_office_view_dispose (GObject *object)
{
  AncOfficeView *self = ANC_OFFICE_VIEW (object);

  if (self->case_bin != NULL)
    close_case (self);
  g_clear_object (&self->list);
  g_clear_object (&self->outcomes);
  g_clear_object (&self->settings);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (anc_office_view_parent_class)->dispose (object);
}

static void
anc_office_view_class_init (AncOfficeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_office_view_dispose;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  g_type_ensure (ANC_TYPE_SIDE_PANE);
  g_type_ensure (ANC_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-office-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AncOfficeView, pane);
  gtk_widget_class_bind_template_child (widget_class, AncOfficeView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AncOfficeView, header);
  gtk_widget_class_bind_template_child (widget_class, AncOfficeView, title);
  gtk_widget_class_bind_template_child (widget_class, AncOfficeView, back_button);
  gtk_widget_class_bind_template_child (widget_class, AncOfficeView, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, AncOfficeView, undo_box);
  gtk_widget_class_bind_template_child (widget_class, AncOfficeView, case_button);
  gtk_widget_class_bind_template_child (widget_class, AncOfficeView, lock_button);
  gtk_widget_class_bind_template_child (widget_class, AncOfficeView, stack);
  gtk_widget_class_bind_template_child (widget_class, AncOfficeView, case_bin);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, case_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
}

static void
anc_office_view_init (AncOfficeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  anc_access_name_parts (GTK_WIDGET (self));
}

/* ---- Public ---------------------------------------------------------------------------------- */

/**
 * anc_office_view_new:
 * @office: an open office
 * @settings: the settings of the application
 * @name: what the office is called
 *
 * Returns: (transfer floating): the view
 */
AncOfficeView *
anc_office_view_new (AncOffice *office,
                     GSettings *settings,
                     const char *name)
{
  AncOfficeView *self;

  g_return_val_if_fail (ANC_IS_OFFICE (office), NULL);

  self = g_object_new (ANC_TYPE_OFFICE_VIEW, NULL);
  self->office = g_object_ref (office);
  self->settings = g_object_ref (settings);
  self->outcomes = anc_outcome_index_new (office);
  self->list = anc_case_list_new (office, self->outcomes);
  anc_sidebar_set_list (self->sidebar, self->list, self->outcomes, name);
  gtk_widget_set_visible (self->lock_button, anc_store_is_encrypted (anc_office_get_store (office)));
  g_settings_bind (settings, "sidebar-visible", self->pane, "sidebar-visible", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (office, "case-removed", G_CALLBACK (case_removed_cb), self, 0);
  g_signal_connect_object (office, "case-changed", G_CALLBACK (case_changed_cb), self, 0);
  folded_cb (self);

  return self;
}

AncCaseList *
anc_office_view_get_list (AncOfficeView *self)
{
  g_return_val_if_fail (ANC_IS_OFFICE_VIEW (self), NULL);

  return self->list;
}

/**
 * anc_office_view_get_case:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the case on screen
 */
AncCase *
anc_office_view_get_case (AncOfficeView *self)
{
  g_return_val_if_fail (ANC_IS_OFFICE_VIEW (self), NULL);

  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "case") ? self->a_case : NULL;
}

void
anc_office_view_open_case (AncOfficeView *self,
                           gint64 case_key)
{
  g_return_if_fail (ANC_IS_OFFICE_VIEW (self));

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->a_case != NULL && anc_case_get_key (self->a_case) == case_key)
    {
      g_autoptr (AncCase) again = g_object_ref (self->a_case);

      anc_office_view_show_case (self, again);
      return;
    }

  self->loading = g_cancellable_new ();
  anc_office_load_case_async (self->office, case_key, self->loading, loaded_cb, g_object_ref (self));
}

/**
 * anc_office_view_show_case:
 * @self: the view
 * @a_case: a live case of the office
 */
void
anc_office_view_show_case (AncOfficeView *self,
                           AncCase *a_case)
{
  GtkWidget *page;

  g_return_if_fail (ANC_IS_OFFICE_VIEW (self));
  g_return_if_fail (ANC_IS_CASE (a_case));

  if (self->a_case != a_case)
    {
      close_case (self);
      self->a_case = g_object_ref (a_case);
      page = anc_case_page_new (self->office, a_case);
      anc_case_page_bind_settings (ANC_CASE_PAGE (page), self->settings);
      adw_bin_set_child (self->case_bin, page);
    }
  anc_sidebar_select_case (self->sidebar, anc_case_get_key (a_case));
  show_page (self, "case");
  anc_side_pane_set_content_visible (self->pane, TRUE);
}

void
anc_office_view_show_place (AncOfficeView *self,
                            AncPlace place)
{
  g_return_if_fail (ANC_IS_OFFICE_VIEW (self));

  anc_sidebar_select_place (self->sidebar, place);
  if (place == ANC_PLACE_CASES)
    {
      anc_side_pane_set_sidebar_visible (self->pane, TRUE);
      anc_side_pane_set_content_visible (self->pane, FALSE);
      anc_sidebar_focus_list (self->sidebar);
    }
  else
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

/**
 * anc_office_view_go_back:
 * @self: the view
 *
 * In a narrow window, shows the list again.
 */
void
anc_office_view_go_back (AncOfficeView *self)
{
  g_return_if_fail (ANC_IS_OFFICE_VIEW (self));

  anc_side_pane_set_content_visible (self->pane, FALSE);
  anc_sidebar_focus_list (self->sidebar);
}

void
anc_office_view_search (AncOfficeView *self)
{
  g_return_if_fail (ANC_IS_OFFICE_VIEW (self));

  anc_side_pane_set_sidebar_visible (self->pane, TRUE);
  anc_side_pane_set_content_visible (self->pane, FALSE);
  anc_sidebar_focus_search (self->sidebar);
}

void
anc_office_view_toggle_sidebar (AncOfficeView *self)
{
  g_return_if_fail (ANC_IS_OFFICE_VIEW (self));

  if (anc_side_pane_is_folded (self->pane))
    anc_side_pane_set_content_visible (self->pane, !anc_side_pane_get_content_visible (self->pane));
  else
    anc_side_pane_set_sidebar_visible (self->pane, !anc_side_pane_get_sidebar_visible (self->pane));
}
