/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibit-actions.h"

#include "anc-case-viewer.h"
#include "anc-citation.h"
#include "anc-compat.h"
#include "anc-document-save.h"
#include "anc-error-words.h"
#include "anc-exhibit-words.h"
#include "anc-intake-words.h"
#include "anc-stored-document.h"

#include <glib/gi18n.h>
#include <unistd.h>

/* How many claims a question names before it only counts them. */
#define MAX_NAMED 8

struct _AncExhibitActions
{
  GObject parent_instance;

  AncOffice *office;
  AncDesk *desk;
  GtkWidget *page; /* not owned: it owns this */
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AncExhibitActions, anc_exhibit_actions, G_TYPE_OBJECT)

/* ---- Telling ------------------------------------------------------------------------------- */

static void
tell (AncExhibitActions *self,
      const char *sentence)
{
  if (self->page != NULL)
    gtk_widget_activate_action (self->page, "case.notify", "s", sentence);
}

static void
tell_failure (AncExhibitActions *self,
              const GError *error)
{
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  words = anc_error_words (error);
  tell (self, words);
}

static GtkWindow *
get_window (AncExhibitActions *self)
{
  GtkRoot *root = gtk_widget_get_root (self->page);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* ---- Coming in ----------------------------------------------------------------------------- */

static void
added_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (AncExhibitActions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = anc_intake_add_finish (ANC_INTAKE (source), result, &error);
  g_autofree char *sentence = NULL;

  if (items == NULL)
    {
      tell_failure (self, error);
      return;
    }

  sentence = anc_intake_words_outcome (items);
  if (sentence != NULL)
    tell (self, sentence);
}

static void
show_page (AncExhibitActions *self)
{
  gtk_widget_activate_action (self->page, "case.show-page", "s", "exhibits");
}

/**
 * anc_exhibit_actions_add_files:
 * @self: the actions
 * @files: (element-type GFile): files and folders to take into the case
 */
void
anc_exhibit_actions_add_files (AncExhibitActions *self,
                               GListModel *files)
{
  g_return_if_fail (ANC_IS_EXHIBIT_ACTIONS (self));

  show_page (self);
  anc_intake_add_files_async (anc_office_get_intake (self->office),
                              anc_desk_get_case (self->desk),
                              files,
                              self->cancellable,
                              added_cb,
                              g_object_ref (self));
}

static void
add_texture (AncExhibitActions *self,
             GdkTexture *texture)
{
  g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (texture);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: the name of a picture that was pasted; the argument is a time, as 2026-11-21 15.30.05. */
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  g_autofree char *name = g_strdup_printf (_ ("Picture of %s.png"), time);

  show_page (self);
  anc_intake_add_bytes_async (anc_office_get_intake (self->office),
                              anc_desk_get_case (self->desk),
                              name,
                              bytes,
                              self->cancellable,
                              added_cb,
                              g_object_ref (self));
}

static void
add_file_list (AncExhibitActions *self,
               GdkFileList *list)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (list);
  g_autoptr (GListStore) model = g_list_store_new (G_TYPE_FILE);

  for (GSList *file = files; file != NULL; file = file->next)
    g_list_store_append (model, file->data);
  anc_exhibit_actions_add_files (self, G_LIST_MODEL (model));
}

static gboolean
add_value (AncExhibitActions *self,
           const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    add_file_list (self, g_value_get_boxed (value));
  else if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    add_texture (self, g_value_get_object (value));
  else
    return FALSE;

  return TRUE;
}

static gboolean
drop_cb (AncExhibitActions *self,
         const GValue *value)
{
  return add_value (self, value);
}

static void
pasted_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncExhibitActions) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (self->page == NULL)
    return;
  if (value == NULL || !add_value (self, value))
    tell (self, _ ("What is on the clipboard could not be taken over."));
}

static void
paste_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  AncExhibitActions *self = user_data;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (self->page);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  const GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GdkContentFormats) readable = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));

      if (!gdk_content_formats_contain_gtype (readable, types[i]))
        continue;
      gdk_clipboard_read_value_async (clipboard, types[i], G_PRIORITY_DEFAULT, self->cancellable, pasted_cb, g_object_ref (self));
      return;
    }

  tell (self, _ ("There is neither a file nor a picture on the clipboard."));
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncExhibitActions) self = user_data;
  g_autoptr (GListModel) files = anc_compat_open_files_finish (result, NULL);

  if (files != NULL && self->page != NULL)
    anc_exhibit_actions_add_files (self, files);
}

static GListModel *
create_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) documents = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (documents, _ ("PDFs and pictures"));
  gtk_file_filter_add_mime_type (documents, "application/pdf");
  gtk_file_filter_add_mime_type (documents, "image/jpeg");
  gtk_file_filter_add_mime_type (documents, "image/png");
  gtk_file_filter_add_mime_type (documents, "image/tiff");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, documents);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
add_cb (GSimpleAction *action,
        GVariant *parameter,
        gpointer user_data)
{
  AncExhibitActions *self = user_data;
  g_autoptr (GListModel) filters = create_filters ();

  anc_compat_open_files_async (get_window (self), _ ("Add Documents"), filters, TRUE, self->cancellable, chosen_cb, g_object_ref (self));
}

/* ---- Going out ----------------------------------------------------------------------------- */

typedef struct
{
  AncExhibitActions *self;
  AncRecord *document;
  GFile *file;
} Errand;

static Errand *
errand_new (AncExhibitActions *self,
            AncRecord *document)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->self = g_object_ref (self);
  errand->document = g_object_ref (document);
  return errand;
}

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->self);
  g_object_unref (errand->document);
  g_clear_object (&errand->file);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static AncRecord *
find_document (AncExhibitActions *self,
               GVariant *parameter)
{
  AncRecord *document = anc_case_find (anc_desk_get_case (self->desk), g_variant_get_int64 (parameter));

  return document != NULL && anc_record_get_table (document)->id == ANC_TABLE_DOCUMENTS ? document : NULL;
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (AncExhibitActions) self = user_data;
  g_autoptr (GError) error = NULL;

  if (anc_document_save_finish (result, &error))
    tell (self, _ ("The copy is saved"));
  else
    tell_failure (self, error);
}

static void
got_document_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  const int fd = anc_stored_document_open_finish (result, &error);

  if (fd < 0)
    {
      tell_failure (errand->self, error);
      return;
    }

  anc_document_save_async (NULL, fd, NULL, errand->file, errand->self->cancellable, saved_cb, g_object_ref (errand->self));
  close (fd);
}

static void
place_chosen_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  const char *sha256 = anc_record_get_text (errand->document, "sha256");
  AncStore *store = anc_office_get_store (errand->self->office);
  GCancellable *cancellable = errand->self->cancellable;

  errand->file = anc_compat_save_file_finish (result, NULL);
  if (errand->file == NULL || sha256 == NULL)
    return;

  anc_stored_document_open_async (store, sha256, cancellable, got_document_cb, g_steal_pointer (&errand));
}

static void
extract_cb (GSimpleAction *action,
            GVariant *parameter,
            gpointer user_data)
{
  AncExhibitActions *self = user_data;
  AncRecord *document = find_document (self, parameter);
  g_autofree char *name = document != NULL ? anc_case_viewer_dup_file_name (document) : NULL;

  if (document == NULL)
    return;
  if (anc_record_get_text (document, "sha256") == NULL)
    {
      tell (self, _ ("The office holds only what is said of this document, not the document itself."));
      return;
    }

  anc_compat_save_file_async (get_window (self), _ ("Save a Copy"), name, self->cancellable, place_chosen_cb, errand_new (self, document));
}

/* ---- Withdrawing --------------------------------------------------------------------------- */

static void
withdraw (AncExhibitActions *self,
          AncRecord *document)
{
  const char *title = anc_record_get_text (document, "title");
  g_autofree char *sentence = g_strdup_printf (_ ("Withdrawn: %s"), title != NULL ? title : _ ("Document without a title"));

  anc_citation_withdraw_document (anc_desk_get_case (self->desk), document);
  gtk_widget_activate_action (self->page, "case.tell-undoable", "s", sentence);
}

static void
confirmed_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  AncCase *a_case = anc_desk_get_case (errand->self->desk);

  if (anc_compat_confirm_finish (result, NULL) && errand->self->page != NULL
      && anc_case_find (a_case, anc_record_get_key (errand->document)) == errand->document)
    withdraw (errand->self, errand->document);
}

static char *
dup_question (AncExhibitActions *self,
              GArray *lost)
{
  AncCase *a_case = anc_desk_get_case (self->desk);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_named = 0;

  g_string_append_printf (text, ngettext ("%u value would be left without proof:", "%u values would be left without proof:", lost->len), lost->len);
  for (guint i = 0; i < lost->len && n_named < MAX_NAMED; i++)
    {
      const AncClaim *claim = &g_array_index (lost, AncClaim, i);
      AncRecord *record = anc_case_find (a_case, claim->row->key);
      g_autofree char *words = record != NULL ? anc_exhibit_words_claim (a_case, record, claim->column) : NULL;

      if (words == NULL)
        continue;
      g_string_append_printf (text, "\n• %s", words);
      n_named++;
    }
  if (lost->len > n_named)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", lost->len - n_named), lost->len - n_named);
    }
  g_string_append_printf (text, "\n\n%s", _ ("They stay recorded. The document goes to the trash, and can be brought back."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
withdraw_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  AncExhibitActions *self = user_data;
  AncRecord *document = find_document (self, parameter);
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (anc_desk_get_case (self->desk));
  g_autoptr (GArray) lost = NULL;
  g_autofree char *question = NULL;

  if (document == NULL)
    return;

  lost = anc_citation_list_lost (rows, anc_record_get_text (document, "id"));
  if (lost->len == 0)
    {
      withdraw (self, document);
      return;
    }

  question = dup_question (self, lost);
  anc_compat_confirm_async (get_window (self), _ ("Withdraw the document?"), question, _ ("Withdraw"), TRUE, self->cancellable, confirmed_cb, errand_new (self, document));
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
page_gone_cb (gpointer user_data,
              GObject *gone)
{
  AncExhibitActions *self = user_data;

  self->page = NULL;
  g_cancellable_cancel (self->cancellable);
}

static void
anc_exhibit_actions_dispose (GObject *object)
{
  AncExhibitActions *self = ANC_EXHIBIT_ACTIONS (object);

  if (self->page != NULL)
    g_object_weak_unref (G_OBJECT (self->page), page_gone_cb, self);
  self->page = NULL;
  g_clear_object (&self->cancellable);
  g_clear_object (&self->actions);
  g_clear_object (&self->desk);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (anc_exhibit_actions_parent_class)->dispose (object);
}

static void
anc_exhibit_actions_class_init (AncExhibitActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_exhibit_actions_dispose;
}

static void
anc_exhibit_actions_init (AncExhibitActions *self)
{
  static const GActionEntry entries[] = {
    { "add", add_cb, NULL, NULL, NULL, { 0 } },
    { "paste", paste_cb, NULL, NULL, NULL, { 0 } },
    { "extract", extract_cb, "x", NULL, NULL, { 0 } },
    { "withdraw", withdraw_cb, "x", NULL, NULL, { 0 } },
  };

  self->cancellable = g_cancellable_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

/**
 * anc_exhibit_actions_new:
 * @office: the office of the case
 * @desk: the desk of the case
 * @page: the page of the case, which gets the actions
 *
 * Returns: (transfer full): the actions, which @page has to keep
 */
AncExhibitActions *
anc_exhibit_actions_new (AncOffice *office,
                         AncDesk *desk,
                         GtkWidget *page)
{
  AncExhibitActions *self = g_object_new (ANC_TYPE_EXHIBIT_ACTIONS, NULL);
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  self->office = g_object_ref (office);
  self->desk = g_object_ref (desk);
  self->page = page;
  g_object_weak_ref (G_OBJECT (page), page_gone_cb, self);
  gtk_widget_insert_action_group (page, "documents", G_ACTION_GROUP (self->actions));

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (page, GTK_EVENT_CONTROLLER (target));

  return self;
}
