/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-bundle-plan.h"

#include "anc-text.h"

#include "anc-problems.h"

#include <gio/gio.h>

/**
 * AncExhibitSource:
 *
 * Where something in these files comes from; @url may be %NULL.
 */
typedef struct
{
  AncText title;
  const char *url;
} AncExhibitSource;

/**
 * AncExhibitGrade:
 *
 * What someone else says a kind of document is worth.
 */
typedef struct
{
  AncGrade grade;
  const AncExhibitSource *source;
} AncExhibitGrade;

/**
 * AncExhibitKind:
 * @id: the word a document's record has for it
 * @grade: what it is worth to this office as a proof of presence; %ANC_GRADE_NONE where it is none
 * @default_grade: what it is worth where the office does not say otherwise
 * @source: (nullable): who gives it @default_grade
 * @disputed: of #AncExhibitGrade, who grades it otherwise
 *
 * A kind of document.
 */
typedef struct
{
  const char *id;
  AncText title;
  AncGrade grade;
  AncGrade default_grade;
  const AncExhibitSource *source;
  GArray *disputed;
} AncExhibitKind;

/**
 * AncExhibitItem:
 * @group: the heading it stands under
 * @kinds: (array zero-terminated=1): the kinds of documents that answer it
 * @is_required: whether a file without it lacks something
 * @by_employer: whether the payslips of one employer are one exhibit
 *
 * What a list asks for.
 */
typedef struct
{
  const char *id;
  AncText title;
  AncText group;
  const char **kinds;
  gboolean is_required;
  gboolean by_employer;
  const AncExhibitSource *source;
} AncExhibitItem;

/**
 * AncExhibitList:
 * @regimes: (array zero-terminated=1): the regimes whose files it orders
 * @is_complete: whether it is the official list, whole
 * @note: what to know about it
 * @items: of #AncExhibitItem, in the order in which they are filed
 *
 * The documents a regime asks for.
 */
typedef struct
{
  const char *id;
  AncText title;
  const char **regimes;
  gboolean is_complete;
  AncText note;
  GArray *items;
} AncExhibitList;

/**
 * AncExhibitRules:
 *
 * What is known of kinds of documents and of the lists of regimes. Immutable once read, and then shared, also between
 * threads.
 */
typedef struct _AncExhibitRules AncExhibitRules;

AncExhibitRules *anc_exhibit_rules_new (void);
AncExhibitRules *anc_exhibit_rules_load (const char *folder,
                                         const char *grades,
                                         AncProblems *problems);
AncExhibitRules *anc_exhibit_rules_ref (AncExhibitRules *self);
void anc_exhibit_rules_unref (AncExhibitRules *self);

gboolean anc_exhibit_rules_add (AncExhibitRules *self,
                                const char *text,
                                gsize length,
                                AncProblems *problems);
gboolean anc_exhibit_rules_add_shipped (AncExhibitRules *self,
                                        AncProblems *problems);
gboolean anc_exhibit_rules_add_folder (AncExhibitRules *self,
                                       const char *folder,
                                       AncProblems *problems);

/* What the grades of an office are called among the settings of its store. */
#define ANC_EXHIBIT_GRADES_SETTING "exhibit-grades"

char *anc_exhibit_rules_write_grades (const AncExhibitRules *self,
                                      const char *kind,
                                      AncGrade grade);

GPtrArray *anc_exhibit_rules_get_kinds (const AncExhibitRules *self);
char **anc_exhibit_rules_dup_proofs (const AncExhibitRules *self);
const AncExhibitKind *anc_exhibit_rules_find_kind (const AncExhibitRules *self,
                                                   const char *id);
const AncExhibitList *anc_exhibit_rules_find_list (const AncExhibitRules *self,
                                                   const char *regime);
const AncExhibitList *anc_exhibit_rules_find_list_by_id (const AncExhibitRules *self,
                                                         const char *id);
GPtrArray *anc_exhibit_rules_get_lists (const AncExhibitRules *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncExhibitRules, anc_exhibit_rules_unref)
