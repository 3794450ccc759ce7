/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-unlock-page.h"

#include "anc-access.h"

#include <glib/gi18n.h>

struct _AncUnlockPage
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkSpinner *wait_spinner;
  AdwStatusPage *passphrase_status;
  GtkWidget *passphrase_row;
  GtkLabel *problem_label;
  GtkWidget *unlock_button;
  AdwStatusPage *problem_status;
  GtkWidget *retry_button;
};

enum
{
  SIGNAL_UNLOCK,
  SIGNAL_RETRY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncUnlockPage, anc_unlock_page, ADW_TYPE_BIN)

static void
show (AncUnlockPage *self,
      const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_spinner_set_spinning (self->wait_spinner, g_str_equal (page, "wait"));
}

static void
set_problem (AncUnlockPage *self,
             const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
changed_cb (AncUnlockPage *self)
{
  gtk_widget_set_sensitive (self->unlock_button, anc_unlock_page_get_passphrase (self)[0] != '\0');
  set_problem (self, NULL);
}

static void
unlock_cb (AncUnlockPage *self)
{
  if (anc_unlock_page_get_passphrase (self)[0] != '\0')
    g_signal_emit (self, signals[SIGNAL_UNLOCK], 0);
}

static void
retry_cb (AncUnlockPage *self)
{
  g_signal_emit (self, signals[SIGNAL_RETRY], 0);
}

static void
anc_unlock_page_class_init (AncUnlockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_UNLOCK] = g_signal_new ("unlock", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-unlock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AncUnlockPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AncUnlockPage, wait_spinner);
  gtk_widget_class_bind_template_child (widget_class, AncUnlockPage, passphrase_status);
  gtk_widget_class_bind_template_child (widget_class, AncUnlockPage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, AncUnlockPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, AncUnlockPage, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, AncUnlockPage, problem_status);
  gtk_widget_class_bind_template_child (widget_class, AncUnlockPage, retry_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlock_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
anc_unlock_page_init (AncUnlockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  anc_access_name_parts (GTK_WIDGET (self));
}

void
anc_unlock_page_set_office (AncUnlockPage *self,
                            const char *name)
{
  g_return_if_fail (ANC_IS_UNLOCK_PAGE (self));

  adw_status_page_set_title (self->passphrase_status, name);
}

/**
 * anc_unlock_page_wait:
 * @self: the page
 *
 * Shows that the office is being opened.
 */
void
anc_unlock_page_wait (AncUnlockPage *self)
{
  g_return_if_fail (ANC_IS_UNLOCK_PAGE (self));

  show (self, "wait");
}

/**
 * anc_unlock_page_ask:
 * @self: the page
 * @problem: (nullable): what was wrong with the passphrase typed before, which stays to be mended
 */
void
anc_unlock_page_ask (AncUnlockPage *self,
                     const char *problem)
{
  g_return_if_fail (ANC_IS_UNLOCK_PAGE (self));

  set_problem (self, problem);
  show (self, "passphrase");
  gtk_widget_grab_focus (self->passphrase_row);
}

/**
 * anc_unlock_page_show_problem:
 * @self: the page
 * @problem: why the file cannot be opened, and what to do
 */
void
anc_unlock_page_show_problem (AncUnlockPage *self,
                              const char *problem)
{
  g_return_if_fail (ANC_IS_UNLOCK_PAGE (self));

  adw_status_page_set_description (self->problem_status, problem);
  show (self, "problem");
  gtk_widget_grab_focus (self->retry_button);
}

const char *
anc_unlock_page_get_passphrase (AncUnlockPage *self)
{
  g_return_val_if_fail (ANC_IS_UNLOCK_PAGE (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row));
}

void
anc_unlock_page_forget (AncUnlockPage *self)
{
  g_return_if_fail (ANC_IS_UNLOCK_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
}
