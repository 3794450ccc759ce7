/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-bundle-list-model.h"

#include "anc-exhibit-edit.h"

struct _AncBundleListModel
{
  GObject parent_instance;

  AncCase *a_case;
  AncExhibitRules *rules;
  AncBundleOptions options; /* of the order alone: it owns no texts */
  AncExhibitOrder *order;
  GPtrArray *entries;
};

static GType
get_item_type (GListModel *model)
{
  return ANC_TYPE_BUNDLE_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return ANC_BUNDLE_LIST_MODEL (model)->entries->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  AncBundleListModel *self = ANC_BUNDLE_LIST_MODEL (model);

  return position < self->entries->len ? g_object_ref (g_ptr_array_index (self->entries, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AncBundleListModel,
                               anc_bundle_list_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint changed_signal;

/* ---- Following ----------------------------------------------------------------------------- */

static gboolean
are_equal (const GPtrArray *before,
           guint before_place,
           const GPtrArray *after,
           guint after_place)
{
  return anc_bundle_entry_equal (g_ptr_array_index (before, before_place), g_ptr_array_index (after, after_place));
}

/* Tells what changed alone, so that rows keep their place and their focus. */
static void
replace_entries (AncBundleListModel *self,
                 GPtrArray *entries)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->entries);
  guint start = 0, end = 0;

  while (start < MIN (before->len, entries->len) && are_equal (before, start, entries, start))
    start++;
  while (end < MIN (before->len, entries->len) - start && are_equal (before, before->len - 1 - end, entries, entries->len - 1 - end))
    end++;

  self->entries = entries;
  if (before->len - start - end > 0 || entries->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, entries->len - start - end);
}

static void
update (AncBundleListModel *self)
{
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (self->a_case);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_pointer (&self->order, anc_exhibit_order_free);
  self->order = anc_case_bundle_order (rows, self->rules, &self->options);
  for (guint i = 0; i < self->order->exhibits->len; i++)
    g_ptr_array_add (entries, anc_bundle_entry_new (g_ptr_array_index (self->order->exhibits, i)));
  replace_entries (self, entries);
  g_signal_emit (self, changed_signal, 0);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_bundle_list_model_dispose (GObject *object)
{
  g_clear_object (&ANC_BUNDLE_LIST_MODEL (object)->a_case);

  G_OBJECT_CLASS (anc_bundle_list_model_parent_class)->dispose (object);
}

static void
anc_bundle_list_model_finalize (GObject *object)
{
  AncBundleListModel *self = ANC_BUNDLE_LIST_MODEL (object);

  g_clear_pointer (&self->order, anc_exhibit_order_free);
  g_ptr_array_unref (self->entries);
  anc_exhibit_rules_unref (self->rules);

  G_OBJECT_CLASS (anc_bundle_list_model_parent_class)->finalize (object);
}

static void
anc_bundle_list_model_class_init (AncBundleListModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_bundle_list_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = anc_bundle_list_model_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
anc_bundle_list_model_init (AncBundleListModel *self)
{
  self->options.first_number = 1;
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * anc_bundle_list_model_new:
 * @a_case: a live case
 * @rules: the kinds of documents and the lists
 *
 * Returns: (transfer full): its exhibits, ordered as it says itself
 */
AncBundleListModel *
anc_bundle_list_model_new (AncCase *a_case,
                           AncExhibitRules *rules)
{
  AncBundleListModel *self;

  g_return_val_if_fail (ANC_IS_CASE (a_case), NULL);

  self = g_object_new (ANC_TYPE_BUNDLE_LIST_MODEL, NULL);
  self->a_case = g_object_ref (a_case);
  self->rules = anc_exhibit_rules_ref (rules);
  g_signal_connect_object (a_case, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

void
anc_bundle_list_model_set_rules (AncBundleListModel *self,
                                 AncExhibitRules *rules)
{
  g_return_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self));

  anc_exhibit_rules_ref (rules);
  anc_exhibit_rules_unref (self->rules);
  self->rules = rules;
  update (self);
}

/**
 * anc_bundle_list_model_set_options:
 * @options: for what and how to order; the other options are passed over
 */
void
anc_bundle_list_model_set_options (AncBundleListModel *self,
                                   const AncBundleOptions *options)
{
  g_return_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self));
  g_return_if_fail (options->first_number > 0);

  self->options = (AncBundleOptions){
    .regime = options->regime,
    .language = options->language,
    .first_number = options->first_number,
    .again = options->again,
  };
  update (self);
}

AncCase *
anc_bundle_list_model_get_case (AncBundleListModel *self)
{
  g_return_val_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self), NULL);

  return self->a_case;
}

AncExhibitRules *
anc_bundle_list_model_get_rules (AncBundleListModel *self)
{
  g_return_val_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self), NULL);

  return self->rules;
}

const AncBundleOptions *
anc_bundle_list_model_get_options (AncBundleListModel *self)
{
  g_return_val_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self), NULL);

  return &self->options;
}

/**
 * anc_bundle_list_model_get_order:
 *
 * Returns: (transfer none): what the entries are made from; valid until `changed`
 */
const AncExhibitOrder *
anc_bundle_list_model_get_order (AncBundleListModel *self)
{
  g_return_val_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self), NULL);

  return self->order;
}

/**
 * anc_bundle_list_model_find:
 * @key: of an entry, or of any document
 * @place: (out): where the exhibit that holds it stands
 *
 * Returns: whether there is one
 */
gboolean
anc_bundle_list_model_find (AncBundleListModel *self,
                            gint64 key,
                            guint *place)
{
  g_return_val_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self), FALSE);

  for (guint i = 0; i < self->order->exhibits->len; i++)
    {
      const AncExhibit *exhibit = g_ptr_array_index (self->order->exhibits, i);

      for (guint j = 0; j < exhibit->documents->len; j++)
        if (((const AncRow *) g_ptr_array_index (exhibit->documents, j))->key == key)
          {
            *place = i;
            return TRUE;
          }
    }

  return FALSE;
}

/* ---- What people do ------------------------------------------------------------------------ */

static const AncExhibit *
find_exhibit (AncBundleListModel *self,
              gint64 key,
              guint *place)
{
  return anc_bundle_list_model_find (self, key, place) ? g_ptr_array_index (self->order->exhibits, *place) : NULL;
}

/**
 * anc_bundle_list_model_move:
 * @to: the place it is to have; what was filed before keeps its own, and nothing is moved among it
 */
void
anc_bundle_list_model_move (AncBundleListModel *self,
                            gint64 key,
                            guint to)
{
  const AncExhibit *exhibit;
  guint from;

  g_return_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self));

  exhibit = find_exhibit (self, key, &from);
  if (exhibit == NULL || to >= self->entries->len || exhibit->is_filed
      || anc_bundle_entry_is_filed (g_ptr_array_index (self->entries, to)))
    return;

  anc_exhibit_edit_move (self->a_case, self->order, from, to);
}

void
anc_bundle_list_model_group_with_previous (AncBundleListModel *self,
                                           gint64 key)
{
  const AncExhibit *both[2];
  guint place;

  g_return_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self));

  both[1] = find_exhibit (self, key, &place);
  if (both[1] == NULL || place == 0 || both[1]->is_filed)
    return;

  both[0] = g_ptr_array_index (self->order->exhibits, place - 1);
  if (!both[0]->is_filed)
    anc_exhibit_edit_group (self->a_case, both, G_N_ELEMENTS (both));
}

void
anc_bundle_list_model_ungroup (AncBundleListModel *self,
                               gint64 key)
{
  const AncExhibit *exhibit;
  guint place;

  g_return_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self));

  exhibit = find_exhibit (self, key, &place);
  if (exhibit != NULL && exhibit->documents->len > 1 && !exhibit->is_filed)
    anc_exhibit_edit_ungroup (self->a_case, exhibit);
}

/**
 * anc_bundle_list_model_can_order:
 * @key: of any document
 *
 * Returns: whether people may order the documents of the exhibit it is in
 */
gboolean
anc_bundle_list_model_can_order (AncBundleListModel *self,
                                 gint64 key)
{
  const AncExhibit *exhibit;
  guint place;

  g_return_val_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self), FALSE);

  exhibit = find_exhibit (self, key, &place);
  return exhibit != NULL && exhibit->documents->len > 1 && !exhibit->is_filed && !anc_exhibit_is_ordered_by_month (exhibit);
}

/**
 * anc_bundle_list_model_move_document:
 * @key: of a document
 * @to: the place it is to have in its exhibit
 */
void
anc_bundle_list_model_move_document (AncBundleListModel *self,
                                     gint64 key,
                                     guint to)
{
  const AncExhibit *exhibit;
  guint place;

  g_return_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self));

  exhibit = find_exhibit (self, key, &place);
  if (!anc_bundle_list_model_can_order (self, key) || to >= exhibit->documents->len)
    return;

  for (guint i = 0; i < exhibit->documents->len; i++)
    if (((const AncRow *) g_ptr_array_index (exhibit->documents, i))->key == key)
      {
        anc_exhibit_edit_move_document (self->a_case, exhibit, i, to);
        return;
      }
}

void
anc_bundle_list_model_set_title (AncBundleListModel *self,
                                 gint64 key,
                                 const char *title)
{
  const AncExhibit *exhibit;
  guint place;

  g_return_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self));

  exhibit = find_exhibit (self, key, &place);
  if (exhibit != NULL && g_strcmp0 (exhibit->title, title) != 0)
    anc_exhibit_edit_set_title (self->a_case, exhibit, title);
}

void
anc_bundle_list_model_leave_out (AncBundleListModel *self,
                                 gint64 key)
{
  const AncExhibit *exhibit;
  guint place;

  g_return_if_fail (ANC_IS_BUNDLE_LIST_MODEL (self));

  exhibit = find_exhibit (self, key, &place);
  if (exhibit != NULL && !exhibit->is_filed)
    anc_exhibit_edit_leave_out (self->a_case, exhibit);
}
