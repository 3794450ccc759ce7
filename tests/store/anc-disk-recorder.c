/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-disk-recorder.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_FDS 1024
#define NO_FILE (-1)

typedef enum
{
  EVENT_WRITE,
  EVENT_TRUNCATE,
  EVENT_SYNC,
  EVENT_NAME, /* @name now stands for @file; for NO_FILE, for nothing */
  EVENT_SYNC_NAMES,
  EVENT_ACKNOWLEDGE,
} EventType;

typedef struct
{
  EventType type;
  int file;
  char *name; /* under the folder */
  gint64 offset;
  GBytes *bytes;
  guint number;
} Event;

static GRecMutex lock;
static char *watched; /* (nullable): the folder */
static gboolean records;
static guint n_first_events; /* those that say what was there */
static gboolean is_reading;  /* what is there already: not the program's doing */
static GPtrArray *events;
static GHashTable *names; /* from name to file plus one */
static int n_files;
static int files_of_fds[MAX_FDS]; /* plus one; a folder is -1 */

static guint n_operations;
static guint failing_operation;
static int failing_code;
static gboolean failing_goes_on;

#define REAL(name) ((__typeof__ (&name)) (gpointer) find_real (#name))

static gpointer
find_real (const char *name)
{
  gpointer real = dlsym (RTLD_NEXT, name);

  g_assert (real != NULL);
  return real;
}

/* ---- Recording ------------------------------------------------------------------------------- */

static void
event_free (gpointer data)
{
  Event *self = data;

  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static Event *
add_event (EventType type,
           int file)
{
  Event *event = g_new0 (Event, 1);

  event->type = type;
  event->file = file;
  g_ptr_array_add (events, event);
  return event;
}

/* Returns: (nullable): the name under the watched folder; none for what no disk needs to keep */
static const char *
get_name (const char *path)
{
  const gsize length = watched != NULL ? strlen (watched) : 0;

  if (watched == NULL || strncmp (path, watched, length) != 0 || path[length] != '/'
      || g_str_has_suffix (path, "-shm") || g_str_has_suffix (path, "-lock"))
    return NULL;

  return path + length + 1;
}

static void
set_name (const char *name,
          int file)
{
  if (file != NO_FILE)
    g_hash_table_insert (names, g_strdup (name), GINT_TO_POINTER (file + 1));
  else
    g_hash_table_remove (names, name);
  if (records)
    add_event (EVENT_NAME, file)->name = g_strdup (name);
}

static int
get_file (const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (names, name)) - 1;
}

/* Counts an operation on the watched folder; returns whether it is to fail. */
static gboolean
count_operation (void)
{
  n_operations++;
  if (failing_operation == 0 || n_operations < failing_operation
      || (n_operations > failing_operation && !failing_goes_on))
    return FALSE;

  errno = failing_code;
  return TRUE;
}

static int
get_file_of_fd (int fd)
{
  return fd >= 0 && fd < MAX_FDS ? files_of_fds[fd] - 1 : NO_FILE;
}

#define FOLDER_FILE (-2) /* what get_file_of_fd() gives for a folder */

static int
open_recorded (const char *path,
               int flags,
               mode_t mode)
{
  struct stat info;
  const char *name;
  int fd;

  g_rec_mutex_lock (&lock);
  name = is_reading ? NULL : get_name (path);
  if (name != NULL && (flags & O_CREAT) != 0 && get_file (name) == NO_FILE && count_operation ())
    {
      g_rec_mutex_unlock (&lock);
      return -1;
    }

  fd = REAL (open64) (path, flags, mode);
  if (fd >= 0 && fd < MAX_FDS)
    {
      files_of_fds[fd] = 0;
      if (watched != NULL && strncmp (path, watched, strlen (watched)) == 0 && fstat (fd, &info) == 0 && S_ISDIR (info.st_mode))
        files_of_fds[fd] = FOLDER_FILE + 1;
      else if (name != NULL)
        {
          if (get_file (name) == NO_FILE)
            set_name (name, n_files++);
          files_of_fds[fd] = get_file (name) + 1;
        }
    }
  g_rec_mutex_unlock (&lock);

  return fd;
}

int
open64 (const char *path,
        int flags,
        ...)
{
  mode_t mode;
  va_list arguments;

  va_start (arguments, flags);
  mode = (flags & O_CREAT) != 0 ? va_arg (arguments, mode_t) : 0;
  va_end (arguments);

  return open_recorded (path, flags, mode);
}

int
close (int fd)
{
  g_rec_mutex_lock (&lock);
  if (fd >= 0 && fd < MAX_FDS)
    files_of_fds[fd] = 0;
  g_rec_mutex_unlock (&lock);

  return REAL (close) (fd);
}

ssize_t
pwrite64 (int fd,
          const void *bytes,
          size_t length,
          off64_t offset)
{
  ssize_t written;
  int file;

  g_rec_mutex_lock (&lock);
  file = get_file_of_fd (fd);
  if (file >= 0 && count_operation ())
    written = -1;
  else
    written = REAL (pwrite64) (fd, bytes, length, offset);
  if (file >= 0 && written > 0 && records)
    {
      Event *event = add_event (EVENT_WRITE, file);

      event->offset = offset;
      event->bytes = g_bytes_new (bytes, (gsize) written);
    }
  g_rec_mutex_unlock (&lock);

  return written;
}

int
ftruncate64 (int fd,
             off64_t length)
{
  int result;
  int file;

  g_rec_mutex_lock (&lock);
  file = get_file_of_fd (fd);
  if (file >= 0 && count_operation ())
    result = -1;
  else
    result = REAL (ftruncate64) (fd, length);
  if (file >= 0 && result == 0 && records)
    add_event (EVENT_TRUNCATE, file)->offset = length;
  g_rec_mutex_unlock (&lock);

  return result;
}

static int
sync_recorded (int fd,
               int (*real) (int))
{
  int result;
  int file;

  g_rec_mutex_lock (&lock);
  file = get_file_of_fd (fd);
  if (file != NO_FILE && count_operation ())
    result = -1;
  else
    result = file == NO_FILE ? real (fd) : 0; /* what is recorded need not wait for the disk */
  if (file != NO_FILE && result == 0 && records)
    add_event (file == FOLDER_FILE ? EVENT_SYNC_NAMES : EVENT_SYNC, file);
  g_rec_mutex_unlock (&lock);

  return result;
}

int
fsync (int fd)
{
  return sync_recorded (fd, REAL (fsync));
}

int
fdatasync (int fd)
{
  return sync_recorded (fd, REAL (fdatasync));
}

int
rename (const char *from,
        const char *to)
{
  const char *old_name;
  const char *new_name;
  int result;

  g_rec_mutex_lock (&lock);
  old_name = get_name (from);
  new_name = get_name (to);
  if (new_name != NULL && count_operation ())
    result = -1;
  else
    result = REAL (rename) (from, to);
  if (old_name != NULL && new_name != NULL && result == 0)
    {
      set_name (new_name, get_file (old_name));
      set_name (old_name, NO_FILE);
    }
  g_rec_mutex_unlock (&lock);

  return result;
}

int
link (const char *from,
      const char *to)
{
  const char *new_name;
  int result;

  g_rec_mutex_lock (&lock);
  new_name = get_name (to);
  result = new_name != NULL && count_operation () ? -1 : REAL (link) (from, to);
  if (new_name != NULL && result == 0)
    set_name (new_name, get_file (get_name (from)));
  g_rec_mutex_unlock (&lock);

  return result;
}

int
unlink (const char *path)
{
  const char *name;
  int result;

  g_rec_mutex_lock (&lock);
  name = get_name (path);
  result = name != NULL && get_file (name) != NO_FILE && count_operation () ? -1 : REAL (unlink) (path);
  if (name != NULL && result == 0)
    set_name (name, NO_FILE);
  g_rec_mutex_unlock (&lock);

  return result;
}

/* What lies in the folder already was there before the power came on. */
static void
take_in_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        take_in_folder (path);
      else if (get_name (path) != NULL && g_file_get_contents (path, &content, &length, NULL))
        {
          const int file = n_files++;

          set_name (get_name (path), file);
          if (records)
            {
              add_event (EVENT_WRITE, file)->bytes = g_bytes_new_take (g_steal_pointer (&content), length);
              add_event (EVENT_SYNC, file);
            }
        }
    }
}

static void
watch (const char *folder,
       gboolean is_recorded)
{
  g_rec_mutex_lock (&lock);
  watched = g_strdup (folder);
  records = is_recorded;
  n_files = 0;
  n_operations = 0;
  memset (files_of_fds, 0, sizeof files_of_fds);
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (records)
    {
      g_clear_pointer (&events, g_ptr_array_unref);
      events = g_ptr_array_new_with_free_func (event_free);
    }
  is_reading = TRUE;
  take_in_folder (folder);
  is_reading = FALSE;
  if (records)
    {
      add_event (EVENT_SYNC_NAMES, FOLDER_FILE);
      n_first_events = events->len;
    }
  g_rec_mutex_unlock (&lock);
}

/* Begins to record; what the folder holds is on the disk. */
void
anc_disk_recorder_start (const char *folder)
{
  watch (folder, TRUE);
}

/* Marks that the program has been told, by now, that @number things are done. */
void
anc_disk_recorder_acknowledge (guint number)
{
  g_rec_mutex_lock (&lock);
  add_event (EVENT_ACKNOWLEDGE, NO_FILE)->number = number;
  g_rec_mutex_unlock (&lock);
}

/* Ends the record, which stays until the next one begins. */
void
anc_disk_recorder_stop (void)
{
  g_rec_mutex_lock (&lock);
  g_clear_pointer (&watched, g_free);
  g_clear_pointer (&names, g_hash_table_unref);
  records = FALSE;
  memset (files_of_fds, 0, sizeof files_of_fds);
  g_rec_mutex_unlock (&lock);
}

/* Returns: how many events the record has */
guint
anc_disk_recorder_get_count (void)
{
  return events->len - n_first_events;
}

/* Makes the operation of this number, from 1, fail with @code, and all after it where @goes_on. */
void
anc_disk_recorder_fail (const char *folder,
                        guint operation,
                        int code,
                        gboolean goes_on)
{
  failing_operation = operation;
  failing_code = code;
  failing_goes_on = goes_on;
  watch (folder, FALSE);
}

/* Returns: how many operations there were */
guint
anc_disk_recorder_stop_failing (void)
{
  failing_operation = 0;
  anc_disk_recorder_stop ();
  return n_operations;
}

/* ---- Replaying ------------------------------------------------------------------------------- */

typedef struct
{
  GByteArray *sure;
  GPtrArray *unsure; /* of Event: writes and truncations since the last sync; not owned */
} File;

struct _AncDiskReplay
{
  guint position;
  guint acknowledged;
  gboolean is_changed;
  GPtrArray *files;       /* of File */
  GHashTable *sure_names; /* from name to file plus one */
  GPtrArray *unsure_names;
};

static void
file_free (gpointer data)
{
  File *self = data;

  g_byte_array_unref (self->sure);
  g_ptr_array_unref (self->unsure);
  g_free (self);
}

void
anc_disk_replay_free (AncDiskReplay *self)
{
  g_ptr_array_unref (self->files);
  g_hash_table_unref (self->sure_names);
  g_ptr_array_unref (self->unsure_names);
  g_free (self);
}

static File *
get_replayed (AncDiskReplay *self,
              int file)
{
  while ((guint) file >= self->files->len)
    {
      File *new_file = g_new0 (File, 1);

      new_file->sure = g_byte_array_new ();
      new_file->unsure = g_ptr_array_new ();
      g_ptr_array_add (self->files, new_file);
    }

  return g_ptr_array_index (self->files, file);
}

static void
resize (GByteArray *content,
        gsize length)
{
  const gsize old = content->len;

  g_byte_array_set_size (content, (guint) length);
  if (length > old)
    memset (content->data + old, 0, length - old);
}

/* Does to @content what an event did, of a write perhaps only the first part. */
static void
apply (GByteArray *content,
       const Event *event,
       gsize length)
{
  if (event->type == EVENT_TRUNCATE)
    resize (content, (gsize) event->offset);
  else
    {
      if (content->len < (gsize) event->offset + length)
        resize (content, (gsize) event->offset + length);
      if (length > 0)
        memcpy (content->data + event->offset, g_bytes_get_data (event->bytes, NULL), length);
    }
}

static gsize
get_length (const Event *event)
{
  return event->bytes != NULL ? g_bytes_get_size (event->bytes) : 0;
}

static void
apply_name (GHashTable *table,
            const Event *event)
{
  if (event->file == NO_FILE)
    g_hash_table_remove (table, event->name);
  else
    g_hash_table_replace (table, g_strdup (event->name), GINT_TO_POINTER (event->file + 1));
}

/* Goes one event on; returns whether there was one. */
gboolean
anc_disk_replay_next (AncDiskReplay *self)
{
  const Event *event;
  File *file;

  if (self->position >= events->len)
    return FALSE;

  event = g_ptr_array_index (events, self->position++);
  self->is_changed = FALSE;
  switch (event->type)
    {
    case EVENT_WRITE:
    case EVENT_TRUNCATE:
      g_ptr_array_add (get_replayed (self, event->file)->unsure, (gpointer) event);
      break;
    case EVENT_SYNC:
      file = get_replayed (self, event->file);
      self->is_changed = file->unsure->len > 0;
      for (guint i = 0; i < file->unsure->len; i++)
        apply (file->sure, g_ptr_array_index (file->unsure, i), get_length (g_ptr_array_index (file->unsure, i)));
      g_ptr_array_set_size (file->unsure, 0);
      break;
    case EVENT_NAME:
      g_ptr_array_add (self->unsure_names, (gpointer) event);
      break;
    case EVENT_SYNC_NAMES:
      self->is_changed = self->unsure_names->len > 0;
      for (guint i = 0; i < self->unsure_names->len; i++)
        apply_name (self->sure_names, g_ptr_array_index (self->unsure_names, i));
      g_ptr_array_set_size (self->unsure_names, 0);
      break;
    case EVENT_ACKNOWLEDGE:
    default:
      self->acknowledged = event->number;
      self->is_changed = TRUE;
      break;
    }

  return TRUE;
}

/* Returns: (transfer full): a walk along the record, at its beginning */
AncDiskReplay *
anc_disk_replay_new (void)
{
  AncDiskReplay *self = g_new0 (AncDiskReplay, 1);

  self->files = g_ptr_array_new_with_free_func (file_free);
  self->sure_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unsure_names = g_ptr_array_new ();
  while (self->position < n_first_events)
    anc_disk_replay_next (self);

  return self;
}

/* Returns: what was acknowledged by now */
guint
anc_disk_replay_get_acknowledged (const AncDiskReplay *self)
{
  return self->acknowledged;
}

/* Returns: whether the last event made something sure, or acknowledged it */
gboolean
anc_disk_replay_is_changed (const AncDiskReplay *self)
{
  return self->is_changed;
}

static GByteArray *
make_content (const File *file,
              AncCut cut,
              GRand *random)
{
  GByteArray *content = g_byte_array_sized_new (file->sure->len + 4096);

  g_byte_array_append (content, file->sure->data, file->sure->len);
  for (guint i = 0; cut != ANC_CUT_STRICT && i < file->unsure->len; i++)
    {
      const Event *event = g_ptr_array_index (file->unsure, i);
      const gboolean is_last = i + 1 == file->unsure->len;

      if (cut == ANC_CUT_KEEP || g_rand_boolean (random))
        apply (content, event, cut == ANC_CUT_RANDOM && is_last ? (gsize) g_rand_int_range (random, 0, (gint32) get_length (event) + 1) : get_length (event));
    }

  return content;
}

/**
 * anc_disk_replay_lay_out:
 * @cut: what becomes of what was not sure
 * @random: what chooses for %ANC_CUT_RANDOM
 * @folder: an empty folder
 *
 * Writes the files as a power cut now would leave them.
 */
void
anc_disk_replay_lay_out (AncDiskReplay *self,
                         AncCut cut,
                         GRand *random,
                         const char *folder)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_names = cut == ANC_CUT_STRICT ? 0 : self->unsure_names->len;
  GHashTableIter iter;
  gpointer name;
  gpointer number;

  if (cut == ANC_CUT_RANDOM)
    n_names = (guint) g_rand_int_range (random, 0, (gint32) n_names + 1);
  g_hash_table_iter_init (&iter, self->sure_names);
  while (g_hash_table_iter_next (&iter, &name, &number))
    g_hash_table_insert (table, g_strdup (name), number);
  for (guint i = 0; i < n_names; i++)
    apply_name (table, g_ptr_array_index (self->unsure_names, i));

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &name, &number))
    {
      g_autoptr (GByteArray) content = make_content (get_replayed (self, GPOINTER_TO_INT (number) - 1), cut, random);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *parent = g_path_get_dirname (path);
      FILE *stream;

      g_mkdir_with_parents (parent, 0700);
      stream = fopen (path, "wb");
      g_assert_nonnull (stream);
      g_assert_cmpuint (fwrite (content->data, 1, content->len, stream), ==, content->len);
      fclose (stream);
    }
}
