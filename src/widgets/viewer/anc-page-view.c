/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-page-view-private.h"

#include <glib/gi18n.h>

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

/* ---- Telling --------------------------------------------------------------------------------- */

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
  if (anc_page_view_get_failure (self, self->page) != NULL)
    text = g_strdup (anc_page_view_get_failure (self, self->page));
  else if (words != NULL && anc_page_words_get_count (words) > 0)
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
anc_page_view_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  AncPageView *self = ANC_PAGE_VIEW (widget);

  self->is_given_size = TRUE;
  if (width != self->laid_out_width || height != self->laid_out_height)
    anc_page_view_lay_out (self);
  self->is_given_size = FALSE;
  self->laid_out_width = width;
  self->laid_out_height = height;
  anc_page_view_place_fields (self);
  anc_page_view_place_links (self);
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
      anc_page_view_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      anc_page_view_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
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
  g_clear_handle_id (&self->move_id, g_source_remove);
  g_clear_handle_id (&self->give_back_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_handle_id (&self->read_id, g_source_remove);
  anc_page_view_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  anc_page_view_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

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
  g_hash_table_unref (self->read_of);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_array_unref (self->marks);
  g_array_unref (self->stops);

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

  /**
   * AncPageView::copying:
   * @self: the view
   * @n_done: so many pages of those to copy were read
   * @n_pages: of so many; as many when it is over, be it that it was stopped
   *
   * Tells how far copying is where it takes long.
   */
  g_signal_new ("copying", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  anc_page_view_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
anc_page_view_init (AncPageView *self)
{
  self->fit = ANC_PAGE_FIT_WIDTH;
  self->requests = g_ptr_array_new ();
  self->failures = anc_page_view_create_failures ();
  self->words = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) anc_page_words_unref);
  self->links = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->asked_of = g_hash_table_new (NULL, NULL);
  self->read_of = g_hash_table_new (NULL, NULL);
  self->marks = g_array_new (FALSE, FALSE, sizeof (AncPagePlace));
  self->stops = anc_page_view_create_stops ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
  anc_page_view_add_controllers (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (anc_page_view_lay_out), NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.copy", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.stop-copying", FALSE);
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

  anc_page_view_stop_copying (self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  anc_page_view_forget_pictures (self);
  anc_page_view_forget_words (self);
  anc_page_view_forget_form (self);
  anc_page_view_forget_stops (self);
  g_clear_pointer (&self->layout, anc_page_layout_free);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_array_set_size (self->marks, 0);
  self->has_place = FALSE;
  self->seeks_place = FALSE;

  g_set_object (&self->source, source);
  if (source != NULL)
    {
      self->cancellable = g_cancellable_new ();
      self->cache = anc_page_cache_new (0);
      self->layout = create_layout (source);
    }
  anc_page_view_scroll_to (self, GTK_ORIENTATION_VERTICAL, 0);
  anc_page_view_lay_out (self);
  anc_page_view_tell_whether_busy (self);
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

/* ---- Matches and selection ----------------------------------------------------------------- */

/**
 * anc_page_view_set_matches:
 * @self: a view
 * @matches: (nullable) (element-type AncPageMatch): the places a search found, in order; set again when there are more
 */
void
anc_page_view_set_matches (AncPageView *self,
                           GPtrArray *matches)
{
  g_return_if_fail (ANC_IS_PAGE_VIEW (self));

  if (matches != self->matches)
    {
      g_clear_pointer (&self->matches, g_ptr_array_unref);
      self->matches = matches != NULL ? g_ptr_array_ref (matches) : NULL;
      self->current_match = G_MAXUINT;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * anc_page_view_go_to_match:
 * @self: a view
 * @index: one of the matches
 */
void
anc_page_view_go_to_match (AncPageView *self,
                           guint index)
{
  const AncPageMatch *match;

  g_return_if_fail (ANC_IS_PAGE_VIEW (self));
  g_return_if_fail (self->matches != NULL && index < self->matches->len);

  self->current_match = index;
  match = g_ptr_array_index (self->matches, index);
  if (self->layout != NULL && match->page < anc_page_layout_get_n_pages (self->layout))
    {
      AncPagePlace place = { match->page, match->n_rects > 0 ? match->rects[0] : (AncRect){ 0 } };

      for (guint i = 1; i < match->n_rects; i++)
        place.rect = anc_rect_union (place.rect, match->rects[i]);
      anc_page_view_scroll_to_place (self, &place);
    }
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
