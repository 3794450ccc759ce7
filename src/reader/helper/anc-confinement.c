/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-confinement.h"

#include "anc-landlock.h"
#include "anc-reader-error.h"
#include "anc-syscall-filter.h"

#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <iconv.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

/* Bytes of address space. What a page of any honest document takes is a tenth of it. */
#define MAX_MEMORY (1024UL * 1024 * 1024)

/* Bytes of one file: pixels, or a filled form. */
#define MAX_FILE (512UL * 1024 * 1024)

#define MAX_OPEN_FILES 64

/* What is read on the way to a page, beside the fonts that fontconfig names. */
static const char *const readable[] = {
  "/etc/fonts",
  "/usr/share/fontconfig",
  "/usr/share/poppler",
  "/usr/share/color/icc",
  "/usr/share/tesseract-ocr",
  "/usr/share/tessdata",
  "/app/share/poppler",
  "/app/share/tessdata",
};

static gboolean
fail (GError **error,
      const char *what)
{
  g_set_error (error, ANC_READER_ERROR, ANC_READER_ERROR_UNAVAILABLE, "%s: %s", what, g_strerror (errno));
  return FALSE;
}

static gboolean
set_limit (__rlimit_resource_t resource,
           rlim_t value)
{
  struct rlimit limit = { value, value };

  return setrlimit (resource, &limit) == 0;
}

static void
add_fontconfig_folders (GPtrArray *folders,
                        FcStrList *list)
{
  FcChar8 *folder;

  while ((folder = FcStrListNext (list)) != NULL)
    g_ptr_array_add (folders, g_strdup ((const char *) folder));
  FcStrListDone (list);
}

static GPtrArray *
list_readable_folders (void)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
    g_ptr_array_add (folders, g_strdup (readable[i]));
  if (g_getenv ("TESSDATA_PREFIX") != NULL)
    g_ptr_array_add (folders, g_strdup (g_getenv ("TESSDATA_PREFIX")));
  add_fontconfig_folders (folders, FcConfigGetFontDirs (NULL));
  add_fontconfig_folders (folders, FcConfigGetCacheDirs (NULL));

  return folders;
}

static gboolean
limit_resources (GError **error)
{
#ifndef __SANITIZE_ADDRESS__ /* whose shadow memory takes terabytes of addresses */
  if (!set_limit (RLIMIT_AS, MAX_MEMORY))
    return fail (error, "memory limit");
#endif
  if (!set_limit (RLIMIT_CORE, 0)
      || !set_limit (RLIMIT_FSIZE, MAX_FILE)
      || !set_limit (RLIMIT_NOFILE, MAX_OPEN_FILES)
      || !set_limit (RLIMIT_NPROC, 0))
    return fail (error, "resource limits");

  return TRUE;
}

/**
 * anc_confinement_prepare:
 *
 * Loads what could not be opened any more by a process that is confined. Children inherit it.
 */
void
anc_confinement_prepare (void)
{
  static const char *const encodings[] = { "UTF-16", "UTF-16BE", "UTF-16LE", "ISO-8859-1" };

  FcInit ();

  /* Titles in PDF files are UTF-16, passwords Latin-1; glibc loads the code of these when it is first
   * asked for, and keeps it while someone holds it. */
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (iconv_open ("UTF-8", encodings[i]) == (iconv_t) -1 || iconv_open (encodings[i], "UTF-8") == (iconv_t) -1)
      g_warning ("there is no %s on this system", encodings[i]);
}

/**
 * anc_confinement_enter:
 *
 * Gives up for good what a document is not to be trusted with: the network, other programs, every
 * file but fonts and the data of OCR (where the kernel has Landlock), writing files, memory without
 * bound. The process dies with its parent. The order matters: what Landlock or the filter forbid must
 * have been done before, by anc_confinement_prepare() too.
 *
 * Returns: %TRUE, or %FALSE with #ANC_READER_ERROR_UNAVAILABLE
 */
gboolean
anc_confinement_enter (GError **error)
{
  g_autoptr (GPtrArray) folders = list_readable_folders ();

  if (!limit_resources (error))
    return FALSE;
  if (prctl (PR_SET_PDEATHSIG, SIGKILL) != 0
      || prctl (PR_SET_DUMPABLE, 0) != 0
      || prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return fail (error, "process attributes");
  if (!anc_landlock_enter ((const char *const *) folders->pdata, folders->len) && errno != ENOSYS
      && errno != EOPNOTSUPP)
    return fail (error, "Landlock");
  if (!anc_syscall_filter_enter ())
    return fail (error, "system call filter");

  return TRUE;
}

/**
 * anc_confinement_set_time:
 * @seconds: of processor time from now, after which the process is killed
 *
 * The client watches the clock on the wall; this stands behind it, for a client that stopped.
 */
void
anc_confinement_set_time (guint seconds)
{
  struct rusage usage;
  struct rlimit limit;

  getrusage (RUSAGE_SELF, &usage);
  limit.rlim_cur = (rlim_t) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + seconds + 1;
  limit.rlim_max = RLIM_INFINITY;
  setrlimit (RLIMIT_CPU, &limit);
}
