/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-fact-catalogue.h"

#include "anc-json.h"
#include "anc-text-reader.h"

#include <string.h>

static const char *const type_names[] = { "boolean", "number", "text", "date", NULL };

struct _AncFactCatalogue
{
  GPtrArray *definitions; /* of AncFactDefinition, in the order of the form */
  GHashTable *by_id;
  GStringChunk *strings;
};

AncFactCatalogue *
anc_fact_catalogue_new (void)
{
  AncFactCatalogue *self = g_new0 (AncFactCatalogue, 1);

  self->definitions = g_ptr_array_new_with_free_func (g_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_string_chunk_new (4096);

  return self;
}

void
anc_fact_catalogue_free (AncFactCatalogue *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->definitions);
  g_hash_table_unref (self->by_id);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static const char *
keep_string (AncFactCatalogue *self,
             const AncJson *object,
             const char *key)
{
  AncJson member = anc_json_member (object, key);
  const char *text = anc_json_is_present (&member) ? anc_json_read_string (&member) : NULL;

  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

static void
read_definition (AncFactCatalogue *self,
                 const AncJson *json)
{
  static const char *const keys[] = { "id", "type", "group", "title", "help", "source", NULL };
  g_autofree AncFactDefinition *definition = g_new0 (AncFactDefinition, 1);
  AncFactDefinition *earlier;
  AncJson type, title, help;
  guint choice = 0;

  if (!anc_json_check_object (json, keys))
    return;

  type = anc_json_member (json, "type");
  title = anc_json_member (json, "title");
  help = anc_json_member (json, "help");
  definition->id = keep_string (self, json, "id");
  definition->group = keep_string (self, json, "group");
  definition->source = keep_string (self, json, "source");
  if (definition->id == NULL || definition->group == NULL || definition->source == NULL
      || !anc_json_is_present (&type) || !anc_json_read_choice (&type, type_names, &choice)
      || !anc_json_is_present (&title) || !anc_text_read (&title, self->strings, &definition->title)
      || !anc_json_is_present (&help) || !anc_text_read (&help, self->strings, &definition->help))
    return;
  definition->type = choice;

  earlier = g_hash_table_lookup (self->by_id, definition->id);
  if (earlier != NULL)
    {
      *earlier = *definition; /* a later folder says it again */
      return;
    }

  g_hash_table_insert (self->by_id, (char *) definition->id, definition);
  g_ptr_array_add (self->definitions, g_steal_pointer (&definition));
}

/**
 * anc_fact_catalogue_read:
 * @self: the catalogue
 * @json: (array length=length): `{ "facts": [ { id, type, group, title, help, source } ] }`
 * @length: its bytes
 * @problems: takes what is wrong
 *
 * Adds facts; one whose id is already there takes its place.
 */
void
anc_fact_catalogue_read (AncFactCatalogue *self,
                         const char *json,
                         gsize length,
                         AncProblems *problems)
{
  static const char *const keys[] = { "facts", NULL };
  const AncJsonSource source = { json, length, problems };
  json_t *value = anc_json_parse (json, length, problems);
  AncJson root = anc_json_root (&source, value);

  if (value == NULL)
    return;

  if (anc_json_check_object (&root, keys))
    {
      AncJson facts = anc_json_member (&root, "facts");

      if (anc_json_is_present (&facts) && anc_json_check_array (&facts))
        for (gsize i = 0; i < anc_json_get_length (&facts); i++)
          {
            AncJson element = anc_json_element (&facts, i);

            read_definition (self, &element);
          }
    }
  json_decref (value);
}

guint
anc_fact_catalogue_get_count (const AncFactCatalogue *self)
{
  return self->definitions->len;
}

const AncFactDefinition *
anc_fact_catalogue_get (const AncFactCatalogue *self,
                        guint index)
{
  g_return_val_if_fail (index < self->definitions->len, NULL);

  return g_ptr_array_index (self->definitions, index);
}

/**
 * anc_fact_catalogue_find:
 *
 * Returns: (nullable): the fact of this name
 */
const AncFactDefinition *
anc_fact_catalogue_find (const AncFactCatalogue *self,
                         const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}
