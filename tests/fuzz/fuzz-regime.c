/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-law.h"

#include "anc-example.h"

/* Any bytes as a regime beside those that ship: refused with problems, or its examples run. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

static void
add_tables (AncRulesBuilder *builder)
{
  static const char *const tables[] = {
    "departments.csv", "facts.json", "nationality-groups.json", "occupations/lists.json", "wages/smic.csv"
  };
  g_autoptr (AncRulesBuilder) shipped = anc_rules_builder_new ();

  anc_law_add_shipped (shipped);
  for (guint i = 0; i < anc_rules_builder_get_n_files (shipped); i++)
    {
      const AncRuleFile *file = anc_rules_builder_get_file (shipped, i);

      for (guint j = 0; j < G_N_ELEMENTS (tables); j++)
        if (g_str_equal (file->path, tables[j]))
          anc_rules_builder_add (builder, file->path, file->name, 0, file->bytes);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (AncRules) rules = NULL;

  add_tables (builder);
  anc_rules_builder_add (builder, "regimes/fuzz.json", "fuzz.json", 1, bytes);
  rules = anc_rules_builder_end (builder);

  for (guint i = 0; rules != NULL && i < anc_rules_get_n_regimes (rules); i++)
    {
      const AncRegime *regime = anc_rules_get_regime (rules, i);

      for (guint j = 0; j < regime->examples->len; j++)
        {
          g_autoptr (AncProblems) problems = anc_problems_new ();

          anc_example_run (&g_array_index (regime->examples, AncExample, j), regime, rules, problems);
        }
    }

  return 0;
}
