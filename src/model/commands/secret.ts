// Lines that hold a password: they are kept in no history, neither in a file nor in the prompt's memory.
// Source: isSensitiveCommand in redis-cli.c, 7.0, and what it misses (Valkey's names, redis-cli's own options).

import {splitWords} from '../protocol/quoting.ts'

/** Settings whose values are secrets, or names a secret belongs to. */
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

/** The value of such a setting is hidden wherever it stands; `name` in any case. */
export function isSecretSetting(name: string): boolean {
  return secretSettings.has(name.toLowerCase())
}

export function isSecret(line: string): boolean {
  const words = wordsOf(line)
  return words.some((_, i) => mayBegin(words.slice(0, i)) && holdsSecret(words.slice(i)))
}

/** Before a command there may be a count, an address, and redis-cli with its options: anywhere behind that one, to be on the safe side. */
function mayBegin(before: readonly string[]): boolean {
  return before.every(word => /^(?:@\S+|\d+)$/.test(word)) || clients.some(client => before.includes(client))
}

function holdsSecret(words: readonly string[]): boolean {
  const [name, sub, ...rest] = words
  switch (name) {
    case 'auth':
      return true
    case 'acl':
      return sub === 'setuser' || sub === 'deluser' || sub === 'getuser'
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

/** In lower case. A line whose quotes are wrong may still hold a password: it is split at its spaces. */
function wordsOf(line: string): readonly string[] {
  const words = splitWords(line) ?? line.trim().replaceAll(/["']/g, '').split(/\s+/)
  return words.map(word => word.toLowerCase())
}
