/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-months.h"

#include "anc-case-edits.h"
#include "anc-record-summary.h"
#include "anc-words.h"

struct _AncPayslipIndex
{
  AncCase *a_case;
  GHashTable *jobs;     /* from the id of a job to a GPtrArray of its payslips, by month */
  GHashTable *problems; /* from the key of a payslip to the first sentence about it */
};

static AncMonth
get_month (AncRecord *payslip)
{
  return (AncMonth) anc_record_get_integer (payslip, "month", ANC_MONTH_NONE);
}

static int
compare_months (gconstpointer a,
                gconstpointer b)
{
  const AncMonth first = get_month (*(AncRecord *const *) a);
  const AncMonth second = get_month (*(AncRecord *const *) b);

  return (first > second) - (first < second);
}

static void
add_payslip (AncPayslipIndex *self,
             AncRecord *payslip)
{
  const char *job = anc_record_get_text (payslip, "job");
  GPtrArray *payslips;

  if (job == NULL || get_month (payslip) == ANC_MONTH_NONE)
    return;

  payslips = g_hash_table_lookup (self->jobs, job);
  if (payslips == NULL)
    {
      payslips = g_ptr_array_new ();
      g_hash_table_insert (self->jobs, g_strdup (job), payslips);
    }
  g_ptr_array_add (payslips, payslip);
}

static void
add_problem (AncPayslipIndex *self,
             const AncCaseFinding *finding)
{
  if (finding->row == NULL || finding->row->table->id != ANC_TABLE_PAYSLIPS
      || g_hash_table_contains (self->problems, &finding->row->key))
    return;

  g_hash_table_insert (self->problems,
                       g_memdup2 (&finding->row->key, sizeof finding->row->key),
                       anc_words_problem (&finding->problem));
}

/**
 * anc_payslip_index_new:
 *
 * Returns: (transfer full): the payslips of @a_case, which must not change meanwhile
 */
AncPayslipIndex *
anc_payslip_index_new (AncCase *a_case,
                       const AncCaseReview *review)
{
  AncPayslipIndex *self = g_new0 (AncPayslipIndex, 1);
  AncRecordList *payslips = anc_case_get_list (a_case, ANC_TABLE_PAYSLIPS);
  GHashTableIter iter;
  gpointer of_job;

  self->a_case = a_case;
  self->jobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->problems = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < anc_record_list_get_count (payslips); i++)
    add_payslip (self, anc_record_list_get (payslips, i));
  for (guint i = 0; i < anc_case_review_get_count (review); i++)
    add_problem (self, anc_case_review_get (review, i));
  g_hash_table_iter_init (&iter, self->jobs);
  while (g_hash_table_iter_next (&iter, NULL, &of_job))
    g_ptr_array_sort (of_job, compare_months);

  return self;
}

void
anc_payslip_index_free (AncPayslipIndex *self)
{
  g_hash_table_unref (self->jobs);
  g_hash_table_unref (self->problems);
  g_free (self);
}

/* ---- Months of one job --------------------------------------------------------------------- */

static char *
dup_source (const AncPayslipIndex *self,
            AncRecord *payslip)
{
  AncRecord *document = anc_case_find_by_id (self->a_case, ANC_TABLE_DOCUMENTS, anc_record_get_text (payslip, "document"));
  const char *title = document != NULL ? anc_record_get_text (document, "title") : NULL;
  g_autofree char *detail = NULL;
  g_autofree char *name = anc_record_summarise (self->a_case, payslip, &detail);

  if (title != NULL && *detail != '\0')
    return g_strdup_printf ("%s · %s", title, detail);
  if (title != NULL || *detail != '\0')
    return g_strdup (title != NULL ? title : detail);

  return NULL;
}

/* The payslips of this month, from *@next on; several are one cell. */
static void
fill_month (const AncPayslipIndex *self,
            AncTimelineMonth *month,
            GPtrArray *payslips,
            guint *next)
{
  g_autofree char *source = NULL;
  const char *problem = NULL;
  AncEvidence evidence = ANC_EVIDENCE_DECLARED;

  while (payslips != NULL && *next < payslips->len && get_month (payslips->pdata[*next]) == anc_timeline_month_get_month (month))
    {
      AncRecord *payslip = payslips->pdata[(*next)++];
      const gint64 key = anc_record_get_key (payslip);

      evidence = ANC_EVIDENCE_PAYSLIP;
      if (source == NULL)
        source = dup_source (self, payslip);
      if (problem == NULL)
        problem = g_hash_table_lookup (self->problems, &key);
    }

  anc_timeline_month_set_evidence (month, evidence);
  anc_timeline_month_set_source (month, source);
  anc_timeline_month_set_contradiction (month, problem);
}

static gboolean
is_in_job (AncRecord *job,
           AncMonth month,
           AncDate last_day)
{
  const AncDate start = (AncDate) anc_record_get_integer (job, "start", ANC_DATE_NONE);

  return start != ANC_DATE_NONE && month >= anc_date_get_month (start) && month <= anc_date_get_month (last_day);
}

/* Those of the job, and those of payslips outside it, which is what is wrong with them. */
static GArray *
list_months (AncRecord *job,
             GPtrArray *payslips,
             AncDate last_day)
{
  GArray *months = g_array_new (FALSE, FALSE, sizeof (AncMonth));
  const AncDate start = (AncDate) anc_record_get_integer (job, "start", ANC_DATE_NONE);
  guint next = 0;

  for (; payslips != NULL && next < payslips->len && get_month (payslips->pdata[next]) < anc_date_get_month (start); next++)
    {
      const AncMonth month = get_month (payslips->pdata[next]);

      if (months->len == 0 || g_array_index (months, AncMonth, months->len - 1) != month)
        g_array_append_val (months, month);
    }
  for (AncMonth month = anc_date_get_month (start); month <= anc_date_get_month (last_day); month++)
    g_array_append_val (months, month);
  for (; payslips != NULL && next < payslips->len; next++)
    {
      const AncMonth month = get_month (payslips->pdata[next]);

      if (!is_in_job (job, month, last_day) && (months->len == 0 || g_array_index (months, AncMonth, months->len - 1) < month))
        g_array_append_val (months, month);
    }

  return months;
}

static gboolean
has_months (GListModel *model,
            GArray *months)
{
  if (model == NULL || g_list_model_get_n_items (model) != months->len)
    return FALSE;

  for (guint i = 0; i < months->len; i++)
    {
      g_autoptr (AncTimelineMonth) month = g_list_model_get_item (model, i);

      if (anc_timeline_month_get_month (month) != g_array_index (months, AncMonth, i))
        return FALSE;
    }

  return TRUE;
}

static GListModel *
create_months (GArray *months)
{
  GListStore *model = g_list_store_new (ANC_TYPE_TIMELINE_MONTH);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < months->len; i++)
    g_ptr_array_add (all, anc_timeline_month_new (g_array_index (months, AncMonth, i), ANC_EVIDENCE_DECLARED));
  g_list_store_splice (model, 0, 0, all->pdata, all->len);

  return G_LIST_MODEL (model);
}

/**
 * anc_payslip_index_set_months:
 * @item: the item of a job that has a start
 * @job: the job
 * @last_day: its last day, or that up to which one that goes on is shown
 *
 * Gives @item its months and what each rests on. The states the engine gave are left as they are.
 */
void
anc_payslip_index_set_months (const AncPayslipIndex *self,
                              AncTimelineItem *item,
                              AncRecord *job,
                              AncDate last_day)
{
  const char *id = anc_record_get_text (job, "id");
  GPtrArray *payslips = id != NULL ? g_hash_table_lookup (self->jobs, id) : NULL;
  g_autoptr (GArray) months = list_months (job, payslips, last_day);
  guint next = 0;

  if (!has_months (anc_timeline_item_get_months (item), months))
    {
      g_autoptr (GListModel) model = create_months (months);

      anc_timeline_item_set_months (item, model);
    }
  for (guint i = 0; i < months->len; i++)
    {
      g_autoptr (AncTimelineMonth) month = g_list_model_get_item (anc_timeline_item_get_months (item), i);

      fill_month (self, month, payslips, &next);
    }
}
