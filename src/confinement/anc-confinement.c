/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-confinement.h"

#include "anc-landlock.h"
#include "anc-syscall-filter.h"

#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <iconv.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>

/* What fonts are found with, beside the folders that fontconfig names. */
static const char *const font_settings[] = { "/etc/fonts", "/usr/share/fontconfig" };

static gboolean
fail (GError **error,
      const char *what)
{
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno), "%s: %s", what, g_strerror (errno));
  return FALSE;
}

/* ---- Before -------------------------------------------------------------------------------- */

/* GLib's own writer looks for the system's journal, by a socket. */
static GLogWriterOutput
write_log (GLogLevelFlags level,
           const GLogField *fields,
           gsize n_fields,
           gpointer user_data)
{
  g_autofree char *line = g_log_writer_format_fields (level, fields, n_fields, FALSE);

  fprintf (stderr, "%s\n", line);

  return G_LOG_WRITER_HANDLED;
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

  g_log_set_writer_func (write_log, NULL, NULL);
  FcInit ();

  /* Titles in PDF files are UTF-16, passwords Latin-1; glibc loads the code of these when it is first
   * asked for, and keeps it while someone holds it. */
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (iconv_open ("UTF-8", encodings[i]) == (iconv_t) -1 || iconv_open (encodings[i], "UTF-8") == (iconv_t) -1)
      g_warning ("there is no %s on this system", encodings[i]);
}

/* ---- Limits -------------------------------------------------------------------------------- */

/* Lowers a limit; one that is lower already stays. */
static gboolean
set_limit (__rlimit_resource_t resource,
           rlim_t value)
{
  struct rlimit limit;

  if (getrlimit (resource, &limit) != 0)
    return FALSE;

  limit.rlim_max = MIN (limit.rlim_max, value);
  limit.rlim_cur = MIN (limit.rlim_cur, limit.rlim_max);

  return setrlimit (resource, &limit) == 0;
}

static gboolean
set_own_limit (__rlimit_resource_t resource,
               gsize value)
{
  return value == 0 || set_limit (resource, value);
}

static gboolean
limit_resources (const AncConfinement *self,
                 GError **error)
{
#ifndef __SANITIZE_ADDRESS__ /* whose shadow memory takes terabytes of addresses */
  if (!set_own_limit (RLIMIT_AS, self->max_addresses) || !set_own_limit (RLIMIT_DATA, self->max_data))
    return fail (error, "memory limit");
#endif
  if (!set_limit (RLIMIT_CORE, 0) || !set_own_limit (RLIMIT_FSIZE, self->max_file)
      || !set_own_limit (RLIMIT_NOFILE, self->max_open_files)
      || (!self->has_threads && !set_limit (RLIMIT_NPROC, 0)))
    return fail (error, "resource limits");

  return TRUE;
}

/* ---- Files --------------------------------------------------------------------------------- */

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
list_readable_folders (const AncConfinement *self)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (font_settings); i++)
    g_ptr_array_add (folders, g_strdup (font_settings[i]));
  for (guint i = 0; self->readable != NULL && self->readable[i] != NULL; i++)
    g_ptr_array_add (folders, g_strdup (self->readable[i]));
  add_fontconfig_folders (folders, FcConfigGetFontDirs (NULL));
  add_fontconfig_folders (folders, FcConfigGetCacheDirs (NULL));

  return folders;
}

/**
 * anc_confinement_enter:
 * @self: what the process is left with
 *
 * Gives up for good what a document is not to be trusted with: the network, other programs, every
 * file but fonts and what @self names (where the kernel has Landlock), opening files to write them,
 * memory without bound. The process dies with its parent. The order matters: what Landlock or the
 * filter forbid must have been done before, by anc_confinement_prepare() too.
 *
 * Returns: %TRUE, or %FALSE with an error of %G_FILE_ERROR
 */
gboolean
anc_confinement_enter (const AncConfinement *self,
                       GError **error)
{
  g_autoptr (GPtrArray) folders = list_readable_folders (self);

  if (!limit_resources (self, error))
    return FALSE;
  if (prctl (PR_SET_PDEATHSIG, SIGKILL) != 0
      || prctl (PR_SET_DUMPABLE, 0) != 0
      || prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return fail (error, "process attributes");
  if (!anc_landlock_enter ((const char *const *) folders->pdata, folders->len) && errno != ENOSYS
      && errno != EOPNOTSUPP)
    return fail (error, "Landlock");
  if (!anc_syscall_filter_enter (self))
    return fail (error, "system call filter");

  return TRUE;
}

/**
 * anc_confinement_set_time:
 * @seconds: of processor time from now, after which the process is killed
 *
 * Whoever started it watches the clock on the wall; this stands behind it, for one that stopped.
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
