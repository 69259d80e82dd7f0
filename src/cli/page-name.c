/* SPDX-License-Identifier: MIT
 *
 * In:  entities, and the folder of their pages.
 * Out: names that a reader can guess, each once.
 */
#include "cli/page-name.h"

#include <string.h>

#define MOST_SLUG   48 /* bytes of a name */
#define MOST_NUMBER 12 /* of a catalogue's number */
#define UUID_BEGIN  8  /* the digits before the first dash */

/* A name, and one of those who would like it. */
typedef struct {
    char *slug;
    guint32 entity;
} Wish;

struct _CliPageNames {
    const CliFolder *folder;
    const AttriGraph *view;
    GArray *wishes; /* Wish, by slug */
};

static void
clear_wish (gpointer data)
{
    g_free (((Wish *)data)->slug);
}

static int
compare_wishes (gconstpointer a, gconstpointer b)
{
    const Wish *x = a, *y = b;
    const int order = strcmp (x->slug, y->slug);
    return order != 0 ? order : (x->entity > y->entity) - (x->entity < y->entity);
}

/* The UUID of an id as feeds have them, `intrusion-set--` and so on, or %NULL. */
static const char *
find_uuid (const char *id)
{
    const char *dashes = strstr (id, "--");
    return dashes != NULL && g_uuid_string_is_valid (dashes + 2) ? dashes + 2 : NULL;
}

/* "sandworm-team"; "" of what has no letter or digit of ASCII. (transfer full) */
static char *
make_slug (const char *name)
{
    GString *slug = g_string_new (NULL);
    for (const char *p = name; *p != '\0' && slug->len < MOST_SLUG; p++) {
        if (g_ascii_isalnum (*p))
            g_string_append_c (slug, g_ascii_tolower (*p));
        else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
            g_string_append_c (slug, '-');
    }
    while (slug->len > 0 && slug->str[slug->len - 1] == '-')
        g_string_truncate (slug, slug->len - 1);
    return g_string_free (slug, FALSE);
}

/* Who may have a page: actors unasked, and others if they are named. */
static gboolean
may_wish (const AttriEntity *entity)
{
    return attri_type_info (entity->type)->role == ATTRI_ROLE_ACTOR && find_uuid (entity->id);
}

CliPageNames *
cli_page_names_new (const CliFolder *folder, const AttriGraph *view)
{
    CliPageNames *self = g_new0 (CliPageNames, 1);
    self->folder = folder;
    self->view = view;
    self->wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
    g_array_set_clear_func (self->wishes, clear_wish);
    for (guint32 i = 0; i < attri_graph_get_n_entities (view); i++) {
        const AttriEntity *entity = attri_graph_get_entity (view, i);
        const Wish wish = {may_wish (entity) ? make_slug (entity->name) : NULL, i};
        if (wish.slug != NULL)
            g_array_append_val (self->wishes, wish);
    }
    g_array_sort (self->wishes, compare_wishes);
    return self;
}

void
cli_page_names_free (CliPageNames *self)
{
    if (self == NULL)
        return;
    g_array_unref (self->wishes);
    g_free (self);
}

/* The first wish that is not before @slug. */
static guint
find_first (const CliPageNames *self, const char *slug)
{
    guint low = 0;
    guint high = self->wishes->len;
    while (low < high) {
        const guint middle = low + (high - low) / 2;
        if (strcmp (g_array_index (self->wishes, Wish, middle).slug, slug) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether anybody but @entity is called so, or has it as an id. */
static gboolean
is_wanted (const CliPageNames *self, const char *slug, guint32 entity)
{
    if (attri_graph_find_entity (self->view, slug) != ATTRI_NONE)
        return TRUE;
    for (guint i = find_first (self, slug); i < self->wishes->len; i++) {
        const Wish *wish = &g_array_index (self->wishes, Wish, i);
        if (strcmp (wish->slug, slug) != 0)
            break;
        if (wish->entity != entity)
            return TRUE;
    }
    return FALSE;
}

/* "g0096", or the beginning of the UUID. (transfer full) */
static char *
tell_apart (const CliPageNames *self, const AttriEntity *entity)
{
    for (guint32 i = 0; i < entity->references.count; i++) {
        const char *number =
            attri_graph_get_reference (self->view, entity->references.first + i)->external_id;
        g_autofree char *slug = number != NULL ? make_slug (number) : NULL;
        if (slug != NULL && *slug != '\0' && strlen (slug) <= MOST_NUMBER)
            return g_steal_pointer (&slug);
    }
    return g_strndup (find_uuid (entity->id), UUID_BEGIN);
}

char *
cli_page_names_get (const CliPageNames *self, guint32 index)
{
    const AttriEntity *entity = attri_graph_get_entity (self->view, index);
    g_autofree char *slug =
        find_uuid (entity->id) != NULL ? make_slug (entity->name) : g_strdup ("");
    if (*slug == '\0')
        return cli_folder_name_page (self->folder, entity->id);
    g_autofree char *note = cli_page_note (entity);
    if (cli_folder_takes (self->folder, slug) &&
        (cli_folder_has_note (self->folder, slug, note) || !is_wanted (self, slug, index)))
        return g_steal_pointer (&slug);
    g_autofree char *number = tell_apart (self, entity);
    return g_strconcat (slug, "-", number, NULL);
}

char *
cli_page_note (const AttriEntity *entity)
{
    return find_uuid (entity->id) != NULL
               ? g_strdup_printf ("<!-- Page of %s -->", find_uuid (entity->id))
               : NULL;
}
