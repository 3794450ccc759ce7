/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-law.h"

#include "anc-list-text.h"

/* Any bytes as the pasted text of a list of occupations. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  static AncRules *rules;
  g_autoptr (AncListText) text = NULL;

  if (rules == NULL)
    {
      g_autoptr (AncRulesBuilder) builder = anc_rules_builder_new ();

      anc_law_add_shipped (builder);
      rules = anc_rules_builder_end (builder);
    }
  text = anc_list_text_new ((const char *) data, size, rules, 76);

  return 0;
}
