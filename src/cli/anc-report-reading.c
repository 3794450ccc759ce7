/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-report-reading.h"

#include "anc-cli.h"
#include "anc-json.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define MARGIN 2

/* Names in the JSON, and the words of a person for them. */
typedef struct
{
  const char *name;
  const char *word;
} Word;

static const char *
find_word (const Word *words,
           guint n_words,
           const char *name)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].name, name) == 0)
      return _ (words[i].word);

  return name;
}

static const char *
get_string (json_t *object,
            const char *key)
{
  return json_string_value (json_object_get (object, key));
}

/* ---- Document ------------------------------------------------------------------------------ */

static const char *
get_kind (json_t *reading)
{
  static const Word documents[] = {
    { "payslip", N_ ("payslip") },
    { "work_authorisation_request", N_ ("request for a work authorisation") },
    { "employer_certificate", N_ ("employer’s certificate") },
    { "work_certificate", N_ ("work certificate") },
    { "employment_contract", N_ ("employment contract") },
    { "tax_notice", N_ ("tax notice") },
    { "other", N_ ("another document") },
  };
  static const Word payslips[] = {
    { "company", N_ ("payslip of a company") },
    { "household", N_ ("payslip of a household") },
    { "agency", N_ ("payslip of an agency") },
  };
  const char *payslip = get_string (reading, "payslip_kind");

  return payslip != NULL ? find_word (payslips, G_N_ELEMENTS (payslips), payslip)
                         : find_word (documents, G_N_ELEMENTS (documents), get_string (reading, "document"));
}

static void
add_title (json_t *reading,
           const char *name,
           AncPage *page)
{
  guint n_pages = (guint) json_integer_value (json_object_get (reading, "pages"));
  guint n_ocr = (guint) json_array_size (json_object_get (reading, "ocr_pages"));
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);
  g_autofree char *ocr = g_strdup_printf (ngettext ("%u of them read from its picture",
                                                    "%u of them read from their pictures",
                                                    n_ocr),
                                          n_ocr);
  g_autofree char *kind = g_strdup_printf (
      "%s, %s%s%s", get_kind (reading), pages, n_ocr > 0 ? ", " : "", n_ocr > 0 ? ocr : "");
  g_autofree char *line = anc_words_labelled (name, kind);
  g_autofree char *clean = anc_words_clean (line);

  anc_page_add (page, 0, MARGIN, ANC_STYLE_BOLD, clean);
}

/* ---- Payslips ------------------------------------------------------------------------------ */

/* A number as the language writes it; %NULL where there is none. */
static char *
describe_number (json_t *object,
                 const char *key,
                 char *(*write) (AncAmount amount))
{
  json_t *value = json_object_get (object, key);
  AncAmount amount;

  if (!json_is_number (value) || !anc_amount_from_double (json_number_value (value), &amount))
    return NULL;

  return write (amount);
}

static void
add_part (GString *text,
          const char *separator,
          const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

static char *
describe_period (json_t *slip)
{
  const char *period = get_string (slip, "period");
  AncMonth month;

  if (period == NULL)
    return g_strdup (_ ("month not found"));

  return anc_month_parse (period, &month) ? anc_words_months (&month, 1) : g_strdup (period);
}

static char *
describe_amounts (json_t *slip)
{
  g_autofree char *hours = describe_number (slip, "hours", anc_words_number);
  g_autofree char *gross = describe_number (slip, "gross", anc_words_money);
  g_autofree char *net = describe_number (slip, "net", anc_words_money);
  g_autofree char *worked = hours != NULL ? g_strdup_printf (_ ("%s h"), hours) : NULL;
  g_autofree char *earned = gross != NULL ? g_strdup_printf (_ ("gross %s"), gross) : NULL;
  g_autofree char *paid = net != NULL ? g_strdup_printf (_ ("net %s"), net) : NULL;
  g_autofree char *sure =
      g_strdup_printf (_ ("sure to %.0f %%"),
                       100 * json_number_value (json_object_get (slip, "confidence")));
  g_autoptr (GString) text = g_string_new (NULL);

  add_part (text, ", ", worked);
  add_part (text, ", ", earned);
  add_part (text, ", ", paid);
  add_part (text, " – ", sure);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_slip (json_t *slip,
          AncPage *page)
{
  g_autofree char *period = describe_period (slip);
  g_autofree char *amounts = describe_amounts (slip);
  g_autoptr (GString) people = g_string_new (NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  add_part (people, ", ", get_string (slip, "employee"));
  add_part (people, ", ", get_string (slip, "job"));
  add_part (people, " – ", get_string (slip, "employer"));
  add_part (people, ", SIRET ", get_string (slip, "siret"));

  first = anc_words_labelled (period, amounts);
  anc_page_add (page, MARGIN, 2 * MARGIN, ANC_STYLE_PLAIN, first);
  second = anc_words_clean (people->str);
  if (*second != '\0')
    anc_page_add (page, 2 * MARGIN, 2 * MARGIN, ANC_STYLE_DIM, second);
}

/* ---- Other papers -------------------------------------------------------------------------- */

static const char *
describe_contract (const char *name)
{
  static const Word contracts[] = {
    { "permanent", N_ ("permanent") },
    { "fixed_term", N_ ("fixed-term") },
    { "agency", N_ ("through an agency") },
    { "seasonal", N_ ("seasonal") },
    { "household", N_ ("in a household") },
    { "apprenticeship", N_ ("apprenticeship") },
  };

  return find_word (contracts, G_N_ELEMENTS (contracts), name);
}

/* What a paper says, for a person; %NULL where it says nothing. */
static char *
describe_value (json_t *statement,
                const char *key)
{
  const char *text = get_string (statement, key);
  AncDate date;

  if (text == NULL)
    return describe_number (statement, key, anc_words_number);
  if (strcmp (key, "contract") == 0)
    return g_strdup (describe_contract (text));

  return anc_date_parse (text, &date) ? anc_words_date (date) : anc_words_clean (text);
}

static void
add_statement (json_t *statement,
               AncPage *page)
{
  static const Word labels[] = {
    { "employer", N_ ("employer") },
    { "siret", N_ ("SIRET") },
    { "employee", N_ ("employee") },
    { "job", N_ ("job") },
    { "contract", N_ ("contract") },
    { "start", N_ ("start") },
    { "end", N_ ("end") },
    { "weekly_hours", N_ ("hours a week") },
    { "monthly_hours", N_ ("hours a month") },
    { "gross_monthly", N_ ("gross a month") },
    { "signed_on", N_ ("signed on") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *value = describe_value (statement, labels[i].name);
      g_autofree char *line = NULL;

      if (value == NULL)
        continue;
      line = anc_words_labelled (_ (labels[i].word), value);
      anc_page_add (page, MARGIN, 2 * MARGIN, ANC_STYLE_PLAIN, line);
    }
}

static void
add_field_count (json_t *fields,
                 AncPage *page)
{
  guint n_fields = (guint) json_array_size (fields);
  g_autofree char *line =
      g_strdup_printf (ngettext ("a form of %u field", "a form of %u fields", n_fields), n_fields);

  if (n_fields > 0)
    anc_page_add (page, MARGIN, 2 * MARGIN, ANC_STYLE_PLAIN, line);
}

/**
 * anc_report_append_reading:
 * @json: what a reader says of a document
 * @name: its file
 * @page: takes the report, in the language of the session
 *
 * Returns: whether the JSON is an object; nothing is added otherwise
 */
gboolean
anc_report_append_reading (const char *json,
                           const char *name,
                           AncPage *page)
{
  json_t *reading = json_loads (json, JSON_REJECT_DUPLICATES, NULL);
  gsize index;
  json_t *slip;

  if (!json_is_object (reading))
    {
      json_decref (reading);
      return FALSE;
    }

  add_title (reading, name, page);
  json_array_foreach (json_object_get (reading, "slips"), index, slip)
    add_slip (slip, page);
  add_statement (json_object_get (reading, "statement"), page);
  add_field_count (json_object_get (reading, "form_fields"), page);
  json_decref (reading);

  return TRUE;
}
