/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-law.h"

/* Any bytes as each of the tables of the law. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  static const char *const tables[] = {
    "departments.csv", "wages/smic.csv", "occupations/fap-rome.csv", "occupations/rows.csv"
  };
  static const char lists[] = "{ \"l\": { \"title\": { \"fr\": \"t\", \"en\": \"t\" }, \"source\": \"s\","
                              " \"periods\": [ { \"from\": \"2020-01-01\", \"complete\": true } ] } }";
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GBytes) catalogue = g_bytes_new_static (lists, sizeof lists - 1);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();
      g_autoptr (AncRules) rules = NULL;

      anc_rules_builder_add (builder, "occupations/lists.json", "lists.json", 0, catalogue);
      anc_rules_builder_add (builder, tables[i], tables[i], 0, bytes);
      rules = anc_rules_builder_end (builder);
    }

  return 0;
}
