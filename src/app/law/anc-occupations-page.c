/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-occupations-page.h"

#include "anc-access.h"
#include "anc-law-parts.h"
#include "anc-outcome-badge.h"
#include "anc-source-markup.h"

#include "anc-words.h"

#include "anc-fold.h"
#include "anc-occupation-query.h"

#include <glib/gi18n.h>
#include <string.h>

/* Names found for some words: more are no help to choose from. */
#define MAX_NAMES 30

struct _AncOccupationsPage
{
  AdwBin parent_instance;

  AncRules *rules;
  AncDate date;
  GArray *regions; /* of AncRegion, by row of the drop-down */
  GtkWidget *entry;
  GtkWidget *region;
  GtkWidget *results; /* GtkBox, filled anew for each question */
};

G_DEFINE_FINAL_TYPE (AncOccupationsPage, anc_occupations_page, ADW_TYPE_BIN)

static GQuark code_quark;

static const AncOccupations *
get_occupations (AncOccupationsPage *self)
{
  return anc_rules_get_occupations (self->rules);
}

/* ---- What a list says ---------------------------------------------------------------------- */

static const char *
get_status_word (AncRowStatus status)
{
  static const char *const words[] = { N_ ("known to be off"), N_ ("probably on: check the official text"), N_ ("on") };

  return _ (words[status]);
}

static char *
describe_span (const AncListRow *row)
{
  g_autofree char *from = anc_words_date (row->from);
  g_autofree char *until = row->until != ANC_DATE_NONE ? anc_words_date (row->until) : NULL;

  return until != NULL ? g_strdup_printf (_ ("from %1$s to %2$s"), from, until) : g_strdup_printf (_ ("from %s"), from);
}

static void
add_row (AncOccupationsPage *self,
         GtkWidget *list,
         const AncListRow *row)
{
  char code[ANC_CODE_BUFFER_SIZE];
  const char *where = row->region == ANC_REGION_ANY ? _ ("everywhere")
                                                    : anc_territory_get_region_name (anc_rules_get_territory (self->rules), row->region);
  g_autofree char *span = describe_span (row);
  g_autofree char *title = g_strdup_printf ("%s %s", anc_code_format (row->code, code), row->label);
  g_autofree char *line = g_markup_printf_escaped ("%s · %s · %s\n", where, get_status_word (row->status), span);
  g_autofree char *source = anc_source_link_addresses (row->source);
  g_autofree char *markup = g_strconcat (line, source, NULL);

  anc_law_parts_add_row (list, title, markup, 1, NULL);
}

static GtkWidget *
create_answer (AncListing listing)
{
  static const struct
  {
    AncOutcome outcome;
    const char *word;
  } answers[] = {
    [ANC_LISTING_OFF] = { ANC_OUTCOME_NOT_MET, NC_ ("occupation list", "off") },
    [ANC_LISTING_UNDECIDED] = { ANC_OUTCOME_ARGUABLE, NC_ ("occupation list", "undecided") },
    [ANC_LISTING_ON] = { ANC_OUTCOME_MET, NC_ ("occupation list", "on") },
  };
  GtkWidget *badge = anc_outcome_badge_new (answers[listing].outcome);

  anc_outcome_badge_set_text (ANC_OUTCOME_BADGE (badge), g_dpgettext2 (NULL, "occupation list", answers[listing].word));

  return badge;
}

static void
add_list (AncOccupationsPage *self,
          GtkWidget *rows,
          const AncOccupationQuery *query,
          const AncOccupationList *list)
{
  const gboolean is_in_force = anc_occupation_list_find_period (list, query->on) != NULL;
  g_autofree char *source = anc_source_link_addresses (list->source);
  g_autofree char *markup = is_in_force ? g_steal_pointer (&source)
                                        : g_markup_escape_text (_ ("The list is not in force on that date."), -1);
  const AncListing listing = anc_occupation_query_answer (query, get_occupations (self), list);

  anc_law_parts_add_row (rows, list->title.in[anc_words_get_language ()], markup, 0, create_answer (listing));
  for (guint i = 0; i < list->rows->len; i++)
    {
      const AncListRow *row = &g_array_index (list->rows, AncListRow, i);

      if (anc_occupation_query_concerns_row (query, get_occupations (self), row))
        add_row (self, rows, row);
    }
}

/* The families of the code, so that one sees that it is the occupation that was meant. */
static void
add_families (AncOccupationsPage *self,
              const AncOccupationQuery *query)
{
  const char *title = _ ("The occupation");
  GtkWidget *rows = anc_law_parts_new_list (title);
  guint n_families;
  const AncFamily *families = anc_occupations_get_families (get_occupations (self), &n_families);
  gboolean is_known = FALSE;

  for (guint i = 0; i < n_families; i++)
    {
      char fap[ANC_CODE_BUFFER_SIZE], rome[ANC_CODE_BUFFER_SIZE];
      g_autofree char *family = NULL;
      g_autofree char *held = NULL;

      if (!anc_occupation_query_concerns_family (query, &families[i]))
        continue;

      is_known = TRUE;
      family = g_strdup_printf (_ ("FAP %1$s %2$s"), anc_code_format (families[i].fap, fap), families[i].fap_label);
      if (families[i].rome != ANC_CODE_NONE)
        held = g_markup_printf_escaped (_ ("ROME %1$s %2$s"), anc_code_format (families[i].rome, rome), families[i].rome_label);
      anc_law_parts_add_row (rows, family, held, 0, NULL);
    }
  if (!is_known)
    anc_law_parts_add_row (rows, _ ("The code is in no family of the table."), NULL, 0, NULL);
  gtk_box_append (GTK_BOX (self->results), anc_law_parts_new_heading (title));
  gtk_box_append (GTK_BOX (self->results), rows);
}

static void
show_answers (AncOccupationsPage *self,
              const AncOccupationQuery *query)
{
  const char *title = _ ("What the lists say");
  GtkWidget *rows = anc_law_parts_new_list (title);

  add_families (self, query);
  for (guint i = 0; i < anc_occupations_get_n_lists (get_occupations (self)); i++)
    add_list (self, rows, query, anc_occupations_get_list (get_occupations (self), i));
  gtk_box_append (GTK_BOX (self->results), anc_law_parts_new_heading (title));
  gtk_box_append (GTK_BOX (self->results), rows);
}

/* ---- Names --------------------------------------------------------------------------------- */

static gboolean
has_words (const char *name,
           char **words)
{
  g_autofree char *folded = anc_fold (name, -1);

  for (; *words != NULL; words++)
    if (strstr (folded, *words) == NULL)
      return FALSE;

  return TRUE;
}

static void
name_activated_cb (AncOccupationsPage *self,
                   GtkListBoxRow *row)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), g_object_get_qdata (G_OBJECT (row), code_quark));
}

static void
add_name (GtkWidget *rows,
          GHashTable *told,
          AncCode code,
          const char *name)
{
  char text[ANC_CODE_BUFFER_SIZE];
  GtkWidget *row;
  g_autofree char *title = NULL;
  g_autofree char *markup = NULL;

  if (code == ANC_CODE_NONE || g_hash_table_size (told) == MAX_NAMES || !g_hash_table_add (told, g_memdup2 (&code, sizeof code)))
    return;

  anc_code_format (code, text);
  title = g_strdup_printf ("%s %s", text, name);
  markup = g_markup_escape_text (title, -1);
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_qdata_full (G_OBJECT (row), code_quark, g_strdup (text), g_free);
  gtk_list_box_append (GTK_LIST_BOX (rows), row);
}

static void
add_names (AncOccupationsPage *self,
           GtkWidget *rows,
           GHashTable *told,
           char **words)
{
  guint n_families;
  const AncFamily *families = anc_occupations_get_families (get_occupations (self), &n_families);

  for (guint i = 0; i < n_families; i++)
    {
      if (has_words (families[i].fap_label, words))
        add_name (rows, told, families[i].fap, families[i].fap_label);
      if (families[i].rome != ANC_CODE_NONE && has_words (families[i].rome_label, words))
        add_name (rows, told, families[i].rome, families[i].rome_label);
    }
  for (guint i = 0; i < anc_occupations_get_n_lists (get_occupations (self)); i++)
    {
      const AncOccupationList *list = anc_occupations_get_list (get_occupations (self), i);

      for (guint j = 0; j < list->rows->len; j++)
        {
          const AncListRow *row = &g_array_index (list->rows, AncListRow, j);

          if (has_words (row->label, words))
            add_name (rows, told, row->code, row->label);
        }
    }
}

static void
show_names (AncOccupationsPage *self,
            const char *text)
{
  const char *title = _ ("Occupations of that name");
  GtkWidget *rows = anc_law_parts_new_list (title);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *folded = anc_fold (text, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  g_signal_connect_object (rows, "row-activated", G_CALLBACK (name_activated_cb), self, G_CONNECT_SWAPPED);
  add_names (self, rows, told, words);
  if (g_hash_table_size (told) == 0)
    anc_law_parts_add_row (rows, _ ("No occupation has these words in its name."), NULL, 0, NULL);
  gtk_box_append (GTK_BOX (self->results), anc_law_parts_new_heading (title));
  gtk_box_append (GTK_BOX (self->results), rows);
}

/* ---- Asking -------------------------------------------------------------------------------- */

/* Codes are written in capitals; people type them as they come. */
static void
ask (AncOccupationsPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *capitals = g_ascii_strup (text, -1);
  AncOccupationQuery query = { .on = self->date };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->results)) != NULL)
    gtk_box_remove (GTK_BOX (self->results), child);
  if (*text == '\0')
    return;

  query.region = g_array_index (self->regions, AncRegion, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->region)));
  if (anc_occupation_parse (capitals, &query.occupation))
    show_answers (self, &query);
  else
    show_names (self, text);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_occupations_page_dispose (GObject *object)
{
  AncOccupationsPage *self = ANC_OCCUPATIONS_PAGE (object);

  g_clear_pointer (&self->regions, g_array_unref);
  g_clear_pointer (&self->rules, anc_rules_unref);

  G_OBJECT_CLASS (anc_occupations_page_parent_class)->dispose (object);
}

static void
anc_occupations_page_class_init (AncOccupationsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_occupations_page_dispose;
  code_quark = g_quark_from_static_string ("anc-occupation-code");
}

static void
anc_occupations_page_init (AncOccupationsPage *self)
{
  self->regions = g_array_new (FALSE, FALSE, sizeof (AncRegion));
}

static GtkWidget *
create_regions (AncOccupationsPage *self)
{
  const AncTerritory *territory = anc_rules_get_territory (self->rules);
  GtkStringList *names = gtk_string_list_new (NULL);
  AncRegion region = ANC_REGION_NONE;

  do
    {
      g_array_append_val (self->regions, region);
      gtk_string_list_append (names, region == ANC_REGION_NONE ? _ ("All regions") : anc_territory_get_region_name (territory, region));
      region = anc_territory_get_next_region (territory, region);
    }
  while (region != ANC_REGION_NONE);

  return gtk_drop_down_new (G_LIST_MODEL (names), NULL);
}

static GtkWidget *
create_question (AncOccupationsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  g_object_set (self->entry, "placeholder-text", _ ("Cook, A1416, S1Z40…"), NULL);
  anc_access_name (self->entry, _ ("Name or code of an occupation"));
  self->region = create_regions (self);
  anc_access_name (self->region, _ ("Region of the job"));
  anc_access_name (gtk_widget_get_first_child (self->region), _ ("Region of the job"));
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->region);

  return box;
}

/**
 * anc_occupations_page_new:
 * @rules: the rules
 *
 * Returns: (transfer floating): the page; it answers for no day until it has its date
 */
GtkWidget *
anc_occupations_page_new (AncRules *rules)
{
  AncOccupationsPage *self = g_object_new (ANC_TYPE_OCCUPATIONS_PAGE, NULL);
  GtkWidget *column;

  self->rules = anc_rules_ref (rules);
  self->date = ANC_DATE_MIN;
  adw_bin_set_child (ADW_BIN (self), anc_law_parts_new_column (&column));
  self->results = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (column), create_question (self));
  gtk_box_append (GTK_BOX (column), self->results);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->region, "notify::selected", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
anc_occupations_page_set_date (AncOccupationsPage *self,
                               AncDate date)
{
  g_return_if_fail (ANC_IS_OCCUPATIONS_PAGE (self));

  self->date = date;
  ask (self);
}
