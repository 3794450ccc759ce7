/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

#include <glib/gi18n.h>

/* Pictures kept, in bytes of pixels. */
#define CACHE_BYTES (96 * 1024 * 1024)

/* How far below the top of the view a place comes to stand that is shown, as a part of its height. */
#define PLACE_AT (1.0 / 3)

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_N_PAGES,
  PROP_ZOOM,
  PROP_FIT,
  PROP_HAS_SELECTION,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (AncPageView,
                               anc_page_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ---- Scrolling ----------------------------------------------------------------------------- */

double
anc_page_view_get_scroll (AncPageView *self,
                          GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

void
anc_page_view_scroll_to (AncPageView *self,
                         GtkOrientation orientation,
                         double value)
{
  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_set_value (self->adjustments[orientation], value);
}

gboolean
anc_page_view_find_visible (AncPageView *self,
                            guint *first,
                            guint *last)
{
  double top = anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);

  return anc_page_layout_find_visible (self->layout, top, top + gtk_widget_get_height (GTK_WIDGET (self)), first, last);
}

/* A screen reader reads the page that is shown. */
static void
update_spoken (AncPageView *self)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  AncPageWords *words = anc_page_view_get_words (self, self->page);
  guint n_pages = self->layout != NULL ? anc_page_layout_get_n_pages (self->layout) : 0;

  /* Translators: the page shown in the viewer, and how many there are. */
  label = n_pages > 0 ? g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n_pages) : g_strdup (_ ("No document"));
  if (words != NULL && anc_page_words_get_count (words) > 0)
    text = anc_page_words_join (words, 0, anc_page_words_get_count (words) - 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "",
                                  -1);
}

static gboolean
tell_cb (gpointer user_data)
{
  AncPageView *self = user_data;

  self->tell_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIT]);
  update_spoken (self);

  return G_SOURCE_REMOVE;
}

/*
 * Page and zoom change while the view is given its size; whoever hears of it may want another size for
 * itself, which is not allowed then.
 */
void
anc_page_view_queue_telling (AncPageView *self)
{
  if (self->tell_id == 0)
    self->tell_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
}

static void
value_changed_cb (AncPageView *self)
{
  guint page = 0;

  if (self->layout != NULL && anc_page_layout_get_n_pages (self->layout) > 0)
    {
      page = anc_page_layout_find_current (self->layout,
                                           anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL),
                                           gtk_widget_get_height (GTK_WIDGET (self)));
      anc_page_view_ask_for_words (self, page);
    }
  if (page != self->page)
    anc_page_view_queue_telling (self);
  self->page = page;
  anc_page_view_update_pictures (self);
  if (self->form != NULL)
    {
      anc_page_view_show_fields (self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
configure_adjustment (AncPageView *self,
                      GtkOrientation orientation,
                      double content)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_widget_get_width (GTK_WIDGET (self))
                                                          : gtk_widget_get_height (GTK_WIDGET (self));

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0, MAX (content, size), size * 0.1, size * 0.9, size);
}

static void
configure_adjustments (AncPageView *self)
{
  configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL, self->layout != NULL ? anc_page_layout_get_width (self->layout) : 0);
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL, self->layout != NULL ? anc_page_layout_get_height (self->layout) : 0);
}

static void
set_adjustment (AncPageView *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], value_changed_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  configure_adjustments (self);
}

/* ---- Layout -------------------------------------------------------------------------------- */

/* Sets the zoom so that what is at a place of the view stays there. */
void
anc_page_view_zoom_at (AncPageView *self,
                       double zoom,
                       double x,
                       double y)
{
  double page_x, page_y;
  AncRect place;
  guint page;

  if (self->layout == NULL || anc_page_layout_get_n_pages (self->layout) == 0)
    return;

  page = anc_page_layout_locate (self->layout,
                                 x + anc_page_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL),
                                 y + anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL),
                                 &page_x,
                                 &page_y);
  self->fit = ANC_PAGE_FIT_NONE;
  anc_page_layout_set_zoom (self->layout, zoom);
  configure_adjustments (self);

  place = anc_page_layout_get_place (self->layout, page, (AncRect){ page_x, page_y, page_x, page_y });
  anc_page_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, place.x0 - x);
  anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, place.y0 - y);
  value_changed_cb (self);
  anc_page_view_queue_telling (self);
}

/* Brings the layout in line with the size of the view, the top of the page shown kept in place. */
static void
lay_out (AncPageView *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  double top = anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);
  double zoom, new_zoom, page_x, page_y;
  guint page;

  if (self->layout == NULL || width == 0 || anc_page_layout_get_n_pages (self->layout) == 0)
    {
      configure_adjustments (self);
      return;
    }

  page = anc_page_layout_locate (self->layout, width / 2.0, top, &page_x, &page_y);
  zoom = anc_page_layout_get_zoom (self->layout);
  new_zoom = anc_page_layout_get_fitting_zoom (self->layout, self->fit, self->page, width, height);
  anc_page_layout_set_view_width (self->layout, width);
  anc_page_layout_set_zoom (self->layout, new_zoom);
  configure_adjustments (self);

  if (zoom != new_zoom)
    {
      if (top > 0)
        anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, anc_page_layout_get_place (self->layout, page, (AncRect){ page_x, page_y, page_x, page_y }).y0);
      anc_page_view_queue_telling (self);
    }
  value_changed_cb (self);
}

static void
anc_page_view_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  AncPageView *self = ANC_PAGE_VIEW (widget);

  if (width != self->laid_out_width || height != self->laid_out_height)
    lay_out (self);
  self->laid_out_width = width;
  self->laid_out_height = height;
  anc_page_view_place_fields (self);
}

static void
anc_page_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (anc_page_view_parent_class)->map (widget);
  anc_page_view_update_pictures (ANC_PAGE_VIEW (widget));
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_page_view_get_property (GObject *object,
                            guint property_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  AncPageView *self = ANC_PAGE_VIEW (object);

  switch (property_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, self->layout != NULL ? anc_page_layout_get_n_pages (self->layout) : 0);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, anc_page_view_get_zoom (self));
      break;
    case PROP_FIT:
      g_value_set_int (value, (int) self->fit);
      break;
    case PROP_HAS_SELECTION:
      g_value_set_boolean (value, self->has_selection);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
anc_page_view_set_property (GObject *object,
                            guint property_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  AncPageView *self = ANC_PAGE_VIEW (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
anc_page_view_dispose (GObject *object)
{
  AncPageView *self = ANC_PAGE_VIEW (object);

  anc_page_view_set_source (self, NULL);
  g_clear_handle_id (&self->tell_id, g_source_remove);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

  G_OBJECT_CLASS (anc_page_view_parent_class)->dispose (object);
}

static void
anc_page_view_finalize (GObject *object)
{
  AncPageView *self = ANC_PAGE_VIEW (object);

  g_clear_pointer (&self->cache, anc_page_cache_free);
  g_ptr_array_unref (self->requests);
  g_hash_table_unref (self->failures);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->links);
  g_hash_table_unref (self->asked_of);
  g_array_unref (self->matches);

  G_OBJECT_CLASS (anc_page_view_parent_class)->finalize (object);
}

static void
anc_page_view_class_init (AncPageViewClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = anc_page_view_get_property;
  object_class->set_property = anc_page_view_set_property;
  object_class->dispose = anc_page_view_dispose;
  object_class->finalize = anc_page_view_finalize;
  widget_class->size_allocate = anc_page_view_size_allocate;
  widget_class->snapshot = anc_page_view_snapshot;
  widget_class->map = anc_page_view_map;

  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, ANC_PAGE_LAYOUT_MAX_ZOOM, 1, flags);
  props[PROP_FIT] = g_param_spec_int ("fit", NULL, NULL, ANC_PAGE_FIT_NONE, ANC_PAGE_FIT_PAGE, ANC_PAGE_FIT_WIDTH, flags);
  props[PROP_HAS_SELECTION] = g_param_spec_boolean ("has-selection", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * AncPageView::link-activated:
   * @self: the view
   * @address: where the link leads; to be shown to the person before it is followed
   */
  g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  anc_page_view_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
anc_page_view_init (AncPageView *self)
{
  self->fit = ANC_PAGE_FIT_WIDTH;
  self->requests = g_ptr_array_new ();
  self->failures = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->words = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) anc_page_words_unref);
  self->links = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->asked_of = g_hash_table_new (NULL, NULL);
  self->matches = g_array_new (FALSE, FALSE, sizeof (AncPagePlace));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  anc_page_view_add_controllers (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (anc_page_view_update_pictures), NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.copy", FALSE);
  update_spoken (self);
}

AncPageView *
anc_page_view_new (void)
{
  return g_object_new (ANC_TYPE_PAGE_VIEW, NULL);
}

/* ---- Document ------------------------------------------------------------------------------ */

static AncPageLayout *
create_layout (AncPageSource *source)
{
  guint n_pages = anc_page_source_get_n_pages (source);
  g_autofree double *widths = g_new (double, n_pages);
  g_autofree double *heights = g_new (double, n_pages);

  for (guint i = 0; i < n_pages; i++)
    anc_page_source_get_page_size (source, i, &widths[i], &heights[i]);

  return anc_page_layout_new (widths, heights, n_pages);
}

/**
 * anc_page_view_set_source:
 * @self: a view
 * @source: (nullable): the document to show, from its first page
 */
void
anc_page_view_set_source (AncPageView *self,
                          AncPageSource *source)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  if (self->source == source)
    return;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  anc_page_view_forget_pictures (self);
  anc_page_view_forget_words (self);
  anc_page_view_forget_form (self);
  g_clear_pointer (&self->layout, anc_page_layout_free);
  g_array_set_size (self->matches, 0);
  self->has_place = FALSE;

  g_set_object (&self->source, source);
  if (source != NULL)
    {
      self->cancellable = g_cancellable_new ();
      self->cache = anc_page_cache_new (CACHE_BYTES);
      self->layout = create_layout (source);
    }
  anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, 0);
  lay_out (self);
  anc_page_view_queue_telling (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_PAGES]);
}

AncPageSource *
anc_page_view_get_source (AncPageView *self)
{
  g_return_val_if_fail (ANC_IS_PAGE_VIEW (self), NULL);

  return self->source;
}

guint
anc_page_view_get_page (AncPageView *self)
{
  g_return_val_if_fail (ANC_IS_PAGE_VIEW (self), 0);

  return self->page;
}

/**
 * anc_page_view_go_to_page:
 * @self: a view
 * @page: a page; the last one if there are fewer
 */
void
anc_page_view_go_to_page (AncPageView *self,
                          guint page)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  if (self->layout == NULL || anc_page_layout_get_n_pages (self->layout) == 0)
    return;

  page = MIN (page, anc_page_layout_get_n_pages (self->layout) - 1);
  anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, anc_page_layout_get_page (self->layout, page).y0 - ANC_PAGE_LAYOUT_GAP);
}

static void
scroll_to_place (AncPageView *self,
                 const AncPagePlace *place)
{
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  AncRect shown = anc_page_layout_get_place (self->layout, place->page, place->rect);
  double left = anc_page_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  double top = anc_page_view_get_scroll (self, GTK_ORIENTATION_VERTICAL);

  if (shown.y0 < top || shown.y1 > top + height)
    anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, shown.y0 - height * PLACE_AT);
  if (shown.x0 < left || shown.x1 > left + width)
    anc_page_view_scroll_to (self, GTK_ORIENTATION_HORIZONTAL, shown.x0 - width * PLACE_AT);
}

/**
 * anc_page_view_show_place:
 * @self: a view
 * @place: (nullable): a place to mark and scroll to; %NULL marks none
 */
void
anc_page_view_show_place (AncPageView *self,
                          const AncPagePlace *place)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  self->has_place = place != NULL && self->layout != NULL && place->page < anc_page_layout_get_n_pages (self->layout);
  if (self->has_place)
    {
      self->place = *place;
      scroll_to_place (self, place);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- Zoom and turn ------------------------------------------------------------------------- */

double
anc_page_view_get_zoom (AncPageView *self)
{
  g_return_val_if_fail (ANC_IS_PAGE_VIEW (self), 1);

  return self->layout != NULL ? anc_page_layout_get_zoom (self->layout) : 1;
}

/**
 * anc_page_view_set_zoom:
 * @self: a view
 * @zoom: pixels a point; the middle of the view stays where it is
 */
void
anc_page_view_set_zoom (AncPageView *self,
                        double zoom)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  anc_page_view_zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

AncPageFit
anc_page_view_get_fit (AncPageView *self)
{
  g_return_val_if_fail (ANC_IS_PAGE_VIEW (self), ANC_PAGE_FIT_NONE);

  return self->fit;
}

void
anc_page_view_set_fit (AncPageView *self,
                       AncPageFit fit)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  self->fit = fit;
  lay_out (self);
  anc_page_view_queue_telling (self);
}

/**
 * anc_page_view_turn:
 * @self: a view
 * @quarter_turns: by how many quarters all pages are turned, clockwise or, if negative, the other way
 */
void
anc_page_view_turn (AncPageView *self,
                    int quarter_turns)
{
  guint page;

  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  if (self->layout == NULL)
    return;

  page = self->page;
  anc_page_layout_set_turns (self->layout, anc_page_layout_get_turns (self->layout) + (guint) (quarter_turns % 4 + 4));
  lay_out (self);
  anc_page_view_go_to_page (self, page);
}

/* ---- Matches and selection ----------------------------------------------------------------- */

/**
 * anc_page_view_set_matches:
 * @self: a view
 * @matches: (array length=n_matches) (nullable): the places a search found, in order
 * @n_matches: how many
 */
void
anc_page_view_set_matches (AncPageView *self,
                           const AncPagePlace *matches,
                           guint n_matches)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  g_array_set_size (self->matches, 0);
  if (n_matches > 0)
    g_array_append_vals (self->matches, matches, n_matches);
  self->current_match = G_MAXUINT;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * anc_page_view_go_to_match:
 * @self: a view
 * @match: one of the matches
 */
void
anc_page_view_go_to_match (AncPageView *self,
                           guint match)
{
  const AncPagePlace *place;

  g_return_if_fail (ANC_IS_PAGE_VIEW (self));
  g_return_if_fail (match < self->matches->len);

  self->current_match = match;
  place = &g_array_index (self->matches, AncPagePlace, match);
  if (self->layout != NULL && place->page < anc_page_layout_get_n_pages (self->layout))
    scroll_to_place (self, place);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
anc_page_view_has_selection (AncPageView *self)
{
  g_return_val_if_fail (ANC_IS_PAGE_VIEW (self), FALSE);

  return self->has_selection;
}

void
anc_page_view_set_has_selection (AncPageView *self,
                                 gboolean has_selection)
{
  if (self->has_selection == has_selection)
    return;

  self->has_selection = has_selection;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.copy", has_selection);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_SELECTION]);
}
