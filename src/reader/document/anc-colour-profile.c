/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-colour-profile.h"

#include <lcms2.h>
#include <stdlib.h>

/* Samples along each axis: all multiples of this many of 255. */
#define STEP 51
#define N_STEPS (255 / STEP + 1)

/* Nobody sees a smaller difference, of 255. */
#define NEAR 2

#define MAX_COMPONENTS 3
#define N_OUT 3

/* Samples of all colours there can be. */
static guint
list_samples (guint n_components,
              guint8 *samples)
{
  guint n_samples = 1;

  for (guint i = 0; i < n_components; i++)
    n_samples *= N_STEPS;
  for (guint i = 0; i < n_samples; i++)
    for (guint component = 0, rest = i; component < n_components; component++, rest /= N_STEPS)
      samples[i * n_components + component] = (guint8) (rest % N_STEPS * STEP);

  return n_samples;
}

static gboolean
changes_nothing (cmsHTRANSFORM transform,
                 guint n_components)
{
  guint8 in[N_STEPS * N_STEPS * N_STEPS * MAX_COMPONENTS] = { 0 }, out[N_STEPS * N_STEPS * N_STEPS * N_OUT] = { 0 };
  const guint n_samples = list_samples (n_components, in);

  cmsDoTransform (transform, in, out, n_samples);
  for (guint i = 0; i < n_samples * N_OUT; i++)
    if (abs (out[i] - in[n_components == 1 ? i / N_OUT : i]) > NEAR)
      return FALSE;

  return TRUE;
}

/**
 * anc_colour_profile_is_screen:
 * @data: an ICC profile
 * @length: its bytes
 * @n_components: 1 for shades of grey, 3 for red, green and blue
 *
 * Returns: whether colours mean by this profile what they mean without any: those of a screen (IEC 61966-2-1)
 */
gboolean
anc_colour_profile_is_screen (const void *data,
                              gsize length,
                              guint n_components)
{
  cmsHPROFILE profile, screen;
  cmsHTRANSFORM transform = NULL;
  gboolean is_screen = FALSE;

  g_return_val_if_fail (n_components == 1 || n_components == 3, FALSE);

  profile = length <= G_MAXUINT32 ? cmsOpenProfileFromMem (data, (cmsUInt32Number) length) : NULL;
  if (profile == NULL)
    return FALSE;

  screen = cmsCreate_sRGBProfile ();
  if (cmsGetColorSpace (profile) == (n_components == 1 ? cmsSigGrayData : cmsSigRgbData))
    transform = cmsCreateTransform (profile, n_components == 1 ? TYPE_GRAY_8 : TYPE_RGB_8, screen, TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE);
  if (transform != NULL)
    {
      is_screen = changes_nothing (transform, n_components);
      cmsDeleteTransform (transform);
    }
  cmsCloseProfile (screen);
  cmsCloseProfile (profile);

  return is_screen;
}
