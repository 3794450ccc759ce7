/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-view-fixture.h"

/* A link stands over its words, is a link to a screen reader, and goes with its page. */
static void
test_link_leads (AncViewFixture *fixture,
                 gconstpointer data)
{
  AncRect place = anc_page_layout_get_place (fixture->view->layout, 0, (AncRect){ 60, 70, 170, 112 });
  graphene_rect_t bounds;
  GPtrArray *links;
  GtkWidget *link;

  anc_test_wait_for ((links = g_hash_table_lookup (fixture->view->links, GUINT_TO_POINTER (0))) != NULL);
  anc_view_settle ();
  g_assert_cmpuint (links->len, ==, 1);
  link = g_ptr_array_index (links, 0);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (link)), ==, GTK_ACCESSIBLE_ROLE_LINK);
  g_assert_true (gtk_widget_compute_bounds (link, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, place.x0, 2);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, place.y0, 2);

  anc_page_view_turn (fixture->view, 1);
  anc_view_settle ();
  place = anc_page_layout_get_place (fixture->view->layout, 0, (AncRect){ 60, 70, 170, 112 });
  g_assert_true (gtk_widget_compute_bounds (link, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.size.height, anc_rect_height (place), 2);

  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpuint (anc_page_view_get_page (fixture->view), ==, ANC_VIEW_N_PAGES - 1);
  anc_view_settle ();
  anc_test_wait_for (!g_hash_table_contains (fixture->view->links, GUINT_TO_POINTER (0))); /* far away, and its words too */
  g_assert_null (anc_page_view_get_words (fixture->view, 0));
}

static void
got_fields_cb (GObject *object,
               GAsyncResult *result,
               gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GPtrArray *
list_fields (AncViewFixture *fixture)
{
  GPtrArray *fields = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  fixture->source->has_form = TRUE;
  anc_page_source_list_fields_async (ANC_PAGE_SOURCE (fixture->source), NULL, got_fields_cb, &result);
  anc_test_wait_for (result != NULL);
  fields = anc_page_source_list_finish (ANC_PAGE_SOURCE (fixture->source), result, NULL);

  return fields;
}

static void
test_form_is_filled_in (AncViewFixture *fixture,
                        gconstpointer data)
{
  g_autoptr (AncPageForm) form = anc_page_form_new (list_fields (fixture));
  g_autoptr (GHashTable) values = NULL;
  GPtrArray *widgets;

  anc_page_view_set_form (fixture->view, form);
  anc_view_settle ();
  widgets = fixture->view->field_widgets;
  g_assert_false (anc_page_form_has_changes (form));
  g_assert_null (g_ptr_array_index (widgets, 7)); /* nobody signs here */

  /* What is typed in one goes to all of its name; one button of a group is pressed. */
  gtk_editable_set_text (g_ptr_array_index (widgets, 0), "Imaginaire");
  g_assert_cmpstr (gtk_editable_get_text (g_ptr_array_index (widgets, 1)), ==, "Imaginaire");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (g_ptr_array_index (widgets, 2)), "deux\nlignes", -1);
  gtk_check_button_set_active (g_ptr_array_index (widgets, 4), TRUE);
  g_assert_false (gtk_check_button_get_active (g_ptr_array_index (widgets, 3)));
  gtk_check_button_set_active (g_ptr_array_index (widgets, 5), TRUE);
  g_assert_cmpuint (gtk_drop_down_get_selected (g_ptr_array_index (widgets, 6)), ==, 1);
  gtk_drop_down_set_selected (g_ptr_array_index (widgets, 6), 0);
  g_assert_true (anc_page_form_has_changes (form));

  values = anc_page_form_dup_values (form);
  g_assert_cmpuint (g_hash_table_size (values), ==, 5);
  g_assert_cmpstr (g_hash_table_lookup (values, "name"), ==, "Imaginaire");
  g_assert_cmpstr (g_hash_table_lookup (values, "remarks"), ==, "deux\nlignes");
  g_assert_cmpstr (g_hash_table_lookup (values, "contract"), ==, "CDD");
  g_assert_cmpstr (g_hash_table_lookup (values, "agreed"), ==, "true");
  g_assert_cmpstr (g_hash_table_lookup (values, "month"), ==, "janvier");
}

/* The fields go with their page: out of sight, back again with what was typed, and turned as it is. */
static void
test_fields_go_with_page (AncViewFixture *fixture,
                          gconstpointer data)
{
  g_autoptr (AncPageForm) form = anc_page_form_new (list_fields (fixture));
  GtkWidget *field;
  graphene_rect_t bounds;
  AncRect place;

  anc_page_view_set_form (fixture->view, form);
  anc_view_settle ();
  field = g_ptr_array_index (fixture->view->field_widgets, 0);
  place = anc_page_layout_get_place (fixture->view->layout, 0, anc_page_form_get_field (form, 0)->rect);
  g_assert_true (gtk_widget_compute_bounds (field, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, place.x0, 1);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, place.y0, 1);

  gtk_editable_set_text (GTK_EDITABLE (field), "Nullepart");
  anc_page_view_go_to_page (fixture->view, 40);
  anc_view_settle ();
  g_assert_false (gtk_widget_get_child_visible (field));
  anc_page_view_go_to_page (fixture->view, 0);
  anc_view_settle ();
  g_assert_true (gtk_widget_get_child_visible (field));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "Nullepart");
  anc_page_view_turn (fixture->view, 1);
  anc_test_wait_for (gtk_widget_compute_bounds (field, GTK_WIDGET (fixture->view), &bounds) && bounds.size.height > bounds.size.width);
  place = anc_page_layout_get_place (fixture->view->layout, 0, anc_page_form_get_field (form, 0)->rect);
  g_assert_true (gtk_widget_get_child_visible (field));
  g_assert_true (gtk_widget_compute_bounds (field, GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, place.y0 - anc_page_view_get_scroll (fixture->view, GTK_ORIENTATION_VERTICAL), 2);
  g_assert_cmpfloat (bounds.size.height, >, bounds.size.width);
}

/* Where pages rush by no fields are made; those of the page where somebody stays are. */
static void
test_fields_wait_for_rest (AncViewFixture *fixture,
                           gconstpointer data)
{
  g_autoptr (AncPageForm) form = anc_page_form_new (list_fields (fixture));

  anc_page_view_go_to_page (fixture->view, 40);
  anc_view_settle ();
  anc_page_view_set_form (fixture->view, form);
  anc_page_view_go_to_page (fixture->view, 30);
  anc_page_view_go_to_page (fixture->view, 20);
  anc_page_view_go_to_page (fixture->view, 0);
  g_assert_null (g_ptr_array_index (fixture->view->field_widgets, 0));
  anc_test_wait_for (g_ptr_array_index (fixture->view->field_widgets, 0) != NULL);
  g_assert_true (gtk_widget_get_child_visible (g_ptr_array_index (fixture->view->field_widgets, 0)));

  /* Those that are there come back at once, however fast. */
  anc_page_view_go_to_page (fixture->view, 30);
  anc_page_view_go_to_page (fixture->view, 20);
  anc_page_view_go_to_page (fixture->view, 0);
  g_assert_true (gtk_widget_get_child_visible (g_ptr_array_index (fixture->view->field_widgets, 0)));
}

/* While sizes are given nothing asks for another one: the letters grow with the page once that is over. */
static void
test_fields_wait_for_size (AncViewFixture *fixture,
                           gconstpointer data)
{
  g_autoptr (AncPageForm) form = anc_page_form_new (list_fields (fixture));
  g_autoptr (PangoAttrList) before = NULL;
  GtkText *field;

  anc_page_view_set_form (fixture->view, form);
  anc_view_settle ();
  field = g_ptr_array_index (fixture->view->field_widgets, 0);
  before = pango_attr_list_ref (gtk_text_get_attributes (field));
  gtk_widget_allocate (GTK_WIDGET (fixture->view), 300, 500, -1, NULL);
  g_assert_true (pango_attr_list_equal (gtk_text_get_attributes (field), before));
  anc_test_wait_for (!pango_attr_list_equal (gtk_text_get_attributes (field), before));
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ANC_VIEW_ADD ("link-leads", test_link_leads);
  ANC_VIEW_ADD ("form-is-filled-in", test_form_is_filled_in);
  ANC_VIEW_ADD ("fields-go-with-page", test_fields_go_with_page);
  ANC_VIEW_ADD ("fields-wait-for-rest", test_fields_wait_for_rest);
  ANC_VIEW_ADD ("fields-wait-for-size", test_fields_wait_for_size);

  return g_test_run ();
}
