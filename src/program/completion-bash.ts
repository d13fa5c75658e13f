// Completion for bash, from 3.2 on, which macOS has: no associative arrays, and compopt only where it exists.

import type {Candidates, CompletedCommand, Completion} from './completion-model.ts'

export function bashScript({commands, valued}: Completion): string {
  const named = commands.slice(1)
  return `# Completion of redis-cluster-lab for bash: source <(redis-cluster-lab completion bash)

_redis_cluster_lab_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

# Line by line: in an array's parentheses a name such as a*b would be taken for a pattern.
_redis_cluster_lab_names() {
  local name
  COMPREPLY=()
  while IFS= read -r name; do
    COMPREPLY[\${#COMPREPLY[@]}]=$name
  done < <(compgen "$1" -- "$cur")
  compopt -o filenames 2>/dev/null
}

_redis_cluster_lab() {
  local cur=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]}
  # bash cuts --option=value at the sign.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $before == = ]]; then
    before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  # The command, and how many words follow it so far.
  local command=${first(commands)} place=0 i word skip=
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $word == = ]]; then
      skip=1
    elif [[ $skip ]]; then
      skip=
    else
      case $word in
        ${valued.map(name => `--${name}`).join('|')}) [[ \${COMP_WORDS[i + 1]} == = ]] || skip=1 ;;
        -*) ;;
        *)
          if [[ $place == 0 && $command == ${first(commands)} ]]; then
            case $word in
              ${named.map(({name}) => name).join('|')}) command=$word ;;
              *) place=1 ;;
            esac
          else
            ((place++))
          fi
          ;;
      esac
    fi
  done
  case $before in
${values(commands)}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${commands.map(({name, options}) => `      ${name}) _redis_cluster_lab_words '${options.flatMap(flags).join(' ')}' ;;`).join('\n')}
    esac
    return
  fi
  case $command:$place in
${commands.flatMap(places).join('\n')}
  esac
}

complete -F _redis_cluster_lab redis-cluster-lab
`
}

function first([command]: readonly CompletedCommand[]): string {
  return command?.name ?? ''
}

function flags({name, short}: CompletedCommand['options'][number]): readonly string[] {
  return [`--${name}`, ...(short ? [`-${short}`] : [])]
}

function offer(candidates: Candidates): string {
  if (candidates.is === 'files') return '_redis_cluster_lab_names -f'
  if (candidates.is === 'folders') return '_redis_cluster_lab_names -d'
  return `_redis_cluster_lab_words '${candidates.words.map(({word}) => word).join(' ')}'`
}

/** An option's value is the same for all commands. */
function values(commands: readonly CompletedCommand[]): string {
  const options = new Map(commands.flatMap(one => one.options.map(option => [option.name, option] as const)))
  const lines = [...options.values()].flatMap(({name, value}) =>
    value ? [`    --${name}) ${offer(value)}; return ;;`] : [],
  )
  return lines.join('\n')
}

function places({name, places: all, many}: CompletedCommand): readonly string[] {
  return all.map((candidates, i) => {
    const isRepeated = many && i === all.length - 1
    return `    ${name}:${isRepeated ? '*' : i}) ${offer(candidates)} ;;`
  })
}
