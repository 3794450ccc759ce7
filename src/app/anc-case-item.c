/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-item.h"

#include <glib/gi18n.h>

struct _AncCaseItem
{
  GObject parent_instance;

  gint64 key;
  gboolean is_loaded;
  char *reference;
  char *name;
  char *state;
  char *excerpt;

  gboolean has_outcome;
  AncOutcome outcome;
  AncDate earliest;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncCaseItem, anc_case_item, G_TYPE_OBJECT)

static void
anc_case_item_finalize (GObject *object)
{
  AncCaseItem *self = ANC_CASE_ITEM (object);

  g_free (self->reference);
  g_free (self->name);
  g_free (self->state);
  g_free (self->excerpt);

  G_OBJECT_CLASS (anc_case_item_parent_class)->finalize (object);
}

static void
anc_case_item_class_init (AncCaseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_case_item_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
anc_case_item_init (AncCaseItem *self)
{
  self->earliest = ANC_DATE_NONE;
}

AncCaseItem *
anc_case_item_new (gint64 key)
{
  AncCaseItem *self = g_object_new (ANC_TYPE_CASE_ITEM, NULL);

  self->key = key;

  return self;
}

gint64
anc_case_item_get_key (AncCaseItem *self)
{
  g_return_val_if_fail (ANC_IS_CASE_ITEM (self), 0);

  return self->key;
}

gboolean
anc_case_item_is_loaded (AncCaseItem *self)
{
  g_return_val_if_fail (ANC_IS_CASE_ITEM (self), FALSE);

  return self->is_loaded;
}

const char *
anc_case_item_get_reference (AncCaseItem *self)
{
  g_return_val_if_fail (ANC_IS_CASE_ITEM (self), NULL);

  return self->reference != NULL ? self->reference : "";
}

/**
 * anc_case_item_get_name:
 * @self: an item
 *
 * Returns: family name and given names on one line, or words for there being none
 */
const char *
anc_case_item_get_name (AncCaseItem *self)
{
  g_return_val_if_fail (ANC_IS_CASE_ITEM (self), NULL);

  if (self->is_loaded && self->name == NULL)
    return _ ("Name not recorded");

  return self->name != NULL ? self->name : "";
}

const char *
anc_case_item_get_state (AncCaseItem *self)
{
  g_return_val_if_fail (ANC_IS_CASE_ITEM (self), NULL);

  return self->state;
}

/**
 * anc_case_item_get_excerpt:
 * @self: an item
 *
 * Returns: (nullable): the words around what a search found in the case
 */
const char *
anc_case_item_get_excerpt (AncCaseItem *self)
{
  g_return_val_if_fail (ANC_IS_CASE_ITEM (self), NULL);

  return self->excerpt;
}

/* One line, whatever was pasted into the field. */
static char *
join_names (const char *family_name,
            const char *given_names)
{
  const gboolean has_family = family_name != NULL && family_name[0] != '\0';
  const gboolean has_given = given_names != NULL && given_names[0] != '\0';
  char *name;

  if (!has_family && !has_given)
    return NULL;

  if (has_family && has_given)
    /* Translators: a family name, then given names, in a list that is sorted by family name */
    name = g_strdup_printf (C_ ("list of people", "%s %s"), family_name, given_names);
  else
    name = g_strdup (has_family ? family_name : given_names);

  return g_strdelimit (name, "\r\n\t\v\f", ' ');
}

void
anc_case_item_set_head (AncCaseItem *self,
                        const char *reference,
                        const char *family_name,
                        const char *given_names,
                        const char *state)
{
  g_autofree char *name = NULL;

  g_return_if_fail (ANC_IS_CASE_ITEM (self));

  name = join_names (family_name, given_names);
  if (self->is_loaded && g_strcmp0 (self->reference, reference) == 0 && g_strcmp0 (self->name, name) == 0
      && g_strcmp0 (self->state, state) == 0)
    return;

  self->is_loaded = TRUE;
  g_free (self->reference);
  self->reference = g_strdup (reference);
  g_free (self->name);
  self->name = g_steal_pointer (&name);
  g_free (self->state);
  self->state = g_strdup (state);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
anc_case_item_set_excerpt (AncCaseItem *self,
                           const char *excerpt)
{
  g_return_if_fail (ANC_IS_CASE_ITEM (self));

  if (g_strcmp0 (self->excerpt, excerpt) == 0)
    return;

  g_free (self->excerpt);
  self->excerpt = g_strdup (excerpt);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * anc_case_item_get_outcome:
 * @self: an item
 * @outcome: (out): the best outcome today
 * @earliest: (out) (nullable): from when it would be met; %ANC_DATE_NONE for never, or unknown
 *
 * Returns: whether it is known yet
 */
gboolean
anc_case_item_get_outcome (AncCaseItem *self,
                           AncOutcome *outcome,
                           AncDate *earliest)
{
  g_return_val_if_fail (ANC_IS_CASE_ITEM (self), FALSE);

  *outcome = self->outcome;
  if (earliest != NULL)
    *earliest = self->earliest;

  return self->has_outcome;
}

void
anc_case_item_set_outcome (AncCaseItem *self,
                           AncOutcome outcome,
                           AncDate earliest)
{
  g_return_if_fail (ANC_IS_CASE_ITEM (self));

  if (self->has_outcome && self->outcome == outcome && self->earliest == earliest)
    return;

  self->has_outcome = TRUE;
  self->outcome = outcome;
  self->earliest = earliest;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
