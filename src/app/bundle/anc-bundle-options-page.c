/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-options-page.h"

#include <string.h>

struct _AncBundleOptionsPage
{
  AdwBin parent_instance;

  char **sender; /* as of the last reading */
  char **recipient;

  GtkSwitch *memo_switch;
  GtkSpinButton *first_spin;
  GtkSwitch *again_switch;
  GtkTextView *sender_view;
  GtkTextView *recipient_view;
  AdwComboRow *place_row;
  GtkSpinButton *size_spin;
  AdwComboRow *form_row;
  AdwComboRow *language_row;
  GtkSwitch *pdfa_switch;
};

G_DEFINE_FINAL_TYPE (AncBundleOptionsPage, anc_bundle_options_page, ADW_TYPE_BIN)

static guint changed_signal;

/* The words of the settings, in the order of the rows. */
static const char *const form_names[] = { "one_file", "archive", NULL };
static const char *const language_names[] = { "fr", "en", NULL };

static void
changed_cb (AncBundleOptionsPage *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* ---- Settings ------------------------------------------------------------------------------ */

static gboolean
word_to_row (GValue *value,
             GVariant *variant,
             gpointer user_data)
{
  const char *const *words = user_data;

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], g_variant_get_string (variant, NULL)) == 0)
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
row_to_word (const GValue *value,
             const GVariantType *type,
             gpointer user_data)
{
  const char *const *words = user_data;
  const guint row = g_value_get_uint (value);

  return row < g_strv_length ((char **) words) ? g_variant_new_string (words[row]) : NULL;
}

static void
bind_row (GSettings *settings,
          const char *key,
          AdwComboRow *row,
          const char *const *words)
{
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT, word_to_row, row_to_word, (gpointer) words, NULL);
}

static void
bind_settings (AncBundleOptionsPage *self,
               GSettings *settings)
{
  g_settings_bind (settings, "bundle-memo", self->memo_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "bundle-sender", gtk_text_view_get_buffer (self->sender_view), "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "bundle-recipient", gtk_text_view_get_buffer (self->recipient_view), "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "bundle-stamp-size", gtk_spin_button_get_adjustment (self->size_spin), "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "bundle-pdfa", self->pdfa_switch, "active", G_SETTINGS_BIND_DEFAULT);
  bind_row (settings, "bundle-stamp-place", self->place_row, anc_stamp_place_names);
  bind_row (settings, "bundle-form", self->form_row, form_names);
  bind_row (settings, "bundle-language", self->language_row, language_names);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_bundle_options_page_finalize (GObject *object)
{
  AncBundleOptionsPage *self = ANC_BUNDLE_OPTIONS_PAGE (object);

  g_strfreev (self->sender);
  g_strfreev (self->recipient);

  G_OBJECT_CLASS (anc_bundle_options_page_parent_class)->finalize (object);
}

static void
anc_bundle_options_page_class_init (AncBundleOptionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = anc_bundle_options_page_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ancrage/Ancrage/ui/anc-bundle-options.ui");
  gtk_widget_class_bind_template_child (widget_class, AncBundleOptionsPage, memo_switch);
  gtk_widget_class_bind_template_child (widget_class, AncBundleOptionsPage, first_spin);
  gtk_widget_class_bind_template_child (widget_class, AncBundleOptionsPage, again_switch);
  gtk_widget_class_bind_template_child (widget_class, AncBundleOptionsPage, sender_view);
  gtk_widget_class_bind_template_child (widget_class, AncBundleOptionsPage, recipient_view);
  gtk_widget_class_bind_template_child (widget_class, AncBundleOptionsPage, place_row);
  gtk_widget_class_bind_template_child (widget_class, AncBundleOptionsPage, size_spin);
  gtk_widget_class_bind_template_child (widget_class, AncBundleOptionsPage, form_row);
  gtk_widget_class_bind_template_child (widget_class, AncBundleOptionsPage, language_row);
  gtk_widget_class_bind_template_child (widget_class, AncBundleOptionsPage, pdfa_switch);
}

static void
anc_bundle_options_page_init (AncBundleOptionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->first_spin, "value-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->again_switch, "notify::active", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->language_row, "notify::selected", G_CALLBACK (changed_cb), self);
}

/**
 * anc_bundle_options_page_new:
 * @settings: (nullable): where what was asked for is remembered
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
anc_bundle_options_page_new (GSettings *settings)
{
  AncBundleOptionsPage *self = g_object_new (ANC_TYPE_BUNDLE_OPTIONS_PAGE, NULL);

  if (settings != NULL)
    bind_settings (self, settings);

  return GTK_WIDGET (self);
}

/* ---- Reading ------------------------------------------------------------------------------- */

/* NULL where there is nothing but space. */
static char **
dup_lines (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) typed = NULL;

  g_object_get (buffer, "text", &text, NULL);
  typed = g_strsplit (text, "\n", -1);
  for (char **line = typed; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_ptr_array_add (lines, g_strdup (*line));
  if (lines->len == 0)
    return NULL;
  g_ptr_array_add (lines, NULL);

  return (char **) g_ptr_array_steal (lines, NULL);
}

/**
 * anc_bundle_options_page_read:
 * @options: (inout): takes what the page says; its texts are valid until the next reading
 */
void
anc_bundle_options_page_read (AncBundleOptionsPage *self,
                              AncBundleOptions *options)
{
  g_return_if_fail (ANC_IS_BUNDLE_OPTIONS_PAGE (self));

  g_strfreev (self->sender);
  g_strfreev (self->recipient);
  self->sender = dup_lines (self->sender_view);
  self->recipient = dup_lines (self->recipient_view);

  options->has_memo = gtk_switch_get_active (self->memo_switch);
  options->first_number = (guint) gtk_spin_button_get_value_as_int (self->first_spin);
  options->again = gtk_switch_get_active (self->again_switch);
  options->sender = (const char *const *) self->sender;
  options->recipient = (const char *const *) self->recipient;
  options->stamp.place = adw_combo_row_get_selected (self->place_row);
  options->stamp.size = (guint) gtk_spin_button_get_value_as_int (self->size_spin);
  options->stamp.has_folio = TRUE;
  options->form = adw_combo_row_get_selected (self->form_row);
  options->language = adw_combo_row_get_selected (self->language_row) == 0 ? ANC_LANGUAGE_FR : ANC_LANGUAGE_EN;
  options->wants_pdfa = gtk_switch_get_active (self->pdfa_switch);
}
