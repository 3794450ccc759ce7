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
 * @grade: what it is worth as a proof of presence; %ANC_GRADE_NONE where it is none
 * @source: (nullable): who grades it so
 * @disputed: of #AncExhibitGrade, who grades it otherwise
 *
 * A kind of document.
 */
typedef struct
{
  const char *id;
  AncText title;
  AncGrade grade;
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
 * What is known of kinds of documents and of the lists of regimes. Immutable once read.
 */
typedef struct _AncExhibitRules AncExhibitRules;

AncExhibitRules *anc_exhibit_rules_new (void);
void anc_exhibit_rules_free (AncExhibitRules *self);

gboolean anc_exhibit_rules_add (AncExhibitRules *self,
                                const char *text,
                                gsize length,
                                AncProblems *problems);
gboolean anc_exhibit_rules_add_shipped (AncExhibitRules *self,
                                        AncProblems *problems);
gboolean anc_exhibit_rules_add_folder (AncExhibitRules *self,
                                       const char *folder,
                                       AncProblems *problems);

const AncExhibitKind *anc_exhibit_rules_find_kind (const AncExhibitRules *self,
                                                   const char *id);
const AncExhibitList *anc_exhibit_rules_find_list (const AncExhibitRules *self,
                                                   const char *regime);
GPtrArray *anc_exhibit_rules_get_lists (const AncExhibitRules *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncExhibitRules, anc_exhibit_rules_free)
