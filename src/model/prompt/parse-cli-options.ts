// The options of redis-cli: which this prompt reads itself, which the real redis-cli gets, and which need a shell.
// Source: parseOptions in redis-cli.c, 7.0, and the options of later versions.

import {type Bytes, isUtf8, textOf} from '../protocol/bytes.ts'

export type CliOptions = Readonly<{
  /** As typed; 6379 without -p. */
  port: string
  host?: string
  following: boolean
  raw: boolean
  /** Options for the real redis-cli, with their values. */
  passed: readonly string[]
  /** One of them runs without a command: `--scan`, `--eval FILE`. */
  runsAlone: boolean
  /** The first option that cannot run here, and why. */
  refused?: Readonly<{option: string; because: 'stdin' | 'here'}>
  /** The words from the command, or from those after `--cluster`. */
  words: readonly Bytes[]
  isCluster: boolean
}>

/** redis-cli's default without -p. */
const usualPort = '6379'

const [value, flag] = [1, 0] as const
/** How many values an option has, for those that change one command or connection. */
const modifiers: Readonly<Record<string, 0 | 1>> = {
  '-n': value,
  '-a': value,
  '--pass': value,
  '--user': value,
  '-r': value,
  '-i': value,
  '-d': value,
  '-D': value,
  '-t': value,
  '-2': flag,
  '-3': flag,
  '-4': flag,
  '-e': flag,
  '--csv': flag,
  '--json': flag,
  '--quoted-json': flag,
  '--quoted-input': flag,
  '--no-auth-warning': flag,
  '--show-pushes': value,
  '--pattern': value,
  '--quoted-pattern': value,
  '--count': value,
  '--cursor': value,
  '--top': value,
  '--memkeys-samples': value,
  '--keystats-samples': value,
  '--verbose': flag,
}
/** Options that run without a command, and end. */
const modes: Readonly<Record<string, 0 | 1>> = {
  '--scan': flag,
  '--bigkeys': flag,
  '--memkeys': flag,
  '--hotkeys': flag,
  '--keystats': flag,
  '--latency': flag,
  '--latency-history': flag,
  '--intrinsic-latency': value,
  '--rdb': value,
  '--functions-rdb': value,
  '--eval': value,
  '--version': flag,
  '-v': flag,
  '--help': flag,
}
const fromStdin = ['-x', '-X', '--pipe', '--pipe-mode']

/** Reads options up to the command. */
export function cliOptions(words: readonly Bytes[]): CliOptions {
  let options: CliOptions = {
    port: usualPort,
    following: false,
    raw: false,
    passed: [],
    runsAlone: false,
    words: [],
    isCluster: false,
  }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const option = textOf(word)
    if (!option.startsWith('-')) return {...options, words: words.slice(at)}
    if (option === '--cluster') return {...options, isCluster: true, words: words.slice(at + 1)}
    const next = textOf(words[at + 1] ?? '')
    const known = ownOption(option, next) ?? passedOption(option, next, options)
    options = {...options, ...(options.refused ? {} : known.change)}
    at += known.values
  }
  return options
}

type Read = Readonly<{values: 0 | 1; change: Partial<CliOptions>}>

function ownOption(option: string, next: string): Read | undefined {
  switch (option) {
    case '-p':
      return {values: value, change: {port: next}}
    case '-h':
      return {values: value, change: {host: next}}
    case '-c':
      return {values: flag, change: {following: true}}
    case '--raw':
    case '--no-raw':
      return {values: flag, change: {raw: option === '--raw'}}
    default:
      return undefined
  }
}

function passedOption(option: string, next: string, {passed, runsAlone}: CliOptions): Read {
  if (fromStdin.includes(option)) return {values: flag, change: {refused: {option, because: 'stdin'}}}
  const values = Object.hasOwn(modes, option) ? modes[option] : modifiers[option]
  if (values === undefined || !isUtf8(option))
    return {values: flag, change: {refused: {option, because: 'here'}}}
  const change = {
    passed: [...passed, option, ...(values === value ? [next] : [])],
    runsAlone: runsAlone || Object.hasOwn(modes, option),
  }
  return {values, change}
}

const secretOptions = ['-a', '--pass', '--user']

/** The options without passwords, for the screen. */
export function withoutPasswords(options: readonly string[]): readonly string[] {
  return options.map((word, i) => (secretOptions.includes(options[i - 1] ?? '') ? '***' : word))
}

/** What a learner types here in place of an option that only changes redis-cli's own prompt. */
export function insteadOf([option = '', given = '']: readonly string[]): string | undefined {
  switch (option) {
    case '-n':
      return `SELECT ${given}`
    case '-2':
    case '-3':
      return `HELLO ${option.slice(1)}`
    case '-a':
    case '--pass':
      return 'AUTH …'
    default:
      return undefined
  }
}
