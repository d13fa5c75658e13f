// Completion for fish, from 3.0 on.

import type {Candidates, CompletedCommand, CompletedOption, Completion} from './completion-model.ts'

export function fishScript({commands, valued}: Completion): string {
  const [unnamed, ...named] = commands
  return `# Completion of redis-cluster-lab for fish:
# redis-cluster-lab completion fish > ~/.config/fish/completions/redis-cluster-lab.fish

# True if the command is argv[1], and, if given, as many words follow it as argv[2] says; argv[3]: or more.
function __redis_cluster_lab_at
    set -l command ${unnamed?.name ?? ''}
    set -l place 0
    set -l skip
    for word in (commandline -opc)[2..-1]
        if test -n "$skip"
            set skip
            continue
        end
        switch $word
            case ${valued.map(name => `--${name}`).join(' ')}
                set skip 1
            case '-*'
            case ${named.map(({name}) => name).join(' ')}
                if test $command = ${unnamed?.name ?? ''} -a $place = 0
                    set command $word
                else
                    set place (math $place + 1)
                end
            case '*'
                set place (math $place + 1)
        end
    end
    test $command = $argv[1]; or return 1
    set -q argv[2]; or return 0
    test $place = $argv[2]; and return 0
    set -q argv[3]; and test $place -gt $argv[2]
end

complete -c redis-cluster-lab -f
${commands.flatMap(linesOf).join('\n')}
`
}

function linesOf({name, options, places, many}: CompletedCommand): readonly string[] {
  return [
    ...places.flatMap((candidates, i) => {
      const at = `${name} ${i}${many && i === places.length - 1 ? ' more' : ''}`
      return offered(`complete -c redis-cluster-lab -n ${quoted(`__redis_cluster_lab_at ${at}`)}`, candidates)
    }),
    ...options.map(option => optionLine(name, option)),
  ]
}

function optionLine(command: string, {name, short, about, value}: CompletedOption): string {
  const words = [
    `complete -c redis-cluster-lab -n ${quoted(`__redis_cluster_lab_at ${command}`)}`,
    ...(short ? [`-s ${short}`] : []),
    `-l ${name}`,
    ...(value ? [valueWords(value)] : []),
    `-d ${quoted(about)}`,
  ]
  return words.join(' ')
}

function valueWords(value: Candidates): string {
  if (value.is === 'files') return '-r -F'
  if (value.is === 'folders') return "-x -a '(__fish_complete_directories)'"
  return `-x -a ${quoted(value.words.map(({word}) => word).join(' '))}`
}

function offered(start: string, candidates: Candidates): readonly string[] {
  if (candidates.is === 'files') return [`${start} -F`]
  if (candidates.is === 'folders') return [`${start} -a '(__fish_complete_directories)'`]
  return candidates.words.map(({word, about}) => `${start} -a ${word}${about ? ` -d ${quoted(about)}` : ''}`)
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`
}
