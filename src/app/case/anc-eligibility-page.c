/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-eligibility-page.h"

#include "anc-access.h"
#include "anc-apart-layout.h"
#include "anc-finding-list.h"
#include "anc-regime-card.h"
#include "anc-report-text.h"
#include "anc-verdict-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>

#define SPACING 12
#define MAX_WIDTH 1200
#define TIGHT_WIDTH 900
#define MIN_WIDTH 360
#define MIN_HEIGHT 48

/* Columns of a memo, as one reads it in a letter. */
#define MEMO_WIDTH 90

/* How long the filing date rests, in milliseconds, before what is out of sight is told of it. */
#define REST 250

/* What is nearer to the view than this, in pixels, counts as seen. */
#define MARGIN 100

#define N_REASONS (ANC_REASON_NATIONALITY + 1)

struct _AncEligibilityPage
{
  AdwBin parent_instance;

  AncDesk *desk;
  GtkWidget *scrolled;
  GtkWidget *cards;
  GPtrArray *all;                     /* of AncRegimeCard, in the order of the regimes; not in @cards: does not apply */
  char *order;                        /* of the cards shown, to see whether it changed */
  GtkWidget *silent;                  /* the list of folded sections */
  GtkWidget *sections[N_REASONS];     /* by AncReason; none for those that apply */
  GPtrArray *section_rows[N_REASONS]; /* of AdwActionRow; empty while it is folded */
  gboolean is_stale;                  /* shows what was true before: nobody looks at the page */
  guint rest_source;                  /* 0: all cards are right; else those in sight are */
  guint sight_source;                 /* 0: what is in sight has not changed */
  guint tick;                         /* 0: no card in sight waits for its next part */
};

G_DEFINE_FINAL_TYPE (AncEligibilityPage, anc_eligibility_page, ADW_TYPE_BIN)

/* ---- Cards --------------------------------------------------------------------------------- */

static AncRegimeCard *
find_card (AncEligibilityPage *self,
           const AncRegime *regime)
{
  for (guint i = 0; i < self->all->len; i++)
    if (anc_regime_card_get_regime (self->all->pdata[i]) == regime)
      return self->all->pdata[i];

  return NULL;
}

/* Reasons and order of all regimes. */
static char *
describe_order (AncVerdict **sorted,
                guint n_verdicts)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < n_verdicts; i++)
    g_string_append_printf (order, "%s %d ", sorted[i]->regime->id, sorted[i]->reason);

  return g_string_free (g_steal_pointer (&order), FALSE);
}

static void
arrange_cards (AncEligibilityPage *self,
               AncVerdict **sorted,
               guint n_verdicts)
{
  GtkWidget *previous = NULL;

  for (guint i = 0; i < n_verdicts; i++)
    {
      GtkWidget *card = GTK_WIDGET (find_card (self, sorted[i]->regime));
      const gboolean applies = sorted[i]->reason == ANC_REASON_NONE;

      if (applies && !gtk_widget_get_visible (card))
        anc_regime_card_begin (ANC_REGIME_CARD (card));
      gtk_widget_set_visible (card, applies);
      if (applies)
        {
          gtk_box_reorder_child_after (GTK_BOX (self->cards), card, previous);
          previous = card;
        }
    }
}

/* ---- Regimes that do not apply ------------------------------------------------------------- */

static void
add_silent (AncEligibilityPage *self,
            const AncVerdict *verdict)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (verdict->regime->title.in[anc_words_get_language ()], -1);
  g_autofree char *period = anc_words_filing_period (verdict->regime);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), period);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->sections[verdict->reason]), row);
  g_ptr_array_add (self->section_rows[verdict->reason], row);
}

/* Rows that nobody sees are not made: the filing date may move past many regimes. */
static void
fill_section (AncEligibilityPage *self,
              AncReason reason,
              AncVerdict **sorted,
              guint n_verdicts)
{
  AdwExpanderRow *section = ADW_EXPANDER_ROW (self->sections[reason]);
  GPtrArray *rows = self->section_rows[reason];

  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_remove (section, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
  for (guint i = 0; i < n_verdicts && adw_expander_row_get_expanded (section); i++)
    if (sorted[i]->reason == reason)
      add_silent (self, sorted[i]);
}

static void
section_expanded_cb (AncEligibilityPage *self)
{
  const AncAssessment *assessment = anc_evaluator_get_assessment (anc_desk_get_evaluator (self->desk));
  g_autofree AncVerdict **sorted = anc_assessment_sort (assessment);

  for (guint reason = ANC_REASON_NONE + 1; reason < N_REASONS; reason++)
    fill_section (self, reason, sorted, assessment->n_verdicts);
}

static void
arrange_silent (AncEligibilityPage *self,
                AncVerdict **sorted,
                guint n_verdicts)
{
  guint counts[N_REASONS] = { 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < n_verdicts; i++)
    counts[sorted[i]->reason]++;
  for (guint reason = ANC_REASON_NONE + 1; reason < N_REASONS; reason++)
    {
      const guint n = counts[reason];
      g_autofree char *subtitle = g_strdup_printf (ngettext ("%u regime", "%u regimes", n), n);

      fill_section (self, reason, sorted, n_verdicts);

      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->sections[reason]), subtitle);
      gtk_widget_set_visible (self->sections[reason], n > 0);
      any = any || n > 0;
    }
  gtk_widget_set_visible (self->silent, any);
}

/* ---- Following ----------------------------------------------------------------------------- */

/* Tells the cards between two heights from the top of the first one; where one is, the heights of those before it
 * say, for it may just have got its place. */
static void
fill_cards (AncEligibilityPage *self,
            AncVerdict **sorted,
            guint n_verdicts,
            int top,
            int bottom)
{
  int y = 0;

  for (guint i = 0; i < n_verdicts; i++)
    if (sorted[i]->reason == ANC_REASON_NONE)
      {
        AncRegimeCard *card = find_card (self, sorted[i]->regime);
        const int height = gtk_widget_get_height (GTK_WIDGET (card));

        if (height == 0)
          anc_regime_card_update (card, sorted[i], G_MININT, G_MAXINT);
        else if (y < bottom && y + height > top)
          anc_regime_card_update (card, sorted[i], top - y, bottom - y);
        y += height + SPACING;
      }
}

/* What counts as seen, in pixels from the top of the first card. */
static gboolean
get_sight (AncEligibilityPage *self,
           int *top,
           int *bottom)
{
  graphene_point_t start;

  if (!gtk_widget_compute_point (self->cards, self->scrolled, graphene_point_zero (), &start))
    return FALSE;

  *top = (int) -start.y - MARGIN;
  *bottom = (int) -start.y + gtk_widget_get_height (self->scrolled) + MARGIN;
  return TRUE;
}

static void
fill_seen (AncEligibilityPage *self)
{
  const AncAssessment *assessment = anc_evaluator_get_assessment (anc_desk_get_evaluator (self->desk));
  g_autofree AncVerdict **sorted = anc_assessment_sort (assessment);
  int top, bottom;

  if (get_sight (self, &top, &bottom))
    fill_cards (self, sorted, assessment->n_verdicts, top, bottom);
}

/* ---- Cards that come ----------------------------------------------------------------------- */

static gboolean
is_waiting (AncRegimeCard *card)
{
  return gtk_widget_get_mapped (GTK_WIDGET (card)) && !anc_regime_card_is_whole (card);
}

static gboolean
any_waiting (AncEligibilityPage *self)
{
  for (guint i = 0; i < self->all->len; i++)
    if (is_waiting (self->all->pdata[i]))
      return TRUE;

  return FALSE;
}

/* The next part of the first card that waits for one: of those in sight, or of all once the date rests. */
static gboolean
go_on_cb (GtkWidget *widget,
          GdkFrameClock *clock,
          gpointer user_data)
{
  AncEligibilityPage *self = ANC_ELIGIBILITY_PAGE (widget);
  const AncAssessment *assessment = anc_evaluator_get_assessment (anc_desk_get_evaluator (self->desk));
  g_autofree AncVerdict **sorted = anc_assessment_sort (assessment);
  int y = 0;
  int top, bottom;

  for (guint i = 0; i < assessment->n_verdicts && get_sight (self, &top, &bottom); i++)
    if (sorted[i]->reason == ANC_REASON_NONE)
      {
        AncRegimeCard *card = find_card (self, sorted[i]->regime);
        const int height = gtk_widget_get_height (GTK_WIDGET (card));

        if (is_waiting (card) && height == 0)
          return G_SOURCE_CONTINUE; /* its head comes with this frame */
        if (is_waiting (card) && (self->rest_source == 0 || (y < bottom && y + height > top)))
          {
            anc_regime_card_go_on (card, sorted[i]);
            return G_SOURCE_CONTINUE;
          }
        y += height + SPACING;
      }

  self->tick = 0;
  if (!any_waiting (self))
    gtk_widget_set_size_request (self->cards, -1, -1);
  return G_SOURCE_REMOVE;
}

/* A card that comes does so a part a frame. It is small at first: what is scrolled to must not move meanwhile. */
static void
go_on (AncEligibilityPage *self)
{
  if (self->tick != 0 || !any_waiting (self))
    return;

  gtk_widget_set_size_request (self->cards, -1, gtk_widget_get_height (self->cards));
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), go_on_cb, NULL, NULL);
}

/* ---- Sight and rest ------------------------------------------------------------------------ */

static gboolean
sight_cb (gpointer user_data)
{
  AncEligibilityPage *self = user_data;

  self->sight_source = 0;
  fill_seen (self);
  go_on (self);
  return G_SOURCE_REMOVE;
}

/* Someone scrolls, or what stands above has another height now; this is heard while it is laid out. */
static void
sight_changed_cb (AncEligibilityPage *self)
{
  if (self->rest_source != 0 && self->sight_source == 0)
    self->sight_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, sight_cb, self, NULL);
}

static gboolean
rest_cb (gpointer user_data)
{
  AncEligibilityPage *self = user_data;
  const AncAssessment *assessment = anc_evaluator_get_assessment (anc_desk_get_evaluator (self->desk));
  g_autofree AncVerdict **sorted = anc_assessment_sort (assessment);

  self->rest_source = 0;
  fill_cards (self, sorted, assessment->n_verdicts, G_MININT / 2, G_MAXINT / 2);
  if (!any_waiting (self))
    gtk_widget_set_size_request (self->cards, -1, -1); /* one that waited out of sight may have gone */
  go_on (self);
  return G_SOURCE_REMOVE;
}

static void
show_verdicts (AncEligibilityPage *self)
{
  const AncAssessment *assessment = anc_evaluator_get_assessment (anc_desk_get_evaluator (self->desk));
  g_autofree AncVerdict **sorted = anc_assessment_sort (assessment);
  g_autofree char *order = describe_order (sorted, assessment->n_verdicts);

  if (g_strcmp0 (self->order, order) != 0)
    {
      arrange_cards (self, sorted, assessment->n_verdicts);
      arrange_silent (self, sorted, assessment->n_verdicts);
      g_free (self->order);
      self->order = g_steal_pointer (&order);
    }
  fill_seen (self);
  go_on (self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST, rest_cb, self);
}

static void
update (AncEligibilityPage *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale)
    show_verdicts (self);
}

static void
anc_eligibility_page_map (GtkWidget *widget)
{
  AncEligibilityPage *self = ANC_ELIGIBILITY_PAGE (widget);

  if (self->is_stale)
    show_verdicts (self);
  self->is_stale = FALSE;
  GTK_WIDGET_CLASS (anc_eligibility_page_parent_class)->map (widget);
  go_on (self);
}

/* The best one is what the person came for. */
static void
open_best (AncEligibilityPage *self)
{
  const AncCriterion *criterion;
  const AncVerdict *verdict = anc_desk_get_chosen (self->desk, &criterion);

  if (verdict != NULL)
    anc_regime_card_set_expanded (find_card (self, verdict->regime), TRUE);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_eligibility_page_dispose (GObject *object)
{
  AncEligibilityPage *self = ANC_ELIGIBILITY_PAGE (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_handle_id (&self->sight_source, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_pointer (&self->all, g_ptr_array_unref);
  for (guint i = 0; i < N_REASONS; i++)
    g_clear_pointer (&self->section_rows[i], g_ptr_array_unref);
  g_clear_pointer (&self->order, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_eligibility_page_parent_class)->dispose (object);
}

static void
anc_eligibility_page_class_init (AncEligibilityPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_eligibility_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = anc_eligibility_page_map;
}

static void
anc_eligibility_page_init (AncEligibilityPage *self)
{
  self->all = g_ptr_array_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self), anc_apart_layout_new (MIN_WIDTH, MIN_HEIGHT));
}

static void
create_cards (AncEligibilityPage *self)
{
  AncRules *rules = anc_desk_get_rules (self->desk);

  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  for (guint i = 0; i < anc_rules_get_n_regimes (rules); i++)
    {
      GtkWidget *card = anc_regime_card_new (self->desk, anc_rules_get_regime (rules, i));

      g_ptr_array_add (self->all, card);
      gtk_box_append (GTK_BOX (self->cards), card);
    }
}

static void
create_silent (AncEligibilityPage *self)
{
  static const char *const titles[N_REASONS] = {
    [ANC_REASON_NOT_YET_IN_FORCE] = N_ ("Not yet in force on this date"),
    [ANC_REASON_EXPIRED] = N_ ("No longer in force on this date"),
    [ANC_REASON_NATIONALITY] = N_ ("Not for this nationality"),
  };

  self->silent = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->silent), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->silent, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->silent), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Other regimes"), -1);
  for (guint reason = ANC_REASON_NONE + 1; reason < N_REASONS; reason++)
    {
      self->sections[reason] = adw_expander_row_new ();
      self->section_rows[reason] = g_ptr_array_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->sections[reason]), _ (titles[reason]));
      anc_access_name (self->sections[reason], _ (titles[reason]));
      g_signal_connect_swapped (self->sections[reason], "notify::expanded", G_CALLBACK (section_expanded_cb), self);
      gtk_list_box_append (GTK_LIST_BOX (self->silent), self->sections[reason]);
    }
}

static GtkWidget *
create_content (AncEligibilityPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkAdjustment *place;

  create_cards (self);
  create_silent (self);
  gtk_box_append (GTK_BOX (box), anc_finding_list_new (self->desk));
  gtk_box_append (GTK_BOX (box), self->cards);
  gtk_box_append (GTK_BOX (box), self->silent);
  gtk_widget_set_margin_start (box, SPACING);
  gtk_widget_set_margin_end (box, SPACING);
  gtk_widget_set_margin_top (box, SPACING / 2);
  gtk_widget_set_margin_bottom (box, 2 * SPACING);

  self->scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                 "child",
                                 g_object_new (ADW_TYPE_CLAMP,
                                               "maximum-size",
                                               MAX_WIDTH,
                                               "tightening-threshold",
                                               TIGHT_WIDTH,
                                               "child",
                                               box,
                                               NULL),
                                 NULL);
  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (place, "value-changed", G_CALLBACK (sight_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (place, "changed", G_CALLBACK (sight_changed_cb), self, G_CONNECT_SWAPPED);

  return self->scrolled;
}

/**
 * anc_eligibility_page_new:
 * @desk: the desk of the case
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
anc_eligibility_page_new (AncDesk *desk)
{
  AncEligibilityPage *self;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);

  self = g_object_new (ANC_TYPE_ELIGIBILITY_PAGE, NULL);
  self->desk = g_object_ref (desk);
  adw_bin_set_child (ADW_BIN (self), create_content (self));
  self->is_stale = TRUE;
  open_best (self);
  g_signal_connect_object (anc_desk_get_evaluator (desk), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * anc_eligibility_page_dup_memo:
 *
 * Returns: (transfer full): the verdicts as text, to be put into a letter or a note
 */
char *
anc_eligibility_page_dup_memo (AncEligibilityPage *self)
{
  AncEvaluator *evaluator;
  g_autoptr (GString) text = g_string_new (NULL);
  AncPage page = { text, MEMO_WIDTH, FALSE };

  g_return_val_if_fail (ANC_IS_ELIGIBILITY_PAGE (self), NULL);

  evaluator = anc_desk_get_evaluator (self->desk);
  anc_report_append_text (anc_evaluator_get_assessment (evaluator),
                          anc_case_review_get_facts (anc_evaluator_get_review (evaluator)),
                          NULL,
                          anc_words_get_language (),
                          &page);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
