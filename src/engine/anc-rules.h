/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-fact-catalogue.h"
#include "anc-occupations.h"
#include "anc-regime.h"
#include "anc-territory.h"
#include "anc-wages.h"

#include "anc-problems.h"

/**
 * AncRules:
 *
 * A whole set of law: regimes, lists of occupations, wages, departments, named facts. Once loaded it
 * never changes, and any number of threads may evaluate with it at once.
 */
typedef struct _AncRules AncRules;

AncRules *anc_rules_ref (AncRules *self);
void anc_rules_unref (AncRules *self);

guint anc_rules_get_n_regimes (const AncRules *self);
const AncRegime *anc_rules_get_regime (const AncRules *self,
                                       guint index);
const AncRegime *anc_rules_find_regime (const AncRules *self,
                                        const char *id);
const AncTerritory *anc_rules_get_territory (const AncRules *self);
const AncFactCatalogue *anc_rules_get_fact_catalogue (const AncRules *self);
const AncOccupations *anc_rules_get_occupations (const AncRules *self);
const AncWages *anc_rules_get_wages (const AncRules *self);

/**
 * AncRuleFile:
 * @path: its place in a folder of law: `regimes/….json`
 * @name: its name for messages
 * @layer: which folder it is from: 0 for what ships with the program, then those laid over it
 * @problems: what is wrong with it
 * @regime_id: (nullable): the regime it holds, if it holds one and could be read
 *
 * One file of law.
 */
typedef struct
{
  char *path;
  char *name;
  guint layer;
  GBytes *bytes;
  AncProblems *problems;
  char *regime_id;
} AncRuleFile;

/**
 * AncRulesBuilder:
 *
 * Reads files of law into an #AncRules. It opens none itself: whoever finds them hands over their
 * bytes. Used by one thread.
 */
typedef struct _AncRulesBuilder AncRulesBuilder;

AncRulesBuilder *anc_rules_builder_new (void);
void anc_rules_builder_free (AncRulesBuilder *self);

gboolean anc_rules_builder_add (AncRulesBuilder *self,
                                const char *path,
                                const char *name,
                                guint layer,
                                GBytes *bytes);
AncRules *anc_rules_builder_end (AncRulesBuilder *self);
guint anc_rules_builder_drop_wrong (AncRulesBuilder *self);
guint anc_rules_builder_get_n_files (const AncRulesBuilder *self);
const AncRuleFile *anc_rules_builder_get_file (const AncRulesBuilder *self,
                                               guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncRules, anc_rules_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncRulesBuilder, anc_rules_builder_free)
