/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * AncCountries:
 *
 * The names of countries in the language of the session, from the tables of iso-codes where they are
 * installed; else countries go by their codes. Immutable.
 */
typedef struct _AncCountries AncCountries;

AncCountries *anc_countries_new (const char *folder);
void anc_countries_free (AncCountries *self);

guint anc_countries_get_count (const AncCountries *self);
const char *anc_countries_get_code (const AncCountries *self,
                                    guint index);
const char *anc_countries_get_name (const AncCountries *self,
                                    const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AncCountries, anc_countries_free)
