/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-exhibits-model.h"

#include "anc-exhibit-words.h"
#include "anc-proofs.h"

#include "anc-fold.h"

#include <glib/gi18n.h>
#include <string.h>

struct _AncExhibitsModel
{
  GObject parent_instance;

  AncDesk *desk;
  AncProposalList *proposals; /* (nullable): until they are read */
  GHashTable *waiting;        /* keys of the documents whose proposals are shown */
  AncExhibitSort sort;
  AncExhibitShow show;
  char *search; /* (nullable): folded */

  GListStore *parts; /* of GListModel: the three below */
  GtkFilterListModel *shown_proposals;
  GListStore *heading;
  GtkFilterListModel *documents;
  GtkCustomFilter *proposal_filter;
  GtkCustomFilter *document_filter;
  GtkCustomSorter *document_sorter;
  GtkFlattenListModel *all;
};

static void anc_exhibits_model_list_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AncExhibitsModel, anc_exhibits_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, anc_exhibits_model_list_init))

/* ---- Which ----------------------------------------------------------------------------------- */

/* What was accepted is in the case, and what was set aside is a document like another. */
static gboolean
is_proposal_shown (gpointer item,
                   gpointer user_data)
{
  switch (anc_proposal_get_state (item))
    {
    case ANC_PROPOSAL_STATE_ACCEPTED:
    case ANC_PROPOSAL_STATE_SET_ASIDE:
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
is_payslip (AncRecord *document)
{
  return g_strcmp0 (anc_record_get_text (document, "kind"), "payslip") == 0;
}

static gboolean
is_wanted (AncExhibitsModel *self,
           AncRecord *document)
{
  switch (self->show)
    {
    case ANC_EXHIBIT_SHOW_PAYSLIPS:
      return is_payslip (document);
    case ANC_EXHIBIT_SHOW_PAPERS:
      return !is_payslip (document);
    case ANC_EXHIBIT_SHOW_IDLE:
      return anc_proof_count_claims (anc_desk_get_case (self->desk), document) == 0;
    case ANC_EXHIBIT_SHOW_ALL:
    default:
      return TRUE;
    }
}

static gboolean
is_found (AncExhibitsModel *self,
          AncRecord *document)
{
  g_auto (AncExhibitCells) cells = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (self->search == NULL)
    return TRUE;

  anc_exhibit_words_document (self->desk, document, &cells);
  text = g_strdup_printf ("%s %s", cells.title, cells.detail);
  folded = anc_fold (text, -1);
  return strstr (folded, self->search) != NULL;
}

static gboolean
is_document_shown (gpointer item,
                   gpointer user_data)
{
  AncExhibitsModel *self = user_data;
  const gint64 key = anc_record_get_key (item);

  return !g_hash_table_contains (self->waiting, &key) && is_wanted (self, item) && is_found (self, item);
}

/* ---- In which order -------------------------------------------------------------------------- */

static gint64
get_time (AncRecord *document)
{
  const AncMonth month = (AncMonth) anc_record_get_integer (document, "month", ANC_MONTH_NONE);

  return month != ANC_MONTH_NONE ? anc_month_get_first_day (month) : anc_record_get_integer (document, "date", G_MAXINT64);
}

static int
compare_texts (AncRecord *a,
               AncRecord *b,
               const char *column)
{
  const char *first = anc_record_get_text (a, column);
  const char *second = anc_record_get_text (b, column);

  return g_utf8_collate (first != NULL ? first : "", second != NULL ? second : "");
}

static int
compare_documents (gconstpointer a,
                   gconstpointer b,
                   gpointer user_data)
{
  AncExhibitsModel *self = user_data;
  AncRecord *first = (AncRecord *) a;
  AncRecord *second = (AncRecord *) b;
  const gint64 first_time = get_time (first);
  const gint64 second_time = get_time (second);
  int order = 0;

  switch (self->sort)
    {
    case ANC_EXHIBIT_SORT_TITLE:
      return compare_texts (first, second, "title");
    case ANC_EXHIBIT_SORT_KIND:
      order = compare_texts (first, second, "kind");
      break;
    case ANC_EXHIBIT_SORT_GRADE: /* the best first */
      order = (int) anc_exhibit_words_get_grade (self->desk, anc_record_get_text (second, "kind"))
              - (int) anc_exhibit_words_get_grade (self->desk, anc_record_get_text (first, "kind"));
      break;
    case ANC_EXHIBIT_SORT_ARRIVAL:
      return 0;
    case ANC_EXHIBIT_SORT_TIME:
    default:
      break;
    }

  return order != 0 ? order : (first_time > second_time) - (first_time < second_time);
}

/* ---- Following ------------------------------------------------------------------------------- */

static void
list_waiting (AncExhibitsModel *self)
{
  GListModel *shown = G_LIST_MODEL (self->shown_proposals);

  g_hash_table_remove_all (self->waiting);
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (AncProposal) proposal = g_list_model_get_item (shown, i);
      const gint64 key = anc_proposal_get_document_key (proposal);

      g_hash_table_add (self->waiting, g_memdup2 (&key, sizeof key));
    }
}

static void
show_heading (AncExhibitsModel *self)
{
  const gboolean is_needed = g_list_model_get_n_items (G_LIST_MODEL (self->shown_proposals)) > 0
                             && g_list_model_get_n_items (G_LIST_MODEL (self->documents)) > 0;
  const gboolean is_there = g_list_model_get_n_items (G_LIST_MODEL (self->heading)) > 0;

  if (is_needed && !is_there)
    {
      g_autoptr (GtkStringObject) heading = gtk_string_object_new (_ ("Documents"));

      g_list_store_append (self->heading, heading);
    }
  else if (!is_needed && is_there)
    g_list_store_remove_all (self->heading);
}

static void
documents_changed_cb (AncExhibitsModel *self)
{
  gtk_filter_changed (GTK_FILTER (self->document_filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (GTK_SORTER (self->document_sorter), GTK_SORTER_CHANGE_DIFFERENT);
  show_heading (self);
}

static void
proposals_changed_cb (AncExhibitsModel *self)
{
  gtk_filter_changed (GTK_FILTER (self->proposal_filter), GTK_FILTER_CHANGE_DIFFERENT);
  list_waiting (self);
  documents_changed_cb (self);
}

static void
items_changed_cb (AncExhibitsModel *self,
                  guint position,
                  guint removed,
                  guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* ---- List model ------------------------------------------------------------------------------ */

static GType
anc_exhibits_model_get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
anc_exhibits_model_get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ANC_EXHIBITS_MODEL (list)->all));
}

static gpointer
anc_exhibits_model_get_item (GListModel *list,
                             guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (ANC_EXHIBITS_MODEL (list)->all), position);
}

static void
anc_exhibits_model_list_init (GListModelInterface *interface)
{
  interface->get_item_type = anc_exhibits_model_get_item_type;
  interface->get_n_items = anc_exhibits_model_get_n_items;
  interface->get_item = anc_exhibits_model_get_item;
}

/* ---- Object ---------------------------------------------------------------------------------- */

static void
anc_exhibits_model_dispose (GObject *object)
{
  AncExhibitsModel *self = ANC_EXHIBITS_MODEL (object);

  g_clear_object (&self->all);
  g_clear_object (&self->parts);
  g_clear_object (&self->shown_proposals);
  g_clear_object (&self->heading);
  g_clear_object (&self->documents);
  g_clear_object (&self->proposals);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (anc_exhibits_model_parent_class)->dispose (object);
}

static void
anc_exhibits_model_finalize (GObject *object)
{
  AncExhibitsModel *self = ANC_EXHIBITS_MODEL (object);

  g_hash_table_unref (self->waiting);
  g_free (self->search);

  G_OBJECT_CLASS (anc_exhibits_model_parent_class)->finalize (object);
}

static void
anc_exhibits_model_class_init (AncExhibitsModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = anc_exhibits_model_dispose;
  object_class->finalize = anc_exhibits_model_finalize;
}

static void
anc_exhibits_model_init (AncExhibitsModel *self)
{
  self->waiting = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_part (AncExhibitsModel *self,
          gpointer part)
{
  g_list_store_append (self->parts, part);
}

/**
 * anc_exhibits_model_new:
 * @desk: the desk of the case
 *
 * Returns: (transfer full): its documents, by time
 */
AncExhibitsModel *
anc_exhibits_model_new (AncDesk *desk)
{
  AncExhibitsModel *self;
  AncRecordList *documents;
  GtkSortListModel *sorted;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);

  self = g_object_new (ANC_TYPE_EXHIBITS_MODEL, NULL);
  self->desk = g_object_ref (desk);
  documents = anc_case_get_list (anc_desk_get_case (desk), ANC_TABLE_DOCUMENTS);

  self->proposal_filter = gtk_custom_filter_new (is_proposal_shown, self, NULL);
  self->shown_proposals = gtk_filter_list_model_new (NULL, GTK_FILTER (self->proposal_filter));
  self->heading = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->document_sorter = gtk_custom_sorter_new (compare_documents, self, NULL);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (documents)), GTK_SORTER (self->document_sorter));
  self->document_filter = gtk_custom_filter_new (is_document_shown, self, NULL);
  self->documents = gtk_filter_list_model_new (G_LIST_MODEL (sorted), GTK_FILTER (self->document_filter));

  self->parts = g_list_store_new (G_TYPE_LIST_MODEL);
  add_part (self, self->shown_proposals);
  add_part (self, self->heading);
  add_part (self, self->documents);
  self->all = gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (self->parts)));
  g_signal_connect_object (self->all, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (anc_desk_get_case (desk), "changed", G_CALLBACK (documents_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * anc_exhibits_model_set_proposals:
 * @self: the model
 * @proposals: those of the case
 */
void
anc_exhibits_model_set_proposals (AncExhibitsModel *self,
                                  AncProposalList *proposals)
{
  g_return_if_fail (ANC_IS_EXHIBITS_MODEL (self));
  g_return_if_fail (self->proposals == NULL);

  self->proposals = g_object_ref (proposals);
  gtk_filter_list_model_set_model (self->shown_proposals, G_LIST_MODEL (proposals));
  g_signal_connect_object (proposals, "notify", G_CALLBACK (proposals_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (proposals, "items-changed", G_CALLBACK (proposals_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  proposals_changed_cb (self);
}

void
anc_exhibits_model_set_sort (AncExhibitsModel *self,
                             AncExhibitSort sort)
{
  g_return_if_fail (ANC_IS_EXHIBITS_MODEL (self));

  self->sort = sort;
  documents_changed_cb (self);
}

void
anc_exhibits_model_set_show (AncExhibitsModel *self,
                             AncExhibitShow show)
{
  g_return_if_fail (ANC_IS_EXHIBITS_MODEL (self));

  self->show = show;
  documents_changed_cb (self);
}

/**
 * anc_exhibits_model_set_search:
 * @self: the model
 * @text: what the title, the kind or the time of a document has to hold; empty for all
 */
void
anc_exhibits_model_set_search (AncExhibitsModel *self,
                               const char *text)
{
  g_return_if_fail (ANC_IS_EXHIBITS_MODEL (self));

  g_free (self->search);
  self->search = *text != '\0' ? anc_fold (text, -1) : NULL;
  documents_changed_cb (self);
}

guint
anc_exhibits_model_get_n_proposals (AncExhibitsModel *self)
{
  g_return_val_if_fail (ANC_IS_EXHIBITS_MODEL (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->shown_proposals));
}
