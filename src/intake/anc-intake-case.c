/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-intake-private.h"

#include "anc-references.h"

#include <glib/gi18n.h>
#include <string.h>

/* What came in becomes documents of a case, and what is read is shown in the cases that are open. */

/* ---- Documents --------------------------------------------------------------------------------- */

static AncRecord *
find_document (AncCase *a_case,
               const char *sha256)
{
  AncRecordList *documents = anc_case_get_list (a_case, ANC_TABLE_DOCUMENTS);

  for (guint i = 0; i < anc_record_list_get_count (documents); i++)
    {
      AncRecord *document = anc_record_list_get (documents, i);

      if (g_strcmp0 (anc_record_get_text (document, "sha256"), sha256) == 0)
        return document;
    }

  return NULL;
}

static AncRecord *
make_document (AncCase *a_case,
               const char *id,
               const char *name,
               const char *sha256)
{
  AncRecord *document = anc_case_insert (a_case, ANC_TABLE_DOCUMENTS, G_MAXUINT);
  g_autofree char *base = g_path_get_basename (name);
  const char *dot = strrchr (base, '.');
  g_autofree char *stem = dot != NULL && dot > base ? g_strndup (base, (gsize) (dot - base)) : g_strdup (base);

  anc_record_set_text (document, "id", id);
  anc_record_set_text (document, "title", stem);
  anc_record_set_text (document, "kind", ANC_PROPOSAL_UNSORTED);
  anc_record_set_text (document, "file", base);
  anc_record_set_text (document, "sha256", sha256);

  return document;
}

static AncProposalList *
get_list (AncIntake *self,
          guint index)
{
  return g_weak_ref_get (g_ptr_array_index (self->lists, index));
}

/* Says in the open lists of a case that documents wait, before they are there. */
static void
await (AncIntake *self,
       AncCase *a_case,
       GPtrArray *documents)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      g_autoptr (AncProposalList) list = get_list (self, i);

      if (list == NULL || anc_proposal_list_get_case (list) != a_case)
        continue;
      anc_proposal_list_freeze (list);
      for (guint j = 0; j < documents->len; j++)
        if (!anc_proposal_list_has_document (list, anc_record_get_key (g_ptr_array_index (documents, j))))
          anc_proposal_list_set_waiting (list, anc_record_get_key (g_ptr_array_index (documents, j)));
      anc_proposal_list_thaw (list);
    }
}

/**
 * anc_intake_make_documents:
 * @names: (array zero-terminated=1): what the files were called
 * @sha256s: (array zero-terminated=1): the files
 *
 * Makes documents of the case of files the store has, in one edit. A file that is one already stays that one.
 *
 * Returns: (transfer container) (element-type AncRecord): the document of each file
 */
GPtrArray *
anc_intake_make_documents (AncIntake *self,
                           AncCase *a_case,
                           const char *const *names,
                           const char *const *sha256s)
{
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (a_case);
  g_autofree char *first_id = anc_references_make_id (rows, ANC_TABLE_DOCUMENTS);
  guint64 number = g_ascii_strtoull (first_id + 1, NULL, 10);
  GPtrArray *documents = g_ptr_array_new ();

  anc_case_begin (a_case, N_ ("Add documents"));
  for (guint i = 0; sha256s[i] != NULL; i++)
    {
      AncRecord *document = find_document (a_case, sha256s[i]);

      if (document == NULL)
        {
          g_autofree char *id = g_strdup_printf ("%c%" G_GUINT64_FORMAT, *first_id, number++);

          document = make_document (a_case, id, names[i], sha256s[i]);
        }
      g_ptr_array_add (documents, document);
    }
  anc_case_end (a_case);
  await (self, a_case, documents);

  return documents;
}

/* Has a file read, where nobody did yet. */
static void
read_if_waiting (AncIntake *self,
                 const AncStoredReading *reading)
{
  if (reading->problem == NULL && reading->content == NULL)
    anc_intake_push (self, anc_intake_job_new (self, reading->sha256, reading->title, NULL));
}

/* ---- Open cases -------------------------------------------------------------------------------- */

static void
show_reading (AncProposalList *list,
              gint64 document_key,
              const char *problem,
              const char *content)
{
  if (content != NULL)
    anc_proposal_list_set_reading (list, document_key, content);
  else if (problem != NULL)
    anc_proposal_list_set_unreadable (list, document_key, problem);
  else
    anc_proposal_list_set_waiting (list, document_key);
}

/* Shows what was read of a file in all open cases that have it. */
void
anc_intake_tell_lists (AncIntake *self,
                       const char *sha256,
                       const char *problem,
                       const char *content)
{
  for (guint i = self->lists->len; i > 0; i--)
    {
      g_autoptr (AncProposalList) list = get_list (self, i - 1);
      AncRecord *document = list != NULL ? find_document (anc_proposal_list_get_case (list), sha256) : NULL;

      if (list == NULL)
        g_ptr_array_remove_index_fast (self->lists, i - 1);
      else if (document != NULL)
        show_reading (list, anc_record_get_key (document), problem, content);
    }
}

static void
decided_cb (AncProposalList *list,
            AncProposal *proposal,
            gpointer user_data)
{
  AncIntake *self = user_data;
  g_autofree char *decision = anc_proposal_list_dup_decision (list, proposal);

  if (!self->is_stopped)
    anc_store_set_decision_async (self->store,
                                  anc_case_get_key (anc_proposal_list_get_case (list)),
                                  anc_proposal_get_document_key (proposal),
                                  anc_proposal_get_slip (proposal),
                                  decision,
                                  NULL,
                                  NULL,
                                  NULL);
}

/* What came in when the program last ended, or was written by another one, becomes documents now. */
static void
settle_arrivals (AncIntake *self,
                 AncProposalList *list,
                 const AncCaseReadings *readings)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) sha256s = g_ptr_array_new ();
  g_autoptr (GPtrArray) documents = NULL;

  for (guint i = 0; i < readings->arrivals->len; i++)
    {
      const AncStoredReading *arrival = g_ptr_array_index (readings->arrivals, i);

      g_ptr_array_add (names, arrival->title);
      g_ptr_array_add (sha256s, arrival->sha256);
    }
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (sha256s, NULL);

  documents = anc_intake_make_documents (self, anc_proposal_list_get_case (list), (const char *const *) names->pdata, (const char *const *) sha256s->pdata);
  for (guint i = 0; i < documents->len; i++)
    {
      const AncStoredReading *arrival = g_ptr_array_index (readings->arrivals, i);

      show_reading (list, anc_record_get_key (g_ptr_array_index (documents, i)), arrival->problem, arrival->content);
      read_if_waiting (self, arrival);
    }
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AncIntake *self = g_task_get_source_object (task);
  AncCase *a_case = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (AncCaseReadings) readings = anc_store_load_readings_finish (ANC_STORE (source), result, &error);
  AncProposalList *list;
  GWeakRef *weak;

  if (readings == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  list = anc_proposal_list_new (a_case);
  anc_proposal_list_freeze (list);
  for (guint i = 0; i < readings->decisions->len; i++)
    {
      const AncStoredDecision *decision = g_ptr_array_index (readings->decisions, i);

      anc_proposal_list_set_decision (list, decision->document_key, decision->slip, decision->content);
    }
  for (guint i = 0; i < readings->readings->len; i++)
    {
      const AncStoredReading *reading = g_ptr_array_index (readings->readings, i);

      show_reading (list, reading->document_key, reading->problem, reading->content);
      read_if_waiting (self, reading);
    }
  settle_arrivals (self, list, readings);
  anc_proposal_list_thaw (list);

  g_signal_connect_object (list, "decided", G_CALLBACK (decided_cb), self, 0);
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, list);
  g_ptr_array_add (self->lists, weak);
  anc_intake_read_next (self);
  g_task_return_pointer (task, list, g_object_unref);
}

/**
 * anc_intake_open_case_async:
 * @self: an intake
 * @a_case: a live case of the store
 *
 * Makes the list of its proposals, which follows the case and the reading as long as someone holds it. What
 * came in for the case and is no document yet becomes one, in one edit; what waits is read.
 */
void
anc_intake_open_case_async (AncIntake *self,
                            AncCase *a_case,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;

  g_return_if_fail (ANC_IS_INTAKE (self));
  g_return_if_fail (ANC_IS_CASE (a_case));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, anc_intake_open_case_async);
  g_task_set_task_data (task, g_object_ref (a_case), g_object_unref);
  anc_store_load_readings_async (self->store, anc_case_get_key (a_case), cancellable, loaded_cb, task);
}

/* Returns: (transfer full) (nullable): the proposals of the case */
AncProposalList *
anc_intake_open_case_finish (AncIntake *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
