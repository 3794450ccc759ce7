/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-presence-page.h"

#include "anc-access.h"
#include "anc-outcome-badge.h"
#include "anc-presence-words.h"
#include "anc-words.h"

#include <glib/gi18n.h>

#define SPACING 12
#define MAX_WIDTH 900

struct _AncPresencePage
{
  AdwBin parent_instance;

  AncDesk *desk;
  AncExhibitLibrary *library;
  AncExhibitRules *rules; /* those the matrix was made with */
  AncPresenceMatrix *matrix;
  GtkLabel *summary;
  GtkWidget *place; /* a bin, whose child is made anew for each matrix */
  GtkWidget *empty;
  gboolean is_stale; /* shows what was true before */
};

G_DEFINE_FINAL_TYPE (AncPresencePage, anc_presence_page, ADW_TYPE_BIN)

/* ---- Proofs -------------------------------------------------------------------------------- */

static void
open_document_cb (GtkWidget *button,
                  AncPresencePage *self)
{
  const gint64 *key = g_object_get_data (G_OBJECT (button), "anc-key");
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  AncRecord *document;

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  document = anc_case_find (anc_desk_get_case (self->desk), *key);
  if (document != NULL)
    anc_desk_show_document (self->desk, document, NULL);
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);

  return label;
}

/* A button heard alone says its half-year too. */
static char *
dup_spoken (AncPresencePage *self,
            const AncPresenceHalf *half,
            const char *text)
{
  const guint index = (guint) (half - anc_presence_matrix_get (self->matrix, 0, 0));

  return anc_presence_words_button (text, self->matrix->first_year + (int) index / 2, index % 2);
}

static GtkWidget *
create_document_button (AncPresencePage *self,
                        const AncPresenceHalf *half,
                        const AncRow *document,
                        const char *text)
{
  GtkWidget *button = gtk_button_new ();
  const char *title = anc_row_get_text (document, "title");
  g_autofree char *spoken = dup_spoken (self, half, text);

  gtk_button_set_child (GTK_BUTTON (button), create_label (text));
  gtk_widget_add_css_class (button, "flat");
  anc_access_name (button, spoken);
  if (title != NULL && *title != '\0')
    gtk_widget_set_tooltip_text (button, title);
  g_object_set_data_full (G_OBJECT (button), "anc-key", g_memdup2 (&document->key, sizeof document->key), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_document_cb), self, 0);

  return button;
}

/* Several of a kind: each in a list of their own, made when it is asked for. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer user_data)
{
  AncPresencePage *self = user_data;
  const AncPresenceHalf *half = g_object_get_data (G_OBJECT (button), "anc-half");
  const AncExhibitKind *kind = g_object_get_data (G_OBJECT (button), "anc-kind");
  GtkWidget *box;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < half->proofs->len; i++)
    {
      const AncPresenceProof *proof = &g_array_index (half->proofs, AncPresenceProof, i);
      const char *title = anc_row_get_text (proof->document, "title");

      if (title == NULL || *title == '\0')
        title = kind->title.in[anc_words_get_language ()];
      if (proof->kind == kind)
        gtk_box_append (GTK_BOX (box), create_document_button (self, half, proof->document, title));
    }
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
create_documents_button (AncPresencePage *self,
                         const AncPresenceHalf *half,
                         const AncExhibitKind *kind,
                         const char *text)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *spoken = dup_spoken (self, half, text);

  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), create_label (text));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup_cb, self, NULL);
  gtk_widget_add_css_class (button, "flat");
  anc_access_name (gtk_widget_get_first_child (button), spoken);
  g_object_set_data (G_OBJECT (button), "anc-half", (gpointer) half); /* of the matrix the button is made for */
  g_object_set_data (G_OBJECT (button), "anc-kind", (gpointer) kind);

  return button;
}

/* ---- The table ----------------------------------------------------------------------------- */

static GtkWidget *
create_cell (AncPresencePage *self,
             guint year,
             guint number)
{
  const AncPresenceHalf *half = anc_presence_matrix_get (self->matrix, year, number);
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  g_autofree char *sentence = anc_presence_words_cell (half, self->matrix->first_year + (int) year, number);
  GtkWidget *badge;

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_add_css_class (cell, "presence-cell");
  gtk_widget_set_hexpand (cell, TRUE);
  if (half->is_outside && half->proofs->len == 0)
    {
      gtk_widget_add_css_class (cell, "outside");
      return cell;
    }

  badge = anc_outcome_badge_new (anc_presence_words_colour (half->grade));
  anc_outcome_badge_set_text (ANC_OUTCOME_BADGE (badge), anc_presence_words_grade (half->grade));
  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (cell), badge);
  for (guint i = 0; i < half->proofs->len; i++)
    {
      const AncPresenceProof *proof = &g_array_index (half->proofs, AncPresenceProof, i);
      guint n;
      g_autofree char *text = anc_presence_words_proofs (half, i, &n);

      if (text != NULL)
        gtk_box_append (GTK_BOX (cell),
                        n == 1 ? create_document_button (self, half, proof->document, text) : create_documents_button (self, half, proof->kind, text));
    }

  return cell;
}

static void
attach_heading (GtkWidget *grid,
                const char *text,
                int column,
                int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, row == 0 ? "caption-heading" : "heading");
  gtk_widget_add_css_class (label, "presence-heading");
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

static GtkWidget *
create_table (AncPresencePage *self)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr (GtkSizeGroup) columns = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "presence");
  gtk_grid_set_row_spacing (GTK_GRID (grid), SPACING / 2);
  gtk_grid_set_column_spacing (GTK_GRID (grid), SPACING / 2);
  attach_heading (grid, _ ("Year"), 0, 0);
  attach_heading (grid, _ ("January to June"), 1, 0);
  attach_heading (grid, _ ("July to December"), 2, 0);
  for (guint i = 0; i < anc_presence_matrix_get_n_years (self->matrix); i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", self->matrix->first_year + (int) i);

      attach_heading (grid, year, 0, (int) i + 1);
      for (guint j = 0; j < 2; j++)
        {
          GtkWidget *cell = create_cell (self, i, j);

          gtk_size_group_add_widget (columns, cell);
          gtk_grid_attach (GTK_GRID (grid), cell, (int) j + 1, (int) i + 1, 1, 1);
        }
    }

  return grid;
}

/* ---- Following ----------------------------------------------------------------------------- */

static void
show_matrix (AncPresencePage *self)
{
  g_autoptr (AncCaseRows) rows = anc_case_dup_rows (anc_desk_get_case (self->desk));
  const AncDate on = anc_evaluator_get_filing_date (anc_desk_get_evaluator (self->desk));
  g_autofree char *summary = NULL;
  gboolean is_empty;

  g_clear_pointer (&self->matrix, anc_presence_matrix_free);
  g_clear_pointer (&self->rules, anc_exhibit_rules_unref);
  self->rules = anc_exhibit_rules_ref (anc_exhibit_library_get_rules (self->library));
  self->matrix = anc_presence_matrix_new (rows, self->rules, on);
  is_empty = anc_presence_matrix_get_n_years (self->matrix) == 0;
  summary = is_empty ? NULL : anc_presence_words_summary (self->matrix);
  gtk_label_set_label (self->summary, summary != NULL ? summary : "");
  adw_bin_set_child (ADW_BIN (self->place), is_empty ? NULL : create_table (self));
  gtk_widget_set_visible (self->place, !is_empty);
  gtk_widget_set_visible (self->empty, is_empty);
}

/* What nobody looks at is not made. */
static void
update (AncPresencePage *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale)
    show_matrix (self);
}

static void
anc_presence_page_map (GtkWidget *widget)
{
  AncPresencePage *self = ANC_PRESENCE_PAGE (widget);

  if (self->is_stale)
    show_matrix (self);
  self->is_stale = FALSE;
  GTK_WIDGET_CLASS (anc_presence_page_parent_class)->map (widget);
}

/* ---- Object -------------------------------------------------------------------------------- */

static void
anc_presence_page_dispose (GObject *object)
{
  AncPresencePage *self = ANC_PRESENCE_PAGE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (anc_presence_page_parent_class)->dispose (object);
}

static void
anc_presence_page_finalize (GObject *object)
{
  AncPresencePage *self = ANC_PRESENCE_PAGE (object);

  g_clear_pointer (&self->matrix, anc_presence_matrix_free);
  g_clear_pointer (&self->rules, anc_exhibit_rules_unref);

  G_OBJECT_CLASS (anc_presence_page_parent_class)->finalize (object);
}

static void
anc_presence_page_class_init (AncPresencePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = anc_presence_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = anc_presence_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = anc_presence_page_map;
}

static void
anc_presence_page_init (AncPresencePage *self)
{
}

static GtkWidget *
create_head (AncPresencePage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *summary = create_label (NULL);
  GtkWidget *grades = gtk_button_new_with_mnemonic (_ ("_Grades of Documents…"));

  gtk_widget_add_css_class (summary, "heading");
  gtk_widget_set_hexpand (summary, TRUE);
  self->summary = GTK_LABEL (summary);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (grades), "case.grades");
  gtk_box_append (GTK_BOX (head), summary);
  gtk_box_append (GTK_BOX (head), grades);

  return head;
}

static GtkWidget *
create_content (AncPresencePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  self->place = adw_bin_new ();
  self->empty = g_object_new (ADW_TYPE_STATUS_PAGE,
                              "icon-name",
                              "x-office-calendar-symbolic",
                              "title",
                              _ ("Nothing Proves Presence Yet"),
                              "description",
                              _ ("Record since when the person is in France, or add documents that have a date."),
                              NULL);
  gtk_box_append (GTK_BOX (box), create_head (self));
  gtk_box_append (GTK_BOX (box), self->place);
  gtk_box_append (GTK_BOX (box), self->empty);
  gtk_widget_set_margin_start (box, SPACING);
  gtk_widget_set_margin_end (box, SPACING);
  gtk_widget_set_margin_top (box, SPACING / 2);
  gtk_widget_set_margin_bottom (box, 2 * SPACING);

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                       "hscrollbar-policy",
                       GTK_POLICY_NEVER,
                       "child",
                       g_object_new (ADW_TYPE_CLAMP, "maximum-size", MAX_WIDTH, "child", box, NULL),
                       NULL);
}

/**
 * anc_presence_page_new:
 * @desk: the desk of the case
 * @library: what documents are worth to the office
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
anc_presence_page_new (AncDesk *desk,
                       AncExhibitLibrary *library)
{
  AncPresencePage *self;

  g_return_val_if_fail (ANC_IS_DESK (desk), NULL);
  g_return_val_if_fail (ANC_IS_EXHIBIT_LIBRARY (library), NULL);

  self = g_object_new (ANC_TYPE_PRESENCE_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->library = g_object_ref (library);
  adw_bin_set_child (ADW_BIN (self), create_content (self));
  self->is_stale = TRUE;
  g_signal_connect_object (anc_desk_get_evaluator (desk), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
