/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-report.h"

/* More than any file has; what says more is wrong. */
#define MAX_PAGES 1000000

const char *const anc_part_state_names[] = {
  "bound",
  "repaired",
  "missing",
  "password",
  "damaged",
  "not_a_document",
  "empty",
  "too_large",
  "crashed",
  NULL
};

const char *const anc_archival_names[] = { "yes", "not_wanted", "sources", NULL };

AncBundleReport *
anc_bundle_report_new (void)
{
  AncBundleReport *self = g_new0 (AncBundleReport, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (AncPartReport));

  return self;
}

void
anc_bundle_report_free (AncBundleReport *self)
{
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * anc_bundle_report_to_variant:
 *
 * Returns: (transfer floating): the report, for the way between two programs
 */
GVariant *
anc_bundle_report_to_variant (const AncBundleReport *self)
{
  GVariantBuilder front, parts;

  g_variant_builder_init (&front, G_VARIANT_TYPE ("au"));
  for (guint i = 0; i < ANC_N_FRONT_SECTIONS; i++)
    g_variant_builder_add (&front, "u", self->front[i]);
  g_variant_builder_init (&parts, G_VARIANT_TYPE ("a(uub)"));
  for (guint i = 0; i < self->parts->len; i++)
    {
      const AncPartReport *part = &g_array_index (self->parts, AncPartReport, i);

      g_variant_builder_add (&parts, "(uub)", (guint) part->state, part->n_pages, part->is_archival);
    }

  return g_variant_new (ANC_BUNDLE_REPORT_TYPE, &front, (guint) self->archival, &parts);
}

static gboolean
read_parts (AncBundleReport *self,
            GVariantIter *parts)
{
  guint state, n_pages;
  gboolean is_archival;

  while (g_variant_iter_next (parts, "(uub)", &state, &n_pages, &is_archival))
    {
      AncPartReport part = { state, n_pages, is_archival };

      if (state >= ANC_N_PART_STATES || n_pages == 0 || n_pages > MAX_PAGES)
        return FALSE;
      g_array_append_val (self->parts, part);
    }

  return TRUE;
}

/**
 * anc_bundle_report_new_from_variant:
 * @variant: what the binder sent; it is not trusted
 * @n_parts: how many parts the plan has
 *
 * Returns: (transfer full) (nullable): the report, or %NULL if it is not one
 */
AncBundleReport *
anc_bundle_report_new_from_variant (GVariant *variant,
                                    guint n_parts)
{
  g_autoptr (AncBundleReport) self = anc_bundle_report_new ();
  g_autoptr (GVariantIter) front = NULL;
  g_autoptr (GVariantIter) parts = NULL;
  guint archival = 0;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE (ANC_BUNDLE_REPORT_TYPE)))
    return NULL;

  g_variant_get (variant, ANC_BUNDLE_REPORT_TYPE, &front, &archival, &parts);
  if (g_variant_iter_n_children (front) != ANC_N_FRONT_SECTIONS || archival >= ANC_N_ARCHIVAL_HINDRANCES
      || g_variant_iter_n_children (parts) != n_parts || !read_parts (self, parts))
    return NULL;
  for (guint i = 0; i < ANC_N_FRONT_SECTIONS; i++)
    {
      g_variant_iter_next (front, "u", &self->front[i]);
      if (self->front[i] > MAX_PAGES)
        return NULL;
    }
  self->archival = archival;

  return g_steal_pointer (&self);
}

guint
anc_bundle_report_count_front (const AncBundleReport *self)
{
  guint n = 0;

  for (guint i = 0; i < ANC_N_FRONT_SECTIONS; i++)
    n += self->front[i];

  return n;
}

/**
 * anc_bundle_report_count_pages:
 *
 * Returns: the pages of these parts together
 */
guint
anc_bundle_report_count_pages (const AncBundleReport *self,
                               guint first_part,
                               guint n_parts)
{
  guint n = 0;

  g_return_val_if_fail (first_part + n_parts <= self->parts->len, 0);

  for (guint i = first_part; i < first_part + n_parts; i++)
    n += g_array_index (self->parts, AncPartReport, i).n_pages;

  return n;
}
