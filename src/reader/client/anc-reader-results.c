/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-reader-results.h"

void
anc_reader_info_free (AncReaderInfo *self)
{
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->keywords);
  g_free (self->creator);
  g_free (self->producer);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->modified, g_date_time_unref);
  g_free (self->version);
  g_free (self);
}

void
anc_reader_page_free (AncReaderPage *self)
{
  g_free (self->label);
  g_free (self);
}

void
anc_reader_outline_item_free (AncReaderOutlineItem *self)
{
  g_free (self->title);
  g_free (self);
}

void
anc_reader_link_free (AncReaderLink *self)
{
  g_free (self->address);
  g_free (self);
}

void
anc_reader_picture_free (AncReaderPicture *self)
{
  g_bytes_unref (self->pixels);
  g_free (self);
}

void
anc_reader_word_free (AncReaderWord *self)
{
  g_free (self->text);
  g_free (self);
}

void
anc_reader_text_free (AncReaderText *self)
{
  g_free (self->plain);
  g_ptr_array_unref (self->words);
  g_free (self);
}

void
anc_reader_match_free (AncReaderMatch *self)
{
  g_free (self->places);
  g_free (self->around);
  g_free (self);
}

void
anc_reader_found_free (AncReaderFound *self)
{
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_pointer (&self->unread, g_array_unref);
  g_free (self);
}

void
anc_reader_field_free (AncReaderField *self)
{
  g_free (self->name);
  g_free (self->type);
  g_free (self->value);
  g_strfreev (self->choices);
  g_free (self);
}

void
anc_reader_refusal_free (AncReaderRefusal *self)
{
  g_free (self->field);
  g_free (self->reason);
  g_free (self);
}
