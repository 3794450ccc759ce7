/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-change.h"

#define CASE_KEY 7

/* A stay of the case with this start; 0 makes none. */
static AncRow *
stay (gint64 key,
      gint64 start)
{
  AncRow *row;

  if (start == 0)
    return NULL;

  row = anc_row_new (ANC_TABLE_STAYS, CASE_KEY, key, 1);
  anc_value_set_integer (&row->values[anc_table_find_column (row->table, "start")], start);
  return row;
}

static void
add (AncChangeSet *set,
     gint64 key,
     gint64 before,
     gint64 after)
{
  g_autoptr (AncRow) old_row = stay (key, before);
  g_autoptr (AncRow) new_row = stay (key, after);

  anc_change_set_add (set, old_row, new_row);
}

static char *
describe (const AncChangeSet *set)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < anc_change_set_get_count (set); i++)
    {
      const AncChange *change = anc_change_set_get (set, i);

      g_string_append_printf (text, "%s%d:", text->len > 0 ? " " : "", (int) anc_change_get_row (change)->key);
      if (change->before != NULL)
        g_string_append_printf (text, "%d", (int) anc_row_get_integer (change->before, "start", -1));
      g_string_append_c (text, '>');
      if (change->after != NULL)
        g_string_append_printf (text, "%d", (int) anc_row_get_integer (change->after, "start", -1));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_set(set, expected)                  \
  G_STMT_START                                     \
  {                                                \
    g_autofree char *description = describe (set); \
    g_assert_cmpstr (description, ==, (expected)); \
  }                                                \
  G_STMT_END

static void
test_merges (void)
{
  const struct
  {
    gint64 first_before, first_after, second_before, second_after;
    const char *both;
    const char *why;
  } rows[] = {
    { 1, 2, 2, 3, "5:1>3", "two updates are one" },
    { 1, 2, 2, 1, "", "an update taken back is none" },
    { 0, 2, 2, 3, "5:>3", "an insertion updated is an insertion" },
    { 0, 2, 2, 0, "", "an insertion taken back is none" },
    { 1, 2, 2, 0, "5:1>", "an update deleted is a deletion of what was there" },
    { 1, 0, 0, 2, "5:1>2", "a deletion and an insertion of the same record update it" },
    { 1, 0, 0, 1, "", "a deletion taken back is none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AncChangeSet) first = anc_change_set_new (CASE_KEY, "First");
      g_autoptr (AncChangeSet) second = anc_change_set_new (CASE_KEY, "Second");

      g_test_message ("%s", rows[i].why);
      add (first, 5, rows[i].first_before, rows[i].first_after);
      add (second, 5, rows[i].second_before, rows[i].second_after);
      anc_change_set_merge (first, second);
      assert_set (first, rows[i].both);
      g_assert_cmpstr (anc_change_set_get_label (first), ==, "First");
    }
}

static void
test_nothing_is_no_change (void)
{
  g_autoptr (AncChangeSet) set = anc_change_set_new (CASE_KEY, "Nothing");

  add (set, 5, 1, 1);
  assert_set (set, "");
}

static void
test_inverse (void)
{
  g_autoptr (AncChangeSet) set = anc_change_set_new (CASE_KEY, "Several");
  g_autoptr (AncChangeSet) inverse = NULL;
  g_autoptr (AncChangeSet) both = anc_change_set_new (CASE_KEY, "Both");

  add (set, 1, 0, 1);
  add (set, 2, 5, 6);
  add (set, 3, 8, 0);
  inverse = anc_change_set_new_inverse (set);
  assert_set (inverse, "3:>8 2:6>5 1:1>");

  anc_change_set_merge (both, set);
  anc_change_set_merge (both, inverse);
  assert_set (both, "");
}

/* The rows of a case need their case, so it is there before them and goes after them. */
static void
test_head_stands_outside (void)
{
  g_autoptr (AncRow) head = anc_row_new (ANC_TABLE_CASES, CASE_KEY, CASE_KEY, 0);
  g_autoptr (AncChangeSet) made = anc_change_set_new (CASE_KEY, "Make");
  g_autoptr (AncChangeSet) gone = anc_change_set_new (CASE_KEY, "Delete");

  add (made, 1, 0, 1);
  anc_change_set_add (made, NULL, head);
  add (made, 2, 0, 1);
  g_assert_true (anc_change_set_get (made, 0)->after == head);

  add (gone, 1, 1, 0);
  anc_change_set_add (gone, head, NULL);
  add (gone, 2, 1, 0);
  g_assert_true (anc_change_set_get (gone, 2)->before == head);
}

static void
test_keys (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < 100000; i++)
    {
      const gint64 key = anc_row_make_key ();

      g_assert_cmpint (key, >, 0);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&key, sizeof key)));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/cases/change/merges", test_merges);
  g_test_add_func ("/cases/change/nothing-is-no-change", test_nothing_is_no_change);
  g_test_add_func ("/cases/change/inverse", test_inverse);
  g_test_add_func ("/cases/change/head-stands-outside", test_head_stands_outside);
  g_test_add_func ("/cases/change/keys", test_keys);

  return g_test_run ();
}
