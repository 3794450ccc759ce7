/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-key.h"
#include "anc-store.h"

#include <sqlite3.h>

#define ANC_BENCH_PASSPHRASE "banc de mesure"

/**
 * AncBench:
 *
 * An office, and the same rows in the bare library with the same pragmas.
 */
typedef struct
{
  char *folder;
  char *path;
  char *bare_path;
  guint n_cases;
  AncStore *store;
  AncKey *key;
  sqlite3 *bare;
} AncBench;

void anc_bench_make_store (AncBench *bench);
void anc_bench_make_bare (AncBench *bench);

sqlite3 *anc_bench_open_bare (AncBench *bench);
void anc_bench_run (sqlite3 *handle,
                    const char *sql);
sqlite3_stmt *anc_bench_prepare (sqlite3 *handle,
                                 const char *sql);
void anc_bench_finish (sqlite3_stmt *statement);
