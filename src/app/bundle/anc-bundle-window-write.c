/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-window-private.h"

#include "anc-bundle-words.h"
#include "anc-bundle-writer.h"
#include "anc-compat.h"
#include "anc-error-words.h"
#include "anc-stored-documents.h"
#include "anc-words.h"

#include <glib/gi18n.h>

/* A file on its way. It outlives a window that is closed meanwhile: a thread reads from it. */
struct _AncBundleWriting
{
  AncBundleWindow *window;
  AncStore *store;
  AncCaseRows *rows;
  AncStoredDocuments documents;
  AncBundlePlan *plan;
  GFile *file;
  GCancellable *cancellable;
};

static void
writing_free (AncBundleWriting *self)
{
  g_object_unref (self->window);
  g_object_unref (self->store);
  anc_case_rows_unref (self->rows);
  anc_bundle_plan_unref (self->plan);
  g_object_unref (self->file);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncBundleWriting, writing_free)

/* ---- Telling ------------------------------------------------------------------------------- */

static void
tell_error (AncBundleWindow *self,
            const GError *error)
{
  g_autofree char *words = anc_error_words (error);

  anc_bundle_window_tell (self, words, NULL, NULL);
}

static void
add_problem (AncBundleWindow *self,
             const AncBundleExhibit *exhibit,
             const AncBundlePart *part,
             AncPartState state)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *label = g_strdup_printf (_ ("Exhibit %1$u, %2$s"), exhibit->number, part->title);
  g_autofree char *title = g_markup_escape_text (label, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), anc_bundle_words_part_state (anc_words_get_language (), state));
  adw_preferences_group_add (self->problems_group, row);
  g_ptr_array_add (self->problem_rows, row);
}

static void
show_problems (AncBundleWindow *self,
               const AncBundlePlan *plan,
               const AncBundleReport *report)
{
  for (guint i = 0; i < self->problem_rows->len; i++)
    adw_preferences_group_remove (self->problems_group, g_ptr_array_index (self->problem_rows, i));
  g_ptr_array_set_size (self->problem_rows, 0);

  for (guint i = 0; i < plan->exhibits->len; i++)
    {
      const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (plan, i);

      for (guint j = 0; j < exhibit->n_parts; j++)
        {
          const AncPartReport *part = &g_array_index (report->parts, AncPartReport, exhibit->first_part + j);

          if (part->state != ANC_PART_BOUND)
            add_problem (self, exhibit, anc_bundle_plan_get_part (plan, exhibit, j), part->state);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->problems_group), self->problem_rows->len > 0);
  if (self->problem_rows->len > 0)
    adw_view_stack_set_visible_child_name (self->pages, "exhibits");
}

static void
tell_written (AncBundleWindow *self,
              const AncBundlePlan *plan,
              const AncBundleReport *report)
{
  const guint n_pages = anc_bundle_report_count_front (report) + anc_bundle_report_count_pages (report, 0, report->parts->len);
  const guint n = plan->exhibits->len;
  g_autofree char *exhibits = g_strdup_printf (ngettext ("%u exhibit", "%u exhibits", n), n);
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  /* Translators: how many exhibits on how many pages */
  g_autofree char *sentence = g_strdup_printf (_ ("The file is made: %1$s, %2$s"), exhibits, pages);

  anc_bundle_window_tell (self, sentence, _ ("_Open"), "bundle.open");
}

/* ---- Writing ------------------------------------------------------------------------------- */

static void
progress_cb (double done,
             gpointer user_data)
{
  AncBundleWriting *writing = user_data;
  g_autofree char *text = NULL;

  if (writing->window->writing != writing)
    return;

  text = g_strdup_printf (_ ("%d %%"), (int) (done * 100));
  gtk_progress_bar_set_fraction (writing->window->progress, done);
  gtk_progress_bar_set_text (writing->window->progress, text);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (AncBundleWriting) writing = user_data;
  AncBundleWindow *self = writing->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncBundleReport) report = anc_bundle_write_finish (result, &error);

  if (self->writing != writing) /* the window was closed */
    return;

  self->writing = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "edit");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bundle.write", TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  if (report != NULL)
    {
      g_set_object (&self->file, writing->file);
      show_problems (self, writing->plan, report);
      tell_written (self, writing->plan, report);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_error (self, error);
}

static void
start (AncBundleWindow *self,
       AncBundlePlan *plan,
       AncCaseRows *rows,
       GFile *file)
{
  AncBundleWriting *writing = g_new0 (AncBundleWriting, 1);
  g_autofree char *path = g_file_get_path (file);
  const AncBundleRequest request = {
    .plan = plan,
    .path = path,
    .opener = anc_stored_documents_open,
    .opener_data = &writing->documents,
    .progress = progress_cb,
    .progress_data = writing,
  };

  writing->window = g_object_ref (self);
  writing->store = g_object_ref (anc_office_get_store (self->office));
  writing->rows = anc_case_rows_ref (rows);
  writing->documents = (AncStoredDocuments){ writing->store, writing->rows };
  writing->plan = anc_bundle_plan_ref (plan);
  writing->file = g_object_ref (file);
  writing->cancellable = g_cancellable_new ();
  self->writing = writing;

  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_progress_bar_set_show_text (self->progress, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "writing");
  gtk_widget_grab_focus (self->cancel_button);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bundle.write", FALSE);
  anc_bundle_write_async (&request, writing->cancellable, written_cb, writing);
}

void
anc_bundle_window_stop (AncBundleWindow *self)
{
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing->cancellable);
}

/* ---- Where to ------------------------------------------------------------------------------ */

/* Letters that every system takes. */
static char *
propose_name (AncBundleWindow *self,
              AncBundleForm form)
{
  AncRecord *head = anc_case_get_head (anc_desk_get_case (self->desk));
  const char *reference = anc_record_get_text (head, "reference");
  const char *family = anc_record_get_text (head, "family_name");
  g_autofree char *text = g_strdup_printf ("%s %s %s", _ ("File"), reference != NULL ? reference : "", family != NULL ? family : "");
  g_autofree char *name = g_str_to_ascii (g_strstrip (text), "fr");

  g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_", '-');
  return g_strconcat (name, form == ANC_BUNDLE_ARCHIVE ? ".zip" : ".pdf", NULL);
}

static void
write_to (AncBundleWindow *self,
          GFile *file)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  const AncExhibitOrder *order = anc_bundle_list_model_get_order (self->model);
  g_autoptr (AncBundlePlan) plan = NULL;
  AncBundleOptions options;

  if (g_file_peek_path (file) == NULL)
    {
      anc_bundle_window_tell (self, _ ("The file can only be written to a folder of this computer. Choose another one."), NULL, NULL);
      return;
    }

  anc_bundle_window_read_options (self, &options);
  plan = anc_case_bundle_plan (order, anc_bundle_list_model_get_rules (self->model), anc_desk_get_rules (self->desk), &options, problems);
  if (plan != NULL)
    start (self, plan, order->rows, file);
  else
    anc_bundle_window_tell (self, _ ("Something in the case cannot be printed. See the doubts on the page Eligibility, then try again."), NULL, NULL);
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncBundleWindow) self = user_data;
  g_autoptr (GFile) file = anc_compat_save_file_finish (result, NULL);

  if (file != NULL && self->model != NULL && anc_bundle_list_model_get_order (self->model)->exhibits->len > 0)
    write_to (self, file);
}

void
anc_bundle_window_write (AncBundleWindow *self)
{
  g_autofree char *name = NULL;
  AncBundleOptions options;

  anc_bundle_window_read_options (self, &options);
  name = propose_name (self, options.form);
  anc_compat_save_file_async (GTK_WINDOW (self), _ ("Make the Numbered File"), name, NULL, chosen_cb, g_object_ref (self));
}
