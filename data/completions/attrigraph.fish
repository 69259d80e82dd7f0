# SPDX-License-Identifier: MIT
#
# Completion for fish. attrigraph itself tells how a line may go on; see COMPLETION
# in attrigraph(1).

function __attrigraph_complete
    set -l words (commandline -opc)
    set -l begun (commandline -ct)
    for line in (command $words[1] --complete $words[2..-1] "$begun" 2>/dev/null)
        if test $line = :files
            __fish_complete_path $begun
        else
            echo $line
        end
    end
end

complete -c attrigraph -f -a '(__attrigraph_complete)'
