/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-field-options.h"

#include "anc-record-summary.h"
#include "anc-record-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>

/* Long names are cut rather than widening the window. */
#define MAX_CHARS 40

struct _AncFieldOptions
{
  AncDesk *desk; /* not owned: it outlives the rows that hold this */
  AncRecord *record;
  guint column;
  GtkStringList *texts;
  GPtrArray *words; /* of char *; NULL for not recorded; in the order of @texts */
};

static const AncColumn *
get_column (const AncFieldOptions *self)
{
  return &anc_record_get_table (self->record)->columns[self->column];
}

/**
 * anc_field_options_suit:
 *
 * Returns: whether the values of the column are chosen rather than typed
 */
gboolean
anc_field_options_suit (const AncTable *table,
                        const AncColumn *column)
{
  switch (column->field->type)
    {
    case ANC_FIELD_BOOLEAN:
    case ANC_FIELD_CHOICE:
    case ANC_FIELD_NATIONALITY:
    case ANC_FIELD_REFERENCE:
      return TRUE;
    case ANC_FIELD_IDENTIFIER:
      return table->id == ANC_TABLE_EVENTS || table->id == ANC_TABLE_DOCUMENTS;
    default:
      return FALSE;
    }
}

static void
add (GPtrArray *words,
     GPtrArray *texts,
     const char *word,
     const char *text)
{
  g_ptr_array_add (words, g_strdup (word));
  g_ptr_array_add (texts, g_strdup (text));
}

static void
add_references (const AncFieldOptions *self,
                GPtrArray *words,
                GPtrArray *texts)
{
  const AncTable *target = anc_table_find (get_column (self)->field->record->key);
  AncCase *a_case = anc_desk_get_case (self->desk);
  AncRecordList *list = anc_case_get_list (a_case, target->id);

  for (guint i = 0; i < anc_record_list_get_count (list); i++)
    {
      AncRecord *record = anc_record_list_get (list, i);
      const char *id = anc_record_get_text (record, "id");
      g_autofree char *text = anc_record_summarise (a_case, record, NULL);

      if (id != NULL)
        add (words, texts, id, text);
    }
}

static void
add_document_kinds (const AncFieldOptions *self,
                    GPtrArray *words,
                    GPtrArray *texts)
{
  GPtrArray *kinds = anc_exhibit_rules_get_kinds (anc_desk_get_exhibit_rules (self->desk));

  for (guint i = 0; i < kinds->len; i++)
    {
      const AncExhibitKind *kind = kinds->pdata[i];

      add (words, texts, kind->id, kind->title.in[anc_words_get_language ()]);
    }
}

static void
add_event_kinds (GPtrArray *words,
                 GPtrArray *texts)
{
  for (guint i = 0; anc_words_get_event_kind (i) != NULL; i++)
    {
      g_autofree char *text = anc_words_event (anc_words_get_event_kind (i));

      add (words, texts, anc_words_get_event_kind (i), text);
    }
}

static void
add_choices (const AncFieldOptions *self,
             GPtrArray *words,
             GPtrArray *texts)
{
  const AncTable *table = anc_record_get_table (self->record);
  const AncColumn *column = get_column (self);
  AncCountries *countries = anc_desk_get_countries (self->desk);

  switch (column->field->type)
    {
    case ANC_FIELD_BOOLEAN:
      add (words, texts, "1", C_ ("answer", "yes"));
      add (words, texts, "0", C_ ("answer", "no"));
      break;
    case ANC_FIELD_CHOICE:
      for (guint i = 0; column->field->choices[i] != NULL; i++)
        add (words, texts, column->field->choices[i], anc_words_choice (table, column, column->field->choices[i]));
      break;
    case ANC_FIELD_NATIONALITY:
      for (guint i = 0; i < anc_countries_get_count (countries); i++)
        {
          const char *code = anc_countries_get_code (countries, i);

          add (words, texts, code, anc_countries_get_name (countries, code));
        }
      break;
    case ANC_FIELD_IDENTIFIER:
      if (table->id == ANC_TABLE_DOCUMENTS)
        add_document_kinds (self, words, texts);
      else
        add_event_kinds (words, texts);
      break;
    case ANC_FIELD_REFERENCE:
    default:
      add_references (self, words, texts);
      break;
    }
}

static char *
get_word (const AncValue *value)
{
  if (value->type == ANC_VALUE_TEXT)
    return g_strdup (value->text);
  if (value->type == ANC_VALUE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);

  return NULL;
}

static gboolean
contains (GPtrArray *words,
          const char *word)
{
  for (guint i = 0; i < words->len; i++)
    if (g_strcmp0 (words->pdata[i], word) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_texts (const AncFieldOptions *self,
           GPtrArray *words,
           GPtrArray *texts)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->texts)) != texts->len)
    return FALSE;

  for (guint i = 0; i < texts->len; i++)
    if (g_strcmp0 (gtk_string_list_get_string (self->texts, i), texts->pdata[i]) != 0
        || g_strcmp0 (self->words->pdata[i], words->pdata[i]) != 0)
      return FALSE;

  return TRUE;
}

/**
 * anc_field_options_new:
 * @desk: the desk of the case
 * @record: a record of it
 * @column: the index of one of its columns that suits
 *
 * Returns: (transfer full): what can be chosen
 */
AncFieldOptions *
anc_field_options_new (AncDesk *desk,
                       AncRecord *record,
                       guint column)
{
  AncFieldOptions *self = g_new0 (AncFieldOptions, 1);

  self->desk = desk;
  self->record = g_object_ref (record);
  self->column = column;
  self->texts = gtk_string_list_new (NULL);
  self->words = g_ptr_array_new_with_free_func (g_free);
  anc_field_options_update (self);

  return self;
}

void
anc_field_options_free (AncFieldOptions *self)
{
  g_object_unref (self->record);
  g_object_unref (self->texts);
  g_ptr_array_unref (self->words);
  g_free (self);
}

GListModel *
anc_field_options_get_model (AncFieldOptions *self)
{
  return G_LIST_MODEL (self->texts);
}

/**
 * anc_field_options_update:
 *
 * Follows what was added, renamed or deleted in the case.
 *
 * Returns: whether the options are others than before
 */
gboolean
anc_field_options_update (AncFieldOptions *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *word = get_word (anc_record_get_value (self->record, self->column));

  add (words, texts, NULL, _ ("not recorded"));
  add_choices (self, words, texts);
  if (!contains (words, word))
    add (words, texts, word, word);
  if (has_texts (self, words, texts))
    return FALSE;

  g_ptr_array_unref (self->words);
  self->words = g_steal_pointer (&words);
  g_ptr_array_add (texts, NULL);
  gtk_string_list_splice (self->texts,
                          0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->texts)),
                          (const char *const *) texts->pdata);
  return TRUE;
}

/**
 * anc_field_options_find:
 *
 * Returns: the place of a value the record holds or held
 */
guint
anc_field_options_find (AncFieldOptions *self,
                        const AncValue *value)
{
  g_autofree char *word = get_word (value);

  for (guint i = 0; i < self->words->len; i++)
    if (g_strcmp0 (self->words->pdata[i], word) == 0)
      return i;

  return 0;
}

/**
 * anc_field_options_read:
 * @value: (inout): a cleared value; takes what stands at @index
 */
void
anc_field_options_read (AncFieldOptions *self,
                        guint index,
                        AncValue *value)
{
  const char *word;

  g_return_if_fail (index < self->words->len);

  word = self->words->pdata[index];
  if (word == NULL)
    return;
  if (get_column (self)->type == ANC_VALUE_INTEGER)
    anc_value_set_integer (value, g_ascii_strtoll (word, NULL, 10));
  else
    anc_value_set_text (value, word, -1);
}

/* ---- Showing them -------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  gtk_list_item_set_child (item,
                           g_object_new (GTK_TYPE_LABEL,
                                         "xalign",
                                         0.0,
                                         "ellipsize",
                                         PANGO_ELLIPSIZE_END,
                                         "max-width-chars",
                                         MAX_CHARS,
                                         NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, g_utf8_strlen (text, -1) > MAX_CHARS ? text : NULL);
}

/**
 * anc_field_options_new_factory:
 *
 * Returns: (transfer full): what shows the options, in the list and on its button
 */
GtkListItemFactory *
anc_field_options_new_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}
