/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-label-table.h"

#include "anc-amount.h"
#include "anc-csv.h"
#include "anc-fold.h"
#include "anc-french-date.h"
#include "anc-reading-resources.h"

#include <string.h>

#define RESOURCE "/io/github/ancrage/Ancrage/reading/labels.csv"

/* From how many letters on a word may have one misread, and two. */
#define LENIENT_ONE 4
#define LENIENT_TWO 9

/* A word is one that begins so when it goes on by so few letters, or when the beginning is so long. */
#define MAX_ENDING 2
#define TELLING_STEM 5

enum
{
  COLUMN_FIELD,
  COLUMN_LABEL,
  COLUMN_WEIGHT,
  COLUMN_PLACE,
};

static const char *const columns[] = { "field", "label", "weight", "place", NULL };

static const char *const field_names[ANC_N_FIELDS] = {
  [ANC_FIELD_NONE] = "",
  [ANC_FIELD_ABSENCE] = "absence",
  [ANC_FIELD_ADVANCE] = "advance",
  [ANC_FIELD_BASE_PAY] = "base_pay",
  [ANC_FIELD_CLASSIFICATION] = "classification",
  [ANC_FIELD_COL_AMOUNT] = "col_amount",
  [ANC_FIELD_COL_BASE] = "col_base",
  [ANC_FIELD_COL_DEDUCTION] = "col_deduction",
  [ANC_FIELD_COL_EMPLOYER] = "col_employer",
  [ANC_FIELD_COL_LABEL] = "col_label",
  [ANC_FIELD_COL_RATE] = "col_rate",
  [ANC_FIELD_CONTRIBUTIONS] = "contributions",
  [ANC_FIELD_COST] = "cost",
  [ANC_FIELD_CUMUL] = "cumul",
  [ANC_FIELD_DAYS] = "days",
  [ANC_FIELD_EMPLOYEE] = "employee",
  [ANC_FIELD_EMPLOYER] = "employer",
  [ANC_FIELD_EMPLOYER_CONTRIBUTIONS] = "employer_contributions",
  [ANC_FIELD_ENTRY_DATE] = "entry_date",
  [ANC_FIELD_FIRST_NAME] = "first_name",
  [ANC_FIELD_GROSS] = "gross",
  [ANC_FIELD_HOURS] = "hours",
  [ANC_FIELD_HOURS_MONTH] = "hours_month",
  [ANC_FIELD_JOB] = "job",
  [ANC_FIELD_LAST_NAME] = "last_name",
  [ANC_FIELD_MAINTAINED] = "maintained",
  [ANC_FIELD_MONTH_ROW] = "month_row",
  [ANC_FIELD_NET] = "net",
  [ANC_FIELD_NET_BEFORE_TAX] = "net_before_tax",
  [ANC_FIELD_NET_SOCIAL] = "net_social",
  [ANC_FIELD_NET_TAXABLE] = "net_taxable",
  [ANC_FIELD_NIC] = "nic",
  [ANC_FIELD_OTHER] = "other",
  [ANC_FIELD_OVERTIME] = "overtime",
  [ANC_FIELD_PAID_ABSENCE] = "paid_absence",
  [ANC_FIELD_PAYMENT_DATE] = "payment_date",
  [ANC_FIELD_PERIOD] = "period",
  [ANC_FIELD_PERIOD_END] = "period_end",
  [ANC_FIELD_PERIOD_START] = "period_start",
  [ANC_FIELD_PREMIUM] = "premium",
  [ANC_FIELD_SIREN] = "siren",
  [ANC_FIELD_SIRET] = "siret",
  [ANC_FIELD_TAX] = "tax",
  [ANC_FIELD_TITLE] = "title",
  [ANC_FIELD_USER_COMPANY] = "user_company",
  [ANC_FIELD_USER_SIRET] = "user_siret",
};

static const char *const place_names[] = {
  [ANC_LABEL_ANYWHERE] = "",
  [ANC_LABEL_START] = "start",
  [ANC_LABEL_ALONE] = "alone",
  [ANC_LABEL_LOOSE] = "loose",
};

/* Words that labels have or have not without meaning anything else. */
static const char *const empty_words[] = {
  "a",
  "d",
  "de",
  "des",
  "du",
  "en",
  "et",
  "l",
  "la",
  "le",
  "les",
  "n",
  "no",
  "nos",
  "notre",
  "par",
  "sur",
  "vos",
  "votre",
};

struct _AncLabelTable
{
  GArray *labels;      /* of AncLabel, those with more words first */
  GArray *loose;       /* of AncLabel, likewise: those of %ANC_LABEL_LOOSE, which are not among @labels */
  GHashTable *by_word; /* first word → GPtrArray of AncLabel, in that order */
};

static void
clear_label (gpointer data)
{
  AncLabel *label = data;

  g_strfreev (label->words);
}

/**
 * anc_label_word_is_empty:
 * @folded: a word, folded
 *
 * Returns: whether the word says nothing inside of a label, and may be there or not
 */
gboolean
anc_label_word_is_empty (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (empty_words); i++)
    if (strcmp (folded, empty_words[i]) == 0)
      return TRUE;

  return FALSE;
}

static char **
split_words (const char *text)
{
  g_autofree char *folded = anc_fold (text, -1);

  return g_strsplit (folded, " ", -1);
}

static gboolean
find_name (const char *name,
           const char *const *names,
           guint n_names,
           guint *found)
{
  for (guint i = 0; i < n_names; i++)
    if (strcmp (name, names[i]) == 0)
      {
        *found = i;
        return TRUE;
      }

  return FALSE;
}

static void
read_row (AncLabelTable *self,
          AncCsv *rows)
{
  AncLabel label = { 0 };
  AncAmount weight;
  guint field, place;

  if (!find_name (anc_csv_get (rows, COLUMN_FIELD), field_names, ANC_N_FIELDS, &field) || field == ANC_FIELD_NONE)
    anc_csv_complain (rows, COLUMN_FIELD, ANC_PROBLEM ("%s is not a field"), anc_csv_get (rows, COLUMN_FIELD), NULL);
  else if (!find_name (anc_csv_get (rows, COLUMN_PLACE), place_names, G_N_ELEMENTS (place_names), &place))
    anc_csv_complain (rows, COLUMN_PLACE, ANC_PROBLEM ("%s is not a place"), anc_csv_get (rows, COLUMN_PLACE), NULL);
  else if (!anc_amount_parse (anc_csv_get (rows, COLUMN_WEIGHT), &weight) || weight <= 0 || weight > ANC_AMOUNT_UNIT)
    anc_csv_complain (rows, COLUMN_WEIGHT, ANC_PROBLEM ("is not a weight between 0 and 1"), NULL);
  else
    {
      label.field = (AncField) field;
      label.place = (AncLabelPlace) place;
      label.weight = (double) weight / ANC_AMOUNT_UNIT;
      label.words = split_words (anc_csv_get (rows, COLUMN_LABEL));
      label.n_words = g_strv_length (label.words);
      if (label.n_words > 0 && *label.words[0] != '\0')
        g_array_append_val (label.place == ANC_LABEL_LOOSE ? self->loose : self->labels, label);
      else
        {
          anc_csv_complain (rows, COLUMN_LABEL, ANC_PROBLEM ("is missing"), NULL);
          clear_label (&label);
        }
    }
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  const AncLabel *label = a, *other = b;

  return (int) other->n_words - (int) label->n_words;
}

static void
index_words (AncLabelTable *self)
{
  g_array_sort (self->labels, compare_labels);
  g_array_sort (self->loose, compare_labels);
  for (guint i = 0; i < self->labels->len; i++)
    {
      AncLabel *label = &g_array_index (self->labels, AncLabel, i);
      GPtrArray *list = g_hash_table_lookup (self->by_word, label->words[0]);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (self->by_word, label->words[0], list);
        }
      g_ptr_array_add (list, label);
    }
}

/**
 * anc_label_table_new:
 * @text: (array length=length): a label table, as `data/reading/labels.csv`
 * @length: its bytes
 * @error: what is wrong with it, an error of %G_FILE_ERROR
 *
 * Returns: (transfer full): the labels, or %NULL
 */
AncLabelTable *
anc_label_table_new (const char *text,
                     gsize length,
                     GError **error)
{
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (AncCsv) rows = anc_csv_new (text, length, columns, problems);
  g_autoptr (AncLabelTable) self = g_new0 (AncLabelTable, 1);

  self->labels = g_array_new (FALSE, FALSE, sizeof (AncLabel));
  g_array_set_clear_func (self->labels, clear_label);
  self->loose = g_array_new (FALSE, FALSE, sizeof (AncLabel));
  g_array_set_clear_func (self->loose, clear_label);
  self->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  while (anc_csv_next (rows))
    read_row (self, rows);

  if (anc_problems_get_count (problems) > 0)
    {
      g_autofree char *message = anc_problem_format (anc_problems_get (problems, 0), NULL);

      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, message);
      return NULL;
    }

  index_words (self);
  return g_steal_pointer (&self);
}

/**
 * anc_label_table_new_shipped:
 *
 * Returns: (transfer full): the labels that ship with the program
 */
AncLabelTable *
anc_label_table_new_shipped (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (anc_reading_get_resource (), RESOURCE, 0, NULL);
  g_autoptr (GError) error = NULL;
  AncLabelTable *self;

  self = anc_label_table_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (self == NULL)
    g_error ("%s", error->message); /* the tests see to it that what ships can be read */

  return self;
}

void
anc_label_table_free (AncLabelTable *self)
{
  g_hash_table_unref (self->by_word);
  g_array_unref (self->labels);
  g_array_unref (self->loose);
  g_free (self);
}

/**
 * anc_label_word_fits:
 * @wanted: a word of a label, folded
 * @word: a word of a page, folded
 * @lenient: whether letters of the page may be misread, one of a word and two of a long one
 *
 * Returns: whether the page has the word
 */
gboolean
anc_label_word_fits (const char *wanted,
                     const char *word,
                     gboolean lenient)
{
  gsize length;
  guint limit;

  if (strcmp (wanted, word) == 0)
    return TRUE;
  if (!lenient)
    return FALSE;

  length = strlen (wanted);
  limit = length >= LENIENT_TWO ? 2 : length >= LENIENT_ONE ? 1
                                                            : 0;
  return limit > 0 && anc_edit_distance (wanted, word, limit) <= limit;
}

/* How many of the words a label takes up; 0 if it does not fit. Inside of it, words that say nothing may
 * be missing or too many; at its end they tell `payé le` from `paye du`. */
static guint
fit_label (const AncLabel *label,
           const char *const *words,
           guint n_words,
           gboolean lenient)
{
  guint l = 0, w = 0;

  while (l < label->n_words && w < n_words)
    {
      if (anc_label_word_fits (label->words[l], words[w], lenient))
        {
          l++;
          w++;
        }
      else if (l > 0 && l + 1 < label->n_words && anc_label_word_is_empty (label->words[l]))
        l++;
      else if (l > 0 && anc_label_word_is_empty (words[w]))
        w++;
      else
        return 0;
    }

  return l == label->n_words ? w : 0;
}

/* Whether a label counts where it stands: from the first of the words of its run, to the last. */
static gboolean
suits_place (const AncLabel *label,
             gboolean at_start,
             gboolean at_end)
{
  switch (label->place)
    {
    case ANC_LABEL_ALONE:
      return at_start && at_end;
    case ANC_LABEL_START:
      return at_start;
    default:
      return TRUE;
    }
}

/**
 * anc_label_table_find:
 * @self: the labels
 * @words: (array length=n_words): words as they follow each other on a page, folded, up to the end of their run
 * @n_words: how many they are
 * @at_start: whether the run begins with the first of them
 * @lenient: whether letters may have been misread
 * @length: (out): how many of @words the label takes up; untouched where there is none
 *
 * Returns: (transfer none) (nullable): the label with most words that @words begin with
 */
const AncLabel *
anc_label_table_find (const AncLabelTable *self,
                      const char *const *words,
                      guint n_words,
                      gboolean at_start,
                      gboolean lenient,
                      guint *length)
{
  const GPtrArray *list;
  const AncLabel *best = NULL;

  if (n_words == 0)
    return NULL;

  list = g_hash_table_lookup (self->by_word, words[0]);
  for (guint i = 0; list != NULL && best == NULL && i < list->len; i++)
    {
      guint found = fit_label (list->pdata[i], words, n_words, FALSE);

      if (found > 0 && suits_place (list->pdata[i], at_start, found == n_words))
        {
          best = list->pdata[i];
          *length = found;
        }
    }

  /* A longer label with a letter wrong says more than a short one without. */
  for (guint i = 0; lenient && i < self->labels->len; i++)
    {
      const AncLabel *label = &g_array_index (self->labels, AncLabel, i);
      guint found;

      if (best != NULL && label->n_words <= best->n_words)
        break;
      /* What begins labels as it stands is no other word misread: `paie` is not `page`. */
      if (list != NULL && strcmp (label->words[0], words[0]) != 0)
        continue;
      found = fit_label (label, words, n_words, TRUE);
      if (found > 0 && suits_place (label, at_start, found == n_words))
        {
          *length = found;
          return label;
        }
    }

  return best;
}

/* Whether a word begins as a label says: `cotis` begins `cotisations`, and `net` begins `nette` but not `nettoyage`. */
static gboolean
begins_with_stem (const char *word,
                  const char *stem)
{
  gsize length = strlen (stem);

  return strncmp (word, stem, length) == 0 && (length >= TELLING_STEM || strlen (word + length) <= MAX_ENDING);
}

static gboolean
has_stems (const AncLabel *label,
           const char *const *words,
           guint n_words)
{
  for (guint l = 0; l < label->n_words; l++)
    {
      guint w = 0;

      while (w < n_words && !begins_with_stem (words[w], label->words[l]))
        w++;
      if (w == n_words)
        return FALSE;
    }

  return TRUE;
}

/**
 * anc_label_table_find_loose:
 * @self: the labels
 * @words: (array length=n_words): the words of a caption that no label is found in, folded
 * @n_words: how many they are
 *
 * Captions vary without end, but what they speak of is said in few words: what has `avant` and `impôt` in it is the net
 * before tax, however it goes on.
 *
 * Returns: (transfer none) (nullable): the loose label with most words that are all in the caption
 */
const AncLabel *
anc_label_table_find_loose (const AncLabelTable *self,
                            const char *const *words,
                            guint n_words)
{
  for (guint i = 0; i < self->loose->len; i++)
    if (has_stems (&g_array_index (self->loose, AncLabel, i), words, n_words))
      return &g_array_index (self->loose, AncLabel, i);

  return NULL;
}
