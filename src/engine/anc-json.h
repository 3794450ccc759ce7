/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-amount.h"
#include "anc-date.h"
#include "anc-problems.h"

#include <jansson.h>

/**
 * AncJsonSource:
 * @text: (array length=length) (nullable): the file, to tell lines; %NULL where lines are not told
 * @length: its bytes
 * @problems: takes what is wrong
 *
 * The document that a tree of #AncJson values was read from.
 */
typedef struct
{
  const char *text;
  gsize length;
  AncProblems *problems;
} AncJsonSource;

/**
 * AncJson:
 *
 * A JSON value that knows its place, so that whatever is wrong with it can be told by its path.
 * Places are made on the stack while reading and point to the one they stand in: a path costs
 * nothing until there is a problem.
 */
typedef struct _AncJson AncJson;

struct _AncJson
{
  const AncJsonSource *source;
  const AncJson *parent; /* NULL for the document */
  const char *key;       /* NULL in an array */
  gsize index;
  json_t *value; /* NULL where the member is absent */
};

json_t *anc_json_parse (const char *text,
                        gsize length,
                        AncProblems *problems);

AncJson anc_json_root (const AncJsonSource *source,
                       json_t *value);
AncJson anc_json_member (const AncJson *object,
                         const char *key);
AncJson anc_json_element (const AncJson *array,
                          gsize index);
gsize anc_json_get_length (const AncJson *array);

void anc_json_complain (const AncJson *self,
                        const char *template,
                        ...) G_GNUC_NULL_TERMINATED;
char *anc_json_dup_path (const AncJson *self);

gboolean anc_json_is_present (const AncJson *self);
gboolean anc_json_check_object (const AncJson *self,
                                const char *const *keys);
gboolean anc_json_check_array (const AncJson *self);

const char *anc_json_read_string (const AncJson *self);
gboolean anc_json_read_choice (const AncJson *self,
                               const char *const *choices,
                               guint *choice);
gboolean anc_json_read_boolean (const AncJson *self,
                                gboolean *value);
gboolean anc_json_read_date (const AncJson *self,
                             AncDate *date);
gboolean anc_json_read_month (const AncJson *self,
                              AncMonth *month);
gboolean anc_json_read_amount (const AncJson *self,
                               AncAmount *amount);
gboolean anc_json_read_count (const AncJson *self,
                              guint max,
                              guint *count);
