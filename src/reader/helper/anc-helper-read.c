/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-helper-calls.h"
#include "anc-reading.h"

static void
report_progress (guint done,
                 guint total,
                 gpointer user_data)
{
  anc_helper_report_progress (user_data, done, total);
}

GVariant *
anc_helper_read (AncHelper *self,
                 GVariant *body,
                 int *fd,
                 GError **error)
{
  AncReadingOptions options = { .ocr = self->ocr, .progress = report_progress, .progress_data = self };
  g_autoptr (AncReading) reading = NULL;
  g_autofree char *json = NULL;
  const char *ocr;

  g_variant_get (body, "(&s)", &ocr);
  options.ocr_policy = anc_helper_parse_ocr (ocr);
  reading = anc_reading_run (self->document, &options, error);
  if (reading == NULL)
    return NULL;
  json = anc_reading_to_json (reading, NULL);

  return g_variant_new ("(@s)", anc_helper_new_text (json));
}
