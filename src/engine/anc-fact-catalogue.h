/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-text.h"

#include "anc-problems.h"

/**
 * AncFactType:
 *
 * What a named fact may hold.
 */
typedef enum
{
  ANC_FACT_BOOLEAN,
  ANC_FACT_NUMBER,
  ANC_FACT_TEXT,
  ANC_FACT_DATE,
} AncFactType;

/**
 * AncFactDefinition:
 * @id: the name it has in cases and regimes
 * @group: the part of the form it stands in
 * @title: what the form asks
 * @help: what to look at to answer
 * @source: the text that makes it matter
 */
typedef struct
{
  const char *id;
  AncFactType type;
  const char *group;
  AncText title;
  AncText help;
  const char *source;
} AncFactDefinition;

/**
 * AncFactCatalogue:
 *
 * The named facts there are (data/facts.json). Immutable once the rules are loaded.
 */
typedef struct _AncFactCatalogue AncFactCatalogue;

AncFactCatalogue *anc_fact_catalogue_new (void);
void anc_fact_catalogue_free (AncFactCatalogue *self);

void anc_fact_catalogue_read (AncFactCatalogue *self,
                              const char *json,
                              gsize length,
                              AncProblems *problems);

guint anc_fact_catalogue_get_count (const AncFactCatalogue *self);
const AncFactDefinition *anc_fact_catalogue_get (const AncFactCatalogue *self,
                                                 guint index);
const AncFactDefinition *anc_fact_catalogue_find (const AncFactCatalogue *self,
                                                  const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncFactCatalogue, anc_fact_catalogue_free)
