/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The headers of Debian 12 know version 2 of the interface, kernels have gone further. What follows
 * is what later versions added, as https://docs.kernel.org/userspace-api/landlock.html gives it. */
#define ACCESS_FS_TRUNCATE (1ULL << 14)  /* version 3 */
#define ACCESS_NET_TCP 3ULL              /* version 4: bind, connect */
#define ACCESS_FS_IOCTL_DEV (1ULL << 15) /* version 5 */
#define SCOPES 3ULL                      /* version 6: abstract sockets, signals */

/* Version 1 knows the thirteen rights up to making symbolic links. */
#define ACCESS_FS_VERSION_1 ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1)

/* struct landlock_ruleset_attr of version 6. An older kernel takes it while what it does not know is 0. */
typedef struct
{
  guint64 handled_access_fs;
  guint64 handled_access_net;
  guint64 scoped;
} Ruleset;

/* Everything that this version of the interface can take away. */
static Ruleset
describe_ruleset (long version)
{
  Ruleset ruleset = { ACCESS_FS_VERSION_1, 0, 0 };

  if (version >= 2)
    ruleset.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3)
    ruleset.handled_access_fs |= ACCESS_FS_TRUNCATE;
  if (version >= 4)
    ruleset.handled_access_net = ACCESS_NET_TCP;
  if (version >= 5)
    ruleset.handled_access_fs |= ACCESS_FS_IOCTL_DEV;
  if (version >= 6)
    ruleset.scoped = SCOPES;

  return ruleset;
}

/* Lets the files under a folder be read; a folder that is not there needs no rule. */
static gboolean
allow_folder (int ruleset_fd,
              const char *folder)
{
  struct landlock_path_beneath_attr rule = {
    .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
    .parent_fd = open (folder, O_PATH | O_DIRECTORY | O_CLOEXEC),
  };
  long status;

  if (rule.parent_fd < 0)
    return TRUE;

  status = syscall (SYS_landlock_add_rule, ruleset_fd, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close (rule.parent_fd);

  return status == 0;
}

/**
 * anc_landlock_enter:
 * @folders: (array length=n_folders): what stays readable, with all below; those not there are
 *   passed over
 *
 * Takes every other right on the file system from this process, and TCP where the kernel can. Needs
 * no-new-privileges.
 *
 * Returns: %TRUE, or %FALSE with errno set, to `ENOSYS` or `EOPNOTSUPP` where there is no Landlock
 */
gboolean
anc_landlock_enter (const char *const *folders,
                    guint n_folders)
{
  long version = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  Ruleset ruleset;
  int ruleset_fd;
  gboolean entered = TRUE;

  if (version < 0)
    return FALSE;

  ruleset = describe_ruleset (version);
  ruleset_fd = (int) syscall (SYS_landlock_create_ruleset, &ruleset, sizeof ruleset, 0);
  if (ruleset_fd < 0)
    return FALSE;

  for (guint i = 0; entered && i < n_folders; i++)
    entered = allow_folder (ruleset_fd, folders[i]);
  entered = entered && syscall (SYS_landlock_restrict_self, ruleset_fd, 0) == 0;
  close (ruleset_fd);

  return entered;
}
