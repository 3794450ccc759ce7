/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-passphrase-rows.h"

#include <glib/gi18n.h>

/* Eight characters of eight kinds hold out for a lunch break against who has the file; the page asks for
 * several words. Less is as good as none, and none is said to be none. */
#define MIN_CHARACTERS 8

/**
 * anc_passphrase_rows_check_text:
 * @passphrase: what is to be the passphrase
 * @again: the same, typed a second time
 *
 * Returns: (nullable): what is wrong with them, as a sentence; %NULL if they will do
 */
const char *
anc_passphrase_rows_check_text (const char *passphrase,
                                const char *again)
{
  if (g_utf8_strlen (passphrase, -1) < MIN_CHARACTERS)
    return _ ("The passphrase needs at least eight characters.");
  if (g_strcmp0 (passphrase, again) != 0)
    return _ ("The two passphrases are not the same.");

  return NULL;
}

static void
mark (AdwEntryRow *row,
      gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/**
 * anc_passphrase_rows_check:
 * @passphrase_row: where it is typed
 * @again_row: where it is typed again
 * @problem: (out) (nullable): what to say; nothing where a row is still empty
 *
 * Checks the two rows and marks the one that is wrong.
 *
 * Returns: whether they will do
 */
gboolean
anc_passphrase_rows_check (AdwEntryRow *passphrase_row,
                           AdwEntryRow *again_row,
                           const char **problem)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (passphrase_row));
  const char *again = gtk_editable_get_text (GTK_EDITABLE (again_row));
  const gboolean is_short = passphrase[0] != '\0' && anc_passphrase_rows_check_text (passphrase, passphrase) != NULL;
  const gboolean differs = again[0] != '\0' && g_strcmp0 (passphrase, again) != 0;

  mark (passphrase_row, is_short && again[0] != '\0');
  mark (again_row, differs);
  *problem = passphrase[0] != '\0' && again[0] != '\0' ? anc_passphrase_rows_check_text (passphrase, again) : NULL;

  return anc_passphrase_rows_check_text (passphrase, again) == NULL;
}
