/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-viewer.h"

#include "anc-application.h"
#include "anc-document-pane.h"
#include "anc-document-save.h"
#include "anc-document-window.h"
#include "anc-error-words.h"
#include "anc-stored-document.h"

#include <glib/gi18n.h>
#include <unistd.h>

/* Of what is known of the document, where it stands beside the pages: of the room it has. */
#define BESIDE_SHARE 0.46
#define BESIDE_WIDTH 280
#define MAX_BESIDE_WIDTH 380

/* Where it stands under them, it scrolls beyond this. */
#define BELOW_HEIGHT 300

struct _AncCaseViewer
{
  AdwBin parent_instance;

  AncOffice *office;
  AncDesk *desk;
  AncRecord *document; /* (nullable): the one that is shown */
  AncDocumentPane *pane;
  GCancellable *loading;
  int room;             /* see anc_case_viewer_set_covering() */
  GtkWidget *return_to; /* (nullable) (weak): what had the focus before */

  GtkLabel *title;
  GtkBox *body;
  AdwBin *place;
  GtkWidget *details;
  GtkScrolledWindow *scrolled;
  AdwBin *footer;
};

enum
{
  SIGNAL_CLOSED,
  SIGNAL_UNLOCKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncCaseViewer, anc_case_viewer, ADW_TYPE_BIN)

/* ---- Loading ------------------------------------------------------------------------------- */

static const char *
get_title (AncRecord *document)
{
  const char *title = anc_record_get_text (document, "title");

  return title != NULL && *title != '\0' ? title : _ ("Document without a title");
}

/* What it is called as a file: its title says more to people than the name it came with. */
static char *
dup_file_name (AncRecord *document)
{
  const char *file = anc_record_get_text (document, "file");
  g_autofree char *name = g_strdup (file != NULL && *file != '\0' ? file : get_title (document));
  g_autofree char *base = g_path_get_basename (name);

  return g_strdelimit (g_steal_pointer (&base), "/\\\n\r\t", '_');
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncCaseViewer) self = user_data;
  g_autoptr (GError) error = NULL;
  const int fd = anc_stored_document_open_finish (result, &error);

  if (self->document == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (fd >= 0)
        close (fd);
      return;
    }
  if (fd < 0)
    {
      anc_document_pane_fail (self->pane, error);
      return;
    }

  anc_document_pane_open (self->pane, fd, get_title (self->document));
}

static void
load (AncCaseViewer *self)
{
  const char *sha256 = anc_record_get_text (self->document, "sha256");

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  anc_document_pane_close (self->pane);
  if (sha256 == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no file");

      anc_document_pane_fail (self->pane, error);
      return;
    }

  self->loading = g_cancellable_new ();
  anc_stored_document_open_async (anc_office_get_store (self->office), sha256, self->loading, loaded_cb, g_object_ref (self));
}

static void
show_title (AncCaseViewer *self)
{
  gtk_label_set_label (self->title, self->document != NULL ? get_title (self->document) : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), self->document != NULL ? get_title (self->document) : NULL);
}

/* A new name, or a document withdrawn. */
static void
case_changed_cb (AncCaseViewer *self)
{
  if (self->document == NULL)
    return;

  if (anc_case_find (anc_desk_get_case (self->desk), anc_record_get_key (self->document)) != self->document)
    anc_case_viewer_close (self);
  else
    show_title (self);
}

static void
pages_shown_cb (AncCaseViewer *self)
{
  const char *password = anc_document_pane_get_password (self->pane);
  gboolean is_shown;

  g_object_get (self->pane, "is-shown", &is_shown, NULL);
  if (is_shown && password != NULL && self->document != NULL)
    g_signal_emit (self, signals[SIGNAL_UNLOCKED], 0, password);
}

/* ---- Arranging ----------------------------------------------------------------------------- */

/* Puts what is known beside the pages, so wide, or under them where that is nothing. */
static void
set_beside (AncCaseViewer *self,
            int width)
{
  const gboolean beside = width > 0;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->body), beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_scrolled_window_set_max_content_height (self->scrolled, beside ? -1 : BELOW_HEIGHT);
  gtk_widget_set_vexpand (GTK_WIDGET (self->scrolled), beside);
  gtk_widget_set_size_request (self->details, beside ? width : -1, -1);
}

static void
arrange (AncCaseViewer *self)
{
  const int wanted = CLAMP ((int) (self->room * BESIDE_SHARE), BESIDE_WIDTH, MAX_BESIDE_WIDTH);
  int least;

  set_beside (self, self->room > 0 ? BESIDE_WIDTH : 0);
  if (self->room == 0)
    return;

  gtk_widget_measure (GTK_WIDGET (self->body), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  set_beside (self, least <= self->room ? MIN (wanted, BESIDE_WIDTH + self->room - least) : 0);
}

/* ---- Actions ------------------------------------------------------------------------------- */

static void
close_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  anc_case_viewer_close (ANC_CASE_VIEWER (widget));
}

static void
tell_failure (AncCaseViewer *self,
              const GError *error)
{
  g_autofree char *words = anc_error_words (error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "case.notify", "s", words);
}

static void
got_for_window_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (AncCaseViewer) self = user_data;
  g_autoptr (GError) error = NULL;
  const int fd = anc_stored_document_open_finish (result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
  AncDocumentWindow *window;

  if (fd < 0)
    {
      tell_failure (self, error);
      return;
    }
  if (!ANC_IS_APPLICATION (application)) /* the page has gone meanwhile */
    {
      close (fd);
      return;
    }

  window = anc_document_window_new (application,
                                    anc_office_get_reader (self->office),
                                    anc_application_get_settings (ANC_APPLICATION (application)));
  anc_document_window_open (window, fd, self->document != NULL ? get_title (self->document) : "");
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_window_action (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  AncCaseViewer *self = ANC_CASE_VIEWER (widget);
  const char *sha256 = anc_record_get_text (self->document, "sha256");

  if (sha256 != NULL)
    anc_stored_document_open_async (anc_office_get_store (self->office), sha256, NULL, got_for_window_cb, g_object_ref (self));
}

static void
save_copy_action (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  AncCaseViewer *self = ANC_CASE_VIEWER (widget);

  gtk_widget_activate_action (widget, "documents.extract", "x", anc_record_get_key (self->document));
}

static void
update_actions (AncCaseViewer *self)
{
  const gboolean has_file = self->document != NULL && anc_record_get_text (self->document, "sha256") != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exhibit.open-window", has_file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exhibit.save-copy", has_file);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_case_viewer_dispose (GObject *object)
{
  AncCaseViewer *self = ANC_CASE_VIEWER (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->document);
  g_clear_weak_pointer (&self->return_to);
  g_clear_object (&self->desk);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (anc_case_viewer_parent_class)->dispose (object);
}

static void
anc_case_viewer_class_init (AncCaseViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_case_viewer_dispose;

  /**
   * AncCaseViewer::closed:
   *
   * The pane has just become invisible.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AncCaseViewer::unlocked:
   * @self: the pane
   * @password: what opened the document that is shown
   *
   * Someone gave the password of the document.
   */
  signals[SIGNAL_UNLOCKED] = g_signal_new ("unlocked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-case-viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, AncCaseViewer, title);
  gtk_widget_class_bind_template_child (widget_class, AncCaseViewer, body);
  gtk_widget_class_bind_template_child (widget_class, AncCaseViewer, place);
  gtk_widget_class_bind_template_child (widget_class, AncCaseViewer, details);
  gtk_widget_class_bind_template_child (widget_class, AncCaseViewer, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AncCaseViewer, footer);
  gtk_widget_class_install_action (widget_class, "exhibit.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "exhibit.open-window", NULL, open_window_action);
  gtk_widget_class_install_action (widget_class, "exhibit.save-copy", NULL, save_copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "exhibit.close", NULL);
}

static void
anc_case_viewer_init (AncCaseViewer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Public -------------------------------------------------------------------------------- */

/**
 * anc_case_viewer_new:
 * @office: the office whose store holds the documents
 * @desk: the desk of the case
 *
 * Returns: (transfer floating): the pane, without a document
 */
AncCaseViewer *
anc_case_viewer_new (AncOffice *office,
                     AncDesk *desk)
{
  AncCaseViewer *self;

  g_return_val_if_fail (ANC_IS_OFFICE (office), NULL);
  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);

  self = g_object_new (ANC_TYPE_CASE_VIEWER, NULL);
  self->office = g_object_ref (office);
  self->desk = g_object_ref (desk);
  self->pane = anc_document_pane_new (anc_office_get_reader (office));
  anc_document_pane_set_takes_focus (self->pane, FALSE);
  adw_bin_set_child (self->place, GTK_WIDGET (self->pane));
  g_signal_connect_object (self->pane, "notify::is-shown", G_CALLBACK (pages_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (anc_desk_get_case (desk), "changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);

  return self;
}

/**
 * anc_case_viewer_show_document:
 * @self: the pane
 * @document: a document of the case
 * @place: (nullable): a place to mark and scroll to
 */
void
anc_case_viewer_show_document (AncCaseViewer *self,
                               AncRecord *document,
                               const AncPagePlace *place)
{
  GtkRoot *root;

  g_return_if_fail (ANC_IS_CASE_VIEWER (self));
  g_return_if_fail (ANC_IS_RECORD (document));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (root != NULL && !gtk_widget_get_visible (GTK_WIDGET (self)))
    g_set_weak_pointer (&self->return_to, gtk_root_get_focus (root));
  if (g_set_object (&self->document, document))
    {
      show_title (self);
      load (self);
      update_actions (self);
    }
  anc_document_pane_show_place (self->pane, place);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * anc_case_viewer_mark:
 * @self: the pane
 * @marks: (array length=n_marks) (nullable): places to frame beside the one that is shown
 * @n_marks: how many
 */
void
anc_case_viewer_mark (AncCaseViewer *self,
                      const AncPagePlace *marks,
                      guint n_marks)
{
  g_return_if_fail (ANC_IS_CASE_VIEWER (self));

  anc_document_pane_mark_places (self->pane, marks, n_marks);
}

/**
 * anc_case_viewer_close:
 * @self: the pane
 *
 * Lets go of the document and gives the focus back to what had it before.
 */
void
anc_case_viewer_close (AncCaseViewer *self)
{
  GtkWidget *return_to;

  g_return_if_fail (ANC_IS_CASE_VIEWER (self));

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->document);
  anc_document_pane_close (self->pane);
  anc_case_viewer_set_details (self, NULL, NULL);
  return_to = self->return_to;
  g_clear_weak_pointer (&self->return_to);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (return_to != NULL && gtk_widget_get_mapped (return_to))
    gtk_widget_grab_focus (return_to);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/**
 * anc_case_viewer_get_document:
 *
 * Returns: (transfer none) (nullable): the document that is shown
 */
AncRecord *
anc_case_viewer_get_document (AncCaseViewer *self)
{
  g_return_val_if_fail (ANC_IS_CASE_VIEWER (self), NULL);

  return self->document;
}

/**
 * anc_case_viewer_dup_file_name:
 * @document: a document
 *
 * Returns: (transfer full): what to call a copy of it
 */
char *
anc_case_viewer_dup_file_name (AncRecord *document)
{
  g_return_val_if_fail (ANC_IS_RECORD (document), NULL);

  return dup_file_name (document);
}

/**
 * anc_case_viewer_set_details:
 * @self: the pane
 * @details: (nullable): what is known of the document
 * @footer: (nullable): what can be done with it, which always stays in sight
 */
void
anc_case_viewer_set_details (AncCaseViewer *self,
                             GtkWidget *details,
                             GtkWidget *footer)
{
  g_return_if_fail (ANC_IS_CASE_VIEWER (self));

  gtk_scrolled_window_set_child (self->scrolled, details);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  adw_bin_set_child (self->footer, footer);
  gtk_widget_set_visible (self->details, details != NULL);
  arrange (self);
}

/* Goes to what is known of the document, else to its pages. */
void
anc_case_viewer_focus (AncCaseViewer *self)
{
  GtkWidget *details;

  g_return_if_fail (ANC_IS_CASE_VIEWER (self));

  details = gtk_widget_get_visible (self->details) ? gtk_scrolled_window_get_child (self->scrolled) : NULL;
  if (GTK_IS_VIEWPORT (details))
    details = gtk_viewport_get_child (GTK_VIEWPORT (details));
  if (details == NULL || !gtk_widget_grab_focus (details))
    gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

/**
 * anc_case_viewer_set_covering:
 * @self: the pane
 * @room: how wide it is where it covers what is under it, in pixels; 0 where it does not
 *
 * Being low then, it has what is known beside the pages, where the room is wide enough for that: were it to
 * ask for more, the window would make some, and it would cover nothing any more.
 */
void
anc_case_viewer_set_covering (AncCaseViewer *self,
                              int room)
{
  g_return_if_fail (ANC_IS_CASE_VIEWER (self));

  self->room = room;
  arrange (self);
}

gboolean
anc_case_viewer_is_covering (AncCaseViewer *self)
{
  g_return_val_if_fail (ANC_IS_CASE_VIEWER (self), FALSE);

  return self->room > 0;
}
