/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-blocks.h"
#include "anc-csv.h"
#include "anc-fold.h"
#include "anc-found.h"
#include "anc-reading-resources.h"
#include "anc-values.h"

#include <string.h>

#define HOUSEHOLD_JOBS "/io/github/ancrage/Ancrage/reading/household-jobs.csv"

/* A subtitle stands in the upper part of a page, as a part of its height, and is short. */
#define HEAD 0.3
#define MAX_SUBTITLE_WORDS 5

/* What a job is worth that nothing announces: in a line of its own, and in the last of an address. */
#define SUBTITLE 0.7
#define BELOW_ADDRESS 0.5

/* No job has fewer letters. */
#define MIN_JOB_LETTERS 4

static guint
cut_job (const AncLayout *layout,
         guint first,
         guint last)
{
  for (guint i = first + 1; i <= last; i++)
    {
      const AncHit *hit = anc_layout_find_hit (layout, i);

      if (hit != NULL && hit->first == i && hit->label->field == ANC_FIELD_CLASSIFICATION && hit->last < last)
        return i - 1;
      if (*anc_layout_get_token (layout, i)->text == '(' && i + 1 <= last && g_ascii_isdigit (anc_layout_get_token (layout, i)->text[1]))
        return i - 1;
    }

  while (last > first && (strcmp (anc_layout_get_token (layout, last)->text, "-") == 0))
    last--;
  return last;
}

/* How surely a label announces the job: agencies call it `qualification`, others so the level. */
static double
rate_label (const AncHit *hit,
            AncKind kind)
{
  return kind == ANC_KIND_AGENCY && strcmp (hit->label->words[0], "qualification") == 0 ? 1 : hit->label->weight;
}

/* Whether the words before a label are the beginning of a sentence that a print shop left to fill in: `employé(e) en qualité
 * de`, with its value in a place of its own or behind a colon. */
static gboolean
ends_phrase (const AncLayout *layout,
             const AncHit *hit)
{
  const AncSpan *segment = anc_layout_get_segment (layout, hit->segment);

  return hit->label->n_words > 1
         && (hit->last == segment->first + segment->n - 1 || anc_layout_get_token (layout, hit->last)->colon);
}

static gboolean
has_digit (const AncLayout *layout,
           guint first,
           guint last)
{
  for (guint i = first; i <= last; i++)
    if (strpbrk (anc_layout_get_token (layout, i)->text, "0123456789") != NULL)
      return TRUE;

  return FALSE;
}

static void
find_job (const AncLayout *layout,
          AncKind kind,
          guint page,
          AncFound *best)
{
  for (guint i = 0; i < layout->hits->len; i++)
    {
      const AncHit *hit = anc_layout_get_hit (layout, i);
      AncFound found = { .page = page };
      AncTextValue value;

      if (hit->label->field != ANC_FIELD_JOB || (hit->prefix > 0 && !ends_phrase (layout, hit)) || !anc_values_find_text (layout, hit, &value))
        continue;

      found.first = value.first;
      found.last = cut_job (layout, value.first, value.last);
      if (anc_found_count_letters (layout, found.first, found.last) < 3 || anc_layout_find_date (layout, found.first) != NULL
          || anc_layout_get_token (layout, found.first)->is_number)
        continue;
      found.score = rate_label (hit, kind) * (0.7 + 0.3 * MIN (1, hit->coverage)) * value.score;
      if (found.score > best->score)
        {
          *best = found;
          if (anc_found_add_next_line (layout, value.below, best) && has_digit (layout, best->next_first, best->next_last))
            best->next_first = best->next_last = 0; /* its level */
        }
    }
}

/* (element-type utf8): the jobs that households give, folded. */
static GPtrArray *
list_household_jobs (void)
{
  static const char *const columns[] = { "job", NULL };
  g_autoptr (GBytes) bytes = g_resource_lookup_data (anc_reading_get_resource (), HOUSEHOLD_JOBS, 0, NULL);
  g_autoptr (AncProblems) problems = anc_problems_new ();
  g_autoptr (AncCsv) rows = anc_csv_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), columns, problems);
  GPtrArray *jobs = g_ptr_array_new_with_free_func (g_free);

  while (anc_csv_next (rows))
    g_ptr_array_add (jobs, anc_fold (anc_csv_get (rows, 0), -1));
  g_assert (anc_problems_get_count (problems) == 0); /* the tests see to it that what ships can be read */

  return jobs;
}

/* Whether a text begins with one of the jobs. */
static gboolean
begins_with_job (const GPtrArray *jobs,
                 const char *text)
{
  g_autofree char *folded = anc_fold (text, -1);

  for (guint i = 0; i < jobs->len; i++)
    {
      gsize length = strlen (jobs->pdata[i]);

      if (strncmp (folded, jobs->pdata[i], length) == 0 && (folded[length] == '\0' || folded[length] == ' '))
        return TRUE;
    }

  return FALSE;
}

/* The job in a line of its own, which nothing announces, as below the title of a household's payslip. */
static void
find_subtitle (const AncLayout *layout,
               AncFound *best)
{
  g_autoptr (GPtrArray) jobs = list_household_jobs ();

  for (guint s = 0; s < layout->segments->len; s++)
    {
      const AncSpan *segment = anc_layout_get_segment (layout, s);
      AncFound found = { .first = segment->first, .last = segment->first + segment->n - 1, .score = SUBTITLE };
      g_autofree char *text = anc_layout_dup_text (layout, found.first, found.last);

      if (segment->box.y0 <= HEAD * layout->height && segment->n <= MAX_SUBTITLE_WORDS && begins_with_job (jobs, text))
        anc_found_keep_better (best, &found);
    }
}

/* Whether the name of the person, as it was read, stands in a line. */
static gboolean
holds_name (const AncLayout *layout,
            const AncSpan *segment,
            const AncPlace *name)
{
  AncRect rect = anc_layout_get_rect (layout, segment->first, segment->first + segment->n - 1);

  return anc_rect_overlap_x (rect, name->rect) > 0.5 && anc_rect_overlap_y (rect, name->rect) > 0.5;
}

/* Whether a line holds nothing but words that no label is among. */
static gboolean
has_words_only (const AncLayout *layout,
                const AncSpan *segment)
{
  for (guint i = segment->first; i < segment->first + segment->n; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i);
      const AncHit *hit = anc_layout_find_hit (layout, i);

      if (token->colon || strpbrk (token->text, "0123456789@") != NULL || anc_layout_find_date (layout, i) != NULL
          || (hit != NULL && hit->label->field != ANC_FIELD_EMPLOYEE))
        return FALSE;
    }

  return anc_found_count_letters (layout, segment->first, segment->first + segment->n - 1) >= MIN_JOB_LETTERS;
}

/* The line below the address of the person, which may say as what they work where nothing announces it. */
static void
find_below_address (const AncLayout *layout,
                    const AncPlace *name,
                    AncFound *best)
{
  g_autoptr (GArray) blocks = anc_blocks_find (layout);

  if (name->text == NULL || name->page != layout->page)
    return;

  for (guint b = 0; b < blocks->len; b++)
    {
      const AncBlock *block = &g_array_index (blocks, AncBlock, b);
      const AncSpan *below;

      if (block->postcode < 1 || block->postcode + 1 >= (int) block->n
          || !holds_name (layout, anc_layout_get_segment (layout, block->segments[0]), name))
        continue;

      below = anc_layout_get_segment (layout, block->segments[block->postcode + 1]);
      if (has_words_only (layout, below))
        *best = (AncFound){ .first = below->first, .last = below->first + below->n - 1, .score = BELOW_ADDRESS };
    }
}

/**
 * anc_slip_read_job:
 * @sheets: the pages of a payslip
 * @slip: takes the job; its person has been read
 */
void
anc_slip_read_job (const AncSheets *sheets,
                   AncSlip *slip)
{
  AncFound best = { 0 };

  for (guint p = 0; p < sheets->n_pages; p++)
    find_job (sheets->pages[p], sheets->kind, p, &best);
  if (best.score <= ANC_FOUND_LEAST && sheets->kind == ANC_KIND_HOUSEHOLD)
    find_subtitle (sheets->pages[0], &best);
  if (best.score <= ANC_FOUND_LEAST)
    find_below_address (sheets->pages[0], &slip->places[ANC_SLIP_EMPLOYEE], &best);
  if (best.score > ANC_FOUND_LEAST)
    anc_found_tell (&best, sheets, slip, ANC_SLIP_JOB, &slip->job);
}
