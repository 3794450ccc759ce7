/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-binding.h"
#include "anc-bundle-check.h"

#include "anc-binder-protocol.h"
#include "anc-confinement.h"
#include "anc-escape.h"
#include "anc-filing-error.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The request, the report and a plan fit in there many times. */
#define MAX_REQUEST (64 * 1024 * 1024)

/* What no honest document needs more of. Mapped files do not count as memory. */
#define MAX_MEMORY (1024UL * 1024 * 1024)

/* What no office would call a file to be filed. */
#define MAX_FILE (16UL * 1024 * 1024 * 1024)

#define MAX_OPEN_FILES 64

/* What is drawn is put aside piece by piece. */
static const int calls[] = { SYS_pwrite64 };

/* Fonts are read, and looked for by a thread of Pango's; nothing else is opened. */
static const AncConfinement confinement = {
  .calls = calls,
  .n_calls = G_N_ELEMENTS (calls),
  .message_fd = -1,
  .has_threads = TRUE,
  .max_data = MAX_MEMORY,
  .max_file = MAX_FILE,
  .max_open_files = MAX_OPEN_FILES,
};

static gboolean
map_whole (int fd,
           AncSpan *span)
{
  struct stat status;

  return fstat (fd, &status) == 0 && anc_span_map (fd, 0, (gsize) status.st_size, span);
}

static GVariant *
read_variant (int fd,
              const char *type)
{
  AncSpan span;

  if (!map_whole (fd, &span) || span.length > MAX_REQUEST)
    return NULL;

  return g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE (type), span.data, span.length, FALSE, NULL, NULL));
}

static gboolean
read_documents (AncBinding *self,
                GVariantIter *parts)
{
  guint64 start, length;
  guint state;

  if (g_variant_iter_n_children (parts) != self->plan->parts->len)
    return FALSE;

  while (g_variant_iter_next (parts, "(ttu)", &start, &length, &state))
    {
      AncDocument document = { .state = state < ANC_N_PART_STATES ? state : ANC_PART_MISSING };

      if (document.state == ANC_PART_BOUND && length > 0
          && !anc_span_map (ANC_BINDER_FD_DOCUMENTS, (goffset) start, length, &document.span))
        document.state = ANC_PART_MISSING;
      g_array_append_val (self->documents, document);
    }

  return TRUE;
}

static gboolean
read_request (AncBinding *self)
{
  g_autoptr (GVariant) request = read_variant (ANC_BINDER_FD_REQUEST, ANC_BINDER_REQUEST_TYPE);
  g_autoptr (GVariantIter) parts = NULL;
  g_autoptr (AncProblems) problems = anc_problems_new ();
  const char *text;

  if (request == NULL)
    return FALSE;

  g_variant_get (request, "(&sa(ttu))", &text, &parts);
  self->plan = anc_bundle_plan_new (text, strlen (text), problems);

  return self->plan != NULL && read_documents (self, parts);
}

static gboolean
write_report (const AncBundleReport *report)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (anc_bundle_report_to_variant (report));
  gsize size = g_variant_get_size (variant);

  return pwrite (ANC_BINDER_FD_REPORT, g_variant_get_data (variant), size, 0) == (ssize_t) size;
}

static gboolean
do_bind (AncBinding *self,
         GError **error)
{
  self->report = anc_bundle_report_new ();

  return anc_binding_run (self, error) && (write_report (self->report) || anc_binding_fail (error, "the report could not be written"));
}

static gboolean
do_check (AncBinding *self,
          GError **error)
{
  g_autoptr (GVariant) variant = read_variant (ANC_BINDER_FD_REPORT, ANC_BUNDLE_REPORT_TYPE);
  AncSpan file;

  self->report = variant != NULL ? anc_bundle_report_new_from_variant (variant, self->plan->parts->len) : NULL;
  if (self->report == NULL || !map_whole (self->output, &file))
    {
      g_set_error_literal (error, ANC_FILING_ERROR, ANC_FILING_ERROR_CHECK, "there is nothing to check");
      return FALSE;
    }

  return anc_bundle_check (self->plan, self->report, &file, error);
}

static gboolean
run (AncBinding *self,
     gboolean binds,
     GError **error)
{
  if (read_request (self))
    return binds ? do_bind (self, error) : do_check (self, error);

  g_set_error_literal (error, ANC_FILING_ERROR, ANC_FILING_ERROR_BINDER, "the request is not one");
  return FALSE;
}

/* Opens what can only be opened now, and shuts the program in. */
static int
prepare (AncBinding *self,
         gboolean binds)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  anc_confinement_prepare ();
  if (binds && !anc_binding_prepare (self))
    {
      fputs ("ancrage-binder: the file cannot be written\n", stderr);
      return ANC_BINDER_EXIT_FAILED;
    }
  if (!anc_confinement_enter (&confinement, &error))
    {
      fprintf (stderr, "ancrage-binder: %s\n", error->message);
      return ANC_BINDER_EXIT_UNCONFINED;
    }

  return 0;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  AncBinding self = { .output = ANC_BINDER_FD_OUTPUT };
  const char *verb = argc > 1 ? argv[1] : "";
  const gboolean binds = argc == 2 && strcmp (verb, "bind") == 0;
  const gboolean tries = argc == 4 && strcmp (verb, "try") == 0;
  gboolean is_done;
  int status;

  if ((!binds && !tries && (argc != 2 || strcmp (verb, "check") != 0)) || fcntl (ANC_BINDER_FD_REPORT, F_GETFD) < 0)
    {
      fputs ("ancrage-binder is started by Ancrage, which hands it the documents to bind.\n", stderr);
      return ANC_BINDER_EXIT_USAGE;
    }

  status = prepare (&self, binds);
  if (status != 0)
    return status;

  self.documents = g_array_new (FALSE, FALSE, sizeof (AncDocument));
  anc_scratch_init (&self.scratch, ANC_BINDER_FD_SCRATCH);
  is_done = tries || run (&self, binds, &error);
  if (tries)
    printf ("tried %d\n", anc_escape_try (argv[2], argv[3]));
  else if (!is_done)
    printf ("failed %d %s\n", error->code, error->message);

  fflush (stdout);
  /* Not exit(): what the documents left in memory is of no use to anyone. */
  _exit (is_done ? 0 : ANC_BINDER_EXIT_FAILED);
}
