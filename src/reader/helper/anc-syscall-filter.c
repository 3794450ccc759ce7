/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-syscall-filter.h"

#include "anc-reader-protocol.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

/* Calls that reading and drawing need and that reach nothing beyond the process and its descriptors.
 * Paths are Landlock's business. */
static const int allowed[] = {
  /* descriptors it holds */
  SCMP_SYS (read),
  SCMP_SYS (readv),
  SCMP_SYS (pread64),
  SCMP_SYS (write),
  SCMP_SYS (writev),
  SCMP_SYS (lseek),
  SCMP_SYS (close),
  SCMP_SYS (dup),
  SCMP_SYS (fcntl),
  SCMP_SYS (fadvise64),
  SCMP_SYS (poll),
  SCMP_SYS (ppoll),
  SCMP_SYS (memfd_create),
  SCMP_SYS (ftruncate),
  /* looking at files */
  SCMP_SYS (stat),
  SCMP_SYS (lstat),
  SCMP_SYS (fstat),
  SCMP_SYS (newfstatat),
  SCMP_SYS (statx),
  SCMP_SYS (statfs),
  SCMP_SYS (fstatfs),
  SCMP_SYS (access),
  SCMP_SYS (faccessat),
  SCMP_SYS (faccessat2),
  SCMP_SYS (readlink),
  SCMP_SYS (readlinkat),
  SCMP_SYS (getdents64),
  /* memory */
  SCMP_SYS (brk),
  SCMP_SYS (munmap),
  SCMP_SYS (mremap),
  SCMP_SYS (madvise),
  /* time and itself */
  SCMP_SYS (clock_gettime),
  SCMP_SYS (clock_getres),
  SCMP_SYS (clock_nanosleep),
  SCMP_SYS (gettimeofday),
  SCMP_SYS (time),
  SCMP_SYS (getpid),
  SCMP_SYS (getppid),
  SCMP_SYS (gettid),
  SCMP_SYS (getuid),
  SCMP_SYS (geteuid),
  SCMP_SYS (getgid),
  SCMP_SYS (getegid),
  SCMP_SYS (getrusage),
  SCMP_SYS (getrandom),
  SCMP_SYS (sysinfo),
  SCMP_SYS (uname),
  SCMP_SYS (sched_yield),
  SCMP_SYS (sched_getaffinity),
  SCMP_SYS (futex),
  SCMP_SYS (rt_sigaction),
  SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sigaltstack),
  SCMP_SYS (restart_syscall),
  SCMP_SYS (exit),
  SCMP_SYS (exit_group),
};

/* Calls that libraries try and can do without. */
static const struct
{
  int call;
  int answer;
} refused[] = {
  { SCMP_SYS (ioctl), ENOTTY },    /* is this a terminal? */
  { SCMP_SYS (utimensat), EPERM }, /* fontconfig touches its cache */
  { SCMP_SYS (unlink), EPERM },    /* and clears its locks */
  { SCMP_SYS (mkdir), EPERM },
  { SCMP_SYS (chmod), EPERM },
};

static gboolean
add (scmp_filter_ctx filter,
     guint32 action,
     int call,
     struct scmp_arg_cmp condition)
{
  return seccomp_rule_add_array (filter, action, call, 1, &condition) == 0;
}

/* Opening to read; opening to write is refused, since fontconfig tries it on its cache. */
static gboolean
add_open (scmp_filter_ctx filter,
          int call,
          unsigned argument)
{
  const unsigned writes = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);

  return add (filter,
              SCMP_ACT_ALLOW,
              call,
              SCMP_CMP (argument, SCMP_CMP_MASKED_EQ, writes, O_RDONLY))
         && add (filter,
                 SCMP_ACT_ERRNO (EACCES),
                 call,
                 SCMP_CMP (argument, SCMP_CMP_MASKED_EQ, O_ACCMODE, O_WRONLY))
         && add (filter,
                 SCMP_ACT_ERRNO (EACCES),
                 call,
                 SCMP_CMP (argument, SCMP_CMP_MASKED_EQ, O_ACCMODE, O_RDWR));
}

/* Calls that are harmless on some arguments only. */
static gboolean
add_conditional (scmp_filter_ctx filter)
{
  struct scmp_arg_cmp own_cpu_limit[] = { SCMP_A0 (SCMP_CMP_EQ, 0), SCMP_A1 (SCMP_CMP_EQ, RLIMIT_CPU) };
  struct scmp_arg_cmp own_limits[] = { SCMP_A0 (SCMP_CMP_EQ, 0), SCMP_A2 (SCMP_CMP_EQ, 0) };

  return add_open (filter, SCMP_SYS (open), 1)
         && add_open (filter, SCMP_SYS (openat), 2)
         && add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mmap), SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
         && add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mprotect), SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
         && add (filter, SCMP_ACT_ALLOW, SCMP_SYS (recvmsg), SCMP_A0 (SCMP_CMP_EQ, ANC_READER_SOCKET_FD))
         && add (filter, SCMP_ACT_ALLOW, SCMP_SYS (sendmsg), SCMP_A0 (SCMP_CMP_EQ, ANC_READER_SOCKET_FD))
         && add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) getpid ()))
         && seccomp_rule_add_array (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 2, own_cpu_limit) == 0
         && seccomp_rule_add_array (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 2, own_limits) == 0;
}

static gboolean
fill_filter (scmp_filter_ctx filter)
{
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    if (seccomp_rule_add (filter, SCMP_ACT_ALLOW, allowed[i], 0) != 0)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (seccomp_rule_add (filter, SCMP_ACT_ERRNO ((guint16) refused[i].answer), refused[i].call, 0) != 0)
      return FALSE;

  return add_conditional (filter);
}

/**
 * anc_syscall_filter_enter:
 *
 * From now on a system call that drawing and reading do not need kills the process: no socket, no
 * program, no thread, no code made at run time, no file opened to be written.
 *
 * Returns: whether the filter is in force; else errno is set
 */
gboolean
anc_syscall_filter_enter (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_KILL_PROCESS);
  int status;

  if (filter == NULL || !fill_filter (filter))
    {
      if (filter != NULL)
        seccomp_release (filter);
      errno = EINVAL;
      return FALSE;
    }

  status = seccomp_load (filter);
  seccomp_release (filter);
  errno = -status;

  return status == 0;
}
