/* SPDX-License-Identifier: MIT
 *
 * measure COMMAND...: runs it with standard output thrown away, and prints the
 * microseconds of user and system time and the peak KiB of it and its children.
 *
 * A program of its own because a child's peak begins with that of whoever forks
 * it, and a Python interpreter is larger than what is measured here.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>

extern char **environ;

int
main (int argc, char **argv)
{
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status;
    struct rusage usage;

    if (argc < 2 || posix_spawn_file_actions_init (&actions) != 0 ||
        posix_spawn_file_actions_addopen (&actions, 1, "/dev/null", O_WRONLY, 0) != 0)
        return 2;
    if (posix_spawnp (&child, argv[1], &actions, NULL, argv + 1, environ) != 0 ||
        wait4 (child, &status, 0, &usage) != child)
        return 2;
    if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
        return 1;
    printf ("%lld %ld\n",
            (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000LL + usage.ru_utime.tv_usec +
                usage.ru_stime.tv_usec,
            usage.ru_maxrss);
    return 0;
}
