/* SPDX-License-Identifier: MIT
 *
 * beside.c: a relative name goes in, the path comes out that it is seen from our
 * own file. The build tree mirrors the installation, and both may be moved.
 */
#include "base/beside-private.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

char *
attri_beside__resolve (const char *relative)
{
    Dl_info info;
    g_autofree char *folder = NULL;
    char *us;

    if (dladdr ((void *)attri_beside__resolve, &info) == 0)
        return NULL;
    us = realpath (info.dli_fname, NULL);
    if (us == NULL)
        return NULL;
    folder = g_path_get_dirname (us);
    free (us);
    return g_canonicalize_filename (relative, folder);
}

char *
attri_beside__find_data (const char *name)
{
    g_autofree char *beside = attri_beside__resolve (ATTRI_DATA_RELATIVE);
    const char *const folders[] = {beside, ATTRI_DATA_ABSOLUTE};
    for (guint i = 0; i < G_N_ELEMENTS (folders); i++) {
        g_autofree char *path =
            folders[i] != NULL ? g_build_filename (folders[i], name, NULL) : NULL;
        if (path != NULL && access (path, R_OK) == 0)
            return g_steal_pointer (&path);
    }
    return NULL;
}
