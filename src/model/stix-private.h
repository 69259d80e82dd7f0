/* SPDX-License-Identifier: MIT
 *
 * stix-private.h: what the writer and the reader of STIX must spell alike.
 *
 * Where STIX has no property for something, our bundles say it in one extension (STIX 2.1,
 * section 7.3). There its members are spelt as in the own format:
 *
 *   a source        "source": one of the own format's
 *   an entity       what else is known of it, and "statements" on its names and values
 *   a relationship  what the claim says beyond the two ends
 *   an opinion      the same
 */
#pragma once

#define ATTRI_STIX_EXTENSION "extension-definition--7e17fd38-e34c-45be-8ba5-e6893c370cc0"

/* The identity that publishes it, made of the name attrigraph. */
#define ATTRI_STIX_AUTHOR "identity--e4e3321f-5ac6-5924-a8d4-ba230b1a0e22"

/* The objects that are sources, and what precedes a type of ours that STIX does not have. */
#define ATTRI_STIX_SOURCE "x-attrigraph-source"
#define ATTRI_STIX_PREFIX "x-attrigraph-"
