/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-draft-private.h"

#include "anc-bundle-words.h"
#include "anc-case-schema.h"
#include "anc-country-names.h"
#include "anc-presence-matrix.h"

#include <string.h>

/* Words of a draft, in the language of the file. */
static const AncText person_word = { { "Personne", "Person" } };
static const AncText birth_word = { { "Date de naissance", "Date of birth" } };
static const AncText birth_place_word = { { "Lieu de naissance", "Place of birth" } };
static const AncText nationality_word = { { "Nationalité", "Nationality" } };
static const AncText foreigner_word = { { "Numéro d’étranger", "Foreigner number" } };
static const AncText address_word = { { "Adresse", "Address" } };
static const AncText reference_word = { { "Référence du dossier", "Reference of the case" } };
static const AncText title_word = { { "Pièces du dossier", "Exhibits of the case" } };

/* In the order of #AncContract. */
static const AncText contracts[] = {
  { { "CDI", "permanent contract" } },
  { { "CDD", "fixed-term contract" } },
  { { "intérim", "agency work" } },
  { { "contrat saisonnier", "seasonal contract" } },
  { { "particulier employeur", "private household" } },
  { { "apprentissage", "apprenticeship" } },
  { { "travail indépendant", "self-employed" } },
};

static const char *
get_word (const AncBundleDraft *self,
          const AncText *text)
{
  return text->in[self->language];
}

/* ---- Cover --------------------------------------------------------------------------------- */

static void
write_row (AncJsonWriter *writer,
           const char *label,
           const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  anc_json_writer_open_object (writer, NULL);
  anc_json_writer_add_string (writer, "label", label);
  anc_json_writer_add_string (writer, "value", value);
  anc_json_writer_close_object (writer);
}

static char *
dup_name (const AncBundleDraft *self)
{
  const AncRow *head = anc_case_rows_get_head (self->rows);
  const char *given = anc_row_get_text (head, "given_names");
  const char *family = anc_row_get_text (head, "family_name");

  return g_strdup_printf ("%s%s%s", given != NULL ? given : "", given != NULL && family != NULL ? " " : "", family != NULL ? family : "");
}

static void
write_rows (const AncBundleDraft *self,
            AncJsonWriter *writer)
{
  const AncRow *head = anc_case_rows_get_head (self->rows);
  const gint64 birth = anc_row_get_integer (head, "birth_date", ANC_DATE_NONE);
  const char *code = anc_row_get_text (head, "nationality");
  const char *country = anc_country_name (self->language, code);
  g_autofree char *name = dup_name (self);
  g_autofree char *birth_text = birth != ANC_DATE_NONE ? anc_bundle_words_date (self->language, (AncDate) birth) : NULL;

  anc_json_writer_open_array (writer, "rows");
  write_row (writer, get_word (self, &person_word), name);
  write_row (writer, get_word (self, &birth_word), birth_text);
  write_row (writer, get_word (self, &birth_place_word), anc_row_get_text (head, "birth_place"));
  write_row (writer, get_word (self, &nationality_word), country != NULL ? country : code);
  write_row (writer, get_word (self, &foreigner_word), anc_row_get_text (head, "foreigner_number"));
  write_row (writer, get_word (self, &address_word), anc_row_get_text (head, "address"));
  write_row (writer, get_word (self, &reference_word), anc_row_get_text (head, "reference"));
  anc_json_writer_close_array (writer);
}

static void
write_lines (AncJsonWriter *writer,
             const char *key,
             const char *const *lines)
{
  if (lines == NULL)
    return;

  anc_json_writer_open_array (writer, key);
  for (; *lines != NULL; lines++)
    anc_json_writer_add_string (writer, NULL, *lines);
  anc_json_writer_close_array (writer);
}

/* ---- Chronology ---------------------------------------------------------------------------- */

/* The exhibits of the payslips of a job. */
static void
write_job_exhibits (const AncBundleDraft *self,
                    AncJsonWriter *writer,
                    const char *job_id)
{
  guint last = 0;

  anc_json_writer_open_array (writer, "exhibits");
  for (guint i = 0; i < anc_case_rows_get_count (self->rows, ANC_TABLE_PAYSLIPS); i++)
    {
      const AncRow *payslip = anc_case_rows_get (self->rows, ANC_TABLE_PAYSLIPS, i);
      guint number;

      if (g_strcmp0 (anc_row_get_text (payslip, "job"), job_id) != 0)
        continue;
      number = anc_exhibit_order_find_number (self->order, anc_row_get_text (payslip, "document"));
      if (number > last)
        {
          anc_json_writer_add_int (writer, NULL, number);
          last = number;
        }
    }
  anc_json_writer_close_array (writer);
}

static char *
describe_hours (const AncBundleDraft *self,
                const AncJob *job)
{
  char buffer[ANC_AMOUNT_BUFFER_SIZE];
  g_autofree char *number = NULL;

  if (job->weekly_hours == ANC_AMOUNT_NONE)
    return NULL;

  number = g_strdup (anc_amount_format (job->weekly_hours, 0, 2, buffer));
  if (self->language == ANC_LANGUAGE_FR)
    g_strdelimit (number, ".", ',');

  return g_strdup_printf (self->language == ANC_LANGUAGE_FR ? "%s h par semaine" : "%s h a week", number);
}

static void
write_job (const AncBundleDraft *self,
           AncJsonWriter *writer,
           const AncJob *job)
{
  g_autofree char *hours = describe_hours (self, job);
  AncMonth last = ANC_MONTH_NONE;

  anc_json_writer_open_object (writer, NULL);
  anc_json_writer_add_string (writer, "employer", self->facts->employers[job->employer].name);
  if (job->label != NULL)
    anc_json_writer_add_string (writer, "occupation", job->label);
  anc_json_writer_add_string (writer, "contract", get_word (self, &contracts[job->contract]));
  if (hours != NULL)
    anc_json_writer_add_string (writer, "hours", hours);
  anc_json_writer_add_date (writer, "start", job->start);
  if (job->end != ANC_DATE_NONE)
    anc_json_writer_add_date (writer, "end", job->end);
  anc_json_writer_open_array (writer, "proven");
  for (guint i = 0; i < job->n_payslips; i++)
    {
      AncMonth month = self->facts->payslips[job->first_payslip + i].month;

      if (month != last)
        anc_json_writer_add_month (writer, NULL, month);
      last = month;
    }
  anc_json_writer_close_array (writer);
  write_job_exhibits (self, writer, job->id);
  anc_json_writer_close_object (writer);
}

static int
compare_jobs (gconstpointer a,
              gconstpointer b)
{
  const AncJob *first = *(const AncJob *const *) a, *second = *(const AncJob *const *) b;

  return first->start != second->start ? (first->start < second->start ? -1 : 1) : (first > second) - (first < second);
}

static void
write_jobs (const AncBundleDraft *self,
            AncJsonWriter *writer)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new ();

  for (guint i = 0; i < self->facts->n_jobs; i++)
    g_ptr_array_add (jobs, (gpointer) &self->facts->jobs[i]);
  g_ptr_array_sort (jobs, compare_jobs);

  anc_json_writer_open_array (writer, "jobs");
  for (guint i = 0; i < jobs->len; i++)
    write_job (self, writer, g_ptr_array_index (jobs, i));
  anc_json_writer_close_array (writer);
}

/* ---- Presence ------------------------------------------------------------------------------ */

/* How many proofs of one kind there are in one exhibit, where the first of them stands. */
static guint
count_same (const AncBundleDraft *self,
            const GArray *proofs,
            guint index)
{
  const AncPresenceProof *first = &g_array_index (proofs, AncPresenceProof, index);
  const guint number = anc_exhibit_order_find_number (self->order, anc_row_get_text (first->document, "id"));
  guint n = 0;

  for (guint i = 0; i < proofs->len; i++)
    {
      const AncPresenceProof *proof = &g_array_index (proofs, AncPresenceProof, i);

      if (proof->kind != first->kind || anc_exhibit_order_find_number (self->order, anc_row_get_text (proof->document, "id")) != number)
        continue;
      if (i < index)
        return 0;
      n++;
    }

  return n;
}

static void
write_proof (const AncBundleDraft *self,
             AncJsonWriter *writer,
             const AncPresenceProof *proof,
             guint n)
{
  const guint number = anc_exhibit_order_find_number (self->order, anc_row_get_text (proof->document, "id"));
  g_autoptr (GString) text = g_string_new (NULL);

  if (n > 1)
    g_string_append_printf (text, "%u × ", n);
  g_string_append (text, get_word (self, &proof->kind->title));
  if (number > 0)
    {
      g_autofree char *exhibit = anc_bundle_words_exhibits (self->language, &number, 1);

      g_string_append_printf (text, self->language == ANC_LANGUAGE_FR ? ", pièce %s" : ", exhibit %s", exhibit);
    }
  anc_json_writer_add_string (writer, NULL, text->str);
}

static void
write_half (const AncBundleDraft *self,
            AncJsonWriter *writer,
            const AncPresenceHalf *half)
{
  anc_json_writer_open_object (writer, NULL);
  anc_json_writer_add_string (writer, "grade", anc_grade_names[half->grade]);
  if (half->is_outside)
    anc_json_writer_add_boolean (writer, "outside", TRUE);
  anc_json_writer_open_array (writer, "proofs");
  for (guint i = 0; i < half->proofs->len; i++)
    {
      guint n = count_same (self, half->proofs, i);

      if (n > 0)
        write_proof (self, writer, &g_array_index (half->proofs, AncPresenceProof, i), n);
    }
  anc_json_writer_close_array (writer);
  anc_json_writer_close_object (writer);
}

static void
write_presence (const AncBundleDraft *self,
                AncJsonWriter *writer)
{
  g_autoptr (AncPresenceMatrix) matrix = anc_presence_matrix_new (self->rows, self->rules, self->on);

  anc_json_writer_open_array (writer, "presence");
  for (guint i = 0; i < anc_presence_matrix_get_n_years (matrix); i++)
    {
      anc_json_writer_open_object (writer, NULL);
      anc_json_writer_add_int (writer, "year", matrix->first_year + (int) i);
      anc_json_writer_open_array (writer, "halves");
      for (guint j = 0; j < 2; j++)
        write_half (self, writer, anc_presence_matrix_get (matrix, i, j));
      anc_json_writer_close_array (writer);
      anc_json_writer_close_object (writer);
    }
  anc_json_writer_close_array (writer);
}

/* ---- Exhibits ------------------------------------------------------------------------------ */

/* A payslip is told by its month, others by their title. */
static char *
describe_part (const AncBundleDraft *self,
               const AncRow *document)
{
  const AncMonth month = anc_exhibit_get_month (document);
  const char *title = anc_row_get_text (document, "title");
  g_autofree char *month_text = NULL;

  if (g_strcmp0 (anc_row_get_text (document, "kind"), "payslip") != 0 || month == ANC_MONTH_NONE)
    return g_strdup (title != NULL ? title : anc_bundle_word (self->language, ANC_WORD_EXHIBIT));

  month_text = anc_bundle_words_month (self->language, month);
  return g_strdup_printf (self->language == ANC_LANGUAGE_FR ? "Bulletin de paie, %s" : "Payslip, %s", month_text);
}

static void
write_part (const AncBundleDraft *self,
            AncJsonWriter *writer,
            const AncRow *document)
{
  const char *id = anc_row_get_text (document, "id");
  g_autofree char *key = g_strdup_printf ("#%" G_GINT64_FORMAT, document->key);
  g_autofree char *title = describe_part (self, document);

  anc_json_writer_open_object (writer, NULL);
  anc_json_writer_add_string (writer, "title", title);
  anc_json_writer_add_string (writer, "document", id != NULL && *id != '\0' ? id : key);
  anc_json_writer_close_object (writer);
}

static void
write_exhibits (const AncBundleDraft *self,
                AncJsonWriter *writer)
{
  anc_json_writer_open_array (writer, "exhibits");
  for (guint i = 0; i < self->order->exhibits->len; i++)
    {
      const AncExhibit *exhibit = g_ptr_array_index (self->order->exhibits, i);

      anc_json_writer_open_object (writer, NULL);
      anc_json_writer_add_int (writer, "number", exhibit->number);
      anc_json_writer_add_string (writer, "title", exhibit->title);
      if (exhibit->group != NULL)
        anc_json_writer_add_string (writer, "group", exhibit->group);
      if (exhibit->date != NULL)
        anc_json_writer_add_string (writer, "date", exhibit->date);
      anc_json_writer_open_array (writer, "parts");
      for (guint j = 0; j < exhibit->documents->len; j++)
        write_part (self, writer, g_ptr_array_index (exhibit->documents, j));
      anc_json_writer_close_array (writer);
      anc_json_writer_close_object (writer);
    }
  anc_json_writer_close_array (writer);
}

/* ---- The plan ------------------------------------------------------------------------------ */

static char *
dup_title (const AncBundleDraft *self)
{
  g_autofree char *name = dup_name (self);

  return *name != '\0' ? g_strdup_printf (self->language == ANC_LANGUAGE_FR ? "Dossier de %s" : "Case of %s", name)
                       : g_strdup (get_word (self, &title_word));
}

static void
write_stamp (const AncBundleDraft *self,
             AncJsonWriter *writer)
{
  anc_json_writer_open_object (writer, "stamp");
  anc_json_writer_add_string (writer, "place", anc_stamp_place_names[self->stamp.place]);
  anc_json_writer_add_int (writer, "size", self->stamp.size);
  anc_json_writer_add_boolean (writer, "folio", self->stamp.has_folio);
  anc_json_writer_close_object (writer);
}

/**
 * anc_bundle_draft_write:
 *
 * Writes the plan of the numbered file of a case. Its documents are named by their id in the case.
 *
 * Returns: (transfer full): JSON for anc_bundle_plan_new(), the same for the same case and date
 */
char *
anc_bundle_draft_write (const AncBundleDraft *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = dup_title (self);
  AncJsonWriter writer;

  anc_json_writer_init (&writer, text);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_string (&writer, "format", "ancrage-bundle");
  anc_json_writer_add_int (&writer, "version", 1);
  anc_json_writer_add_string (&writer, "language", self->language == ANC_LANGUAGE_FR ? "fr" : "en");
  anc_json_writer_add_date (&writer, "date", self->on);
  anc_json_writer_add_string (&writer, "form", self->form == ANC_BUNDLE_ARCHIVE ? "archive" : "one_file");
  anc_json_writer_add_string (&writer, "title", title);
  if (self->verdict != NULL)
    anc_json_writer_add_string (&writer, "subtitle", get_word (self, &self->verdict->regime->title));
  write_lines (&writer, "sender", self->sender);
  write_lines (&writer, "recipient", self->recipient);
  write_rows (self, &writer);
  if (self->has_memo && self->verdict != NULL)
    anc_bundle_draft_write_memo (self, &writer);
  write_jobs (self, &writer);
  write_presence (self, &writer);
  write_exhibits (self, &writer);
  write_stamp (self, &writer);
  anc_json_writer_add_boolean (&writer, "pdfa", self->wants_pdfa);
  anc_json_writer_close_object (&writer);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
