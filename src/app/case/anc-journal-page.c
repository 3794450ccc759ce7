/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-journal-page.h"

#include "anc-access.h"
#include "anc-error-words.h"
#include "anc-fold.h"
#include "anc-journal-words.h"
#include "anc-store-journal.h"

#include <glib/gi18n.h>
#include <string.h>

/* Entries read at once. */
#define PAGE 60

#define SPACING 12

/* Lines of a change shown under its title; the rest stands in the opened row. */
#define SHOWN_LINES 2

struct _AncJournalPage
{
  AdwBin parent_instance;

  AncOffice *office;
  AncDesk *desk;
  GCancellable *cancellable;
  GPtrArray *transactions; /* of AncTransaction, newest first */
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *more;
  GtkWidget *stack;
  gboolean is_reading;
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (AncJournalPage, anc_journal_page, ADW_TYPE_BIN)

static GQuark text_quark;   /* the folded text of a row */
static GQuark button_quark; /* the button that goes back to before it */
static GQuark id_quark;     /* the number of its transaction, a gint64 */

static void reload (AncJournalPage *self);

/* ---- Going back ---------------------------------------------------------------------------- */

static void
tell (AncJournalPage *self,
      const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "case.notify", "s", sentence);
}

static void undo_next (AncJournalPage *self,
                       guint n_left);

static void
undone_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncJournalPage) self = ANC_JOURNAL_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  const guint n_left = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (self), "anc-undos-left"));

  if (!anc_office_undo_finish (ANC_OFFICE (source), result, &error))
    {
      g_autofree char *sentence = anc_error_words (error);

      if (sentence != NULL)
        tell (self, sentence);
      return;
    }

  undo_next (self, n_left - 1);
}

static void
undo_next (AncJournalPage *self,
           guint n_left)
{
  if (n_left == 0)
    {
      tell (self, _ ("The case is as it was before that change; redo brings it all back"));
      return;
    }

  g_object_set_data (G_OBJECT (self), "anc-undos-left", GUINT_TO_POINTER (n_left));
  anc_office_undo_async (self->office, anc_desk_get_case (self->desk), self->cancellable, undone_cb, g_object_ref (self));
}

static void
go_back_cb (GtkButton *button,
            AncJournalPage *self)
{
  const gint64 *id = g_object_get_qdata (G_OBJECT (button), id_quark);
  const guint n = anc_journal_count_undos (self->transactions, *id);

  if (n == 0)
    tell (self, _ ("That change does not stand any more: there is nothing to go back on"));
  else
    undo_next (self, n);
}

/* ---- Rows ---------------------------------------------------------------------------------- */

static char *
describe_changes (AncJournalPage *self,
                  const AncChangeSet *changes)
{
  const AncFactCatalogue *catalogue = anc_rules_get_fact_catalogue (anc_desk_get_rules (self->desk));
  const AncCountries *countries = anc_desk_get_countries (self->desk);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < anc_change_set_get_count (changes); i++)
    {
      g_autofree char *change = anc_journal_describe_change (anc_change_set_get (changes, i), anc_desk_get_case (self->desk), catalogue, countries);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, change);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_row_text (GtkWidget *row,
              const char *head,
              const char *changes)
{
  g_autofree char *title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  g_autofree char *all = g_strjoin (" ", title, head, changes, NULL);
  g_auto (GStrv) lines = g_strsplit (changes, "\n", SHOWN_LINES + 1);
  g_autofree char *shown = g_strjoin ("\n", head, lines[0], lines[0] != NULL ? lines[1] : NULL, NULL);
  g_autofree char *markup = g_markup_escape_text (shown, -1);

  g_object_set_qdata_full (G_OBJECT (row), text_quark, anc_fold (all, -1), g_free);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), markup);
}

static void
add_details (AncJournalPage *self,
             GtkWidget *row,
             const char *changes)
{
  GtkWidget *inner = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (changes);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, SPACING);
  gtk_widget_set_margin_end (label, SPACING);
  gtk_widget_set_margin_top (label, SPACING);
  gtk_widget_set_margin_bottom (label, SPACING);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (inner), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (inner), FALSE);
  anc_access_name (inner, changes);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inner);
}

static char *
describe_head (const AncTransaction *transaction)
{
  g_autofree char *time = anc_journal_time (transaction->time);

  return *transaction->author != '\0' ? g_strdup_printf ("%s · %s", time, transaction->author) : g_steal_pointer (&time);
}

/* What a row waits for: the changes of its transaction. */
typedef struct
{
  AncJournalPage *page;
  GtkWidget *row;
  char *head;
} Wanted;

static void
wanted_free (Wanted *self)
{
  g_object_unref (self->page);
  g_object_unref (self->row);
  g_free (self->head);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wanted, wanted_free)

/* Before that there was no case to go back to. */
static gboolean
creates_case (const AncChangeSet *changes)
{
  for (guint i = 0; i < anc_change_set_get_count (changes); i++)
    {
      const AncChange *change = anc_change_set_get (changes, i);

      if (change->before == NULL && change->after->table->id == ANC_TABLE_CASES)
        return TRUE;
    }

  return FALSE;
}

static void
changes_read_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (Wanted) wanted = user_data;
  g_autoptr (AncChangeSet) changes = anc_store_load_transaction_finish (ANC_STORE (source), result, NULL);
  g_autofree char *text = NULL;

  if (changes == NULL || wanted->page->desk == NULL)
    return;

  if (creates_case (changes))
    gtk_widget_set_visible (g_object_get_qdata (G_OBJECT (wanted->row), button_quark), FALSE);
  text = describe_changes (wanted->page, changes);
  set_row_text (wanted->row, wanted->head, text);
  add_details (wanted->page, wanted->row, text);
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (wanted->page->list));
}

static GtkWidget *
create_back_button (AncJournalPage *self,
                    const AncTransaction *transaction,
                    const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  /* Translators: the argument is what was done. */
  g_autofree char *name = g_strdup_printf (_ ("Go back to before: %s"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Go back to before this change"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_qdata_full (G_OBJECT (button), id_quark, g_memdup2 (&transaction->id, sizeof transaction->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (go_back_cb), self);

  return button;
}

static GtkWidget *
create_row (AncJournalPage *self,
            const AncTransaction *transaction)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = anc_journal_title (transaction);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  GtkWidget *button = create_back_button (self, transaction, title);
  Wanted *wanted = g_new0 (Wanted, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  anc_access_name (row, title);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
  g_object_set_qdata (G_OBJECT (row), button_quark, button);
  wanted->page = g_object_ref (self);
  wanted->row = g_object_ref_sink (row);
  wanted->head = describe_head (transaction);
  set_row_text (row, wanted->head, "");
  anc_store_load_transaction_async (anc_office_get_store (self->office),
                                    transaction->id,
                                    self->cancellable,
                                    changes_read_cb,
                                    wanted);

  return row;
}

/* ---- Reading ------------------------------------------------------------------------------- */

/* More happened than one page holds: what is between is not known, so the list begins again. */
static gboolean
leaves_gap (AncJournalPage *self,
            GPtrArray *newer)
{
  const AncTransaction *newest = self->transactions->len > 0 ? self->transactions->pdata[0] : NULL;
  const AncTransaction *oldest = newer->len > 0 ? newer->pdata[newer->len - 1] : NULL;

  return newest != NULL && newer->len == PAGE && oldest->id > newest->id;
}

static void
clear (AncJournalPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  g_ptr_array_set_size (self->transactions, 0);
}

static void
add_transactions (AncJournalPage *self,
                  GPtrArray *transactions,
                  gboolean at_start)
{
  const AncTransaction *newest;
  guint n = 0;

  if (at_start && leaves_gap (self, transactions))
    clear (self);
  newest = self->transactions->len > 0 ? self->transactions->pdata[0] : NULL;

  while (transactions->len > 0)
    {
      AncTransaction *transaction = transactions->pdata[0];

      if (at_start && newest != NULL && transaction->id <= newest->id)
        break;
      g_ptr_array_steal_index (transactions, 0);
      g_ptr_array_insert (self->transactions, at_start ? (int) n : -1, transaction);
      gtk_list_box_insert (GTK_LIST_BOX (self->list), create_row (self, transaction), at_start ? (int) n : -1);
      n++;
    }
}

static void
show_state (AncJournalPage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->transactions->len > 0 ? "list" : "empty");
}

static GPtrArray *
finish_reading (AncJournalPage *self,
                GObject *source,
                GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *transactions = anc_store_list_transactions_finish (ANC_STORE (source), result, &error);
  g_autofree char *sentence = error != NULL ? anc_error_words (error) : NULL;

  self->is_reading = FALSE;
  if (sentence != NULL && self->desk != NULL)
    tell (self, sentence);

  return transactions;
}

static void
newer_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (AncJournalPage) self = ANC_JOURNAL_PAGE (user_data);
  g_autoptr (GPtrArray) transactions = finish_reading (self, source, result);

  if (transactions == NULL || self->desk == NULL)
    return;

  if (self->transactions->len == 0 || leaves_gap (self, transactions))
    gtk_widget_set_visible (self->more, transactions->len == PAGE);
  add_transactions (self, transactions, TRUE);
  show_state (self);
  if (self->is_stale)
    reload (self);
}

static void
older_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (AncJournalPage) self = ANC_JOURNAL_PAGE (user_data);
  g_autoptr (GPtrArray) transactions = finish_reading (self, source, result);

  if (transactions == NULL || self->desk == NULL)
    return;

  gtk_widget_set_visible (self->more, transactions->len == PAGE);
  add_transactions (self, transactions, FALSE);
}

static void
read_more (AncJournalPage *self,
           gint64 before,
           GAsyncReadyCallback callback)
{
  self->is_reading = TRUE;
  anc_store_list_transactions_async (anc_office_get_store (self->office),
                                     anc_case_get_key (anc_desk_get_case (self->desk)),
                                     before,
                                     PAGE,
                                     self->cancellable,
                                     callback,
                                     g_object_ref (self));
}

/* Reads what is new; a page that nobody looks at waits until somebody does. */
static void
reload (AncJournalPage *self)
{
  if (self->is_reading || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->is_stale = TRUE;
      return;
    }

  self->is_stale = FALSE;
  read_more (self, 0, newer_read_cb);
}

static void
more_cb (AncJournalPage *self)
{
  const AncTransaction *oldest = self->transactions->pdata[self->transactions->len - 1];

  if (!self->is_reading)
    read_more (self, oldest->id, older_read_cb);
}

static void
case_changed_cb (AncOffice *office,
                 gint64 case_key,
                 AncJournalPage *self)
{
  if (case_key == anc_case_get_key (anc_desk_get_case (self->desk)))
    reload (self);
}

/* ---- Filter -------------------------------------------------------------------------------- */

static gboolean
matches (GtkListBoxRow *row,
         gpointer user_data)
{
  AncJournalPage *self = ANC_JOURNAL_PAGE (user_data);
  g_autofree char *wanted = anc_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  const char *text = g_object_get_qdata (G_OBJECT (row), text_quark);

  return text == NULL || strstr (text, wanted) != NULL;
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_journal_page_map (GtkWidget *widget)
{
  AncJournalPage *self = ANC_JOURNAL_PAGE (widget);

  GTK_WIDGET_CLASS (anc_journal_page_parent_class)->map (widget);
  if (self->is_stale)
    reload (self);
}

static void
anc_journal_page_dispose (GObject *object)
{
  AncJournalPage *self = ANC_JOURNAL_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->transactions, g_ptr_array_unref);
  g_clear_object (&self->desk);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (anc_journal_page_parent_class)->dispose (object);
}

static void
anc_journal_page_class_init (AncJournalPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_journal_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = anc_journal_page_map;

  text_quark = g_quark_from_static_string ("anc-journal-text");
  button_quark = g_quark_from_static_string ("anc-journal-button");
  id_quark = g_quark_from_static_string ("anc-journal-id");
}

static void
anc_journal_page_init (AncJournalPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->is_stale = TRUE;
}

static GtkWidget *
create_list (AncJournalPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter the changes"), -1);
  g_object_set (self->search, "placeholder-text", _ ("Filter the changes"), NULL);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), matches, self, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list),
                                g_object_new (GTK_TYPE_LABEL,
                                              "label",
                                              _ ("No change matches."),
                                              "margin-top",
                                              SPACING,
                                              "margin-bottom",
                                              SPACING,
                                              NULL));
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Changes"), -1);
  self->more = gtk_button_new_with_mnemonic (_ ("Show _older changes"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), self->list);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_widget_set_margin_start (box, SPACING);
  gtk_widget_set_margin_end (box, SPACING);
  gtk_widget_set_margin_top (box, SPACING);
  gtk_widget_set_margin_bottom (box, 2 * SPACING);

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                       "hscrollbar-policy",
                       GTK_POLICY_NEVER,
                       "child",
                       g_object_new (ADW_TYPE_CLAMP, "maximum-size", 800, "child", box, NULL),
                       NULL);
}

/**
 * anc_journal_page_new:
 * @office: where the journal is kept
 * @desk: the desk of the case
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
anc_journal_page_new (AncOffice *office,
                      AncDesk *desk)
{
  AncJournalPage *self;

  g_return_val_if_fail (ANC_IS_OFFICE (office), NULL);
  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);

  self = g_object_new (ANC_TYPE_JOURNAL_PAGE, NULL);
  self->office = g_object_ref (office);
  self->desk = g_object_ref (desk);
  self->transactions = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_transaction_free);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack),
                       g_object_new (ADW_TYPE_STATUS_PAGE,
                                     "icon-name",
                                     "document-open-recent-symbolic",
                                     "title",
                                     _ ("No Changes Yet"),
                                     "description",
                                     _ ("What is changed in this case is listed here, and can be taken back."),
                                     NULL),
                       "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), create_list (self), "list");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  g_signal_connect_object (office, "case-changed", G_CALLBACK (case_changed_cb), self, 0);

  return GTK_WIDGET (self);
}
