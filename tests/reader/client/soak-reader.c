/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-fixture.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* usage: soak-reader COUNT SEED FILE…
 *
 * Asks everything of COUNT documents, each a mutation of one of the files: bits flipped, bytes
 * changed, cut short, a piece of another spliced in. Whatever is in them, each request must give a
 * result or an error with a code within its time, and the helper must be all that dies. What brings
 * a helper down or outlasts its time is kept in the folder ANC_SOAK_KEEP, if that is set. */

/* A request may outlast its own limit by this much, on a busy machine, in seconds. */
#define SLACK 5

#define N_CODES ANC_READER_N_ERRORS

typedef struct
{
  AncReader *reader;
  GPtrArray *seeds; /* of GBytes */
  GRand *random;
  guint n_answers;
  guint n_errors[N_CODES];
  guint n_wrong; /* errors without a code, and requests that took too long */
  double longest;
  GByteArray *current; /* the document being asked */
} Soak;

/* ---- Mutations ----------------------------------------------------------------------------- */

static gsize
pick (Soak *soak,
      gsize below)
{
  return below > 0 ? (gsize) (g_rand_double (soak->random) * (double) below) : 0;
}

static void
flip_bits (Soak *soak,
           GByteArray *bytes)
{
  for (gsize n = 1 + pick (soak, 20); n > 0; n--)
    bytes->data[pick (soak, bytes->len)] ^= (guint8) (1 << pick (soak, 8));
}

/* Numbers are what sizes, offsets and counts hang on. */
static void
change_digits (Soak *soak,
               GByteArray *bytes)
{
  for (gsize n = 200 + pick (soak, 200), changed = 0; n > 0 && changed < 6; n--)
    {
      guint8 *byte = &bytes->data[pick (soak, bytes->len)];

      if (!g_ascii_isdigit (*byte))
        continue;
      *byte = (guint8) ("0123456789-."[pick (soak, 12)]);
      changed++;
    }
}

static void
cut (Soak *soak,
     GByteArray *bytes)
{
  g_byte_array_set_size (bytes, (guint) (1 + pick (soak, bytes->len)));
}

static void
drop_piece (Soak *soak,
            GByteArray *bytes)
{
  gsize start = pick (soak, bytes->len);

  g_byte_array_remove_range (bytes, (guint) start, (guint) pick (soak, MIN (bytes->len - start, 400)));
}

/* Puts a piece of any seed, an object of a PDF where it is one, over or between the bytes. */
static void
splice (Soak *soak,
        GByteArray *bytes)
{
  gsize length, at = pick (soak, bytes->len);
  const guint8 *other = g_bytes_get_data (g_ptr_array_index (soak->seeds, pick (soak, soak->seeds->len)), &length);
  gsize start = pick (soak, length);
  const guint8 *object = memmem (other + start, length - start, " obj\n", 5);
  const guint8 *end = object != NULL ? memmem (object, (gsize) (other + length - object), "endobj", 6) : NULL;
  const guint8 *piece = end != NULL ? object + 5 : other + start;
  gsize most = 1 + pick (soak, 300);
  gsize size = end != NULL ? (gsize) (end - piece) : MIN (length - start, most);
  const guint8 *here = memmem (bytes->data + at, bytes->len - at, " obj\n", 5);
  g_autoptr (GByteArray) result = g_byte_array_new ();

  if (here != NULL)
    at = (gsize) (here + 5 - bytes->data);
  g_byte_array_append (result, bytes->data, (guint) at);
  g_byte_array_append (result, piece, (guint) size);
  g_byte_array_append (result, bytes->data + at, bytes->len - (guint) at);
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, result->data, result->len);
}

static GByteArray *
mutate (Soak *soak)
{
  static void (*const mutations[]) (Soak * soak, GByteArray * bytes) = {
    flip_bits, change_digits, cut, drop_piece, splice
  };
  GBytes *seed = g_ptr_array_index (soak->seeds, pick (soak, soak->seeds->len));
  GByteArray *bytes = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (seed, &length);

  g_byte_array_append (bytes, data, (guint) length);
  for (gsize n = 1 + pick (soak, 3); n > 0 && bytes->len > 0; n--)
    mutations[pick (soak, G_N_ELEMENTS (mutations))](soak, bytes);

  return bytes;
}

/* ---- Requests ------------------------------------------------------------------------------ */

static void
keep (Soak *soak,
      const char *what,
      const char *why)
{
  static guint n;
  g_autofree char *name = g_strdup_printf ("%03u-%s-%s", n++, what, why);
  g_autofree char *path = NULL;

  if (g_getenv ("ANC_SOAK_KEEP") == NULL)
    return;

  path = g_build_filename (g_getenv ("ANC_SOAK_KEEP"), name, NULL);
  g_file_set_contents (path, (const char *) soak->current->data, (gssize) soak->current->len, NULL);
}

/* Notes how a request ended; takes the error. */
static void
note (Soak *soak,
      const char *what,
      gint64 start,
      guint seconds,
      GError *error)
{
  double took = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  soak->longest = MAX (soak->longest, took);
  if (took > seconds + SLACK)
    {
      g_printerr ("%s took %.1f s\n", what, took);
      soak->n_wrong++;
    }

  if (error == NULL)
    soak->n_answers++;
  else if (error->domain == ANC_READER_ERROR && error->code >= 0 && error->code < N_CODES)
    {
      soak->n_errors[error->code]++;
      if (error->code == ANC_READER_ERROR_CRASHED || error->code == ANC_READER_ERROR_TIMEOUT)
        keep (soak, what, anc_reader_error_get_name (error->code));
    }
  else
    {
      g_printerr ("%s: %s\n", what, error->message);
      soak->n_wrong++;
    }
  g_clear_error (&error);
}

static AncReaderDocument *
open_bytes (Soak *soak,
            GByteArray *bytes)
{
  g_auto (AncAnswer) answer = { NULL };
  AncReaderDocument *document;
  GError *error = NULL;
  gint64 start = g_get_monotonic_time ();
  int memory = memfd_create ("mutation", MFD_CLOEXEC);

  if (bytes->len > 0 && write (memory, bytes->data, bytes->len) != (gssize) bytes->len)
    g_error ("no memory for a document");
  anc_reader_open_async (soak->reader, memory, "sésame", NULL, anc_answer_cb, &answer);
  close (memory);
  document = anc_reader_open_finish (soak->reader, anc_answer_wait (&answer), &error);
  note (soak, "open", start, anc_reader_protocol_get_seconds (ANC_READER_CALL_OPEN), error);

  return document;
}

typedef void (*Ask) (AncReaderDocument *document,
                     AncAnswer *answer);

static void
ask_info (AncReaderDocument *document,
          AncAnswer *answer)
{
  anc_reader_document_get_info_async (document, NULL, anc_answer_cb, answer);
}

static void
ask_pages (AncReaderDocument *document,
           AncAnswer *answer)
{
  anc_reader_document_list_pages_async (document, 0, G_MAXUINT, NULL, anc_answer_cb, answer);
}

static void
ask_outline (AncReaderDocument *document,
             AncAnswer *answer)
{
  anc_reader_document_list_outline_async (document, NULL, anc_answer_cb, answer);
}

static void
ask_links (AncReaderDocument *document,
           AncAnswer *answer)
{
  anc_reader_document_list_links_async (document, 0, NULL, anc_answer_cb, answer);
}

static void
ask_picture (AncReaderDocument *document,
             AncAnswer *answer)
{
  anc_reader_document_render_async (
      document, 0, 0.5, NULL, ANC_READER_PRIORITY_SCREEN, NULL, anc_answer_cb, answer);
}

static void
ask_text (AncReaderDocument *document,
          AncAnswer *answer)
{
  anc_reader_document_get_text_async (
      document, 0, ANC_READER_OCR_NEVER, ANC_READER_PRIORITY_SOON, NULL, anc_answer_cb, answer);
}

static void
ask_search (AncReaderDocument *document,
            AncAnswer *answer)
{
  anc_reader_document_search_async (document, "salaire", 0, G_MAXUINT, ANC_READER_OCR_NEVER, NULL, anc_answer_cb, answer);
}

static void
ask_fields (AncReaderDocument *document,
            AncAnswer *answer)
{
  anc_reader_document_list_fields_async (document, NULL, anc_answer_cb, answer);
}

static void
ask_fill (AncReaderDocument *document,
          AncAnswer *answer)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  int memory = memfd_create ("copy", MFD_CLOEXEC);

  g_hash_table_insert (values, (gpointer) "nom", (gpointer) "Quelqu’un");
  anc_reader_document_fill_async (document, values, memory, NULL, anc_answer_cb, answer);
  close (memory);
}

static void
ask_reading (AncReaderDocument *document,
             AncAnswer *answer)
{
  anc_reader_document_read_async (document, ANC_READER_OCR_NEVER, NULL, anc_answer_cb, answer);
}

static const struct
{
  const char *name;
  AncReaderCall call;
  Ask ask;
  GDestroyNotify free;
} requests[] = {
  { "info", ANC_READER_CALL_INFO, ask_info, (GDestroyNotify) anc_reader_info_free },
  { "pages", ANC_READER_CALL_PAGES, ask_pages, (GDestroyNotify) g_ptr_array_unref },
  { "outline", ANC_READER_CALL_OUTLINE, ask_outline, (GDestroyNotify) g_ptr_array_unref },
  { "links", ANC_READER_CALL_LINKS, ask_links, (GDestroyNotify) g_ptr_array_unref },
  { "render", ANC_READER_CALL_RENDER, ask_picture, (GDestroyNotify) anc_reader_picture_free },
  { "text", ANC_READER_CALL_TEXT, ask_text, (GDestroyNotify) anc_reader_text_free },
  { "search", ANC_READER_CALL_SEARCH, ask_search, (GDestroyNotify) anc_reader_found_free },
  { "fields", ANC_READER_CALL_FIELDS, ask_fields, (GDestroyNotify) g_ptr_array_unref },
  { "fill", ANC_READER_CALL_FILL, ask_fill, (GDestroyNotify) g_ptr_array_unref },
  { "read", ANC_READER_CALL_READ, ask_reading, g_free },
};

static void
ask_everything (Soak *soak,
                AncReaderDocument *document)
{
  guint last = G_N_ELEMENTS (requests) - 1;

  for (guint i = 0; i <= last; i++)
    {
      g_auto (AncAnswer) answer = { NULL };
      GError *error = NULL;
      gint64 start = g_get_monotonic_time ();
      gpointer value;

      requests[i].ask (document, &answer);
      value = g_task_propagate_pointer (G_TASK (anc_answer_wait (&answer)), &error);
      if (value != NULL)
        requests[i].free (value);
      /* What hangs once hangs again, and the documents after it are waiting. */
      if (g_error_matches (error, ANC_READER_ERROR, ANC_READER_ERROR_TIMEOUT))
        last = i;
      note (soak, requests[i].name, start, anc_reader_protocol_get_seconds (requests[i].call), error);
    }
}

/* ---- The program --------------------------------------------------------------------------- */

static void
load_seed (Soak *soak,
           const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, &error))
    g_error ("%s", error->message);
  g_ptr_array_add (soak->seeds, g_bytes_new_take (data, length));
}

int
main (int argc,
      char **argv)
{
  Soak soak = { 0 };
  guint count, n_coded = 0;

  if (argc < 4)
    {
      g_printerr ("usage: soak-reader COUNT SEED FILE…\n");
      return 2;
    }

  soak.reader = anc_reader_new ();
  soak.random = g_rand_new_with_seed ((guint32) atoi (argv[2]));
  soak.seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (int i = 3; i < argc; i++)
    load_seed (&soak, argv[i]);

  count = (guint) atoi (argv[1]);
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GByteArray) bytes = mutate (&soak);
      g_autoptr (AncReaderDocument) document = NULL;

      soak.current = bytes;
      document = open_bytes (&soak, bytes);

      if (document != NULL)
        ask_everything (&soak, document);
    }

  for (guint i = 0; i < N_CODES; i++)
    n_coded += soak.n_errors[i];
  for (guint i = 0; i < N_CODES; i++)
    if (soak.n_errors[i] > 0)
      g_print ("%s: %u\n", i == ANC_READER_ERROR_INVALID ? "no such page, field or form" : anc_reader_error_get_name ((int) i), soak.n_errors[i]);
  g_print ("%u documents, %u answers, %u errors with a code, %u wrong, longest %.1f s\n",
           count,
           soak.n_answers,
           n_coded,
           soak.n_wrong,
           soak.longest);

  g_ptr_array_unref (soak.seeds);
  g_rand_free (soak.random);
  g_object_unref (soak.reader);

  return soak.n_wrong > 0 || soak.n_answers == 0 ? 1 : 0;
}
