/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-entries.h"

#include <glib/gi18n.h>

/* How far a line stands in for each level above it, in pixels; deeper ones stand no further. */
#define INDENT 14
#define MAX_INDENTS 6

struct _AncPageEntries
{
  AdwBin parent_instance;

  GtkListView *list;
  GtkSingleSelection *selection;
  GListStore *entries;
};

#define ANC_TYPE_PAGE_ENTRY (anc_page_entry_get_type ())
G_DECLARE_FINAL_TYPE (AncPageEntry, anc_page_entry, ANC, PAGE_ENTRY, GObject)

struct _AncPageEntry
{
  GObject parent_instance;

  char *title;
  guint depth;
  int page;
};

G_DEFINE_FINAL_TYPE (AncPageEntry, anc_page_entry, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (AncPageEntries, anc_page_entries, ADW_TYPE_BIN)

enum
{
  SIGNAL_ENTRY_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- Entries ------------------------------------------------------------------------------- */

static void
anc_page_entry_finalize (GObject *object)
{
  g_free (ANC_PAGE_ENTRY (object)->title);

  G_OBJECT_CLASS (anc_page_entry_parent_class)->finalize (object);
}

static void
anc_page_entry_class_init (AncPageEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_page_entry_finalize;
}

static void
anc_page_entry_init (AncPageEntry *self)
{
}

/* ---- Rows ---------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *page = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (title, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (page, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (page, "dim-label");
  gtk_widget_add_css_class (page, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), page);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         gpointer user_data)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  GtkWidget *page = gtk_widget_get_last_child (box);
  AncPageEntry *entry = gtk_list_item_get_item (item);
  g_autofree char *number = entry->page >= 0 ? g_strdup_printf ("%d", entry->page + 1) : NULL;
  g_autofree char *spoken = NULL;

  gtk_label_set_text (GTK_LABEL (title), entry->title);
  gtk_widget_set_margin_start (title, (int) MIN (entry->depth, MAX_INDENTS) * INDENT);
  gtk_label_set_text (GTK_LABEL (page), number != NULL ? number : "");
  /* Translators: a line of an outline or of search results, and the page it leads to. */
  spoken = number != NULL ? g_strdup_printf (_ ("%s, page %d"), entry->title, entry->page + 1) : g_strdup (entry->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1); /* the row, which takes the focus */
}

static void
activate_cb (GtkListView *list,
             guint position,
             AncPageEntries *self)
{
  g_signal_emit (self, signals[SIGNAL_ENTRY_ACTIVATED], 0, position);
}

/* ---- The list ------------------------------------------------------------------------------ */

static void
anc_page_entries_finalize (GObject *object)
{
  g_object_unref (ANC_PAGE_ENTRIES (object)->entries);

  G_OBJECT_CLASS (anc_page_entries_parent_class)->finalize (object);
}

static void
anc_page_entries_class_init (AncPageEntriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_page_entries_finalize;

  /**
   * AncPageEntries::entry-activated:
   * @self: the lines
   * @entry: the one that was chosen, from 0
   */
  signals[SIGNAL_ENTRY_ACTIVATED] = g_signal_new ("entry-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
anc_page_entries_init (AncPageEntries *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->entries = g_list_store_new (ANC_TYPE_PAGE_ENTRY);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->entries)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, 0);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * anc_page_entries_set_name:
 * @self: the lines
 * @name: what a screen reader calls the list
 */
void
anc_page_entries_set_name (AncPageEntries *self,
                           const char *name)
{
  g_return_if_fail (ANC_IS_PAGE_ENTRIES (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
anc_page_entries_clear (AncPageEntries *self)
{
  g_return_if_fail (ANC_IS_PAGE_ENTRIES (self));

  g_list_store_remove_all (self->entries);
}

/**
 * anc_page_entries_add:
 * @self: the lines
 * @title: what the line says
 * @depth: how many levels stand above it
 * @page: where it leads, or -1
 */
void
anc_page_entries_add (AncPageEntries *self,
                      const char *title,
                      guint depth,
                      int page)
{
  g_autoptr (AncPageEntry) entry = g_object_new (ANC_TYPE_PAGE_ENTRY, NULL);

  g_return_if_fail (ANC_IS_PAGE_ENTRIES (self));

  entry->title = g_strdup (title);
  entry->depth = depth;
  entry->page = page;
  g_list_store_append (self->entries, entry);
}

guint
anc_page_entries_get_count (AncPageEntries *self)
{
  g_return_val_if_fail (ANC_IS_PAGE_ENTRIES (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->entries));
}

/**
 * anc_page_entries_get_page:
 * @self: the lines
 * @entry: one of them
 *
 * Returns: where it leads, or -1
 */
int
anc_page_entries_get_page (AncPageEntries *self,
                           guint entry)
{
  g_autoptr (AncPageEntry) item = NULL;

  g_return_val_if_fail (ANC_IS_PAGE_ENTRIES (self), -1);

  item = g_list_model_get_item (G_LIST_MODEL (self->entries), entry);

  return item != NULL ? item->page : -1;
}

/**
 * anc_page_entries_select:
 * @self: the lines
 * @entry: the one to mark and bring into view
 */
void
anc_page_entries_select (AncPageEntries *self,
                         guint entry)
{
  g_return_if_fail (ANC_IS_PAGE_ENTRIES (self));

  if (entry >= anc_page_entries_get_count (self))
    return;

  gtk_single_selection_set_selected (self->selection, entry);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", entry);
}
