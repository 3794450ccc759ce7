/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-new-case.h"

#include "anc-error-words.h"

#include <glib/gi18n.h>

struct _AncNewCase
{
  AdwWindow parent_instance;

  GtkEditable *reference_row;
  GtkEditable *family_row;
  GtkEditable *given_row;
  GtkLabel *problem_label;

  AncOffice *office;
};

enum
{
  SIGNAL_CREATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncNewCase, anc_new_case, ADW_TYPE_WINDOW)

static char *
dup_text (GtkEditable *row)
{
  return g_strstrip (g_strdelimit (g_strdup (gtk_editable_get_text (row)), "\r\n\t\v\f", ' '));
}

static void
set_problem (AncNewCase *self,
             const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->reference_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->reference_row), "error");
}

static void
create (AncNewCase *self)
{
  g_autofree char *reference = dup_text (self->reference_row);
  g_autofree char *family = dup_text (self->family_row);
  g_autofree char *given = dup_text (self->given_row);
  g_autoptr (AncCase) a_case = anc_case_new (reference);
  AncRecord *head = anc_case_get_head (a_case);

  anc_case_begin (a_case, N_ ("Create the case"));
  if (family[0] != '\0')
    anc_record_set_text (head, "family_name", family);
  if (given[0] != '\0')
    anc_record_set_text (head, "given_names", given);
  anc_case_end (a_case);

  anc_office_add_case (self->office, a_case);
  g_signal_emit (self, signals[SIGNAL_CREATED], 0, a_case);
  gtk_window_close (GTK_WINDOW (self));
}

static void
looked_up_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (AncNewCase) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = anc_store_find_cases_finish (ANC_STORE (source), result, &error);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-case.create", TRUE);
  if (found == NULL)
    {
      g_autofree char *words = anc_error_words (error);

      set_problem (self, words);
    }
  else if (found->len > 0)
    {
      set_problem (self, _ ("Another case has this reference already. Choose another one."));
      gtk_widget_grab_focus (GTK_WIDGET (self->reference_row));
    }
  else if (gtk_widget_get_visible (GTK_WIDGET (self)))
    create (self);
}

static void
create_cb (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  AncNewCase *self = ANC_NEW_CASE (widget);
  g_autofree char *reference = dup_text (self->reference_row);

  gtk_widget_action_set_enabled (widget, "new-case.create", FALSE);
  anc_store_find_cases_async (anc_office_get_store (self->office), reference, NULL, looked_up_cb, g_object_ref (self));
}

static void
changed_cb (AncNewCase *self)
{
  g_autofree char *reference = dup_text (self->reference_row);

  set_problem (self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-case.create", reference[0] != '\0');
}

static void
activated_cb (AncNewCase *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "new-case.create", NULL);
}

static void
anc_new_case_dispose (GObject *object)
{
  g_clear_object (&ANC_NEW_CASE (object)->office);

  G_OBJECT_CLASS (anc_new_case_parent_class)->dispose (object);
}

static void
anc_new_case_class_init (AncNewCaseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_new_case_dispose;

  signals[SIGNAL_CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, ANC_TYPE_CASE);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-new-case.ui");
  gtk_widget_class_bind_template_child (widget_class, AncNewCase, reference_row);
  gtk_widget_class_bind_template_child (widget_class, AncNewCase, family_row);
  gtk_widget_class_bind_template_child (widget_class, AncNewCase, given_row);
  gtk_widget_class_bind_template_child (widget_class, AncNewCase, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "new-case.create", NULL, create_cb);
}

static void
anc_new_case_init (AncNewCase *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * anc_new_case_new:
 * @parent: the window it belongs to
 * @office: where the case will be
 * @reference: a reference to propose
 *
 * Returns: (transfer none): the window, which GTK owns
 */
AncNewCase *
anc_new_case_new (GtkWindow *parent,
                  AncOffice *office,
                  const char *reference)
{
  AncNewCase *self;

  g_return_val_if_fail (ANC_IS_OFFICE (office), NULL);

  self = g_object_new (ANC_TYPE_NEW_CASE, "transient-for", parent, NULL);
  self->office = g_object_ref (office);
  gtk_editable_set_text (self->reference_row, reference);
  gtk_widget_grab_focus (GTK_WIDGET (self->family_row));

  return self;
}
