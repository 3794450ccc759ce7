/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-feed.h"

#include "anc-case-edits.h"
#include "anc-criterion.h"
#include "anc-record-summary.h"
#include "anc-record-words.h"
#include "anc-timeline-lane.h"
#include "anc-timeline-months.h"
#include "anc-words.h"

#include <glib/gi18n.h>

struct _AncTimelineFeed
{
  GObject parent_instance;

  AncDesk *desk;
  GListStore *lanes; /* of AncTimelineLane: stays, then absences, then employers */
  AncTimelineCount *count;
  AncCaseReview *review; /* of the last update */
  AncDate last_day;      /* up to which jobs that go on have months */
  gboolean has_count;
};

G_DEFINE_FINAL_TYPE (AncTimelineFeed, anc_timeline_feed, G_TYPE_OBJECT)

static guint count_changed_signal;

/* ---- Keeping models in step ---------------------------------------------------------------- */

static AncTimelineItem *
find_item (GListStore *items,
           gint64 key,
           guint *index)
{
  for (*index = 0; *index < g_list_model_get_n_items (G_LIST_MODEL (items)); (*index)++)
    {
      g_autoptr (AncTimelineItem) item = g_list_model_get_item (G_LIST_MODEL (items), *index);

      if (anc_timeline_item_get_key (item) == key)
        return g_steal_pointer (&item);
    }

  return NULL;
}

/* Puts the item of this key at @index, the one there is if there is one. */
static AncTimelineItem *
place_item (GListStore *items,
            guint index,
            gint64 key,
            AncDate start,
            AncDate end,
            const char *title)
{
  guint at;
  AncTimelineItem *item = find_item (items, key, &at);

  if (item != NULL && at == index)
    {
      anc_timeline_item_set_start (item, start);
      anc_timeline_item_set_end (item, end);
      anc_timeline_item_set_title (item, title);
      return item;
    }

  if (item != NULL)
    g_list_store_remove (items, at);
  else
    item = anc_timeline_item_new (key, start, end, title);
  anc_timeline_item_set_start (item, start);
  anc_timeline_item_set_end (item, end);
  anc_timeline_item_set_title (item, title);
  g_list_store_insert (items, index, item);

  return item;
}

static void
cut (GListStore *store,
     guint n)
{
  const guint old = g_list_model_get_n_items (G_LIST_MODEL (store));

  if (old > n)
    g_list_store_splice (store, n, old - n, NULL, 0);
}

static AncTimelineLane *
find_lane (AncTimelineFeed *self,
           AncLaneKind kind,
           gint64 key,
           guint *index)
{
  for (*index = 0; *index < g_list_model_get_n_items (G_LIST_MODEL (self->lanes)); (*index)++)
    {
      g_autoptr (AncTimelineLane) lane = g_list_model_get_item (G_LIST_MODEL (self->lanes), *index);

      if (anc_timeline_lane_get_kind (lane) == kind && anc_timeline_lane_get_key (lane) == key)
        return g_steal_pointer (&lane);
    }

  return NULL;
}

static AncTimelineLane *
place_lane (AncTimelineFeed *self,
            guint index,
            AncLaneKind kind,
            gint64 key,
            const char *title)
{
  guint at;
  AncTimelineLane *lane = find_lane (self, kind, key, &at);

  if (lane == NULL)
    {
      g_autoptr (GListStore) items = g_list_store_new (ANC_TYPE_TIMELINE_ITEM);

      lane = anc_timeline_lane_new (kind, key, title, G_LIST_MODEL (items));
    }
  else if (at == index)
    {
      anc_timeline_lane_set_title (lane, title);
      return lane;
    }
  else
    g_list_store_remove (self->lanes, at);

  anc_timeline_lane_set_title (lane, title);
  g_list_store_insert (self->lanes, index, lane);
  return lane;
}

/* ---- Stays and absences -------------------------------------------------------------------- */

static AncDate
get_date (AncRecord *record,
          const char *column)
{
  return (AncDate) anc_record_get_integer (record, column, ANC_DATE_NONE);
}

/* An end before the start is told beside its field; here the first day stands for both. */
static AncDate
get_end (AncRecord *record)
{
  const AncDate end = get_date (record, "end");

  return end != ANC_DATE_NONE ? MAX (end, get_date (record, "start")) : ANC_DATE_NONE;
}

static guint
place_spans (AncTimelineFeed *self,
             GListStore *items,
             guint n,
             AncTableId table,
             AncPattern pattern)
{
  AncCase *a_case = anc_desk_get_case (self->desk);
  AncRecordList *list = anc_case_get_list (a_case, table);

  for (guint i = 0; i < anc_record_list_get_count (list); i++)
    {
      AncRecord *record = anc_record_list_get (list, i);
      g_autofree char *title = table == ANC_TABLE_ABSENCES ? g_strdup (anc_words_record_kind (table))
                                                           : anc_record_summarise (a_case, record, NULL);
      g_autoptr (AncTimelineItem) item = NULL;

      if (get_date (record, "start") == ANC_DATE_NONE)
        continue;
      item = place_item (items, n++, anc_record_get_key (record), get_date (record, "start"), get_end (record), title);
      anc_timeline_item_set_pattern (item, pattern);
    }

  return n;
}

static void
update_stays (AncTimelineFeed *self)
{
  AncRecord *head = anc_case_get_head (anc_desk_get_case (self->desk));
  const AncDate entry = get_date (head, "entry_date");
  g_autoptr (AncTimelineLane) lane = place_lane (self, 0, ANC_LANE_STAYS, 0, anc_words_table (ANC_TABLE_STAYS));
  GListStore *items = G_LIST_STORE (anc_timeline_lane_get_items (lane));
  guint n = 0;

  if (entry != ANC_DATE_NONE)
    {
      g_autofree char *date = anc_words_date (entry);
      g_autofree char *subtitle = g_strdup_printf (_ ("in France since %s"), date);
      g_autoptr (AncTimelineItem) item = place_item (items, n++, anc_record_get_key (head), entry, ANC_DATE_NONE, _ ("In France"));

      anc_timeline_lane_set_subtitle (lane, subtitle);
    }
  else
    anc_timeline_lane_set_subtitle (lane, _ ("entry not recorded"));

  cut (items, place_spans (self, items, n, ANC_TABLE_STAYS, ANC_PATTERN_STRIPES));
}

/* Returns how many lanes stand before those of the employers. */
static guint
update_absences (AncTimelineFeed *self)
{
  g_autoptr (AncTimelineLane) lane = NULL;
  GListStore *items;

  if (anc_record_list_get_count (anc_case_get_list (anc_desk_get_case (self->desk), ANC_TABLE_ABSENCES)) == 0)
    return 1;

  lane = place_lane (self, 1, ANC_LANE_ABSENCES, 0, anc_words_table (ANC_TABLE_ABSENCES));
  items = G_LIST_STORE (anc_timeline_lane_get_items (lane));
  cut (items, place_spans (self, items, 0, ANC_TABLE_ABSENCES, ANC_PATTERN_PLAIN));
  return 2;
}

/* ---- Employers ----------------------------------------------------------------------------- */

static AncPattern
get_pattern (AncRecord *job)
{
  const char *contract = anc_record_get_text (job, "contract");

  for (guint i = 0; anc_contract_names[i] != NULL; i++)
    if (g_strcmp0 (anc_contract_names[i], contract) == 0)
      return anc_pattern_for_contract (i);

  return ANC_PATTERN_HOLLOW;
}

static char *
name_job (AncRecord *job)
{
  const char *label = anc_record_get_text (job, "occupation_label");

  return g_strdup (label != NULL && *label != '\0' ? label : _ ("Job"));
}

static char *
detail_job (AncRecord *job)
{
  const AncTable *table = anc_record_get_table (job);
  const AncAmount hours = anc_record_get_integer (job, "weekly_hours", ANC_AMOUNT_NONE);
  const guint column = anc_table_find_column (table, "contract");
  g_autofree char *contract = anc_words_value (table, &table->columns[column], anc_record_get_value (job, column));
  g_autofree char *words = hours != ANC_AMOUNT_NONE ? anc_words_hours (hours) : NULL;

  if (contract != NULL && words != NULL)
    return g_strdup_printf ("%s · %s", contract, words);

  return contract != NULL ? g_steal_pointer (&contract) : g_steal_pointer (&words);
}

static void
place_job (AncTimelineFeed *self,
           GListStore *items,
           guint index,
           AncRecord *job,
           const AncPayslipIndex *payslips)
{
  const AncDate start = get_date (job, "start");
  const AncDate end = get_end (job);
  g_autofree char *title = name_job (job);
  g_autofree char *detail = detail_job (job);
  g_autoptr (AncTimelineItem) item = place_item (items, index, anc_record_get_key (job), start, end, title);

  anc_timeline_item_set_detail (item, detail);
  anc_timeline_item_set_pattern (item, get_pattern (job));
  anc_payslip_index_set_months (payslips, item, job, end != ANC_DATE_NONE ? end : MAX (start, self->last_day));
}

/* Jobs whose employer is not recorded, or no longer there, stand together in a lane of the key 0. */
static gboolean
is_of (AncTimelineFeed *self,
       AncRecord *job,
       AncRecord *employer)
{
  AncCase *a_case = anc_desk_get_case (self->desk);

  return anc_case_find_by_id (a_case, ANC_TABLE_EMPLOYERS, anc_record_get_text (job, "employer")) == employer;
}

static guint
place_jobs (AncTimelineFeed *self,
            AncTimelineLane *lane,
            AncRecord *employer,
            const AncPayslipIndex *payslips)
{
  AncRecordList *jobs = anc_case_get_list (anc_desk_get_case (self->desk), ANC_TABLE_JOBS);
  GListStore *items = G_LIST_STORE (anc_timeline_lane_get_items (lane));
  AncRecord *last = NULL;
  guint n = 0;

  for (guint i = 0; i < anc_record_list_get_count (jobs); i++)
    {
      AncRecord *job = anc_record_list_get (jobs, i);

      if (get_date (job, "start") == ANC_DATE_NONE || !is_of (self, job, employer))
        continue;
      place_job (self, items, n++, job, payslips);
      last = job;
    }
  cut (items, n);
  anc_timeline_lane_set_subtitle (lane, last != NULL ? anc_record_get_text (last, "occupation_label") : NULL);

  return n;
}

static gboolean
has_homeless_jobs (AncTimelineFeed *self)
{
  AncRecordList *jobs = anc_case_get_list (anc_desk_get_case (self->desk), ANC_TABLE_JOBS);

  for (guint i = 0; i < anc_record_list_get_count (jobs); i++)
    if (get_date (anc_record_list_get (jobs, i), "start") != ANC_DATE_NONE
        && is_of (self, anc_record_list_get (jobs, i), NULL))
      return TRUE;

  return FALSE;
}

static void
update_employers (AncTimelineFeed *self,
                  guint n)
{
  AncCase *a_case = anc_desk_get_case (self->desk);
  AncRecordList *employers = anc_case_get_list (a_case, ANC_TABLE_EMPLOYERS);
  g_autoptr (AncPayslipIndex) payslips = anc_payslip_index_new (a_case,
                                                                anc_evaluator_get_review (anc_desk_get_evaluator (self->desk)));

  for (guint i = 0; i < anc_record_list_get_count (employers); i++)
    {
      AncRecord *employer = anc_record_list_get (employers, i);
      const char *name = anc_record_get_text (employer, "name");
      g_autoptr (AncTimelineLane) lane = place_lane (self,
                                                     n++,
                                                     ANC_LANE_JOBS,
                                                     anc_record_get_key (employer),
                                                     name != NULL && *name != '\0' ? name : _ ("Employer without a name"));

      anc_timeline_lane_set_color (lane, i);
      place_jobs (self, lane, employer, payslips);
    }
  if (has_homeless_jobs (self))
    {
      g_autoptr (AncTimelineLane) lane = place_lane (self, n++, ANC_LANE_JOBS, 0, _ ("Employer not recorded"));

      anc_timeline_lane_set_color (lane, anc_record_list_get_count (employers));
      place_jobs (self, lane, NULL, payslips);
    }
  cut (self->lanes, n);
}

/* ---- The count ----------------------------------------------------------------------------- */

static AncMonthState
get_state (const AncFinding *finding,
           AncMonth month)
{
  if (finding == NULL || month < finding->first_month || month >= finding->first_month + (AncMonth) finding->n_months)
    return ANC_MONTH_EMPTY;

  return finding->months[month - finding->first_month];
}

static void
update_states (AncTimelineFeed *self,
               const AncFinding *finding)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lanes)); i++)
    {
      g_autoptr (AncTimelineLane) lane = g_list_model_get_item (G_LIST_MODEL (self->lanes), i);
      GListModel *items = anc_timeline_lane_get_items (lane);

      for (guint j = 0; j < g_list_model_get_n_items (items); j++)
        {
          g_autoptr (AncTimelineItem) item = g_list_model_get_item (items, j);
          GListModel *months = anc_timeline_item_get_months (item);

          for (guint k = 0; months != NULL && k < g_list_model_get_n_items (months); k++)
            {
              g_autoptr (AncTimelineMonth) month = g_list_model_get_item (months, k);

              anc_timeline_month_set_state (month, get_state (finding, anc_timeline_month_get_month (month)));
            }
        }
    }
}

static void
fill_count (AncTimelineFeed *self,
            const AncVerdict *verdict,
            const AncCriterion *criterion,
            const AncFinding *finding)
{
  const AncLanguage language = anc_words_get_language ();
  g_autofree AncMonthState *states = g_new (AncMonthState, finding->n_months);
  const gboolean in_months = criterion->kind->unit == ANC_UNIT_MONTHS && finding->required != ANC_AMOUNT_NONE;
  const AncTimelineTotals totals = {
    .title = criterion->title.in[language],
    .subtitle = verdict->regime->title.in[language],
    .window_start = finding->window_start,
    .window_end = finding->window_end,
    .n_counted = anc_finding_count_months (finding, ANC_MONTH_COUNTED),
    .n_arguable = anc_finding_count_months (finding, ANC_MONTH_ARGUABLE),
    .n_declared = anc_finding_count_months (finding, ANC_MONTH_DECLARED),
    .n_required = in_months ? (guint) (finding->required / ANC_AMOUNT_UNIT) : 0,
  };

  for (guint i = 0; i < finding->n_months; i++)
    states[i] = finding->months[i];
  anc_timeline_count_set_totals (self->count, &totals);
  anc_timeline_count_set_states (self->count, finding->first_month, states, finding->n_months);
}

static void
update_count (AncTimelineFeed *self)
{
  const AncCriterion *criterion;
  const AncVerdict *verdict = anc_desk_get_chosen (self->desk, &criterion);
  const AncFinding *finding = criterion != NULL ? &verdict->findings[criterion->index] : NULL;

  if (finding != NULL)
    fill_count (self, verdict, criterion, finding);
  update_states (self, finding);
  if (self->has_count == (finding != NULL))
    return;

  self->has_count = finding != NULL;
  g_signal_emit (self, count_changed_signal, 0);
}

/* ---- Following ----------------------------------------------------------------------------- */

static void
update (AncTimelineFeed *self)
{
  AncEvaluator *evaluator = anc_desk_get_evaluator (self->desk);
  AncCaseReview *review = anc_evaluator_get_review (evaluator);
  const AncDate last_day = MAX (anc_desk_get_today (self->desk), anc_evaluator_get_filing_date (evaluator));

  if (review != self->review || anc_date_get_month (last_day) != anc_date_get_month (self->last_day))
    {
      g_clear_pointer (&self->review, anc_case_review_unref);
      self->review = anc_case_review_ref (review);
      self->last_day = last_day;
      update_stays (self);
      update_employers (self, update_absences (self));
    }
  update_count (self);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_timeline_feed_dispose (GObject *object)
{
  AncTimelineFeed *self = ANC_TIMELINE_FEED (object);

  g_clear_object (&self->lanes);
  g_clear_object (&self->count);
  g_clear_pointer (&self->review, anc_case_review_unref);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_timeline_feed_parent_class)->dispose (object);
}

static void
anc_timeline_feed_class_init (AncTimelineFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_timeline_feed_dispose;

  /**
   * AncTimelineFeed::count-changed:
   *
   * There is a count now where there was none, or the other way.
   */
  count_changed_signal = g_signal_new ("count-changed", ANC_TYPE_TIMELINE_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
anc_timeline_feed_init (AncTimelineFeed *self)
{
  self->lanes = g_list_store_new (ANC_TYPE_TIMELINE_LANE);
  self->count = anc_timeline_count_new ("");
  self->last_day = ANC_DATE_MIN;
}

/**
 * anc_timeline_feed_new:
 * @desk: the desk of the case
 *
 * Returns: (transfer full): the models, which follow the case, the filing date and the chosen criterion
 */
AncTimelineFeed *
anc_timeline_feed_new (AncDesk *desk)
{
  AncTimelineFeed *self;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);

  self = g_object_new (ANC_TYPE_TIMELINE_FEED, NULL);
  self->desk = g_object_ref (desk);
  update (self);
  g_signal_connect_object (anc_desk_get_evaluator (desk), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "chosen", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * anc_timeline_feed_get_lanes:
 *
 * Returns: (transfer none): of #AncTimelineLane
 */
GListModel *
anc_timeline_feed_get_lanes (AncTimelineFeed *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_FEED (self), NULL);

  return G_LIST_MODEL (self->lanes);
}

/**
 * anc_timeline_feed_get_count:
 *
 * Returns: (transfer none) (nullable): %NULL where no regime that applies counts months
 */
AncTimelineCount *
anc_timeline_feed_get_count (AncTimelineFeed *self)
{
  g_return_val_if_fail (ANC_IS_TIMELINE_FEED (self), NULL);

  return self->has_count ? self->count : NULL;
}
