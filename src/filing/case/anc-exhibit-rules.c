/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibit-rules.h"

#include "anc-json.h"
#include "anc-text-reader.h"

#include "anc-json-writer.h"

#include "anc-exhibits-resources.h"

#include <string.h>

#define RESOURCE_FOLDER "/io/github/ancrage/Ancrage/exhibits"

struct _AncExhibitRules
{
  gatomicrefcount ref_count;
  GPtrArray *kinds;   /* of AncExhibitKind, in the order in which they were read */
  GPtrArray *lists;   /* of AncExhibitList; one that comes later takes the place of one with its id */
  GPtrArray *sources; /* of AncExhibitSource, of all files */
  GStringChunk *strings;
};

/* A file being read. */
typedef struct
{
  AncExhibitRules *rules;
  GHashTable *sources; /* AncExhibitSource by key */
  GHashTable *groups;  /* AncText by key */
} Reader;

typedef enum
{
  FORMAT_KINDS,
  FORMAT_LIST,
  FORMAT_GRADES,
} Format;

static const char *const formats[] = { "ancrage-exhibit-kinds", "ancrage-exhibit-list", "ancrage-exhibit-grades", NULL };

static void
kind_free (gpointer data)
{
  AncExhibitKind *kind = data;

  g_array_unref (kind->disputed);
  g_free (kind);
}

static void
clear_item (gpointer data)
{
  g_free (((AncExhibitItem *) data)->kinds);
}

static void
list_free (gpointer data)
{
  AncExhibitList *list = data;

  g_free (list->regimes);
  g_array_unref (list->items);
  g_free (list);
}

AncExhibitRules *
anc_exhibit_rules_new (void)
{
  AncExhibitRules *self = g_new0 (AncExhibitRules, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kinds = g_ptr_array_new_with_free_func (kind_free);
  self->lists = g_ptr_array_new_with_free_func (list_free);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (4096);

  return self;
}

AncExhibitRules *
anc_exhibit_rules_ref (AncExhibitRules *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
anc_exhibit_rules_unref (AncExhibitRules *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->kinds);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->sources);
  g_string_chunk_free (self->strings);
  g_free (self);
}

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
        kind_free (g_ptr_array_index (self->kinds, i));
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

  if (!json_is_object (file->value) || !anc_json_read_choice (&format, formats, &choice))
    {
      anc_json_complain (file, ANC_PROBLEM ("must be kinds of documents, their grades, or a list of exhibits"), NULL);
      return;
    }
  if (!json_is_integer (version.value) || json_integer_value (version.value) != 1)
    anc_json_complain (&version, ANC_PROBLEM ("only version 1 is known"), NULL);

  if (choice == FORMAT_GRADES)
    {
      read_grades (reader, file);
      return;
    }

  read_sources (reader, file);
  if (choice == FORMAT_KINDS)
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

/**
 * anc_exhibit_rules_add_shipped:
 *
 * Reads what ships with the program.
 *
 * Returns: whether nothing is wrong with it
 */
gboolean
anc_exhibit_rules_add_shipped (AncExhibitRules *self,
                               AncProblems *problems)
{
  GResource *resource = anc_exhibits_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, RESOURCE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gboolean is_right = TRUE;

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, "/", *name, NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      gsize length;
      const char *text = g_bytes_get_data (bytes, &length);

      is_right &= anc_exhibit_rules_add (self, text, length, problems);
    }

  return is_right;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * anc_exhibit_rules_add_folder:
 * @folder: an office's own files; one that is not there holds none
 *
 * Reads the files of a folder, in the order of their names.
 *
 * Returns: whether nothing is wrong with them
 */
gboolean
anc_exhibit_rules_add_folder (AncExhibitRules *self,
                              const char *folder,
                              AncProblems *problems)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  gboolean is_right = TRUE;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json") && *name != '.')
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_names);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autofree char *text = NULL;
      gsize length;

      if (g_file_get_contents (g_ptr_array_index (paths, i), &text, &length, NULL))
        is_right &= anc_exhibit_rules_add (self, text, length, problems);
      else
        {
          anc_problems_add (problems, g_ptr_array_index (paths, i), 0, ANC_PROBLEM ("cannot be read"), NULL);
          is_right = FALSE;
        }
    }

  return is_right;
}

/**
 * anc_exhibit_rules_load:
 * @folder: (nullable): the files of whoever uses the program
 * @grades: (nullable): the grades of the office, as anc_exhibit_rules_write_grades() writes them
 * @problems: takes what is wrong with them
 *
 * Reads what ships with the program, over it those files, and over them what the office says.
 *
 * Returns: (transfer full): what is known; what is wrong is left out of it
 */
AncExhibitRules *
anc_exhibit_rules_load (const char *folder,
                        const char *grades,
                        AncProblems *problems)
{
  AncExhibitRules *self = anc_exhibit_rules_new ();

  anc_exhibit_rules_add_shipped (self, problems);
  if (folder != NULL)
    anc_exhibit_rules_add_folder (self, folder, problems);
  if (grades != NULL)
    anc_exhibit_rules_add (self, grades, strlen (grades), problems);

  return self;
}

/**
 * anc_exhibit_rules_write_grades:
 * @kind: the id of a kind of documents
 * @grade: what it is to be worth to this office
 *
 * Returns: (transfer full): what this office grades in its own way, with that, as JSON for anc_exhibit_rules_load()
 */
char *
anc_exhibit_rules_write_grades (const AncExhibitRules *self,
                                const char *kind,
                                AncGrade grade)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncJsonWriter writer;

  anc_json_writer_init (&writer, text);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_string (&writer, "format", formats[FORMAT_GRADES]);
  anc_json_writer_add_int (&writer, "version", 1);
  anc_json_writer_open_object (&writer, "grades");
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const AncExhibitKind *each = g_ptr_array_index (self->kinds, i);
      const AncGrade its_grade = strcmp (each->id, kind) == 0 ? grade : each->grade;

      if (its_grade != each->default_grade)
        anc_json_writer_add_string (&writer, each->id, anc_grade_names[its_grade]);
    }
  anc_json_writer_close_object (&writer);
  anc_json_writer_close_object (&writer);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- Asking -------------------------------------------------------------------------------- */

/**
 * anc_exhibit_rules_get_kinds:
 *
 * Returns: (element-type AncExhibitKind): all kinds of documents
 */
GPtrArray *
anc_exhibit_rules_get_kinds (const AncExhibitRules *self)
{
  return self->kinds;
}

/**
 * anc_exhibit_rules_dup_proofs:
 *
 * Returns: (transfer full) (array zero-terminated=1): the kinds of documents that prove presence by themselves; those of
 *   the limited grade only add to others (assouevam.fr, « Preuves de vie en France »)
 */
char **
anc_exhibit_rules_dup_proofs (const AncExhibitRules *self)
{
  GPtrArray *proofs = g_ptr_array_new ();

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const AncExhibitKind *kind = g_ptr_array_index (self->kinds, i);

      if (kind->grade >= ANC_GRADE_REAL)
        g_ptr_array_add (proofs, g_strdup (kind->id));
    }
  g_ptr_array_add (proofs, NULL);

  return (char **) g_ptr_array_free (proofs, FALSE);
}

/**
 * anc_exhibit_rules_find_kind:
 * @id: (nullable): a word
 *
 * Returns: (nullable): the kind of documents it stands for
 */
const AncExhibitKind *
anc_exhibit_rules_find_kind (const AncExhibitRules *self,
                             const char *id)
{
  for (guint i = 0; id != NULL && i < self->kinds->len; i++)
    {
      const AncExhibitKind *kind = g_ptr_array_index (self->kinds, i);

      if (strcmp (kind->id, id) == 0)
        return kind;
    }

  return NULL;
}

/**
 * anc_exhibit_rules_find_list:
 * @regime: the id of a regime
 *
 * Returns: (nullable): the documents it asks for
 */
const AncExhibitList *
anc_exhibit_rules_find_list (const AncExhibitRules *self,
                             const char *regime)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      const AncExhibitList *list = g_ptr_array_index (self->lists, i);

      if (g_strv_contains (list->regimes, regime))
        return list;
    }

  return NULL;
}

/**
 * anc_exhibit_rules_find_list_by_id:
 * @id: a word
 *
 * Returns: (nullable): the list of this id
 */
const AncExhibitList *
anc_exhibit_rules_find_list_by_id (const AncExhibitRules *self,
                                   const char *id)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      const AncExhibitList *list = g_ptr_array_index (self->lists, i);

      if (strcmp (list->id, id) == 0)
        return list;
    }

  return NULL;
}

/**
 * anc_exhibit_rules_get_lists:
 *
 * Returns: (element-type AncExhibitList): all lists
 */
GPtrArray *
anc_exhibit_rules_get_lists (const AncExhibitRules *self)
{
  return self->lists;
}
