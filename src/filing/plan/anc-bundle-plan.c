/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-plan.h"

#include <string.h>

const char *const anc_grade_names[] = { "none", "limite", "probant", "certain", NULL };

const char *const anc_stamp_place_names[] = {
  "top_left",
  "top",
  "top_right",
  "bottom_left",
  "bottom",
  "bottom_right",
  NULL
};

static const char *const formats[] = { "ancrage-bundle", NULL };
static const char *const languages[] = { "fr", "en", NULL };
static const char *const forms[] = { "one_file", "archive", NULL };
static const char *const block_kinds[] = { "heading", "paragraph", "item", "source", NULL };
/* ---- Reading ------------------------------------------------------------------------------- */

static gboolean
is_visible (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isgraph (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/* A text to print: what steers printers or readers of text is blanked. */
static const char *
read_text (AncBundlePlan *self,
           const AncJson *json)
{
  const char *text = anc_json_read_string (json);
  g_autoptr (GString) clean = NULL;

  if (text == NULL)
    return "";
  if (!is_visible (text))
    {
      anc_json_complain (json, ANC_PROBLEM ("must not be empty"), NULL);
      return "";
    }

  clean = g_string_new (NULL);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    g_string_append_unichar (clean, g_unichar_iscntrl (g_utf8_get_char (text)) ? ' ' : g_utf8_get_char (text));

  return g_string_chunk_insert_const (self->strings, clean->str);
}

static const char *
read_member (AncBundlePlan *self,
             const AncJson *object,
             const char *key)
{
  AncJson member = anc_json_member (object, key);

  return anc_json_is_present (&member) ? read_text (self, &member) : NULL;
}

/* Kept with the plan, as an array that ends with NULL. */
static const char **
read_lines (AncBundlePlan *self,
            const AncJson *object,
            const char *key)
{
  AncJson member = anc_json_member (object, key);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (anc_json_is_present (&member) && anc_json_check_array (&member))
    for (gsize i = 0; i < anc_json_get_length (&member); i++)
      {
        AncJson element = anc_json_element (&member, i);

        g_ptr_array_add (lines, (char *) read_text (self, &element));
      }
  g_ptr_array_add (lines, NULL);

  return (const char **) g_ptr_array_steal (lines, NULL);
}

/* Calls a function on each element of a list, if there is one. */
static void
read_list (AncBundlePlan *self,
           const AncJson *object,
           const char *key,
           void (*read) (AncBundlePlan *self,
                         const AncJson *element))
{
  AncJson member = anc_json_member (object, key);

  if (!anc_json_is_present (&member) || !anc_json_check_array (&member))
    return;

  for (gsize i = 0; i < anc_json_get_length (&member); i++)
    {
      AncJson element = anc_json_element (&member, i);

      read (self, &element);
    }
}

static void
read_row (AncBundlePlan *self,
          const AncJson *json)
{
  static const char *const keys[] = { "label", "value", NULL };
  AncBundleRow row;

  if (!anc_json_check_object (json, keys))
    return;

  row.label = read_member (self, json, "label");
  row.value = read_member (self, json, "value");
  g_array_append_val (self->rows, row);
}

static void
read_block (AncBundlePlan *self,
            const AncJson *json)
{
  static const char *const keys[] = { "kind", "text", NULL };
  AncBundleBlock block;
  AncJson kind = anc_json_member (json, "kind");
  guint choice = 0;

  if (!anc_json_check_object (json, keys) || !anc_json_read_choice (&kind, block_kinds, &choice))
    return;

  block.kind = choice;
  block.text = read_member (self, json, "text");
  g_array_append_val (self->memo, block);
}

static void
read_months (const AncJson *job,
             GArray *months)
{
  AncJson member = anc_json_member (job, "proven");

  if (!anc_json_is_present (&member) || !anc_json_check_array (&member))
    return;

  for (gsize i = 0; i < anc_json_get_length (&member); i++)
    {
      AncJson element = anc_json_element (&member, i);
      AncMonth month;

      if (anc_json_read_month (&element, &month))
        g_array_append_val (months, month);
    }
}

static void
read_numbers (const AncJson *job,
              GArray *numbers)
{
  AncJson member = anc_json_member (job, "exhibits");

  if (!anc_json_is_present (&member) || !anc_json_check_array (&member))
    return;

  for (gsize i = 0; i < anc_json_get_length (&member); i++)
    {
      AncJson element = anc_json_element (&member, i);
      guint number;

      if (anc_json_read_count (&element, ANC_BUNDLE_MAX_NUMBER, &number))
        g_array_append_val (numbers, number);
    }
}

static void
read_job (AncBundlePlan *self,
          const AncJson *json)
{
  static const char *const keys[] = {
    "employer", "occupation?", "contract?", "hours?", "start", "end?", "proven?", "exhibits?", NULL
  };
  AncBundleJob job = { .start = ANC_DATE_NONE, .end = ANC_DATE_NONE };
  AncJson start = anc_json_member (json, "start");
  AncJson end = anc_json_member (json, "end");

  if (!anc_json_check_object (json, keys))
    return;

  job.employer = read_member (self, json, "employer");
  job.occupation = read_member (self, json, "occupation");
  job.contract = read_member (self, json, "contract");
  job.hours = read_member (self, json, "hours");
  if (!anc_json_read_date (&start, &job.start) || (anc_json_is_present (&end) && !anc_json_read_date (&end, &job.end)))
    return;
  if (job.end != ANC_DATE_NONE && job.end < job.start)
    {
      anc_json_complain (&end, ANC_PROBLEM ("must not be before the start"), NULL);
      return;
    }
  job.proven = g_array_new (FALSE, FALSE, sizeof (AncMonth));
  job.exhibits = g_array_new (FALSE, FALSE, sizeof (guint));
  read_months (json, job.proven);
  read_numbers (json, job.exhibits);
  g_array_append_val (self->jobs, job);
}

static void
read_half (AncBundlePlan *self,
           const AncJson *json,
           AncBundleHalf *half)
{
  static const char *const keys[] = { "grade", "proofs?", "outside?", NULL };
  AncJson grade = anc_json_member (json, "grade");
  AncJson outside = anc_json_member (json, "outside");
  guint choice = 0;

  if (anc_json_check_object (json, keys) && anc_json_read_choice (&grade, anc_grade_names, &choice))
    half->grade = choice;
  if (anc_json_is_present (&outside))
    anc_json_read_boolean (&outside, &half->is_outside);
  half->proofs = read_lines (self, json, "proofs");
}

static void
read_year (AncBundlePlan *self,
           const AncJson *json)
{
  static const char *const keys[] = { "year", "halves", NULL };
  AncJson number = anc_json_member (json, "year");
  AncJson halves = anc_json_member (json, "halves");
  AncBundleYear year = { 0 };
  guint value;

  if (!anc_json_check_object (json, keys) || !anc_json_read_count (&number, 9999, &value) || !anc_json_check_array (&halves))
    return;
  if (anc_json_get_length (&halves) != 2)
    {
      anc_json_complain (&halves, ANC_PROBLEM ("must hold the two halves of the year"), NULL);
      return;
    }

  year.year = (int) value;
  for (guint i = 0; i < 2; i++)
    {
      AncJson half = anc_json_element (&halves, i);

      read_half (self, &half, &year.halves[i]);
    }
  g_array_append_val (self->years, year);
}

static void
read_part (AncBundlePlan *self,
           const AncJson *json)
{
  static const char *const keys[] = { "title", "document", "password?", NULL };
  AncJson password = anc_json_member (json, "password");
  AncBundlePart part = { 0 };

  if (!anc_json_check_object (json, keys))
    return;

  part.title = read_member (self, json, "title");
  part.document = read_member (self, json, "document");
  if (anc_json_is_present (&password) && anc_json_read_string (&password) != NULL)
    part.password = g_string_chunk_insert_const (self->strings, anc_json_read_string (&password));
  g_array_append_val (self->parts, part);
}

static gboolean
has_number (const AncBundlePlan *self,
            guint number)
{
  for (guint i = 0; i < self->exhibits->len; i++)
    if (anc_bundle_plan_get_exhibit (self, i)->number == number)
      return TRUE;

  return FALSE;
}

static void
read_exhibit (AncBundlePlan *self,
              const AncJson *json)
{
  static const char *const keys[] = { "number", "title", "group?", "date?", "parts", NULL };
  AncJson number = anc_json_member (json, "number");
  AncJson parts = anc_json_member (json, "parts");
  AncBundleExhibit exhibit = { .first_part = self->parts->len };

  if (!anc_json_check_object (json, keys) || !anc_json_read_count (&number, ANC_BUNDLE_MAX_NUMBER, &exhibit.number))
    return;
  if (exhibit.number == 0 || has_number (self, exhibit.number))
    {
      anc_json_complain (&number, ANC_PROBLEM ("must be from 1, and of no other exhibit"), NULL);
      return;
    }

  exhibit.title = read_member (self, json, "title");
  exhibit.group = read_member (self, json, "group");
  exhibit.date = read_member (self, json, "date");
  read_list (self, json, "parts", read_part);
  exhibit.n_parts = self->parts->len - exhibit.first_part;
  if (exhibit.n_parts == 0)
    anc_json_complain (&parts, ANC_PROBLEM ("must hold at least one document"), NULL);
  g_array_append_val (self->exhibits, exhibit);
}

static void
read_stamp (AncBundlePlan *self,
            const AncJson *json)
{
  static const char *const keys[] = { "place?", "size?", "folio?", NULL };
  AncJson place = anc_json_member (json, "place");
  AncJson size = anc_json_member (json, "size");
  AncJson folio = anc_json_member (json, "folio");
  guint choice = 0;

  if (!anc_json_check_object (json, keys))
    return;

  if (anc_json_is_present (&place) && anc_json_read_choice (&place, anc_stamp_place_names, &choice))
    self->stamp.place = choice;
  if (anc_json_is_present (&size) && anc_json_read_count (&size, ANC_STAMP_MAX_SIZE, &self->stamp.size)
      && self->stamp.size < ANC_STAMP_MIN_SIZE)
    anc_json_complain (&size, ANC_PROBLEM ("letters that small cannot be read"), NULL);
  if (anc_json_is_present (&folio))
    anc_json_read_boolean (&folio, &self->stamp.has_folio);
}

static void
read_head (AncBundlePlan *self,
           const AncJson *json)
{
  AncJson format = anc_json_member (json, "format");
  AncJson version = anc_json_member (json, "version");
  AncJson language = anc_json_member (json, "language");
  AncJson date = anc_json_member (json, "date");
  AncJson form = anc_json_member (json, "form");
  AncJson stamp = anc_json_member (json, "stamp");
  AncJson pdfa = anc_json_member (json, "pdfa");
  guint choice = 0;

  anc_json_read_choice (&format, formats, &choice);
  if (anc_json_read_count (&version, G_MAXINT, &choice) && choice != 1)
    anc_json_complain (&version, ANC_PROBLEM ("only version 1 is known"), NULL);
  if (anc_json_read_choice (&language, languages, &choice))
    self->language = choice;
  anc_json_read_date (&date, &self->date);
  if (anc_json_is_present (&form) && anc_json_read_choice (&form, forms, &choice))
    self->form = choice;
  if (anc_json_is_present (&stamp))
    read_stamp (self, &stamp);
  if (anc_json_is_present (&pdfa))
    anc_json_read_boolean (&pdfa, &self->wants_pdfa);
}

static void
read_plan (AncBundlePlan *self,
           const AncJson *json)
{
  static const char *const keys[] = {
    "format", "version", "language", "date", "form?", "title", "subtitle?", "sender?", "recipient?", "rows?", "memo?", "jobs?", "presence?", "exhibits", "stamp?", "pdfa?", NULL
  };
  AncJson exhibits = anc_json_member (json, "exhibits");

  if (!anc_json_check_object (json, keys))
    return;

  read_head (self, json);
  self->title = read_member (self, json, "title");
  self->subtitle = read_member (self, json, "subtitle");
  self->sender = read_lines (self, json, "sender");
  self->recipient = read_lines (self, json, "recipient");
  read_list (self, json, "rows", read_row);
  read_list (self, json, "memo", read_block);
  read_list (self, json, "jobs", read_job);
  read_list (self, json, "presence", read_year);
  read_list (self, json, "exhibits", read_exhibit);
  if (self->exhibits->len == 0)
    anc_json_complain (&exhibits, ANC_PROBLEM ("must hold at least one exhibit"), NULL);
}

/* ---- Life ---------------------------------------------------------------------------------- */

static void
clear_job (gpointer data)
{
  AncBundleJob *job = data;

  g_array_unref (job->proven);
  g_array_unref (job->exhibits);
}

static void
clear_year (gpointer data)
{
  AncBundleYear *year = data;

  g_free (year->halves[0].proofs);
  g_free (year->halves[1].proofs);
}

static AncBundlePlan *
create (const char *text,
        gsize length)
{
  AncBundlePlan *self = g_new0 (AncBundlePlan, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = g_strndup (text, length);
  self->length = length;
  self->date = ANC_DATE_NONE;
  self->rows = g_array_new (FALSE, FALSE, sizeof (AncBundleRow));
  self->memo = g_array_new (FALSE, FALSE, sizeof (AncBundleBlock));
  self->jobs = g_array_new (FALSE, FALSE, sizeof (AncBundleJob));
  g_array_set_clear_func (self->jobs, clear_job);
  self->years = g_array_new (FALSE, FALSE, sizeof (AncBundleYear));
  g_array_set_clear_func (self->years, clear_year);
  self->exhibits = g_array_new (FALSE, FALSE, sizeof (AncBundleExhibit));
  self->parts = g_array_new (FALSE, FALSE, sizeof (AncBundlePart));
  self->stamp = (AncStampOptions){ ANC_STAMP_TOP_RIGHT, 10, TRUE };
  self->wants_pdfa = TRUE;
  self->strings = g_string_chunk_new (1024);

  return self;
}

/**
 * anc_bundle_plan_new:
 * @text: (array length=length): a plan as JSON, of the format `ancrage-bundle`
 * @length: its bytes
 * @problems: takes what is wrong with it
 *
 * The only way to a plan, for programs too: what a plan may hold is said in one place.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL with problems
 */
AncBundlePlan *
anc_bundle_plan_new (const char *text,
                     gsize length,
                     AncProblems *problems)
{
  g_autoptr (AncBundlePlan) self = NULL;
  AncJsonSource source = { text, length, problems };
  guint n_before = anc_problems_get_count (problems);
  json_t *value;
  AncJson root;

  g_return_val_if_fail (text != NULL, NULL);

  value = anc_json_parse (text, length, problems);
  if (value == NULL)
    return NULL;

  self = create (text, length);
  root = anc_json_root (&source, value);
  read_plan (self, &root);
  json_decref (value);

  return anc_problems_get_count (problems) == n_before ? g_steal_pointer (&self) : NULL;
}

AncBundlePlan *
anc_bundle_plan_ref (AncBundlePlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
anc_bundle_plan_unref (AncBundlePlan *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->text);
  g_free (self->sender);
  g_free (self->recipient);
  g_array_unref (self->rows);
  g_array_unref (self->memo);
  g_array_unref (self->jobs);
  g_array_unref (self->years);
  g_array_unref (self->exhibits);
  g_array_unref (self->parts);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* ---- Asking -------------------------------------------------------------------------------- */

const AncBundleExhibit *
anc_bundle_plan_get_exhibit (const AncBundlePlan *self,
                             guint index)
{
  g_return_val_if_fail (index < self->exhibits->len, NULL);

  return &g_array_index (self->exhibits, AncBundleExhibit, index);
}

const AncBundlePart *
anc_bundle_plan_get_part (const AncBundlePlan *self,
                          const AncBundleExhibit *exhibit,
                          guint index)
{
  g_return_val_if_fail (index < exhibit->n_parts, NULL);

  return &g_array_index (self->parts, AncBundlePart, exhibit->first_part + index);
}
