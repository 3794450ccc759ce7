/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-words.h"

static const AncText words[] = {
  [ANC_WORD_COVER] = { { "Page de garde", "Cover" } },
  [ANC_WORD_MEMO] = { { "Note de synthèse", "Summary" } },
  [ANC_WORD_CHRONOLOGY] = { { "Parcours professionnel", "Employment history" } },
  [ANC_WORD_PRESENCE] = { { "Présence en France", "Presence in France" } },
  [ANC_WORD_LIST] = { { "Bordereau de pièces", "List of exhibits" } },
  [ANC_WORD_NUMBER] = { { "N°", "No." } },
  [ANC_WORD_EXHIBIT] = { { "Pièce", "Exhibit" } },
  [ANC_WORD_DATE] = { { "Date ou période", "Date or period" } },
  [ANC_WORD_PAGES] = { { "Pages", "Pages" } },
  [ANC_WORD_PERIOD] = { { "Période", "Period" } },
  [ANC_WORD_EMPLOYER] = { { "Employeur", "Employer" } },
  [ANC_WORD_JOB] = { { "Emploi", "Job" } },
  [ANC_WORD_PAYSLIPS] = { { "Bulletins", "Payslips" } },
  [ANC_WORD_PROOF] = { { "Pièces", "Exhibits" } },
  [ANC_WORD_YEAR] = { { "Année", "Year" } },
  [ANC_WORD_FIRST_HALF] = { { "1er semestre", "First half" } },
  [ANC_WORD_SECOND_HALF] = { { "2e semestre", "Second half" } },
  [ANC_WORD_HOLE] = { { "aucune preuve", "no proof" } },
  [ANC_WORD_TO_THE_ATTENTION_OF] = { { "À l’attention de", "To" } },
  [ANC_WORD_FILED_ON] = { { "Date du dépôt", "Date of filing" } },
  [ANC_WORD_CONTENT] = { { "Contenu", "Content" } },
  [ANC_WORD_ONGOING] = { { "en cours", "ongoing" } },
  [ANC_WORD_PICTURE_KEY] = { { "Barre : période d’emploi. Case pleine : mois prouvé par un bulletin de paie ; case vide : mois sans bulletin.",
                               "Bar: time of employment. Filled cell: month proven by a payslip; empty cell: month without one." } },
  [ANC_WORD_GRADE_KEY] = { { "Le degré indiqué est celui de la meilleure preuve du semestre.",
                             "The grade given is that of the best proof of the half-year." } },
  [ANC_WORD_OTHERS] = { { "Autres pièces", "Other exhibits" } },
  [ANC_WORD_UNREADABLE] = { { "Cette pièce n’a pas pu être reproduite", "This exhibit could not be reproduced" } },
  [ANC_WORD_ORIGINAL_KEPT] = { { "Le fichier d’origine est conservé au dossier et peut être remis séparément.",
                                 "The original file is kept with the case and can be handed over separately." } },
};

static const AncText grades[] = {
  { { "aucune", "none" } },
  { { "valeur limitée", "limited" } },
  { { "valeur réelle", "real value" } },
  { { "certaine", "certain" } },
};

static const AncText part_states[] = {
  [ANC_PART_BOUND] = { { "", "" } },
  [ANC_PART_REPAIRED] = { { "Le fichier est endommagé ; ce qui a pu en être lu est reproduit.",
                            "The file is damaged; what could be read of it is reproduced." } },
  [ANC_PART_MISSING] = { { "Le fichier n’a pas été retrouvé.", "The file was not found." } },
  [ANC_PART_PASSWORD] = { { "Le fichier est protégé par un mot de passe.", "The file is protected by a password." } },
  [ANC_PART_DAMAGED] = { { "Le fichier est endommagé et ne peut pas être lu.", "The file is damaged and cannot be read." } },
  [ANC_PART_NOT_A_DOCUMENT] = { { "Le fichier n’est ni un PDF ni une image reconnue.",
                                  "The file is neither a PDF nor an image of a known kind." } },
  [ANC_PART_EMPTY] = { { "Le fichier ne contient aucune page.", "The file has no page." } },
  [ANC_PART_TOO_LARGE] = { { "Le fichier est trop grand pour être reproduit.", "The file is too large to be reproduced." } },
  [ANC_PART_CRASHED] = { { "Le fichier n’a pas pu être lu sans risque.", "The file could not be read safely." } },
};

static const char *const months[ANC_N_LANGUAGES][12] = {
  { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre" },
  { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" },
};

const char *
anc_bundle_word (AncLanguage language,
                 AncWord word)
{
  g_return_val_if_fail (word < ANC_N_WORDS, NULL);

  return words[word].in[language];
}

const char *
anc_bundle_words_grade (AncLanguage language,
                        guint grade)
{
  g_return_val_if_fail (grade < G_N_ELEMENTS (grades), NULL);

  return grades[grade].in[language];
}

/**
 * anc_bundle_words_part_state:
 *
 * Returns: the sentence that says why a document is not as it was; empty where it is
 */
const char *
anc_bundle_words_part_state (AncLanguage language,
                             AncPartState state)
{
  g_return_val_if_fail (state < ANC_N_PART_STATES, NULL);

  return part_states[state].in[language];
}

/**
 * anc_bundle_words_date:
 *
 * Returns: (transfer full): "1er mars 2027"
 */
char *
anc_bundle_words_date (AncLanguage language,
                       AncDate date)
{
  int year, month, day;

  anc_date_get_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%d%s %s %d",
                          day,
                          day == 1 && language == ANC_LANGUAGE_FR ? "er" : "",
                          months[language][month - 1],
                          year);
}

/**
 * anc_bundle_words_month:
 *
 * Returns: (transfer full): "mars 2027"
 */
char *
anc_bundle_words_month (AncLanguage language,
                        AncMonth month)
{
  return g_strdup_printf ("%s %d", months[language][anc_month_get_number (month) - 1], anc_month_get_year (month));
}

/**
 * anc_bundle_words_period:
 * @end: the last day, or %ANC_DATE_NONE while it goes on
 *
 * Returns: (transfer full): from when to when
 */
char *
anc_bundle_words_period (AncLanguage language,
                         AncDate start,
                         AncDate end)
{
  g_autofree char *first = anc_bundle_words_date (language, start);
  g_autofree char *last = end != ANC_DATE_NONE ? anc_bundle_words_date (language, end) : NULL;

  if (last == NULL)
    return language == ANC_LANGUAGE_FR ? g_strdup_printf ("depuis le %s", first) : g_strdup_printf ("since %s", first);

  return g_strdup_printf (language == ANC_LANGUAGE_FR ? "du %s au %s" : "%s to %s", first, last);
}

/**
 * anc_bundle_words_stamp:
 * @number: of the exhibit
 * @part: of its documents the one that the page is of, from 1; 0 where there is one alone
 * @page: of the exhibit, from 1
 * @n_pages: of the exhibit
 *
 * Returns: (transfer full): "Pièce n° 12 – 3/7", or "Pièce n° 12.2 – 3/7"
 */
char *
anc_bundle_words_stamp (AncLanguage language,
                        guint number,
                        guint part,
                        guint page,
                        guint n_pages)
{
  g_autofree char *inner = part > 0 ? g_strdup_printf (".%u", part) : g_strdup ("");

  return g_strdup_printf (language == ANC_LANGUAGE_FR ? "Pièce n° %u%s – %u/%u" : "Exhibit %u%s – %u/%u", number, inner, page, n_pages);
}

/**
 * anc_bundle_words_folio:
 *
 * Returns: (transfer full): "page 57 sur 1200"
 */
char *
anc_bundle_words_folio (AncLanguage language,
                        guint page,
                        guint n_pages)
{
  return g_strdup_printf (language == ANC_LANGUAGE_FR ? "page %u sur %u" : "page %u of %u", page, n_pages);
}

/**
 * anc_bundle_words_count:
 *
 * Returns: (transfer full): "42 pièces, 199 pages"
 */
char *
anc_bundle_words_count (AncLanguage language,
                        guint n_exhibits,
                        guint n_pages)
{
  if (language == ANC_LANGUAGE_FR)
    return g_strdup_printf ("%u pièce%s, %u page%s", n_exhibits, n_exhibits > 1 ? "s" : "", n_pages, n_pages > 1 ? "s" : "");

  return g_strdup_printf ("%u exhibit%s, %u page%s", n_exhibits, n_exhibits == 1 ? "" : "s", n_pages, n_pages == 1 ? "" : "s");
}

/**
 * anc_bundle_words_exhibits:
 * @numbers: (array length=n_numbers): numbers of exhibits
 *
 * Returns: (transfer full): "n° 5, n° 7"; empty for none
 */
char *
anc_bundle_words_exhibits (AncLanguage language,
                           const guint *numbers,
                           guint n_numbers)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_numbers; i++)
    g_string_append_printf (text,
                            "%s%s%u",
                            i > 0 ? ", " : "",
                            language == ANC_LANGUAGE_FR ? "n° " : "no. ",
                            numbers[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * anc_bundle_words_bookmark:
 *
 * Returns: (transfer full): "Pièce n° 12 – Passeport"
 */
char *
anc_bundle_words_bookmark (AncLanguage language,
                           guint number,
                           const char *title)
{
  return g_strdup_printf (language == ANC_LANGUAGE_FR ? "Pièce n° %u – %s" : "Exhibit %u – %s", number, title);
}

/**
 * anc_bundle_words_pages:
 * @first: the first page, from 1
 * @n_pages: how many
 *
 * Returns: (transfer full): "57–63", or "57"
 */
char *
anc_bundle_words_pages (guint first,
                        guint n_pages)
{
  return n_pages == 1 ? g_strdup_printf ("%u", first) : g_strdup_printf ("%u–%u", first, first + n_pages - 1);
}
