/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-document-print.h"

#include <math.h>

/* Pixels a point of paper: 300 an inch, as printers set small type. */
#define SCALE (300.0 / 72.0)

/* A sheet of more pixels is printed coarser: an A3 sheet has 17 million, and each takes four bytes. */
#define MAX_PIXELS (20.0 * 1000 * 1000)

/* One page on its way to the printer. */
typedef struct
{
  GtkPrintOperation *operation;
  GtkPrintContext *context;
  double width; /* of the page, in points */
  double height;
  double zoom; /* points of paper a point of the page: as large as it was or as large as fits */
} Sheet;

/* Puts the picture in the middle of the paper. */
static void
draw (const Sheet *sheet,
      AncPagePicture *picture)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (sheet->context);
  double paper_width = gtk_print_context_get_width (sheet->context);
  double paper_height = gtk_print_context_get_height (sheet->context);
  double zoom = sheet->zoom;

  cairo_translate (cr, (paper_width - sheet->width * zoom) / 2, (paper_height - sheet->height * zoom) / 2);
  cairo_scale (cr, zoom * sheet->width / anc_page_picture_get_width (picture), zoom * sheet->height / anc_page_picture_get_height (picture));
  cairo_set_source_surface (cr, anc_page_picture_get_surface (picture), 0, 0);
  cairo_paint (cr);
}

static void
rendered_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  Sheet *sheet = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AncPagePicture) picture = anc_page_source_render_finish (ANC_PAGE_SOURCE (object), result, &error);
  GTask *task = g_object_get_data (G_OBJECT (sheet->operation), "anc-task");

  if (picture != NULL)
    {
      draw (sheet, picture);
      gtk_print_operation_draw_page_finish (sheet->operation);
    }
  else
    {
      /* Half a document on paper that looks whole would be worse than none. */
      if (g_object_get_data (G_OBJECT (task), "anc-error") == NULL)
        g_object_set_data_full (G_OBJECT (task), "anc-error", g_steal_pointer (&error), (GDestroyNotify) g_error_free);
      gtk_print_operation_cancel (sheet->operation);
      gtk_print_operation_draw_page_finish (sheet->operation);
    }

  g_object_unref (sheet->operation);
  g_object_unref (sheet->context);
  g_free (sheet);
}

/**
 * anc_document_print_get_scale:
 * @width: of a page, in points
 * @height: of the page
 * @zoom: points of paper a point of the page
 *
 * A page made small to fit its paper needs no more pixels than the paper shows, which bounds the memory.
 *
 * Returns: the pixels a point of the page it is printed with
 */
double
anc_document_print_get_scale (double width,
                              double height,
                              double zoom)
{
  return MIN (SCALE * zoom, sqrt (MAX_PIXELS / (width * height)));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              GTask *task)
{
  AncPageSource *source = g_task_get_source_object (task);
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->operation = g_object_ref (operation);
  sheet->context = g_object_ref (context);
  anc_page_source_get_page_size (source, (guint) page, &sheet->width, &sheet->height);
  sheet->width = MAX (sheet->width, 1);
  sheet->height = MAX (sheet->height, 1);
  sheet->zoom = MIN (1, MIN (gtk_print_context_get_width (context) / sheet->width, gtk_print_context_get_height (context) / sheet->height));
  gtk_print_operation_set_defer_drawing (operation);
  anc_page_source_render_async (source, (guint) page, (AncRect){ 0, 0, sheet->width, sheet->height }, anc_document_print_get_scale (sheet->width, sheet->height, sheet->zoom), ANC_PAGE_PRIORITY_SOON, g_task_get_cancellable (task), rendered_cb, sheet);
}

static void
done_cb (GtkPrintOperation *operation,
         GtkPrintOperationResult outcome,
         GTask *task)
{
  GError *error = g_object_steal_data (G_OBJECT (task), "anc-error");

  if (error == NULL && outcome == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Each sheet lies as most of its page does. */
static void
request_setup_cb (GtkPrintOperation *operation,
                  GtkPrintContext *context,
                  int page,
                  GtkPageSetup *setup,
                  GTask *task)
{
  double width, height;

  anc_page_source_get_page_size (g_task_get_source_object (task), (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static GtkPrintOperation *
create_operation (AncPageSource *source,
                  GTask *task)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_n_pages (operation, (int) anc_page_source_get_n_pages (source));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "anc-task", task, g_object_unref);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_setup_cb), task);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), task);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), task);

  return operation;
}

/**
 * anc_document_print_to_file_async:
 * @source: a document
 * @path: a PDF that is made
 * @callback: called when it is there
 * @user_data: for @callback
 *
 * Prints without a dialog or a printer, for the tests; to be finished as the other.
 */
void
anc_document_print_to_file_async (AncPageSource *source,
                                  const char *path,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = create_operation (source, g_task_new (source, NULL, callback, user_data));

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
}

/**
 * anc_document_print_async:
 * @source: a document
 * @title: what the print job is called
 * @parent: (nullable): the window the dialog belongs to
 * @cancellable: (nullable): stops it
 * @callback: called when it was printed, or the person thought better of it
 * @user_data: for @callback
 *
 * Asks how to print a document, and prints it.
 */
void
anc_document_print_async (AncPageSource *source,
                          const char *title,
                          GtkWindow *parent,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = create_operation (source, g_task_new (source, cancellable, callback, user_data));

  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

gboolean
anc_document_print_finish (GAsyncResult *result,
                           GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
