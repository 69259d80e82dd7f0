/* SPDX-License-Identifier: MIT
 *
 * jail.c: limits of resources first, then a list of the system calls that are
 * left (seccomp). Both last until the process ends and nobody can lift them.
 *
 * What was read may be crafted to break Graphviz, librsvg or a font reader.
 * Whoever takes over a helper finds that it can open nothing it could write to,
 * start nothing and reach nobody; it can still answer wrongly, and the asker
 * trusts no answer further than that.
 *
 * Built with ATTRIGRAPH_JAIL=coverage it lets gcov write its counts, and with
 * none (for sanitizers, which need half the kernel) it does nothing at all.
 */
#include "helpers/jail.h"

#include <stdlib.h>
#include <unistd.h>

#ifdef ATTRI_JAIL_NONE

bool
attri_jail__enter_layout (void)
{
    return true;
}

#else

#include <seccomp.h>
#include <sys/resource.h>

#define N_ELEMENTS(array) (sizeof (array) / sizeof ((array)[0]))

/* The three standard descriptors, and in a coverage build one for the counts. */
#ifdef ATTRI_JAIL_COVERAGE
#define N_FILES 4
#else
#define N_FILES 3
#endif

static const int computing[] = {
    /* Memory; sysinfo is qsort() asking how much there is, getrandom malloc()
     * choosing a tag. */
    SCMP_SYS (brk),
    SCMP_SYS (mmap),
    SCMP_SYS (munmap),
    SCMP_SYS (mremap),
    SCMP_SYS (madvise),
    SCMP_SYS (sysinfo),
    SCMP_SYS (getrandom),
    SCMP_SYS (futex),
    /* The answer, and the end. */
    SCMP_SYS (write),
    SCMP_SYS (exit_group),
#ifdef ATTRI_JAIL_COVERAGE
    SCMP_SYS (openat),
    SCMP_SYS (newfstatat),
    SCMP_SYS (fcntl),
    SCMP_SYS (lseek),
    SCMP_SYS (read),
    SCMP_SYS (close),
    SCMP_SYS (getpid),
    SCMP_SYS (mkdir),
#endif
};

/* Lowers a limit; one that is already lower stays. */
static bool
limit (int resource, rlim_t value)
{
    struct rlimit now;

    if (getrlimit (resource, &now) != 0)
        return false;
    if (value < now.rlim_max)
        now.rlim_max = value;
    now.rlim_cur = now.rlim_max;
    return setrlimit (resource, &now) == 0;
}

static bool
allow (scmp_filter_ctx filter, const int *calls, size_t n_calls)
{
    bool done = true;

    for (size_t i = 0; i < n_calls; i++)
        done = done && seccomp_rule_add (filter, SCMP_ACT_ALLOW, calls[i], 0) == 0;
    return done;
}

bool
attri_jail__enter_layout (void)
{
    scmp_filter_ctx filter = seccomp_init (SCMP_ACT_KILL_PROCESS);
    bool done = filter != NULL && allow (filter, computing, N_ELEMENTS (computing)) &&
                /* No core: it would hold the case. The largest graph we lay out
                 * takes 0.03 s and 13 MB. */
                limit (RLIMIT_CORE, 0) && limit (RLIMIT_CPU, 10) && limit (RLIMIT_AS, 256U << 20) &&
                limit (RLIMIT_NOFILE, N_FILES) && seccomp_load (filter) == 0;

    seccomp_release (filter);
    return done;
}

#endif

void
attri_jail__leave (int status)
{
#ifdef ATTRI_JAIL_COVERAGE
    exit (status);
#else
    _exit (status);
#endif
}
