/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-intake-private.h"

/* The text of documents, kept to be searched, with what was read of pages that are pictures. */

/* Longer documents are books, of which nobody looks for the rest. */
#define MAX_PAGES 500

typedef struct
{
  AncIntakeJob *job;
  GPtrArray *pages; /* of char, in their order */
} Text;

static void
end (Text *self)
{
  anc_intake_end_job (self->job);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

static void
kept_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!anc_store_set_text_finish (ANC_STORE (source), result, &error))
    g_warning ("The text of a document could not be kept: %s", error->message);
  end (user_data);
}

static void get_next (Text *self);

/* A page that cannot be read is one without text. */
static void
page_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  Text *self = user_data;
  AncReaderText *text = anc_reader_document_get_text_finish (ANC_READER_DOCUMENT (source), result, NULL);

  g_ptr_array_add (self->pages, g_strdup (text != NULL ? text->plain : ""));
  g_clear_pointer (&text, anc_reader_text_free);
  get_next (self);
}

static void
get_next (Text *self)
{
  AncIntake *intake = self->job->intake;
  const guint n_pages = MIN (anc_reader_document_get_n_pages (self->job->document), MAX_PAGES);

  if (g_cancellable_is_cancelled (intake->reading))
    end (self);
  else if (self->pages->len < n_pages)
    anc_reader_document_get_text_async (self->job->document,
                                        self->pages->len,
                                        ANC_READER_OCR_AUTO,
                                        ANC_READER_PRIORITY_THUMBNAIL,
                                        intake->reading,
                                        page_cb,
                                        self);
  else
    {
      g_ptr_array_add (self->pages, NULL);
      anc_store_set_text_async (intake->store, self->job->sha256, (const char *const *) self->pages->pdata, NULL, kept_cb, self);
    }
}

/* The document is still open with what was read of it: nothing is read twice. */
void
anc_intake_keep_text (AncIntakeJob *job)
{
  Text *self = g_new0 (Text, 1);

  self->job = job;
  self->pages = g_ptr_array_new_with_free_func (g_free);
  get_next (self);
}
