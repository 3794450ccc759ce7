/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-secret.h"

#include "anc-cli.h"
#include "anc-wait.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define TERMINAL "/dev/tty"

/* Longer than anyone types, and room for what a key file holds. */
#define MAX_LENGTH 4096

/**
 * anc_secret_free:
 * @secret: (nullable): a passphrase
 *
 * Wipes it from memory.
 */
void
anc_secret_free (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, strlen (secret));

  g_free (secret);
}

gboolean
anc_secret_source_is_given (const AncSecretSource *self)
{
  return self->file != NULL || self->fd >= 0;
}

/* The first line of @fd; NULL with errno, or with errno 0 where it holds no passphrase. */
static char *
read_line (int fd)
{
  char line[MAX_LENGTH + 1];
  gsize length = 0;
  char *secret = NULL;

  errno = 0;
  for (;;)
    {
      const gssize n = read (fd, line + length, 1); /* no byte of what follows, which may be another's */

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0 || line[length] == '\n' || ++length == MAX_LENGTH)
        break;
    }
  line[length] = '\0';
  if (length > 0 && line[length - 1] == '\r')
    line[--length] = '\0';

  if (errno == 0 && length > 0 && strlen (line) == length && g_utf8_validate (line, -1, NULL))
    secret = g_strdup (line);
  explicit_bzero (line, sizeof line);

  return secret;
}

static void
print_unreadable (const char *name)
{
  if (errno != 0)
    anc_cli_print_error ("%s: %s", name, g_strerror (errno));
  else
    anc_cli_print_error (_ ("%s: there is no passphrase on the first line"), name);
}

static char *
read_given (const AncSecretSource *source)
{
  const int fd = source->file != NULL ? open (source->file, O_RDONLY | O_CLOEXEC) : source->fd;
  g_autofree char *name = source->file != NULL ? g_strdup (source->file)
                                               : g_strdup_printf (_ ("file descriptor %d"), source->fd);
  char *secret = fd >= 0 ? read_line (fd) : NULL;

  if (secret == NULL)
    print_unreadable (name);
  if (source->file != NULL && fd >= 0)
    close (fd);

  return secret;
}

static char *
ask (int terminal,
     const char *prompt,
     GCancellable *cancellable)
{
  struct termios before, silent;
  char *secret = NULL;

  if (tcgetattr (terminal, &before) != 0)
    return NULL;

  silent = before;
  silent.c_lflag &= ~(tcflag_t) ECHO;
  tcsetattr (terminal, TCSAFLUSH, &silent);
  if (write (terminal, prompt, strlen (prompt)) > 0 && anc_wait_for_input (terminal, cancellable))
    secret = read_line (terminal);
  tcsetattr (terminal, TCSAFLUSH, &before);
  if (write (terminal, "\n", 1) < 0)
    g_clear_pointer (&secret, anc_secret_free);

  return secret;
}

static char *
ask_person (const char *prompt,
            const char *again,
            GCancellable *cancellable)
{
  const int terminal = open (TERMINAL, O_RDWR | O_CLOEXEC | O_NOCTTY);
  char *secret, *second;

  if (terminal < 0)
    {
      anc_cli_print_error (_ ("ancragectl: a passphrase is needed and there is no terminal to ask for it; give it by a "
                              "file or a file descriptor"));
      return NULL;
    }

  secret = ask (terminal, prompt, cancellable);
  if (secret == NULL && !g_cancellable_is_cancelled (cancellable))
    anc_cli_print_error (_ ("ancragectl: no passphrase was given"));
  if (secret != NULL && again != NULL)
    {
      second = ask (terminal, again, cancellable);
      if (g_strcmp0 (secret, second) != 0)
        {
          if (!g_cancellable_is_cancelled (cancellable))
            anc_cli_print_error (_ ("ancragectl: the two passphrases differ"));
          g_clear_pointer (&secret, anc_secret_free);
        }
      anc_secret_free (second);
    }
  close (terminal);

  return secret;
}

/**
 * anc_secret_read:
 * @source: where it comes from
 * @prompt: what to ask, where the person is asked
 * @again: (nullable): what to ask the second time, for a new passphrase
 * @cancellable: cancelled when the person interrupts
 *
 * Returns: (transfer full) (nullable): a passphrase, in UTF-8, not empty; free it with anc_secret_free().
 *   %NULL when there is none, which was then said, or when interrupted
 */
char *
anc_secret_read (const AncSecretSource *source,
                 const char *prompt,
                 const char *again,
                 GCancellable *cancellable)
{
  return anc_secret_source_is_given (source) ? read_given (source) : ask_person (prompt, again, cancellable);
}
