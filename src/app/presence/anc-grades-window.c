/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-grades-window.h"

#include "anc-error-words.h"
#include "anc-presence-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>

struct _AncGradesWindow
{
  AdwPreferencesWindow parent_instance;

  AncExhibitLibrary *library;
  GPtrArray *rows; /* of AdwComboRow, in the order of the kinds */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (AncGradesWindow, anc_grades_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The best first, as the groups and the choices stand. */
static const AncGrade grades[] = { ANC_GRADE_CERTAIN, ANC_GRADE_REAL, ANC_GRADE_LIMITED, ANC_GRADE_NONE };

static guint
find_choice (AncGrade grade)
{
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    if (grades[i] == grade)
      return i;

  return G_N_ELEMENTS (grades) - 1;
}

static const char *
say_grade (AncGrade grade)
{
  return grade == ANC_GRADE_NONE ? C_ ("proof", "none") : anc_presence_words_grade (grade);
}

/* ---- Rows ---------------------------------------------------------------------------------- */

/* Who says what it is worth: "certain: assouevam.fr · limited: Heaume avocat". */
static char *
describe_sources (const AncExhibitKind *kind)
{
  const AncLanguage language = anc_words_get_language ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (kind->source != NULL)
    /* Translators: a grade, and who says so */
    g_string_append_printf (text, _ ("%1$s: %2$s"), say_grade (kind->default_grade), kind->source->title.in[language]);
  for (guint i = 0; i < kind->disputed->len; i++)
    {
      const AncExhibitGrade *other = &g_array_index (kind->disputed, AncExhibitGrade, i);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("%1$s: %2$s"), say_grade (other->grade), other->source->title.in[language]);
    }
  if (text->len == 0)
    g_string_append (text, _ ("No source calls it a proof of presence"));

  return g_markup_escape_text (text->str, -1);
}

static void
chosen_cb (AdwComboRow *row,
           GParamSpec *pspec,
           AncGradesWindow *self)
{
  const char *kind = g_object_get_data (G_OBJECT (row), "anc-kind");
  const guint choice = adw_combo_row_get_selected (row);

  if (!self->is_updating && choice < G_N_ELEMENTS (grades))
    anc_exhibit_library_set_grade (self->library, kind, grades[choice]);
}

static GtkWidget *
create_row (AncGradesWindow *self,
            const AncExhibitKind *kind,
            GListModel *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *title = g_markup_escape_text (kind->title.in[anc_words_get_language ()], -1);
  g_autofree char *subtitle = describe_sources (kind);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), choices);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_choice (kind->grade));
  g_object_set_data_full (G_OBJECT (row), "anc-kind", g_strdup (kind->id), g_free);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self, 0);
  g_ptr_array_add (self->rows, row);

  return row;
}

/* By what they are worth where the office says nothing, so that a row stays where it is when it is changed. */
static void
create_groups (AncGradesWindow *self,
               AdwPreferencesPage *page)
{
  static const char *const titles[] = {
    N_ ("Certain proofs, where sources are followed"),
    N_ ("Proofs of real value, where sources are followed"),
    N_ ("Limited proofs, where sources are followed"),
    N_ ("Other documents"),
  };
  GPtrArray *kinds = anc_exhibit_rules_get_kinds (anc_exhibit_library_get_rules (self->library));
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    gtk_string_list_append (choices, say_grade (grades[i]));
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (titles[i]));
      if (i == 0)
        adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                               _ ("For all who work with this office. Documents graded certain or real value count as proofs; "
                                                  "limited ones only add to others."));
      for (guint j = 0; j < kinds->len; j++)
        {
          const AncExhibitKind *kind = g_ptr_array_index (kinds, j);

          if (kind->default_grade == grades[i])
            adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (self, kind, G_LIST_MODEL (choices)));
        }
      adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
    }
}

/* ---- Following ----------------------------------------------------------------------------- */

static void
library_changed_cb (AncGradesWindow *self)
{
  self->is_updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->rows, i);
      const AncExhibitKind *kind = anc_exhibit_rules_find_kind (anc_exhibit_library_get_rules (self->library),
                                                                g_object_get_data (G_OBJECT (row), "anc-kind"));

      if (kind != NULL)
        adw_combo_row_set_selected (row, find_choice (kind->grade));
    }
  self->is_updating = FALSE;
}

static void
failed_cb (AncExhibitLibrary *library,
           const GError *error,
           AncGradesWindow *self)
{
  g_autofree char *words = anc_error_words (error);
  g_autofree char *markup = g_markup_escape_text (words, -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (markup));
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_grades_window_dispose (GObject *object)
{
  AncGradesWindow *self = ANC_GRADES_WINDOW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (anc_grades_window_parent_class)->dispose (object);
}

static void
anc_grades_window_class_init (AncGradesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_grades_window_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_DIALOG);
}

static void
anc_grades_window_init (AncGradesWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_window_set_title (GTK_WINDOW (self), _ ("Grades of Documents"));
  gtk_window_set_default_size (GTK_WINDOW (self), 680, 580);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (self), TRUE);
}

/**
 * anc_grades_window_new:
 * @parent: (nullable): the window it belongs to
 * @library: what documents are worth to the office
 *
 * Returns: (transfer none): the window, which GTK owns
 */
AncGradesWindow *
anc_grades_window_new (GtkWindow *parent,
                       AncExhibitLibrary *library)
{
  AncGradesWindow *self;
  GtkWidget *page = adw_preferences_page_new ();

  g_return_val_if_fail (ANC_IS_EXHIBIT_LIBRARY (library), NULL);

  self = g_object_new (ANC_TYPE_GRADES_WINDOW, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  create_groups (self, ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (page));
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "failed", G_CALLBACK (failed_cb), self, 0);

  return self;
}
