/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-draft-private.h"

#include "anc-bundle-words.h"
#include "anc-criterion.h"

static const AncText conclusion = { { "Conclusion", "Conclusion" } };
static const AncText criteria_heading = { { "Critères", "Criteria" } };
static const AncText weighed_heading = { { "Éléments d’appréciation, jamais décisifs seuls", "Elements of appreciation, never decisive alone" } };
static const AncText cautions_heading = { { "Réserves", "Cautions" } };
static const AncText no_right = { { "Remplir ces critères ne donne pas droit à un titre : la décision appartient au préfet.",
                                    "Meeting these criteria gives no right to a permit: the decision is the prefect’s." } };

/* In the order of #AncOutcome. */
static const AncText outcomes[] = {
  { { "non rempli", "not met" } },
  { { "à renseigner", "unknown" } },
  { { "à prouver", "to prove" } },
  { { "discutable", "arguable" } },
  { { "rempli", "met" } },
};

/* In the order of #AncForce. */
static const AncText forces[] = {
  { { "accord", "agreement" } },
  { { "loi", "statute" } },
  { { "règlement", "regulation" } },
  { { "circulaire", "circular" } },
  { { "pratique", "practice" } },
};

/* In the order of #AncUnit. */
static const AncText units[] = {
  { { "", "" } },
  { { "mois", "months" } },
  { { "ans", "years" } },
  { { "€", "€" } },
  { { "heures", "hours" } },
};

static void
write_block (AncJsonWriter *writer,
             const char *kind,
             const char *text)
{
  anc_json_writer_open_object (writer, NULL);
  anc_json_writer_add_string (writer, "kind", kind);
  anc_json_writer_add_string (writer, "text", text);
  anc_json_writer_close_object (writer);
}

static char *
format_amount (AncLanguage language,
               AncAmount amount)
{
  char buffer[ANC_AMOUNT_BUFFER_SIZE];
  char *text = g_strdup (anc_amount_format (amount, 0, 2, buffer));

  return language == ANC_LANGUAGE_FR ? g_strdelimit (text, ".", ',') : text;
}

/* "10 of 12 months", or NULL where nothing is measured. */
static char *
describe_measure (AncLanguage language,
                  const AncCriterion *criterion,
                  const AncFinding *finding)
{
  g_autofree char *measured = NULL;
  g_autofree char *required = NULL;

  if (criterion->kind->unit == ANC_UNIT_NONE || finding->measured == ANC_AMOUNT_NONE || finding->required == ANC_AMOUNT_NONE)
    return NULL;

  measured = format_amount (language, finding->measured);
  required = format_amount (language, finding->required);
  return g_strdup_printf (language == ANC_LANGUAGE_FR ? "%s sur %s %s" : "%s of %s %s",
                          measured,
                          required,
                          units[criterion->kind->unit].in[language]);
}

static void
write_source (AncJsonWriter *writer,
              AncLanguage language,
              const AncSource *source,
              const char *force)
{
  g_autoptr (GString) text = g_string_new (source->title.in[language]);

  if (source->article != NULL)
    g_string_append_printf (text, ", %s", source->article);
  if (force != NULL)
    g_string_append_printf (text, " (%s)", force);
  write_block (writer, "source", text->str);
}

static void
write_criterion (const AncBundleDraft *self,
                 AncJsonWriter *writer,
                 const AncCriterion *criterion)
{
  const AncFinding *finding = &self->verdict->findings[criterion->index];
  g_autofree char *measure = describe_measure (self->language, criterion, finding);
  g_autofree char *text = g_strdup_printf (self->language == ANC_LANGUAGE_FR ? "%s : %s%s%s%s" : "%s: %s%s%s%s",
                                           criterion->title.in[self->language],
                                           outcomes[finding->outcome].in[self->language],
                                           measure != NULL ? " (" : "",
                                           measure != NULL ? measure : "",
                                           measure != NULL ? ")" : "");

  write_block (writer, "item", text);
  write_source (writer, self->language, criterion->source, forces[criterion->force].in[self->language]);
}

static void
write_conclusion (const AncBundleDraft *self,
                  AncJsonWriter *writer)
{
  const AncVerdict *verdict = self->verdict;
  g_autofree char *date = anc_bundle_words_date (self->language, self->on);
  g_autofree char *text = g_strdup_printf (self->language == ANC_LANGUAGE_FR ? "%s, au %s : %s." : "%s, on %s: %s.",
                                           verdict->regime->title.in[self->language],
                                           date,
                                           outcomes[verdict->outcome].in[self->language]);

  write_block (writer, "heading", conclusion.in[self->language]);
  write_block (writer, "paragraph", text);
  write_block (writer, "paragraph", no_right.in[self->language]);
}

static void
write_cautions (const AncBundleDraft *self,
                AncJsonWriter *writer)
{
  if (self->verdict->n_cautions > 0)
    write_block (writer, "heading", cautions_heading.in[self->language]);
  for (guint i = 0; i < self->verdict->n_cautions; i++)
    {
      const AncNote *note = self->verdict->cautions[i];

      write_block (writer, "item", note->text.in[self->language]);
      if (note->source != NULL)
        write_source (writer, self->language, note->source, NULL);
    }
}

/**
 * anc_bundle_draft_write_memo:
 *
 * Writes the summary of a verdict: the outcome, each criterion with what was found and the text it rests on, the cautions.
 * Does nothing where the regime does not apply.
 */
void
anc_bundle_draft_write_memo (const AncBundleDraft *self,
                             AncJsonWriter *writer)
{
  const AncRegime *regime = self->verdict->regime;

  if (self->verdict->reason != ANC_REASON_NONE)
    return;

  anc_json_writer_open_array (writer, "memo");
  write_conclusion (self, writer);
  write_block (writer, "heading", criteria_heading.in[self->language]);
  for (guint i = 0; i < regime->criteria->len; i++)
    {
      if (i == regime->n_required)
        write_block (writer, "heading", weighed_heading.in[self->language]);
      write_criterion (self, writer, g_ptr_array_index (regime->criteria, i));
    }
  write_cautions (self, writer);
  anc_json_writer_close_array (writer);
}
