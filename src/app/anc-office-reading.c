/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-office-private.h"

/**
 * anc_office_get_reader:
 * @self: the office
 *
 * Returns: (transfer none): what opens and reads its documents
 */
AncReader *
anc_office_get_reader (AncOffice *self)
{
  g_return_val_if_fail (ANC_IS_OFFICE (self), NULL);

  if (self->reader == NULL)
    self->reader = anc_reader_new ();

  return self->reader;
}

static void
started_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!anc_intake_start_finish (ANC_INTAKE (source), result, &error))
    g_warning ("What was waiting to be read could not be found: %s", error->message);
}

/**
 * anc_office_get_intake:
 * @self: the office
 *
 * Returns: (transfer none): the way of documents into its store, which goes on with what was waiting when
 *   it is asked for first
 */
AncIntake *
anc_office_get_intake (AncOffice *self)
{
  g_return_val_if_fail (ANC_IS_OFFICE (self), NULL);

  if (self->intake == NULL)
    {
      self->intake = anc_intake_new (self->store, anc_office_get_reader (self));
      anc_intake_start_async (self->intake, NULL, started_cb, NULL);
    }

  return self->intake;
}

void
anc_office_end_reading (AncOffice *self)
{
  g_clear_object (&self->intake);
  g_clear_object (&self->reader);
}
