/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-wages-page.h"

#include "anc-law-parts.h"
#include "anc-outcome-badge.h"
#include "anc-source-markup.h"

#include "anc-words.h"

#include <glib/gi18n.h>

struct _AncWagesPage
{
  AdwBin parent_instance;

  AncRules *rules;
  GPtrArray *marks; /* of GtkWidget, by wage: shown beside the one in force */
};

G_DEFINE_FINAL_TYPE (AncWagesPage, anc_wages_page, ADW_TYPE_BIN)

static void
anc_wages_page_dispose (GObject *object)
{
  AncWagesPage *self = ANC_WAGES_PAGE (object);

  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->rules, anc_rules_unref);

  G_OBJECT_CLASS (anc_wages_page_parent_class)->dispose (object);
}

static void
anc_wages_page_class_init (AncWagesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_wages_page_dispose;
}

static void
anc_wages_page_init (AncWagesPage *self)
{
  self->marks = g_ptr_array_new ();
}

static GtkWidget *
create_mark (void)
{
  GtkWidget *mark = anc_outcome_badge_new (ANC_OUTCOME_MET);

  anc_outcome_badge_set_text (ANC_OUTCOME_BADGE (mark), _ ("in force"));
  gtk_widget_set_visible (mark, FALSE);

  return mark;
}

static void
add_wage (AncWagesPage *self,
          GtkWidget *list,
          const AncWage *wage)
{
  GtkWidget *mark = create_mark ();
  g_autofree char *date = anc_words_date (wage->from);
  g_autofree char *hourly = anc_words_money (wage->hourly);
  g_autofree char *monthly = anc_words_money (wage->monthly);
  /* Translators: a minimum wage: its first day, gross for an hour, gross for a month of 151.67 hours. */
  g_autofree char *line = g_strdup_printf (_ ("From %1$s: %2$s an hour, %3$s a month"), date, hourly, monthly);
  g_autofree char *source = anc_source_link_addresses (wage->source);

  anc_law_parts_add_row (list, line, source, 0, mark);
  g_ptr_array_add (self->marks, mark);
}

/**
 * anc_wages_page_new:
 * @rules: the rules
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
anc_wages_page_new (AncRules *rules)
{
  AncWagesPage *self = g_object_new (ANC_TYPE_WAGES_PAGE, NULL);
  const AncWages *wages = anc_rules_get_wages (rules);
  const guint n_wages = anc_wages_get_count (wages);
  const char *title = _ ("Minimum wage (SMIC), gross, for 151.67 hours a month");
  GtkWidget *list = anc_law_parts_new_list (title);
  GtkWidget *column;

  self->rules = anc_rules_ref (rules);
  adw_bin_set_child (ADW_BIN (self), anc_law_parts_new_column (&column));
  gtk_box_append (GTK_BOX (column), anc_law_parts_new_heading (title));
  gtk_box_append (GTK_BOX (column), list);
  for (guint i = 0; i < n_wages; i++)
    add_wage (self, list, anc_wages_get (wages, n_wages - 1 - i));

  return GTK_WIDGET (self);
}

void
anc_wages_page_set_date (AncWagesPage *self,
                         AncDate date)
{
  const AncWages *wages;
  gboolean is_found = FALSE;

  g_return_if_fail (ANC_IS_WAGES_PAGE (self));

  wages = anc_rules_get_wages (self->rules);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const gboolean is_past = anc_wages_get (wages, self->marks->len - 1 - i)->from <= date;

      gtk_widget_set_visible (self->marks->pdata[i], is_past && !is_found);
      is_found = is_found || is_past;
    }
}
