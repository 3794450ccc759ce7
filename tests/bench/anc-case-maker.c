/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-maker.h"

#include "anc-date.h"

static const char *const nationalities[] = { "MLI", "SEN", "TUN", "MAR", "BEN", "BGD", "DZA", "CIV", "LKA", "PHL" };
static const char *const departments[] = { "75", "93", "92", "94", "13", "69", "59", "33", "67", "44" };
static const char *const contracts[] = { "permanent", "fixed_term", "agency", "household", "seasonal" };
static const char *const occupations[] = {
  "\"label\":\"Cuisinier\",\"rome\":\"G1602\",\"fap\":\"S1Z40\"",
  "\"label\":\"Agent d’entretien\",\"rome\":\"K2204\",\"fap\":\"T4Z60\"",
  "\"label\":\"Maçon\",\"rome\":\"F1703\",\"fap\":\"B2Z40\"",
  "\"label\":\"Aide à domicile\",\"rome\":\"K1304\",\"fap\":\"T2A60\"",
  "\"label\":\"Manutentionnaire\",\"rome\":\"N1105\"",
  "\"label\":\"Plongeur\"",
};

#define PICK(rng, array) ((array)[g_rand_int_range ((rng), 0, G_N_ELEMENTS (array))])

/* The first job starts here; a month's payslips are shared out from here on. */
#define FIRST_YEAR 2021

/* Facts that serve the person when they are so. */
static const char *const favourable[] = {
  "republican_contract",
  "french_elementary",
  "french_proof",
  "integration_proofs",
  "union_backed",
  "cerfa_signed",
  "employer_levy_undertaking",
  "work_authorisation",
};

static void
write_jobs (GString *text,
            GRand *rng,
            guint n_jobs,
            guint months_each)
{
  AncMonth first = anc_month_new (FIRST_YEAR, 1);

  g_string_append (text, ",\"jobs\":[");
  for (guint i = 0; i < n_jobs; i++)
    {
      /* Jobs beyond those that fill the years stand beside the earlier ones. */
      AncMonth start = first + (AncMonth) (i * months_each % 90);
      AncDate begins = anc_month_get_first_day (start) + g_rand_int_range (rng, 0, 20);
      AncDate ends = anc_month_get_last_day (start + (AncMonth) months_each) - g_rand_int_range (rng, 0, 20);
      gboolean goes_on = i == n_jobs - 1 && g_rand_boolean (rng);
      char from[ANC_DATE_BUFFER_SIZE];
      char to[ANC_DATE_BUFFER_SIZE];

      g_string_append_printf (text, "%s{\"id\":\"j%u\",\"employer\":\"e%u\",\"start\":\"%s\"", i > 0 ? "," : "", i, i % 4, anc_date_format (begins, from));
      if (!goes_on)
        g_string_append_printf (text, ",\"end\":\"%s\"", anc_date_format (ends, to));
      g_string_append_printf (text, ",\"contract\":\"%s\",\"occupation\":{%s},\"weekly_hours\":%d,\"monthly_gross\":%d}", PICK (rng, contracts), PICK (rng, occupations), g_rand_int_range (rng, 12, 40), g_rand_int_range (rng, 700, 2400));
    }
  g_string_append_c (text, ']');
}

static void
write_payslips (GString *text,
                GRand *rng,
                guint n_jobs,
                guint months_each,
                guint n_payslips)
{
  AncMonth first = anc_month_new (FIRST_YEAR, 1);
  guint per_job = MAX (1, n_payslips / n_jobs);

  g_string_append (text, ",\"payslips\":[");
  for (guint i = 0; i < n_payslips; i++)
    {
      guint job = MIN (i / per_job, n_jobs - 1);
      guint nth = i - job * per_job;
      AncMonth month = first + (AncMonth) (job * months_each % 90) + (AncMonth) (nth % months_each);
      char name[ANC_DATE_BUFFER_SIZE];

      g_string_append_printf (text, "%s{\"job\":\"j%u\",\"month\":\"%s\",\"hours\":%d.%02d,\"gross\":%d.%02d,\"document\":\"d%u\"}", i > 0 ? "," : "", job, anc_month_format (month, name), g_rand_int_range (rng, 30, 170), g_rand_int_range (rng, 0, 100), g_rand_int_range (rng, 500, 2400), g_rand_int_range (rng, 0, 100), i);
    }
  g_string_append (text, "],\"documents\":[");
  for (guint i = 0; i < n_payslips; i++)
    g_string_append_printf (text, "%s{\"id\":\"d%u\",\"title\":\"Bulletin %u\",\"kind\":\"payslip\"}", i > 0 ? "," : "", i, i);
  g_string_append_c (text, ']');
}

static void
write_facts (GString *text,
             GRand *rng)
{
  g_string_append_printf (text,
                          ",\"offers\":[{\"id\":\"o\",\"employer\":\"e0\",\"contract\":\"permanent\","
                          "\"weekly_hours\":35,\"monthly_gross\":%d}],\"measures\":[],"
                          "\"facts\":{\"public_order_threat\":false,\"polygamy\":false,\"criminal_record_b2\":false",
                          g_rand_int_range (rng, 1500, 2300));
  for (guint i = 0; i < G_N_ELEMENTS (favourable); i++)
    if (g_rand_int_range (rng, 0, 6) > 0)
      g_string_append_printf (text, ",\"%s\":%s", favourable[i], g_rand_int_range (rng, 0, 20) > 0 ? "true" : "false");
  g_string_append (text, "}}");
}

/**
 * anc_case_maker_write:
 * @text: where the case is written, on one line without its end
 * @seed: which case
 * @n_jobs: at least 1
 * @n_payslips: how many payslips, each with a document of its own
 *
 * Writes a case in the format `ancrage-case`.
 */
void
anc_case_maker_write (GString *text,
                      guint32 seed,
                      guint n_jobs,
                      guint n_payslips)
{
  g_autoptr (GRand) rng = g_rand_new_with_seed (seed);
  guint months_each = MAX (2, n_payslips / n_jobs + 1);

  g_return_if_fail (n_jobs > 0);

  g_string_append_printf (text,
                          "{\"format\":\"ancrage-case\",\"version\":1,\"reference\":\"%u\","
                          "\"person\":{\"family_name\":\"Exemple %u\",\"given_names\":\"Camille\",\"nationality\":\"%s\"},"
                          "\"entry_date\":\"%d-%02d-11\",\"stays\":[{\"status\":\"undocumented\",\"start\":\"%d-01-11\"}],"
                          "\"absences\":[{\"start\":\"2021-07-02\",\"end\":\"2021-07-%02d\"}],\"employers\":[",
                          seed,
                          seed,
                          PICK (rng, nationalities),
                          g_rand_int_range (rng, 2012, 2020),
                          g_rand_int_range (rng, 1, 13),
                          g_rand_int_range (rng, 2020, 2024),
                          g_rand_int_range (rng, 3, 28));
  for (guint i = 0; i < 4; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"name\":\"Entreprise Imaginaire %u\",\"kind\":\"%s\",\"department\":\"%s\"}", i > 0 ? "," : "", i, i, i == 3 ? "household" : "company", PICK (rng, departments));
  g_string_append_c (text, ']');
  write_jobs (text, rng, n_jobs, months_each);
  write_payslips (text, rng, n_jobs, months_each, n_payslips);
  write_facts (text, rng);
}
