/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-page-private.h"

#include "anc-date-entry.h"
#include "anc-eligibility-page.h"
#include "anc-exhibits-page.h"
#include "anc-journal-page.h"
#include "anc-page-switcher.h"
#include "anc-person-page.h"
#include "anc-presence-page.h"
#include "anc-procedure-page.h"
#include "anc-proofs-view.h"
#include "anc-record-window.h"
#include "anc-record-words.h"

#include <glib/gi18n.h>

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

/* Returns: (nullable): the name of the page that Ctrl and @index + 1 show */
const char *
anc_case_page_get_page_name (guint index)
{
  return index < G_N_ELEMENTS (pages) ? pages[index].name : NULL;
}

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

void
anc_case_page_show (AncCasePage *self,
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

void
anc_case_page_tell (AncCasePage *self,
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
      anc_case_page_tell (self, alone, TRUE);
      return;
    }

  sentence = g_strdup_printf (ngettext ("Deleted: %1$s, and %2$u record that hung on it",
                                        "Deleted: %1$s, and %2$u records that hung on it",
                                        n_dependents),
                              anc_words_record_kind (table),
                              n_dependents);
  anc_case_page_tell (self, sentence, TRUE);
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

  anc_case_page_install_actions (widget_class);
}

static void
anc_case_page_init (AncCasePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->automatic_position = -1;
  anc_case_page_add_keys (self);
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
  anc_case_page_create_timeline (self);
  create_viewer (self);
  create_pages (self);
  show_head (self);
  g_signal_connect_object (a_case, "changed", G_CALLBACK (show_head), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "show", G_CALLBACK (anc_case_page_show), self, G_CONNECT_SWAPPED);
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
