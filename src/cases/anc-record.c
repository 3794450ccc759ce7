/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-record-private.h"

#include "anc-amount.h"
#include "anc-date.h"

typedef struct
{
  AncRow *row;
  gpointer owner; /* not owned; NULL where the record belongs to no case */
  AncRecordEdit edit;
} AncRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AncRecord, anc_record, G_TYPE_OBJECT)

#define GET_PRIVATE(self) ((AncRecordPrivate *) anc_record_get_instance_private (self))

/* ---- Columns as properties ------------------------------------------------------------------- */

static GParamSpec *
make_property (const AncColumn *column)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const char *name = column->property;

  switch (column->field->type)
    {
    case ANC_FIELD_DATE:
      return g_param_spec_int (name, NULL, NULL, G_MININT32, G_MAXINT32, ANC_DATE_NONE, flags);
    case ANC_FIELD_MONTH:
      return g_param_spec_int (name, NULL, NULL, G_MININT32, G_MAXINT32, ANC_MONTH_NONE, flags);
    case ANC_FIELD_AMOUNT:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, ANC_AMOUNT_NONE, flags);
    case ANC_FIELD_COUNT:
      return g_param_spec_int (name, NULL, NULL, -1, G_MAXINT32, ANC_RECORD_NONE, flags);
    case ANC_FIELD_KEY:
    case ANC_FIELD_TIME:
      return g_param_spec_int64 (name, NULL, NULL, -1, G_MAXINT64, ANC_RECORD_NONE, flags);
    case ANC_FIELD_BOOLEAN:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    default:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    }
}

static gint64
get_none (const AncColumn *column)
{
  switch (column->field->type)
    {
    case ANC_FIELD_DATE:
      return ANC_DATE_NONE;
    case ANC_FIELD_MONTH:
      return ANC_MONTH_NONE;
    case ANC_FIELD_AMOUNT:
      return ANC_AMOUNT_NONE;
    default:
      return ANC_RECORD_NONE;
    }
}

static void
anc_record_get_property (GObject *object,
                         guint id,
                         GValue *value,
                         GParamSpec *pspec)
{
  AncRecord *self = ANC_RECORD (object);
  const AncColumn *column = &ANC_RECORD_GET_CLASS (self)->table->columns[id - 1];
  const AncValue *recorded = anc_record_get_value (self, id - 1);
  const gint64 integer = recorded->type == ANC_VALUE_INTEGER ? recorded->integer : get_none (column);

  if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, recorded->type == ANC_VALUE_TEXT ? recorded->text : NULL);
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, integer == 1);
  else if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, integer);
  else
    g_value_set_int (value, (int) integer);
}

static void
anc_record_set_property (GObject *object,
                         guint id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  AncRecord *self = ANC_RECORD (object);
  const AncColumn *column = &ANC_RECORD_GET_CLASS (self)->table->columns[id - 1];
  g_auto (AncValue) set = { 0 };

  if (G_VALUE_HOLDS_STRING (value))
    {
      const char *text = g_value_get_string (value);

      if (text != NULL && *text != '\0')
        anc_value_set_text (&set, text, -1);
    }
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    {
      if (g_value_get_boolean (value) || !column->is_mark)
        anc_value_set_integer (&set, g_value_get_boolean (value));
    }
  else
    {
      const gint64 integer = G_VALUE_HOLDS_INT64 (value) ? g_value_get_int64 (value) : g_value_get_int (value);

      if (integer != get_none (column))
        anc_value_set_integer (&set, integer);
    }

  anc_record_set_value (self, id - 1, &set);
}

/* ---- Classes --------------------------------------------------------------------------------- */

static void
anc_record_finalize (GObject *object)
{
  g_clear_pointer (&GET_PRIVATE (ANC_RECORD (object))->row, anc_row_unref);

  G_OBJECT_CLASS (anc_record_parent_class)->finalize (object);
}

static void
anc_record_class_init (AncRecordClass *class)
{
  G_OBJECT_CLASS (class)->finalize = anc_record_finalize;
}

static void
anc_record_init (AncRecord *self)
{
}

static void
table_record_class_init (gpointer class,
                         gpointer data)
{
  const AncTable *table = data;
  GObjectClass *object_class = class;

  ((AncRecordClass *) class)->table = table;
  object_class->get_property = anc_record_get_property;
  object_class->set_property = anc_record_set_property;
  for (guint i = 0; i < table->n_columns; i++)
    g_object_class_install_property (object_class, i + 1, make_property (&table->columns[i]));
}

static gpointer
register_types (gpointer data)
{
  static GType types[ANC_N_TABLES];

  for (guint i = 0; i < ANC_N_TABLES; i++)
    {
      const AncTable *table = anc_table_get (i);
      g_autofree char *name = g_strdup_printf ("AncRecord-%s", table->name);
      const GTypeInfo info = {
        .class_size = sizeof (AncRecordClass),
        .class_init = table_record_class_init,
        .class_data = table,
        .instance_size = sizeof (AncRecord),
      };

      types[i] = g_type_register_static (ANC_TYPE_RECORD, name, &info, 0);
    }

  return types;
}

/**
 * anc_record_get_type_for_table:
 *
 * Returns: the class of the records of this table
 */
GType
anc_record_get_type_for_table (AncTableId table)
{
  static GOnce once = G_ONCE_INIT;

  g_return_val_if_fail (table < ANC_N_TABLES, G_TYPE_INVALID);

  return ((const GType *) g_once (&once, register_types, NULL))[table];
}

/* ---- For the case ---------------------------------------------------------------------------- */

/**
 * anc_record_new:
 * @row: (transfer none): what it holds
 *
 * Returns: (transfer full): a record that belongs to no case yet
 */
AncRecord *
anc_record_new (AncRow *row)
{
  AncRecord *self = g_object_new (anc_record_get_type_for_table (row->table->id), NULL);

  GET_PRIVATE (self)->row = anc_row_ref (row);
  return self;
}

/**
 * anc_record_set_owner:
 * @self: a record
 * @owner: (nullable): who makes the changes asked of it
 * @edit: (nullable): how
 */
void
anc_record_set_owner (AncRecord *self,
                      gpointer owner,
                      AncRecordEdit edit)
{
  AncRecordPrivate *private = GET_PRIVATE (self);

  private->owner = owner;
  private->edit = edit;
}

/**
 * anc_record_set_row:
 * @self: a record
 * @row: (transfer none): what it holds from now on; of the same key
 *
 * Tells whoever is bound to a property that has changed.
 */
void
anc_record_set_row (AncRecord *self,
                    AncRow *row)
{
  AncRecordPrivate *private = GET_PRIVATE (self);
  const AncTable *table = private->row->table;
  g_autoptr (AncRow) before = private->row;

  g_assert (row->table == table && row->key == before->key);

  private->row = anc_row_ref (row);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < table->n_columns; i++)
    if (!anc_value_equal (&before->values[i], &row->values[i]))
      g_object_notify (G_OBJECT (self), table->columns[i].property);
  g_object_thaw_notify (G_OBJECT (self));
}

/* ---- Public ---------------------------------------------------------------------------------- */

const AncTable *
anc_record_get_table (AncRecord *self)
{
  g_return_val_if_fail (ANC_IS_RECORD (self), NULL);

  return ANC_RECORD_GET_CLASS (self)->table;
}

/**
 * anc_record_get_row:
 *
 * Returns: (transfer none): what it holds at this moment
 */
AncRow *
anc_record_get_row (AncRecord *self)
{
  g_return_val_if_fail (ANC_IS_RECORD (self), NULL);

  return GET_PRIVATE (self)->row;
}

gint64
anc_record_get_key (AncRecord *self)
{
  g_return_val_if_fail (ANC_IS_RECORD (self), 0);

  return GET_PRIVATE (self)->row->key;
}

const AncValue *
anc_record_get_value (AncRecord *self,
                      guint column)
{
  g_return_val_if_fail (ANC_IS_RECORD (self), NULL);
  g_return_val_if_fail (column < ANC_RECORD_GET_CLASS (self)->table->n_columns, NULL);

  return &GET_PRIVATE (self)->row->values[column];
}

/**
 * anc_record_set_value:
 * @self: a record
 * @column: the index of one of its columns
 * @value: of the column's type, or not recorded
 *
 * Sets a value within the edit of the record's case, which opens one if it has none open. Does nothing to
 * a record without a case.
 */
void
anc_record_set_value (AncRecord *self,
                      guint column,
                      const AncValue *value)
{
  AncRecordPrivate *private;
  AncRow *row;

  g_return_if_fail (ANC_IS_RECORD (self));
  g_return_if_fail (column < ANC_RECORD_GET_CLASS (self)->table->n_columns);
  g_return_if_fail (value->type == ANC_VALUE_NONE
                    || value->type == ANC_RECORD_GET_CLASS (self)->table->columns[column].type);

  private = GET_PRIVATE (self);
  if (private->owner == NULL || anc_value_equal (&private->row->values[column], value))
    return;

  row = anc_row_copy (private->row);
  anc_value_copy (&row->values[column], value);
  private->edit (private->owner, self, row);
}

const char *
anc_record_get_text (AncRecord *self,
                     const char *column)
{
  g_return_val_if_fail (ANC_IS_RECORD (self), NULL);

  return anc_row_get_text (GET_PRIVATE (self)->row, column);
}

/**
 * anc_record_set_text:
 * @self: a record
 * @column: the name of a column of texts
 * @text: (nullable): %NULL for not recorded; "" is recorded as it is
 */
void
anc_record_set_text (AncRecord *self,
                     const char *column,
                     const char *text)
{
  g_auto (AncValue) value = { 0 };

  if (text != NULL)
    anc_value_set_text (&value, text, -1);

  anc_record_set_value (self, anc_table_find_column (anc_record_get_table (self), column), &value);
}

gint64
anc_record_get_integer (AncRecord *self,
                        const char *column,
                        gint64 none)
{
  g_return_val_if_fail (ANC_IS_RECORD (self), none);

  return anc_row_get_integer (GET_PRIVATE (self)->row, column, none);
}

void
anc_record_set_integer (AncRecord *self,
                        const char *column,
                        gint64 integer)
{
  g_auto (AncValue) value = { 0 };

  anc_value_set_integer (&value, integer);
  anc_record_set_value (self, anc_table_find_column (anc_record_get_table (self), column), &value);
}

/**
 * anc_record_unset:
 * @self: a record
 * @column: the name of a column
 *
 * Makes it not recorded.
 */
void
anc_record_unset (AncRecord *self,
                  const char *column)
{
  const AncValue value = { 0 };

  anc_record_set_value (self, anc_table_find_column (anc_record_get_table (self), column), &value);
}
