/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-start-page.h"

#include "anc-access.h"
#include "anc-compat.h"
#include "anc-passphrase-rows.h"

#include <glib/gi18n.h>

struct _AncStartPage
{
  AdwBin parent_instance;

  AdwActionRow *path_row;
  AdwEntryRow *passphrase_row;
  AdwEntryRow *again_row;
  GtkSwitch *without_switch;
  GtkCheckButton *sample_check;
  GtkLabel *problem_label;
  GtkStack *create_stack;
  GtkSpinner *spinner;

  char *path;
  gboolean busy;
};

enum
{
  SIGNAL_CREATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncStartPage, anc_start_page, ADW_TYPE_BIN)

static gboolean
check (AncStartPage *self)
{
  const gboolean without = gtk_switch_get_active (self->without_switch);
  const char *problem = NULL;
  gboolean answered = without;

  if (!without)
    answered = anc_passphrase_rows_check (self->passphrase_row, self->again_row, &problem);
  anc_start_page_set_problem (self, problem);

  return answered && !self->busy && self->path != NULL;
}

static void
changed_cb (AncStartPage *self)
{
  const gboolean without = gtk_switch_get_active (self->without_switch);

  gtk_widget_set_sensitive (GTK_WIDGET (self->passphrase_row), !without && !self->busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->again_row), !without && !self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "start.create", check (self));
}

static void
activated_cb (AncStartPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "start.create", NULL);
}

static void
create_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CREATE], 0);
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncStartPage) self = user_data;
  g_autoptr (GFile) file = anc_compat_save_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    anc_start_page_set_path (self, path);
}

static void
choose_place_cb (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  AncStartPage *self = ANC_START_PAGE (widget);
  g_autofree char *name = self->path != NULL ? g_path_get_basename (self->path) : g_strdup ("office.ancrage");

  anc_compat_save_file_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Where the office lives"), name, NULL, chosen_cb, g_object_ref (self));
}

static void
anc_start_page_finalize (GObject *object)
{
  AncStartPage *self = ANC_START_PAGE (object);

  g_free (self->path);

  G_OBJECT_CLASS (anc_start_page_parent_class)->finalize (object);
}

static void
anc_start_page_class_init (AncStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = anc_start_page_finalize;

  signals[SIGNAL_CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AncStartPage, path_row);
  gtk_widget_class_bind_template_child (widget_class, AncStartPage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, AncStartPage, again_row);
  gtk_widget_class_bind_template_child (widget_class, AncStartPage, without_switch);
  gtk_widget_class_bind_template_child (widget_class, AncStartPage, sample_check);
  gtk_widget_class_bind_template_child (widget_class, AncStartPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, AncStartPage, create_stack);
  gtk_widget_class_bind_template_child (widget_class, AncStartPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "start.create", NULL, create_cb);
  gtk_widget_class_install_action (widget_class, "start.choose-place", NULL, choose_place_cb);
}

static void
anc_start_page_init (AncStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  anc_access_name_parts (GTK_WIDGET (self));
  changed_cb (self);
}

/**
 * anc_start_page_set_path:
 * @self: the page
 * @path: where the office is to live, with or without the ending of its kind
 */
void
anc_start_page_set_path (AncStartPage *self,
                         const char *path)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (ANC_IS_START_PAGE (self));
  g_return_if_fail (path != NULL);

  g_free (self->path);
  self->path = g_str_has_suffix (path, ".ancrage") ? g_strdup (path) : g_strconcat (path, ".ancrage", NULL);
  shown = g_filename_display_name (self->path);
  adw_action_row_set_subtitle (self->path_row, shown);
  changed_cb (self);
}

const char *
anc_start_page_get_path (AncStartPage *self)
{
  g_return_val_if_fail (ANC_IS_START_PAGE (self), NULL);

  return self->path;
}

/**
 * anc_start_page_dup_passphrase:
 * @self: the page
 *
 * Returns: (transfer full) (nullable): the passphrase, %NULL for none; for anc_passphrase_free()
 */
char *
anc_start_page_dup_passphrase (AncStartPage *self)
{
  g_return_val_if_fail (ANC_IS_START_PAGE (self), NULL);

  if (gtk_switch_get_active (self->without_switch))
    return NULL;

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row)));
}

gboolean
anc_start_page_wants_sample (AncStartPage *self)
{
  g_return_val_if_fail (ANC_IS_START_PAGE (self), FALSE);

  return gtk_check_button_get_active (self->sample_check);
}

void
anc_start_page_set_busy (AncStartPage *self,
                         gboolean busy)
{
  g_return_if_fail (ANC_IS_START_PAGE (self));

  self->busy = busy;
  gtk_stack_set_visible_child_name (self->create_stack, busy ? "busy" : "words");
  gtk_spinner_set_spinning (self->spinner, busy);
  changed_cb (self);
}

void
anc_start_page_set_problem (AncStartPage *self,
                            const char *problem)
{
  g_return_if_fail (ANC_IS_START_PAGE (self));

  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

/**
 * anc_start_page_forget:
 * @self: the page
 *
 * Takes the passphrases out of the page, once they have served.
 */
void
anc_start_page_forget (AncStartPage *self)
{
  g_return_if_fail (ANC_IS_START_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), "");
}
