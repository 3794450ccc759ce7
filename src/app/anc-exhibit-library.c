/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibit-library.h"

#include "anc-law.h"
#include "anc-store-settings.h"

struct _AncExhibitLibrary
{
  GObject parent_instance;

  AncStore *store;
  AncExhibitRules *rules;
  AncProblems *problems;
  char **proofs;
};

G_DEFINE_FINAL_TYPE (AncExhibitLibrary, anc_exhibit_library, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is wrong is left out. */
static void
load (AncExhibitLibrary *self,
      const char *grades)
{
  g_autofree char *folder = anc_exhibit_library_dup_folder ();

  anc_problems_clear (self->problems);
  g_clear_pointer (&self->rules, anc_exhibit_rules_unref);
  g_clear_pointer (&self->proofs, g_strfreev);
  self->rules = anc_exhibit_rules_load (folder, grades, self->problems);
  self->proofs = anc_exhibit_rules_dup_proofs (self->rules);
  if (anc_problems_get_count (self->problems) > 0)
    g_message ("%u problems in the files about exhibits", anc_problems_get_count (self->problems));
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (AncExhibitLibrary) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *grades = anc_store_get_setting_finish (ANC_STORE (source), result, &error);

  if (grades == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }
  if (*grades == '\0')
    return;

  load (self, grades);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_grades (AncExhibitLibrary *self)
{
  anc_store_get_setting_async (self->store, ANC_EXHIBIT_GRADES_SETTING, NULL, read_cb, g_object_ref (self));
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (AncExhibitLibrary) self = user_data;
  g_autoptr (GError) error = NULL;

  if (anc_store_set_setting_finish (ANC_STORE (source), result, &error))
    return;

  read_grades (self); /* what the store has goes */
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
anc_exhibit_library_dispose (GObject *object)
{
  g_clear_object (&ANC_EXHIBIT_LIBRARY (object)->store);

  G_OBJECT_CLASS (anc_exhibit_library_parent_class)->dispose (object);
}

static void
anc_exhibit_library_finalize (GObject *object)
{
  AncExhibitLibrary *self = ANC_EXHIBIT_LIBRARY (object);

  g_clear_pointer (&self->rules, anc_exhibit_rules_unref);
  anc_problems_free (self->problems);
  g_strfreev (self->proofs);

  G_OBJECT_CLASS (anc_exhibit_library_parent_class)->finalize (object);
}

static void
anc_exhibit_library_class_init (AncExhibitLibraryClass *klass)
{
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = anc_exhibit_library_dispose;
  G_OBJECT_CLASS (klass)->finalize = anc_exhibit_library_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
anc_exhibit_library_init (AncExhibitLibrary *self)
{
  self->problems = anc_problems_new ();
}

/**
 * anc_exhibit_library_new:
 * @store: the store of an office
 *
 * Returns: (transfer full): what is known, without what the office says until that is read
 */
AncExhibitLibrary *
anc_exhibit_library_new (AncStore *store)
{
  AncExhibitLibrary *self;

  g_return_val_if_fail (ANC_IS_STORE (store), NULL);

  self = g_object_new (ANC_TYPE_EXHIBIT_LIBRARY, NULL);
  self->store = g_object_ref (store);
  load (self, NULL);
  read_grades (self);

  return self;
}

/**
 * anc_exhibit_library_get_rules:
 *
 * Returns: (transfer none): what is known; valid until `changed`, unless one takes a reference
 */
AncExhibitRules *
anc_exhibit_library_get_rules (AncExhibitLibrary *self)
{
  g_return_val_if_fail (ANC_IS_EXHIBIT_LIBRARY (self), NULL);

  return self->rules;
}

/**
 * anc_exhibit_library_get_problems:
 *
 * Returns: (transfer none): what is wrong with the files of whoever uses the program, and with the grades of the office, which
 *   are no file; all of that is left out. Valid until `changed`
 */
const AncProblems *
anc_exhibit_library_get_problems (AncExhibitLibrary *self)
{
  g_return_val_if_fail (ANC_IS_EXHIBIT_LIBRARY (self), NULL);

  return self->problems;
}

/* Returns: (transfer full): where those files are, or would be */
char *
anc_exhibit_library_dup_folder (void)
{
  g_autofree char *law = anc_law_get_own_folder ();

  return g_build_filename (law, "exhibits", NULL);
}

/**
 * anc_exhibit_library_get_proofs:
 *
 * Returns: (transfer none) (array zero-terminated=1): the kinds of documents that prove presence by themselves; valid until
 *   `changed`
 */
const char *const *
anc_exhibit_library_get_proofs (AncExhibitLibrary *self)
{
  g_return_val_if_fail (ANC_IS_EXHIBIT_LIBRARY (self), NULL);

  return (const char *const *) self->proofs;
}

/**
 * anc_exhibit_library_set_grade:
 * @kind: the id of a kind of documents
 * @grade: what it is worth to this office
 *
 * Grades a kind of documents, for all who work with the store.
 */
void
anc_exhibit_library_set_grade (AncExhibitLibrary *self,
                               const char *kind,
                               AncGrade grade)
{
  g_autofree char *grades = NULL;

  g_return_if_fail (ANC_IS_EXHIBIT_LIBRARY (self));
  g_return_if_fail (kind != NULL);

  if (anc_exhibit_rules_find_kind (self->rules, kind)->grade == grade)
    return;

  grades = anc_exhibit_rules_write_grades (self->rules, kind, grade);
  load (self, grades);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  anc_store_set_setting_async (self->store, ANC_EXHIBIT_GRADES_SETTING, grades, NULL, written_cb, g_object_ref (self));
}
