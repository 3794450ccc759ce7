/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-exports.h"

#include "anc-compat.h"
#include "anc-error-words.h"
#include "anc-record-words.h"
#include "anc-timeline-export.h"

#include <glib/gi18n.h>

/* The timeline of a case on its way out of the application: a file, paper, the clipboard. The page of the case
 * tells how it went, by its action case.notify. */

typedef struct
{
  AncTimeline *timeline; /* not owned: it stays as long as the page whose actions these are */
  AncCase *a_case;
} Exports;

static void
free_exports (gpointer data,
              GClosure *closure)
{
  Exports *self = data;

  g_object_unref (self->a_case);
  g_free (self);
}

static GtkWindow *
get_window (AncTimeline *timeline)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (timeline));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
tell (AncTimeline *timeline,
      const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (timeline), "case.notify", "s", sentence);
}

static void
tell_error (AncTimeline *timeline,
            const GError *error)
{
  g_autofree char *words = anc_error_words (error);

  g_message ("%s", error->message);
  tell (timeline, words);
}

/* ---- To a file ----------------------------------------------------------------------------- */

/* The name of a file says what is wanted; where it says nothing that is known, pages are. */
static AncSheetFormat
get_format (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_utf8_strdown (name, -1);

  if (g_str_has_suffix (folded, ".svg"))
    return ANC_SHEET_SVG;
  if (g_str_has_suffix (folded, ".png"))
    return ANC_SHEET_PNG;

  return ANC_SHEET_PDF;
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (AncTimeline) timeline = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    tell (timeline, _ ("The timeline is saved"));
  else
    tell_error (timeline, error);
}

static void
chosen_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncTimeline) timeline = user_data;
  g_autoptr (GFile) file = anc_compat_save_file_finish (result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return;

  bytes = anc_timeline_export (timeline, get_format (file));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, written_cb, g_steal_pointer (&timeline));
}

static void
save_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  Exports *self = user_data;
  g_autofree char *person = anc_words_person (anc_record_get_row (anc_case_get_head (self->a_case)));
  /* Translators: the name of a file; the argument is the name of a person. Keep the ending. */
  g_autofree char *name = g_strdup_printf (_ ("%s – timeline.pdf"), person);

  g_strdelimit (name, "/", '-');
  anc_compat_save_file_async (get_window (self->timeline), _ ("Save the timeline as PDF, SVG or PNG"), name, NULL, chosen_cb, g_object_ref (self->timeline));
}

/* ---- To paper, to the clipboard ------------------------------------------------------------ */

static void
print_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  Exports *self = user_data;
  g_autoptr (GtkPrintOperation) operation = anc_timeline_create_print_operation (self->timeline);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, TRUE);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, get_window (self->timeline), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_error (self->timeline, error);
}

static void
copy_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  Exports *self = user_data;

  anc_timeline_copy (self->timeline);
  tell (self->timeline, _ ("A picture of the timeline is on the clipboard"));
}

/* ---- All of them --------------------------------------------------------------------------- */

static const struct
{
  const char *name; /* within the group "export" */
  const char *trigger;
  void (*activate) (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer user_data);
} exports[] = {
  { "save", "<Control><Shift>s", save_cb },
  { "print", "<Control>p", print_cb },
  { "copy", "<Control><Shift>p", copy_cb },
};

/**
 * anc_timeline_exports_attach:
 * @page: the page of a case
 * @timeline: its timeline, a descendant of it
 * @a_case: the case
 *
 * Gives the page the actions export.save, export.print and export.copy, and their keys.
 */
void
anc_timeline_exports_attach (GtkWidget *page,
                             AncTimeline *timeline,
                             AncCase *a_case)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (ANC_IS_TIMELINE (timeline));
  g_return_if_fail (ANC_IS_CASE (a_case));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (exports[i].name, NULL);
      g_autofree char *full_name = g_strconcat ("export.", exports[i].name, NULL);
      Exports *self = g_new (Exports, 1);

      *self = (Exports){ timeline, g_object_ref (a_case) };
      g_signal_connect_data (action, "activate", G_CALLBACK (exports[i].activate), self, free_exports, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                            gtk_shortcut_new (gtk_shortcut_trigger_parse_string (exports[i].trigger),
                                                              gtk_named_action_new (full_name)));
    }
  gtk_widget_insert_action_group (page, "export", G_ACTION_GROUP (group));
  gtk_widget_add_controller (page, keys);
}
