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

bool
attri_jail__enter_paint (void)
{
    return true;
}

#else

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
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

/* Finding and reading fonts, and Pango's threads that look for them. */
static const int reading_fonts[] = {
    SCMP_SYS (access),
    SCMP_SYS (faccessat),
    SCMP_SYS (faccessat2),
    SCMP_SYS (readlink),
    SCMP_SYS (readlinkat),
    SCMP_SYS (read),
    SCMP_SYS (pread64),
    SCMP_SYS (lseek),
    SCMP_SYS (close),
    SCMP_SYS (fcntl),
    SCMP_SYS (fadvise64),
    SCMP_SYS (stat),
    SCMP_SYS (lstat),
    SCMP_SYS (fstat),
    SCMP_SYS (newfstatat),
    SCMP_SYS (statx),
    SCMP_SYS (statfs),
    SCMP_SYS (fstatfs),
    SCMP_SYS (getdents64),
    SCMP_SYS (getpid),
    SCMP_SYS (gettid),
    SCMP_SYS (getuid),
    SCMP_SYS (geteuid),
    SCMP_SYS (clock_gettime),
    SCMP_SYS (mprotect),
    SCMP_SYS (rt_sigprocmask),
    SCMP_SYS (rt_sigaction),
    SCMP_SYS (rt_sigreturn),
    SCMP_SYS (set_robust_list),
    SCMP_SYS (rseq),
    SCMP_SYS (sched_yield),
    SCMP_SYS (sched_getaffinity),
    SCMP_SYS (exit),
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

/* The calls whose arguments decide. What clone3() is asked for lies in memory
 * and cannot be judged: told that there is none, libc takes clone(). */
static bool
allow_in_part (scmp_filter_ctx filter)
{
    const int writing = O_ACCMODE | O_CREAT | O_TRUNC;

    return seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (clone3), 0) == 0 &&
           seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (clone), 1,
                             SCMP_A0_64 (SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)) == 0 &&
           seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (prctl), 1,
                             SCMP_A0_64 (SCMP_CMP_EQ, PR_SET_NAME, 0)) == 0 &&
           seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (openat), 1,
                             SCMP_A2_64 (SCMP_CMP_MASKED_EQ, (scmp_datum_t)writing, O_RDONLY)) == 0;
}

bool
attri_jail__enter_paint (void)
{
    /* Not killed: fontconfig asks for more than it needs (to refresh its cache)
     * and goes on without. */
    scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
    bool done =
        filter != NULL && allow (filter, computing, N_ELEMENTS (computing)) &&
        allow (filter, reading_fonts, N_ELEMENTS (reading_fonts)) && allow_in_part (filter) &&
        /* 40 megapixels are 160 MB, and each level of opacity as much. */
        limit (RLIMIT_CORE, 0) && limit (RLIMIT_CPU, 60) && limit (RLIMIT_AS, (rlim_t)2 << 30) &&
        limit (RLIMIT_NOFILE, 64) && seccomp_load (filter) == 0;

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
