/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * AncNameMatch:
 * @ANC_NAME_MATCH_NONE: a paper names nobody
 * @ANC_NAME_MATCH_OTHER: someone else
 * @ANC_NAME_MATCH_PARTLY: perhaps the person: what is there agrees, but it is not enough
 * @ANC_NAME_MATCH_FULL: the person
 *
 * Whether the name on a paper is that of a person.
 */
typedef enum
{
  ANC_NAME_MATCH_NONE,
  ANC_NAME_MATCH_OTHER,
  ANC_NAME_MATCH_PARTLY,
  ANC_NAME_MATCH_FULL,
} AncNameMatch;

AncNameMatch anc_name_match (const char *family_name,
                             const char *given_names,
                             const char *on_paper);
