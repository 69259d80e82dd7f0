/* SPDX-License-Identifier: MIT
 *
 * reading.h: a document as the graph it makes, or as what is said of it.
 */
#pragma once

#include <attrigraph/read.h>

/* Reads one document and builds it, if it can be; @findings are sorted. (transfer full) (nullable)
 */
AttriGraph *
test_read_text (const char *name, const char *text, gsize length, AttriFindings *findings);
/* The findings as they are shown, one a line. (transfer full) */
char *test_diagnostics (const AttriFindings *findings);
/* A file below tests/golden. (transfer full) */
char *test_load (const char *folder, const char *name, gsize *length);

/* What a case has beside its document. */
typedef enum {
    TEST_GRAPH = 1,
    TEST_FINDINGS = 2,
} TestGolden;

/* Reads read/@name.json and compares with read/@name.graph, which is there only if a graph can be
 * made, and read/@name.findings, without which nothing may be found. */
void test_read_golden (const char *name, guint goldens);

/* Reads every beginning of read/@name.json, and thousands of the same with a byte changed or a
 * piece cut out: whatever the bytes are, they make a graph or something is said of them. */
void test_read_survives (const char *name);
