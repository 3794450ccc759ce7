/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-timeline-sample.h"

AncDate
anc_timeline_sample_date (const char *text)
{
  AncDate date;

  if (*text == '\0')
    return ANC_DATE_NONE;
  if (!anc_date_parse (text, &date))
    g_error ("%s is no date", text);

  return date;
}

static AncTimelineSample *
create_empty (const char *filing)
{
  AncTimelineSample *self = g_new0 (AncTimelineSample, 1);

  self->lanes = g_list_store_new (ANC_TYPE_TIMELINE_LANE);
  self->log = g_string_new (NULL);
  self->filing_date = anc_timeline_sample_date (filing);
  return self;
}

static AncTimelineLane *
add_lane (AncTimelineSample *self,
          AncLaneKind kind,
          const char *title,
          const char *subtitle,
          guint color)
{
  g_autoptr (GListStore) items = g_list_store_new (ANC_TYPE_TIMELINE_ITEM);
  AncTimelineLane *lane = anc_timeline_lane_new (kind, ++self->last_key, title, G_LIST_MODEL (items));

  anc_timeline_lane_set_subtitle (lane, subtitle);
  anc_timeline_lane_set_color (lane, color);
  g_list_store_append (self->lanes, lane);
  g_object_unref (lane); /* the list keeps it */
  return lane;
}

static AncTimelineItem *
add_item (AncTimelineSample *self,
          AncTimelineLane *lane,
          AncDate start,
          AncDate end,
          const char *title,
          const char *detail,
          AncPattern pattern)
{
  AncTimelineItem *item = anc_timeline_item_new (++self->last_key, start, end, title);

  anc_timeline_item_set_detail (item, detail);
  anc_timeline_item_set_pattern (item, pattern);
  g_list_store_append (G_LIST_STORE (anc_timeline_lane_get_items (lane)), item);
  g_object_unref (item); /* the list keeps it */
  return item;
}

/* Gives the months of @item from its start: `p` a payslip, `a` one that is arguable, `d` declared,
 * `!` one that contradicts something, `-` nothing. */
static void
add_months (AncTimelineItem *item,
            const char *states)
{
  g_autoptr (GListStore) months = g_list_store_new (ANC_TYPE_TIMELINE_MONTH);
  AncMonth first = anc_date_get_month (anc_timeline_item_get_start (item));

  for (guint i = 0; states[i] != '\0'; i++)
    {
      AncEvidence evidence = states[i] == 'd' ? ANC_EVIDENCE_DECLARED : states[i] == '-' ? ANC_EVIDENCE_NONE
                                                                                         : ANC_EVIDENCE_PAYSLIP;
      g_autoptr (AncTimelineMonth) month = anc_timeline_month_new (first + (AncMonth) i, evidence);
      g_autofree char *source = g_strdup_printf ("bulletin page %u", i + 1);

      if (evidence == ANC_EVIDENCE_PAYSLIP)
        anc_timeline_month_set_source (month, source);
      anc_timeline_month_set_state (month, states[i] == 'p' ? ANC_MONTH_COUNTED : states[i] == 'd' ? ANC_MONTH_DECLARED
                                                                              : states[i] == '-'   ? ANC_MONTH_EMPTY
                                                                                                   : ANC_MONTH_ARGUABLE);
      if (states[i] == '!')
        anc_timeline_month_set_contradiction (month, "62 h : sous le mi-temps");
      g_list_store_append (months, month);
    }

  anc_timeline_item_set_months (item, G_LIST_MODEL (months));
}

/* What each month is worth, as the letters of add_months() say. */
static void
set_states (AncTimelineCount *count,
            AncMonth first,
            const char *letters)
{
  gsize n_letters = strlen (letters);
  g_autofree AncMonthState *states = g_new (AncMonthState, n_letters);

  for (gsize i = 0; i < n_letters; i++)
    states[i] = letters[i] == 'p'   ? ANC_MONTH_COUNTED
                : letters[i] == 'a' ? ANC_MONTH_ARGUABLE
                : letters[i] == 'd' ? ANC_MONTH_DECLARED
                                    : ANC_MONTH_EMPTY;
  anc_timeline_count_set_states (count, first, states, (guint) n_letters);
}

AncTimelineSample *
anc_timeline_sample_new (void)
{
  AncTimelineSample *self = create_empty ("2026-11-21");
  AncTimelineLane *stays = add_lane (self, ANC_LANE_STAYS, "Séjour", "2 ans et 8 mois retenus", 0);
  AncTimelineLane *absences = add_lane (self, ANC_LANE_ABSENCES, "Absences", NULL, 0);
  AncTimelineLane *mirage = add_lane (self,
                                      ANC_LANE_JOBS,
                                      "Restaurant Le Mirage",
                                      "cuisinier · S1Z40 · Paris",
                                      0);
  AncTimelineLane *hotel = add_lane (self, ANC_LANE_JOBS, "Hôtel des Inventés", "commis · Paris", 3);
  AncTimelineLane *cleaning = add_lane (self, ANC_LANE_JOBS, "SIN Nettoyage", "agent · T4Z60 · 17,5 h", 2);
  AncDate (*date) (const char *) = anc_timeline_sample_date;
  AncTimelineItem *job;

  add_item (self,
            stays,
            date ("2023-09-04"),
            date ("2024-02-28"),
            "attestation de demande d’asile",
            NULL,
            ANC_PATTERN_STRIPES);
  add_item (self, stays, date ("2024-02-29"), ANC_DATE_NONE, "sans titre", NULL, ANC_PATTERN_PLAIN);
  add_item (self,
            absences,
            date ("2025-08-03"),
            date ("2025-08-24"),
            "hors de France",
            NULL,
            ANC_PATTERN_PLAIN);

  job = add_item (self,
                  mirage,
                  date ("2024-09-01"),
                  date ("2025-07-31"),
                  "Cuisinier",
                  "CDD · 35 h",
                  ANC_PATTERN_STRIPES);
  add_months (job, "ppppppdppdd");
  job = add_item (self,
                  hotel,
                  date ("2025-11-01"),
                  ANC_DATE_NONE,
                  "Commis de cuisine",
                  "CDI · 35 h",
                  ANC_PATTERN_PLAIN);
  add_months (job, "ddppp!p");
  job = add_item (self,
                  cleaning,
                  date ("2024-03-01"),
                  date ("2024-07-31"),
                  "Agent",
                  "intérim",
                  ANC_PATTERN_BACK_STRIPES);
  add_months (job, "ppppp");
  job = add_item (self,
                  cleaning,
                  date ("2026-05-15"),
                  date ("2026-09-30"),
                  "Agent d’entretien",
                  "CDI · 17,5 h",
                  ANC_PATTERN_PLAIN);
  add_months (job, "ppd");
  job = add_item (self,
                  cleaning,
                  date ("2026-07-01"),
                  date ("2026-08-31"),
                  "Remplacement",
                  "saisonnier · 10 h",
                  ANC_PATTERN_DOTS);
  add_months (job, "pp");

  self->count = anc_timeline_count_new ("12 mois sur 24");
  anc_timeline_count_set_totals (self->count,
                                 &(AncTimelineTotals){
                                     .title = "12 mois sur 24",
                                     .subtitle = "L. 435-4, al. 1 · loi",
                                     .window_start = date ("2024-11-21"),
                                     .window_end = date ("2026-11-20"),
                                     .n_counted = 9,
                                     .n_arguable = 2,
                                     .n_declared = 11,
                                     .n_required = 12,
                                 });
  set_states (self->count, anc_month_new (2024, 11), "apppdppdd---ddpppapdddddd");

  return self;
}

AncTimelineSample *
anc_timeline_sample_new_empty (void)
{
  return create_empty ("2026-11-21");
}

/**
 * anc_timeline_sample_new_large:
 * @n_years: from the first to the last job
 * @n_jobs: each of an employer of its own, each as long as all years together in the worst places
 *
 * Jobs of 40 years down to 8 months, most with a payslip each month.
 */
AncTimelineSample *
anc_timeline_sample_new_large (guint n_years,
                               guint n_jobs)
{
  AncTimelineSample *self = create_empty ("2026-11-21");
  AncMonth last = anc_month_new (2026, 11);
  AncMonth first = last - (AncMonth) n_years * 12;
  AncMonthState states[480];

  for (guint i = 0; i < n_jobs; i++)
    {
      g_autofree char *name = g_strdup_printf ("Employeur inventé %u", i + 1);
      guint n_months = i % 3 == 0 ? n_years * 12 : 8 + (i * 37) % 60;
      AncMonth start = first + (AncMonth) ((i * 97) % (n_years * 12 - MIN (n_months, n_years * 12) + 1));
      AncTimelineLane *lane = add_lane (self, ANC_LANE_JOBS, name, "agent · 35 h", i);
      AncTimelineItem *job = add_item (self,
                                       lane,
                                       anc_month_get_first_day (start),
                                       anc_month_get_last_day (start + (AncMonth) n_months - 1),
                                       "Agent",
                                       "CDI · 35 h",
                                       (AncPattern) (i % (ANC_PATTERN_HOLLOW + 1)));
      g_autofree char *letters = g_strnfill (n_months, 'p');

      for (guint month = i % 5; month < n_months; month += 5)
        letters[month] = "da!p"[month % 4];
      add_months (job, letters);
    }

  self->count = anc_timeline_count_new ("12 mois sur 24");
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    states[i] = (AncMonthState) (i % 4);
  anc_timeline_count_set_states (self->count,
                                 last - (AncMonth) G_N_ELEMENTS (states) + 1,
                                 states,
                                 G_N_ELEMENTS (states));
  anc_timeline_count_set_totals (self->count,
                                 &(AncTimelineTotals){
                                     .title = "12 mois sur 24",
                                     .window_start = anc_month_get_first_day (last - 24),
                                     .window_end = anc_month_get_last_day (last - 1),
                                 });

  return self;
}

void
anc_timeline_sample_free (AncTimelineSample *self)
{
  g_clear_object (&self->lanes);
  g_clear_object (&self->count);
  g_string_free (self->log, TRUE);
  g_free (self);
}

AncTimelineItem *
anc_timeline_sample_get_item (AncTimelineSample *self,
                              guint lane,
                              guint item)
{
  g_autoptr (AncTimelineLane) row = g_list_model_get_item (G_LIST_MODEL (self->lanes), lane);
  g_autoptr (AncTimelineItem) found = g_list_model_get_item (anc_timeline_lane_get_items (row), item);

  return found; /* its list keeps it */
}

/* Writes a request down: the name, what it is about, and dates or months. */
static void
note (AncTimelineSample *self,
      const char *request,
      const char *about,
      AncDate first,
      AncDate second)
{
  char buffer[ANC_DATE_BUFFER_SIZE];

  g_string_append_printf (self->log, "%s %s", request, about != NULL ? about : "-");
  if (first != ANC_DATE_NONE)
    g_string_append_printf (self->log, " %s", anc_date_format (first, buffer));
  if (second != ANC_DATE_NONE)
    g_string_append_printf (self->log, " %s", anc_date_format (second, buffer));
  g_string_append_c (self->log, '\n');
}

/* The items of the lane that has @item, and where it is in them. */
static GListStore *
find_store (AncTimelineSample *self,
            AncTimelineItem *item,
            guint *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lanes)); i++)
    {
      g_autoptr (AncTimelineLane) lane = g_list_model_get_item (G_LIST_MODEL (self->lanes), i);
      GListStore *items = G_LIST_STORE (anc_timeline_lane_get_items (lane));

      if (g_list_store_find (items, item, position))
        return items;
    }

  g_assert_not_reached ();
}

static void
create_cb (AncTimeline *timeline,
           AncTimelineLane *lane,
           int start,
           int end,
           AncTimelineSample *self)
{
  note (self, "create", lane != NULL ? anc_timeline_lane_get_title (lane) : NULL, start, end);
  if (lane == NULL)
    lane = add_lane (self, ANC_LANE_JOBS, "Nouvel employeur", NULL, 4);
  add_item (self, lane, start, end, "Nouvel emploi", NULL, ANC_PATTERN_PLAIN);
}

static void
change_cb (AncTimeline *timeline,
           AncTimelineItem *item,
           int start,
           int end,
           AncTimelineSample *self)
{
  note (self, "change", anc_timeline_item_get_title (item), start, end);
  anc_timeline_item_set_start (item, start);
  anc_timeline_item_set_end (item, end);
}

static void
split_cb (AncTimeline *timeline,
          AncTimelineItem *item,
          int date,
          AncTimelineSample *self)
{
  guint position;
  GListStore *items = find_store (self, item, &position);
  g_autoptr (AncTimelineItem) second = anc_timeline_item_new (++self->last_key,
                                                              date,
                                                              anc_timeline_item_get_end (item),
                                                              anc_timeline_item_get_title (item));

  note (self, "split", anc_timeline_item_get_title (item), date, ANC_DATE_NONE);
  anc_timeline_item_set_detail (second, anc_timeline_item_get_detail (item));
  anc_timeline_item_set_end (item, date - 1);
  g_list_store_insert (items, position + 1, second);
}

static void
duplicate_cb (AncTimeline *timeline,
              AncTimelineItem *item,
              int start,
              int end,
              AncTimelineSample *self)
{
  guint position;
  GListStore *items = find_store (self, item, &position);
  g_autoptr (AncTimelineItem) copy = anc_timeline_item_new (++self->last_key,
                                                            start,
                                                            end,
                                                            anc_timeline_item_get_title (item));

  note (self, "duplicate", anc_timeline_item_get_title (item), start, end);
  g_list_store_insert (items, position + 1, copy);
}

static void
delete_cb (AncTimeline *timeline,
           AncTimelineItem *item,
           AncTimelineSample *self)
{
  guint position;
  GListStore *items = find_store (self, item, &position);

  note (self, "delete", anc_timeline_item_get_title (item), ANC_DATE_NONE, ANC_DATE_NONE);
  g_list_store_remove (items, position);
}

static void
edit_cb (AncTimeline *timeline,
         AncTimelineItem *item,
         AncTimelineSample *self)
{
  note (self, "edit", anc_timeline_item_get_title (item), ANC_DATE_NONE, ANC_DATE_NONE);
}

static void
edit_lane_cb (AncTimeline *timeline,
              AncTimelineLane *lane,
              AncTimelineSample *self)
{
  note (self, "edit-lane", anc_timeline_lane_get_title (lane), ANC_DATE_NONE, ANC_DATE_NONE);
}

static void
filing_cb (AncTimeline *timeline,
           int date,
           AncTimelineSample *self)
{
  note (self, "filing", NULL, date, ANC_DATE_NONE);
  self->filing_date = date;
  anc_timeline_set_filing_date (timeline, date);
}

static void
month_cb (AncTimeline *timeline,
          AncTimelineItem *item,
          int month,
          AncTimelineSample *self)
{
  note (self, "month", item != NULL ? anc_timeline_item_get_title (item) : NULL, anc_month_get_first_day (month), ANC_DATE_NONE);
}

/**
 * anc_timeline_sample_create_timeline:
 * @self: a sample, which must live longer
 *
 * Returns: (transfer floating): a timeline that shows it and whose requests it grants
 */
GtkWidget *
anc_timeline_sample_create_timeline (AncTimelineSample *self)
{
  GtkWidget *timeline = anc_timeline_new ();

  anc_timeline_set_filing_date (ANC_TIMELINE (timeline), self->filing_date);
  anc_timeline_set_lanes (ANC_TIMELINE (timeline), G_LIST_MODEL (self->lanes));
  anc_timeline_set_count (ANC_TIMELINE (timeline), self->count);

  g_signal_connect (timeline, "create-requested", G_CALLBACK (create_cb), self);
  g_signal_connect (timeline, "change-requested", G_CALLBACK (change_cb), self);
  g_signal_connect (timeline, "split-requested", G_CALLBACK (split_cb), self);
  g_signal_connect (timeline, "duplicate-requested", G_CALLBACK (duplicate_cb), self);
  g_signal_connect (timeline, "delete-requested", G_CALLBACK (delete_cb), self);
  g_signal_connect (timeline, "edit-requested", G_CALLBACK (edit_cb), self);
  g_signal_connect (timeline, "edit-lane-requested", G_CALLBACK (edit_lane_cb), self);
  g_signal_connect (timeline, "filing-date-requested", G_CALLBACK (filing_cb), self);
  g_signal_connect (timeline, "month-activated", G_CALLBACK (month_cb), self);

  return timeline;
}
