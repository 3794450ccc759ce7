/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-stage.h"

#include "anc-case-json.h"
#include "anc-law.h"

static void
created_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  AncStore **store = user_data;

  *store = anc_store_create_finish (result, &error);
  if (*store == NULL)
    g_error ("%s", error->message);
}

/* Pages look as in the application. */
void
anc_stage_load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/ancrage/Ancrage/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* An empty office in @folder, on the day @today. */
AncOffice *
anc_stage_create_office (const char *folder,
                         const char *today)
{
  g_autofree char *path = g_build_filename (folder, "picture.ancrage", NULL);
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();
  g_autoptr (AncRules) rules = NULL;
  g_autoptr (AncStore) store = NULL;
  AncOffice *office;
  AncDate date;

  anc_law_add_shipped (builder);
  rules = anc_rules_builder_end (builder);
  anc_store_create_async (path, NULL, NULL, created_cb, &store);
  while (store == NULL)
    g_main_context_iteration (NULL, TRUE);
  office = anc_office_new (store, rules);
  if (!anc_date_parse (today, &date))
    g_error ("%s is no date", today);
  anc_office_set_today (office, date);

  return office;
}

/* The case of a JSON file, which is not in @office yet. */
AncCase *
anc_stage_read_case (AncOffice *office,
                     const char *path)
{
  AncRules *rules = anc_office_get_rules (office);
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autofree char *text = NULL;
  g_autoptr (AncCaseRows) rows = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    g_error ("Cannot read %s", path);
  rows = anc_case_json_import (text,
                               length,
                               ANC_CASE_JSON_LENIENT,
                               anc_rules_get_territory (rules),
                               anc_rules_get_fact_catalogue (rules),
                               problems);
  if (rows == NULL)
    g_error ("%s is no case", path);

  return anc_case_new_from_rows (rows);
}

/* Returns: (transfer none) (nullable): the first widget of that type in @widget */
GtkWidget *
anc_stage_find (GtkWidget *widget,
                const char *type)
{
  if (g_strcmp0 (G_OBJECT_TYPE_NAME (widget), type) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = anc_stage_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}
