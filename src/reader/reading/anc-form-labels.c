/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-form-labels.h"

#include "anc-csv.h"
#include "anc-fold.h"
#include "anc-reading-resources.h"

#include <string.h>

#define RESOURCE "/io/github/ancrage/Ancrage/reading/form-labels.csv"

enum
{
  COLUMN_FIELD,
  COLUMN_CONTENT,
  COLUMN_LABEL,
  COLUMN_GOES_ON,
};

static const char *const columns[] = { "field", "content", "label", "goes_on", NULL };

static const char *const content_names[ANC_N_FORM_CONTENTS] = {
  [ANC_FORM_TEXT] = "text",
  [ANC_FORM_NAME] = "name",
  [ANC_FORM_LAST_NAME] = "last_name",
  [ANC_FORM_FIRST_NAME] = "first_name",
  [ANC_FORM_DATE] = "date",
  [ANC_FORM_HOURS] = "hours",
  [ANC_FORM_MONEY] = "money",
};

static void
free_label (gpointer data)
{
  AncFormLabel *label = data;

  g_free (label->text);
  g_free (label);
}

/* The longer ones first: `nom de famille` is no `nom`. */
static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  const AncFormLabel *first = *(const AncFormLabel *const *) a, *second = *(const AncFormLabel *const *) b;
  gsize length = strlen (first->text), other = strlen (second->text);

  return length != other ? (length < other ? 1 : -1) : strcmp (first->text, second->text);
}

static void
read_row (GPtrArray *labels,
          AncCsv *rows)
{
  const char *field_name = anc_csv_get (rows, COLUMN_FIELD);
  const char *content_name = anc_csv_get (rows, COLUMN_CONTENT);
  AncStatementField field = 0;
  AncFormContent content = 0;
  AncFormLabel *label;

  while (field < ANC_N_STATEMENT_FIELDS && strcmp (anc_statement_field_get_name (field), field_name) != 0)
    field++;
  while (content < ANC_N_FORM_CONTENTS && strcmp (content_names[content], content_name) != 0)
    content++;
  if (field == ANC_N_STATEMENT_FIELDS)
    anc_csv_complain (rows, COLUMN_FIELD, ANC_PROBLEM ("%s is not a field of a paper about work"), field_name, NULL);
  if (content == ANC_N_FORM_CONTENTS)
    anc_csv_complain (rows, COLUMN_CONTENT, ANC_PROBLEM ("%s is not what a form asks for"), content_name, NULL);
  if (field == ANC_N_STATEMENT_FIELDS || content == ANC_N_FORM_CONTENTS)
    return;

  label = g_new0 (AncFormLabel, 1);
  label->field = field;
  label->content = content;
  label->text = anc_fold (anc_csv_get (rows, COLUMN_LABEL), -1);
  label->goes_on = strcmp (anc_csv_get (rows, COLUMN_GOES_ON), "yes") == 0;
  g_ptr_array_add (labels, label);
}

/**
 * anc_form_labels_new_shipped:
 *
 * Returns: (transfer full) (element-type AncFormLabel): the labels that ship with the program,
 *   `data/reading/form-labels.csv`; one that another begins with stands behind that
 */
GPtrArray *
anc_form_labels_new_shipped (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (anc_reading_get_resource (), RESOURCE, 0, NULL);
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (AncCsv) rows = anc_csv_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), columns, problems);
  GPtrArray *labels = g_ptr_array_new_with_free_func (free_label);

  while (anc_csv_next (rows))
    read_row (labels, rows);
  g_assert (anc_problems_get_count (problems) == 0); /* the tests see to it that what ships can be read */
  g_ptr_array_sort (labels, compare_labels);

  return labels;
}
