/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "anc-nationality.h"

#include <string.h>

/*
 * ISO 3166-1 as published in 2022, then the codes passports carry beside it (ICAO document 9303,
 * part 3): Kosovo, stateless persons, refugees and persons of unspecified nationality.
 */
static const char codes[] =
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA "
    "ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR "
    "BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN "
    "BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG "
    "COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU "
    "DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH "
    "FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB "
    "GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY "
    "HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN "
    "IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM "
    "KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO "
    "LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL "
    "MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS "
    "MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR "
    "NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL "
    "PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU "
    "SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM "
    "SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA "
    "TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV "
    "TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB "
    "VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE "
    "RKS XKX XXA XXB XXC XXX ";

/**
 * anc_nationality_parse:
 * @text: a country code
 *
 * Returns: the nationality, or %ANC_NATIONALITY_NONE where there is no such alpha-3 code
 */
AncNationality
anc_nationality_parse (const char *text)
{
  char word[] = "??? ";

  g_return_val_if_fail (text != NULL, ANC_NATIONALITY_NONE);

  if (strlen (text) != 3 || strchr (text, ' ') != NULL)
    return ANC_NATIONALITY_NONE;

  memcpy (word, text, 3);
  if (strstr (codes, word) == NULL)
    return ANC_NATIONALITY_NONE;

  return (guint32) (guchar) text[0] << 16 | (guint32) (guchar) text[1] << 8 | (guchar) text[2];
}

/**
 * anc_nationality_format:
 * @nationality: a nationality
 * @buffer: takes its code
 *
 * Returns: (transfer none): @buffer, with the code; empty for %ANC_NATIONALITY_NONE
 */
const char *
anc_nationality_format (AncNationality nationality,
                        char buffer[ANC_NATIONALITY_BUFFER_SIZE])
{
  buffer[0] = (char) (nationality >> 16 & 0xff);
  buffer[1] = (char) (nationality >> 8 & 0xff);
  buffer[2] = (char) (nationality & 0xff);
  buffer[3] = '\0';

  return buffer;
}
