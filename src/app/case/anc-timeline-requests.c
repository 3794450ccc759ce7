/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-requests.h"

#include "anc-case-edits.h"
#include "anc-month-proofs.h"

#include <glib/gi18n.h>

/* ---- What an item or lane stands for ------------------------------------------------------- */

static AncRecord *
find_record (AncDesk *desk,
             AncTimelineItem *item)
{
  return anc_case_find (anc_desk_get_case (desk), anc_timeline_item_get_key (item));
}

/* The presence since the entry is a field of the case rather than a record of a list. */
static gboolean
is_presence (AncDesk *desk,
             AncRecord *record)
{
  return record == anc_case_get_head (anc_desk_get_case (desk));
}

static void
set_entry (AncDesk *desk,
           AncDate date)
{
  AncCase *a_case = anc_desk_get_case (desk);
  AncRecord *head = anc_case_get_head (a_case);

  anc_case_begin (a_case, N_ ("Change the entry into France"));
  if (date != ANC_DATE_NONE)
    anc_record_set_integer (head, "entry_date", date);
  else
    anc_record_unset (head, "entry_date");
  anc_case_end (a_case);
}

/* ---- Requests ------------------------------------------------------------------------------ */

static gboolean
is_complete (AncRecord *job)
{
  return anc_record_get_text (job, "employer") != NULL && anc_record_get_text (job, "contract") != NULL;
}

/* Where something is still to be said that the count needs, its form opens. */
static void
create_cb (AncTimeline *timeline,
           AncTimelineLane *lane,
           int start,
           int end,
           AncDesk *desk)
{
  AncCase *a_case = anc_desk_get_case (desk);
  AncRecord *record;

  if (lane != NULL && anc_timeline_lane_get_kind (lane) == ANC_LANE_ABSENCES)
    anc_case_edit_add_span (a_case, ANC_TABLE_ABSENCES, start, end);
  else if (lane != NULL && anc_timeline_lane_get_kind (lane) == ANC_LANE_STAYS)
    anc_desk_edit (desk, anc_case_edit_add_span (a_case, ANC_TABLE_STAYS, start, end));
  else
    {
      record = anc_case_edit_add_job (a_case,
                                      lane != NULL ? anc_case_find (a_case, anc_timeline_lane_get_key (lane)) : NULL,
                                      start,
                                      end);
      if (!is_complete (record))
        anc_desk_edit (desk, record);
    }
}

static void
change_cb (AncTimeline *timeline,
           AncTimelineItem *item,
           int start,
           int end,
           AncDesk *desk)
{
  AncRecord *record = find_record (desk, item);

  if (record == NULL)
    return;
  if (is_presence (desk, record))
    set_entry (desk, start);
  else
    anc_case_edit_set_span (anc_desk_get_case (desk), record, start, end);
}

static void
split_cb (AncTimeline *timeline,
          AncTimelineItem *item,
          int date,
          AncDesk *desk)
{
  AncRecord *record = find_record (desk, item);

  if (record != NULL && !is_presence (desk, record))
    anc_case_edit_split (anc_desk_get_case (desk), record, date);
}

static void
duplicate_cb (AncTimeline *timeline,
              AncTimelineItem *item,
              int start,
              int end,
              AncDesk *desk)
{
  AncRecord *record = find_record (desk, item);

  if (record != NULL && !is_presence (desk, record))
    anc_case_edit_duplicate (anc_desk_get_case (desk), record, start, end);
}

static void
delete_cb (AncTimeline *timeline,
           AncTimelineItem *item,
           AncDesk *desk)
{
  AncRecord *record = find_record (desk, item);

  if (record == NULL)
    return;
  if (is_presence (desk, record))
    set_entry (desk, ANC_DATE_NONE);
  else
    anc_desk_delete (desk, record);
}

static void
edit_cb (AncTimeline *timeline,
         AncTimelineItem *item,
         AncDesk *desk)
{
  AncRecord *record = find_record (desk, item);

  if (record == NULL)
    return;
  if (is_presence (desk, record))
    anc_desk_show (desk, "person", "entry_date");
  else
    anc_desk_edit (desk, record);
}

static void
edit_lane_cb (AncTimeline *timeline,
              AncTimelineLane *lane,
              AncDesk *desk)
{
  AncRecord *record = anc_case_find (anc_desk_get_case (desk), anc_timeline_lane_get_key (lane));

  if (record != NULL)
    anc_desk_edit (desk, record);
  else if (anc_timeline_lane_get_kind (lane) != ANC_LANE_JOBS)
    anc_desk_show (desk, "person", anc_timeline_lane_get_kind (lane) == ANC_LANE_STAYS ? "stays" : "absences");
}

static void
filing_date_cb (AncTimeline *timeline,
                int date,
                AncDesk *desk)
{
  anc_evaluator_set_filing_date (anc_desk_get_evaluator (desk), CLAMP (date, ANC_DATE_MIN, ANC_DATE_MAX));
}

static AncRecord *
find_payslip (AncDesk *desk,
              AncRecord *job,
              AncMonth month)
{
  AncRecordList *payslips = anc_case_get_list (anc_desk_get_case (desk), ANC_TABLE_PAYSLIPS);

  for (guint i = 0; i < anc_record_list_get_count (payslips); i++)
    {
      AncRecord *payslip = anc_record_list_get (payslips, i);

      if (g_strcmp0 (anc_record_get_text (payslip, "job"), anc_record_get_text (job, "id")) == 0
          && anc_record_get_integer (payslip, "month", ANC_MONTH_NONE) == month)
        return payslip;
    }

  return NULL;
}

static void
month_cb (AncTimeline *timeline,
          AncTimelineItem *item,
          int month,
          AncDesk *desk)
{
  AncRecord *job, *payslip;

  if (item == NULL)
    {
      anc_month_proofs_present_month (desk, month, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (timeline))));
      return;
    }

  job = find_record (desk, item);
  if (job == NULL || anc_record_get_table (job)->id != ANC_TABLE_JOBS)
    return;

  payslip = find_payslip (desk, job, month);
  if (payslip == NULL)
    payslip = anc_case_edit_add_payslip (anc_desk_get_case (desk), job, month);
  anc_month_proofs_show_payslip (desk, payslip);
}

/**
 * anc_timeline_requests_connect:
 * @timeline: shows what an #AncTimelineFeed of @desk gives
 * @desk: the desk of the case
 */
void
anc_timeline_requests_connect (AncTimeline *timeline,
                               AncDesk *desk)
{
  g_return_if_fail (ANC_IS_TIMELINE (timeline));
  g_return_if_fail (ANC_IS_DESK (desk));

  g_signal_connect_object (timeline, "create-requested", G_CALLBACK (create_cb), desk, 0);
  g_signal_connect_object (timeline, "change-requested", G_CALLBACK (change_cb), desk, 0);
  g_signal_connect_object (timeline, "split-requested", G_CALLBACK (split_cb), desk, 0);
  g_signal_connect_object (timeline, "duplicate-requested", G_CALLBACK (duplicate_cb), desk, 0);
  g_signal_connect_object (timeline, "delete-requested", G_CALLBACK (delete_cb), desk, 0);
  g_signal_connect_object (timeline, "edit-requested", G_CALLBACK (edit_cb), desk, 0);
  g_signal_connect_object (timeline, "edit-lane-requested", G_CALLBACK (edit_lane_cb), desk, 0);
  g_signal_connect_object (timeline, "filing-date-requested", G_CALLBACK (filing_date_cb), desk, 0);
  g_signal_connect_object (timeline, "month-activated", G_CALLBACK (month_cb), desk, 0);
}
