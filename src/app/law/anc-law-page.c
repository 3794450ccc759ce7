/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-law-page.h"

#include "anc-date-entry.h"
#include "anc-occupations-page.h"
#include "anc-page-switcher.h"
#include "anc-regimes-page.h"
#include "anc-wages-page.h"

#include <glib/gi18n.h>

#define SPACING 12

struct _AncLawPage
{
  AdwBin parent_instance;

  AncCountries *countries;
  GtkWidget *date;
  GtkWidget *regimes;
  GtkWidget *occupations;
  GtkWidget *wages;
};

G_DEFINE_FINAL_TYPE (AncLawPage, anc_law_page, ADW_TYPE_BIN)

static void
show_date (AncLawPage *self)
{
  const AncDate date = anc_date_entry_get_date (ANC_DATE_ENTRY (self->date));

  anc_regimes_page_set_date (ANC_REGIMES_PAGE (self->regimes), date);
  anc_occupations_page_set_date (ANC_OCCUPATIONS_PAGE (self->occupations), date);
  anc_wages_page_set_date (ANC_WAGES_PAGE (self->wages), date);
}

/* As in a case. */
static gboolean
type_date (GtkWidget *widget,
           GVariant *arguments,
           gpointer user_data)
{
  return gtk_widget_grab_focus (ANC_LAW_PAGE (widget)->date);
}

static void
anc_law_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (anc_law_page_parent_class)->dispose (object);
}

static void
anc_law_page_finalize (GObject *object)
{
  anc_countries_free (ANC_LAW_PAGE (object)->countries);

  G_OBJECT_CLASS (anc_law_page_parent_class)->finalize (object);
}

static void
anc_law_page_class_init (AncLawPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_law_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = anc_law_page_finalize;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_t, GDK_CONTROL_MASK, type_date, NULL);
}

static void
anc_law_page_init (AncLawPage *self)
{
  self->countries = anc_countries_new (NULL);
}

static GtkWidget *
create_head (AncLawPage *self,
             AncDate today)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (_ ("Filing date"));

  self->date = anc_date_entry_new (_ ("Filing date"), today, today);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_halign (head, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (head, SPACING);
  gtk_widget_set_margin_bottom (head, SPACING);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), self->date);

  return head;
}

static void
add_page (GtkWidget *stack,
          GtkWidget *child,
          const char *title,
          const char *icon)
{
  AdwViewStackPage *page = adw_view_stack_add_titled (ADW_VIEW_STACK (stack), child, NULL, title);

  adw_view_stack_page_set_icon_name (page, icon);
}

/**
 * anc_law_page_new:
 * @rules: the rules
 * @today: the day it begins with
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
anc_law_page_new (AncRules *rules,
                  AncDate today)
{
  AncLawPage *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = g_object_new (ANC_TYPE_PAGE_SWITCHER, NULL);
  GtkWidget *stack = adw_view_stack_new ();

  g_return_val_if_fail (rules != NULL, NULL);

  self = g_object_new (ANC_TYPE_LAW_PAGE, NULL);
  self->regimes = anc_regimes_page_new (rules, self->countries);
  self->occupations = anc_occupations_page_new (rules);
  self->wages = anc_wages_page_new (rules);
  add_page (stack, self->regimes, _ ("Regimes"), "anc-law-symbolic");
  add_page (stack, self->occupations, _ ("Lists of Occupations"), "view-list-symbolic");
  add_page (stack, self->wages, _ ("Minimum Wage"), "x-office-spreadsheet-symbolic");
  gtk_widget_set_vexpand (stack, TRUE);
  anc_page_switcher_set_stack (ANC_PAGE_SWITCHER (switcher), ADW_VIEW_STACK (stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), create_head (self, today));
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), stack);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->date, "notify::date", G_CALLBACK (show_date), self, G_CONNECT_SWAPPED);
  show_date (self);

  return GTK_WIDGET (self);
}
