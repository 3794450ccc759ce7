/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncFieldType:
 * @ANC_FIELD_TEXT: any text
 * @ANC_FIELD_ID: the name by which other records refer to this one, unique in its list
 * @ANC_FIELD_REFERENCE: the id of a record of another list
 * @ANC_FIELD_IDENTIFIER: a lower_case word
 * @ANC_FIELD_DATE: a date
 * @ANC_FIELD_MONTH: a month
 * @ANC_FIELD_AMOUNT: euros or hours, not negative
 * @ANC_FIELD_COUNT: a whole number, not negative
 * @ANC_FIELD_BOOLEAN: true or false
 * @ANC_FIELD_CHOICE: one of some words
 * @ANC_FIELD_NATIONALITY: an alpha-3 country code
 * @ANC_FIELD_DEPARTMENT: a department's code
 * @ANC_FIELD_FAP: a FAP code
 * @ANC_FIELD_ROME: a ROME code
 * @ANC_FIELD_ROME_OLD: a ROME code of five digits
 * @ANC_FIELD_SHA256: 64 hexadecimal digits
 * @ANC_FIELD_FACTS: values by name, of the types in the catalogue of facts
 * @ANC_FIELD_RECORD: a record inside this one
 * @ANC_FIELD_LIST: a list of records
 * @ANC_FIELD_KEY: the key of a record, as the cases room numbers them; never in the contract's case
 * @ANC_FIELD_TIME: a moment, in µs since 1970-01-01 UTC; never in the contract's case
 *
 * What a field of a case may hold.
 */
typedef enum
{
  ANC_FIELD_TEXT,
  ANC_FIELD_ID,
  ANC_FIELD_REFERENCE,
  ANC_FIELD_IDENTIFIER,
  ANC_FIELD_DATE,
  ANC_FIELD_MONTH,
  ANC_FIELD_AMOUNT,
  ANC_FIELD_COUNT,
  ANC_FIELD_BOOLEAN,
  ANC_FIELD_CHOICE,
  ANC_FIELD_NATIONALITY,
  ANC_FIELD_DEPARTMENT,
  ANC_FIELD_FAP,
  ANC_FIELD_ROME,
  ANC_FIELD_ROME_OLD,
  ANC_FIELD_SHA256,
  ANC_FIELD_FACTS,
  ANC_FIELD_RECORD,
  ANC_FIELD_LIST,
  ANC_FIELD_KEY,
  ANC_FIELD_TIME,
} AncFieldType;

typedef struct _AncField AncField;
typedef struct _AncRecordType AncRecordType;

/**
 * AncField:
 * @key: its name in JSON
 * @required: whether it must be recorded
 * @choices: (nullable): for a choice, the words
 * @record: (nullable): for a record or a list, what it holds; for a reference, what it refers to
 *
 * One field of a record, declared once: reading, storing and forms follow from it.
 */
struct _AncField
{
  const char *key;
  AncFieldType type;
  gboolean required;
  const char *const *choices;
  const AncRecordType *record;
};

/**
 * AncRecordType:
 * @key: the name of the list of such records in a case
 * @fields: (array): its fields; the one after the last has no key
 */
struct _AncRecordType
{
  const char *key;
  const AncField *fields;
};

/* The case, format `ancrage-case`, version 1; everything else stands in it. */
extern const AncRecordType anc_case_schema;

/* The words of each choice, in the order of the enumerations of anc-case-facts.h. */
extern const char *const anc_stay_status_names[];
extern const char *const anc_employer_kind_names[];
extern const char *const anc_contract_names[];
extern const char *const anc_measure_kind_names[];
