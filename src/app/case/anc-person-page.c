/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-person-page.h"

#include "anc-fact-row.h"
#include "anc-field-row.h"
#include "anc-record-group.h"

#include <glib/gi18n.h>
#include <string.h>

struct _AncPersonPage
{
  AdwBin parent_instance;

  AncDesk *desk;
  AdwPreferencesPage *page;
  GtkSizeGroup *editors;
  GPtrArray *places; /* of GtkWidget: rows and groups that can take the focus */
};

G_DEFINE_FINAL_TYPE (AncPersonPage, anc_person_page, ADW_TYPE_BIN)

static const char *const person_columns[] = {
  "family_name",
  "given_names",
  "birth_date",
  "birth_place",
  "nationality",
  "sex",
  "foreigner_number",
  NULL
};
static const char *const reach_columns[] = { "address", "department", "phone", "email", NULL };
static const char *const case_columns[] = { "reference", "state", "tags", "notes", NULL };
static const char *const stay_columns[] = { "entry_date", NULL };

/* In the order in which a first meeting goes; tables of 0 end the list. */
static const AncTableId stay_tables[] = { ANC_TABLE_STAYS, ANC_TABLE_ABSENCES, ANC_TABLE_MEASURES, 0 };
static const AncTableId work_tables[] = { ANC_TABLE_EMPLOYERS, ANC_TABLE_JOBS, ANC_TABLE_OFFERS, 0 };

/* ---- Groups -------------------------------------------------------------------------------- */

static AdwPreferencesGroup *
add_group (AncPersonPage *self,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_columns (AncPersonPage *self,
             const char *title,
             const char *const *columns)
{
  AncRecord *head = anc_case_get_head (anc_desk_get_case (self->desk));
  AdwPreferencesGroup *group = add_group (self, title);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      const guint column = anc_table_find_column (anc_record_get_table (head), columns[i]);
      GtkWidget *row = anc_field_row_new (self->desk, head, column, self->editors);

      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->places, row);
    }
}

static void
add_tables (AncPersonPage *self,
            const AncTableId *tables)
{
  for (guint i = 0; tables[i] != 0; i++)
    {
      GtkWidget *group = anc_record_group_new (self->desk, tables[i], NULL);

      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
      g_ptr_array_add (self->places, group);
    }
}

/* ---- Facts --------------------------------------------------------------------------------- */

static const char *
get_group_title (const char *group)
{
  static const struct
  {
    const char *name;
    const char *title;
  } titles[] = {
    { "public_order", N_ ("Public order") },
    { "integration", N_ ("Integration") },
    { "filing", N_ ("The request") },
    { "work", N_ ("Work and grounds") },
    { "studies", N_ ("Studies") },
    { "exchange", N_ ("Exchanges of young professionals, talents") },
    { "authorisation", N_ ("Work authorisation") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i].name, group) == 0)
      return _ (titles[i].title);

  return group;
}

/* The groups of the catalogue, in its order; the facts of a group stand together. */
static void
add_facts (AncPersonPage *self)
{
  const AncFactCatalogue *catalogue = anc_rules_get_fact_catalogue (anc_desk_get_rules (self->desk));
  AdwPreferencesGroup *group = NULL;
  const char *name = NULL;

  for (guint i = 0; i < anc_fact_catalogue_get_count (catalogue); i++)
    {
      const AncFactDefinition *fact = anc_fact_catalogue_get (catalogue, i);
      GtkWidget *row = anc_fact_row_new (self->desk, fact);

      if (g_strcmp0 (name, fact->group) != 0)
        group = add_group (self, get_group_title (fact->group));
      name = fact->group;
      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->places, row);
    }
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_person_page_dispose (GObject *object)
{
  AncPersonPage *self = ANC_PERSON_PAGE (object);

  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_object (&self->editors);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_person_page_parent_class)->dispose (object);
}

static void
anc_person_page_class_init (AncPersonPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_person_page_dispose;
}

static void
anc_person_page_init (AncPersonPage *self)
{
  self->places = g_ptr_array_new ();
  self->editors = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}

/**
 * anc_person_page_new:
 * @desk: the desk of the case
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
anc_person_page_new (AncDesk *desk)
{
  AncPersonPage *self;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);

  self = g_object_new (ANC_TYPE_PERSON_PAGE, NULL);
  self->desk = g_object_ref (desk);
  add_columns (self, _ ("Person"), person_columns);
  add_columns (self, _ ("Stay in France"), stay_columns);
  add_tables (self, stay_tables);
  add_tables (self, work_tables);
  add_facts (self);
  add_columns (self, _ ("How to reach the person"), reach_columns);
  add_columns (self, _ ("The case in the office"), case_columns);

  return GTK_WIDGET (self);
}

static gboolean
is_place (GtkWidget *place,
          const char *field)
{
  if (ANC_IS_FIELD_ROW (place))
    return strcmp (anc_field_row_get_column (ANC_FIELD_ROW (place))->name, field) == 0;
  if (ANC_IS_FACT_ROW (place))
    return strcmp (anc_fact_row_get_name (ANC_FACT_ROW (place)), field) == 0;

  return strcmp (anc_table_get (anc_record_group_get_table (ANC_RECORD_GROUP (place)))->name, field) == 0;
}

/**
 * anc_person_page_show:
 * @field: a column of the head of the case, the name of a list, or that of a fact
 *
 * Takes the focus there.
 */
void
anc_person_page_show (AncPersonPage *self,
                      const char *field)
{
  g_return_if_fail (ANC_IS_PERSON_PAGE (self));
  g_return_if_fail (field != NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      GtkWidget *place = self->places->pdata[i];

      if (!is_place (place, field))
        continue;
      if (ANC_IS_FIELD_ROW (place))
        anc_field_row_focus (ANC_FIELD_ROW (place));
      else if (ANC_IS_FACT_ROW (place))
        anc_fact_row_focus (ANC_FACT_ROW (place));
      else
        anc_record_group_focus (ANC_RECORD_GROUP (place));
      return;
    }
}
