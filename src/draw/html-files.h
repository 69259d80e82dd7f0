/* SPDX-License-Identifier: MIT
 *
 * html-files.h: the files of data/html, compiled in by src/cmake/AttriEmbed.cmake.
 */
#pragma once

/* The page, with {{name}} where something is to be put in. */
extern const char attri_html_page[];
extern const char attri_html_css[];
/* Our own script: those of its files one after the other. */
extern const char attri_html_script[];
/* Panzoom with its licence before it, or "" if it was not there when this was built. */
extern const char attri_html_library[];
