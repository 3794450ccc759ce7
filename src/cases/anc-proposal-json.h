/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "anc-proposal.h"

#include "anc-json-writer.h"

void anc_proposal_write_json (AncProposal *self,
                              const char *key,
                              const char *document_id,
                              AncJsonWriter *writer);
