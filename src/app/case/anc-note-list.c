/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-note-list.h"

#include "anc-line-layout.h"
#include "anc-source-markup.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* How narrow a note may become. A label tries that width whenever it says something else: this is as narrow as the
 * steps above the notes, with their buttons. */
#define NOTE_CHARS 30

/* Above a heading that is not the first. */
#define HEADING_SPACE 12

/* A note is a label of its own: to lay one out costs as much as its letters, and most stay as they are. */
typedef struct
{
  char *markup;
  GtkWidget *line;
} Note;

struct _AncNoteList
{
  GtkWidget parent_instance;

  GPtrArray *notes; /* of Note, as they stand */
};

G_DEFINE_FINAL_TYPE (AncNoteList, anc_note_list, GTK_TYPE_WIDGET)

static Note *
note_new (char *markup)
{
  Note *self = g_new0 (Note, 1);
  GtkWidget *label = anc_line_layout_create_text (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_width_chars (GTK_LABEL (label), NOTE_CHARS);
  gtk_widget_add_css_class (label, "anc-notes");
  self->markup = markup;
  self->line = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_layout_manager (self->line, anc_line_layout_new (0));
  gtk_box_append (GTK_BOX (self->line), label);

  return self;
}

static void
note_free (gpointer data)
{
  Note *self = data;

  if (gtk_widget_get_parent (self->line) != NULL)
    gtk_widget_unparent (self->line);
  g_object_unref (self->line);
  g_free (self->markup);
  g_free (self);
}

/* ---- What it says -------------------------------------------------------------------------- */

static char *
describe (const AncNote *note)
{
  g_autofree char *source = anc_source_get_markup (note->source);
  g_autofree char *sentence = g_markup_escape_text (note->text.in[anc_words_get_language ()], -1);

  return source != NULL ? g_strdup_printf ("• %s (%s)", sentence, source) : g_strdup_printf ("• %s", sentence);
}

/* The note that says @markup, taken from those there are, or a new one. Takes @markup. */
static Note *
take_note (AncNoteList *self,
           char *markup)
{
  for (guint i = 0; i < self->notes->len; i++)
    if (strcmp (((Note *) self->notes->pdata[i])->markup, markup) == 0)
      {
        g_free (markup);
        return g_ptr_array_steal_index (self->notes, i);
      }

  return note_new (markup);
}

static void
add_note (AncNoteList *self,
          GPtrArray *notes,
          char *markup,
          gboolean is_heading)
{
  Note *note = take_note (self, markup);
  GtkWidget *before = notes->len > 0 ? ((Note *) notes->pdata[notes->len - 1])->line : NULL;

  gtk_widget_set_margin_top (note->line, is_heading && before != NULL ? HEADING_SPACE : 0);
  if (gtk_widget_get_parent (note->line) == NULL || gtk_widget_get_prev_sibling (note->line) != before)
    gtk_widget_insert_after (note->line, GTK_WIDGET (self), before);
  g_ptr_array_add (notes, note);
}

static void
add_heading (AncNoteList *self,
             GPtrArray *notes,
             const char *title)
{
  add_note (self, notes, g_strdup_printf ("<b>%s</b>", title), TRUE);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_note_list_dispose (GObject *object)
{
  AncNoteList *self = ANC_NOTE_LIST (object);

  g_clear_pointer (&self->notes, g_ptr_array_unref);

  G_OBJECT_CLASS (anc_note_list_parent_class)->dispose (object);
}

static void
anc_note_list_class_init (AncNoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_note_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
anc_note_list_init (AncNoteList *self)
{
  self->notes = g_ptr_array_new_with_free_func (note_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

/**
 * anc_note_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
anc_note_list_new (void)
{
  return g_object_new (ANC_TYPE_NOTE_LIST, NULL);
}

/**
 * anc_note_list_update:
 * @verdict: of a regime that applies
 *
 * Returns: whether there is anything to say
 */
gboolean
anc_note_list_update (AncNoteList *self,
                      const AncVerdict *verdict)
{
  GPtrArray *notes;

  g_return_val_if_fail (ANC_IS_NOTE_LIST (self) && verdict != NULL, FALSE);

  notes = g_ptr_array_new_with_free_func (note_free);
  for (guint i = 0; i < verdict->n_cautions; i++)
    {
      if (i == 0)
        add_heading (self, notes, _ ("Cautions"));
      add_note (self, notes, describe (verdict->cautions[i]), FALSE);
    }
  for (guint i = 0; i < verdict->regime->effects->len; i++)
    {
      if (i == 0)
        add_heading (self, notes, _ ("What follows"));
      add_note (self, notes, describe (&g_array_index (verdict->regime->effects, AncNote, i)), FALSE);
    }
  g_ptr_array_unref (self->notes); /* what is said no more */
  self->notes = notes;

  return notes->len > 0;
}
