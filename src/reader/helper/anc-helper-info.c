/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-helper-calls.h"
#include "anc-image-document.h"
#include "anc-pdf-document.h"
#include "anc-pdf-facts.h"

#include <poppler.h>

/* An outline beyond this is no help to anyone, or turns in circles. */
#define MAX_OUTLINE_ITEMS 10000
#define MAX_OUTLINE_DEPTH 32

/* No date. */
#define NO_TIME G_MININT64

/* The document as Poppler knows it; %NULL for an image. */
static PopplerDocument *
get_poppler (AncHelper *self)
{
  return ANC_IS_PDF_DOCUMENT (self->document)
             ? anc_pdf_document_get_poppler (ANC_PDF_DOCUMENT (self->document))
             : NULL;
}

/* ---- Information --------------------------------------------------------------------------- */

static gint64
take_time (GDateTime *time)
{
  g_autoptr (GDateTime) owned = time;

  return owned != NULL ? g_date_time_to_unix (owned) : NO_TIME;
}

static void
add_entry (GVariantBuilder *entries,
           const char *name,
           char *value)
{
  if (value != NULL && *value != '\0')
    g_variant_builder_add (entries, "{s@s}", name, anc_helper_new_text (value));
  g_free (value);
}

static GVariant *
list_entries (PopplerDocument *poppler)
{
  GVariantBuilder entries = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  if (poppler != NULL)
    {
      add_entry (&entries, "title", poppler_document_get_title (poppler));
      add_entry (&entries, "author", poppler_document_get_author (poppler));
      add_entry (&entries, "subject", poppler_document_get_subject (poppler));
      add_entry (&entries, "keywords", poppler_document_get_keywords (poppler));
      add_entry (&entries, "creator", poppler_document_get_creator (poppler));
      add_entry (&entries, "producer", poppler_document_get_producer (poppler));
    }

  return g_variant_builder_end (&entries);
}

GVariant *
anc_helper_get_info (AncHelper *self,
                     GVariant *body,
                     int *fd,
                     GError **error)
{
  static const char *const forms[] = {
    [ANC_PDF_FACTS_NO_FORM] = "none",
    [ANC_PDF_FACTS_FIELDS] = "fields",
    [ANC_PDF_FACTS_XFA] = "xfa",
    [ANC_PDF_FACTS_XFA_ONLY] = "xfa-only",
  };
  PopplerDocument *poppler = get_poppler (self);
  g_autofree char *version = NULL;
  AncPdfFacts facts = { 0 };

  if (poppler == NULL)
    return g_variant_new ("(@a{ss}xxbbbuss)",
                          list_entries (NULL),
                          NO_TIME,
                          NO_TIME,
                          FALSE,
                          ANC_IS_IMAGE_DOCUMENT (self->document) && anc_image_document_is_cut (ANC_IMAGE_DOCUMENT (self->document)),
                          FALSE,
                          0,
                          "none",
                          "");

  anc_pdf_facts_read (&facts, self->bytes, self->password);
  version = poppler_document_get_pdf_version_string (poppler);

  return g_variant_new ("(@a{ss}xxbbbus@s)",
                        list_entries (poppler),
                        take_time (poppler_document_get_creation_date_time (poppler)),
                        take_time (poppler_document_get_modification_date_time (poppler)),
                        facts.is_encrypted,
                        facts.is_repaired,
                        poppler_document_has_javascript (poppler),
                        poppler_document_get_n_attachments (poppler),
                        forms[facts.form],
                        anc_helper_new_text (version));
}

/* ---- Pages --------------------------------------------------------------------------------- */

GVariant *
anc_helper_get_pages (AncHelper *self,
                      GVariant *body,
                      int *fd,
                      GError **error)
{
  GVariantBuilder pages;
  guint first, count, n_pages = anc_document_get_n_pages (self->document);

  g_variant_get (body, "(uu)", &first, &count);
  if (!anc_helper_check_page (self, first, error))
    return NULL;

  g_variant_builder_init (&pages, G_VARIANT_TYPE ("a(dds)"));
  for (guint page = first; page < n_pages && page - first < count; page++)
    {
      g_autofree char *label = anc_document_dup_page_label (self->document, page);
      double width, height;

      anc_document_get_page_size (self->document, page, &width, &height);
      g_variant_builder_add (&pages, "(dd@s)", width, height, anc_helper_new_text (label));
    }

  return g_variant_new ("(a(dds))", &pages);
}

/* ---- Outline ------------------------------------------------------------------------------- */

/* The page that a destination leads to, from 0; -1 where it leads nowhere in this document. */
static int
resolve_page (PopplerDocument *poppler,
              const PopplerAction *action)
{
  const PopplerDest *destination = action->type == POPPLER_ACTION_GOTO_DEST ? action->goto_dest.dest : NULL;
  PopplerDest *named = NULL;
  int page;

  if (destination != NULL && destination->type == POPPLER_DEST_NAMED)
    {
      named = destination->named_dest != NULL
                  ? poppler_document_find_dest (poppler, destination->named_dest)
                  : NULL;
      destination = named;
    }
  page = destination != NULL ? destination->page_num - 1 : -1;
  if (named != NULL)
    poppler_dest_free (named);

  return page >= 0 && page < poppler_document_get_n_pages (poppler) ? page : -1;
}

static void
add_outline (GVariantBuilder *items,
             guint *n_items,
             PopplerDocument *poppler,
             PopplerIndexIter *level,
             guint depth)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (level);
      PopplerIndexIter *below;

      g_variant_builder_add (items,
                             "(u@si)",
                             depth,
                             anc_helper_new_text (action != NULL ? action->any.title : NULL),
                             action != NULL ? resolve_page (poppler, action) : -1);
      if (action != NULL)
        poppler_action_free (action);
      (*n_items)++;

      below = depth + 1 < MAX_OUTLINE_DEPTH ? poppler_index_iter_get_child (level) : NULL;
      if (below != NULL)
        {
          add_outline (items, n_items, poppler, below, depth + 1);
          poppler_index_iter_free (below);
        }
    }
  while (*n_items < MAX_OUTLINE_ITEMS && poppler_index_iter_next (level));
}

GVariant *
anc_helper_get_outline (AncHelper *self,
                        GVariant *body,
                        int *fd,
                        GError **error)
{
  GVariantBuilder items = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(usi)"));
  PopplerDocument *poppler = get_poppler (self);
  PopplerIndexIter *top = poppler != NULL ? poppler_index_iter_new (poppler) : NULL;
  guint n_items = 0;

  if (top != NULL)
    {
      add_outline (&items, &n_items, poppler, top, 0);
      poppler_index_iter_free (top);
    }

  return g_variant_new ("(a(usi))", &items);
}

/* ---- Links --------------------------------------------------------------------------------- */

/* Links to a place in the document or to an address; what would run a program or a script is none. */
static void
add_link (GVariantBuilder *links,
          PopplerDocument *poppler,
          const PopplerLinkMapping *link,
          double height)
{
  const PopplerRectangle *area = &link->area;
  const PopplerAction *action = link->action;
  AncRect rect = {
    MIN (area->x1, area->x2),
    height - MAX (area->y1, area->y2),
    MAX (area->x1, area->x2),
    height - MIN (area->y1, area->y2),
  };
  int page = action != NULL ? resolve_page (poppler, action) : -1;
  const char *address = action != NULL && action->type == POPPLER_ACTION_URI ? action->uri.uri : NULL;

  if (page >= 0 || address != NULL)
    g_variant_builder_add (links, "(@(dddd)i@s)", anc_helper_new_rect (rect), page, anc_helper_new_text (address));
}

GVariant *
anc_helper_get_links (AncHelper *self,
                      GVariant *body,
                      int *fd,
                      GError **error)
{
  GVariantBuilder links;
  PopplerDocument *poppler = get_poppler (self);
  PopplerPage *page = NULL;
  double width, height;
  guint number;

  g_variant_get (body, "(u)", &number);
  if (!anc_helper_check_page (self, number, error))
    return NULL;

  g_variant_builder_init (&links, G_VARIANT_TYPE ("a((dddd)is)"));
  anc_document_get_page_size (self->document, number, &width, &height);
  if (poppler != NULL)
    page = poppler_document_get_page (poppler, (int) number);
  if (page != NULL)
    {
      GList *mappings = poppler_page_get_link_mapping (page);

      for (GList *l = mappings; l != NULL; l = l->next)
        add_link (&links, poppler, l->data, height);
      poppler_page_free_link_mapping (mappings);
      g_object_unref (page);
    }

  return g_variant_new ("(a((dddd)is))", &links);
}
