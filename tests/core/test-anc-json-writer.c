/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-json-writer.h"

static void
test_everything (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncJsonWriter writer;

  anc_json_writer_init (&writer, text);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_string (&writer, "s", "é \"x\" \\ \n\t\r\x01");
  anc_json_writer_add_string (&writer, "none", NULL);
  anc_json_writer_add_null (&writer, "null");
  anc_json_writer_add_boolean (&writer, "t", TRUE);
  anc_json_writer_add_int (&writer, "i", -5);
  anc_json_writer_add_amount (&writer, "a", 1500 * ANC_AMOUNT_UNIT, 2, 2);
  anc_json_writer_add_date (&writer, "d", anc_date_new (2026, 2, 1));
  anc_json_writer_add_date (&writer, "nd", ANC_DATE_NONE);
  anc_json_writer_open_array (&writer, "l");
  anc_json_writer_add_month (&writer, NULL, anc_month_new (2025, 12));
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_close_object (&writer);
  anc_json_writer_open_array (&writer, NULL);
  anc_json_writer_close_array (&writer);
  anc_json_writer_close_array (&writer);
  anc_json_writer_add_json (&writer, "j", "[1]");
  anc_json_writer_add_int (&writer, "z", 0);
  anc_json_writer_close_object (&writer);

  g_assert_cmpstr (text->str, ==, "{\"s\": \"é \\\"x\\\" \\\\ \\n\\t\\r\\u0001\", \"none\": null, \"null\": null, \"t\": true, "
                                  "\"i\": -5, \"a\": 1500.00, \"d\": \"2026-02-01\", \"nd\": null, "
                                  "\"l\": [\"2025-12\", {}, []], \"j\": [1], \"z\": 0}");
}

static void
test_compact (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AncJsonWriter writer;

  anc_json_writer_init_compact (&writer, text);
  anc_json_writer_open_object (&writer, NULL);
  anc_json_writer_add_int (&writer, "i", 1);
  anc_json_writer_open_array (&writer, "l");
  anc_json_writer_add_string (&writer, NULL, "a, b: c");
  anc_json_writer_add_int (&writer, NULL, 2);
  anc_json_writer_close_array (&writer);
  anc_json_writer_close_object (&writer);

  g_assert_cmpstr (text->str, ==, "{\"i\":1,\"l\":[\"a, b: c\",2]}");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/json-writer/everything", test_everything);
  g_test_add_func ("/core/json-writer/compact", test_compact);

  return g_test_run ();
}
