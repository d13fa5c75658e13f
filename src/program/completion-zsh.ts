// Completion for zsh, by its own _arguments: as a function in a folder of $fpath, or sourced after compinit.

import type {
  Candidate,
  Candidates,
  CompletedCommand,
  CompletedOption,
  Completion,
} from './completion-model.ts'

export function zshScript({commands, valued}: Completion): string {
  const [unnamed, ...named] = commands
  return `#compdef redis-cluster-lab
# Completion of redis-cluster-lab for zsh. In ~/.zshrc, after compinit: source <(redis-cluster-lab completion zsh)

_redis_cluster_lab() {
  local command=${unnamed?.name ?? ''} word skip=
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n $skip ]]; then
      skip=
      continue
    fi
    case $word in
      ${valued.map(name => `--${name}`).join('|')}) skip=1 ;;
      -*) ;;
      ${named.map(({name}) => name).join('|')}) command=$word; break ;;
      *) break ;;
    esac
  done
  case $command in
${commands.map(branch).join('\n')}
  esac
}

# Autoloaded from $fpath the file is the function's body; sourced, it registers it.
if [[ $funcstack[1] == _redis-cluster-lab ]]; then
  _redis_cluster_lab "$@"
else
  compdef _redis_cluster_lab redis-cluster-lab
fi
`
}

function branch({name, options, places, many}: CompletedCommand, at: number): string {
  const rest = places.map((candidates, i) => {
    const isRepeated = many && i === places.length - 1
    return quoted(`${isRepeated ? '*:: ' : ':: '}:${action(candidates)}`)
  })
  // The command itself is the first word; of the default there is none.
  const words = at === 0 ? rest : ["':: :'", ...rest]
  const lines = [...options.flatMap(option), ...words].map(spec => `        ${spec}`)
  return `    ${name})\n      _arguments \\\n${lines.join(' \\\n')}\n      ;;`
}

function option({name, short, about, value}: CompletedOption): readonly string[] {
  const text = `[${escaped(about).replaceAll(/[[\]]/g, '\\$&')}]`
  if (value) return [quoted(`--${name}=${text}: :${action(value)}`)]
  return [...(short ? [quoted(`-${short}${text}`)] : []), quoted(`--${name}${text}`)]
}

function action(candidates: Candidates): string {
  if (candidates.is === 'files') return '_files'
  if (candidates.is === 'folders') return '_files -/'
  if (candidates.words.length === 0) return ''
  return `((${candidates.words.map(described).join(' ')}))`
}

/** The words of an action are read once more by the shell: each sign in them is escaped. */
function described({word, about}: Candidate): string {
  return about === ''
    ? word
    : `${word}\\:${about.replaceAll(':', '\\:').replaceAll(/[^\p{L}\p{N}]/gu, '\\$&')}`
}

function escaped(text: string): string {
  return text.replaceAll(':', '\\:')
}

function quoted(spec: string): string {
  return `'${spec.replaceAll("'", "'\\''")}'`
}
