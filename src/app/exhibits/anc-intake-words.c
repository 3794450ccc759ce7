/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-intake-words.h"

#include <glib/gi18n.h>

static void
add_sentence (GString *text,
              char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static char *
say_refused (AncIntakeOutcome outcome,
             const char *name)
{
  switch (outcome)
    {
    case ANC_INTAKE_SPECIAL:
      return g_strdup_printf (_ ("“%s” is neither a file nor a folder."), name);
    case ANC_INTAKE_EMPTY:
      return g_strdup_printf (_ ("“%s” is empty."), name);
    case ANC_INTAKE_TOO_LARGE:
      return g_strdup_printf (_ ("“%s” is too large for a document."), name);
    case ANC_INTAKE_NOT_STORED:
      return g_strdup_printf (_ ("“%s” could not be stored. Check that the disk is not full, then add it again."), name);
    case ANC_INTAKE_UNREADABLE:
    default:
      return g_strdup_printf (_ ("“%s” could not be opened. Check its permissions, then add it again."), name);
    }
}

/**
 * anc_intake_words_outcome:
 * @items: (element-type AncIntakeItem): what became of each file that was handed over
 *
 * Returns: (transfer full) (nullable): what to tell of it; %NULL where all went as one would expect and can
 *   be seen
 */
char *
anc_intake_words_outcome (GPtrArray *items)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const AncIntakeItem *refused = NULL;
  guint n_stored = 0;
  guint n_known = 0;
  guint n_refused = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const AncIntakeItem *item = items->pdata[i];

      switch (item->outcome)
        {
        case ANC_INTAKE_STORED:
          n_stored++;
          break;
        case ANC_INTAKE_IN_CASE:
          n_known++;
          break;
        case ANC_INTAKE_HIDDEN:
        case ANC_INTAKE_LINK:
          break;
        default:
          n_refused++;
          refused = refused != NULL ? refused : item;
          break;
        }
    }

  if (n_stored > 0)
    add_sentence (text, g_strdup_printf (ngettext ("%u document added.", "%u documents added.", n_stored), n_stored));
  if (n_known > 0)
    add_sentence (text, g_strdup_printf (ngettext ("%u was already in the case.", "%u were already in the case.", n_known), n_known));
  if (refused != NULL)
    add_sentence (text, say_refused (refused->outcome, refused->name));
  if (n_refused > 1)
    add_sentence (text, g_strdup_printf (ngettext ("%u more could not be added either.", "%u more could not be added either.", n_refused - 1), n_refused - 1));
  if (text->len == 0)
    return g_strdup (_ ("There was nothing to add."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
