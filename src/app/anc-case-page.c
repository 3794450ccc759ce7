/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-page.h"

#include "anc-application.h"
#include "anc-bundle-window.h"
#include "anc-case-edits.h"
#include "anc-compare-window.h"
#include "anc-date-entry.h"
#include "anc-desk.h"
#include "anc-eligibility-page.h"
#include "anc-exhibit-actions.h"
#include "anc-exhibits-page.h"
#include "anc-grades-window.h"
#include "anc-journal-page.h"
#include "anc-page-switcher.h"
#include "anc-person-page.h"
#include "anc-presence-page.h"
#include "anc-procedure-page.h"
#include "anc-proofs-view.h"
#include "anc-record-window.h"
#include "anc-record-words.h"
#include "anc-timeline-exports.h"
#include "anc-timeline-feed.h"
#include "anc-timeline-note.h"
#include "anc-timeline-requests.h"
#include "anc-timeline.h"
#include "anc-viewer-split.h"

#include <glib/gi18n.h>

#define ZOOM_STEP 1.25

/* The frame and the scroll bar around the timeline, and the most of the room that it takes by itself. */
#define HANDLE_ROOM 10
#define MAX_SHARE 0.6

/* What the timeline says where there is no job yet. */
#define EMPTY_ROOM 60

struct _AncCasePage
{
  AdwBin parent_instance;

  AncOffice *office;
  AncDesk *desk;
  AncTimelineFeed *feed;
  GtkWidget *timeline;
  GtkWidget *date;
  AncCaseViewer *viewer;
  AncExhibitActions *exhibit_actions;
  GtkWidget *exhibits;
  GtkWidget *eligibility;
  GtkWidget *person;
  guint handle_source;
  int automatic_position; /* of the pane, until someone moves it */

  AncViewerSplit *split;
  GtkWidget *lower;
  AdwToastOverlay *toasts;
  GtkLabel *name;
  GtkLabel *subtitle;
  GtkBox *date_box;
  GtkPaned *paned;
  GtkScrolledWindow *timeline_place;
  AdwViewStack *stack;
  GtkMenuButton *notes_button;
  GtkLabel *notes_number;
  GtkListBox *notes;
};

G_DEFINE_FINAL_TYPE (AncCasePage, anc_case_page, ADW_TYPE_BIN)

/* In the order of their keys, Ctrl+1 and on. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
} pages[] = {
  { "exhibits", N_ ("Exhibits"), "folder-documents-symbolic" },
  { "eligibility", N_ ("Eligibility"), "anc-outcome-met-symbolic" },
  { "person", N_ ("Person"), "avatar-default-symbolic" },
  { "presence", N_ ("Presence"), "mark-location-symbolic" },
  { "procedure", N_ ("Procedure"), "x-office-calendar-symbolic" },
  { "journal", N_ ("Journal"), "document-open-recent-symbolic" },
};

/* ---- Head ---------------------------------------------------------------------------------- */

static char *
make_subtitle (AncCasePage *self)
{
  AncRecord *head = anc_case_get_head (anc_desk_get_case (self->desk));
  const AncTable *table = anc_record_get_table (head);
  const AncColumn *state = &table->columns[anc_table_find_column (table, "state")];
  const char *nationality = anc_record_get_text (head, "nationality");
  const char *parts[] = {
    anc_record_get_text (head, "reference"),
    nationality != NULL ? anc_countries_get_name (anc_desk_get_countries (self->desk), nationality) : NULL,
    anc_words_choice (table, state, anc_record_get_text (head, "state")),
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      {
        g_autofree char *isolated = anc_words_isolate (parts[i]);

        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", isolated);
      }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_head (AncCasePage *self)
{
  AncRecord *head = anc_case_get_head (anc_desk_get_case (self->desk));
  g_autofree char *name = anc_words_person (anc_record_get_row (head));
  g_autofree char *subtitle = make_subtitle (self);

  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_label (self->subtitle, subtitle);
}

/* ---- Timeline ------------------------------------------------------------------------------ */

static void
count_changed_cb (AncCasePage *self)
{
  anc_timeline_set_count (ANC_TIMELINE (self->timeline), anc_timeline_feed_get_count (self->feed));
}

static void
show_dates_cb (AncCasePage *self,
               int start,
               int end)
{
  anc_timeline_show_dates (ANC_TIMELINE (self->timeline), start, end);
}

static GtkWidget *
create_note (gpointer item,
             gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (anc_timeline_note_get_sentence (item), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
note_activated_cb (GtkListBox *list,
                   GtkListBoxRow *row,
                   AncCasePage *self)
{
  GListModel *notes = anc_timeline_get_notes (ANC_TIMELINE (self->timeline));
  g_autoptr (AncTimelineNote) note = g_list_model_get_item (notes, (guint) gtk_list_box_row_get_index (row));

  gtk_menu_button_popdown (self->notes_button);
  show_dates_cb (self, anc_timeline_note_get_start (note), anc_timeline_note_get_end (note));
}

static void
notes_changed_cb (GListModel *notes,
                  guint position,
                  guint removed,
                  guint added,
                  AncCasePage *self)
{
  const guint n = g_list_model_get_n_items (notes);
  g_autofree char *label = g_strdup_printf (ngettext ("%u gap or overlap", "%u gaps and overlaps", n), n);
  g_autofree char *number = g_strdup_printf ("%u", n);

  gtk_label_set_label (self->notes_number, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->notes_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->notes_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_button), n > 0);
}

/* The timeline gets what its lanes need, up to its share of the room, until someone moves the handle. */
static void
place_handle (AncCasePage *self)
{
  int room, minimum, natural;

  g_object_get (self->paned, "max-position", &room, NULL);
  if (gtk_paned_get_position (self->paned) != MIN (self->automatic_position, room) && self->automatic_position >= 0)
    return;

  gtk_widget_measure (self->timeline, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  if (anc_record_list_get_count (anc_case_get_list (anc_desk_get_case (self->desk), ANC_TABLE_JOBS)) == 0)
    natural += EMPTY_ROOM;
  if (room < G_MAXINT)
    self->automatic_position = MAX (MIN (natural, (int) (room * MAX_SHARE)), minimum) + HANDLE_ROOM;
  gtk_paned_set_position (self->paned, self->automatic_position);
}

static gboolean
handle_cb (gpointer user_data)
{
  AncCasePage *self = user_data;

  self->handle_source = 0;
  place_handle (self);
  return G_SOURCE_REMOVE;
}

/* The room changes while the pane is laid out, when its handle must not be moved. */
static void
queue_handle (AncCasePage *self)
{
  if (self->handle_source == 0)
    self->handle_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, handle_cb, self, NULL);
}

static void
lanes_changed_cb (GListModel *lanes,
                  guint position,
                  guint removed,
                  guint added,
                  AncCasePage *self)
{
  if (removed != added)
    queue_handle (self);
}

static void
create_timeline (AncCasePage *self)
{
  AncEvaluator *evaluator = anc_desk_get_evaluator (self->desk);
  GListModel *notes;

  self->feed = anc_timeline_feed_new (self->desk);
  self->timeline = anc_timeline_new ();
  anc_timeline_set_lanes (ANC_TIMELINE (self->timeline), anc_timeline_feed_get_lanes (self->feed));
  anc_timeline_set_editable (ANC_TIMELINE (self->timeline), TRUE);
  count_changed_cb (self);
  anc_timeline_requests_connect (ANC_TIMELINE (self->timeline), self->desk);
  anc_timeline_exports_attach (GTK_WIDGET (self), ANC_TIMELINE (self->timeline), anc_desk_get_case (self->desk));
  g_object_bind_property (evaluator, "filing-date", self->timeline, "filing-date", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->feed, "count-changed", G_CALLBACK (count_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "show-dates", G_CALLBACK (show_dates_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (self->timeline_place, self->timeline);
  g_signal_connect_swapped (self->paned, "notify::max-position", G_CALLBACK (queue_handle), self);
  g_signal_connect_object (anc_timeline_feed_get_lanes (self->feed),
                           "items-changed",
                           G_CALLBACK (lanes_changed_cb),
                           self,
                           G_CONNECT_AFTER);

  notes = anc_timeline_get_notes (ANC_TIMELINE (self->timeline));
  gtk_list_box_bind_model (self->notes, notes, create_note, NULL, NULL);
  g_signal_connect_object (notes, "items-changed", G_CALLBACK (notes_changed_cb), self, 0);
  notes_changed_cb (notes, 0, 0, 0, self);
}

/* ---- Documents ----------------------------------------------------------------------------- */

static void
show_document_cb (AncCasePage *self,
                  AncRecord *document,
                  const AncPagePlace *place)
{
  anc_case_viewer_show_document (self->viewer, document, place);
  anc_case_viewer_set_details (self->viewer, anc_proofs_view_new (self->desk, document, self->viewer), NULL);
}

static void
viewer_shown_cb (AncCasePage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "case.close-document", gtk_widget_get_visible (GTK_WIDGET (self->viewer)));
}

static void
covering_cb (AncCasePage *self)
{
  const gboolean covering = anc_viewer_split_is_covering (self->split);

  anc_case_viewer_set_covering (self->viewer, covering ? gtk_widget_get_width (GTK_WIDGET (self->split)) : 0);
  if (covering && gtk_widget_get_focus_child (self->lower) != NULL)
    anc_case_viewer_focus (self->viewer);
}

static void
create_viewer (AncCasePage *self)
{
  self->viewer = anc_case_viewer_new (self->office, self->desk);
  anc_viewer_split_set_viewer (self->split, GTK_WIDGET (self->viewer));
  anc_viewer_split_set_lower (self->split, self->lower);
  self->exhibit_actions = anc_exhibit_actions_new (self->office, self->desk, GTK_WIDGET (self));
  g_signal_connect_object (self->viewer, "notify::visible", G_CALLBACK (viewer_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::covering", G_CALLBACK (covering_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "show-document", G_CALLBACK (show_document_cb), self, G_CONNECT_SWAPPED);
  viewer_shown_cb (self);
}

static void
count_documents (AncCasePage *self)
{
  AncRecordList *documents = anc_case_get_list (anc_desk_get_case (self->desk), ANC_TABLE_DOCUMENTS);

  adw_view_stack_page_set_badge_number (adw_view_stack_get_page (self->stack, self->exhibits), anc_record_list_get_count (documents));
}

/* ---- Pages --------------------------------------------------------------------------------- */

static void
create_pages (AncCasePage *self)
{
  GtkWidget *widgets[G_N_ELEMENTS (pages)];

  self->person = anc_person_page_new (self->desk);
  self->eligibility = anc_eligibility_page_new (self->desk);
  self->exhibits = anc_exhibits_page_new (self->office, self->desk, self->viewer);
  widgets[0] = self->exhibits;
  widgets[1] = self->eligibility;
  widgets[2] = self->person;
  widgets[3] = anc_presence_page_new (self->desk, anc_office_get_exhibits (self->office));
  widgets[4] = anc_procedure_page_new (self->desk);
  widgets[5] = anc_journal_page_new (self->office, self->desk);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    adw_view_stack_add_titled_with_icon (self->stack, widgets[i], pages[i].name, _ (pages[i].title), pages[i].icon);
  adw_view_stack_set_visible_child (self->stack, self->eligibility); /* where the case stands comes first */
  count_documents (self);
  g_signal_connect_object (anc_case_get_list (anc_desk_get_case (self->desk), ANC_TABLE_DOCUMENTS),
                           "items-changed",
                           G_CALLBACK (count_documents),
                           self,
                           G_CONNECT_SWAPPED);
}

/* What proves presence to the office is what the engine counts. */
static void
exhibits_changed_cb (AncCasePage *self)
{
  anc_desk_set_exhibit_rules (self->desk, anc_exhibit_library_get_rules (anc_office_get_exhibits (self->office)));
  anc_evaluator_set_proofs (anc_desk_get_evaluator (self->desk), anc_exhibit_library_get_proofs (anc_office_get_exhibits (self->office)));
}

static void
show_cb (AncCasePage *self,
         const char *page,
         const char *field)
{
  adw_view_stack_set_visible_child_name (self->stack, page);
  if (g_str_equal (page, "exhibits"))
    anc_exhibits_page_focus (ANC_EXHIBITS_PAGE (self->exhibits));
  else if (field != NULL && g_str_equal (page, "person"))
    anc_person_page_show (ANC_PERSON_PAGE (self->person), field);
}

static void
edit_cb (AncCasePage *self,
         AncRecord *record)
{
  AncRecordWindow *window = anc_record_window_new (self->desk, record);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *parent = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- Telling ------------------------------------------------------------------------------- */

static void
tell (AncCasePage *self,
      const char *sentence,
      gboolean can_undo)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (can_undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
deleted_cb (AncCasePage *self,
            guint table,
            guint n_dependents)
{
  g_autofree char *alone = g_strdup_printf (_ ("Deleted: %s"), anc_words_record_kind (table));
  g_autofree char *sentence = NULL;

  if (n_dependents == 0)
    {
      tell (self, alone, TRUE);
      return;
    }

  sentence = g_strdup_printf (ngettext ("Deleted: %1$s, and %2$u record that hung on it",
                                        "Deleted: %1$s, and %2$u records that hung on it",
                                        n_dependents),
                              anc_words_record_kind (table),
                              n_dependents);
  tell (self, sentence, TRUE);
}

/* ---- Actions ------------------------------------------------------------------------------- */

static void
show_page_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  show_cb (ANC_CASE_PAGE (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
add_job_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  AncCasePage *self = ANC_CASE_PAGE (widget);
  AncCase *a_case = anc_desk_get_case (self->desk);
  AncRecordList *employers = anc_case_get_list (a_case, ANC_TABLE_EMPLOYERS);
  AncRecord *employer = anc_record_list_get_count (employers) == 1 ? anc_record_list_get (employers, 0) : NULL;

  anc_desk_edit (self->desk, anc_case_edit_add_job (a_case, employer, ANC_DATE_NONE, ANC_DATE_NONE));
}

/* By the key of a record, for who knows no more of it: a link, a notification. */
static void
edit_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  AncCasePage *self = ANC_CASE_PAGE (widget);
  AncRecord *record = anc_case_find (anc_desk_get_case (self->desk), g_variant_get_int64 (parameter));

  if (record != NULL)
    anc_desk_edit (self->desk, record);
}

static void
compare_action (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  AncCompareWindow *window = anc_compare_window_new (ANC_CASE_PAGE (widget)->desk);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
bundle_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  AncCasePage *self = ANC_CASE_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
  AncBundleWindow *window = anc_bundle_window_new (self->office,
                                                   self->desk,
                                                   ANC_IS_APPLICATION (application) ? anc_application_get_settings (ANC_APPLICATION (application)) : NULL);

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
grades_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_window_present (GTK_WINDOW (anc_grades_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                         anc_office_get_exhibits (ANC_CASE_PAGE (widget)->office))));
}

static void
copy_memo_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  AncCasePage *self = ANC_CASE_PAGE (widget);
  g_autofree char *memo = anc_eligibility_page_dup_memo (ANC_ELIGIBILITY_PAGE (self->eligibility));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), memo);
  tell (self, _ ("The verdicts are on the clipboard"), FALSE);
}

static void
zoom_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  AncTimeline *timeline = ANC_TIMELINE (ANC_CASE_PAGE (widget)->timeline);

  if (g_str_equal (action, "case.zoom-fit"))
    anc_timeline_fit (timeline);
  else
    anc_timeline_zoom (timeline, g_str_equal (action, "case.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
go_to_filing_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  anc_timeline_go_to_filing (ANC_TIMELINE (ANC_CASE_PAGE (widget)->timeline));
}

static void
focus_date_action (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  gtk_widget_grab_focus (ANC_CASE_PAGE (widget)->date);
}

static void
notify_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  tell (ANC_CASE_PAGE (widget), g_variant_get_string (parameter, NULL), g_str_equal (action, "case.tell-undoable"));
}

static void
close_document_action (GtkWidget *widget,
                       const char *action,
                       GVariant *parameter)
{
  anc_case_viewer_close (ANC_CASE_PAGE (widget)->viewer);
}

static void
accept_sure_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  gtk_widget_activate_action (ANC_CASE_PAGE (widget)->exhibits, "exhibits.accept-sure", NULL);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_case_page_dispose (GObject *object)
{
  AncCasePage *self = ANC_CASE_PAGE (object);

  if (self->desk != NULL && anc_case_is_editing (anc_desk_get_case (self->desk)))
    anc_case_end (anc_desk_get_case (self->desk));
  g_clear_handle_id (&self->handle_source, g_source_remove);
  g_clear_object (&self->feed);
  g_clear_object (&self->exhibit_actions);
  g_clear_object (&self->desk);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (anc_case_page_parent_class)->dispose (object);
}

/* Heard wherever the focus is in the window, after the widget that has it. */
static void
add_key (GtkShortcutController *keys,
         const char *trigger,
         const char *action,
         const char *page)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (action));

  if (page != NULL)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (page));
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

static void
add_keys (AncCasePage *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } actions[] = {
    { "<Control>j", "case.add-job" },
    { "<Control>d", "case.compare" },
    { "<Control>b", "case.bundle" },
    { "<Control><Shift>k", "case.grades" },
    { "<Control><Shift>c", "case.copy-memo" },
    { "<Control>t", "case.focus-date" },
    { "<Control>g", "case.go-to-filing" },
    { "<Control>plus|<Control>KP_Add", "case.zoom-in" },
    { "<Control>minus|<Control>KP_Subtract", "case.zoom-out" },
    { "<Control>0", "case.zoom-fit" },
    { "<Control><Shift>a", "documents.add" },
    { "<Control>v", "documents.paste" },
    { "<Control>Return|<Control>KP_Enter", "case.accept-sure" },
    { "Escape", "case.close-document" },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    add_key (GTK_SHORTCUT_CONTROLLER (keys), actions[i].trigger, actions[i].action, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *trigger = g_strdup_printf ("<Control>%u", i + 1);

      add_key (GTK_SHORTCUT_CONTROLLER (keys), trigger, "case.show-page", pages[i].name);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
anc_case_page_class_init (AncCasePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_case_page_dispose;

  g_type_ensure (ANC_TYPE_PAGE_SWITCHER);
  g_type_ensure (ANC_TYPE_VIEWER_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-case-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AncCasePage, toasts);
  gtk_widget_class_bind_template_child (widget_class, AncCasePage, split);
  gtk_widget_class_bind_template_child (widget_class, AncCasePage, lower);
  gtk_widget_class_bind_template_child (widget_class, AncCasePage, name);
  gtk_widget_class_bind_template_child (widget_class, AncCasePage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AncCasePage, date_box);
  gtk_widget_class_bind_template_child (widget_class, AncCasePage, paned);
  gtk_widget_class_bind_template_child (widget_class, AncCasePage, timeline_place);
  gtk_widget_class_bind_template_child (widget_class, AncCasePage, stack);
  gtk_widget_class_bind_template_child (widget_class, AncCasePage, notes_button);
  gtk_widget_class_bind_template_child (widget_class, AncCasePage, notes_number);
  gtk_widget_class_bind_template_child (widget_class, AncCasePage, notes);

  gtk_widget_class_install_action (widget_class, "case.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "case.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "case.add-job", NULL, add_job_action);
  gtk_widget_class_install_action (widget_class, "case.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "case.bundle", NULL, bundle_action);
  gtk_widget_class_install_action (widget_class, "case.grades", NULL, grades_action);
  gtk_widget_class_install_action (widget_class, "case.copy-memo", NULL, copy_memo_action);
  gtk_widget_class_install_action (widget_class, "case.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "case.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "case.zoom-fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "case.go-to-filing", NULL, go_to_filing_action);
  gtk_widget_class_install_action (widget_class, "case.focus-date", NULL, focus_date_action);
  gtk_widget_class_install_action (widget_class, "case.notify", "s", notify_action);
  gtk_widget_class_install_action (widget_class, "case.tell-undoable", "s", notify_action);
  gtk_widget_class_install_action (widget_class, "case.close-document", NULL, close_document_action);
  gtk_widget_class_install_action (widget_class, "case.accept-sure", NULL, accept_sure_action);
}

static void
anc_case_page_init (AncCasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->automatic_position = -1;
  add_keys (self);
  g_signal_connect (self->notes, "row-activated", G_CALLBACK (note_activated_cb), self);
}

/**
 * anc_case_page_new:
 * @office: the office the case belongs to
 * @a_case: a live case of it
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
anc_case_page_new (AncOffice *office,
                   AncCase *a_case)
{
  AncCasePage *self;
  AncDate today;

  g_return_val_if_fail (ANC_IS_OFFICE (office), NULL);
  g_return_val_if_fail (ANC_IS_CASE (a_case), NULL);

  self = g_object_new (ANC_TYPE_CASE_PAGE, NULL);
  today = anc_office_get_today (office);
  self->office = g_object_ref (office);
  self->desk = anc_desk_new (a_case, anc_office_get_rules (office), today);
  exhibits_changed_cb (self);
  g_signal_connect_object (anc_office_get_exhibits (office), "changed", G_CALLBACK (exhibits_changed_cb), self, G_CONNECT_SWAPPED);
  self->date = anc_date_entry_new (_ ("Filing date"), today, today);
  gtk_box_append (self->date_box, self->date);
  g_object_bind_property (anc_desk_get_evaluator (self->desk),
                          "filing-date",
                          self->date,
                          "date",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  create_timeline (self);
  create_viewer (self);
  create_pages (self);
  show_head (self);
  g_signal_connect_object (a_case, "changed", G_CALLBACK (show_head), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "show", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * anc_case_page_bind_settings:
 * @self: the page
 * @settings: the settings of the application
 *
 * Remembers how wide the person made the viewer.
 */
void
anc_case_page_bind_settings (AncCasePage *self,
                             GSettings *settings)
{
  g_return_if_fail (ANC_IS_CASE_PAGE (self));

  g_settings_bind (settings, "viewer-width", self->split, "viewer-width", G_SETTINGS_BIND_DEFAULT);
}
