/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-schema.h"

#define REQUIRED TRUE
#define OPTIONAL FALSE

const char *const anc_stay_status_names[] = {
  "undocumented",
  "asylum_seeker",
  "student",
  "seasonal",
  "provisional",
  "permit",
  NULL
};

const char *const anc_employer_kind_names[] = { "company", "household", "agency", NULL };

const char *const anc_contract_names[] = {
  "permanent",
  "fixed_term",
  "agency",
  "seasonal",
  "household",
  "apprenticeship",
  "self_employed",
  NULL
};

const char *const anc_measure_kind_names[] = { "oqtf", "expulsion", NULL };

static const char *const formats[] = { "ancrage-case", NULL };
static const char *const sexes[] = { "F", "M", "X", NULL };

static const AncRecordType employer;
static const AncRecordType job;
static const AncRecordType document;

static const AncField person_fields[] = {
  { "family_name", ANC_FIELD_TEXT, REQUIRED, NULL, NULL },
  { "given_names", ANC_FIELD_TEXT, REQUIRED, NULL, NULL },
  { "birth_date", ANC_FIELD_DATE, OPTIONAL, NULL, NULL },
  { "birth_place", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { "nationality", ANC_FIELD_NATIONALITY, OPTIONAL, NULL, NULL },
  { "sex", ANC_FIELD_CHOICE, OPTIONAL, sexes, NULL },
  { "department", ANC_FIELD_DEPARTMENT, OPTIONAL, NULL, NULL },
  { "address", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { "phone", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { "email", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { "foreigner_number", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { 0 },
};

static const AncRecordType person = { "person", person_fields };

static const AncField stay_fields[] = {
  { "status", ANC_FIELD_CHOICE, REQUIRED, anc_stay_status_names, NULL },
  { "start", ANC_FIELD_DATE, REQUIRED, NULL, NULL },
  { "end", ANC_FIELD_DATE, OPTIONAL, NULL, NULL },
  { 0 },
};

static const AncRecordType stay = { "stays", stay_fields };

static const AncField absence_fields[] = {
  { "start", ANC_FIELD_DATE, REQUIRED, NULL, NULL },
  { "end", ANC_FIELD_DATE, REQUIRED, NULL, NULL },
  { 0 },
};

static const AncRecordType absence = { "absences", absence_fields };

static const AncField employer_fields[] = {
  { "id", ANC_FIELD_ID, REQUIRED, NULL, NULL },
  { "name", ANC_FIELD_TEXT, REQUIRED, NULL, NULL },
  { "kind", ANC_FIELD_CHOICE, REQUIRED, anc_employer_kind_names, NULL },
  { "siret", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { "department", ANC_FIELD_DEPARTMENT, OPTIONAL, NULL, NULL },
  { "address", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { "ape", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { 0 },
};

static const AncRecordType employer = { "employers", employer_fields };

static const AncField occupation_fields[] = {
  { "label", ANC_FIELD_TEXT, REQUIRED, NULL, NULL },
  { "rome", ANC_FIELD_ROME, OPTIONAL, NULL, NULL },
  { "fap", ANC_FIELD_FAP, OPTIONAL, NULL, NULL },
  { "rome_old", ANC_FIELD_ROME_OLD, OPTIONAL, NULL, NULL },
  { 0 },
};

static const AncRecordType occupation = { "occupation", occupation_fields };

static const AncField job_fields[] = {
  { "id", ANC_FIELD_ID, REQUIRED, NULL, NULL },
  { "employer", ANC_FIELD_REFERENCE, REQUIRED, NULL, &employer },
  { "start", ANC_FIELD_DATE, REQUIRED, NULL, NULL },
  { "end", ANC_FIELD_DATE, OPTIONAL, NULL, NULL },
  { "contract", ANC_FIELD_CHOICE, REQUIRED, anc_contract_names, NULL },
  { "occupation", ANC_FIELD_RECORD, OPTIONAL, NULL, &occupation },
  { "weekly_hours", ANC_FIELD_AMOUNT, OPTIONAL, NULL, NULL },
  { "monthly_gross", ANC_FIELD_AMOUNT, OPTIONAL, NULL, NULL },
  { "department", ANC_FIELD_DEPARTMENT, OPTIONAL, NULL, NULL },
  { 0 },
};

static const AncRecordType job = { "jobs", job_fields };

static const AncField payslip_fields[] = {
  { "job", ANC_FIELD_REFERENCE, REQUIRED, NULL, &job },
  { "month", ANC_FIELD_MONTH, REQUIRED, NULL, NULL },
  { "hours", ANC_FIELD_AMOUNT, OPTIONAL, NULL, NULL },
  { "gross", ANC_FIELD_AMOUNT, OPTIONAL, NULL, NULL },
  { "net", ANC_FIELD_AMOUNT, OPTIONAL, NULL, NULL },
  { "document", ANC_FIELD_REFERENCE, OPTIONAL, NULL, &document },
  { 0 },
};

static const AncRecordType payslip = { "payslips", payslip_fields };

static const AncField commitment_fields[] = {
  { "months", ANC_FIELD_COUNT, REQUIRED, NULL, NULL },
  { "over_months", ANC_FIELD_COUNT, REQUIRED, NULL, NULL },
  { "training_months", ANC_FIELD_COUNT, OPTIONAL, NULL, NULL },
  { 0 },
};

static const AncRecordType commitment = { "commitment", commitment_fields };

static const AncField offer_fields[] = {
  { "id", ANC_FIELD_ID, REQUIRED, NULL, NULL },
  { "employer", ANC_FIELD_REFERENCE, REQUIRED, NULL, &employer },
  { "contract", ANC_FIELD_CHOICE, REQUIRED, anc_contract_names, NULL },
  { "occupation", ANC_FIELD_RECORD, OPTIONAL, NULL, &occupation },
  { "weekly_hours", ANC_FIELD_AMOUNT, OPTIONAL, NULL, NULL },
  { "monthly_gross", ANC_FIELD_AMOUNT, OPTIONAL, NULL, NULL },
  { "start", ANC_FIELD_DATE, OPTIONAL, NULL, NULL },
  { "duration_months", ANC_FIELD_COUNT, OPTIONAL, NULL, NULL },
  { "collective_minimum", ANC_FIELD_AMOUNT, OPTIONAL, NULL, NULL },
  { "commitment", ANC_FIELD_RECORD, OPTIONAL, NULL, &commitment },
  { "department", ANC_FIELD_DEPARTMENT, OPTIONAL, NULL, NULL },
  { "document", ANC_FIELD_REFERENCE, OPTIONAL, NULL, &document },
  { 0 },
};

static const AncRecordType offer = { "offers", offer_fields };

static const AncField measure_fields[] = {
  { "kind", ANC_FIELD_CHOICE, REQUIRED, anc_measure_kind_names, NULL },
  { "notified", ANC_FIELD_DATE, REQUIRED, NULL, NULL },
  { "irtf_months", ANC_FIELD_COUNT, OPTIONAL, NULL, NULL },
  { "executed", ANC_FIELD_BOOLEAN, REQUIRED, NULL, NULL },
  { "new_facts", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { 0 },
};

static const AncRecordType measure = { "measures", measure_fields };

static const AncField document_fields[] = {
  { "id", ANC_FIELD_ID, REQUIRED, NULL, NULL },
  { "title", ANC_FIELD_TEXT, REQUIRED, NULL, NULL },
  { "kind", ANC_FIELD_IDENTIFIER, REQUIRED, NULL, NULL },
  { "date", ANC_FIELD_DATE, OPTIONAL, NULL, NULL },
  { "month", ANC_FIELD_MONTH, OPTIONAL, NULL, NULL },
  { "pages", ANC_FIELD_COUNT, OPTIONAL, NULL, NULL },
  { "file", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { "sha256", ANC_FIELD_SHA256, OPTIONAL, NULL, NULL },
  { 0 },
};

static const AncRecordType document = { "documents", document_fields };

static const AncField event_fields[] = {
  { "date", ANC_FIELD_DATE, REQUIRED, NULL, NULL },
  { "kind", ANC_FIELD_IDENTIFIER, REQUIRED, NULL, NULL },
  { "note", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { "document", ANC_FIELD_REFERENCE, OPTIONAL, NULL, &document },
  { 0 },
};

static const AncRecordType event = { "events", event_fields };

static const AncField case_fields[] = {
  { "format", ANC_FIELD_CHOICE, REQUIRED, formats, NULL },
  { "version", ANC_FIELD_COUNT, REQUIRED, NULL, NULL },
  { "reference", ANC_FIELD_TEXT, REQUIRED, NULL, NULL },
  { "person", ANC_FIELD_RECORD, REQUIRED, NULL, &person },
  { "entry_date", ANC_FIELD_DATE, OPTIONAL, NULL, NULL },
  { "stays", ANC_FIELD_LIST, OPTIONAL, NULL, &stay },
  { "absences", ANC_FIELD_LIST, OPTIONAL, NULL, &absence },
  { "employers", ANC_FIELD_LIST, OPTIONAL, NULL, &employer }, /* absent where no record names one */
  { "jobs", ANC_FIELD_LIST, OPTIONAL, NULL, &job },
  { "payslips", ANC_FIELD_LIST, OPTIONAL, NULL, &payslip },
  { "offers", ANC_FIELD_LIST, OPTIONAL, NULL, &offer },
  { "measures", ANC_FIELD_LIST, OPTIONAL, NULL, &measure },
  { "facts", ANC_FIELD_FACTS, OPTIONAL, NULL, NULL },
  { "documents", ANC_FIELD_LIST, OPTIONAL, NULL, &document },
  { "events", ANC_FIELD_LIST, OPTIONAL, NULL, &event },
  { "notes", ANC_FIELD_TEXT, OPTIONAL, NULL, NULL },
  { 0 },
};

const AncRecordType anc_case_schema = { "case", case_fields };
