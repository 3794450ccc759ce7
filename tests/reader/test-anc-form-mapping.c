/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-form-mapping.h"

#define PAGE "topmostSubform[0].Page1[0]."

typedef struct
{
  const char *name;
  AncFormFieldType type;
  const char *value;
  const char *state;
} Row;

static GPtrArray *
make_fields (const Row *rows,
             guint n_rows)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func ((GDestroyNotify) anc_form_field_free);

  for (guint i = 0; i < n_rows; i++)
    {
      AncFormField *field = g_new0 (AncFormField, 1);

      field->name = g_strdup (rows[i].name);
      field->type = rows[i].type;
      field->value = g_strdup (rows[i].value);
      field->state = g_strdup (rows[i].state);
      field->rect = (AncRect){ 100, 20.0 * i, 200, 20.0 * i + 12 };
      g_ptr_array_add (fields, field);
    }

  return fields;
}

static AncStatement *
map (const Row *rows,
     guint n_rows)
{
  g_autoptr (GPtrArray) fields = make_fields (rows, n_rows);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new ();
  AncStatement *statement = anc_statement_new ();

  anc_form_mapping_read (fields, layouts, statement);
  return statement;
}

/* The names say little and some mislead; the mapping of the form gives them their meaning. */
static void
test_known_form (void)
{
  static const Row rows[] = {
    { PAGE "txt_SIRET[0]", ANC_FORM_FIELD_TEXT, "165 333 147 00271", NULL },
    { PAGE "txt_denomination[0]", ANC_FORM_FIELD_TEXT, "FIRME FICTIVE", NULL },
    { PAGE "txt_prenom[0]", ANC_FORM_FIELD_TEXT, "Cunégonde", NULL },
    { PAGE "txt_nomUsage[0]", ANC_FORM_FIELD_TEXT, NULL, NULL },
    { PAGE "txt_nomFamille[0]", ANC_FORM_FIELD_TEXT, "JUJUBE", NULL },
    { PAGE "txt_emploiOccupe[0]", ANC_FORM_FIELD_TEXT, "Plongeuse", NULL },
    { PAGE "rab_typeTravail[0]", ANC_FORM_FIELD_RADIO, "false", "1" },
    { PAGE "rab_typeTravail[0]", ANC_FORM_FIELD_RADIO, "true", "2" },
    { PAGE "rab_typeContrat[0]", ANC_FORM_FIELD_RADIO, "false", "1" },
    { PAGE "rab_typeContrat[0]", ANC_FORM_FIELD_RADIO, "true", "2" },
    { PAGE "txt_dureeHeures[0]", ANC_FORM_FIELD_TEXT, "130", NULL },
    { PAGE "txt_dureeCentiemes[0]", ANC_FORM_FIELD_TEXT, "50", NULL },
    { PAGE "rab_typeSalaire[1]", ANC_FORM_FIELD_RADIO, "true", "2" },
    { PAGE "txt_salaire[0]", ANC_FORM_FIELD_TEXT, "1 612,35", NULL },
    { PAGE "rab_typeSalaire[0]", ANC_FORM_FIELD_RADIO, "true", "2" },
    { PAGE "dat_signature[0]", ANC_FORM_FIELD_TEXT, "20/02/2026", NULL },
    { "topmostSubform[0].Page2[0].txt_SIRET[0]", ANC_FORM_FIELD_TEXT, "999", NULL },
  };
  g_autoptr (AncStatement) statement = map (rows, G_N_ELEMENTS (rows));

  g_assert_cmpstr (statement->values[ANC_STATEMENT_EMPLOYER], ==, "FIRME FICTIVE");
  g_assert_cmpstr (statement->values[ANC_STATEMENT_SIRET], ==, "16533314700271");
  g_assert_true (statement->siret_valid);
  g_assert_cmpstr (statement->values[ANC_STATEMENT_EMPLOYEE], ==, "Cunégonde JUJUBE");
  g_assert_cmpstr (statement->values[ANC_STATEMENT_JOB], ==, "Plongeuse");
  g_assert_cmpstr (statement->values[ANC_STATEMENT_CONTRACT], ==, "fixed_term");
  g_assert_cmpstr (statement->values[ANC_STATEMENT_MONTHLY_HOURS], ==, "130.50");
  g_assert_null (statement->values[ANC_STATEMENT_WEEKLY_HOURS]);
  g_assert_cmpstr (statement->values[ANC_STATEMENT_GROSS_MONTHLY], ==, "1612.35");
  g_assert_cmpstr (statement->values[ANC_STATEMENT_SIGNED_ON], ==, "2026-02-20");
}

/* Pay by the hour is not monthly pay, and agency work is no matter of the kind of contract. */
static void
test_units (void)
{
  static const Row rows[] = {
    { PAGE "txt_SIRET[0]", ANC_FORM_FIELD_TEXT, "165 333 147 00272", NULL },
    { PAGE "txt_emploiOccupe[0]", ANC_FORM_FIELD_TEXT, "Plongeuse", NULL },
    { PAGE "rab_typeTravail[0]", ANC_FORM_FIELD_RADIO, "true", "1" },
    { PAGE "rab_typeContrat[0]", ANC_FORM_FIELD_RADIO, "true", "2" },
    { PAGE "txt_salaire[0]", ANC_FORM_FIELD_TEXT, "12,30", NULL },
    { PAGE "rab_typeSalaire[0]", ANC_FORM_FIELD_RADIO, "true", "3" },
  };
  g_autoptr (AncStatement) statement = map (rows, G_N_ELEMENTS (rows));

  g_assert_cmpstr (statement->values[ANC_STATEMENT_CONTRACT], ==, "agency");
  g_assert_null (statement->values[ANC_STATEMENT_GROSS_MONTHLY]);
  g_assert_cmpstr (statement->values[ANC_STATEMENT_SIRET], ==, "16533314700272");
  g_assert_false (statement->siret_valid);
}

static void
test_unknown_form (void)
{
  static const Row rows[] = {
    { "employeurRaisonSociale", ANC_FORM_FIELD_TEXT, "FIRME FICTIVE", NULL },
    { "salarie_nom_prenom", ANC_FORM_FIELD_TEXT, "JUJUBE Cunégonde", NULL },
    { "intitule_du_poste", ANC_FORM_FIELD_TEXT, "Plongeuse", NULL },
    { "contrat", ANC_FORM_FIELD_RADIO, "false", "CDI" },
    { "contrat", ANC_FORM_FIELD_RADIO, "true", "Saisonnier" },
    { "commentaire", ANC_FORM_FIELD_TEXT, "rien", NULL },
  };
  g_autoptr (AncStatement) statement = map (rows, G_N_ELEMENTS (rows));

  g_assert_cmpstr (statement->values[ANC_STATEMENT_EMPLOYER], ==, "FIRME FICTIVE");
  g_assert_cmpstr (statement->values[ANC_STATEMENT_EMPLOYEE], ==, "JUJUBE Cunégonde");
  g_assert_cmpstr (statement->values[ANC_STATEMENT_JOB], ==, "Plongeuse");
  g_assert_cmpstr (statement->values[ANC_STATEMENT_CONTRACT], ==, "seasonal");
  g_assert_null (statement->values[ANC_STATEMENT_SIRET]);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/form-mapping/known-form", test_known_form);
  g_test_add_func ("/reader/form-mapping/units", test_units);
  g_test_add_func ("/reader/form-mapping/unknown-form", test_unknown_form);
  return g_test_run ();
}
