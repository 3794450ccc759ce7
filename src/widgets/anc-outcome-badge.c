/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-outcome-badge.h"

#include "anc-timeline-words.h"

/**
 * AncOutcomeBadge:
 *
 * Where a case stands: an icon, a word and a colour, so that none of them has to be told alone.
 */
struct _AncOutcomeBadge
{
  GtkWidget parent_instance;

  AncOutcome outcome;
  char *text; /* NULL: the outcome's own word */
  GtkWidget *icon;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (AncOutcomeBadge, anc_outcome_badge, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_OUTCOME,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* By outcome. */
static const char *const css_classes[] = { "not-met", "unknown", "to-prove", "arguable", "met" };
static const char *const icons[] = {
  "anc-outcome-not-met-symbolic",
  "anc-outcome-unknown-symbolic",
  "anc-outcome-to-prove-symbolic",
  "anc-outcome-arguable-symbolic",
  "anc-outcome-met-symbolic",
};

static void
update (AncOutcomeBadge *self)
{
  const char *text = anc_outcome_badge_get_text (self);

  for (gsize i = 0; i < G_N_ELEMENTS (css_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), css_classes[self->outcome]);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icons[self->outcome]);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
anc_outcome_badge_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  AncOutcomeBadge *self = ANC_OUTCOME_BADGE (object);

  switch (prop_id)
    {
    case PROP_OUTCOME:
      g_value_set_int (value, (int) self->outcome);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_outcome_badge_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  AncOutcomeBadge *self = ANC_OUTCOME_BADGE (object);

  switch (prop_id)
    {
    case PROP_OUTCOME:
      anc_outcome_badge_set_outcome (self, (AncOutcome) g_value_get_int (value));
      break;
    case PROP_TEXT:
      anc_outcome_badge_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
anc_outcome_badge_dispose (GObject *object)
{
  AncOutcomeBadge *self = ANC_OUTCOME_BADGE (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (anc_outcome_badge_parent_class)->dispose (object);
}

static void
anc_outcome_badge_finalize (GObject *object)
{
  g_free (ANC_OUTCOME_BADGE (object)->text);

  G_OBJECT_CLASS (anc_outcome_badge_parent_class)->finalize (object);
}

static void
anc_outcome_badge_class_init (AncOutcomeBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read_write = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = anc_outcome_badge_dispose;
  object_class->finalize = anc_outcome_badge_finalize;
  object_class->get_property = anc_outcome_badge_get_property;
  object_class->set_property = anc_outcome_badge_set_property;

  props[PROP_OUTCOME] = g_param_spec_int ("outcome",
                                          NULL,
                                          NULL,
                                          ANC_OUTCOME_NOT_MET,
                                          ANC_OUTCOME_MET,
                                          ANC_OUTCOME_UNKNOWN,
                                          read_write);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, read_write);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "outcome-badge");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
anc_outcome_badge_init (AncOutcomeBadge *self)
{
  self->outcome = ANC_OUTCOME_UNKNOWN;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->label = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  update (self);
}

GtkWidget *
anc_outcome_badge_new (AncOutcome outcome)
{
  return g_object_new (ANC_TYPE_OUTCOME_BADGE, "outcome", outcome, NULL);
}

AncOutcome
anc_outcome_badge_get_outcome (AncOutcomeBadge *self)
{
  g_return_val_if_fail (ANC_IS_OUTCOME_BADGE (self), ANC_OUTCOME_UNKNOWN);

  return self->outcome;
}

void
anc_outcome_badge_set_outcome (AncOutcomeBadge *self,
                               AncOutcome outcome)
{
  g_return_if_fail (ANC_IS_OUTCOME_BADGE (self));
  g_return_if_fail ((guint) outcome < G_N_ELEMENTS (icons));

  if (self->outcome == outcome)
    return;

  self->outcome = outcome;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OUTCOME]);
}

/**
 * anc_outcome_badge_get_text:
 *
 * Returns: (transfer none): what is written in it
 */
const char *
anc_outcome_badge_get_text (AncOutcomeBadge *self)
{
  g_return_val_if_fail (ANC_IS_OUTCOME_BADGE (self), NULL);

  return self->text != NULL ? self->text : anc_words_outcome_title (self->outcome);
}

/**
 * anc_outcome_badge_set_text:
 * @self: a badge
 * @text: (nullable): says more than the outcome alone; NULL: the outcome's word
 */
void
anc_outcome_badge_set_text (AncOutcomeBadge *self,
                            const char *text)
{
  g_return_if_fail (ANC_IS_OUTCOME_BADGE (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}
