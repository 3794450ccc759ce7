/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the files that say what documents are worth and which a regime asks for. */

#include "anc-exhibit-rules-private.h"

#include "anc-json.h"
#include "anc-text-reader.h"

#include <string.h>

/* A file being read. */
typedef struct
{
  AncExhibitRules *rules;
  GHashTable *sources; /* AncExhibitSource by key */
  GHashTable *groups;  /* AncText by key */
} Reader;

const char *const anc_exhibit_formats[] = { "ancrage-exhibit-kinds", "ancrage-exhibit-list", "ancrage-exhibit-grades", NULL };

/* ---- Parts of a file ----------------------------------------------------------------------- */

static const char *
read_word (Reader *reader,
           const AncJson *object,
           const char *key)
{
  AncJson member = anc_json_member (object, key);
  const char *word = anc_json_read_string (&member);

  return word != NULL ? g_string_chunk_insert_const (reader->rules->strings, word) : "";
}

static void
read_text (Reader *reader,
           const AncJson *object,
           const char *key,
           AncText *text)
{
  AncJson member = anc_json_member (object, key);

  anc_text_read (&member, reader->rules->strings, text);
}

static const char **
read_words (Reader *reader,
            const AncJson *object,
            const char *key)
{
  AncJson member = anc_json_member (object, key);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (anc_json_check_array (&member))
    for (gsize i = 0; i < anc_json_get_length (&member); i++)
      {
        AncJson element = anc_json_element (&member, i);
        const char *word = anc_json_read_string (&element);

        if (word != NULL)
          g_ptr_array_add (words, g_string_chunk_insert_const (reader->rules->strings, word));
      }
  g_ptr_array_add (words, NULL);

  return (const char **) g_ptr_array_steal (words, NULL);
}

static const AncExhibitSource *
read_source (Reader *reader,
             const AncJson *object)
{
  AncJson member = anc_json_member (object, "source");
  const char *key = anc_json_read_string (&member);
  const AncExhibitSource *source = key != NULL ? g_hash_table_lookup (reader->sources, key) : NULL;

  if (key != NULL && source == NULL)
    anc_json_complain (&member, ANC_PROBLEM ("there is no source “%s”"), key, NULL);

  return source;
}

static AncGrade
read_grade (const AncJson *object)
{
  AncJson member = anc_json_member (object, "grade");
  guint grade = ANC_GRADE_NONE;

  anc_json_read_choice (&member, anc_grade_names, &grade);

  return grade;
}

static void
read_sources (Reader *reader,
              const AncJson *file)
{
  static const char *const keys[] = { "title", "url?", NULL };
  AncJson member = anc_json_member (file, "sources");
  const char *key;
  json_t *value;

  json_object_foreach (member.value, key, value)
    {
      AncJson json = anc_json_member (&member, key);
      AncJson url = anc_json_member (&json, "url");
      AncExhibitSource *source = g_new0 (AncExhibitSource, 1);

      if (anc_json_check_object (&json, keys))
        {
          read_text (reader, &json, "title", &source->title);
          source->url = anc_json_is_present (&url) ? read_word (reader, &json, "url") : NULL;
        }
      g_ptr_array_add (reader->rules->sources, source);
      g_hash_table_insert (reader->sources, (char *) key, source);
    }
}

/* ---- Kinds --------------------------------------------------------------------------------- */

static void
read_disputed (Reader *reader,
               const AncJson *json,
               GArray *disputed)
{
  static const char *const keys[] = { "grade", "source", NULL };
  AncJson member = anc_json_member (json, "disputed");

  if (!anc_json_is_present (&member) || !anc_json_check_array (&member))
    return;

  for (gsize i = 0; i < anc_json_get_length (&member); i++)
    {
      AncJson element = anc_json_element (&member, i);
      AncExhibitGrade grade;

      if (!anc_json_check_object (&element, keys))
        continue;
      grade.grade = read_grade (&element);
      grade.source = read_source (reader, &element);
      g_array_append_val (disputed, grade);
    }
}

/* One that comes later takes the place of one with its id. */
static void
add_kind (AncExhibitRules *self,
          AncExhibitKind *kind)
{
  for (guint i = 0; i < self->kinds->len; i++)
    if (strcmp (((AncExhibitKind *) g_ptr_array_index (self->kinds, i))->id, kind->id) == 0)
      {
        anc_exhibit_kind_free (g_ptr_array_index (self->kinds, i));
        g_ptr_array_index (self->kinds, i) = kind;
        return;
      }
  g_ptr_array_add (self->kinds, kind);
}

static void
read_kind (Reader *reader,
           const AncJson *json)
{
  static const char *const keys[] = { "id", "title", "grade?", "source?", "disputed?", NULL };
  AncExhibitKind *kind;
  AncJson grade = anc_json_member (json, "grade");

  if (!anc_json_check_object (json, keys))
    return;

  kind = g_new0 (AncExhibitKind, 1);
  kind->id = read_word (reader, json, "id");
  kind->disputed = g_array_new (FALSE, FALSE, sizeof (AncExhibitGrade));
  read_text (reader, json, "title", &kind->title);
  if (anc_json_is_present (&grade))
    {
      kind->grade = read_grade (json);
      kind->source = read_source (reader, json);
    }
  kind->default_grade = kind->grade;
  read_disputed (reader, json, kind->disputed);
  add_kind (reader->rules, kind);
}

static void
read_kinds (Reader *reader,
            const AncJson *file)
{
  static const char *const keys[] = { "format", "version", "sources", "kinds", NULL };
  AncJson kinds = anc_json_member (file, "kinds");

  if (!anc_json_check_object (file, keys) || !anc_json_check_array (&kinds))
    return;

  for (gsize i = 0; i < anc_json_get_length (&kinds); i++)
    {
      AncJson kind = anc_json_element (&kinds, i);

      read_kind (reader, &kind);
    }
}

/* What an office grades in its own way; kinds that nobody knows any more are passed over. */
static void
read_grades (Reader *reader,
             const AncJson *file)
{
  static const char *const keys[] = { "format", "version", "grades", NULL };
  AncJson grades = anc_json_member (file, "grades");
  const char *key;
  json_t *value;

  if (!anc_json_check_object (file, keys))
    return;
  if (!json_is_object (grades.value))
    {
      anc_json_complain (&grades, ANC_PROBLEM ("must be an object"), NULL);
      return;
    }

  json_object_foreach (grades.value, key, value)
    {
      AncExhibitKind *kind = (AncExhibitKind *) anc_exhibit_rules_find_kind (reader->rules, key);
      AncJson member = anc_json_member (&grades, key);
      guint grade;

      if (anc_json_read_choice (&member, anc_grade_names, &grade) && kind != NULL)
        kind->grade = grade;
    }
}

/* ---- Lists --------------------------------------------------------------------------------- */

static void
read_groups (Reader *reader,
             const AncJson *file)
{
  AncJson member = anc_json_member (file, "groups");
  const char *key;
  json_t *value;

  json_object_foreach (member.value, key, value)
    {
      AncText *text = g_new0 (AncText, 1);

      read_text (reader, &member, key, text);
      g_hash_table_insert (reader->groups, (char *) key, text);
    }
}

static void
read_item (Reader *reader,
           const AncJson *json,
           GArray *items)
{
  static const char *const keys[] = { "id", "title", "group", "kinds", "required", "source", "grouped?", NULL };
  static const char *const groupings[] = { "employer", NULL };
  AncJson group = anc_json_member (json, "group");
  AncJson required = anc_json_member (json, "required");
  AncJson grouped = anc_json_member (json, "grouped");
  AncExhibitItem item = { 0 };
  const AncText *heading;
  guint choice;

  if (!anc_json_check_object (json, keys))
    return;

  item.id = read_word (reader, json, "id");
  read_text (reader, json, "title", &item.title);
  heading = anc_json_read_string (&group) != NULL ? g_hash_table_lookup (reader->groups, json_string_value (group.value)) : NULL;
  if (heading != NULL)
    item.group = *heading;
  else
    anc_json_complain (&group, ANC_PROBLEM ("must be one of the groups of the list"), NULL);
  item.kinds = read_words (reader, json, "kinds");
  anc_json_read_boolean (&required, &item.is_required);
  item.source = read_source (reader, json);
  item.by_employer = anc_json_is_present (&grouped) && anc_json_read_choice (&grouped, groupings, &choice);
  g_array_append_val (items, item);
}

static void
add_list (AncExhibitRules *self,
          AncExhibitList *list)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (strcmp (((AncExhibitList *) g_ptr_array_index (self->lists, i))->id, list->id) == 0)
      {
        g_ptr_array_remove_index (self->lists, i);
        break;
      }
  g_ptr_array_add (self->lists, list);
}

static void
clear_item (gpointer data)
{
  g_free (((AncExhibitItem *) data)->kinds);
}

static void
read_list (Reader *reader,
           const AncJson *file)
{
  static const char *const keys[] = {
    "format", "version", "id", "title", "regimes", "complete", "note", "sources", "groups", "items", NULL
  };
  AncJson items = anc_json_member (file, "items");
  AncJson complete = anc_json_member (file, "complete");
  AncExhibitList *list;

  if (!anc_json_check_object (file, keys) || !anc_json_check_array (&items))
    return;

  list = g_new0 (AncExhibitList, 1);
  list->id = read_word (reader, file, "id");
  list->regimes = read_words (reader, file, "regimes");
  list->items = g_array_new (FALSE, FALSE, sizeof (AncExhibitItem));
  g_array_set_clear_func (list->items, clear_item);
  read_text (reader, file, "title", &list->title);
  read_text (reader, file, "note", &list->note);
  anc_json_read_boolean (&complete, &list->is_complete);
  read_groups (reader, file);
  for (gsize i = 0; i < anc_json_get_length (&items); i++)
    {
      AncJson item = anc_json_element (&items, i);

      read_item (reader, &item, list->items);
    }
  add_list (reader->rules, list);
}

/* ---- Files --------------------------------------------------------------------------------- */

static void
read_file (Reader *reader,
           const AncJson *file)
{
  AncJson format = anc_json_member (file, "format");
  AncJson version = anc_json_member (file, "version");
  guint choice;

  if (!json_is_object (file->value) || !anc_json_read_choice (&format, anc_exhibit_formats, &choice))
    {
      anc_json_complain (file, ANC_PROBLEM ("must be kinds of documents, their grades, or a list of exhibits"), NULL);
      return;
    }
  if (!json_is_integer (version.value) || json_integer_value (version.value) != 1)
    anc_json_complain (&version, ANC_PROBLEM ("only version 1 is known"), NULL);

  if (choice == ANC_EXHIBIT_FORMAT_GRADES)
    {
      read_grades (reader, file);
      return;
    }

  read_sources (reader, file);
  if (choice == ANC_EXHIBIT_FORMAT_KINDS)
    read_kinds (reader, file);
  else
    read_list (reader, file);
}

/**
 * anc_exhibit_rules_add:
 * @text: (array length=length): kinds of documents, or a list, as JSON
 * @length: its bytes
 * @problems: takes what is wrong with it
 *
 * Reads a file. What has an id that was read before takes its place: so an office grades documents in its own way.
 *
 * Returns: whether nothing is wrong with it
 */
gboolean
anc_exhibit_rules_add (AncExhibitRules *self,
                       const char *text,
                       gsize length,
                       AncProblems *problems)
{
  AncJsonSource source = { text, length, problems };
  const guint n_before = anc_problems_get_count (problems);
  json_t *value = anc_json_parse (text, length, problems);
  Reader reader = { .rules = self };
  AncJson root;

  if (value == NULL)
    return FALSE;

  reader.sources = g_hash_table_new (g_str_hash, g_str_equal);
  reader.groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  root = anc_json_root (&source, value);
  read_file (&reader, &root);
  g_hash_table_unref (reader.sources);
  g_hash_table_unref (reader.groups);
  json_decref (value);

  return anc_problems_get_count (problems) == n_before;
}
