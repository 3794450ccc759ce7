/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-value.h"

#include "anc-case-schema.h"

/**
 * AncTableId:
 * @ANC_TABLE_CASES: the head of each case: its scalar fields and the person's
 * @ANC_TABLE_FACTS: the named facts: a name and its value as a JSON literal
 * @ANC_TABLE_CITATIONS: what joins a claim to the place of a document that proves it
 *
 * The tables a case is kept in; the others are the lists of the contract's case, in its order.
 */
typedef enum
{
  ANC_TABLE_CASES,
  ANC_TABLE_STAYS,
  ANC_TABLE_ABSENCES,
  ANC_TABLE_EMPLOYERS,
  ANC_TABLE_JOBS,
  ANC_TABLE_PAYSLIPS,
  ANC_TABLE_OFFERS,
  ANC_TABLE_MEASURES,
  ANC_TABLE_FACTS,
  ANC_TABLE_DOCUMENTS,
  ANC_TABLE_EVENTS,
  ANC_TABLE_CITATIONS,
} AncTableId;

#define ANC_N_TABLES (ANC_TABLE_CITATIONS + 1)

/**
 * AncColumn:
 * @name: as SQL and the journal name it: `occupation_rome`
 * @property: as objects name it: `occupation-rome`
 * @path: (nullable): as the contract's case names it inside its record: `occupation.rome`; %NULL for
 *   what the office keeps beside it
 * @type: what its values are where they are recorded
 * @field: what it may hold
 * @group: (nullable): the field of the record inside the record it stands in: `occupation`
 * @is_mark: whether it only marks a list as recorded: none. The value is then 1 or not recorded
 *
 * One column of a table. Required fields too may be not recorded: people type in any order.
 */
typedef struct
{
  const char *name;
  const char *property;
  const char *path;
  AncValueType type;
  const AncField *field;
  const AncField *group;
  gboolean is_mark;
} AncColumn;

/**
 * AncTable:
 * @name: `payslips`
 * @record: what the contract, or for the last tables this room, declares of it; for the head, the case
 * @columns: (array length=n_columns): beside which every row has a key, the key of its case and, except
 *   in %ANC_TABLE_CASES, a position
 *
 * The flat view of one kind of record, made from its declaration. Tables live as long as the program
 * and may be read by any thread.
 */
typedef struct
{
  AncTableId id;
  const char *name;
  const AncRecordType *record;
  const AncColumn *columns;
  guint n_columns;
} AncTable;

/* What anc_table_find_column() returns where there is none. */
#define ANC_COLUMN_NONE G_MAXUINT

/* The words of a case's state, in the order in which a case goes through them. */
extern const char *const anc_case_state_names[];

const AncTable *anc_table_get (AncTableId id);
const AncTable *anc_table_find (const char *name);

guint anc_table_find_column (const AncTable *self,
                             const char *name);
guint anc_table_get_mark (AncTableId list);
