/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-entry.h"

#include <glib/gi18n.h>

struct _AncBundleEntry
{
  GObject parent_instance;

  gint64 key; /* of its first document */
  guint number;
  char *title;
  char *subtitle;
  guint n_documents;
  gboolean is_filed;
};

G_DEFINE_FINAL_TYPE (AncBundleEntry, anc_bundle_entry, G_TYPE_OBJECT)

static void
anc_bundle_entry_finalize (GObject *object)
{
  AncBundleEntry *self = ANC_BUNDLE_ENTRY (object);

  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (anc_bundle_entry_parent_class)->finalize (object);
}

static void
anc_bundle_entry_class_init (AncBundleEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = anc_bundle_entry_finalize;
}

static void
anc_bundle_entry_init (AncBundleEntry *self)
{
}

/* What is known of it beside its title: when, how many documents, under which heading, whether it was filed. */
static char *
describe (const AncExhibit *exhibit)
{
  const guint n = exhibit->documents->len;
  g_autofree char *count = n > 1 ? g_strdup_printf (ngettext ("%u document", "%u documents", n), n) : NULL;
  const char *parts[] = { exhibit->date, count, exhibit->group, exhibit->is_filed ? _ ("filed before") : NULL };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

AncBundleEntry *
anc_bundle_entry_new (const AncExhibit *exhibit)
{
  AncBundleEntry *self = g_object_new (ANC_TYPE_BUNDLE_ENTRY, NULL);

  self->key = ((const AncRow *) g_ptr_array_index (exhibit->documents, 0))->key;
  self->number = exhibit->number;
  self->title = g_strdup (exhibit->title);
  self->subtitle = describe (exhibit);
  self->n_documents = exhibit->documents->len;
  self->is_filed = exhibit->is_filed;

  return self;
}

gint64
anc_bundle_entry_get_key (AncBundleEntry *self)
{
  g_return_val_if_fail (ANC_IS_BUNDLE_ENTRY (self), 0);

  return self->key;
}

guint
anc_bundle_entry_get_number (AncBundleEntry *self)
{
  g_return_val_if_fail (ANC_IS_BUNDLE_ENTRY (self), 0);

  return self->number;
}

const char *
anc_bundle_entry_get_title (AncBundleEntry *self)
{
  g_return_val_if_fail (ANC_IS_BUNDLE_ENTRY (self), NULL);

  return self->title;
}

const char *
anc_bundle_entry_get_subtitle (AncBundleEntry *self)
{
  g_return_val_if_fail (ANC_IS_BUNDLE_ENTRY (self), NULL);

  return self->subtitle;
}

guint
anc_bundle_entry_get_n_documents (AncBundleEntry *self)
{
  g_return_val_if_fail (ANC_IS_BUNDLE_ENTRY (self), 0);

  return self->n_documents;
}

gboolean
anc_bundle_entry_is_filed (AncBundleEntry *self)
{
  g_return_val_if_fail (ANC_IS_BUNDLE_ENTRY (self), FALSE);

  return self->is_filed;
}

gboolean
anc_bundle_entry_equal (AncBundleEntry *self,
                        AncBundleEntry *other)
{
  return self->key == other->key && self->number == other->number && self->n_documents == other->n_documents
         && self->is_filed == other->is_filed && g_strcmp0 (self->title, other->title) == 0
         && g_strcmp0 (self->subtitle, other->subtitle) == 0;
}
