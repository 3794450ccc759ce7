/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-draft.h"
#include "anc-case-bundle.h"
#include "anc-case-review.h"
#include "anc-cases-fixture.h"
#include "anc-exhibit-edit.h"
#include "anc-presence-matrix.h"

#include <string.h>

#define JOBS                                                                                                                         \
  "'employers':[{'id':'e1','name':'Phare','kind':'company'},{'id':'e2','name':'Falaise','kind':'company'}],"                         \
  "'jobs':[{'id':'j1','employer':'e1','start':'2024-01-01','contract':'permanent','weekly_hours':17.5},"                             \
  "{'id':'j2','employer':'e2','start':'2023-01-01','end':'2023-12-31','contract':'fixed_term'}],"                                    \
  "'payslips':[{'job':'j1','month':'2024-03','hours':75,'document':'d1'},{'job':'j2','month':'2023-05','hours':75,'document':'d2'}," \
  "{'job':'j1','month':'2024-01','hours':75,'document':'d3'}],"

#define DOCUMENTS                                                               \
  "'documents':[{'id':'d1','title':'Mars','kind':'payslip','month':'2024-03'}," \
  "{'id':'d2','title':'Mai','kind':'payslip','month':'2023-05'},"               \
  "{'id':'d3','title':'Janvier','kind':'payslip','month':'2024-01'},"           \
  "{'id':'d4','title':'Avis','kind':'tax_notice','date':'2023-08-30'},"         \
  "{'id':'d5','title':'Divers','kind':'unheard_of'},"                           \
  "{'id':'d6','title':'Passeport','kind':'passport'},"                          \
  "{'id':'d7','title':'Banque','kind':'bank_statement','date':'2024-02-01'}]"

static AncRules *rules;
static AncExhibitRules *exhibit_rules;

/* "1 Passeport [d6]; 2 …" */
static char *
describe (const AncExhibitOrder *order)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < order->exhibits->len; i++)
    {
      const AncExhibit *exhibit = g_ptr_array_index (order->exhibits, i);

      g_string_append_printf (text, "%s%u %s [", i > 0 ? "; " : "", exhibit->number, exhibit->title);
      for (guint j = 0; j < exhibit->documents->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " " : "", anc_row_get_text (g_ptr_array_index (exhibit->documents, j), "id"));
      g_string_append_c (text, ']');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static AncExhibitOrder *
order_case (const char *members,
            const char *regime,
            GHashTable *sent,
            guint first_number)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, members);
  const AncExhibitOrdering ordering = {
    .rules = exhibit_rules,
    .list = regime != NULL ? anc_exhibit_rules_find_list (exhibit_rules, regime) : NULL,
    .language = ANC_LANGUAGE_FR,
    .sent = sent,
    .first_number = first_number,
  };

  return anc_exhibit_order_new (rows, &ordering);
}

static void
test_by_list (void)
{
  g_autoptr (AncExhibitOrder) order = order_case (JOBS DOCUMENTS, "aes-l435-4-2025", NULL, 1);
  g_autofree char *text = describe (order);

  g_assert_cmpstr (text,
                   ==,
                   "1 Passeport [d6]; 2 Mai [d2]; 3 Bulletins de paie, Phare [d3 d1]; 4 Avis [d4]; 5 Banque [d7]; 6 Divers [d5]");
  g_assert_cmpstr (((AncExhibit *) g_ptr_array_index (order->exhibits, 2))->date, ==, "de janvier 2024 à mars 2024");
  g_assert_cmpstr (((AncExhibit *) g_ptr_array_index (order->exhibits, 5))->group, ==, "Autres pièces");
}

static void
test_by_hand (void)
{
  g_autoptr (AncExhibitOrder) order = order_case (JOBS DOCUMENTS, NULL, NULL, 1);
  g_autofree char *text = describe (order);

  g_assert_cmpstr (text,
                   ==,
                   "1 Bulletins de paie, Phare [d3 d1]; 2 Mai [d2]; 3 Avis [d4]; 4 Divers [d5]; 5 Passeport [d6]; 6 Banque [d7]");
  g_assert_cmpuint (order->missing->len, ==, 0);
}

/* Seven follows the six that were sent, and nothing is sent twice. */
static void
test_numbers_stay (void)
{
  g_autoptr (GHashTable) sent = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (AncExhibitOrder) order = NULL;
  g_autofree char *text = NULL;

  g_hash_table_add (sent, (char *) "d3");
  g_hash_table_add (sent, (char *) "d6");
  order = order_case (JOBS DOCUMENTS, "aes-l435-4-2025", sent, 7);
  text = describe (order);
  g_assert_cmpstr (text, ==, "7 Mai [d2]; 8 Mars [d1]; 9 Avis [d4]; 10 Banque [d7]; 11 Divers [d5]");
  g_assert_cmpuint (anc_exhibit_order_find_number (order, "d4"), ==, 9);
  g_assert_cmpuint (anc_exhibit_order_find_number (order, "d6"), ==, 0);
}

static gboolean
is_missing (const AncExhibitOrder *order,
            const char *id)
{
  for (guint i = 0; i < order->missing->len; i++)
    if (strcmp (((AncExhibitItem *) g_ptr_array_index (order->missing, i))->id, id) == 0)
      return TRUE;

  return FALSE;
}

static void
test_missing (void)
{
  g_autoptr (AncExhibitOrder) order = order_case (JOBS DOCUMENTS, "aes-l435-4-2025", NULL, 1);

  g_assert_true (is_missing (order, "civil-status"));
  g_assert_false (is_missing (order, "nationality"));
  g_assert_false (is_missing (order, "regulated")); /* it is not required */
}

/* What was sent before is not missing now. */
static void
test_sent_is_not_missing (void)
{
  g_autoptr (GHashTable) sent = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (AncExhibitOrder) order = NULL;

  g_hash_table_add (sent, (char *) "d6");
  order = order_case (JOBS DOCUMENTS, "aes-l435-4-2025", sent, 2);
  g_assert_false (is_missing (order, "nationality"));
}

static void
test_every_regime_has_its_kinds (void)
{
  GPtrArray *lists = anc_exhibit_rules_get_lists (exhibit_rules);

  g_assert_cmpuint (lists->len, >, 5);
  for (guint i = 0; i < lists->len; i++)
    {
      const AncExhibitList *list = g_ptr_array_index (lists, i);

      g_assert_cmpuint (list->items->len, >, 0);
      for (guint j = 0; list->regimes[j] != NULL; j++)
        g_assert_nonnull (anc_rules_find_regime (rules, list->regimes[j]));
      for (guint j = 0; j < list->items->len; j++)
        {
          const AncExhibitItem *item = &g_array_index (list->items, AncExhibitItem, j);

          g_assert_nonnull (item->source);
          for (guint k = 0; item->kinds[k] != NULL; k++)
            g_assert_nonnull (anc_exhibit_rules_find_kind (exhibit_rules, item->kinds[k]));
        }
    }
}

/* ---- What people do ------------------------------------------------------------------------ */

/* A live case, and all that was done to it, to be taken back. */
typedef struct
{
  AncCase *live;
  GPtrArray *done; /* of AncChangeSet */
} Desk;

static void
committed_cb (AncCase *live,
              AncChangeSet *changes,
              Desk *desk)
{
  g_ptr_array_add (desk->done, anc_change_set_ref (changes));
}

static void
desk_init (Desk *desk)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, JOBS DOCUMENTS);

  desk->live = anc_case_new_from_rows (rows);
  desk->done = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_change_set_unref);
  g_signal_connect (desk->live, "committed", G_CALLBACK (committed_cb), desk);
}

/* Takes all back and does it again: each step is one, and leaves the case as it was. */
static void
desk_clear (Desk *desk)
{
  g_autoptr (AncCaseRows) start = anc_cases_fixture_case (rules, JOBS DOCUMENTS);
  g_autoptr (AncCaseRows) after = anc_case_dup_rows (desk->live);
  g_autoptr (AncCaseRows) again = NULL;
  const guint n = desk->done->len;

  g_signal_handlers_disconnect_by_func (desk->live, committed_cb, desk);
  for (guint i = n; i > 0; i--)
    {
      g_autoptr (AncChangeSet) inverse = anc_change_set_new_inverse (g_ptr_array_index (desk->done, i - 1));

      anc_case_apply (desk->live, inverse);
    }
  for (guint i = 0; i < anc_case_rows_get_count (start, ANC_TABLE_DOCUMENTS); i++)
    {
      AncRecord *record = anc_record_list_get (anc_case_get_list (desk->live, ANC_TABLE_DOCUMENTS), i);

      g_assert_cmpstr (anc_record_get_text (record, "id"), ==, anc_row_get_text (anc_case_rows_get (start, ANC_TABLE_DOCUMENTS, i), "id"));
      g_assert_null (anc_record_get_text (record, "exhibit"));
      g_assert_null (anc_record_get_text (record, "exhibit_title"));
      g_assert_cmpint (anc_record_get_integer (record, "exhibit_number", 0), ==, 0);
      g_assert_cmpint (anc_record_get_integer (record, "left_out", 0), ==, 0);
    }
  for (guint i = 0; i < n; i++)
    anc_case_apply (desk->live, g_ptr_array_index (desk->done, i));
  again = anc_case_dup_rows (desk->live);
  g_assert_true (anc_case_rows_equal (after, again));

  g_ptr_array_unref (desk->done);
  g_object_unref (desk->live);
}

static AncExhibitOrder *
desk_order (const Desk *desk,
            const char *regime,
            gboolean again)
{
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (desk->live);
  const AncBundleOptions options = {
    .regime = regime != NULL ? anc_rules_find_regime (rules, regime) : NULL, .language = ANC_LANGUAGE_FR, .first_number = 1, .again = again
  };

  return anc_case_bundle_order (rows, exhibit_rules, &options);
}

static void
assert_order (const Desk *desk,
              const char *regime,
              const char *expected)
{
  g_autoptr (AncExhibitOrder) order = desk_order (desk, regime, FALSE);
  g_autofree char *text = describe (order);

  g_assert_cmpstr (text, ==, expected);
}

static const AncExhibit *
get_exhibit (const AncExhibitOrder *order,
             guint index)
{
  return g_ptr_array_index (order->exhibits, index);
}

/* What a list ordered stays so, but for what was moved; a group goes whole. */
static void
test_move (void)
{
  Desk desk;
  g_autoptr (AncExhibitOrder) order = NULL;
  g_autoptr (AncExhibitOrder) moved = NULL;
  AncChangeSet *changes;

  desk_init (&desk);
  order = desk_order (&desk, "aes-l435-4-2025", FALSE);
  anc_exhibit_edit_move (desk.live, order, 2, 5);
  assert_order (&desk, "aes-l435-4-2025", "1 Passeport [d6]; 2 Mai [d2]; 3 Avis [d4]; 4 Banque [d7]; 5 Divers [d5]; 6 Bulletins de paie, Phare [d3 d1]");
  moved = desk_order (&desk, "aes-l435-4-2025", FALSE);
  anc_exhibit_edit_move (desk.live, moved, 5, 0);
  assert_order (&desk, "aes-l435-4-2025", "1 Bulletins de paie, Phare [d3 d1]; 2 Passeport [d6]; 3 Mai [d2]; 4 Avis [d4]; 5 Banque [d7]; 6 Divers [d5]");
  g_assert_cmpuint (desk.done->len, ==, 2);
  changes = g_ptr_array_index (desk.done, 1);
  g_assert_cmpuint (anc_change_set_get_count (changes), ==, 2); /* the two payslips alone */
  anc_exhibit_edit_choose_order (desk.live, NULL);
  assert_order (&desk, "aes-l435-4-2025", "1 Passeport [d6]; 2 Mai [d2]; 3 Bulletins de paie, Phare [d3 d1]; 4 Avis [d4]; 5 Banque [d7]; 6 Divers [d5]");
  desk_clear (&desk);
}

/* Every move gives the order one expects of it, whatever was moved before. */
static void
test_moves (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  Desk desk;

  desk_init (&desk);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (AncExhibitOrder) before = desk_order (&desk, NULL, FALSE);
      g_autoptr (AncExhibitOrder) after = NULL;
      g_autoptr (GPtrArray) expected = g_ptr_array_new ();
      const guint from = (guint) g_rand_int_range (rand, 0, (gint32) before->exhibits->len);
      const guint to = (guint) g_rand_int_range (rand, 0, (gint32) before->exhibits->len);

      for (guint j = 0; j < before->exhibits->len; j++)
        g_ptr_array_add (expected, g_ptr_array_index (before->exhibits, j));
      g_ptr_array_insert (expected, (int) to, g_ptr_array_steal_index (expected, from));
      anc_exhibit_edit_move (desk.live, before, from, to);
      after = desk_order (&desk, NULL, FALSE);
      g_assert_cmpuint (after->exhibits->len, ==, expected->len);
      for (guint j = 0; j < expected->len; j++)
        g_assert_cmpstr (get_exhibit (after, j)->title, ==, ((const AncExhibit *) g_ptr_array_index (expected, j))->title);
    }
  desk_clear (&desk);
}

static void
test_groups (void)
{
  Desk desk;
  g_autoptr (AncExhibitOrder) order = NULL;
  g_autoptr (AncExhibitOrder) grouped = NULL;
  const AncExhibit *both[2];

  desk_init (&desk);
  order = desk_order (&desk, NULL, FALSE);
  both[0] = get_exhibit (order, 2); /* Avis */
  both[1] = get_exhibit (order, 5); /* Banque */
  anc_exhibit_edit_group (desk.live, both, 2);
  anc_exhibit_edit_ungroup (desk.live, get_exhibit (order, 0));
  assert_order (&desk, NULL, "1 Mars [d1]; 2 Mai [d2]; 3 Janvier [d3]; 4 Avis [d4 d7]; 5 Divers [d5]; 6 Passeport [d6]");
  grouped = desk_order (&desk, NULL, FALSE);
  anc_exhibit_edit_set_title (desk.live, get_exhibit (grouped, 3), "Impôts et banque");
  assert_order (&desk, "aes-l435-4-2025", "1 Passeport [d6]; 2 Mai [d2]; 3 Janvier [d3]; 4 Mars [d1]; 5 Impôts et banque [d4 d7]; 6 Divers [d5]");
  anc_exhibit_edit_set_title (desk.live, get_exhibit (grouped, 3), "");
  assert_order (&desk, NULL, "1 Mars [d1]; 2 Mai [d2]; 3 Janvier [d3]; 4 Avis [d4 d7]; 5 Divers [d5]; 6 Passeport [d6]");
  g_assert_cmpuint (desk.done->len, ==, 4);
  desk_clear (&desk);
}

static void
test_left_out (void)
{
  Desk desk;
  g_autoptr (AncExhibitOrder) order = NULL;
  g_autoptr (AncExhibitOrder) rest = NULL;

  desk_init (&desk);
  order = desk_order (&desk, "aes-l435-4-2025", FALSE);
  anc_exhibit_edit_leave_out (desk.live, get_exhibit (order, 0));
  rest = desk_order (&desk, "aes-l435-4-2025", FALSE);
  g_assert_cmpuint (rest->left_out->len, ==, 1);
  g_assert_true (is_missing (rest, "nationality")); /* who leaves the passport out has none in the file */
  g_assert_cmpuint (anc_exhibit_order_find_number (rest, "d6"), ==, 0);
  anc_exhibit_edit_take_in (desk.live, g_ptr_array_index (rest->left_out, 0));
  assert_order (&desk, "aes-l435-4-2025", "1 Passeport [d6]; 2 Mai [d2]; 3 Bulletins de paie, Phare [d3 d1]; 4 Avis [d4]; 5 Banque [d7]; 6 Divers [d5]");
  desk_clear (&desk);
}

/* Seven follows the six that were filed, also where the case itself says what was. */
static void
test_filed (void)
{
  Desk desk;
  g_autoptr (AncExhibitOrder) order = NULL;
  g_autoptr (AncExhibitOrder) again = NULL;
  g_autoptr (AncExhibitOrder) next = NULL;
  g_autofree char *text = NULL;
  AncRecord *new;

  desk_init (&desk);
  order = desk_order (&desk, "aes-l435-4-2025", FALSE);
  anc_exhibit_edit_set_filed (desk.live, order, TRUE);
  assert_order (&desk, "aes-l435-4-2025", "");
  anc_case_begin (desk.live, "");
  new = anc_case_insert (desk.live, ANC_TABLE_DOCUMENTS, 0);
  anc_record_set_text (new, "id", "d8");
  anc_record_set_text (new, "title", "Avril");
  anc_record_set_text (new, "kind", "payslip");
  anc_change_set_unref (anc_case_commit (desk.live));
  assert_order (&desk, "aes-l435-4-2025", "7 Avril [d8]");
  again = desk_order (&desk, "aes-l435-4-2025", TRUE);
  text = describe (again);
  g_assert_cmpstr (text, ==, "1 Passeport [d6]; 2 Mai [d2]; 3 Bulletins de paie, Phare [d3 d1]; 4 Avis [d4]; 5 Banque [d7]; 6 Divers [d5]; 7 Avril [d8]");
  next = desk_order (&desk, "aes-l435-4-2025", FALSE);
  g_assert_cmpuint (next->filed->len, ==, 6);
  g_assert_cmpuint (anc_exhibit_order_find_number (next, "d1"), ==, 3); /* the number the office knows it by */
  anc_exhibit_edit_set_filed (desk.live, next, FALSE);
  g_object_ref (new);
  anc_case_remove (desk.live, new);
  g_object_unref (new);
  assert_order (&desk, "aes-l435-4-2025", "1 Passeport [d6]; 2 Mai [d2]; 3 Bulletins de paie, Phare [d3 d1]; 4 Avis [d4]; 5 Banque [d7]; 6 Divers [d5]");
  desk_clear (&desk);
}

/* ---- Presence ------------------------------------------------------------------------------ */

static void
test_presence (void)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, "'entry_date':'2022-09-15'," JOBS DOCUMENTS);
  g_autoptr (AncPresenceMatrix) matrix = anc_presence_matrix_new (rows, exhibit_rules, anc_date_new (2024, 3, 31));
  static const struct
  {
    AncGrade grade;
    guint n_proofs;
    gboolean is_outside;
  } expected[] = {
    { ANC_GRADE_NONE, 0, TRUE },     /* before the entry */
    { ANC_GRADE_NONE, 0, FALSE },    /* a hole */
    { ANC_GRADE_REAL, 1, FALSE },    /* a payslip */
    { ANC_GRADE_CERTAIN, 1, FALSE }, /* a tax notice */
    { ANC_GRADE_REAL, 3, FALSE },    /* two payslips and a bank statement */
    { ANC_GRADE_NONE, 0, TRUE },     /* after the day */
  };

  g_assert_cmpint (matrix->first_year, ==, 2022);
  g_assert_cmpuint (anc_presence_matrix_get_n_years (matrix), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const AncPresenceHalf *half = anc_presence_matrix_get (matrix, i / 2, i % 2);

      g_assert_cmpint (half->grade, ==, expected[i].grade);
      g_assert_cmpuint (half->proofs->len, ==, expected[i].n_proofs);
      g_assert_cmpint (half->is_outside, ==, expected[i].is_outside);
    }
}

/* June ends a half, July begins one. */
static void
test_halves (void)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules,
                                                         "'documents':[{'id':'a','title':'A','kind':'tax_notice','date':'2023-06-30'},"
                                                         "{'id':'b','title':'B','kind':'envelope','date':'2023-07-01'}]");
  g_autoptr (AncPresenceMatrix) matrix = anc_presence_matrix_new (rows, exhibit_rules, anc_date_new (2023, 12, 31));

  g_assert_cmpuint (anc_presence_matrix_get_n_years (matrix), ==, 1);
  g_assert_cmpint (anc_presence_matrix_get (matrix, 0, 0)->grade, ==, ANC_GRADE_CERTAIN);
  g_assert_cmpint (anc_presence_matrix_get (matrix, 0, 1)->grade, ==, ANC_GRADE_LIMITED);
}

static void
test_nothing_known (void)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, "'documents':[]");
  g_autoptr (AncPresenceMatrix) matrix = anc_presence_matrix_new (rows, exhibit_rules, anc_date_new (2023, 12, 31));

  g_assert_cmpuint (anc_presence_matrix_get_n_years (matrix), ==, 0);
}

/* Offices differ: a file of theirs is laid over what ships. */
static void
test_grades_are_a_setting (void)
{
  static const char own[] = "{\"format\":\"ancrage-exhibit-kinds\",\"version\":1,"
                            "\"sources\":{\"us\":{\"title\":{\"fr\":\"Nous\",\"en\":\"We\"}}},"
                            "\"kinds\":[{\"id\":\"bank_statement\",\"title\":{\"fr\":\"Relevé\",\"en\":\"Statement\"},"
                            "\"grade\":\"limite\",\"source\":\"us\"}]}";
  g_autoptr (AncExhibitRules) own_rules = anc_exhibit_rules_new ();
  g_autoptr (AncProblems) problems = anc_problems_new ();

  g_assert_true (anc_exhibit_rules_add_shipped (own_rules, problems));
  g_assert_cmpint (anc_exhibit_rules_find_kind (own_rules, "bank_statement")->grade, ==, ANC_GRADE_REAL);
  g_assert_cmpint (g_array_index (anc_exhibit_rules_find_kind (own_rules, "bank_statement")->disputed, AncExhibitGrade, 0).grade,
                   ==,
                   ANC_GRADE_LIMITED);
  g_assert_true (anc_exhibit_rules_add (own_rules, own, strlen (own), problems));
  g_assert_cmpint (anc_exhibit_rules_find_kind (own_rules, "bank_statement")->grade, ==, ANC_GRADE_LIMITED);
  g_assert_cmpint (anc_exhibit_rules_find_kind (own_rules, "payslip")->grade, ==, ANC_GRADE_REAL);
}

static void
test_grades_of_an_office (void)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autofree char *one = anc_exhibit_rules_write_grades (exhibit_rules, "bank_statement", ANC_GRADE_LIMITED);
  g_autoptr (AncExhibitRules) first = anc_exhibit_rules_load (NULL, one, problems);
  g_autofree char *two = anc_exhibit_rules_write_grades (first, "passport", ANC_GRADE_CERTAIN);
  g_autoptr (AncExhibitRules) second = anc_exhibit_rules_load (NULL, two, problems);
  g_autofree char *back = anc_exhibit_rules_write_grades (second, "bank_statement", ANC_GRADE_REAL);
  g_autoptr (AncExhibitRules) third = anc_exhibit_rules_load (NULL, back, problems);
  g_auto (GStrv) shipped_proofs = anc_exhibit_rules_dup_proofs (exhibit_rules);
  g_auto (GStrv) proofs = anc_exhibit_rules_dup_proofs (second);

  g_assert_cmpuint (anc_problems_get_count (problems), ==, 0);
  g_assert_cmpint (anc_exhibit_rules_find_kind (second, "bank_statement")->grade, ==, ANC_GRADE_LIMITED);
  g_assert_cmpint (anc_exhibit_rules_find_kind (second, "bank_statement")->default_grade, ==, ANC_GRADE_REAL);
  g_assert_cmpint (anc_exhibit_rules_find_kind (second, "passport")->grade, ==, ANC_GRADE_CERTAIN);
  g_assert_cmpint (anc_exhibit_rules_find_kind (third, "bank_statement")->grade, ==, ANC_GRADE_REAL);
  g_assert_null (strstr (back, "bank_statement")); /* what is as it ships is not written down */
  g_assert_true (g_strv_contains ((const char *const *) shipped_proofs, "bank_statement"));
  g_assert_false (g_strv_contains ((const char *const *) proofs, "bank_statement"));
  g_assert_true (g_strv_contains ((const char *const *) proofs, "passport"));
}

/* The printed file and the engine are told the same. */
static void
test_grades_reach_the_engine (void)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, DOCUMENTS);
  static const char *const proofs[] = { "tax_notice", NULL };
  g_autoptr (AncCaseReview) all = anc_case_review_new (rows, ANC_CASE_REVIEW_FACTS, anc_rules_get_territory (rules), anc_rules_get_fact_catalogue (rules), NULL);
  g_autoptr (AncCaseReview) some = anc_case_review_new (rows, ANC_CASE_REVIEW_FACTS, anc_rules_get_territory (rules), anc_rules_get_fact_catalogue (rules), proofs);

  g_assert_cmpuint (anc_case_review_get_facts (all)->n_document_dates, ==, 2); /* the notice and the bank statement */
  g_assert_cmpuint (anc_case_review_get_facts (some)->n_document_dates, ==, 1);
  g_assert_cmpint (anc_case_review_get_facts (some)->document_dates[0], ==, anc_date_new (2023, 8, 30));
}

static void
test_wrong_files (void)
{
  static const char *const wrong[] = {
    "[]",
    "{\"format\":\"other\"}",
    "{\"format\":\"ancrage-exhibit-kinds\",\"version\":2,\"sources\":{},\"kinds\":[]}",
    "{\"format\":\"ancrage-exhibit-kinds\",\"version\":1,\"sources\":{},\"kinds\":[{\"id\":\"a\"}]}",
    "{\"format\":\"ancrage-exhibit-kinds\",\"version\":1,\"sources\":{},\"kinds\":[{\"id\":\"a\",\"title\":{\"fr\":\"A\",\"en\":\"A\"},\"grade\":\"certain\",\"source\":\"nobody\"}]}",
    "{\"format\":\"ancrage-exhibit-list\",\"version\":1}",
    "{\"format\":\"ancrage-exhibit-grades\",\"version\":1}",
    "{\"format\":\"ancrage-exhibit-grades\",\"version\":1,\"grades\":{\"payslip\":\"splendid\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (AncExhibitRules) own_rules = anc_exhibit_rules_new ();
      g_autoptr (AncProblems) problems = anc_problems_new ();

      g_assert_false (anc_exhibit_rules_add (own_rules, wrong[i], strlen (wrong[i]), problems));
      g_assert_cmpuint (anc_problems_get_count (problems), >, 0);
    }
}

/* ---- Drafts -------------------------------------------------------------------------------- */

static AncBundlePlan *
draft (AncLanguage language,
       const char *regime)
{
  g_autoptr (AncCaseRows) rows = anc_cases_fixture_case (rules, "'entry_date':'2022-09-15'," JOBS DOCUMENTS);
  g_autoptr (AncCaseReview) review = anc_case_review_new (rows, ANC_CASE_REVIEW_FACTS, anc_rules_get_territory (rules), anc_rules_get_fact_catalogue (rules), NULL);
  g_autoptr (AncProblems) problems = anc_problems_new ();
  const AncExhibitOrdering ordering = {
    .rules = exhibit_rules,
    .list = anc_exhibit_rules_find_list (exhibit_rules, regime),
    .language = language,
    .first_number = 1,
  };
  g_autoptr (AncExhibitOrder) order = anc_exhibit_order_new (rows, &ordering);
  const AncDate on = anc_date_new (2024, 6, 30);
  g_autoptr (AncVerdict) verdict = anc_regime_evaluate (anc_rules_find_regime (rules, regime), rules, anc_case_review_get_facts (review), on);
  const AncBundleDraft self = {
    .rows = rows,
    .facts = anc_case_review_get_facts (review),
    .order = order,
    .rules = exhibit_rules,
    .verdict = verdict,
    .language = language,
    .on = on,
    .has_memo = TRUE,
    .stamp = { ANC_STAMP_BOTTOM, 9, FALSE },
  };
  g_autofree char *text = anc_bundle_draft_write (&self);
  AncBundlePlan *plan = anc_bundle_plan_new (text, strlen (text), problems);

  g_assert_cmpuint (anc_problems_get_count (problems), ==, 0);
  g_assert_nonnull (plan);

  return plan;
}

static void
test_draft (void)
{
  g_autoptr (AncBundlePlan) plan = draft (ANC_LANGUAGE_FR, "aes-l435-4-2024");
  const AncBundleJob *job = &g_array_index (plan->jobs, AncBundleJob, 1);
  const AncBundleYear *year = &g_array_index (plan->years, AncBundleYear, 2);
  const AncBundleExhibit *exhibit = anc_bundle_plan_get_exhibit (plan, 2);

  g_assert_cmpuint (plan->exhibits->len, ==, 6);
  g_assert_cmpstr (anc_bundle_plan_get_part (plan, exhibit, 0)->title, ==, "Bulletin de paie, janvier 2024");
  g_assert_cmpstr (anc_bundle_plan_get_part (plan, exhibit, 0)->document, ==, "d3");
  g_assert_cmpuint (plan->memo->len, >, 8);
  g_assert_cmpstr (job->employer, ==, "Phare"); /* the later one second */
  g_assert_cmpstr (job->hours, ==, "17,5 h par semaine");
  g_assert_cmpuint (job->proven->len, ==, 2);
  g_assert_cmpuint (g_array_index (job->exhibits, guint, 0), ==, 3);
  g_assert_cmpint (year->year, ==, 2024);
  g_assert_cmpstr (year->halves[0].proofs[0], ==, "2 × Bulletin de paie, pièce n° 3");
  g_assert_true (year->halves[1].is_outside);
  g_assert_cmpint (plan->stamp.place, ==, ANC_STAMP_BOTTOM);
  g_assert_false (plan->wants_pdfa);
}

static void
test_draft_in_english (void)
{
  g_autoptr (AncBundlePlan) plan = draft (ANC_LANGUAGE_EN, "aes-l435-1-2012");

  g_assert_cmpstr (g_array_index (plan->memo, AncBundleBlock, 0).text, ==, "Conclusion");
  g_assert_cmpstr (g_array_index (plan->years, AncBundleYear, 2).halves[0].proofs[0], ==, "2 × Payslip, exhibit no. 3");
}

int
main (int argc,
      char **argv)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  rules = anc_cases_fixture_load ();
  exhibit_rules = anc_exhibit_rules_new ();
  g_assert_true (anc_exhibit_rules_add_shipped (exhibit_rules, problems));

  g_test_add_func ("/filing/exhibits/by-list", test_by_list);
  g_test_add_func ("/filing/exhibits/by-hand", test_by_hand);
  g_test_add_func ("/filing/exhibits/numbers-stay", test_numbers_stay);
  g_test_add_func ("/filing/exhibits/missing", test_missing);
  g_test_add_func ("/filing/exhibits/sent-is-not-missing", test_sent_is_not_missing);
  g_test_add_func ("/filing/exhibits/every-regime-has-its-kinds", test_every_regime_has_its_kinds);
  g_test_add_func ("/filing/exhibits/move", test_move);
  g_test_add_func ("/filing/exhibits/moves", test_moves);
  g_test_add_func ("/filing/exhibits/groups", test_groups);
  g_test_add_func ("/filing/exhibits/left-out", test_left_out);
  g_test_add_func ("/filing/exhibits/filed", test_filed);
  g_test_add_func ("/filing/presence/matrix", test_presence);
  g_test_add_func ("/filing/presence/halves", test_halves);
  g_test_add_func ("/filing/presence/nothing-known", test_nothing_known);
  g_test_add_func ("/filing/rules/grades-are-a-setting", test_grades_are_a_setting);
  g_test_add_func ("/filing/rules/grades-of-an-office", test_grades_of_an_office);
  g_test_add_func ("/filing/rules/grades-reach-the-engine", test_grades_reach_the_engine);
  g_test_add_func ("/filing/rules/wrong-files", test_wrong_files);
  g_test_add_func ("/filing/draft/french", test_draft);
  g_test_add_func ("/filing/draft/english", test_draft_in_english);

  status = g_test_run ();
  anc_exhibit_rules_unref (exhibit_rules);
  anc_rules_unref (rules);

  return status;
}
