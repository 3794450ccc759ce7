/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-add-to-case.h"

#include "anc-case-finder.h"
#include "anc-error-words.h"
#include "anc-intake-words.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

/* So many cases are shown; whoever looks for another one types more. */
#define MAX_ROWS 20

/* Cases that are made in a row are looked through once, in ms. */
#define PROPOSE_DELAY 150

struct _AncAddToCase
{
  AdwWindow parent_instance;

  AncOffice *office;
  int fd;
  char *title;
  char *password;      /* (nullable) */
  AncCaseClues *clues; /* (nullable): until the document is read */
  GCancellable *cancellable;
  GCancellable *searching;
  guint propose_id;
  GPtrArray *proposed; /* (nullable): of AncFoundCase, for the document */
  gint64 chosen_key;
  char *chosen_name;

  GtkSpinner *spinner;
  GtkLabel *status;
  GtkEditable *search_entry;
  GtkListBox *list;
  GtkLabel *empty;
  GtkLabel *problem;
};

enum
{
  SIGNAL_ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncAddToCase, anc_add_to_case, ADW_TYPE_WINDOW)

/* ---- The cases ----------------------------------------------------------------------------- */

static char *
dup_name (const AncFoundCase *found)
{
  g_autofree char *name = g_strjoin (" ", found->family_name != NULL ? found->family_name : "", found->given_names, NULL);

  g_strstrip (name);

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (found->reference);
}

static const char *
get_reason (const AncFoundCase *found)
{
  if (found->name == ANC_NAME_MATCH_WHOLE)
    return found->has_siret || found->has_employer ? _ ("The same person and employer") : _ ("The same person");
  if (found->has_siret || found->has_employer)
    return found->name == ANC_NAME_MATCH_PART ? _ ("The same employer, perhaps the same person") : _ ("The same employer");

  return found->name == ANC_NAME_MATCH_PART ? _ ("Perhaps the same person") : NULL;
}

static void
add_row (AncAddToCase *self,
         const AncFoundCase *found)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = dup_name (found);
  const char *reason = get_reason (found);
  GString *subtitle = g_string_new (found->reference);

  if (reason != NULL)
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", reason);
  g_object_set_data (G_OBJECT (row), "anc-found", (gpointer) found);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle->str, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
  g_string_free (subtitle, TRUE);
}

/* Takes the cases. */
static void
show_cases (AncAddToCase *self,
            GPtrArray *cases,
            const char *if_none)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_object_set_data_full (G_OBJECT (self->list), "anc-cases", cases, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < MIN (cases->len, MAX_ROWS); i++)
    add_row (self, g_ptr_array_index (cases, i));

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->list), cases->len > 0);
  gtk_label_set_label (self->empty, if_none);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), cases->len == 0);
}

static void
show_proposed (AncAddToCase *self)
{
  if (self->proposed != NULL)
    show_cases (self, g_ptr_array_ref (self->proposed), _ ("No case of this office has the person or the employer the document names. Type a name, a reference or an employer."));
}

static void
searched_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (AncAddToCase) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = anc_case_finder_finish (result, &error);

  if (found != NULL)
    show_cases (self, found, _ ("No case was found"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("%s", error->message);
}

static void
search_changed_cb (AncAddToCase *self)
{
  g_autofree char *words = NULL;

  if (self->office == NULL)
    return;

  words = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (*words == '\0')
    {
      show_proposed (self);
      return;
    }

  self->searching = g_cancellable_new ();
  anc_case_finder_search_async (anc_office_get_store (self->office), words, self->searching, searched_cb, g_object_ref (self));
}

/* ---- The document -------------------------------------------------------------------------- */

static void
say (AncAddToCase *self,
     const char *status)
{
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_label_set_label (self->status, status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL, status, -1);
}

static void
tell_clues (AncAddToCase *self,
            const AncCaseClues *clues)
{
  const char *person = clues->people->len > 0 ? g_ptr_array_index (clues->people, 0) : NULL;
  const char *employer = clues->employers->len > 0 ? g_ptr_array_index (clues->employers, 0) : NULL;
  g_autofree char *status = NULL;

  if (person != NULL && employer != NULL)
    /* Translators: the person and the employer that a document names */
    status = g_strdup_printf (_ ("The document names %s and %s."), person, employer);
  else if (person != NULL || employer != NULL)
    status = g_strdup_printf (_ ("The document names %s."), person != NULL ? person : employer);
  say (self, status != NULL ? status : _ ("No name was found in the document."));
}

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (AncAddToCase) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = anc_case_finder_finish (result, &error);

  if (found == NULL)
    return;
  if (self->office == NULL)
    {
      g_ptr_array_unref (found);
      return;
    }

  g_clear_pointer (&self->proposed, g_ptr_array_unref);
  self->proposed = found;
  if (*gtk_editable_get_text (self->search_entry) == '\0')
    show_proposed (self);
}

static gboolean
propose_cb (gpointer user_data)
{
  AncAddToCase *self = user_data;

  self->propose_id = 0;
  anc_case_finder_find_async (anc_office_get_store (self->office), self->clues, self->cancellable, found_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* A case that is made meanwhile may be the one. */
static void
case_changed_cb (AncAddToCase *self)
{
  if (self->office != NULL && self->clues != NULL && self->propose_id == 0)
    self->propose_id = g_timeout_add (PROPOSE_DELAY, propose_cb, self);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (AncAddToCase) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *reading = anc_reader_read_finish (ANC_READER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reading == NULL)
    {
      g_autofree char *words = anc_error_words (error);

      say (self, words);
    }

  self->clues = anc_case_clues_new (reading);
  if (reading != NULL)
    tell_clues (self, self->clues);
  propose_cb (self);
}

/* ---- Adding -------------------------------------------------------------------------------- */

static void
show_problem (AncAddToCase *self,
              const char *words)
{
  gtk_label_set_label (self->problem, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problem), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "add-to-case.add", TRUE);
}

static void
fail (AncAddToCase *self,
      const GError *error)
{
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  words = anc_error_words (error);
  show_problem (self, words);
}

static void
added_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (AncAddToCase) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = anc_intake_add_finish (ANC_INTAKE (source), result, &error);
  const AncIntakeItem *item = items != NULL && items->len > 0 ? g_ptr_array_index (items, 0) : NULL;
  g_autofree char *words = item != NULL ? anc_intake_words_outcome (items) : NULL;

  if (self->office == NULL || item == NULL) /* closed meanwhile */
    return;

  if (item->outcome == ANC_INTAKE_IN_CASE)
    show_problem (self, _ ("This case has this document already."));
  else if (item->outcome != ANC_INTAKE_STORED)
    show_problem (self, words);
  else
    {
      g_signal_emit (self, signals[SIGNAL_ADDED], 0, self->chosen_key, self->chosen_name);
      gtk_window_close (GTK_WINDOW (self));
    }
}

/* From here it goes the way of all documents: it is stored, put into the case, and read there. */
static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncAddToCase) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncCase) a_case = anc_office_load_case_finish (ANC_OFFICE (source), result, &error);
  g_autoptr (GInputStream) stream = NULL;
  const int fd = fcntl (self->fd, F_DUPFD_CLOEXEC, 0);

  if (fd < 0)
    return;

  stream = g_unix_input_stream_new (fd, TRUE);
  if (a_case == NULL)
    {
      fail (self, error);
      return;
    }

  lseek (fd, 0, SEEK_SET);
  anc_intake_add_stream_async (anc_office_get_intake (ANC_OFFICE (source)),
                               a_case,
                               self->title,
                               stream,
                               self->password,
                               self->cancellable,
                               added_cb,
                               g_object_ref (self));
}

static void
add_action (GtkWidget *widget,
            const char *action_name,
            GVariant *parameter)
{
  AncAddToCase *self = ANC_ADD_TO_CASE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const AncFoundCase *found;

  if (row == NULL)
    return;

  found = g_object_get_data (G_OBJECT (row), "anc-found");
  self->chosen_key = found->key;
  g_free (self->chosen_name);
  self->chosen_name = dup_name (found);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_action_set_enabled (widget, "add-to-case.add", FALSE);
  anc_office_load_case_async (self->office, self->chosen_key, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
selected_cb (AncAddToCase *self)
{
  if (self->office == NULL) /* a list that goes unselects its row */
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "add-to-case.add", gtk_list_box_get_selected_row (self->list) != NULL);
}

static void
activated_cb (AncAddToCase *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "add-to-case.add", NULL);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_add_to_case_dispose (GObject *object)
{
  AncAddToCase *self = ANC_ADD_TO_CASE (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_handle_id (&self->propose_id, g_source_remove);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (anc_add_to_case_parent_class)->dispose (object);
}

static void
anc_add_to_case_finalize (GObject *object)
{
  AncAddToCase *self = ANC_ADD_TO_CASE (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->proposed, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->password);
  g_clear_pointer (&self->clues, anc_case_clues_free);
  g_free (self->chosen_name);
  if (self->fd >= 0)
    close (self->fd);

  G_OBJECT_CLASS (anc_add_to_case_parent_class)->finalize (object);
}

static void
anc_add_to_case_class_init (AncAddToCaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = anc_add_to_case_dispose;
  object_class->finalize = anc_add_to_case_finalize;

  /**
   * AncAddToCase::added:
   * @self: the window
   * @case_key: the case the document is in now
   * @name: whose it is
   */
  signals[SIGNAL_ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-add-to-case.ui");
  gtk_widget_class_bind_template_child (widget_class, AncAddToCase, spinner);
  gtk_widget_class_bind_template_child (widget_class, AncAddToCase, status);
  gtk_widget_class_bind_template_child (widget_class, AncAddToCase, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AncAddToCase, list);
  gtk_widget_class_bind_template_child (widget_class, AncAddToCase, empty);
  gtk_widget_class_bind_template_child (widget_class, AncAddToCase, problem);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "add-to-case.add", NULL, add_action);
}

static void
anc_add_to_case_init (AncAddToCase *self)
{
  self->fd = -1;
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "add-to-case.add", FALSE);
}

/**
 * anc_add_to_case_new:
 * @parent: the window it belongs to
 * @office: an open office
 * @reader: what reads the document
 * @fd: the document; stays the caller's
 * @title: what it is called, as a file is
 * @password: (nullable): its password
 *
 * Returns: (transfer none): the window, to be presented
 */
AncAddToCase *
anc_add_to_case_new (GtkWindow *parent,
                     AncOffice *office,
                     AncReader *reader,
                     int fd,
                     const char *title,
                     const char *password)
{
  AncAddToCase *self = g_object_new (ANC_TYPE_ADD_TO_CASE, "transient-for", parent, NULL);

  self->office = g_object_ref (office);
  g_signal_connect_object (office, "case-changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  self->fd = fcntl (fd, F_DUPFD_CLOEXEC, 0);
  self->title = g_strdup (title);
  self->password = g_strdup (password);
  anc_reader_read_async (reader, self->fd, password, ANC_READER_OCR_AUTO, self->cancellable, read_cb, g_object_ref (self));

  return self;
}
