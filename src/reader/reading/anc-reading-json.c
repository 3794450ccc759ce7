/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-json-writer.h"
#include "anc-reading.h"

#include <string.h>

/* Confidences and places are written with so many decimals. */
#define CONFIDENCE_DECIMALS 2
#define PLACE_DECIMALS 1

static void
add_double (AncJsonWriter *json,
            const char *key,
            double value,
            guint decimals)
{
  AncAmount amount = 0;

  anc_amount_from_double (value, &amount);
  anc_json_writer_add_amount (json, key, amount, decimals, decimals);
}

static void
add_rect (AncJsonWriter *json,
          AncRect rect)
{
  anc_json_writer_open_array (json, "rect");
  add_double (json, NULL, rect.x0, PLACE_DECIMALS);
  add_double (json, NULL, rect.y0, PLACE_DECIMALS);
  add_double (json, NULL, rect.x1, PLACE_DECIMALS);
  add_double (json, NULL, rect.y1, PLACE_DECIMALS);
  anc_json_writer_close_array (json);
}

/* An amount with its two decimals, or null. */
static void
add_amount (AncJsonWriter *json,
            const char *key,
            AncAmount amount)
{
  if (amount == ANC_AMOUNT_NONE)
    anc_json_writer_add_null (json, key);
  else
    anc_json_writer_add_amount (json, key, amount, 2, 2);
}

/* A place is told by page, counted from 1 as people do. */
static void
add_place (AncJsonWriter *json,
           const char *key,
           const AncPlace *place,
           const gboolean *valid)
{
  if (place->text == NULL)
    return;

  anc_json_writer_open_object (json, key);
  anc_json_writer_add_int (json, "page", place->page + 1);
  add_rect (json, place->rect);
  anc_json_writer_add_string (json, "text", place->text);
  add_double (json, "confidence", place->confidence, CONFIDENCE_DECIMALS);
  if (valid != NULL)
    anc_json_writer_add_boolean (json, "valid", *valid);
  anc_json_writer_close_object (json);
}

static void
add_slip (AncJsonWriter *json,
          const AncSlip *slip)
{
  anc_json_writer_open_object (json, NULL);
  if (slip->period == ANC_MONTH_NONE)
    anc_json_writer_add_null (json, "period");
  else
    anc_json_writer_add_month (json, "period", slip->period);
  anc_json_writer_add_date (json, "period_start", slip->start);
  anc_json_writer_add_date (json, "period_end", slip->end);
  anc_json_writer_add_string (json, "employer", slip->employer);
  anc_json_writer_add_string (json, "siret", slip->siret);
  anc_json_writer_add_string (json, "employee", slip->employee);
  anc_json_writer_add_string (json, "job", slip->job);
  add_amount (json, "hours", slip->hours);
  add_amount (json, "gross", slip->gross);
  add_amount (json, "net", slip->net);
  add_amount (json, "net_before_tax", slip->net_before_tax);
  add_amount (json, "net_taxable", slip->net_taxable);
  add_amount (json, "net_social", slip->net_social);
  add_double (json, "confidence", slip->confidence, CONFIDENCE_DECIMALS);
  anc_json_writer_open_array (json, "pages");
  anc_json_writer_add_int (json, NULL, slip->first_page + 1);
  anc_json_writer_add_int (json, NULL, slip->last_page + 1);
  anc_json_writer_close_array (json);
  anc_json_writer_open_object (json, "fields");
  for (AncSlipField field = 0; field < ANC_N_SLIP_FIELDS; field++)
    add_place (json,
               anc_slip_field_get_name (field),
               &slip->places[field],
               field == ANC_SLIP_SIRET ? &slip->siret_valid : NULL);
  anc_json_writer_close_object (json);
  anc_json_writer_close_object (json);
}

static gboolean
is_number (AncStatementField field)
{
  return field == ANC_STATEMENT_WEEKLY_HOURS || field == ANC_STATEMENT_MONTHLY_HOURS || field == ANC_STATEMENT_GROSS_MONTHLY;
}

static void
add_statement (AncJsonWriter *json,
               const AncStatement *statement)
{
  if (statement == NULL)
    {
      anc_json_writer_add_null (json, "statement");
      return;
    }

  anc_json_writer_open_object (json, "statement");
  for (AncStatementField field = 0; field < ANC_N_STATEMENT_FIELDS; field++)
    {
      const char *name = anc_statement_field_get_name (field);
      AncAmount amount;

      if (is_number (field) && statement->values[field] != NULL && anc_amount_parse (statement->values[field], &amount))
        add_amount (json, name, amount);
      else
        anc_json_writer_add_string (json, name, statement->values[field]);
    }
  anc_json_writer_open_object (json, "fields");
  for (AncStatementField field = 0; field < ANC_N_STATEMENT_FIELDS; field++)
    add_place (json,
               anc_statement_field_get_name (field),
               &statement->places[field],
               field == ANC_STATEMENT_SIRET ? &statement->siret_valid : NULL);
  anc_json_writer_close_object (json);
  anc_json_writer_close_object (json);
}

/* The buttons of a radio group are one field, whose value is the state of the one that is pressed. */
static gboolean
is_told_elsewhere (const AncReading *self,
                   guint index)
{
  const AncFormField *field = self->form_fields->pdata[index];
  gboolean pressed = g_strcmp0 (field->value, "true") == 0;

  if (field->type != ANC_FORM_FIELD_RADIO || pressed)
    return FALSE;

  for (guint i = 0; i < self->form_fields->len; i++)
    {
      const AncFormField *other = self->form_fields->pdata[i];

      if (other->type == ANC_FORM_FIELD_RADIO && strcmp (other->name, field->name) == 0
          && (g_strcmp0 (other->value, "true") == 0 || i < index))
        return TRUE;
    }

  return FALSE;
}

static void
add_form_fields (AncJsonWriter *json,
                 const AncReading *self)
{
  anc_json_writer_open_array (json, "form_fields");
  for (guint i = 0; i < self->form_fields->len; i++)
    {
      const AncFormField *field = self->form_fields->pdata[i];
      const char *value = field->value;

      if (is_told_elsewhere (self, i))
        continue;
      if (field->type == ANC_FORM_FIELD_RADIO)
        value = g_strcmp0 (value, "true") != 0 ? NULL : field->state != NULL ? field->state
                                                                             : "true";

      anc_json_writer_open_object (json, NULL);
      anc_json_writer_add_string (json, "name", field->name);
      anc_json_writer_add_string (json, "type", anc_form_field_type_get_name (field->type));
      anc_json_writer_add_string (json, "value", value);
      anc_json_writer_add_int (json, "page", field->page + 1);
      add_rect (json, field->rect);
      anc_json_writer_close_object (json);
    }
  anc_json_writer_close_array (json);
}

static const char *
get_payslip_kind (const AncReading *self)
{
  if (self->kind != ANC_KIND_PAYSLIP)
    return NULL;

  return self->payslip_kind == ANC_KIND_PAYSLIP ? "company" : anc_kind_get_name (self->payslip_kind);
}

/**
 * anc_reading_to_json:
 * @self: what a document says
 * @file: (nullable): what to call the document; %NULL for one whose name is not known here
 *
 * Returns: (transfer full): it as one JSON object on one line, without a line end
 */
char *
anc_reading_to_json (const AncReading *self,
                     const char *file)
{
  GString *text = g_string_new (NULL);
  AncJsonWriter json;

  anc_json_writer_init (&json, text);
  anc_json_writer_open_object (&json, NULL);
  if (file != NULL)
    anc_json_writer_add_string (&json, "file", file);
  anc_json_writer_add_string (&json, "document", anc_kind_get_name (self->kind));
  anc_json_writer_add_string (&json, "payslip_kind", get_payslip_kind (self));
  anc_json_writer_add_int (&json, "pages", self->n_pages);
  anc_json_writer_open_array (&json, "ocr_pages");
  for (guint i = 0; i < self->ocr_pages->len; i++)
    anc_json_writer_add_int (&json, NULL, g_array_index (self->ocr_pages, guint, i) + 1);
  anc_json_writer_close_array (&json);
  anc_json_writer_add_null (&json, "error");
  anc_json_writer_open_array (&json, "slips");
  for (guint i = 0; i < self->slips->len; i++)
    add_slip (&json, self->slips->pdata[i]);
  anc_json_writer_close_array (&json);
  add_statement (&json, self->statement);
  add_form_fields (&json, self);
  anc_json_writer_close_object (&json);

  return g_string_free (text, FALSE);
}

/**
 * anc_reading_failure_to_json:
 * @file: what to call the document
 * @code: why it could not be read: `password`, `damaged`, `not_a_document`, `too_large`, `timeout`, `crashed`
 * @message: the same in words
 *
 * Returns: (transfer full): the object that stands for a document that could not be read
 */
char *
anc_reading_failure_to_json (const char *file,
                             const char *code,
                             const char *message)
{
  GString *text = g_string_new (NULL);
  AncJsonWriter json;

  anc_json_writer_init (&json, text);
  anc_json_writer_open_object (&json, NULL);
  anc_json_writer_add_string (&json, "file", file);
  anc_json_writer_add_null (&json, "document");
  anc_json_writer_add_null (&json, "payslip_kind");
  anc_json_writer_add_null (&json, "pages");
  anc_json_writer_open_array (&json, "ocr_pages");
  anc_json_writer_close_array (&json);
  anc_json_writer_open_object (&json, "error");
  anc_json_writer_add_string (&json, "code", code);
  anc_json_writer_add_string (&json, "message", message);
  anc_json_writer_close_object (&json);
  anc_json_writer_open_array (&json, "slips");
  anc_json_writer_close_array (&json);
  anc_json_writer_add_null (&json, "statement");
  anc_json_writer_open_array (&json, "form_fields");
  anc_json_writer_close_array (&json);
  anc_json_writer_close_object (&json);

  return g_string_free (text, FALSE);
}

/**
 * anc_reading_get_error_code:
 * @error: an error of %ANC_DOCUMENT_ERROR
 *
 * Returns: (transfer none): what reports call it
 */
const char *
anc_reading_get_error_code (const GError *error)
{
  static const char *const codes[] = {
    [ANC_DOCUMENT_ERROR_PASSWORD] = "password",
    [ANC_DOCUMENT_ERROR_DAMAGED] = "damaged",
    [ANC_DOCUMENT_ERROR_NOT_A_DOCUMENT] = "not_a_document",
    [ANC_DOCUMENT_ERROR_TOO_LARGE] = "too_large",
  };

  if (error == NULL || error->domain != ANC_DOCUMENT_ERROR || (guint) error->code >= G_N_ELEMENTS (codes))
    return "damaged";

  return codes[error->code];
}
