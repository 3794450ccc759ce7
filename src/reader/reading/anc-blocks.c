/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-blocks.h"

#include "anc-fold.h"

#include <math.h>
#include <string.h>

/* Lines of one block: how far apart, and how far their beginnings may differ, in heights of the font. */
#define LINE_GAP 1.3
#define LEFT_TOLERANCE 0.8
#define RIGHT_TOLERANCE 0.2

/* A heading has so few words, and letters by so much smaller or larger than the line below it. */
#define MAX_HEADING 2
#define OTHER_SIZE 0.06

/* A caption before a colon has so few words. */
#define MAX_CAPTION 3

/* Words that begin the line of a street, and those that do behind a number only. */
static const char *const street_words[] = {
  "rue",
  "avenue",
  "av",
  "boulevard",
  "bd",
  "bld",
  "place",
  "chemin",
  "che",
  "impasse",
  "imp",
  "allee",
  "allees",
  "route",
  "rte",
  "quai",
  "square",
  "passage",
  "faubourg",
  "fg",
  "zone",
  "za",
  "zi",
  "zac",
  "bp",
  "cs",
  "cedex",
  "sentier",
  "esplanade",
  "promenade",
  "ruelle",
  "appartement",
  "appt",
  "etage",
  "escalier",
  "venelle",
  "traverse",
  "montee",
};

static const char *const place_words[] = {
  "residence",
  "lotissement",
  "lieu",
  "chez",
  "domaine",
  "centre",
  "port",
  "parc",
  "villa",
  "mail",
  "hameau",
  "cote",
  "cours",
  "pl",
  "rond",
  "voie",
  "batiment",
  "bat",
};

static const char *const legal_forms[] = {
  "sa",
  "sas",
  "sasu",
  "sarl",
  "eurl",
  "snc",
  "sci",
  "scea",
  "earl",
  "gaec",
  "scop",
  "sca",
  "selarl",
  "scp",
  "scm",
  "ei",
  "eirl",
  "gie",
  "association",
  "asso",
  "ets",
  "etablissements",
  "societe",
  "ste",
  "cie",
  "mutuelle",
  "cooperative",
  "fondation",
  "mairie",
  "commune",
  "syndicat",
  "groupe",
  "holding",
  "cabinet",
  "entreprise",
  "clinique",
  "hopital",
  "hotel",
  "restaurant",
  "boulangerie",
  "garage",
  "transports",
  "services",
};

static gboolean
is_in (const char *word,
       const char *const *words,
       guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_word (const char *folded,
          const char *const *words,
          guint n_words,
          guint reach)
{
  g_auto (GStrv) split = g_strsplit (folded, " ", -1);

  for (guint i = 0; split[i] != NULL && i < reach; i++)
    if (is_in (split[i], words, n_words))
      return TRUE;

  return FALSE;
}

/**
 * anc_blocks_has_civility:
 * @folded: a text, folded
 *
 * Returns: whether it begins with `M.`, `Mme`, `Monsieur` or the like
 */
gboolean
anc_blocks_has_civility (const char *folded)
{
  static const char *const civilities[] = { "m", "mr", "mme", "mlle", "melle", "monsieur", "madame", "mademoiselle" };

  return has_word (folded, civilities, G_N_ELEMENTS (civilities), 1);
}

/**
 * anc_blocks_has_legal_form:
 * @folded: a text, folded
 *
 * Returns: whether one of its words tells a firm: `SARL`, `Association`
 */
gboolean
anc_blocks_has_legal_form (const char *folded)
{
  return has_word (folded, legal_forms, G_N_ELEMENTS (legal_forms), 20);
}

/**
 * anc_blocks_is_postcode_line:
 * @layout: a page
 * @segment: a segment of it
 *
 * Returns: whether it holds a postal code with a town behind it
 */
gboolean
anc_blocks_is_postcode_line (const AncLayout *layout,
                             const AncSpan *segment)
{
  for (guint i = segment->first; i + 1 < segment->first + segment->n; i++)
    {
      const AncToken *token = anc_layout_get_token (layout, i), *next = anc_layout_get_token (layout, i + 1);
      const char *text = g_str_has_prefix (token->text, "F-") ? token->text + 2 : token->text;

      if (strspn (text, "0123456789") == 5 && (text[5] == '\0' || text[5] == ',') && !next->is_number
          && g_unichar_isalpha (g_utf8_get_char (next->text)))
        return TRUE;
    }

  return FALSE;
}

/**
 * anc_blocks_is_street_line:
 * @layout: a page
 * @segment: a segment of it
 *
 * Returns: whether it is the line of an address with the street
 */
gboolean
anc_blocks_is_street_line (const AncLayout *layout,
                           const AncSpan *segment)
{
  const AncToken *first = anc_layout_get_token (layout, segment->first);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = segment->first; i < segment->first + segment->n && i < segment->first + 6; i++)
    g_string_append_printf (folded, "%s ", anc_layout_get_token (layout, i)->folded);

  /* `Résidence` may be the name of a firm; `12 résidence` is not. */
  if (first->is_number)
    return has_word (folded->str, street_words, G_N_ELEMENTS (street_words), 4)
           || has_word (folded->str, place_words, G_N_ELEMENTS (place_words), 4);

  return has_word (folded->str, street_words, G_N_ELEMENTS (street_words), 1);
}

/* How far the lines of a block are from beginning at one place, or from ending there where none does: an address may be
 * set against the right edge. */
static gboolean
is_flush (const AncSpan *segment,
          const AncBlock *block)
{
  return fabs (segment->box.x0 - block->box.x0) < LEFT_TOLERANCE * segment->em
         || fabs (segment->box.x1 - block->box.x1) < RIGHT_TOLERANCE * segment->em;
}

static AncBlock *
find_block (GArray *blocks,
            const AncSpan *segment)
{
  AncBlock *best = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      AncBlock *block = &g_array_index (blocks, AncBlock, i);
      double gap = segment->box.y0 - block->box.y1;

      if (gap > -0.5 * segment->em && gap < LINE_GAP * segment->em && block->n < G_N_ELEMENTS (block->segments)
          && is_flush (segment, block)
          && (best == NULL || block->box.y1 > best->box.y1))
        best = block;
    }

  return best;
}

/**
 * anc_blocks_find:
 * @layout: a page
 *
 * Returns: (transfer full) (element-type AncBlock): its blocks, from top to bottom
 */
GArray *
anc_blocks_find (const AncLayout *layout)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (AncBlock));

  for (guint s = 0; s < layout->segments->len; s++)
    {
      const AncSpan *segment = anc_layout_get_segment (layout, s);
      AncBlock *block = find_block (blocks, segment);

      if (block == NULL)
        {
          AncBlock fresh = { .box = segment->box, .postcode = -1 };

          g_array_append_val (blocks, fresh);
          block = &g_array_index (blocks, AncBlock, blocks->len - 1);
        }
      if (block->postcode < 0 && anc_blocks_is_postcode_line (layout, segment))
        block->postcode = (int) block->n;
      block->segments[block->n++] = s;
      block->box = anc_rect_union (block->box, segment->box);
    }

  return blocks;
}

static gboolean
set_alike (const AncToken *a,
           const AncToken *b)
{
  return fabs (a->size - b->size) <= OTHER_SIZE * a->size && a->bold == b->bold;
}

/* Whether another short line stands in the row of one and is set as it is, as the headings of two cards are. */
static gboolean
has_twin (const AncLayout *layout,
          const AncSpan *segment)
{
  const AncSpan *row = anc_layout_get_row (layout, segment->row);

  for (guint s = row->first; s < row->first + row->n; s++)
    {
      const AncSpan *other = anc_layout_get_segment (layout, s);

      if (other->first != segment->first && other->n <= MAX_HEADING
          && set_alike (anc_layout_get_token (layout, segment->first), anc_layout_get_token (layout, other->first)))
        return TRUE;
    }

  return FALSE;
}

/**
 * anc_blocks_is_heading:
 * @layout: a page
 * @block: a block of it
 * @line: a line of the block, from 0
 *
 * Returns: whether the line only says of whom the block is, whatever the word: it has a word or two, without the
 *   form of a firm, is set otherwise than the line below it, and smaller than that or beside another heading, and more
 *   than one line follows
 */
gboolean
anc_blocks_is_heading (const AncLayout *layout,
                       const AncBlock *block,
                       guint line)
{
  const AncSpan *segment = anc_layout_get_segment (layout, block->segments[line]), *below;
  const AncToken *first = anc_layout_get_token (layout, segment->first), *next;
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (block->n < line + 3 || segment->n > MAX_HEADING)
    return FALSE;

  below = anc_layout_get_segment (layout, block->segments[line + 1]);
  next = anc_layout_get_token (layout, below->first);
  text = anc_layout_dup_text (layout, segment->first, segment->first + segment->n - 1);
  folded = anc_fold (text, -1);
  if (set_alike (first, next) || anc_blocks_has_legal_form (folded) || anc_blocks_is_street_line (layout, below)
      || anc_blocks_is_postcode_line (layout, below))
    return FALSE;

  return first->size < next->size * (1 - OTHER_SIZE) || has_twin (layout, segment);
}

/**
 * anc_blocks_skip_caption:
 * @layout: a page
 * @segment: a line on it
 *
 * Returns: where the line begins to say something: behind a colon, where a caption stands before it
 */
guint
anc_blocks_skip_caption (const AncLayout *layout,
                         const AncSpan *segment)
{
  for (guint i = 0; i + 1 < segment->n && i < MAX_CAPTION; i++)
    if (anc_layout_get_token (layout, segment->first + i)->colon)
      return segment->first + i + 1;

  return segment->first;
}
