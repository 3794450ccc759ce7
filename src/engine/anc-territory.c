/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-territory.h"

#include "anc-csv.h"
#include "anc-fold.h"

#include <string.h>

/* Above every department and region number. */
#define N_DEPARTMENTS 1000
#define N_REGIONS 1000

enum
{
  COLUMN_DEPARTMENT,
  COLUMN_NAME,
  COLUMN_REGION,
  COLUMN_REGION_NAME,
};

static const char *const columns[] = { "department", "name", "region", "region_name", NULL };

struct _AncTerritory
{
  AncRegion regions[N_DEPARTMENTS];
  char *region_names[N_REGIONS];
};

/* A department's number, whether there is such a department or not; 0 where the form is wrong. */
static AncDepartment
parse_department (const char *code)
{
  gsize length = strlen (code);

  if (length == 2 && code[0] == '2' && (code[1] == 'A' || code[1] == 'B'))
    return (AncDepartment) (code[1] == 'A' ? 201 : 202);
  if ((length != 2 && length != 3) || strspn (code, "0123456789") != length)
    return ANC_DEPARTMENT_NONE;
  if (length == 3 && strncmp (code, "97", 2) != 0)
    return ANC_DEPARTMENT_NONE;

  return (AncDepartment) g_ascii_strtoull (code, NULL, 10);
}

static AncRegion
parse_region (const char *code)
{
  gsize length = strlen (code);

  if (length < 2 || length > 3 || strspn (code, "0123456789") != length)
    return ANC_REGION_NONE;

  return (AncRegion) g_ascii_strtoull (code, NULL, 10);
}

/**
 * anc_territory_new:
 * @csv: (array length=length): `department,name,region,region_name`
 * @length: its bytes
 * @problems: takes what is wrong with it
 *
 * Returns: (transfer full): the table, without the rows that are wrong
 */
AncTerritory *
anc_territory_new (const char *csv,
                   gsize length,
                   AncProblems *problems)
{
  AncTerritory *self = g_new0 (AncTerritory, 1);
  g_autoptr (AncCsv) rows = anc_csv_new (csv, length, columns, problems);

  while (anc_csv_next (rows))
    {
      AncDepartment department = parse_department (anc_csv_get (rows, COLUMN_DEPARTMENT));
      AncRegion region = parse_region (anc_csv_get (rows, COLUMN_REGION));

      if (department == ANC_DEPARTMENT_NONE)
        anc_csv_complain (rows, COLUMN_DEPARTMENT, ANC_PROBLEM ("is not a department"), NULL);
      else if (region == ANC_REGION_NONE)
        anc_csv_complain (rows, COLUMN_REGION, ANC_PROBLEM ("is not a region"), NULL);
      else if (self->regions[department] != ANC_REGION_NONE)
        anc_csv_complain (rows, COLUMN_DEPARTMENT, ANC_PROBLEM ("the department stands twice"), NULL);
      else
        {
          self->regions[department] = region;
          g_free (self->region_names[region]);
          self->region_names[region] = g_strdup (anc_csv_get (rows, COLUMN_REGION_NAME));
        }
    }

  return self;
}

void
anc_territory_free (AncTerritory *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < N_REGIONS; i++)
    g_free (self->region_names[i]);
  g_free (self);
}

/**
 * anc_territory_find_department:
 * @self: the table
 * @code: `01` to `95`, `2A`, `2B`, `971` to `976`
 *
 * Returns: the department, or %ANC_DEPARTMENT_NONE where there is none with this code
 */
AncDepartment
anc_territory_find_department (const AncTerritory *self,
                               const char *code)
{
  AncDepartment department = parse_department (code);

  return self->regions[department] != ANC_REGION_NONE ? department : ANC_DEPARTMENT_NONE;
}

AncRegion
anc_territory_get_region (const AncTerritory *self,
                          AncDepartment department)
{
  return self->regions[department];
}

/**
 * anc_territory_find_region:
 * @self: the table
 * @code: an INSEE code, `76`
 *
 * Returns: the region, or %ANC_REGION_NONE where there is none with this code
 */
AncRegion
anc_territory_find_region (const AncTerritory *self,
                           const char *code)
{
  AncRegion region = parse_region (code);

  return self->region_names[region] != NULL ? region : ANC_REGION_NONE;
}

/**
 * anc_territory_find_region_by_name:
 * @self: the table
 * @name: a name, with or without accents and capitals
 *
 * Returns: the region, or %ANC_REGION_NONE where there is none of this name
 */
AncRegion
anc_territory_find_region_by_name (const AncTerritory *self,
                                   const char *name)
{
  g_autofree char *wanted = anc_fold (name, -1);

  for (guint i = 0; i < N_REGIONS; i++)
    if (self->region_names[i] != NULL)
      {
        g_autofree char *folded = anc_fold (self->region_names[i], -1);

        if (strcmp (folded, wanted) == 0)
          return (AncRegion) i;
      }

  return ANC_REGION_NONE;
}

/**
 * anc_territory_get_next_region:
 * @self: the table
 * @after: a region, or %ANC_REGION_NONE for the first
 *
 * Returns: the region with the next higher code, or %ANC_REGION_NONE after the last
 */
AncRegion
anc_territory_get_next_region (const AncTerritory *self,
                               AncRegion after)
{
  for (guint i = after + 1u; i < N_REGIONS; i++)
    if (self->region_names[i] != NULL)
      return (AncRegion) i;

  return ANC_REGION_NONE;
}

/**
 * anc_territory_get_region_name:
 *
 * Returns: (transfer none) (nullable): its name
 */
const char *
anc_territory_get_region_name (const AncTerritory *self,
                               AncRegion region)
{
  g_return_val_if_fail (region < N_REGIONS, NULL);

  return self->region_names[region];
}
