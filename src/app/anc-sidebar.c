/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-sidebar.h"

#include "anc-access.h"
#include "anc-case-row.h"
#include "anc-words.h"

#include <glib/gi18n.h>

struct _AncSidebar
{
  AdwBin parent_instance;

  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkListBoxRow *place_rows[ANC_N_PLACES];
  GtkLabel *count_label;
  GtkSearchEntry *search_entry;
  GtkMenuButton *filter_button;
  GtkDropDown *state_dropdown;
  GtkDropDown *outcome_dropdown;
  GtkRevealer *filter_revealer;
  GtkLabel *filter_label;
  GtkStack *stack;
  GtkListView *list_view;

  AncCaseList *list;
  GtkSingleSelection *selection;
  gint64 selected_key;    /* what the window shows, listed or not */
  gboolean scrolls_to_it; /* once it is listed */
};

enum
{
  SIGNAL_CASE_CHOSEN,
  SIGNAL_PLACE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncSidebar, anc_sidebar, ADW_TYPE_BIN)

/* The drop-down's rows, after which the states follow as anc_case_state_names has them. */
#define FIRST_STATE_ROW 2

/* ---- The list -------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item,
          gpointer user_data)
{
  gtk_list_item_set_child (list_item, anc_case_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item,
         AncOutcomeIndex *outcomes)
{
  AncCaseItem *item = gtk_list_item_get_item (list_item);

  anc_case_row_set_item (ANC_CASE_ROW (gtk_list_item_get_child (list_item)), item);
  anc_outcome_index_want (outcomes, anc_case_item_get_key (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *list_item,
           gpointer user_data)
{
  anc_case_row_set_item (ANC_CASE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static gboolean
is_narrowed (AncSidebar *self)
{
  return gtk_drop_down_get_selected (self->state_dropdown) != 0 || gtk_drop_down_get_selected (self->outcome_dropdown) != 0
         || gtk_editable_get_text (GTK_EDITABLE (self->search_entry))[0] != '\0';
}

static void
show_state (AncSidebar *self)
{
  const guint count = anc_case_list_get_n_cases (self->list);
  g_autofree char *text = g_strdup_printf ("%'u", count);
  const char *page = "list";

  gtk_label_set_label (self->count_label, text);
  if (!anc_case_list_is_loaded (self->list))
    page = "wait";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    page = is_narrowed (self) || count > 0 ? "none" : "empty";
  gtk_stack_set_visible_child_name (self->stack, page);
}

/* The selection follows what the window shows, not where a row happens to stand. */
static void
show_selected (AncSidebar *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->selected_key != 0 && !anc_case_list_find (self->list, self->selected_key, &position))
    position = GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION && self->scrolls_to_it)
    {
      self->scrolls_to_it = FALSE;
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
    }
}

static void
items_changed_cb (AncSidebar *self)
{
  show_state (self);
  show_selected (self);

  /* A list keeps its first row in place as rows come in above it; nobody has looked at that row yet. */
  if (self->selected_key == 0 && gtk_widget_get_focus_child (GTK_WIDGET (self->list_view)) == NULL
      && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
}

static void
choose (AncSidebar *self,
        guint position)
{
  g_autoptr (AncCaseItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_CASE_CHOSEN], 0, anc_case_item_get_key (item));
}

static void
case_activated_cb (AncSidebar *self,
                   guint position)
{
  choose (self, position);
}

/* ---- Search and filters ---------------------------------------------------------------------- */

static void
search_changed_cb (AncSidebar *self)
{
  anc_case_list_set_words (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  show_state (self);
}

static void
stop_search_cb (AncSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* Enter in the entry opens the best find. */
static void
search_activate_cb (AncSidebar *self)
{
  choose (self, 0);
}

static void
show_filter (AncSidebar *self)
{
  const guint state = gtk_drop_down_get_selected (self->state_dropdown);
  const guint outcome = gtk_drop_down_get_selected (self->outcome_dropdown);
  GtkStringObject *state_word = gtk_drop_down_get_selected_item (self->state_dropdown);
  GtkStringObject *outcome_word = gtk_drop_down_get_selected_item (self->outcome_dropdown);
  g_autoptr (GString) text = g_string_new (NULL);

  if (state != 0 && state_word != NULL)
    g_string_append (text, gtk_string_object_get_string (state_word));
  if (outcome != 0 && outcome_word != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", gtk_string_object_get_string (outcome_word));

  gtk_label_set_label (self->filter_label, text->str);
  gtk_revealer_set_reveal_child (self->filter_revealer, text->len > 0);
}

static void
filter_changed_cb (AncSidebar *self)
{
  static const int outcomes[] = {
    ANC_CASE_LIST_ANY_OUTCOME, ANC_OUTCOME_MET, ANC_OUTCOME_ARGUABLE, ANC_OUTCOME_TO_PROVE, ANC_OUTCOME_UNKNOWN, ANC_OUTCOME_NOT_MET
  };
  const guint state = gtk_drop_down_get_selected (self->state_dropdown);
  const guint outcome = gtk_drop_down_get_selected (self->outcome_dropdown);

  if (self->list == NULL || outcome >= G_N_ELEMENTS (outcomes))
    return;

  anc_case_list_set_filter (self->list,
                            state >= FIRST_STATE_ROW ? (int) state - FIRST_STATE_ROW
                                                     : (state == 0 ? ANC_CASE_LIST_NOT_ARCHIVED : ANC_CASE_LIST_ANY_STATE),
                            outcomes[outcome]);
  show_filter (self);
  show_state (self);
}

static void
clear_filter_cb (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  AncSidebar *self = ANC_SIDEBAR (widget);

  gtk_drop_down_set_selected (self->state_dropdown, 0);
  gtk_drop_down_set_selected (self->outcome_dropdown, 0);
}

static void
fill_outcomes (AncSidebar *self)
{
  const char *words[] = {
    _ ("All"),
    anc_words_outcome (ANC_OUTCOME_MET),
    anc_words_outcome (ANC_OUTCOME_ARGUABLE),
    anc_words_outcome (ANC_OUTCOME_TO_PROVE),
    anc_words_outcome (ANC_OUTCOME_UNKNOWN),
    anc_words_outcome (ANC_OUTCOME_NOT_MET),
    NULL,
  };
  g_autoptr (GtkStringList) model = gtk_string_list_new (words);

  gtk_drop_down_set_model (self->outcome_dropdown, G_LIST_MODEL (model));
}

/* ---- Places ---------------------------------------------------------------------------------- */

/* The list of places selects nothing itself: it would with the focus, and who only passes it by with Tab would go there. */
static void
mark_place (AncSidebar *self,
            AncPlace place)
{
  for (guint i = 0; i < ANC_N_PLACES; i++)
    {
      GtkWidget *row = GTK_WIDGET (self->place_rows[i]);

      if (i == (guint) place)
        gtk_widget_set_state_flags (row, GTK_STATE_FLAG_SELECTED, FALSE);
      else
        gtk_widget_unset_state_flags (row, GTK_STATE_FLAG_SELECTED);
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, i == (guint) place, -1);
    }
}

static void
place_activated_cb (GtkListBox *places,
                    GtkListBoxRow *row,
                    AncSidebar *self)
{
  for (guint i = 0; i < ANC_N_PLACES; i++)
    if (self->place_rows[i] == row)
      anc_sidebar_select_place (self, i);
}

/* ---- Object ---------------------------------------------------------------------------------- */

static void
anc_sidebar_dispose (GObject *object)
{
  AncSidebar *self = ANC_SIDEBAR (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (anc_sidebar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AncSidebar, header);
  gtk_widget_class_bind_template_child (widget_class, AncSidebar, title);
  gtk_widget_class_bind_template_child_full (widget_class, "cases_row", FALSE, G_STRUCT_OFFSET (AncSidebar, place_rows[ANC_PLACE_CASES]));
  gtk_widget_class_bind_template_child_full (widget_class, "law_row", FALSE, G_STRUCT_OFFSET (AncSidebar, place_rows[ANC_PLACE_LAW]));
  gtk_widget_class_bind_template_child_full (widget_class, "trash_row", FALSE, G_STRUCT_OFFSET (AncSidebar, place_rows[ANC_PLACE_TRASH]));
  gtk_widget_class_bind_template_child (widget_class, AncSidebar, count_label);
  gtk_widget_class_bind_template_child (widget_class, AncSidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AncSidebar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, AncSidebar, state_dropdown);
  gtk_widget_class_bind_template_child (widget_class, AncSidebar, outcome_dropdown);
  gtk_widget_class_bind_template_child (widget_class, AncSidebar, filter_revealer);
  gtk_widget_class_bind_template_child (widget_class, AncSidebar, filter_label);
  gtk_widget_class_bind_template_child (widget_class, AncSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, AncSidebar, list_view);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, case_activated_cb);
}

static void
anc_sidebar_class_init (AncSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_sidebar_dispose;

  signals[SIGNAL_CASE_CHOSEN] = g_signal_new ("case-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_PLACE_CHOSEN] = g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "sidebar.clear-filter", NULL, clear_filter_cb);
}

static void
anc_sidebar_init (AncSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  anc_access_name_parts (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->list_view));
  mark_place (self, ANC_PLACE_CASES);
  fill_outcomes (self);
}

/* ---- Public ---------------------------------------------------------------------------------- */

/**
 * anc_sidebar_set_list:
 * @self: the sidebar
 * @list: the cases to show
 * @outcomes: where their outcomes come from
 * @office_name: the name of the office
 */
void
anc_sidebar_set_list (AncSidebar *self,
                      AncCaseList *list,
                      AncOutcomeIndex *outcomes,
                      const char *office_name)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (ANC_IS_SIDEBAR (self));
  g_return_if_fail (ANC_IS_CASE_LIST (list));
  g_return_if_fail (self->list == NULL);

  adw_window_title_set_title (self->title, office_name);
  self->list = g_object_ref (list);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), outcomes, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (list, "loaded", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  show_state (self);
}

/**
 * anc_sidebar_set_shows_buttons:
 * @self: the sidebar
 * @shows: whether it takes the window's whole width, and with it the window's buttons
 */
void
anc_sidebar_set_shows_buttons (AncSidebar *self,
                               gboolean shows)
{
  g_return_if_fail (ANC_IS_SIDEBAR (self));

  adw_header_bar_set_show_end_title_buttons (self->header, shows);
}

/**
 * anc_sidebar_select_case:
 * @self: the sidebar
 * @case_key: the case that the window shows; 0 for none
 */
void
anc_sidebar_select_case (AncSidebar *self,
                         gint64 case_key)
{
  g_return_if_fail (ANC_IS_SIDEBAR (self));

  self->scrolls_to_it = case_key != self->selected_key;
  self->selected_key = case_key;
  if (case_key != 0)
    mark_place (self, ANC_PLACE_CASES);
  show_selected (self);
}

void
anc_sidebar_select_place (AncSidebar *self,
                          AncPlace place)
{
  g_return_if_fail (ANC_IS_SIDEBAR (self));

  mark_place (self, place);
  g_signal_emit (self, signals[SIGNAL_PLACE_CHOSEN], 0, place);
}

void
anc_sidebar_focus_search (AncSidebar *self)
{
  g_return_if_fail (ANC_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
anc_sidebar_focus_list (AncSidebar *self)
{
  g_return_if_fail (ANC_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}
