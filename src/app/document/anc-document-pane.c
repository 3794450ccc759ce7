/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-document-pane.h"

#include "anc-access.h"
#include "anc-compat.h"
#include "anc-document-print.h"
#include "anc-document-save.h"
#include "anc-error-words.h"
#include "anc-filled-pages.h"
#include "anc-opened-pages.h"
#include "anc-viewer.h"

#include <glib/gi18n.h>
#include <unistd.h>

struct _AncDocumentPane
{
  AdwBin parent_instance;

  AncReader *reader;
  GCancellable *cancellable;
  int fd; /* -1 without a document */
  char *title;
  char *tried_password; /* (nullable) */
  AncReaderPages *pages;
  gboolean takes_focus; /* when its pages are there */
  gboolean has_place;   /* to be shown once the pages are there */
  AncPagePlace place;
  GArray *marks;         /* of AncPagePlace: the same */
  GCancellable *filling; /* of the copy with what was filled in last */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AncViewer *viewer;
  AdwStatusPage *failure;
  AdwStatusPage *locked;
  AdwPasswordEntryRow *password;
  GtkWidget *wrong_password;
};

enum
{
  PROP_0,
  PROP_IS_SHOWN,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (AncDocumentPane, anc_document_pane, ADW_TYPE_BIN)

/* ---- Opening ------------------------------------------------------------------------------- */

static void
update_actions (AncDocumentPane *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.print", self->pages != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.save-copy", self->pages != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_SHOWN]);
}

/**
 * anc_document_pane_fail:
 * @self: a pane
 * @error: why there is no document to show
 */
void
anc_document_pane_fail (AncDocumentPane *self,
                        const GError *error)
{
  g_autofree char *words = NULL;

  g_return_if_fail (ANC_IS_DOCUMENT_PANE (self));

  words = anc_error_words (error);
  adw_status_page_set_description (self->failure, words);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
show_places (AncDocumentPane *self)
{
  AncPageView *view = anc_viewer_get_view (self->viewer);

  anc_page_view_mark_places (view, (const AncPagePlace *) self->marks->data, self->marks->len);
  anc_page_view_show_place (view, self->has_place ? &self->place : NULL);
}

static void
ask_for_password (AncDocumentPane *self,
                  gboolean was_wrong)
{
  gtk_widget_set_visible (self->wrong_password, was_wrong);
  gtk_stack_set_visible_child_name (self->stack, "locked");
  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  if (self->takes_focus || was_wrong)
    gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

static void
show_pages (AncDocumentPane *self,
            AncReaderPages *pages)
{
  g_set_object (&self->pages, pages);
  anc_viewer_set_source (self->viewer, ANC_PAGE_SOURCE (pages));
  gtk_stack_set_visible_child_name (self->stack, "viewer");
  if (self->takes_focus)
    gtk_widget_grab_focus (GTK_WIDGET (anc_viewer_get_view (self->viewer)));
  update_actions (self);
  show_places (self);
  if (anc_reader_pages_get_info (pages)->is_repaired)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("This document is damaged. It is shown as far as it could be pieced together.")));
}

static void
opened_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncDocumentPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderPages) pages = anc_opened_pages_new_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, ANC_READER_ERROR, ANC_READER_ERROR_PASSWORD))
    ask_for_password (self, g_str_equal (gtk_stack_get_visible_child_name (self->stack), "locked"));
  else if (pages == NULL)
    anc_document_pane_fail (self, error);
  else if (anc_reader_pages_get_info (pages)->form == ANC_READER_FORM_XFA_ONLY)
    {
      adw_status_page_set_description (self->failure,
                                       _ ("This form is of a kind (XFA) that only Adobe’s own programs show. Print it there to a PDF, then open that."));
      gtk_stack_set_visible_child_name (self->stack, "failure");
    }
  else
    show_pages (self, pages);
}

static void
try_to_open (AncDocumentPane *self,
             const char *password)
{
  g_autofree char *copy = g_strdup (password);

  g_free (self->tried_password);
  self->tried_password = g_steal_pointer (&copy);
  anc_opened_pages_new_async (self->reader, self->fd, password, self->cancellable, opened_cb, g_object_ref (self));
}

static void
password_entered_cb (AncDocumentPane *self)
{
  try_to_open (self, gtk_editable_get_text (GTK_EDITABLE (self->password)));
}

static void
close_document (AncDocumentPane *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->filling != NULL)
    g_cancellable_cancel (self->filling);
  g_clear_object (&self->filling);
  anc_viewer_set_source (self->viewer, NULL);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->tried_password, g_free);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

/**
 * anc_document_pane_close:
 * @self: a pane
 *
 * Lets go of the document and its places; until the next is opened, one is shown to be on its way.
 */
void
anc_document_pane_close (AncDocumentPane *self)
{
  g_return_if_fail (ANC_IS_DOCUMENT_PANE (self));

  close_document (self);
  self->has_place = FALSE;
  g_array_set_size (self->marks, 0);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  update_actions (self);
}

/**
 * anc_document_pane_open:
 * @self: a pane
 * @fd: (transfer full): the document, to be read from its start
 * @title: what it is called
 */
void
anc_document_pane_open (AncDocumentPane *self,
                        int fd,
                        const char *title)
{
  g_return_if_fail (ANC_IS_DOCUMENT_PANE (self));

  close_document (self);
  self->fd = fd;
  self->title = g_strdup (title);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "loading");
  update_actions (self);
  try_to_open (self, NULL);
}

/**
 * anc_document_pane_show_place:
 * @self: a pane
 * @place: (nullable): a place to mark and scroll to, now or once the document is there
 */
void
anc_document_pane_show_place (AncDocumentPane *self,
                              const AncPagePlace *place)
{
  g_return_if_fail (ANC_IS_DOCUMENT_PANE (self));

  self->has_place = place != NULL;
  if (place != NULL)
    self->place = *place;
  if (self->pages != NULL)
    show_places (self);
}

/**
 * anc_document_pane_mark_places:
 * @self: a pane
 * @marks: (array length=n_marks) (nullable): places to frame, now or once the document is there
 * @n_marks: how many
 */
void
anc_document_pane_mark_places (AncDocumentPane *self,
                               const AncPagePlace *marks,
                               guint n_marks)
{
  g_return_if_fail (ANC_IS_DOCUMENT_PANE (self));

  g_array_set_size (self->marks, 0);
  if (n_marks > 0)
    g_array_append_vals (self->marks, marks, n_marks);
  if (self->pages != NULL)
    show_places (self);
}

/**
 * anc_document_pane_set_takes_focus:
 * @self: a pane
 * @takes_focus: whether the pages take the focus when they are there
 */
void
anc_document_pane_set_takes_focus (AncDocumentPane *self,
                                   gboolean takes_focus)
{
  g_return_if_fail (ANC_IS_DOCUMENT_PANE (self));

  self->takes_focus = takes_focus;
}

/* The document's bytes, or -1; they stay the pane's. */
int
anc_document_pane_get_fd (AncDocumentPane *self)
{
  g_return_val_if_fail (ANC_IS_DOCUMENT_PANE (self), -1);

  return self->fd;
}

/* (nullable): what opened the document. */
const char *
anc_document_pane_get_password (AncDocumentPane *self)
{
  g_return_val_if_fail (ANC_IS_DOCUMENT_PANE (self), NULL);

  return self->tried_password;
}

/**
 * anc_document_pane_add_toast:
 * @self: a pane
 * @toast: (transfer full): something to say over the document
 */
void
anc_document_pane_add_toast (AncDocumentPane *self,
                             AdwToast *toast)
{
  g_return_if_fail (ANC_IS_DOCUMENT_PANE (self));

  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Whether something was filled in that no copy holds yet. */
gboolean
anc_document_pane_has_changes (AncDocumentPane *self)
{
  AncPageForm *form;

  g_return_val_if_fail (ANC_IS_DOCUMENT_PANE (self), FALSE);

  form = anc_page_view_get_form (anc_viewer_get_view (self->viewer));

  return form != NULL && anc_page_form_has_changes (form);
}

/* ---- Actions ------------------------------------------------------------------------------- */

static void
show_failure (AncDocumentPane *self,
              const GError *error)
{
  g_autofree char *words = NULL;
  AdwToast *toast;

  if (self->viewer == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  words = anc_error_words (error);
  toast = adw_toast_new (words);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Ancrage goes nowhere by itself: the address is shown, to be copied by whoever trusts it. */
static void
link_cb (AncDocumentPane *self,
         const char *address)
{
  g_autofree char *escaped = g_markup_escape_text (address, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Copy Address"));
  adw_toast_set_action_name (toast, "document.copy-address");
  adw_toast_set_action_target_value (toast, g_variant_new_string (address));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
copy_address_action (GtkWidget *widget,
                     const char *action_name,
                     GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
}

static void
printed_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (AncDocumentPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!anc_document_print_finish (result, &error))
    show_failure (self, error);
}

static void
print (AncDocumentPane *self,
       AncReaderPages *pages)
{
  anc_document_print_async (ANC_PAGE_SOURCE (pages), self->title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable, printed_cb, g_object_ref (self));
}

/* What was filled in: none, or an empty table, where there is nothing. */
static GHashTable *
dup_values (AncDocumentPane *self)
{
  AncPageForm *form = anc_page_view_get_form (anc_viewer_get_view (self->viewer));

  return form != NULL ? anc_page_form_dup_values (form) : NULL;
}

/* FALSE where nothing was. */
static gboolean
fill (AncDocumentPane *self,
      GCancellable *cancellable,
      GAsyncReadyCallback callback)
{
  g_autoptr (GHashTable) values = dup_values (self);

  if (values == NULL || g_hash_table_size (values) == 0)
    return FALSE;

  anc_filled_pages_new_async (self->reader, anc_reader_pages_get_document (self->pages), self->tried_password, values, cancellable, callback, g_object_ref (self));
  return TRUE;
}

static void
filled_to_print_cb (GObject *object,
                    GAsyncResult *result,
                    gpointer user_data)
{
  g_autoptr (AncDocumentPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncReaderPages) pages = anc_filled_pages_new_finish (result, &error);

  if (pages == NULL)
    show_failure (self, error);
  else if (self->viewer != NULL)
    print (self, pages);
}

static void
print_action (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  AncDocumentPane *self = ANC_DOCUMENT_PANE (widget);

  if (!fill (self, self->cancellable, filled_to_print_cb))
    print (self, self->pages);
}

static void
filled_to_show_cb (GObject *object,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (AncDocumentPane) self = user_data;
  g_autoptr (AncReaderPages) pages = anc_filled_pages_new_finish (result, NULL);

  /* A document that cannot be filled in says so when a copy is saved or printed. */
  if (pages != NULL && self->pages != NULL)
    anc_viewer_set_filled (self->viewer, ANC_PAGE_SOURCE (pages));
}

static void
wants_filled_cb (AncDocumentPane *self)
{
  if (self->filling != NULL)
    g_cancellable_cancel (self->filling);
  g_clear_object (&self->filling);
  self->filling = g_cancellable_new ();
  fill (self, self->filling, filled_to_show_cb);
}

static void
saved_cb (GObject *object,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (AncDocumentPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!anc_document_save_finish (result, &error))
    show_failure (self, error);
  else if (self->viewer != NULL)
    {
      if (anc_document_pane_has_changes (self))
        anc_page_form_set_saved (anc_page_view_get_form (anc_viewer_get_view (self->viewer)));
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("The copy was saved.")));
    }
}

static void
chosen_cb (GObject *object,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncDocumentPane) self = user_data;
  g_autoptr (GFile) file = anc_compat_save_file_finish (result, NULL);
  g_autoptr (GHashTable) values = NULL;

  if (file == NULL || self->pages == NULL || self->viewer == NULL)
    return;

  values = dup_values (self);
  anc_document_save_async (anc_reader_pages_get_document (self->pages), self->fd, values, file, self->cancellable, saved_cb, g_object_ref (self));
}

static void
save_copy_action (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  AncDocumentPane *self = ANC_DOCUMENT_PANE (widget);

  anc_compat_save_file_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save a Copy"), self->title, self->cancellable, chosen_cb, g_object_ref (self));
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_document_pane_get_property (GObject *object,
                                guint property_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_IS_SHOWN:
      g_value_set_boolean (value, ANC_DOCUMENT_PANE (object)->pages != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
anc_document_pane_dispose (GObject *object)
{
  AncDocumentPane *self = ANC_DOCUMENT_PANE (object);

  if (self->viewer != NULL)
    close_document (self);
  self->viewer = NULL; /* goes with the children; answers that still come find it gone */
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (anc_document_pane_parent_class)->dispose (object);
}

static void
anc_document_pane_finalize (GObject *object)
{
  g_array_unref (ANC_DOCUMENT_PANE (object)->marks);

  G_OBJECT_CLASS (anc_document_pane_parent_class)->finalize (object);
}

static void
anc_document_pane_class_init (AncDocumentPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = anc_document_pane_get_property;
  object_class->dispose = anc_document_pane_dispose;
  object_class->finalize = anc_document_pane_finalize;

  props[PROP_IS_SHOWN] = g_param_spec_boolean ("is-shown", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (ANC_TYPE_VIEWER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-document-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, AncDocumentPane, toasts);
  gtk_widget_class_bind_template_child (widget_class, AncDocumentPane, stack);
  gtk_widget_class_bind_template_child (widget_class, AncDocumentPane, viewer);
  gtk_widget_class_bind_template_child (widget_class, AncDocumentPane, failure);
  gtk_widget_class_bind_template_child (widget_class, AncDocumentPane, locked);
  gtk_widget_class_bind_template_child (widget_class, AncDocumentPane, password);
  gtk_widget_class_bind_template_child (widget_class, AncDocumentPane, wrong_password);
  gtk_widget_class_bind_template_callback (widget_class, gtk_spinner_start);
  gtk_widget_class_bind_template_callback (widget_class, gtk_spinner_stop);
  gtk_widget_class_bind_template_callback (widget_class, password_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
  gtk_widget_class_bind_template_callback (widget_class, wants_filled_cb);

  gtk_widget_class_install_action (widget_class, "document.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "document.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "document.copy-address", "s", copy_address_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "document.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "document.save-copy", NULL);
}

static void
anc_document_pane_init (AncDocumentPane *self)
{
  self->fd = -1;
  self->takes_focus = TRUE;
  self->marks = g_array_new (FALSE, FALSE, sizeof (AncPagePlace));
  gtk_widget_init_template (GTK_WIDGET (self));
  anc_access_name_parts (GTK_WIDGET (self));
  update_actions (self);
}

/**
 * anc_document_pane_new:
 * @reader: what opens documents
 *
 * Returns: (transfer floating): a pane without a document
 */
AncDocumentPane *
anc_document_pane_new (AncReader *reader)
{
  AncDocumentPane *self = g_object_new (ANC_TYPE_DOCUMENT_PANE, NULL);

  self->reader = g_object_ref (reader);

  return self;
}
