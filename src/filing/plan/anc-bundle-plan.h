/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-json.h"
#include "anc-text.h"

#include "anc-date.h"
#include "anc-problems.h"

/* What was not given is NULL, 0, ANC_DATE_NONE or an empty array. */

/**
 * AncBundlePart:
 * @title: what it is: "Bulletin de paie de mars 2026"
 * @document: what the one who opens documents knows it by
 * @password: (nullable): what opens it
 *
 * One document inside an exhibit.
 */
typedef struct
{
  const char *title;
  const char *document;
  const char *password;
} AncBundlePart;

/* The highest number of an exhibit. */
#define ANC_BUNDLE_MAX_NUMBER 99999

/**
 * AncBundleExhibit:
 * @number: under which it was or will be filed, from 1
 * @title: as the list says it
 * @group: (nullable): the heading it stands under in the list
 * @date: (nullable): its date or period, as the list says it
 * @first_part: its first part among those of the plan
 * @n_parts: at least 1
 */
typedef struct
{
  guint number;
  const char *title;
  const char *group;
  const char *date;
  guint first_part;
  guint n_parts;
} AncBundleExhibit;

/**
 * AncBundleRow:
 *
 * A line of the cover: "Nationality", "Malian".
 */
typedef struct
{
  const char *label;
  const char *value;
} AncBundleRow;

/* The words of #AncBundleBlockKind in a plan. */
typedef enum
{
  ANC_BUNDLE_BLOCK_HEADING,
  ANC_BUNDLE_BLOCK_PARAGRAPH,
  ANC_BUNDLE_BLOCK_ITEM,
  ANC_BUNDLE_BLOCK_SOURCE,
} AncBundleBlockKind;

/**
 * AncBundleBlock:
 *
 * A piece of the summary memo.
 */
typedef struct
{
  AncBundleBlockKind kind;
  const char *text;
} AncBundleBlock;

/**
 * AncBundleJob:
 * @end: the last day, or %ANC_DATE_NONE while it goes on
 * @occupation: (nullable): what the person does there
 * @contract: (nullable): in words
 * @hours: (nullable): in words
 * @proven: of #AncMonth, the months with a payslip, oldest first
 * @exhibits: of guint, the numbers that prove it
 *
 * A row of the chronology.
 */
typedef struct
{
  const char *employer;
  const char *occupation;
  const char *contract;
  const char *hours;
  AncDate start;
  AncDate end;
  GArray *proven;
  GArray *exhibits;
} AncBundleJob;

/* The grade of a proof of presence, best last. */
typedef enum
{
  ANC_GRADE_NONE,
  ANC_GRADE_LIMITED,
  ANC_GRADE_REAL,
  ANC_GRADE_CERTAIN,
} AncGrade;

#define ANC_N_GRADES (ANC_GRADE_CERTAIN + 1)

/* "none", then the words of the law's data. */
extern const char *const anc_grade_names[];

/**
 * AncBundleHalf:
 * @grade: of its best proof; %ANC_GRADE_NONE for a hole
 * @is_outside: whether it lies before what is to be proven, or after it: it is then no hole
 * @proofs: (array zero-terminated=1): what proves it, in words
 */
typedef struct
{
  AncGrade grade;
  gboolean is_outside;
  const char **proofs;
} AncBundleHalf;

/**
 * AncBundleYear:
 *
 * A row of the presence matrix.
 */
typedef struct
{
  int year;
  AncBundleHalf halves[2];
} AncBundleYear;

/* Where a stamp stands on its page as people see it. */
typedef enum
{
  ANC_STAMP_TOP_LEFT,
  ANC_STAMP_TOP,
  ANC_STAMP_TOP_RIGHT,
  ANC_STAMP_BOTTOM_LEFT,
  ANC_STAMP_BOTTOM,
  ANC_STAMP_BOTTOM_RIGHT,
} AncStampPlace;

extern const char *const anc_stamp_place_names[];

#define ANC_STAMP_MIN_SIZE 6
#define ANC_STAMP_MAX_SIZE 24

/**
 * AncStampOptions:
 * @size: of its letters, in points
 * @has_folio: whether it says the page of the whole file below
 */
typedef struct
{
  AncStampPlace place;
  guint size;
  gboolean has_folio;
} AncStampOptions;

/**
 * AncBundleForm:
 * @ANC_BUNDLE_ONE_FILE: one PDF
 * @ANC_BUNDLE_ARCHIVE: one PDF for each exhibit, and the list, in a ZIP archive
 */
typedef enum
{
  ANC_BUNDLE_ONE_FILE,
  ANC_BUNDLE_ARCHIVE,
} AncBundleForm;

/**
 * AncBundlePlan:
 * @text: (array length=length): the plan as JSON, what it was read from
 * @language: of all that the program adds
 * @date: of the filing; the file says it was made then
 * @sender: (array zero-terminated=1): who files, line by line
 * @recipient: (array zero-terminated=1): with whom, line by line
 * @rows: of #AncBundleRow
 * @memo: of #AncBundleBlock
 * @jobs: of #AncBundleJob
 * @years: of #AncBundleYear
 * @exhibits: of #AncBundleExhibit, in the order in which they stand
 * @parts: of #AncBundlePart, exhibit by exhibit
 * @wants_pdfa: whether to make PDF/A-2 where the documents allow it
 *
 * All that a numbered file is made from, but for the documents. It never changes: threads may share it,
 * and the same plan gives the same bytes.
 */
typedef struct
{
  char *text;
  gsize length;
  AncLanguage language;
  AncDate date;
  AncBundleForm form;
  const char *title;
  const char *subtitle;
  const char **sender;
  const char **recipient;
  GArray *rows;
  GArray *memo;
  GArray *jobs;
  GArray *years;
  GArray *exhibits;
  GArray *parts;
  AncStampOptions stamp;
  gboolean wants_pdfa;

  /*< private >*/
  GStringChunk *strings;
  gatomicrefcount ref_count;
} AncBundlePlan;

AncBundlePlan *anc_bundle_plan_new (const char *text,
                                    gsize length,
                                    AncProblems *problems);
AncBundlePlan *anc_bundle_plan_ref (AncBundlePlan *self);
void anc_bundle_plan_unref (AncBundlePlan *self);

const AncBundleExhibit *anc_bundle_plan_get_exhibit (const AncBundlePlan *self,
                                                     guint index);
const AncBundlePart *anc_bundle_plan_get_part (const AncBundlePlan *self,
                                               const AncBundleExhibit *exhibit,
                                               guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncBundlePlan, anc_bundle_plan_unref)
