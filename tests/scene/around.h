/* SPDX-License-Identifier: MIT
 *
 * around.h: from a filled builder to the scene around a focus.
 */
#pragma once

#include <attrigraph/view.h>

#include "model/case.h"
#include "scene/scene-private.h"

/* The view around @focus, two hops wide, or everything if it is NULL. */
static inline AttriGraph *
end_around (AttriGraphBuilder *builder, const char *focus)
{
    const char *names[] = {focus, NULL};
    g_auto (AttriViewReport) report = {0};
    g_autoptr (GError) error = NULL;
    g_autoptr (AttriGraph) graph = end_well (builder);
    AttriGraph *view =
        attri_view_select (graph,
                           &(AttriSelection){.focus = focus != NULL ? names : NULL, .hops = 2},
                           &report, &error);
    g_assert_no_error (error);
    return view;
}

static inline AttriScene *
make_scene (AttriGraphBuilder *builder, const char *focus)
{
    g_autoptr (AttriGraph) view = end_around (builder, focus);
    return attri_scene_new (view, NULL);
}

/* What is known of a tool, as "report" judges it; 0 groups for uncounted. */
static inline void
add_tool (AttriGraphBuilder *builder, const char *id, const char *name, const char *availability,
          guint32 groups)
{
    add_entity (builder, id, "malware", name);
    if (availability != NULL)
        add_said (builder, id, "availability", NULL, "report", NULL,
                  (AttriClaim){.confidence = -1, .value = availability});
    if (groups > 0)
        add_said (builder, id, "prevalence", NULL, "report", NULL,
                  (AttriClaim){.confidence = -1, .groups = groups, .of = 158});
}

static inline void
add_hedged (AttriGraphBuilder *builder, const char *from, const char *type, const char *to,
            const char *source, AttriHedge hedge)
{
    add_said (builder, from, type, to, source, NULL,
              (AttriClaim){.confidence = -1, .hedge = hedge});
}

static inline void
deny (AttriGraphBuilder *builder, const char *from, const char *type, const char *to,
      const char *source)
{
    add_said (builder, from, type, to, source, NULL,
              (AttriClaim){.confidence = -1, .stance = ATTRI_STANCE_DENIES});
}
