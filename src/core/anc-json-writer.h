/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-amount.h"
#include "anc-date.h"

/**
 * AncJsonWriter:
 *
 * Writes JSON on one line, member by member, in the order of the calls: the same calls give the
 * same bytes. The writer puts the commas and the quotes; the caller balances what it opens.
 * A @key is %NULL inside an array and at the top. Made for people to read, with a blank after each comma
 * and colon; a compact one has none.
 */
typedef struct
{
  GString *text;
  gboolean needs_comma;
  gboolean is_compact;
} AncJsonWriter;

void anc_json_writer_init (AncJsonWriter *self,
                           GString *text);
void anc_json_writer_init_compact (AncJsonWriter *self,
                                   GString *text);

void anc_json_writer_open_object (AncJsonWriter *self,
                                  const char *key);
void anc_json_writer_close_object (AncJsonWriter *self);
void anc_json_writer_open_array (AncJsonWriter *self,
                                 const char *key);
void anc_json_writer_close_array (AncJsonWriter *self);

void anc_json_writer_add_null (AncJsonWriter *self,
                               const char *key);
void anc_json_writer_add_boolean (AncJsonWriter *self,
                                  const char *key,
                                  gboolean value);
void anc_json_writer_add_int (AncJsonWriter *self,
                              const char *key,
                              gint64 value);
void anc_json_writer_add_amount (AncJsonWriter *self,
                                 const char *key,
                                 AncAmount value,
                                 guint min_decimals,
                                 guint max_decimals);
void anc_json_writer_add_string (AncJsonWriter *self,
                                 const char *key,
                                 const char *value);
void anc_json_writer_add_json (AncJsonWriter *self,
                               const char *key,
                               const char *json);
void anc_json_writer_add_date (AncJsonWriter *self,
                               const char *key,
                               AncDate value);
void anc_json_writer_add_month (AncJsonWriter *self,
                                const char *key,
                                AncMonth value);
