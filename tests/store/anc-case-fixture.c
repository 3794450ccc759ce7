/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-fixture.h"

static const char *const family_names[] = { "Exemple", "Échantillon", "Modèle", "Spécimen", "Fictif", "Démo", "Œuvret", "Témoin" };
static const char *const given_names[] = { "Camille", "Dominique", "Élodie", "François", "Lætitia", "Noël", "Zoé", "Aïcha", "Bao", "Moussa" };

void
anc_fixture_set (AncRow *row,
                 const char *column,
                 const char *text)
{
  const guint index = anc_table_find_column (row->table, column);

  g_assert_cmpuint (index, !=, ANC_COLUMN_NONE);
  anc_value_set_text (&row->values[index], text, -1);
}

void
anc_fixture_set_integer (AncRow *row,
                         const char *column,
                         gint64 integer)
{
  const guint index = anc_table_find_column (row->table, column);

  g_assert_cmpuint (index, !=, ANC_COLUMN_NONE);
  anc_value_set_integer (&row->values[index], integer);
}

static void
take_row (AncChangeSet *changes,
          AncRow *row)
{
  anc_change_set_add (changes, NULL, row);
  anc_row_unref (row);
}

static void
add_head (AncChangeSet *changes,
          guint number,
          gint64 case_key)
{
  AncRow *head = anc_row_new (ANC_TABLE_CASES, case_key, case_key, 0);
  g_autofree char *reference = g_strdup_printf ("2026-%05u", number);
  g_autofree char *family_name = g_strdup_printf ("%s-%c%c", family_names[number % G_N_ELEMENTS (family_names)], (int) ('A' + number / 26 % 26), (int) ('a' + number % 26));

  anc_fixture_set (head, "reference", reference);
  anc_fixture_set (head, "family_name", family_name);
  anc_fixture_set (head, "given_names", given_names[number / 7 % G_N_ELEMENTS (given_names)]);
  anc_fixture_set (head, "nationality", "MLI");
  anc_fixture_set (head, "notes", "Vient avec ses bulletins de paie ; rappeler l’employeur.");
  anc_fixture_set (head, "state", "open");
  anc_fixture_set_integer (head, "birth_date", (gint64) (number % 9000));
  anc_fixture_set_integer (head, "entry_date", (gint64) (15000 + number % 1000));
  take_row (changes, head);
}

static void
add_work (AncChangeSet *changes,
          guint number,
          gint64 case_key)
{
  AncRow *employer = anc_row_new (ANC_TABLE_EMPLOYERS, case_key, case_key + 1, 1);
  AncRow *job = anc_row_new (ANC_TABLE_JOBS, case_key, case_key + 2, 1);
  g_autofree char *name = g_strdup_printf ("Nettoyage Modèle %u SARL", number % 50);
  g_autofree char *siret = g_strdup_printf ("%09u00012", 100000000 + number % 50);

  anc_fixture_set (employer, "id", "e1");
  anc_fixture_set (employer, "name", name);
  anc_fixture_set (employer, "kind", "company");
  anc_fixture_set (employer, "siret", siret);
  anc_fixture_set (job, "id", "j1");
  anc_fixture_set (job, "employer", "e1");
  anc_fixture_set (job, "contract", "permanent");
  anc_fixture_set (job, "occupation_label", "agent d’entretien");
  anc_fixture_set_integer (job, "start", 18000);
  take_row (changes, employer);
  take_row (changes, job);
}

/**
 * anc_fixture_make_case:
 * @number: which case
 * @n_payslips: how many payslips it has
 * @n_documents: how many records of documents, without files
 *
 * Returns: (transfer full): the set that inserts it; its key is 1000 times @number plus 1000, and the keys of
 *   its records follow
 */
AncChangeSet *
anc_fixture_make_case (guint number,
                       guint n_payslips,
                       guint n_documents)
{
  const gint64 case_key = (gint64) (number + 1) * 1000;
  AncChangeSet *changes = anc_change_set_new (case_key, "Import a case");

  add_head (changes, number, case_key);
  add_work (changes, number, case_key);
  for (guint i = 0; i < n_payslips; i++)
    {
      AncRow *payslip = anc_row_new (ANC_TABLE_PAYSLIPS, case_key, case_key + 100 + i, i + 1);

      anc_fixture_set (payslip, "job", "j1");
      anc_fixture_set_integer (payslip, "month", 2023 * 12 + (gint64) i);
      anc_fixture_set_integer (payslip, "hours", G_GINT64_CONSTANT (120500000) + i);
      anc_fixture_set_integer (payslip, "gross", G_GINT64_CONSTANT (1500250000));
      take_row (changes, payslip);
    }
  for (guint i = 0; i < n_documents; i++)
    {
      AncRow *document = anc_row_new (ANC_TABLE_DOCUMENTS, case_key, case_key + 500 + i, i + 1);
      g_autofree char *id = g_strdup_printf ("d%u", i + 1);
      g_autofree char *title = g_strdup_printf ("Bulletin de paie %u/%u", i % 12 + 1, 2018 + i / 12);

      anc_fixture_set (document, "id", id);
      anc_fixture_set (document, "title", title);
      anc_fixture_set (document, "kind", "payslip");
      anc_fixture_set_integer (document, "month", 2018 * 12 + (gint64) i);
      take_row (changes, document);
    }

  return changes;
}

static AncChangeSet *
change_to (const AncRow *before,
           AncRow *after,
           const char *label)
{
  AncChangeSet *changes = anc_change_set_new (before->case_key, label);

  anc_change_set_add (changes, (AncRow *) before, after);
  anc_row_unref (after);
  return changes;
}

AncChangeSet *
anc_fixture_change_text (const AncRow *row,
                         const char *column,
                         const char *text)
{
  AncRow *after = anc_row_copy (row);

  anc_fixture_set (after, column, text);
  return change_to (row, after, "Change a text");
}

AncChangeSet *
anc_fixture_change_integer (const AncRow *row,
                            const char *column,
                            gint64 integer)
{
  AncRow *after = anc_row_copy (row);

  anc_fixture_set_integer (after, column, integer);
  return change_to (row, after, "Change a number");
}

AncChangeSet *
anc_fixture_add_document (const AncCaseRows *rows,
                          const char *title,
                          const char *sha256)
{
  const gint64 case_key = anc_case_rows_get_key (rows);
  AncChangeSet *changes = anc_change_set_new (case_key, "Add a document");
  AncRow *row = anc_row_new (ANC_TABLE_DOCUMENTS, case_key, anc_row_make_key (), 1000);

  anc_fixture_set (row, "title", title);
  anc_fixture_set (row, "kind", "letter");
  if (sha256 != NULL)
    anc_fixture_set (row, "sha256", sha256);
  take_row (changes, row);

  return changes;
}

AncChangeSet *
anc_fixture_delete_row (const AncRow *row)
{
  AncChangeSet *changes = anc_change_set_new (row->case_key, "Delete a record");

  anc_change_set_add (changes, (AncRow *) row, NULL);
  return changes;
}
