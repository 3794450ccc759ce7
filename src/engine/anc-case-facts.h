/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-fact-catalogue.h"
#include "anc-json.h"
#include "anc-occupations.h"

#include "anc-amount.h"
#include "anc-date.h"

/* The enumerations below follow the words of anc-case-schema.h. */

typedef enum
{
  ANC_STAY_UNDOCUMENTED,
  ANC_STAY_ASYLUM_SEEKER,
  ANC_STAY_STUDENT,
  ANC_STAY_SEASONAL,
  ANC_STAY_PROVISIONAL,
  ANC_STAY_PERMIT,
} AncStayStatus;

typedef enum
{
  ANC_EMPLOYER_COMPANY,
  ANC_EMPLOYER_HOUSEHOLD,
  ANC_EMPLOYER_AGENCY,
} AncEmployerKind;

typedef enum
{
  ANC_CONTRACT_PERMANENT,
  ANC_CONTRACT_FIXED_TERM,
  ANC_CONTRACT_AGENCY,
  ANC_CONTRACT_SEASONAL,
  ANC_CONTRACT_HOUSEHOLD,
  ANC_CONTRACT_APPRENTICESHIP,
  ANC_CONTRACT_SELF_EMPLOYED,
} AncContract;

typedef enum
{
  ANC_MEASURE_OQTF,
  ANC_MEASURE_EXPULSION,
} AncMeasureKind;

/* Where a date, an amount or a text below was not recorded it is ANC_…_NONE or NULL. */

typedef struct
{
  AncStayStatus status;
  AncDate start;
  AncDate end; /* inclusive; not recorded: it goes on */
} AncStay;

typedef struct
{
  AncDate start;
  AncDate end; /* inclusive */
} AncAbsence;

typedef struct
{
  const char *id;
  const char *name;
  AncEmployerKind kind;
  AncDepartment department;
} AncEmployer;

/**
 * AncJob:
 * @employer: an index into the employers
 * @end: the last day; not recorded: it goes on
 * @department: its own, else its employer's
 * @first_payslip: its first payslip; they stand together, oldest first
 * @last_hours: of the payslips of the last month that has any, summed
 * @last_gross: the same in euros
 */
typedef struct
{
  const char *id;
  guint employer;
  AncDate start;
  AncDate end;
  AncContract contract;
  const char *label; /* of the occupation; not recorded: no occupation */
  AncOccupation occupation;
  AncAmount weekly_hours;
  AncAmount monthly_gross;
  AncDepartment department;
  guint first_payslip;
  guint n_payslips;
  AncAmount last_hours;
  AncAmount last_gross;
} AncJob;

typedef struct
{
  guint job;
  AncMonth month;
  AncAmount hours;
  AncAmount gross;
} AncPayslip;

/**
 * AncOffer:
 * @duration_months: 0 for a permanent contract
 * @commitment_months: months of work an agency promises, training included; 0 without a commitment
 * @commitment_over_months: over how many months it promises them
 */
typedef struct
{
  const char *id;
  guint employer;
  AncContract contract;
  const char *label;
  AncOccupation occupation;
  AncAmount weekly_hours;
  AncAmount monthly_gross;
  AncAmount collective_minimum;
  gboolean is_permanent;
  guint duration_months;
  gboolean has_commitment;
  guint commitment_months;
  guint commitment_over_months;
  AncDepartment department;
} AncOffer;

typedef struct
{
  AncMeasureKind kind;
  AncDate notified;
  guint irtf_months;
  gboolean executed;
  gboolean has_new_facts;
} AncMeasure;

/**
 * AncFact:
 * @number: for a number
 * @date: for a date
 * @text: for a text
 */
typedef struct
{
  const char *name;
  AncFactType type;
  gboolean is_true;
  AncAmount number;
  AncDate date;
  const char *text;
} AncFact;

/**
 * AncCaseFacts:
 *
 * What the rules need to know of one case, as plain values that never change: it may be shared by
 * several threads. A list that was not recorded is not the same as an empty one.
 */
typedef struct
{
  const char *reference;
  const char *family_name;
  const char *given_names;
  AncDate birth_date;
  AncNationality nationality;
  AncDate entry_date;

  const AncStay *stays;
  guint n_stays;
  const AncAbsence *absences;
  guint n_absences;
  const AncEmployer *employers;
  guint n_employers;
  const AncJob *jobs;
  guint n_jobs;
  const AncPayslip *payslips; /* by job, then month */
  guint n_payslips;
  const AncOffer *offers;
  guint n_offers;
  const AncMeasure *measures;
  guint n_measures;
  const AncFact *facts;
  guint n_facts;
  const AncDate *document_dates; /* of the documents that have one */
  guint n_document_dates;

  gboolean has_stays;
  gboolean has_absences;
  gboolean has_jobs;
  gboolean has_offers;
  gboolean has_measures;
} AncCaseFacts;

AncCaseFacts *anc_case_facts_new_from_json (const AncJson *json,
                                            const AncTerritory *territory,
                                            const AncFactCatalogue *catalogue);
AncCaseFacts *anc_case_facts_new_from_text (const char *text,
                                            gsize length,
                                            const AncTerritory *territory,
                                            const AncFactCatalogue *catalogue,
                                            AncProblems *problems);
AncCaseFacts *anc_case_facts_ref (AncCaseFacts *self);
void anc_case_facts_unref (AncCaseFacts *self);

const AncFact *anc_case_facts_find_fact (const AncCaseFacts *self,
                                         const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncCaseFacts, anc_case_facts_unref)
