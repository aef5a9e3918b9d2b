/**
 * The scripts with which shells ask this program what could come next on a command line.
 *
 * @module
 */

const BASH = `# bash completion for innkeeper
_innkeeper() {
  local IFS=$'\\n'
  local word="\${COMP_LINE:0:COMP_POINT}"
  local words=("\${COMP_WORDS[@]:1:COMP_CWORD-1}") current="\${COMP_WORDS[COMP_CWORD]}"
  [[ $word == *[[:space:]] && $current == "" ]] && current=""
  COMPREPLY=($("\${COMP_WORDS[0]}" __complete -- "\${words[@]}" "$current" 2>/dev/null))
  if [[ \${#COMPREPLY[@]} -eq 0 ]]; then
    compopt -o default
  elif [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]]; then
    compopt -o nospace
  fi
}
complete -F _innkeeper innkeeper
`;

const ZSH = `#compdef innkeeper
# zsh completion for innkeeper
_innkeeper() {
  local -a answers
  answers=("\${(@f)$("\${words[1]}" __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  answers=("\${(@)answers:#}")
  if (( \${#answers} )); then
    compadd -a answers
  else
    _files
  fi
}
if [[ "\${funcstack[1]}" == _innkeeper ]]; then
  _innkeeper "$@"
else
  compdef _innkeeper innkeeper
fi
`;

const FISH = `# fish completion for innkeeper
function __innkeeper_complete
  set -l words (commandline -opc) (commandline -ct)
  $words[1] __complete -- $words[2..-1] 2>/dev/null
end
complete -c innkeeper -a '(__innkeeper_complete)'
`;

/** The script of each shell. */
export const COMPLETION_SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
