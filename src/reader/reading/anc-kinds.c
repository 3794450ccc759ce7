/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-kinds.h"

#include "anc-csv.h"
#include "anc-fold.h"
#include "anc-reading-resources.h"

#include <string.h>

#define RESOURCE "/io/github/ancrage/Ancrage/reading/kinds.csv"

/* What stands at the head of a page, as a part of its height, tells more than its text, and a line of its own there,
 * its title, most. */
#define HEAD 0.3
#define HEAD_WEIGHT 1.5
#define TITLE_WEIGHT 3.0
#define MAX_TITLE_WORDS 9

/* A letter has its title behind this word. */
#define SUBJECT "objet"

enum
{
  COLUMN_KIND,
  COLUMN_PHRASE,
  COLUMN_WEIGHT,
};

static const char *const columns[] = { "kind", "phrase", "weight", NULL };

static const char *const names[ANC_N_KINDS] = {
  [ANC_KIND_OTHER] = "other",
  [ANC_KIND_PAYSLIP] = "payslip",
  [ANC_KIND_HOUSEHOLD] = "household",
  [ANC_KIND_AGENCY] = "agency",
  [ANC_KIND_WORK_AUTHORISATION_REQUEST] = "work_authorisation_request",
  [ANC_KIND_EMPLOYER_CERTIFICATE] = "employer_certificate",
  [ANC_KIND_WORK_CERTIFICATE] = "work_certificate",
  [ANC_KIND_EMPLOYMENT_CONTRACT] = "employment_contract",
  [ANC_KIND_TAX_NOTICE] = "tax_notice",
};

typedef struct
{
  AncKind kind;
  char *phrase; /* folded, with a space at each end */
  double weight;
} Phrase;

struct _AncKindTable
{
  GArray *phrases;
};

static void
clear_phrase (gpointer data)
{
  g_free (((Phrase *) data)->phrase);
}

/* Returns the folded text with a space at each end, so that whole words are found in it. */
static char *
pad (const char *text)
{
  g_autofree char *folded = anc_fold (text, -1);

  return g_strdup_printf (" %s ", folded);
}

static void
read_row (AncKindTable *self,
          AncCsv *rows)
{
  Phrase phrase = { 0 };

  while (phrase.kind < ANC_N_KINDS && strcmp (names[phrase.kind], anc_csv_get (rows, COLUMN_KIND)) != 0)
    phrase.kind++;
  if (phrase.kind == ANC_N_KINDS)
    {
      anc_csv_complain (rows, COLUMN_KIND, ANC_PROBLEM ("%s is not a kind of document"), anc_csv_get (rows, COLUMN_KIND), NULL);
      return;
    }

  phrase.weight = g_ascii_strtod (anc_csv_get (rows, COLUMN_WEIGHT), NULL);
  phrase.phrase = pad (anc_csv_get (rows, COLUMN_PHRASE));
  g_array_append_val (self->phrases, phrase);
}

/**
 * anc_kind_table_new_shipped:
 *
 * Returns: (transfer full): the phrases that ship with the program
 */
AncKindTable *
anc_kind_table_new_shipped (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (anc_reading_get_resource (), RESOURCE, 0, NULL);
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (AncCsv) rows = anc_csv_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), columns, problems);
  AncKindTable *self = g_new0 (AncKindTable, 1);

  self->phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  g_array_set_clear_func (self->phrases, clear_phrase);
  while (anc_csv_next (rows))
    read_row (self, rows);
  g_assert (anc_problems_get_count (problems) == 0); /* the tests see to it that what ships can be read */

  return self;
}

void
anc_kind_table_free (AncKindTable *self)
{
  g_array_unref (self->phrases);
  g_free (self);
}

static gboolean
is_subject (const AncLayout *layout,
            const AncSpan *segment)
{
  return segment->n > 1 && strcmp (anc_layout_get_token (layout, segment->first)->folded, SUBJECT) == 0;
}

/* The lines at the head of a page that can be its title: short, with a capital, no end of a sentence.
 * (element-type utf8), folded, with a space at each end. */
static GPtrArray *
list_titles (const AncLayout *layout)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint r = 0; r < layout->rows->len && anc_layout_get_row (layout, r)->box.y0 < HEAD * layout->height; r++)
    {
      const AncSpan *row = anc_layout_get_row (layout, r);

      for (guint s = row->first; s < row->first + row->n; s++)
        {
          const AncSpan *segment = anc_layout_get_segment (layout, s);
          guint last = segment->first + segment->n - 1;
          g_autofree char *text = anc_layout_dup_text (layout, segment->first, last);

          if (is_subject (layout, segment))
            {
              g_autofree char *subject = anc_layout_dup_text (layout, segment->first + 1, last);

              g_ptr_array_add (titles, pad (subject));
            }
          else if (segment->n <= MAX_TITLE_WORDS && g_unichar_isupper (g_utf8_get_char (text)) && !g_str_has_suffix (text, "."))
            g_ptr_array_add (titles, pad (text));
        }
    }

  return titles;
}

/* Whether a title begins with the words of a phrase, as well as the picture of it could be read. */
static gboolean
begins_alike (const char *title,
              const char *phrase)
{
  g_auto (GStrv) words = g_strsplit (title + 1, " ", -1);
  g_auto (GStrv) wanted = g_strsplit (phrase + 1, " ", -1);
  guint n = g_strv_length (wanted) - 1; /* behind the last space is nothing */

  if (g_strv_length (words) - 1 < n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!anc_label_word_fits (wanted[i], words[i], TRUE))
      return FALSE;

  return TRUE;
}

static gboolean
is_title (const GPtrArray *titles,
          const char *phrase,
          gboolean from_ocr)
{
  for (guint i = 0; i < titles->len; i++)
    if (from_ocr ? begins_alike (titles->pdata[i], phrase) : g_str_has_prefix (titles->pdata[i], phrase))
      return TRUE;

  return FALSE;
}

/* Whether a text has a phrase other than as the name of something it speaks of, as `votre contrat de travail` or
 * `d'un contrat de travail` does: what a paper is, it says without an article. */
static gboolean
holds (const char *text,
       const Phrase *phrase)
{
  static const char *const articles[] = { "un", "une", "le", "la", "l", "les", "des", "du", "de", "d", "au", "aux", "en", "par", "sous", "mon", "ma", "mes", "son", "sa", "ses", "notre", "nos", "votre", "vos", "leur", "leurs", "dernier", "derniers", "derniere", "dernieres", "precedent", "ancien", "nouveau", NULL };

  for (const char *found = strstr (text, phrase->phrase); found != NULL; found = strstr (found + 1, phrase->phrase))
    {
      const char *start = found;
      g_autofree char *before = NULL;

      while (start > text && start[-1] != ' ')
        start--;
      before = g_strndup (start, (gsize) (found - start));
      if (phrase->kind < ANC_KIND_WORK_AUTHORISATION_REQUEST || !g_strv_contains (articles, before))
        return TRUE;
    }

  return FALSE;
}

/**
 * anc_kind_table_rate:
 * @self: the phrases
 * @layout: a page
 * @scores: takes, added to what is there, how much the page is of each kind
 */
void
anc_kind_table_rate (const AncKindTable *self,
                     const AncLayout *layout,
                     double scores[ANC_N_KINDS])
{
  g_autoptr (GString) head = g_string_new (" ");
  g_autoptr (GString) body = g_string_new (" ");
  g_autoptr (GPtrArray) titles = list_titles (layout);

  for (guint i = 0; i < layout->tokens->len; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);

      if (*token->folded != '\0')
        g_string_append_printf (token->box.y0 < HEAD * layout->height ? head : body, "%s ", token->folded);
    }

  for (guint i = 0; i < self->phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (self->phrases, Phrase, i);

      if (is_title (titles, phrase->phrase, layout->from_ocr))
        scores[phrase->kind] += phrase->weight * TITLE_WEIGHT;
      else if (phrase->kind == ANC_KIND_OTHER)
        continue; /* what may be named in any paper tells another one only as its title */
      else if (holds (head->str, phrase))
        scores[phrase->kind] += phrase->weight * HEAD_WEIGHT;
      else if (holds (body->str, phrase))
        scores[phrase->kind] += phrase->weight;
    }
}

/**
 * anc_kind_get_name:
 *
 * Returns: (transfer none): what reports call a kind
 */
const char *
anc_kind_get_name (AncKind kind)
{
  g_return_val_if_fail ((guint) kind < ANC_N_KINDS, NULL);

  return names[kind];
}
