/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-window-private.h"

#include "anc-compat.h"
#include "anc-error-words.h"
#include "anc-exhibit-edit.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (AncBundleWindow, anc_bundle_window, ADW_TYPE_WINDOW)

/* Where the row of orders has the two that are no lists. */
#define ORDER_OF_REGIME 0
#define ORDER_BY_HAND 1

void
anc_bundle_window_tell (AncBundleWindow *self,
                        const char *sentence,
                        const char *button,
                        const char *action)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (markup);

  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
      adw_toast_set_timeout (toast, 0);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* ---- What it is for, and in which order ---------------------------------------------------- */

static const AncRegime *
get_regime (AncBundleWindow *self)
{
  return g_ptr_array_index (self->regimes, MIN (adw_combo_row_get_selected (self->regime_row), self->regimes->len - 1));
}

void
anc_bundle_window_read_options (AncBundleWindow *self,
                                AncBundleOptions *options)
{
  *options = (AncBundleOptions){
    .regime = get_regime (self),
    .on = anc_evaluator_get_filing_date (anc_desk_get_evaluator (self->desk)),
  };
  anc_bundle_options_page_read (self->options, options);
}

static void
options_changed_cb (AncBundleWindow *self)
{
  AncBundleOptions options;

  if (self->is_updating)
    return;

  anc_bundle_window_read_options (self, &options);
  anc_bundle_list_model_set_options (self->model, &options);
}

static void
fill_regimes (AncBundleWindow *self)
{
  const AncAssessment *assessment = anc_evaluator_get_assessment (anc_desk_get_evaluator (self->desk));
  g_autofree AncVerdict **sorted = anc_assessment_sort (assessment);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const AncCriterion *criterion;
  const AncVerdict *chosen = anc_desk_get_chosen (self->desk, &criterion);
  guint selected = 0;

  g_ptr_array_add (self->regimes, NULL);
  gtk_string_list_append (names, _ ("No regime in particular"));
  for (guint i = 0; i < assessment->n_verdicts; i++)
    if (sorted[i]->reason == ANC_REASON_NONE)
      {
        if (chosen != NULL && sorted[i]->regime == chosen->regime)
          selected = self->regimes->len;
        g_ptr_array_add (self->regimes, (gpointer) sorted[i]->regime);
        gtk_string_list_append (names, sorted[i]->regime->title.in[anc_words_get_language ()]);
      }
  adw_combo_row_set_model (self->regime_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->regime_row, selected);
}

static void
fill_orders (AncBundleWindow *self)
{
  GPtrArray *lists = anc_exhibit_rules_get_lists (anc_bundle_list_model_get_rules (self->model));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->orders, 0);
  g_ptr_array_add (self->orders, NULL);
  g_ptr_array_add (self->orders, g_strdup (ANC_EXHIBIT_ORDER_BY_HAND));
  gtk_string_list_append (names, _ ("As the regime asks for them"));
  gtk_string_list_append (names, _ ("As arranged by hand"));
  for (guint i = 0; i < lists->len; i++)
    {
      const AncExhibitList *list = g_ptr_array_index (lists, i);

      g_ptr_array_add (self->orders, g_strdup (list->id));
      gtk_string_list_append (names, list->title.in[anc_words_get_language ()]);
    }
  adw_combo_row_set_model (self->order_row, G_LIST_MODEL (names));
}

static void
order_chosen_cb (AncBundleWindow *self)
{
  const guint selected = adw_combo_row_get_selected (self->order_row);
  const AncExhibitOrder *order;
  AncCase *a_case;

  if (self->is_updating || selected >= self->orders->len)
    return;

  /* To go on by hand from where a list left it, without a move. */
  order = anc_bundle_list_model_get_order (self->model);
  a_case = anc_bundle_list_model_get_case (self->model);
  if (selected == ORDER_BY_HAND)
    anc_exhibit_edit_arrange (a_case, order);
  else
    anc_exhibit_edit_choose_order (a_case, g_ptr_array_index (self->orders, selected));
}

/* Which order it is, and what to know of the list. */
static void
show_order (AncBundleWindow *self)
{
  AncRecord *head = anc_case_get_head (anc_bundle_list_model_get_case (self->model));
  const char *word = anc_record_get_text (head, "exhibit_order");
  const AncExhibitList *list = anc_case_bundle_find_list (anc_bundle_list_model_get_order (self->model)->rows,
                                                          anc_bundle_list_model_get_rules (self->model),
                                                          anc_bundle_list_model_get_options (self->model));
  g_autofree char *note = list != NULL ? g_markup_escape_text (list->note.in[anc_words_get_language ()], -1) : NULL;
  guint selected = ORDER_OF_REGIME;

  for (guint i = 1; i < self->orders->len && word != NULL; i++)
    if (strcmp (g_ptr_array_index (self->orders, i), word) == 0)
      selected = i;
  adw_combo_row_set_selected (self->order_row, selected);
  adw_preferences_group_set_description (self->order_group, note != NULL ? note : "");
}

/* ---- What is not among the exhibits -------------------------------------------------------- */

static GtkWidget *
add_folded (AncBundleWindow *self,
            AdwExpanderRow *parent,
            const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  if (subtitle_markup != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_expander_row_add_row (parent, row);
  g_ptr_array_add (self->folded, row);

  return row;
}

static void
drop_folded (AncBundleWindow *self)
{
  for (guint i = 0; i < self->folded->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->folded, i);

      adw_expander_row_remove (ADW_EXPANDER_ROW (gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW)), row);
    }
  g_ptr_array_set_size (self->folded, 0);
}

static void
take_in_cb (GtkButton *button,
            AncBundleWindow *self)
{
  const gint64 *key = g_object_get_data (G_OBJECT (button), "anc-key");
  const AncExhibitOrder *order = anc_bundle_list_model_get_order (self->model);

  for (guint i = 0; i < order->left_out->len; i++)
    if (((const AncRow *) g_ptr_array_index (order->left_out, i))->key == *key)
      {
        anc_exhibit_edit_take_in (anc_bundle_list_model_get_case (self->model), g_ptr_array_index (order->left_out, i));
        return;
      }
}

static void
add_left_out (AncBundleWindow *self,
              const AncRow *document)
{
  const char *title = anc_row_get_text (document, "title");
  GtkWidget *row = add_folded (self, self->left_out_row, title != NULL && *title != '\0' ? title : _ ("Document without a title"), NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Take In"));

  g_object_set_data_full (G_OBJECT (button), "anc-key", g_memdup2 (&document->key, sizeof document->key), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_in_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
show_folded (AdwExpanderRow *row,
             const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_visible (GTK_WIDGET (row), title != NULL);
}

static void
show_missing (AncBundleWindow *self,
              const GPtrArray *missing)
{
  const AncLanguage language = anc_words_get_language ();
  g_autofree char *title = NULL;

  for (guint i = 0; i < missing->len; i++)
    {
      const AncExhibitItem *item = g_ptr_array_index (missing, i);

      add_folded (self, self->missing_row, item->title.in[language], item->source->title.in[language]);
    }
  if (missing->len > 0)
    title = g_strdup_printf (ngettext ("%u document the list asks for is missing", "%u documents the list asks for are missing", missing->len), missing->len);
  show_folded (self->missing_row, title);
}

static void
show_rest (AncBundleWindow *self,
           const AncExhibitOrder *order)
{
  g_autofree char *left_out = NULL;
  g_autofree char *filed = NULL;

  for (guint i = 0; i < order->left_out->len; i++)
    add_left_out (self, g_ptr_array_index (order->left_out, i));
  if (order->left_out->len > 0)
    left_out = g_strdup_printf (ngettext ("%u document left out", "%u documents left out", order->left_out->len), order->left_out->len);
  show_folded (self->left_out_row, left_out);

  for (guint i = 0; i < order->filed->len; i++)
    {
      const AncExhibit *exhibit = g_ptr_array_index (order->filed, i);
      g_autofree char *title = g_strdup_printf (_ ("Exhibit %1$u, %2$s"), exhibit->number, exhibit->title);

      add_folded (self, self->filed_row, title, exhibit->date);
    }
  if (order->filed->len > 0)
    filed = g_strdup_printf (ngettext ("%u exhibit filed before", "%u exhibits filed before", order->filed->len), order->filed->len);
  show_folded (self->filed_row, filed);
}

/* ---- Following ----------------------------------------------------------------------------- */

static gboolean
has_new (const AncExhibitOrder *order)
{
  return order->exhibits->len > 0 && !((const AncExhibit *) g_ptr_array_index (order->exhibits, order->exhibits->len - 1))->is_filed;
}

static void
update (AncBundleWindow *self)
{
  const AncExhibitOrder *order = anc_bundle_list_model_get_order (self->model);

  self->is_updating = TRUE;
  drop_folded (self);
  show_order (self);
  show_missing (self, order->missing);
  show_rest (self, order);
  gtk_widget_set_visible (GTK_WIDGET (self->list), order->exhibits->len > 0);
  adw_preferences_group_set_description (self->exhibits_group,
                                         order->exhibits->len > 0 ? _ ("Drag an exhibit to its place, or move it with Alt+Up and Alt+Down")
                                                                  : _ ("The case has no document that is still to be filed"));
  gtk_widget_set_visible (GTK_WIDGET (self->keep_row), has_new (order));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bundle.write", order->exhibits->len > 0 && self->writing == NULL);
  self->is_updating = FALSE;
}

static void
rules_changed_cb (AncBundleWindow *self)
{
  self->is_updating = TRUE;
  anc_bundle_list_model_set_rules (self->model, anc_exhibit_library_get_rules (anc_office_get_exhibits (self->office)));
  fill_orders (self);
  anc_bundle_window_show_own_files (self);
  self->is_updating = FALSE;
  update (self);
}

/* ---- Actions ------------------------------------------------------------------------------- */

static void
write_action (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  anc_bundle_window_write (ANC_BUNDLE_WINDOW (widget));
}

static void
cancel_action (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  anc_bundle_window_stop (ANC_BUNDLE_WINDOW (widget));
}

static void
open_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  AncBundleWindow *self = ANC_BUNDLE_WINDOW (widget);
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;

  if (uri != NULL)
    anc_compat_open_uri (GTK_WINDOW (self), uri);
}

static void
keep_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  AncBundleWindow *self = ANC_BUNDLE_WINDOW (widget);

  anc_exhibit_edit_set_filed (anc_bundle_list_model_get_case (self->model),
                              anc_bundle_list_model_get_order (self->model),
                              g_str_equal (action, "bundle.keep-numbers"));
}

static void
undone_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AncBundleWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (anc_office_undo_finish (ANC_OFFICE (source), result, &error) || g_error_matches (error, ANC_STORE_ERROR, ANC_STORE_ERROR_NOT_FOUND))
    return;

  words = anc_error_words (error);
  anc_bundle_window_tell (self, words, NULL, NULL);
}

static void
undo_action (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  AncBundleWindow *self = ANC_BUNDLE_WINDOW (widget);
  AncCase *a_case = anc_desk_get_case (self->desk);

  if (self->writing != NULL)
    return;
  if (g_str_equal (action, "bundle.undo"))
    anc_office_undo_async (self->office, a_case, NULL, undone_cb, g_object_ref (self));
  else
    anc_office_redo_async (self->office, a_case, NULL, undone_cb, g_object_ref (self));
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_bundle_window_dispose (GObject *object)
{
  AncBundleWindow *self = ANC_BUNDLE_WINDOW (object);

  anc_bundle_window_stop (self);
  self->writing = NULL;
  g_clear_object (&self->rows);
  g_clear_object (&self->model);
  g_clear_object (&self->desk);
  g_clear_object (&self->office);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (anc_bundle_window_parent_class)->dispose (object);
}

static void
anc_bundle_window_finalize (GObject *object)
{
  AncBundleWindow *self = ANC_BUNDLE_WINDOW (object);

  g_ptr_array_unref (self->regimes);
  g_ptr_array_unref (self->orders);
  g_ptr_array_unref (self->folded);
  g_ptr_array_unref (self->problem_rows);
  g_ptr_array_unref (self->own_file_rows);

  G_OBJECT_CLASS (anc_bundle_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-bundle-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, problems_group);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, own_files_group);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, own_files_row);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, regime_row);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, order_group);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, order_row);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, exhibits_group);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, missing_row);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, left_out_row);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, filed_row);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, keep_row);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, AncBundleWindow, cancel_button);
}

static void
anc_bundle_window_class_init (AncBundleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_bundle_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = anc_bundle_window_finalize;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "bundle.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "bundle.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "bundle.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "bundle.keep-numbers", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "bundle.number-anew", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "bundle.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "bundle.redo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "bundle.write", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "bundle.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "bundle.redo", NULL);
}

static void
anc_bundle_window_init (AncBundleWindow *self)
{
  GtkWidget *anew;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->regimes = g_ptr_array_new ();
  self->orders = g_ptr_array_new_with_free_func (g_free);
  self->folded = g_ptr_array_new ();
  self->problem_rows = g_ptr_array_new ();
  self->own_file_rows = g_ptr_array_new ();
  anew = g_object_new (GTK_TYPE_BUTTON,
                       "label",
                       _ ("_Number Anew"),
                       "use-underline",
                       TRUE,
                       "valign",
                       GTK_ALIGN_CENTER,
                       "action-name",
                       "bundle.number-anew",
                       NULL);
  adw_expander_row_add_action (self->filed_row, anew);
}

/**
 * anc_bundle_window_new:
 * @office: the office the case belongs to
 * @desk: the desk of the case
 * @settings: (nullable): where what was asked for is remembered
 *
 * Returns: (transfer none): the window, which GTK owns
 */
AncBundleWindow *
anc_bundle_window_new (AncOffice *office,
                       AncDesk *desk,
                       GSettings *settings)
{
  AncBundleWindow *self;
  AncExhibitLibrary *library;
  GtkWidget *options;

  g_return_val_if_fail (ANC_IS_OFFICE (office), NULL);
  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);

  self = g_object_new (ANC_TYPE_BUNDLE_WINDOW, NULL);
  self->office = g_object_ref (office);
  self->desk = g_object_ref (desk);
  library = anc_office_get_exhibits (office);
  self->model = anc_bundle_list_model_new (anc_desk_get_case (desk), anc_exhibit_library_get_rules (library));
  options = anc_bundle_options_page_new (settings);
  self->options = ANC_BUNDLE_OPTIONS_PAGE (options);
  adw_view_stack_add_titled_with_icon (self->pages, options, "options", _ ("Look of the File"), "preferences-system-symbolic");

  self->is_updating = TRUE;
  fill_regimes (self);
  fill_orders (self);
  anc_bundle_window_show_own_files (self);
  self->is_updating = FALSE;
  options_changed_cb (self);
  self->rows = anc_bundle_rows_new (self->list, self->model);
  update (self);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "changed", G_CALLBACK (rules_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (options, "changed", G_CALLBACK (options_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->regime_row, "notify::selected", G_CALLBACK (options_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->order_row, "notify::selected", G_CALLBACK (order_chosen_cb), self, G_CONNECT_SWAPPED);

  return self;
}
