/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-archival.h"

#include <lcms2.h>
#include <stdlib.h>
#include <string.h>

#define MAX_METADATA (1024 * 1024)

/* Where an ICC profile says when it was made: six 16-bit numbers (ICC.1:2010, 7.2.8). */
#define PROFILE_DATE 24

/* The same file whenever it is made: the day of the sRGB standard, 1 October 1999. */
static const guchar profile_date[] = { 1999 >> 8, 1999 & 0xff, 0, 10, 0, 1, 0, 0, 0, 0, 0, 0 };

static gboolean
find_part (const char *metadata)
{
  static const char *const marks[] = {
    "pdfaid:part=\"1\"", "pdfaid:part=\"2\"", "pdfaid:part='1'", "pdfaid:part='2'", "<pdfaid:part>1<", "<pdfaid:part>2<"
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (metadata, marks[i]) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * anc_archival_is_declared:
 *
 * Returns: whether the document says it is PDF/A-1 or PDF/A-2, and is in the colours of a screen. That
 *   it says so is taken for true.
 */
gboolean
anc_archival_is_declared (qpdf_data pdf)
{
  qpdf_oh root = qpdf_get_root (pdf);
  qpdf_oh metadata = qpdf_oh_get_key (pdf, root, "/Metadata");
  qpdf_oh intents = qpdf_oh_get_key (pdf, root, "/OutputIntents");
  qpdf_oh profile, n_channels;
  unsigned char *data = NULL;
  size_t length = 0;
  gboolean is_declared = FALSE;

  if (!qpdf_oh_is_stream (pdf, metadata) || !qpdf_oh_is_array (pdf, intents) || qpdf_oh_get_array_n_items (pdf, intents) == 0)
    return FALSE;

  /* What is meant for a press would take other colours under our intent. */
  profile = qpdf_oh_get_key_if_dict (pdf, qpdf_oh_get_array_item (pdf, intents, 0), "/DestOutputProfile");
  if (!qpdf_oh_is_stream (pdf, profile))
    return FALSE;
  n_channels = qpdf_oh_get_key (pdf, qpdf_oh_get_dict (pdf, profile), "/N");
  if (!qpdf_oh_is_integer (pdf, n_channels) || qpdf_oh_get_int_value (pdf, n_channels) != 3)
    return FALSE;

  if ((qpdf_oh_get_stream_data (pdf, metadata, qpdf_dl_all, NULL, &data, &length) & QPDF_ERRORS) == 0 && data != NULL
      && length <= MAX_METADATA)
    {
      g_autofree char *text = g_strndup ((const char *) data, length);

      is_declared = find_part (text);
    }
  free (data);

  return is_declared;
}

/**
 * anc_archival_find_hindrance:
 *
 * Returns: why a file of these parts is not PDF/A-2, or %ANC_ARCHIVAL_YES
 */
AncArchivalHindrance
anc_archival_find_hindrance (const AncBundlePlan *plan,
                             const AncBundleReport *report,
                             guint first_part,
                             guint n_parts)
{
  if (!plan->wants_pdfa)
    return ANC_ARCHIVAL_NOT_WANTED;

  for (guint i = first_part; i < first_part + n_parts; i++)
    if (!g_array_index (report->parts, AncPartReport, i).is_archival)
      return ANC_ARCHIVAL_SOURCES;

  return ANC_ARCHIVAL_YES;
}

/* ---- What the file says of itself ---------------------------------------------------------- */

static const char *
get_author (const AncBundlePlan *plan)
{
  return plan->sender[0];
}

static void
set_info (qpdf_data pdf,
          const AncBundlePlan *plan,
          const char *title)
{
  qpdf_oh info = qpdf_make_indirect_object (pdf, qpdf_oh_new_dictionary (pdf));
  g_autofree char *date = NULL;
  int year, month, day;

  anc_date_get_ymd (plan->date, &year, &month, &day);
  date = g_strdup_printf ("D:%04d%02d%02d000000Z", year, month, day);
  anc_pdf_set_text (pdf, info, "/Title", title);
  if (get_author (plan) != NULL)
    anc_pdf_set_text (pdf, info, "/Author", get_author (plan));
  anc_pdf_set (pdf, info, "/Creator", qpdf_oh_new_string (pdf, "Ancrage"));
  anc_pdf_set (pdf, info, "/Producer", qpdf_oh_new_string (pdf, "Ancrage"));
  anc_pdf_set (pdf, info, "/CreationDate", qpdf_oh_new_string (pdf, date));
  anc_pdf_set (pdf, info, "/ModDate", qpdf_oh_new_string (pdf, date));
  anc_pdf_set (pdf, qpdf_get_trailer (pdf), "/Info", info);
}

/* The same once more, as XMP (ISO 16684-1). */
static void
set_metadata (qpdf_data pdf,
              const AncBundlePlan *plan,
              const char *title,
              gboolean is_archival)
{
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_author = get_author (plan) != NULL ? g_markup_escape_text (get_author (plan), -1) : NULL;
  g_autoptr (GString) text = g_string_new ("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                                           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                                           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                                           "<rdf:Description rdf:about=\"\""
                                           " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                                           " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                                           " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                                           " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n");
  char date[ANC_DATE_BUFFER_SIZE];
  qpdf_oh metadata, dictionary;

  anc_date_format (plan->date, date);
  g_string_append_printf (text,
                          "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
                          "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
                          escaped_title,
                          plan->language == ANC_LANGUAGE_FR ? "fr" : "en");
  if (escaped_author != NULL)
    g_string_append_printf (text, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", escaped_author);
  g_string_append_printf (text,
                          "<xmp:CreateDate>%sT00:00:00Z</xmp:CreateDate>\n"
                          "<xmp:ModifyDate>%sT00:00:00Z</xmp:ModifyDate>\n"
                          "<xmp:CreatorTool>Ancrage</xmp:CreatorTool>\n"
                          "<pdf:Producer>Ancrage</pdf:Producer>\n",
                          date,
                          date);
  if (is_archival)
    g_string_append (text, "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n");
  g_string_append (text, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");

  metadata = anc_pdf_new_stream (pdf, text->str, text->len);
  dictionary = qpdf_oh_get_dict (pdf, metadata);
  anc_pdf_set (pdf, dictionary, "/Type", qpdf_oh_new_name (pdf, "/Metadata"));
  anc_pdf_set (pdf, dictionary, "/Subtype", qpdf_oh_new_name (pdf, "/XML"));
  anc_pdf_set (pdf, qpdf_get_root (pdf), "/Metadata", metadata);
}

/* What red, green and blue mean in the file: those of a screen. */
static void
set_intent (qpdf_data pdf)
{
  cmsHPROFILE profile = cmsCreate_sRGBProfile ();
  cmsUInt32Number length = 0;
  g_autofree guchar *data = NULL;
  qpdf_oh stream, intent, intents;

  cmsSetProfileVersion (profile, 2.1); /* PDF/A-2 takes later ones too; readers take this one */
  cmsSaveProfileToMem (profile, NULL, &length);
  data = g_malloc0 (length);
  cmsSaveProfileToMem (profile, data, &length);
  cmsCloseProfile (profile);
  memcpy (data + PROFILE_DATE, profile_date, sizeof profile_date);

  stream = anc_pdf_new_stream (pdf, data, length);
  anc_pdf_set (pdf, qpdf_oh_get_dict (pdf, stream), "/N", qpdf_oh_new_integer (pdf, 3));
  intent = anc_pdf_parse (pdf, "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) >>");
  anc_pdf_set (pdf, intent, "/DestOutputProfile", stream);
  intents = qpdf_oh_new_array (pdf);
  qpdf_oh_append_item (pdf, intents, intent);
  anc_pdf_set (pdf, qpdf_get_root (pdf), "/OutputIntents", intents);
}

/**
 * anc_archival_describe:
 * @title: of the file
 * @is_archival: whether it is PDF/A-2b
 *
 * Writes what the file says of itself: title, author, language, dates, PDF/A.
 */
void
anc_archival_describe (qpdf_data pdf,
                       const AncBundlePlan *plan,
                       const char *title,
                       gboolean is_archival)
{
  qpdf_oh root = qpdf_get_root (pdf);

  set_info (pdf, plan, title);
  set_metadata (pdf, plan, title, is_archival);
  if (is_archival)
    set_intent (pdf);
  anc_pdf_set (pdf, root, "/Lang", qpdf_oh_new_string (pdf, plan->language == ANC_LANGUAGE_FR ? "fr" : "en"));
  anc_pdf_set (pdf, root, "/ViewerPreferences", anc_pdf_parse (pdf, "<< /DisplayDocTitle true >>"));
}
