/* SPDX-License-Identifier: MIT
 *
 * Prints attrigraph-rules(7), made from the tables of rules that the rooms keep,
 * so that the manual lists each rule there is and no other. Run at build time.
 */
#include <attrigraph/attrigraph.h>

#include <stdio.h>
#include <string.h>

static const char head[] =
    ".\\\" SPDX-License-Identifier: MIT\n"
    ".\\\" Made by data/man/rules-page.c from the rules in the program.\n"
    ".Dd November 23, 2026\n"
    ".Dt ATTRIGRAPH-RULES 7\n"
    ".Os\n"
    ".Sh NAME\n"
    ".Nm attrigraph-rules\n"
    ".Nd what attrigraph finds wrong or doubtful in files\n"
    ".Sh DESCRIPTION\n"
    "A finding names the rule that was breached.\n"
    "An\n"
    ".Em error\n"
    "is wrong: nothing is drawn from files that have one.\n"
    "A\n"
    ".Em warning\n"
    "is doubtful, but can be drawn.\n"
    "An\n"
    ".Em info\n"
    "is worth knowing.\n"
    ".Pp\n"
    "The commands that draw and show tell errors and warnings about the files;\n"
    ".Ql attrigraph check\n"
    "tells everything.\n";

static const char tail[] = ".Sh SEE ALSO\n"
                           ".Xr attrigraph 1 ,\n"
                           ".Xr attrigraph-format 5\n";

/* Text as mdoc has it: no macro at the start of a line, no escape, a sentence a line. */
static void
print_text (const char *text)
{
    gboolean at_start = TRUE;
    for (const char *p = text; *p != '\0'; p++) {
        if (at_start && (*p == '.' || *p == '\''))
            fputs ("\\&", stdout);
        at_start = FALSE;
        if (*p == '\\')
            fputs ("\\e", stdout);
        else if (*p == ' ' && p > text && strchr (".?!", p[-1]) != NULL) {
            putchar ('\n');
            at_start = TRUE;
        } else
            putchar (*p);
    }
    putchar ('\n');
}

static void
print_rules (const char *title, const AttriRule *rules, guint n)
{
    printf (".Sh %s\n.Bl -tag -width Ds\n", title);
    for (guint i = 0; i < n; i++) {
        printf (".It Sy %s Pq %s\n", rules[i].slug, attri_severity_to_string (rules[i].severity));
        print_text (rules[i].summary);
        print_text (rules[i].explanation);
    }
    puts (".El");
}

int
main (void)
{
    guint n;
    fputs (head, stdout);
    const AttriRule *rules = attri_read_get_json_rules (&n);
    print_rules ("READING JSON", rules, n);
    rules = attri_read_get_rules (&n);
    print_rules ("READING THE FORMAT", rules, n);
    rules = attri_model_get_rules (&n);
    print_rules ("JOINING THE FILES OF A RUN", rules, n);
    rules = attri_check_get_rules (&n);
    print_rules ("CHECKING THE GRAPH", rules, n);
    fputs (tail, stdout);
    return fflush (stdout) == 0 && !ferror (stdout) ? 0 : 2;
}
