/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-case-index.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_PAGE 30  /* what a tall window shows at once */
#define PAGE 2000      /* rows read at a time for their keys alone */
#define READ_DELAY 150 /* ms: a burst of changes is looked at once */
#define STATE_NONE G_MAXUINT8

/**
 * Place:
 * @state: index in anc_case_state_names, or STATE_NONE
 *
 * A case in the order of the store.
 */
typedef struct
{
  gint64 key;
  guint8 state;
} Place;

struct _AncCaseIndex
{
  GObject parent_instance;

  AncOffice *office;
  GCancellable *cancellable;

  GArray *places;
  GArray *next;          /* (nullable): the same while it is being read anew */
  GHashTable *positions; /* from key to index in places; keys point into places */
  gboolean has_first;    /* what fills a window was shown */
  gboolean read_again;
  guint read_id;
  guint rest_id;     /* while what was read first is being drawn */
  guint last_number; /* the highest NNN of the references YYYY-NNN of this year */
};

enum
{
  SIGNAL_READ,
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AncCaseIndex, anc_case_index, G_TYPE_OBJECT)

static void start_reading (AncCaseIndex *self);

static guint8
find_state (const char *name)
{
  for (guint i = 0; name != NULL && anc_case_state_names[i] != NULL; i++)
    if (strcmp (anc_case_state_names[i], name) == 0)
      return i;

  return STATE_NONE;
}

/* The highest number among references such as 2026-014 of the year. */
static void
note_reference (AncCaseIndex *self,
                const char *reference)
{
  const AncDate today = anc_office_get_today (self->office);
  char *end = NULL;
  guint64 number;

  if (reference == NULL || today == ANC_DATE_NONE || strlen (reference) < 6 || reference[4] != '-')
    return;
  if (g_ascii_strtoull (reference, &end, 10) != (guint64) anc_date_get_year (today) || end != reference + 4)
    return;

  number = g_ascii_strtoull (reference + 5, &end, 10);
  if (*end == '\0' && number < G_MAXUINT / 2)
    self->last_number = MAX (self->last_number, number);
}

/* Takes over what was read, @places. */
static void
take_places (AncCaseIndex *self,
             GArray *places,
             gboolean is_complete)
{
  g_hash_table_remove_all (self->positions);
  g_array_unref (self->places);
  self->places = places;
  self->has_first = TRUE;
  for (guint i = 0; i < places->len; i++)
    g_hash_table_insert (self->positions, &g_array_index (places, Place, i).key, GUINT_TO_POINTER (i));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, is_complete);
}

static void page_read_cb (GObject *source,
                          GAsyncResult *result,
                          gpointer user_data);

static void
read_on (AncCaseIndex *self,
         guint count)
{
  anc_store_list_cases_async (anc_office_get_store (self->office), ANC_CASE_ORDER_NAME, self->next->len, count, self->cancellable, page_read_cb, g_object_ref (self));
}

static gboolean
read_rest_cb (gpointer user_data)
{
  AncCaseIndex *self = user_data;

  self->rest_id = 0;
  read_on (self, PAGE);

  return G_SOURCE_REMOVE;
}

static void
page_read_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (AncCaseIndex) self = user_data;
  g_autoptr (GPtrArray) entries = anc_store_list_cases_finish (ANC_STORE (source), result, NULL);
  const gboolean is_first = !self->has_first;

  if (entries == NULL || self->office == NULL)
    {
      g_clear_pointer (&self->next, g_array_unref);
      return;
    }

  for (guint i = 0; i < entries->len; i++)
    {
      AncCaseEntry *entry = g_ptr_array_index (entries, i);
      const Place place = { entry->key, find_state (entry->state) };

      g_array_append_val (self->next, place);
      note_reference (self, entry->reference);
      g_signal_emit (self, signals[SIGNAL_READ], 0, entry, is_first);
    }

  if (is_first && entries->len == FIRST_PAGE)
    {
      /* What fills the window is drawn before the rest is looked at. */
      take_places (self, g_array_copy (self->next), FALSE);
      self->rest_id = g_idle_add_full (G_PRIORITY_LOW, read_rest_cb, self, NULL);
    }
  else if (entries->len == PAGE)
    read_on (self, PAGE);
  else
    {
      take_places (self, g_steal_pointer (&self->next), TRUE);
      if (self->read_again)
        start_reading (self);
    }
}

static void
start_reading (AncCaseIndex *self)
{
  if (self->next != NULL)
    {
      self->read_again = TRUE;
      return;
    }

  self->read_again = FALSE;
  self->next = g_array_new (FALSE, FALSE, sizeof (Place));
  read_on (self, self->has_first ? PAGE : FIRST_PAGE);
}

static gboolean
read_cb (gpointer user_data)
{
  AncCaseIndex *self = user_data;

  self->read_id = 0;
  start_reading (self);

  return G_SOURCE_REMOVE;
}

static void
anc_case_index_dispose (GObject *object)
{
  AncCaseIndex *self = ANC_CASE_INDEX (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (anc_case_index_parent_class)->dispose (object);
}

static void
anc_case_index_finalize (GObject *object)
{
  AncCaseIndex *self = ANC_CASE_INDEX (object);

  g_hash_table_unref (self->positions);
  g_array_unref (self->places);
  g_clear_pointer (&self->next, g_array_unref);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (anc_case_index_parent_class)->finalize (object);
}

static void
anc_case_index_class_init (AncCaseIndexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = anc_case_index_dispose;
  object_class->finalize = anc_case_index_finalize;

  signals[SIGNAL_READ] = g_signal_new ("read", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
anc_case_index_init (AncCaseIndex *self)
{
  self->cancellable = g_cancellable_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->positions = g_hash_table_new (g_int64_hash, g_int64_equal);
}

AncCaseIndex *
anc_case_index_new (AncOffice *office)
{
  AncCaseIndex *self;

  g_return_val_if_fail (ANC_IS_OFFICE (office), NULL);

  self = g_object_new (ANC_TYPE_CASE_INDEX, NULL);
  self->office = g_object_ref (office);
  start_reading (self);

  return self;
}

guint
anc_case_index_get_n_cases (AncCaseIndex *self)
{
  g_return_val_if_fail (ANC_IS_CASE_INDEX (self), 0);

  return self->places->len;
}

gint64
anc_case_index_get_key (AncCaseIndex *self,
                        guint position)
{
  g_return_val_if_fail (ANC_IS_CASE_INDEX (self), 0);
  g_return_val_if_fail (position < self->places->len, 0);

  return g_array_index (self->places, Place, position).key;
}

/**
 * anc_case_index_find:
 * @self: the index
 * @case_key: a case
 * @position: (out): where it stands
 *
 * Returns: whether it is among those that were read
 */
gboolean
anc_case_index_find (AncCaseIndex *self,
                     gint64 case_key,
                     guint *position)
{
  gpointer found;

  g_return_val_if_fail (ANC_IS_CASE_INDEX (self), FALSE);

  if (!g_hash_table_lookup_extended (self->positions, &case_key, NULL, &found))
    return FALSE;

  *position = GPOINTER_TO_UINT (found);
  return TRUE;
}

/**
 * anc_case_index_get_state:
 *
 * Returns: (nullable): one of anc_case_state_names; %NULL where the case has none that is known here
 */
const char *
anc_case_index_get_state (AncCaseIndex *self,
                          guint position)
{
  guint8 state;

  g_return_val_if_fail (ANC_IS_CASE_INDEX (self), NULL);
  g_return_val_if_fail (position < self->places->len, NULL);

  state = g_array_index (self->places, Place, position).state;

  return state != STATE_NONE ? anc_case_state_names[state] : NULL;
}

/**
 * anc_case_index_dup_next_reference:
 * @self: the index
 *
 * Proposes a reference for a new case: the year and the number after the highest of the year. It is used up.
 *
 * Returns: (transfer full): such as 2026-035
 */
char *
anc_case_index_dup_next_reference (AncCaseIndex *self)
{
  g_return_val_if_fail (ANC_IS_CASE_INDEX (self), NULL);

  self->last_number++;

  return g_strdup_printf ("%04d-%03u", anc_date_get_year (anc_office_get_today (self->office)), self->last_number);
}

/* Has the cases read again, once a burst of changes is over. */
void
anc_case_index_read_soon (AncCaseIndex *self)
{
  g_return_if_fail (ANC_IS_CASE_INDEX (self));

  if (self->read_id == 0)
    self->read_id = g_timeout_add (READ_DELAY, read_cb, self);
}
