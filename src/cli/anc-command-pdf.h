/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The verbs of `ancragectl pdf`; each gives the exit status. */

int anc_command_pdf_info (int argc,
                          char **argv);
int anc_command_pdf_text (int argc,
                          char **argv);
int anc_command_pdf_render (int argc,
                            char **argv);
int anc_command_pdf_fields (int argc,
                            char **argv);
int anc_command_pdf_fill (int argc,
                          char **argv);
