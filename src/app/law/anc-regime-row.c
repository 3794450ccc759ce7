/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-regime-row.h"

#include "anc-access.h"
#include "anc-law-parts.h"
#include "anc-outcome-badge.h"
#include "anc-source-markup.h"

#include "anc-verdict-words.h"
#include "anc-words.h"

#include "anc-criterion.h"
#include "anc-example.h"

#include <glib/gi18n.h>
#include <string.h>

#define SPACING 12

struct _AncRegimeRow
{
  AdwExpanderRow parent_instance;

  AncRules *rules;
  const AncRegime *regime;       /* of @rules */
  const AncCountries *countries; /* of the page */
  gboolean is_filled;
};

G_DEFINE_FINAL_TYPE (AncRegimeRow, anc_regime_row, ADW_TYPE_EXPANDER_ROW)

/* ---- Words --------------------------------------------------------------------------------- */

static const char *
get_words (const AncText *text)
{
  return text->in[anc_words_get_language ()];
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static char *
list_countries (AncRegimeRow *self,
                const GArray *codes)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < codes->len; i++)
    {
      char code[ANC_NATIONALITY_BUFFER_SIZE];
      const char *name = anc_countries_get_name (self->countries,
                                                 anc_nationality_format (g_array_index (codes, AncNationality, i), code));

      g_ptr_array_add (names, (gpointer) (name != NULL ? name : g_intern_string (code)));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
describe_nationalities (AncRegimeRow *self)
{
  const AncNationalityRule *rule = &self->regime->nationalities;
  g_autofree char *countries = NULL;

  if (!rule->restricts)
    return g_strdup (_ ("People of any nationality"));

  countries = list_countries (self, rule->codes);
  /* Translators: whom a regime concerns; countries follow. */
  return g_strdup_printf (rule->only ? _ ("Nationals of: %s") : _ ("All but nationals of: %s"), countries);
}

/* The force and the text, as markup. */
static char *
describe_criterion (const AncCriterion *criterion)
{
  g_autofree char *source = anc_source_get_markup (criterion->source);

  return source != NULL ? g_strdup_printf ("%s · %s", anc_words_force (criterion->force), source)
                        : g_strdup (anc_words_force (criterion->force));
}

/* Where in one text the regime reads: all its articles, as markup. */
static char *
describe_places (AncRegimeRow *self,
                 const char *title)
{
  g_autoptr (GString) places = g_string_new (NULL);

  for (guint i = 0; i < self->regime->sources->len; i++)
    {
      const AncSource *source = self->regime->sources->pdata[i];
      g_autofree char *place = anc_source_get_markup (source);

      if (strcmp (get_words (&source->title), title) != 0 || (source->article == NULL && source->url == NULL))
        continue;
      if (places->len > 0)
        g_string_append (places, " · ");
      g_string_append (places, place);
    }

  return g_string_free (g_steal_pointer (&places), FALSE);
}

/* ---- Parts --------------------------------------------------------------------------------- */

static void
add_criterion (GtkWidget *list,
               const AncCriterion *criterion,
               guint depth)
{
  g_autofree char *basis = describe_criterion (criterion);

  anc_law_parts_add_row (list, get_words (&criterion->title), basis, depth, NULL);
}

/* The root says nothing by itself where all of it is asked for. */
static void
add_node (GtkWidget *list,
          const AncNode *node,
          guint depth,
          gboolean is_root)
{
  const char *title = get_words (&node->title);
  const char *kind = node->type == ANC_NODE_ALL ? _ ("All of these:") : _ ("One of these:");

  if (node->type == ANC_NODE_CRITERION)
    {
      add_criterion (list, node->criterion, depth);
      return;
    }

  if (!is_root || node->type == ANC_NODE_ANY)
    anc_law_parts_add_row (list, title != NULL ? title : kind, title != NULL ? kind : NULL, depth++, NULL);
  for (guint i = 0; i < node->n_children; i++)
    add_node (list, node->children[i], depth, FALSE);
}

static GtkWidget *
add_section (GtkWidget *box,
             const char *title)
{
  GtkWidget *list = anc_law_parts_new_list (title);

  gtk_box_append (GTK_BOX (box), anc_law_parts_new_heading (title));
  gtk_box_append (GTK_BOX (box), list);

  return list;
}

static void
add_scope (AncRegimeRow *self,
           GtkWidget *box)
{
  GtkWidget *list = add_section (box, _ ("Whom and when it concerns"));
  g_autofree char *period = anc_words_filing_period (self->regime);
  g_autofree char *people = describe_nationalities (self);
  const char *grants = get_words (&self->regime->grants);

  anc_law_parts_add_row (list, period, NULL, 0, NULL);
  anc_law_parts_add_row (list, people, NULL, 0, NULL);
  if (grants != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("Would grant: %s."), grants);

      anc_law_parts_add_row (list, sentence, NULL, 0, NULL);
    }
}

static void
add_criteria (AncRegimeRow *self,
              GtkWidget *box)
{
  add_node (add_section (box, _ ("Criteria")), self->regime->require, 0, TRUE);

  if (self->regime->criteria->len > self->regime->n_required)
    {
      GtkWidget *list = add_section (box, _ ("Weighed by the prefect, never decisive alone"));

      for (guint i = self->regime->n_required; i < self->regime->criteria->len; i++)
        add_criterion (list, self->regime->criteria->pdata[i], 0);
    }
}

static void
add_notes (GtkWidget *box,
           const char *title,
           const GArray *notes)
{
  GtkWidget *list = notes->len > 0 ? add_section (box, title) : NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      const AncNote *note = &g_array_index (notes, AncNote, i);
      g_autofree char *source = anc_source_get_markup (note->source);

      anc_law_parts_add_row (list, get_words (&note->text), source, 0, NULL);
    }
}

/* Each text once, however many of its articles are read. */
static void
add_sources (AncRegimeRow *self,
             GtkWidget *box)
{
  GtkWidget *list = self->regime->sources->len > 0 ? add_section (box, _ ("Sources")) : NULL;
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->regime->sources->len; i++)
    {
      const char *title = get_words (&((const AncSource *) self->regime->sources->pdata[i])->title);
      g_autofree char *places = describe_places (self, title);

      if (g_hash_table_add (told, (gpointer) title))
        anc_law_parts_add_row (list, title, places, 0, NULL);
    }
}

/* What an example expects, and whether the engine answers that now: law that somebody changed may not hold it. */
static void
add_example (AncRegimeRow *self,
             GtkWidget *list,
             const AncExample *example)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  const gboolean holds = anc_example_run (example, self->regime, self->rules, problems);
  const char *expected = !example->applies ? _ ("does not apply") : example->has_outcome ? anc_words_outcome (example->outcome)
                                                                                         : _ ("applies");
  GtkWidget *badge = anc_outcome_badge_new (holds ? ANC_OUTCOME_MET : ANC_OUTCOME_NOT_MET);
  g_autofree char *date = anc_words_date (example->on);
  /* Translators: an example of a regime: the filing date, and what the regime has to answer. */
  g_autofree char *line = g_strdup_printf (_ ("Filed on %1$s · expected: %2$s"), date, expected);
  g_autofree char *markup = g_markup_escape_text (line, -1);

  anc_outcome_badge_set_text (ANC_OUTCOME_BADGE (badge), holds ? C_ ("example", "holds") : C_ ("example", "fails"));
  anc_law_parts_add_row (list, get_words (&example->name), markup, 0, badge);
}

static void
add_examples (AncRegimeRow *self,
              GtkWidget *box)
{
  GtkWidget *list = self->regime->examples->len > 0 ? add_section (box, _ ("Examples, run just now")) : NULL;

  for (guint i = 0; i < self->regime->examples->len; i++)
    add_example (self, list, &g_array_index (self->regime->examples, AncExample, i));
}

/* ---- Object -------------------------------------------------------------------------------- */

/* A regime has a hundred rows: they are made when somebody opens it. */
static void
expanded_cb (AncRegimeRow *self)
{
  GtkWidget *row, *box;

  if (self->is_filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->is_filled = TRUE;
  row = gtk_list_box_row_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_margin_start (box, SPACING);
  gtk_widget_set_margin_end (box, SPACING);
  gtk_widget_set_margin_top (box, SPACING / 2);
  gtk_widget_set_margin_bottom (box, SPACING);
  add_scope (self, box);
  add_criteria (self, box);
  add_notes (box, _ ("Cautions"), self->regime->cautions);
  add_notes (box, _ ("What follows"), self->regime->effects);
  add_sources (self, box);
  add_examples (self, box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
anc_regime_row_dispose (GObject *object)
{
  AncRegimeRow *self = ANC_REGIME_ROW (object);

  g_clear_pointer (&self->rules, anc_rules_unref);

  G_OBJECT_CLASS (anc_regime_row_parent_class)->dispose (object);
}

static void
anc_regime_row_class_init (AncRegimeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_regime_row_dispose;
}

static void
anc_regime_row_init (AncRegimeRow *self)
{
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * anc_regime_row_new:
 * @rules: the rules
 * @regime: a regime of them
 * @countries: the names of countries; they stay as long as the row
 *
 * Returns: (transfer floating): its row, closed
 */
GtkWidget *
anc_regime_row_new (AncRules *rules,
                    const AncRegime *regime,
                    const AncCountries *countries)
{
  AncRegimeRow *self;
  g_autofree char *title = NULL;
  g_autofree char *period = NULL;

  g_return_val_if_fail (rules != NULL && regime != NULL && countries != NULL, NULL);

  self = g_object_new (ANC_TYPE_REGIME_ROW, NULL);
  self->rules = anc_rules_ref (rules);
  self->regime = regime;
  self->countries = countries;
  title = g_markup_escape_text (get_words (&regime->title), -1);
  period = anc_words_filing_period (regime);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), period);
  anc_access_name (GTK_WIDGET (self), get_words (&regime->title));

  return GTK_WIDGET (self);
}

const AncRegime *
anc_regime_row_get_regime (AncRegimeRow *self)
{
  g_return_val_if_fail (ANC_IS_REGIME_ROW (self), NULL);

  return self->regime;
}
