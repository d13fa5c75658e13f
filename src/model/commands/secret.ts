// Detection of lines that contain a password: no history keeps them, neither the file nor the prompt.
// Source: isSensitiveCommand in redis-cli.c, 7.0, and what it misses (Valkey's names, redis-cli's own options).

import {splitWords} from '../protocol/quoting.ts'

/** Settings whose value is a secret, or the user name of one. */
const secretSettings = new Set([
  'requirepass',
  'masterauth',
  'masteruser',
  'primaryauth',
  'primaryuser',
  'tls-key-file-pass',
  'tls-client-key-file-pass',
  'sentinel-pass',
  'sentinel-user',
])
const clients = ['redis-cli', 'valkey-cli']
const secretOptions = /^(?:-a|--pass|--user|-u|--sentinel-pass|--sentinel-user)(?:=|$)|^(?:-a\S)/

/** Whether the setting's value must be hidden; case is ignored. */
export function isSecretSetting(name: string): boolean {
  return secretSettings.has(name.toLowerCase())
}

export function isSecret(line: string): boolean {
  // The fast way out, for lines of a megabyte.
  if (isAscii.test(line) && !mayTell.test(line)) return false
  // Full-width input is read as the ASCII that it stands for.
  const words = wordsOf(line.normalize('NFKC').replace(/^\s*\/\s*/, '/'))
  const name = words.findIndex(word => !prefix.test(word))
  const client = words.findIndex(word => clients.includes(word))
  // After redis-cli anything may be the command, to be on the safe side.
  const mayBegin = (at: number) => at === name || (client >= 0 && at >= client)
  return words.some((word, at) => mayHold.has(word) && mayBegin(at) && holdsSecret(words.slice(at)))
}

/** What may precede a command: a count, an address, a pasted prompt. */
const prefix = /^(?:@\S+|\d+|\S+>|[$#])$/

/** The names that `holdsSecret` knows. */
const mayHold = new Set(['/conf', 'auth', 'acl', 'config', 'hello', 'migrate', 'sentinel', ...clients])

const isAscii = /^[\x00-\x7f]*$/
const mayTell = new RegExp([...mayHold].join('|').replace('/', ''), 'i')

function holdsSecret(words: readonly string[]): boolean {
  const [name, sub, ...rest] = words
  switch (name) {
    case 'auth':
      return true
    case 'acl':
      return sub === 'setuser' || sub === 'deluser' || sub === 'getuser'
    case '/conf':
      return rest.length > 0 && (secretSettings.has(rest[0] ?? '') || rest[0] === 'user')
    case 'config':
      return sub === 'set' && rest.some(word => secretSettings.has(word))
    case 'hello':
      return words.includes('auth', 2)
    case 'migrate':
      return words.includes('auth', 5) || words.includes('auth2', 5)
    case 'sentinel':
      return words.some(word => word === 'auth-pass' || word === 'auth-user' || secretSettings.has(word))
    case 'redis-cli':
    case 'valkey-cli':
      return words.some(word => secretOptions.test(word))
    default:
      return false
  }
}

/** The words in lower case. A line with invalid quotes may still hold a password, so it is split at spaces. */
function wordsOf(line: string): readonly string[] {
  const words = splitWords(line) ?? line.trim().replaceAll(/["']/g, '').split(/\s+/)
  return words.map(word => word.toLowerCase().replace(/^\S*\/(?=(?:redis|valkey)-cli$)/, ''))
}
