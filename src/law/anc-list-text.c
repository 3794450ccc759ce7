/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-list-text.h"

#include "anc-fold.h"

#include <string.h>

/* A label of the official text that a page or a column breaks stands on this many lines at most. */
#define MAX_LABEL_LINES 3

/* The share of words in common from which a family is worth suggesting. */
#define MIN_LIKENESS 0.34

/* What stands around the labels in the official text, folded. A line that starts so is no label. */
static const char *const noise[] = {
  "annexe",
  "arrete",
  "article",
  "code fap",
  "code rome",
  "codes rome",
  "decrets arretes",
  "famille professionnelle",
  "familles professionnelles",
  "intitule",
  "journal officiel",
  "libelle",
  "liste des",
  "metiers",
  "page",
  "region",
  "regions",
  "texte"
};

typedef struct
{
  const AncRules *rules;
  AncRegion wanted;
  AncRegion present;    /* whose name stands above, or ANC_REGION_NONE */
  GHashTable *by_label; /* folded label to AncFamily */
  GHashTable *by_code;  /* FAP code to AncFamily */
  GHashTable *taken;    /* families matched so far */
  AncListText *result;
} Reading;

/* ---- Entries ------------------------------------------------------------------------------- */

static void
free_entry (gpointer data)
{
  AncListEntry *entry = data;

  g_free (entry->text);
  g_free (entry);
}

static AncListEntry *
create_entry (guint line,
              const char *text,
              const AncFamily *family)
{
  AncListEntry *entry = g_new0 (AncListEntry, 1);

  entry->line = line;
  entry->text = g_strdup (text);
  entry->family = family;

  return entry;
}

static void
take_family (Reading *reading,
             guint line,
             const char *text,
             const AncFamily *family)
{
  if (g_hash_table_add (reading->taken, (gpointer) family))
    g_ptr_array_add (reading->result->matched, create_entry (line, text, family));
}

/* The family whose label shares the most words with a text, if it shares enough. */
static const AncFamily *
find_nearest (const Reading *reading,
              const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  const AncFamily *nearest = NULL;
  double best = MIN_LIKENESS;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, reading->by_label);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_auto (GStrv) label_words = g_strsplit (key, " ", -1);
      guint n_common = 0;
      double likeness;

      for (char **word = words; *word != NULL; word++)
        n_common += strlen (*word) > 2 && g_strv_contains ((const char *const *) label_words, *word);
      likeness = (double) n_common / MAX (MAX (g_strv_length (words), g_strv_length (label_words)), 1);
      if (likeness > best || (likeness == best && nearest != NULL && ((const AncFamily *) value)->fap < nearest->fap))
        {
          best = likeness;
          nearest = value;
        }
    }

  return nearest;
}

/* ---- Matching ------------------------------------------------------------------------------ */

static const AncFamily *
find_code (const Reading *reading,
           const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t,;:()[]\"'/|–-", -1);

  for (char **word = words; *word != NULL; word++)
    {
      AncCode code = anc_code_parse (ANC_CODE_SYSTEM_FAP, *word);

      if (code != ANC_CODE_NONE)
        return g_hash_table_lookup (reading->by_code, &code);
    }

  return NULL;
}

static gboolean
is_noise (const char *folded)
{
  if (strlen (folded) < 4)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (noise); i++)
    if (g_str_has_prefix (folded, noise[i])
        && (folded[strlen (noise[i])] == '\0' || folded[strlen (noise[i])] == ' '))
      return TRUE;

  return FALSE;
}

/* Matches as many lines from @first as one label takes; returns how many, 0 where none fits. */
static guint
match_label (Reading *reading,
             char **lines,
             guint first,
             guint n_lines)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint n = 1; n <= MAX_LABEL_LINES && first + n <= n_lines; n++)
    {
      g_autofree char *folded = NULL;
      const AncFamily *family;

      g_string_append_printf (joined, "%s%s", n > 1 ? " " : "", g_strstrip (lines[first + n - 1]));
      folded = anc_fold (joined->str, -1);
      family = g_hash_table_lookup (reading->by_label, folded);
      if (family != NULL)
        {
          take_family (reading, first + 1, joined->str, family);
          return n;
        }
    }

  return 0;
}

/* Reads one line of plain text, or more where a label goes on; returns how many. */
static guint
read_line (Reading *reading,
           char **lines,
           guint first,
           guint n_lines)
{
  const char *line = g_strstrip (lines[first]);
  g_autofree char *folded = anc_fold (line, -1);
  AncRegion named = anc_territory_find_region_by_name (anc_rules_get_territory (reading->rules), line);
  const AncFamily *family;
  guint n_matched;

  if (named != ANC_REGION_NONE)
    {
      reading->present = named;
      return 1;
    }
  if (reading->present != ANC_REGION_NONE && reading->present != reading->wanted)
    {
      reading->result->n_elsewhere += *folded != '\0';
      return 1;
    }

  family = find_code (reading, line);
  if (family != NULL)
    {
      take_family (reading, first + 1, line, family);
      return 1;
    }
  n_matched = match_label (reading, lines, first, n_lines);
  if (n_matched > 0)
    return n_matched;

  if (!is_noise (folded))
    g_ptr_array_add (reading->result->unmatched, create_entry (first + 1, line, find_nearest (reading, folded)));
  return 1;
}

/* ---- Tables -------------------------------------------------------------------------------- */

/* The separator of a table whose first line names a column of FAP codes; 0 where there is none. */
static char
find_separator (const char *header)
{
  static const char separators[] = { ';', ',', '\t' };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char separator[] = { separators[i], '\0' };
      g_auto (GStrv) cells = g_strsplit (header, separator, -1);

      for (char **cell = cells; *cell != NULL; cell++)
        {
          g_autofree char *folded = anc_fold (*cell, -1);

          if (strcmp (folded, "fap code") == 0 || strcmp (folded, "code fap") == 0 || strcmp (folded, "fap") == 0)
            return g_strv_length (cells) > 1 ? separators[i] : 0;
        }
    }

  return 0;
}

static int
find_region_column (const char *header,
                    char separator)
{
  const char text[] = { separator, '\0' };
  g_auto (GStrv) cells = g_strsplit (header, text, -1);

  for (int i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *folded = anc_fold (cells[i], -1);

      if (strcmp (folded, "region code") == 0 || strcmp (folded, "code region") == 0)
        return i;
    }

  return -1;
}

/* A row names its family by its code; its region stands before any quoted cell. */
static void
read_row (Reading *reading,
          const char *row,
          guint line,
          char separator,
          int region_column)
{
  const char text[] = { separator, '\0' };
  g_auto (GStrv) cells = g_strsplit (row, text, -1);
  const AncFamily *family;

  if (region_column >= 0 && region_column < (int) g_strv_length (cells))
    {
      AncRegion region = anc_territory_find_region (anc_rules_get_territory (reading->rules), g_strstrip (cells[region_column]));

      if (region != ANC_REGION_NONE && region != reading->wanted)
        {
          reading->result->n_elsewhere++;
          return;
        }
    }

  family = find_code (reading, row);
  if (family != NULL)
    take_family (reading, line, row, family);
  else if (*row != '\0')
    g_ptr_array_add (reading->result->unmatched, create_entry (line, row, NULL));
}

/* ---- Texts --------------------------------------------------------------------------------- */

/* Text saved on Windows may not be UTF-8. */
static char *
decode (const char *text,
        gsize length)
{
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  if (g_utf8_validate_len (text, length, NULL))
    return g_strndup (text, length);

  return g_convert (text, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
}

static void
begin_reading (Reading *reading,
               const AncRules *rules,
               AncRegion region)
{
  guint n_families;
  const AncFamily *families = anc_occupations_get_families (anc_rules_get_occupations (rules), &n_families);

  reading->rules = rules;
  reading->wanted = region;
  reading->present = ANC_REGION_NONE;
  reading->by_label = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->by_code = g_hash_table_new (g_int64_hash, g_int64_equal);
  reading->taken = g_hash_table_new (NULL, NULL);
  reading->result = g_new0 (AncListText, 1);
  reading->result->matched = g_ptr_array_new_with_free_func (free_entry);
  reading->result->unmatched = g_ptr_array_new_with_free_func (free_entry);

  for (guint i = 0; i < n_families; i++)
    if (!g_hash_table_contains (reading->by_code, &families[i].fap))
      {
        g_hash_table_insert (reading->by_code, (gpointer) &families[i].fap, (gpointer) &families[i]);
        g_hash_table_insert (reading->by_label, anc_fold (families[i].fap_label, -1), (gpointer) &families[i]);
      }
}

static void
end_reading (Reading *reading)
{
  g_hash_table_unref (reading->by_label);
  g_hash_table_unref (reading->by_code);
  g_hash_table_unref (reading->taken);
}

/**
 * anc_list_text_new:
 * @text: (array length=length): the official annex as pasted from a page or a PDF file, or a table
 *   with a header that names a column of FAP codes
 * @length: its bytes
 * @rules: the families and the regions
 * @region: the region that is wanted
 *
 * Matches each line to a family, by its code or by its label, which may go on over several lines.
 * Under the name of another region, lines are passed over; text that names no region is taken whole.
 *
 * Returns: (transfer full) (nullable): what was found, or %NULL where @text is no text
 */
AncListText *
anc_list_text_new (const char *text,
                   gsize length,
                   const AncRules *rules,
                   AncRegion region)
{
  g_autofree char *decoded = decode (text, length);
  g_auto (GStrv) lines = NULL;
  Reading reading;
  char separator;
  guint n_lines;

  if (decoded == NULL)
    return NULL;

  g_strdelimit (decoded, "\r", '\n');
  lines = g_strsplit (decoded, "\n", -1);
  n_lines = g_strv_length (lines);
  begin_reading (&reading, rules, region);

  separator = n_lines > 0 ? find_separator (lines[0]) : 0;
  if (separator != 0)
    {
      int region_column = find_region_column (lines[0], separator);

      for (guint i = 1; i < n_lines; i++)
        read_row (&reading, g_strstrip (lines[i]), i + 1, separator, region_column);
    }
  else
    for (guint i = 0; i < n_lines;)
      i += read_line (&reading, lines, i, n_lines);

  end_reading (&reading);
  return reading.result;
}

void
anc_list_text_free (AncListText *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->matched);
  g_ptr_array_unref (self->unmatched);
  g_free (self);
}
