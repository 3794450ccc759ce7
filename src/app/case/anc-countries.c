/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-countries.h"

#include "anc-nationality.h"

#include <glib/gi18n.h>
#include <jansson.h>

#define DOMAIN "iso_3166-1"

/* Passports carry these too, and the tables do not hold them (ICAO document 9303, part 3). */
static const struct
{
  const char *code;
  const char *name;
} others[] = {
  { "XKX", NC_ ("nationality", "Kosovo") },
  { "XXA", NC_ ("nationality", "Stateless person") },
  { "XXB", NC_ ("nationality", "Refugee") },
  { "XXX", NC_ ("nationality", "Nationality not established") },
};

typedef struct
{
  char *code;
  char *name;
  char *sort_key;
} Country;

struct _AncCountries
{
  GPtrArray *countries; /* of Country, by name */
};

static void
country_free (gpointer data)
{
  Country *self = data;

  g_free (self->code);
  g_free (self->name);
  g_free (self->sort_key);
  g_free (self);
}

static void
add_country (AncCountries *self,
             const char *code,
             const char *name)
{
  Country *country;

  if (anc_nationality_parse (code) == ANC_NATIONALITY_NONE)
    return;

  country = g_new0 (Country, 1);
  country->code = g_strdup (code);
  country->name = g_strdup (name);
  country->sort_key = g_utf8_collate_key (name, -1);
  g_ptr_array_add (self->countries, country);
}

static void
read_table (AncCountries *self,
            const char *path)
{
  json_t *root = json_load_file (path, 0, NULL);
  json_t *country;
  gsize i;

  json_array_foreach (json_object_get (root, "3166-1"), i, country)
    {
      const char *code = json_string_value (json_object_get (country, "alpha_3"));
      json_t *name = json_object_get (country, "common_name");

      if (name == NULL)
        name = json_object_get (country, "name");
      if (code != NULL && json_is_string (name))
        add_country (self, code, g_dgettext (DOMAIN, json_string_value (name)));
    }
  json_decref (root);
}

static int
compare_countries (gconstpointer a,
                   gconstpointer b)
{
  const Country *const *first = a;
  const Country *const *second = b;

  return strcmp ((*first)->sort_key, (*second)->sort_key);
}

/**
 * anc_countries_new:
 * @folder: (nullable): where iso-codes is installed; %NULL for the folders of the system
 *
 * Returns: (transfer full): the countries
 */
AncCountries *
anc_countries_new (const char *folder)
{
  AncCountries *self = g_new0 (AncCountries, 1);
  const char *system[] = { folder, NULL };
  const char *const *folders = folder != NULL ? system : g_get_system_data_dirs ();

  self->countries = g_ptr_array_new_with_free_func (country_free);
  for (guint i = 0; folders[i] != NULL && self->countries->len == 0; i++)
    {
      g_autofree char *locale = g_build_filename (folders[i], "locale", NULL);
      g_autofree char *path = g_build_filename (folders[i], "iso-codes", "json", "iso_3166-1.json", NULL);

      bindtextdomain (DOMAIN, locale);
      bind_textdomain_codeset (DOMAIN, "UTF-8");
      read_table (self, path);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    add_country (self, others[i].code, g_dpgettext2 (NULL, "nationality", others[i].name));
  g_ptr_array_sort (self->countries, compare_countries);

  return self;
}

void
anc_countries_free (AncCountries *self)
{
  g_ptr_array_unref (self->countries);
  g_free (self);
}

guint
anc_countries_get_count (const AncCountries *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->countries->len;
}

const char *
anc_countries_get_code (const AncCountries *self,
                        guint index)
{
  g_return_val_if_fail (self != NULL && index < self->countries->len, NULL);

  return ((const Country *) self->countries->pdata[index])->code;
}

/**
 * anc_countries_get_name:
 * @code: an alpha-3 code, or what a case holds in its place
 *
 * Returns: the country's name, or @code where it has none
 */
const char *
anc_countries_get_name (const AncCountries *self,
                        const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  for (guint i = 0; i < self->countries->len; i++)
    {
      const Country *country = self->countries->pdata[i];

      if (strcmp (country->code, code) == 0)
        return country->name;
    }

  return code;
}
