# SPDX-License-Identifier: MIT
#
# Completion for bash. attrigraph itself tells how a line may go on; see COMPLETION
# in attrigraph(1).

_attrigraph ()
{
    local words=() word line begun kept quote i
    # bash cuts words at ':' and '='; attrigraph wants them whole.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i > 0)) && { [[ $word == [:=]* ]] || [[ ${COMP_WORDS[i - 1]} == *[:=] ]]; }; then
            words[-1]+=$word
        else
            words+=("$word")
        fi
    done

    begun=${words[-1]}
    quote=
    [[ $begun == [\'\"]* ]] && quote=${begun:0:1} begun=${begun:1}
    [[ $quote ]] || begun=${begun//\\/}
    words[-1]=$begun
    for ((i = 1; i < ${#words[@]} - 1; i++)); do
        word=${words[i]}
        case $word in
        [\'\"]*) words[i]=${word:1:${#word}-2} ;;
        *) words[i]=${word//\\/} ;;
        esac
    done
    # Only what follows the last cut is replaced.
    kept=
    [[ $quote ]] || kept=${begun%"${begun##*[:=]}"}

    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            compopt -o default
            return
        fi
        word=${line%%$'\t'*}
        word=${word#"$kept"}
        [[ $quote ]] || printf -v word %q "$word"
        COMPREPLY+=("$word")
    done < <("${words[0]}" --complete "${words[@]:1}" 2>/dev/null)
}

complete -F _attrigraph attrigraph
