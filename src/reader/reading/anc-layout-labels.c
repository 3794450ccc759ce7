/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-layout.h"

#include <string.h>

/* How far the second line of a label may stand below the first, in heights of its font. */
#define STACK_GAP 0.9
#define STACK_OVERLAP 0.5

/* A caption is no sentence: it has at most so many words. What it announces stands beside it, or below it by no more than
 * so many heights of its font. */
#define MAX_CAPTION 7
#define CAPTION_REACH 3.0

/* Words that say that a number is of the year and not of the month. */
static const char *const cumul_words[] = {
  "cumul",
  "cumuls",
  "cumule",
  "cumulee",
  "cumulees",
  "cumules",
  "annuel",
  "annuels",
  "annuelle",
  "annee",
  "depuis",
  "exercice",
};

/* A word of a page as labels are compared with it. */
typedef struct
{
  const char *folded;
  guint token;
  guint run; /* words of one run stand in one segment, with no number or colon between */
} Atom;

typedef struct
{
  AncLayout *layout;
  const AncLabelTable *labels;
  GArray *atoms;       /* of Atom: the words of a row, or of two segments above each other */
  GStringChunk *texts; /* theirs */
} Finder;

static void
add_token (Finder *finder,
           guint token,
           guint *run)
{
  const AncToken *found = anc_layout_get_token (finder->layout, token);
  g_auto (GStrv) words = NULL;

  if (found->is_number || anc_layout_find_date (finder->layout, token) != NULL)
    {
      ++*run;
      return;
    }

  words = g_strsplit (found->folded, " ", -1);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      {
        Atom atom = { .folded = g_string_chunk_insert_const (finder->texts, *word), .token = token, .run = *run };

        g_array_append_val (finder->atoms, atom);
      }
  if (found->colon)
    ++*run;
}

/* How many words from @start to @end say something. */
static guint
count_words (const Finder *finder,
             guint start,
             guint end)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    n += !anc_label_word_is_empty (g_array_index (finder->atoms, Atom, i).folded);

  return n;
}

/* Which part of the words of a run are those of a label in it; all count where none says anything. */
static double
measure_coverage (const Finder *finder,
                  guint start,
                  guint end,
                  guint first,
                  guint length)
{
  guint n = count_words (finder, start, end);

  return n > 0 ? (double) count_words (finder, first, first + length) / (double) n : (double) length / (double) (end - start);
}

static gboolean
is_cumul_word (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (cumul_words); i++)
    if (strcmp (folded, cumul_words[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Completes a label with what stands around it: the run from @start to @end. */
static void
describe (const Finder *finder,
          AncHit *hit,
          guint start,
          guint end,
          guint first,
          guint length)
{
  hit->prefix = count_words (finder, start, first);
  hit->coverage = measure_coverage (finder, start, end, first, length);
  hit->row = anc_layout_get_token (finder->layout, hit->last)->row;
  hit->segment = anc_layout_get_token (finder->layout, hit->last)->segment;
  hit->box = anc_layout_get_box (finder->layout, hit->first, hit->last);
  for (guint i = start; i < end; i++)
    hit->cumul |= is_cumul_word (g_array_index (finder->atoms, Atom, i).folded);
}

/* `… avant impôt` or `… hors impôt` behind the name of any net makes it the net before tax; `après impôt` is a part of the
 * name of what is paid. Returns how many words belong to the label then. */
static guint
qualify_net (const Finder *finder,
             AncHit *hit,
             const char *const *words,
             guint n_words,
             guint length)
{
  static const char *const before[] = { "net", "avant", "impot" };
  static const char *const taxes[] = { "impot", "impots", "prelevement", "pas", "retenue", "ir", "fiscalite" };
  gboolean is_before, is_tax = FALSE;
  guint at = length, found;

  if (hit->label->field != ANC_FIELD_NET || length + 1 >= n_words)
    return length;

  is_before = strcmp (words[at], "avant") == 0 || strcmp (words[at], "hors") == 0;
  if (!is_before && strcmp (words[at], "apres") != 0)
    return length;

  for (at++; at < n_words && anc_label_word_is_empty (words[at]); at++)
    ;
  for (guint i = 0; at < n_words && i < G_N_ELEMENTS (taxes); i++)
    is_tax |= strcmp (words[at], taxes[i]) == 0;
  if (!is_tax)
    return length;

  if (is_before)
    {
      const AncLabel *label = anc_label_table_find (finder->labels, before, G_N_ELEMENTS (before), TRUE, FALSE, &found);

      hit->label = label != NULL ? label : hit->label;
    }
  return at + 1;
}

/* The bar of a table drawn with letters sticks to the word behind it when it is read from a picture, as a letter
 * that looks like one. Returns what is left of the word, or %NULL where nothing may be missing. */
static const char *
skip_bar (const Finder *finder,
          const char *folded)
{
  return finder->layout->from_ocr && strlen (folded) > 3 && strchr ("il1", *folded) != NULL ? folded + 1 : NULL;
}

/* Finds the labels of one run of words. */
static void
search_run (Finder *finder,
            guint start,
            guint end)
{
  const Atom *atoms = (const Atom *) (const void *) finder->atoms->data;
  g_autofree const char **words = g_new (const char *, end - start + 1);

  for (guint i = start; i < end; i++)
    words[i - start] = atoms[i].folded;

  for (guint i = start; i < end;)
    {
      guint length = 1;
      const AncLabel *label = anc_label_table_find (finder->labels, words + (i - start), end - i, i == start, finder->layout->from_ocr, &length);
      AncHit hit = { 0 };

      if (label == NULL && i == start && skip_bar (finder, words[0]) != NULL)
        {
          words[0] = skip_bar (finder, words[0]);
          label = anc_label_table_find (finder->labels, words, end - i, TRUE, FALSE, &length);
        }
      hit.label = label;
      if (label == NULL)
        {
          i++;
          continue;
        }

      length = qualify_net (finder, &hit, words + (i - start), end - i, length);
      hit.first = atoms[i].token;
      hit.last = atoms[i + length - 1].token;
      describe (finder, &hit, start, end, i, length);
      g_array_append_val (finder->layout->hits, hit);
      i += length;
    }
}

/* Whether a run of words has an amount beside it, or below it. */
static gboolean
announces_amount (const AncLayout *layout,
                  guint first,
                  guint last)
{
  const AncToken *end = anc_layout_get_token (layout, last);
  AncRect box = anc_layout_get_box (layout, first, last);
  double reach = box.y1 + CAPTION_REACH * anc_layout_get_row (layout, end->row)->em;

  for (guint i = last + 1; i < layout->tokens->len; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);

      if (token->box.y0 > reach)
        return FALSE;
      if (token->is_number && token->number.decimals == 2 && anc_layout_find_date (layout, i) == NULL
          && (token->row == end->row || anc_rect_overlap_x (box, token->box) > 0))
        return TRUE;
    }

  return FALSE;
}

/* Whether a run of words has a label in it that leaves open what it is about: `solde` may be one of holidays as well,
 * and behind other words `au salarié` announces nobody. */
static gboolean
says_little (const AncHit *hit)
{
  if (hit->prefix > 0 && (hit->label->field == ANC_FIELD_EMPLOYEE || hit->label->field == ANC_FIELD_EMPLOYER))
    return TRUE;

  return hit->label->field == ANC_FIELD_OTHER && hit->label->n_words == 1 && hit->coverage <= 0.5;
}

/* Takes away the labels found from one token to another. */
static void
forget_tokens (AncLayout *layout,
               guint first,
               guint last)
{
  for (guint i = layout->hits->len; i > 0; i--)
    {
      const AncHit *hit = &g_array_index (layout->hits, AncHit, i - 1);

      if (hit->first >= first && hit->last <= last)
        g_array_remove_index (layout->hits, i - 1);
    }
}

/* What a caption is about that no label is found in, or none that says much. */
static void
search_loose_run (Finder *finder,
                  guint start,
                  guint end)
{
  const Atom *atoms = (const Atom *) (const void *) finder->atoms->data;
  const char *words[MAX_CAPTION];
  AncHit hit = { 0 };

  if (end - start > MAX_CAPTION)
    return;
  for (guint i = start; i < end; i++)
    {
      const AncHit *known = anc_layout_find_hit (finder->layout, atoms[i].token);

      if (known != NULL && !says_little (known))
        return;
      words[i - start] = atoms[i].folded;
    }

  hit.label = anc_label_table_find_loose (finder->labels, words, end - start);
  hit.first = atoms[start].token;
  hit.last = atoms[end - 1].token;
  if (hit.label == NULL || !announces_amount (finder->layout, hit.first, hit.last))
    return;

  forget_tokens (finder->layout, hit.first, hit.last);
  describe (finder, &hit, start, end, start, end - start);
  g_array_append_val (finder->layout->hits, hit);
}

/* Goes through the words of a row, run by run. */
static void
search_row (Finder *finder,
            const AncSpan *row,
            void (*search) (Finder *finder, guint start, guint end))
{
  guint run = 0;

  g_array_set_size (finder->atoms, 0);
  for (guint s = row->first; s < row->first + row->n; s++)
    {
      const AncSpan *segment = anc_layout_get_segment (finder->layout, s);

      run++;
      for (guint t = segment->first; t < segment->first + segment->n; t++)
        add_token (finder, t, &run);
    }

  for (guint start = 0; start < finder->atoms->len;)
    {
      guint end = start;

      while (end < finder->atoms->len
             && g_array_index (finder->atoms, Atom, end).run == g_array_index (finder->atoms, Atom, start).run)
        end++;
      search (finder, start, end);
      start = end;
    }
}

/* Whether a segment is nothing but words. */
static gboolean
is_caption (const AncLayout *layout,
            const AncSpan *segment)
{
  for (guint i = segment->first; i < segment->first + segment->n; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);

      if (token->is_number || token->colon || anc_layout_find_date (layout, i) != NULL)
        return FALSE;
    }

  return segment->n <= 8;
}

/* Whether a segment is a label by itself, so that it does not go on with the one above. */
static gboolean
is_whole_label (const AncLayout *layout,
                const AncSpan *segment)
{
  const AncHit *hit = anc_layout_find_hit (layout, segment->first);

  return hit != NULL && hit->coverage >= 1 && hit->first == segment->first
         && hit->label->place != ANC_LABEL_ALONE;
}

/* A label whose words fill two lines of a cell: `NET À PAYER` above `AVANT IMPÔT`. */
static void
search_stack (Finder *finder,
              const AncSpan *above,
              const AncSpan *below)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const AncLabel *label;
  AncHit hit = { 0 };
  guint run = 0, n_above, length = 0;

  g_array_set_size (finder->atoms, 0);
  for (guint i = above->first; i < above->first + above->n; i++)
    add_token (finder, i, &run);
  run = 0;
  n_above = finder->atoms->len;
  for (guint i = below->first; i < below->first + below->n; i++)
    add_token (finder, i, &run);
  if (n_above == 0 || n_above == finder->atoms->len)
    return;

  for (guint i = 0; i < finder->atoms->len; i++)
    g_array_index (finder->atoms, Atom, i).run = 0;
  for (guint i = 0; i < finder->atoms->len; i++)
    g_ptr_array_add (words, (gpointer) g_array_index (finder->atoms, Atom, i).folded);

  label = anc_label_table_find (finder->labels, (const char *const *) words->pdata, words->len, TRUE, finder->layout->from_ocr, &length);
  if (label == NULL || length != words->len || length < 2
      || g_array_index (finder->atoms, Atom, 0).token >= below->first
      || g_array_index (finder->atoms, Atom, words->len - 1).token < below->first)
    return;

  forget_tokens (finder->layout, above->first, above->first + above->n - 1);
  forget_tokens (finder->layout, below->first, below->first + below->n - 1);
  hit.label = label;
  hit.first = below->first;
  hit.last = below->first + below->n - 1;
  describe (finder, &hit, 0, words->len, 0, words->len);
  hit.box = anc_rect_union (above->box, below->box);
  g_array_append_val (finder->layout->hits, hit);
}

static void
search_stacks (Finder *finder)
{
  const AncLayout *layout = finder->layout;

  for (guint r = 0; r + 1 < layout->rows->len; r++)
    {
      const AncSpan *row = anc_layout_get_row (layout, r), *next = anc_layout_get_row (layout, r + 1);

      for (guint s = row->first; s < row->first + row->n; s++)
        {
          const AncSpan *above = anc_layout_get_segment (layout, s);

          for (guint t = next->first; t < next->first + next->n; t++)
            {
              const AncSpan *below = anc_layout_get_segment (layout, t);

              if (below->box.y0 - above->box.y1 < STACK_GAP * row->em
                  && anc_rect_overlap_x (above->box, below->box) > STACK_OVERLAP && is_caption (layout, above)
                  && is_caption (layout, below) && !is_whole_label (layout, below))
                search_stack (finder, above, below);
            }
        }
    }
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const AncHit *hit = a, *other = b;

  return (int) hit->first - (int) other->first;
}

/**
 * anc_layout_find_labels:
 * @self: a page whose tokens and dates are there
 * @labels: the labels to look for
 *
 * Finds the labels of the page.
 */
void
anc_layout_find_labels (AncLayout *self,
                        const AncLabelTable *labels)
{
  Finder finder = { .layout = self, .labels = labels };

  finder.atoms = g_array_new (FALSE, FALSE, sizeof (Atom));
  finder.texts = g_string_chunk_new (1024);
  for (guint r = 0; r < self->rows->len; r++)
    search_row (&finder, anc_layout_get_row (self, r), search_run);
  search_stacks (&finder);
  for (guint r = 0; r < self->rows->len; r++)
    search_row (&finder, anc_layout_get_row (self, r), search_loose_run);
  g_array_sort (self->hits, compare_hits);
  g_array_unref (finder.atoms);
  g_string_chunk_free (finder.texts);
}
