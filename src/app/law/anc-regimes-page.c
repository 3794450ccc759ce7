/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-regimes-page.h"

#include "anc-law-parts.h"

#include <glib/gi18n.h>

/* In the order of the page. */
typedef enum
{
  SECTION_IN_FORCE,
  SECTION_LATER,
  SECTION_ENDED,
  N_SECTIONS,
} Section;

struct _AncRegimesPage
{
  AdwBin parent_instance;

  GPtrArray *rows; /* of AncRegimeRow, owned; in the order of the regimes */
  GtkWidget *headings[N_SECTIONS];
  GtkWidget *lists[N_SECTIONS];
};

G_DEFINE_FINAL_TYPE (AncRegimesPage, anc_regimes_page, ADW_TYPE_BIN)

static void
anc_regimes_page_dispose (GObject *object)
{
  AncRegimesPage *self = ANC_REGIMES_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (anc_regimes_page_parent_class)->dispose (object);
}

static void
anc_regimes_page_class_init (AncRegimesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_regimes_page_dispose;
}

static void
anc_regimes_page_init (AncRegimesPage *self)
{
  static const char *const titles[] = { N_ ("In force"), N_ ("Not yet in force"), N_ ("No longer in force") };
  GtkWidget *column;

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  adw_bin_set_child (ADW_BIN (self), anc_law_parts_new_column (&column));
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      self->headings[i] = anc_law_parts_new_heading (_ (titles[i]));
      self->lists[i] = anc_law_parts_new_list (_ (titles[i]));
      gtk_box_append (GTK_BOX (column), self->headings[i]);
      gtk_box_append (GTK_BOX (column), self->lists[i]);
    }
}

/**
 * anc_regimes_page_new:
 * @rules: the rules
 * @countries: the names of countries; they stay as long as the page
 *
 * Returns: (transfer floating): the page; it is empty until it has its date
 */
GtkWidget *
anc_regimes_page_new (AncRules *rules,
                      const AncCountries *countries)
{
  AncRegimesPage *self = g_object_new (ANC_TYPE_REGIMES_PAGE, NULL);

  for (guint i = 0; i < anc_rules_get_n_regimes (rules); i++)
    g_ptr_array_add (self->rows, g_object_ref_sink (anc_regime_row_new (rules, anc_rules_get_regime (rules, i), countries)));

  return GTK_WIDGET (self);
}

static Section
get_section (const AncRegime *regime,
             AncDate date)
{
  if (anc_regime_is_in_force (regime, date))
    return SECTION_IN_FORCE;

  return date < regime->from ? SECTION_LATER : SECTION_ENDED;
}

/* Each row stands where it belongs; one that stays in its list keeps its place and what it shows. */
void
anc_regimes_page_set_date (AncRegimesPage *self,
                           AncDate date)
{
  int n_rows[N_SECTIONS] = { 0 };

  g_return_if_fail (ANC_IS_REGIMES_PAGE (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      const Section section = get_section (anc_regime_row_get_regime (ANC_REGIME_ROW (row)), date);
      GtkWidget *parent = gtk_widget_get_parent (row);

      if (parent != self->lists[section])
        {
          if (parent != NULL)
            gtk_list_box_remove (GTK_LIST_BOX (parent), row);
          gtk_list_box_insert (GTK_LIST_BOX (self->lists[section]), row, n_rows[section]);
        }
      n_rows[section]++;
    }
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      gtk_widget_set_visible (self->headings[i], n_rows[i] > 0);
      gtk_widget_set_visible (self->lists[i], n_rows[i] > 0);
    }
}
