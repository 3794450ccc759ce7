/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-syscall-filter.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* Calls that every program here makes and that reach nothing beyond the process and its descriptors.
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
  SCMP_SYS (fcntl),
  SCMP_SYS (fadvise64),
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

/* What threads cannot do without. */
static const int of_threads[] = {
  SCMP_SYS (rseq),
  SCMP_SYS (set_robust_list),
};

/* What makes a process share everything with the one who asks: a thread, and nothing else. */
#define THREAD_FLAGS ((scmp_datum_t) (CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD))

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

static gboolean
add_all (scmp_filter_ctx filter,
         const int *calls,
         guint n_calls)
{
  for (guint i = 0; i < n_calls; i++)
    if (seccomp_rule_add (filter, SCMP_ACT_ALLOW, calls[i], 0) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
add_refused (scmp_filter_ctx filter)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (seccomp_rule_add (filter, SCMP_ACT_ERRNO ((guint16) refused[i].answer), refused[i].call, 0) != 0)
      return FALSE;

  return TRUE;
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
         && add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) getpid ()))
         && seccomp_rule_add_array (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 2, own_cpu_limit) == 0
         && seccomp_rule_add_array (filter, SCMP_ACT_ALLOW, SCMP_SYS (prlimit64), 2, own_limits) == 0;
}

static gboolean
add_messages (scmp_filter_ctx filter,
              int fd)
{
  return add (filter, SCMP_ACT_ALLOW, SCMP_SYS (recvmsg), SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) fd))
         && add (filter, SCMP_ACT_ALLOW, SCMP_SYS (sendmsg), SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) fd));
}

/* The flags of clone3() lie in memory, where no filter can read them; glibc then asks clone(). */
static gboolean
add_threads (scmp_filter_ctx filter)
{
  return add_all (filter, of_threads, G_N_ELEMENTS (of_threads))
         && seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (clone3), 0) == 0
         && add (filter, SCMP_ACT_ALLOW, SCMP_SYS (clone), SCMP_A0 (SCMP_CMP_MASKED_EQ, THREAD_FLAGS, THREAD_FLAGS))
         && add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prctl), SCMP_A0 (SCMP_CMP_EQ, PR_SET_NAME));
}

static gboolean
fill_filter (scmp_filter_ctx filter,
             const AncConfinement *confinement)
{
  return add_all (filter, allowed, G_N_ELEMENTS (allowed))
         && add_all (filter, confinement->calls, confinement->n_calls)
         && add_refused (filter)
         && add_conditional (filter)
         && (confinement->message_fd < 0 || add_messages (filter, confinement->message_fd))
         && (!confinement->has_threads || add_threads (filter));
}

/**
 * anc_syscall_filter_enter:
 * @confinement: says which calls are needed beyond the common ones
 *
 * From now on a system call that drawing and reading do not need kills the process: no socket, no
 * program, no process, no code made at run time; a file opened to be written is refused.
 *
 * Returns: whether the filter is in force; else errno is set
 */
gboolean
anc_syscall_filter_enter (const AncConfinement *confinement)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_KILL_PROCESS);
  int status;

  if (filter == NULL || !fill_filter (filter, confinement))
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
