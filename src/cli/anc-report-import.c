/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-report-import.h"

#include "anc-page.h"
#include "anc-proposal-json.h"
#include "anc-proposal-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>
#include <stdio.h>

#define MARGIN 2

static AncRecord *
find_document (const AncImportRun *run,
               gint64 key)
{
  return key != 0 ? anc_case_find (run->a_case, key) : NULL;
}

/* ---- JSON -------------------------------------------------------------------------------------- */

static void
add_places (AncJsonWriter *writer,
            const AncImportRun *run,
            const AncStoredFile *file)
{
  anc_json_writer_open_array (writer, "places");
  for (guint i = 0; file != NULL && i < file->places->len; i++)
    {
      const AncFilePlace *place = g_ptr_array_index (file->places, i);

      anc_json_writer_open_object (writer, NULL);
      anc_json_writer_add_string (writer, "case", place->reference);
      anc_json_writer_add_string (writer, "title", place->title);
      anc_json_writer_close_object (writer);
    }
  anc_json_writer_close_array (writer);
}

static void
add_item (AncJsonWriter *writer,
          const AncImportRun *run,
          const AncIntakeItem *item)
{
  AncRecord *document = find_document (run, item->document_key);

  anc_json_writer_open_object (writer, NULL);
  anc_json_writer_add_string (writer, "name", item->name);
  anc_json_writer_add_string (writer, "outcome", anc_intake_outcome_get_name (item->outcome));
  anc_json_writer_add_string (writer, "document", document != NULL ? anc_record_get_text (document, "id") : NULL);
  anc_json_writer_add_string (writer, "message", item->message);
  add_places (writer, run, item->file);
  anc_json_writer_close_object (writer);
}

/* Prints one object: `case`, `files` (what became of each), `accepted` (how many proposals were) and
 * `proposals`, those of the whole case. */
void
anc_report_import_print_json (const AncImportRun *run)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncJsonWriter writer;

  anc_json_writer_init (&writer, text);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_string (&writer, "case", anc_record_get_text (anc_case_get_head (run->a_case), "reference"));
  anc_json_writer_open_array (&writer, "files");
  for (guint i = 0; run->items != NULL && i < run->items->len; i++)
    add_item (&writer, run, g_ptr_array_index (run->items, i));
  anc_json_writer_close_array (&writer);
  anc_json_writer_add_int (&writer, "accepted", run->n_accepted);
  anc_json_writer_open_array (&writer, "proposals");
  for (guint i = 0; i < anc_proposal_list_get_count (run->proposals); i++)
    {
      AncProposal *proposal = anc_proposal_list_get (run->proposals, i);
      AncRecord *document = find_document (run, anc_proposal_get_document_key (proposal));

      anc_proposal_write_json (proposal, NULL, anc_record_get_text (document, "id"), &writer);
    }
  anc_json_writer_close_array (&writer);
  anc_json_writer_close_object (&writer);
  puts (text->str);
}

/* ---- Files ------------------------------------------------------------------------------------- */

static void
tell_places (const AncImportRun *run,
             const AncIntakeItem *item)
{
  for (guint i = 0; i < item->file->places->len; i++)
    {
      const AncFilePlace *place = g_ptr_array_index (item->file->places, i);

      anc_cli_print_error (_ ("%1$s: the same file is already in case %2$s: “%3$s”"), item->name, place->reference ?: "–", place->title ?: "");
    }
}

/* Says what was left out, and what is elsewhere too. */
void
anc_report_import_tell_files (const AncImportRun *run)
{
  for (guint i = 0; run->items != NULL && i < run->items->len; i++)
    {
      const AncIntakeItem *item = g_ptr_array_index (run->items, i);
      const char *outcome = anc_words_intake_outcome (anc_intake_outcome_get_name (item->outcome));

      if (item->file != NULL && item->file->places->len > 0)
        tell_places (run, item);
      else if (item->outcome != ANC_INTAKE_STORED)
        anc_cli_print_error (item->message != NULL ? "%s: %s (%s)" : "%s: %s", item->name, outcome, item->message);
    }
}

/* ---- Proposals --------------------------------------------------------------------------------- */

static void
add_part (GString *line,
          AncProposal *proposal,
          AncProposalFieldId id,
          const char *separator)
{
  g_autofree char *value = anc_words_proposal_value (anc_proposal_get_field (proposal, id));

  if (value != NULL)
    g_string_append_printf (line, "%s%s", line->len > 0 ? separator : "", value);
}

static char *
describe (AncProposal *proposal)
{
  static const AncProposalFieldId fields[] = {
    ANC_PROPOSAL_MONTH, ANC_PROPOSAL_DATE, ANC_PROPOSAL_PERSON, ANC_PROPOSAL_EMPLOYER, ANC_PROPOSAL_START, ANC_PROPOSAL_END, ANC_PROPOSAL_HOURS, ANC_PROPOSAL_GROSS, ANC_PROPOSAL_NET
  };
  GString *line = g_string_new (NULL);

  if (anc_proposal_get_problem (proposal) != NULL)
    g_string_append (line, anc_words_reading_problem (anc_proposal_get_problem (proposal)));
  else
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
      add_part (line, proposal, fields[i], ", ");

  return g_string_free (line, FALSE);
}

static void
add_proposal (const AncImportRun *run,
              AncProposal *proposal,
              const AncCaseRows *rows,
              AncPage *page)
{
  AncRecord *document = find_document (run, anc_proposal_get_document_key (proposal));
  const char *title = anc_record_get_text (document, "title");
  g_autofree char *heading = anc_words_labelled (title != NULL ? title : "–", anc_words_proposal_state (anc_proposal_get_state (proposal)));
  g_autofree char *clean = anc_words_clean (heading);
  g_autofree char *line = describe (proposal);
  guint n_issues;
  const AncProposalIssue *issues = anc_proposal_get_issues (proposal, &n_issues);

  anc_page_add (page, 0, MARGIN, ANC_STYLE_BOLD, clean);
  if (*line != '\0')
    anc_page_add (page, MARGIN, 2 * MARGIN, ANC_STYLE_PLAIN, line);
  for (guint i = 0; i < n_issues; i++)
    {
      g_autofree char *issue = anc_words_proposal_issue (proposal, &issues[i], rows);

      anc_page_add (page, 2 * MARGIN, 3 * MARGIN, ANC_STYLE_DIM, issue);
    }
}

static void
add_summary (const AncImportRun *run,
             AncPage *page)
{
  static const AncProposalState states[] = {
    ANC_PROPOSAL_STATE_SURE, ANC_PROPOSAL_STATE_DOUBTFUL, ANC_PROPOSAL_STATE_CONFLICT, ANC_PROPOSAL_STATE_UNREADABLE, ANC_PROPOSAL_STATE_WAITING, ANC_PROPOSAL_STATE_ACCEPTED, ANC_PROPOSAL_STATE_SET_ASIDE
  };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      const guint n = anc_proposal_list_count_state (run->proposals, states[i]);

      if (n > 0)
        g_string_append_printf (line, "%s%u %s", line->len > 0 ? " · " : "", n, anc_words_proposal_state (states[i]));
    }
  anc_page_add (page, 0, MARGIN, ANC_STYLE_PLAIN, line->len > 0 ? line->str : _ ("nothing proposed"));
}

/* Prints what still wants an answer, then how many stand how. */
void
anc_report_import_print (const AncImportRun *run)
{
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (run->a_case);
  g_autoptr (GString) text = g_string_new (NULL);
  AncPage page = { text, anc_cli_get_width (), anc_cli_has_colour () };

  for (guint i = 0; i < anc_proposal_list_get_count (run->proposals); i++)
    {
      AncProposal *proposal = anc_proposal_list_get (run->proposals, i);

      if (anc_proposal_is_open (proposal) || anc_proposal_get_state (proposal) == ANC_PROPOSAL_STATE_UNREADABLE)
        add_proposal (run, proposal, rows, &page);
    }
  add_summary (run, &page);
  fputs (text->str, stdout);
}
