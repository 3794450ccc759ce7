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

/* What was read is kept for whoever asks for the words of the pages next. */
static void
keep_seen (AncHelper *self,
           const AncReading *reading)
{
  for (guint page = 0; page < reading->texts->len; page++)
    {
      AncPageText *text = g_ptr_array_index (reading->texts, page);

      if (text != NULL)
        anc_helper_keep_seen (self, page, text);
    }
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
  keep_seen (self, reading);
  json = anc_reading_to_json (reading, NULL);

  return g_variant_new ("(@s)", anc_helper_new_text (json));
}
