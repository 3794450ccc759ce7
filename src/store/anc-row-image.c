/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-row-image.h"

#include <sqlite3.h>

#include "anc-json-writer.h"

/* In SQL: row_image (name, value, …), an object of the values that are not NULL. SQLite's own json_object() takes NULL
 * along, and patching it out took longer than all the rest of a trigger. Rows hold integers and texts alone. */
static void
write_image (sqlite3_context *context,
             int n_values,
             sqlite3_value **values)
{
  GString *image = g_string_sized_new (256);
  AncJsonWriter writer;
  gsize length;

  anc_json_writer_init_compact (&writer, image);
  anc_json_writer_open_object (&writer, NULL);
  for (int i = 0; i + 1 < n_values; i += 2)
    {
      const int type = sqlite3_value_type (values[i + 1]);
      const char *name = (const char *) sqlite3_value_text (values[i]);
      const char *value = (const char *) sqlite3_value_text (values[i + 1]);

      if (type == SQLITE_NULL)
        continue;
      if (name == NULL || value == NULL)
        {
          sqlite3_result_error_nomem (context);
          g_string_free (image, TRUE);
          return;
        }
      if (type == SQLITE_INTEGER)
        anc_json_writer_add_json (&writer, name, value);
      else
        anc_json_writer_add_string (&writer, name, value);
    }
  anc_json_writer_close_object (&writer);

  length = image->len;
  sqlite3_result_text64 (context, g_string_free (image, FALSE), length, g_free, SQLITE_UTF8);
}

/**
 * anc_row_image_register:
 * @handle: a connection
 *
 * Teaches the connection the function row_image() of the triggers that write the journal.
 */
gboolean
anc_row_image_register (sqlite3 *handle)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

  return sqlite3_create_function_v2 (handle, "row_image", -1, flags, NULL, write_image, NULL, NULL, NULL) == SQLITE_OK;
}
