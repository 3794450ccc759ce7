/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-date-entry.h"

#include "anc-typed-date.h"
#include "anc-words.h"

#include <glib/gi18n.h>

#define ENTRY_CHARS 17

struct _AncDateEntry
{
  GtkWidget parent_instance;

  AncDate date;
  AncDate today;
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *problem;  /* a popover */
  GtkWidget *sentence; /* in it */
  GtkWidget *calendar;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (AncDateEntry, anc_date_entry, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DATE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* ---- Showing ------------------------------------------------------------------------------- */

static void
show_problem (AncDateEntry *self,
              const char *problem)
{
  gtk_label_set_label (GTK_LABEL (self->sentence), problem != NULL ? problem : "");
  if (problem != NULL)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_popover_popup (GTK_POPOVER (self->problem));
    }
  else
    {
      gtk_widget_remove_css_class (self->entry, "error");
      gtk_popover_popdown (GTK_POPOVER (self->problem));
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : "",
                                  -1);
}

static void
show_date (AncDateEntry *self)
{
  g_autofree char *text = anc_words_date (self->date);

  self->is_showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->is_showing = FALSE;
  show_problem (self, NULL);
}

/* ---- Typing -------------------------------------------------------------------------------- */

static gboolean
read_typed (AncDateEntry *self,
            AncDate *date,
            char **problem)
{
  AncTypedDate typed;

  if (!anc_typed_date_read (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->today, &typed, problem))
    return FALSE;
  if (typed.first != typed.last)
    {
      *problem = g_strdup (_ ("Write the day too, such as 21/11/2026."));
      return FALSE;
    }

  *date = typed.first;
  return TRUE;
}

/* While typing, only what was wrong may become right; new reproaches wait for Enter. */
static void
typed_cb (AncDateEntry *self)
{
  g_autofree char *problem = NULL;
  AncDate date;

  if (self->is_showing || !gtk_widget_has_css_class (self->entry, "error"))
    return;
  if (read_typed (self, &date, &problem))
    show_problem (self, NULL);
  else
    gtk_label_set_label (GTK_LABEL (self->sentence), problem);
}

static void
take_typed (AncDateEntry *self)
{
  g_autofree char *problem = NULL;
  AncDate date;

  if (!read_typed (self, &date, &problem))
    {
      show_problem (self, problem);
      return;
    }

  anc_date_entry_set_date (self, date);
  show_date (self);
}

static void
left_cb (AncDateEntry *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    take_typed (self);
}

/* ---- Moving -------------------------------------------------------------------------------- */

static void
move (AncDateEntry *self,
      int months,
      int days)
{
  const AncDate date = anc_date_add_months (self->date, months, ANC_ROUNDING_DOWN) + days;

  anc_date_entry_set_date (self, CLAMP (date, ANC_DATE_MIN, ANC_DATE_MAX));
  show_date (self);
}

static void
previous_cb (AncDateEntry *self)
{
  move (self, -1, 0);
}

static void
next_cb (AncDateEntry *self)
{
  move (self, 1, 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        AncDateEntry *self)
{
  switch (key)
    {
    case GDK_KEY_Up:
      move (self, 0, 1);
      return TRUE;
    case GDK_KEY_Down:
      move (self, 0, -1);
      return TRUE;
    case GDK_KEY_Page_Up:
      move (self, 1, 0);
      return TRUE;
    case GDK_KEY_Page_Down:
      move (self, -1, 0);
      return TRUE;
    case GDK_KEY_Escape:
      show_date (self);
      return FALSE;
    default:
      return FALSE;
    }
}

/* ---- Calendar ------------------------------------------------------------------------------ */

static void
calendar_shown_cb (AncDateEntry *self)
{
  int year, month, day;
  g_autoptr (GDateTime) time = NULL;

  anc_date_get_ymd (self->date, &year, &month, &day);
  time = g_date_time_new_local (year, month, day, 12, 0, 0);
  self->is_showing = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), time);
  self->is_showing = FALSE;
}

static void
picked_cb (AncDateEntry *self)
{
  g_autoptr (GDateTime) time = NULL;

  if (self->is_showing)
    return;

  time = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  anc_date_entry_set_date (self,
                           anc_date_new (g_date_time_get_year (time),
                                         g_date_time_get_month (time),
                                         g_date_time_get_day_of_month (time)));
  show_date (self);
}

static void
today_cb (AncDateEntry *self)
{
  anc_date_entry_set_date (self, self->today);
  show_date (self);
  calendar_shown_cb (self);
}

static GtkWidget *
create_calendar_button (AncDateEntry *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *today = gtk_button_new_with_mnemonic (_ ("_Today"));

  self->calendar = gtk_calendar_new ();
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), today);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, _ ("Pick a date"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pick a date"), -1);
  g_signal_connect_swapped (popover, "map", G_CALLBACK (calendar_shown_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (today, "clicked", G_CALLBACK (today_cb), self);

  return button;
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_date_entry_get_property (GObject *object,
                             guint id,
                             GValue *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DATE:
      g_value_set_int (value, ANC_DATE_ENTRY (object)->date);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_date_entry_set_property (GObject *object,
                             guint id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DATE:
      anc_date_entry_set_date (ANC_DATE_ENTRY (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
anc_date_entry_dispose (GObject *object)
{
  AncDateEntry *self = ANC_DATE_ENTRY (object);

  g_clear_pointer (&self->problem, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (anc_date_entry_parent_class)->dispose (object);
}

static void
anc_date_entry_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  AncDateEntry *self = ANC_DATE_ENTRY (widget);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->problem));
}

static void
anc_date_entry_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (ANC_DATE_ENTRY (widget)->box, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

/* Wherever the focus is in it, what can be typed takes it. */
static gboolean
anc_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ANC_DATE_ENTRY (widget)->entry);
}

/* Not what every widget does: on the way back it would take the focus itself once its first child had it, and hand it
 * to the entry for good. */
static gboolean
anc_date_entry_focus (GtkWidget *widget,
                      GtkDirectionType direction)
{
  return gtk_widget_child_focus (ANC_DATE_ENTRY (widget)->box, direction);
}

static void
anc_date_entry_class_init (AncDateEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = anc_date_entry_get_property;
  object_class->set_property = anc_date_entry_set_property;
  object_class->dispose = anc_date_entry_dispose;
  widget_class->size_allocate = anc_date_entry_size_allocate;
  widget_class->measure = anc_date_entry_measure;
  widget_class->grab_focus = anc_date_entry_grab_focus;
  widget_class->focus = anc_date_entry_focus;

  props[PROP_DATE] = g_param_spec_int ("date", NULL, NULL, ANC_DATE_MIN, ANC_DATE_MAX, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_button (AncDateEntry *self,
               const char *icon,
               const char *words,
               GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static void
create_problem (AncDateEntry *self)
{
  self->sentence = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->sentence), 36);
  self->problem = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->problem), FALSE);
  gtk_popover_set_child (GTK_POPOVER (self->problem), self->sentence);
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
}

static void
create_entry (AncDateEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), ENTRY_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), ENTRY_CHARS);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (take_typed), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
}

static void
anc_date_entry_init (AncDateEntry *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "linked");
  create_entry (self);
  gtk_box_append (GTK_BOX (self->box),
                  create_button (self, "go-previous-symbolic", _ ("A month earlier"), G_CALLBACK (previous_cb)));
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), create_calendar_button (self));
  gtk_box_append (GTK_BOX (self->box), create_button (self, "go-next-symbolic", _ ("A month later"), G_CALLBACK (next_cb)));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  create_problem (self);
}

/**
 * anc_date_entry_new:
 * @label: what the date is of, for a screen reader
 * @date: what it starts with
 * @today: today's date
 *
 * Returns: (transfer floating): the entry
 */
GtkWidget *
anc_date_entry_new (const char *label,
                    AncDate date,
                    AncDate today)
{
  AncDateEntry *self = g_object_new (ANC_TYPE_DATE_ENTRY, NULL);

  self->date = date;
  self->today = today;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_date (self);

  return GTK_WIDGET (self);
}

AncDate
anc_date_entry_get_date (AncDateEntry *self)
{
  g_return_val_if_fail (ANC_IS_DATE_ENTRY (self), ANC_DATE_NONE);

  return self->date;
}

void
anc_date_entry_set_date (AncDateEntry *self,
                         AncDate date)
{
  g_return_if_fail (ANC_IS_DATE_ENTRY (self));
  g_return_if_fail (date >= ANC_DATE_MIN && date <= ANC_DATE_MAX);

  if (self->date == date)
    return;

  self->date = date;
  show_date (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DATE]);
}
