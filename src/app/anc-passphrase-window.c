/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-passphrase-window.h"

#include "anc-access.h"
#include "anc-error-words.h"
#include "anc-passphrase-rows.h"

#include <glib/gi18n.h>

struct _AncPassphraseWindow
{
  AdwWindow parent_instance;

  AdwEntryRow *passphrase_row;
  AdwEntryRow *again_row;
  GtkSwitch *without_switch;
  GtkLabel *problem_label;

  AncOffice *office;
  gboolean busy;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncPassphraseWindow, anc_passphrase_window, ADW_TYPE_WINDOW)

static void
set_problem (AncPassphraseWindow *self,
             const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
changed_cb (AncPassphraseWindow *self)
{
  const gboolean without = gtk_switch_get_active (self->without_switch);
  const char *problem = NULL;
  gboolean answered = without;

  if (!without)
    answered = anc_passphrase_rows_check (self->passphrase_row, self->again_row, &problem);
  set_problem (self, problem);
  gtk_widget_set_sensitive (GTK_WIDGET (self->passphrase_row), !without);
  gtk_widget_set_sensitive (GTK_WIDGET (self->again_row), !without);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "passphrase.set", answered && !self->busy);
}

static void
activated_cb (AncPassphraseWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "passphrase.set", NULL);
}

static void
changed_passphrase_cb (GObject *source,
                       GAsyncResult *result,
                       gpointer user_data)
{
  g_autoptr (AncPassphraseWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (anc_store_change_passphrase_finish (ANC_STORE (source), result, &error))
    {
      g_signal_emit (self, signals[SIGNAL_DONE], 0);
      gtk_window_close (GTK_WINDOW (self));
    }
  else
    {
      g_autofree char *words = anc_error_words (error);

      changed_cb (self);
      set_problem (self, words);
    }
}

static void
set_cb (GtkWidget *widget,
        const char *action,
        GVariant *parameter)
{
  AncPassphraseWindow *self = ANC_PASSPHRASE_WINDOW (widget);
  const gboolean without = gtk_switch_get_active (self->without_switch);

  self->busy = TRUE;
  gtk_widget_action_set_enabled (widget, "passphrase.set", FALSE);
  anc_store_change_passphrase_async (anc_office_get_store (self->office),
                                     without ? NULL : gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row)),
                                     NULL,
                                     changed_passphrase_cb,
                                     g_object_ref (self));
}

static void
anc_passphrase_window_dispose (GObject *object)
{
  g_clear_object (&ANC_PASSPHRASE_WINDOW (object)->office);

  G_OBJECT_CLASS (anc_passphrase_window_parent_class)->dispose (object);
}

static void
anc_passphrase_window_class_init (AncPassphraseWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_passphrase_window_dispose;

  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-passphrase-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AncPassphraseWindow, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, AncPassphraseWindow, again_row);
  gtk_widget_class_bind_template_child (widget_class, AncPassphraseWindow, without_switch);
  gtk_widget_class_bind_template_child (widget_class, AncPassphraseWindow, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "passphrase.set", NULL, set_cb);
}

static void
anc_passphrase_window_init (AncPassphraseWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  anc_access_name_parts (GTK_WIDGET (self));
  changed_cb (self);
}

/**
 * anc_passphrase_window_new:
 * @parent: the window it belongs to
 * @office: an open office
 *
 * Returns: (transfer none): the window, which GTK owns
 */
AncPassphraseWindow *
anc_passphrase_window_new (GtkWindow *parent,
                           AncOffice *office)
{
  AncPassphraseWindow *self;

  g_return_val_if_fail (ANC_IS_OFFICE (office), NULL);

  self = g_object_new (ANC_TYPE_PASSPHRASE_WINDOW, "transient-for", parent, NULL);
  self->office = g_object_ref (office);

  return self;
}
