/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-helper.h"

#include "anc-confinement.h"
#include "anc-helper-calls.h"
#include "anc-memory-watch.h"
#include "anc-reader-error.h"

#include <errno.h>
#include <malloc.h>
#include <math.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

/* So long nothing is asked when somebody looks at what came, in ms. */
#define REST 300

/* What reads pictures is large: it is kept so long for the next page, in ms. */
#define OCR_KEPT 5000

/* Bytes. */
#define LARGE_FILE (8 * 1024 * 1024)

/* In points; no page reaches that far. */
#define MAX_PLACE 1e6

static GVariant *open_document (AncHelper *self,
                                GVariant *body,
                                int *fd,
                                GError **error);

static const AncHelperHandler handlers[ANC_READER_N_CALLS] = {
  [ANC_READER_CALL_OPEN] = open_document,
  [ANC_READER_CALL_INFO] = anc_helper_get_info,
  [ANC_READER_CALL_PAGES] = anc_helper_get_pages,
  [ANC_READER_CALL_OUTLINE] = anc_helper_get_outline,
  [ANC_READER_CALL_LINKS] = anc_helper_get_links,
  [ANC_READER_CALL_RENDER] = anc_helper_render,
  [ANC_READER_CALL_TEXT] = anc_helper_get_text,
  [ANC_READER_CALL_SEARCH] = anc_helper_search,
  [ANC_READER_CALL_FIELDS] = anc_helper_get_fields,
  [ANC_READER_CALL_FILL] = anc_helper_fill,
  [ANC_READER_CALL_READ] = anc_helper_read,
  [ANC_READER_CALL_SELF_TEST] = anc_helper_self_test,
};

/* Gives back the memory of what nobody has asked for lately. Returns how long to wait until there is more to give
 * back, in ms, or -1. */
static int
rest (AncHelper *self,
      int waited)
{
  if (waited == OCR_KEPT)
    g_clear_pointer (&self->ocr, anc_ocr_free);
  anc_helper_drop_sheet (self);
  malloc_trim (0);

  return self->ocr != NULL ? OCR_KEPT : -1;
}

/**
 * anc_helper_wait:
 * @user_data: (nullable): the helper whose socket it is
 *
 * Waits for the socket, however long.
 */
gboolean
anc_helper_wait (int fd,
                 short events,
                 gpointer user_data,
                 GError **error)
{
  AncHelper *self = user_data;
  struct pollfd socket = { fd, events, 0 };
  int patience = self != NULL ? REST : -1;
  int ready;

  while ((ready = poll (&socket, 1, patience)) <= 0)
    if (ready == 0)
      patience = rest (self, patience);
    else if (errno != EINTR)
      return FALSE;

  return TRUE;
}

/* ---- What handlers share ------------------------------------------------------------------- */

/**
 * anc_helper_report_progress:
 * @self: a helper that works on a request
 * @done: pages done, more than the last time
 * @total: pages there are to do
 *
 * Starts the time of the next page. The client is told ten times a second at most.
 */
void
anc_helper_report_progress (AncHelper *self,
                            guint done,
                            guint total)
{
  gint64 now = g_get_monotonic_time ();

  anc_confinement_set_time (anc_reader_protocol_get_seconds (self->call));
  if (now - self->last_progress < PROGRESS_INTERVAL)
    return;

  self->last_progress = now;
  anc_reader_channel_send (self->channel,
                           ANC_READER_REPLY_PROGRESS,
                           self->serial,
                           g_variant_new ("(uu)", done, total),
                           -1,
                           NULL);
}

gboolean
anc_helper_check_page (AncHelper *self,
                       guint page,
                       GError **error)
{
  if (page < anc_document_get_n_pages (self->document))
    return TRUE;

  g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID, "there is no such page");
  return FALSE;
}

/**
 * anc_helper_parse_ocr:
 * @name: `auto`, `never` or `always`
 *
 * Returns: when to read pages from their pictures; #ANC_OCR_AUTO for any other name
 */
AncOcrPolicy
anc_helper_parse_ocr (const char *name)
{
  if (strcmp (name, "never") == 0)
    return ANC_OCR_NEVER;

  return strcmp (name, "always") == 0 ? ANC_OCR_ALWAYS : ANC_OCR_AUTO;
}

/* A document may place things anywhere, or nowhere. */
static double
bound_place (double place)
{
  return isfinite (place) ? CLAMP (place, -MAX_PLACE, MAX_PLACE) : 0;
}

GVariant *
anc_helper_new_rect (AncRect rect)
{
  double x0 = bound_place (rect.x0), y0 = bound_place (rect.y0);

  return g_variant_new ("(dddd)", x0, y0, MAX (x0, bound_place (rect.x1)), MAX (y0, bound_place (rect.y1)));
}

/**
 * anc_helper_new_text:
 * @text: (nullable): what a document says, in whatever encoding it pretends
 *
 * Returns: (transfer floating): the text as valid UTF-8
 */
GVariant *
anc_helper_new_text (const char *text)
{
  return g_variant_new_take_string (g_utf8_make_valid (text != NULL ? text : "", -1));
}

/* ---- Opening ------------------------------------------------------------------------------- */

static const char *
get_form (AncHelper *self)
{
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);

  if (size >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    return "jpeg";
  if (size >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "png";
  if (size >= 4 && (memcmp (data, "II*\0", 4) == 0 || memcmp (data, "MM\0*", 4) == 0))
    return "tiff";

  return "pdf";
}

/* Takes the document's bytes without reading them: what is not looked at is never loaded. */
static GBytes *
map_document (int fd,
              GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  struct stat info;

  if (fd < 0 || fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size == 0)
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_NOT_A_DOCUMENT, "there is nothing to read");
      return NULL;
    }
  if (info.st_size > ANC_READER_MAX_DOCUMENT)
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_TOO_LARGE, "the file is too large");
      return NULL;
    }
  file = g_mapped_file_new_from_fd (fd, FALSE, NULL);
  if (file == NULL)
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_DAMAGED, "the file could not be read");
      return NULL;
    }

  return g_mapped_file_get_bytes (file);
}

static GVariant *
open_document (AncHelper *self,
               GVariant *body,
               int *fd,
               GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AncDocument) document = NULL;
  g_autofree char *password = NULL;
  guint n_pages;

  if (self->document != NULL)
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID, "a document is open");
      return NULL;
    }

  g_variant_get (body, "(ms)", &password);
  bytes = map_document (*fd, error);
  *fd = -1;
  if (bytes == NULL)
    return NULL;
  document = anc_document_open (bytes, password, error);
  if (document == NULL)
    return NULL;
  n_pages = anc_document_get_n_pages (document);
  if (n_pages > ANC_READER_MAX_PAGES)
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_TOO_LARGE, "the document has too many pages");
      return NULL;
    }

  self->bytes = g_steal_pointer (&bytes);
  self->password = g_steal_pointer (&password);
  self->document = g_steal_pointer (&document);

  return g_variant_new ("(su)", get_form (self), n_pages);
}

/* ---- Serving ------------------------------------------------------------------------------- */

/* What was looked at of a large file stays with the system, which may take it back: the helper does not hold it. */
static void
let_go_of_file (AncHelper *self)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (self->bytes, &size);

  if (size >= LARGE_FILE)
    madvise ((gpointer) data, size, MADV_DONTNEED);
}

/* The code that the client knows for an error of any library behind a handler. */
static guint32
get_error_code (const GError *error)
{
  if (error->domain == ANC_READER_ERROR)
    return (guint32) error->code;
  if (g_error_matches (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_PASSWORD))
    return ANC_READER_ERROR_PASSWORD;
  if (g_error_matches (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_NOT_A_DOCUMENT))
    return ANC_READER_ERROR_NOT_A_DOCUMENT;
  if (g_error_matches (error, ANC_DOCUMENT_ERROR, ANC_DOCUMENT_ERROR_TOO_LARGE))
    return ANC_READER_ERROR_TOO_LARGE;

  return ANC_READER_ERROR_DAMAGED;
}

static GVariant *
handle (AncHelper *self,
        const AncReaderMessage *request,
        int *fd,
        GError **error)
{
  GVariant *answer;

  self->call = request->kind;
  self->serial = request->serial;
  self->last_progress = g_get_monotonic_time ();
  anc_confinement_set_time (anc_reader_protocol_get_seconds (self->call));
  anc_memory_watch_reset ();

  if (handlers[self->call] == NULL || (self->call == ANC_READER_CALL_SELF_TEST && !self->obeys_self_test))
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID, "this is not for a helper to do");
      return NULL;
    }
  if (self->document == NULL && self->call != ANC_READER_CALL_OPEN && self->call != ANC_READER_CALL_SELF_TEST)
    {
      g_set_error_literal (error, ANC_READER_ERROR, ANC_READER_ERROR_INVALID, "no document is open");
      return NULL;
    }

  answer = handlers[self->call](self, request->body, fd, error);
  if (self->bytes != NULL)
    let_go_of_file (self);
  if (answer != NULL && anc_memory_watch_ran_out ())
    {
      /* Whatever came out may lack a part. */
      g_clear_pointer (&answer, g_variant_unref);
      g_set_error_literal (error,
                           ANC_READER_ERROR,
                           ANC_READER_ERROR_TOO_LARGE,
                           "there is not enough memory for this");
    }

  return answer;
}

static gboolean
answer_error (AncHelper *self,
              const GError *error)
{
  return anc_reader_channel_send (self->channel,
                                  ANC_READER_REPLY_ERROR,
                                  self->serial,
                                  g_variant_new ("(u@s)",
                                                 get_error_code (error),
                                                 anc_helper_new_text (error->message)),
                                  -1,
                                  NULL);
}

/* FALSE once the client is gone. */
static gboolean
serve (AncHelper *self)
{
  g_auto (AncReaderMessage) request = ANC_READER_MESSAGE_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;
  gboolean sent;
  int fd;

  if (!anc_reader_channel_receive (self->channel, &request, NULL))
    return FALSE;

  fd = request.fd;
  answer = handle (self, &request, &fd, &error);
  if (answer == NULL)
    {
      if (fd >= 0 && fd != request.fd)
        close (fd);
      return answer_error (self, error);
    }

  g_variant_ref_sink (answer);
  if (fd == request.fd)
    fd = -1;
  sent = anc_reader_channel_send (self->channel, self->call, self->serial, answer, fd, &error);
  if (fd >= 0)
    close (fd);
  if (g_error_matches (error, ANC_READER_ERROR, ANC_READER_ERROR_TOO_LARGE))
    return answer_error (self, error);

  return sent;
}

/**
 * anc_helper_run:
 * @obeys_self_test: whether to try what must be impossible when told to
 *
 * Serves the document that the client hands over, until it closes the socket.
 *
 * Returns: the exit status
 */
int
anc_helper_run (gboolean obeys_self_test)
{
  AncHelper self = { .obeys_self_test = obeys_self_test };

  self.seen = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) anc_page_text_unref);
  self.channel = anc_reader_channel_new (ANC_READER_SOCKET_FD, ANC_READER_REQUESTS, anc_helper_wait, &self);
  while (serve (&self))
    ;

  return 0;
}
