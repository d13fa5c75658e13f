// The arguments that a command still expects, consumed word by word. syntax.ts writes them.

import type {Argument} from '../commands/command-docs.ts'
import {without} from '../text/objects.ts'

/** An argument that may or must follow. */
export type Expected = Readonly<{
  argument: Argument
  /** A repetition: the argument was typed at least once. */
  again?: true
  /** Nesting depth: once an outer argument begins, deeper ones cannot follow. */
  depth: number
}>

/** All arguments of a command, before any is typed. */
export function expectedOf(all: readonly Argument[], depth = 0): readonly Expected[] {
  return all.map(argument => ({argument, depth}))
}

/**
 * The arguments expected after `word`; undefined if it fits none. Adjacent optional arguments may follow in any order, each once.
 * A word that could be a token or a value is the token, as in Redis.
 */
export function after(expected: readonly Expected[], word: string): readonly Expected[] | undefined {
  return step(expected, word)?.rest
}

/** The candidates for the next word: the leading optional arguments and the first required one. */
export function next(expected: readonly Expected[]): readonly Expected[] {
  const must = expected.findIndex(one => !mayBeLeftOut(one))
  return must < 0 ? expected : expected.slice(0, must + 1)
}

type Taken = Readonly<{rest: readonly Expected[]; byToken: boolean}>

function step(expected: readonly Expected[], word: string): Taken | undefined {
  const run = next(expected)
  const takes = run.map(one => take(one, word))
  const at = best(takes)
  const [one, taken] = [run[at], takes[at]]
  if (!one || !taken) return undefined
  // A required argument ends the optional ones before it, and so does a token whose keys are all that follows (MIGRATE … KEYS).
  const isLast = taken.byToken && one.argument.type === 'key' && one.argument.multiple
  const left =
    mayBeLeftOut(one) && !isLast ? run.filter(other => other !== one && other.depth <= one.depth) : []
  const tail = [...left, ...expected.slice(run.length)]
  return {...taken, rest: [...taken.rest, ...counted(one, word, tail)]}
}

/** The index of the first match by token, else of the first match, else -1. */
function best(takes: readonly (Taken | undefined)[]): number {
  const byToken = takes.findIndex(taken => taken?.byToken)
  return byToken < 0 ? takes.findIndex(taken => taken !== undefined) : byToken
}

function mayBeLeftOut({argument, again}: Expected): boolean {
  if (argument.optional || again) return true
  return argument.type === 'block' && (argument.parts ?? []).every(part => part.optional)
}

function take(one: Expected, word: string): Taken | undefined {
  const {argument, depth} = one
  const {token, ...rest} = without(argument, 'optional')
  if (token === undefined) return takeValue(one, word)
  if (token.toUpperCase() !== word.toUpperCase()) return undefined
  const {multipleToken, multiple, ...once} = rest
  const again: readonly Expected[] = multipleToken ? [{argument, again: true, depth}] : []
  if (argument.type === 'pure-token') return {rest: again, byToken: true}
  const value: Argument = multiple && !multipleToken ? {...once, multiple} : once
  return {rest: [{argument: value, depth}, ...again], byToken: true}
}

function takeValue({argument, depth}: Expected, word: string): Taken | undefined {
  const again: readonly Expected[] = argument.multiple ? [{argument, again: true, depth: depth + 1}] : []
  const taken = takeOnce(argument, word, depth + 1)
  return taken && {...taken, rest: [...taken.rest, ...again]}
}

function takeOnce(argument: Argument, word: string, depth: number): Taken | undefined {
  const parts = expectedOf(argument.parts ?? [], depth)
  if (argument.type === 'block') return step(parts, word)
  if (argument.type === 'oneof') {
    const takes = parts.map(part => take(part, word))
    return takes[best(takes)]
  }
  return isOf(argument.type, word) ? {rest: [], byToken: false} : undefined
}

function isOf(type: string, word: string): boolean {
  if (type === 'integer' || type === 'unix-time') return /^[+-]?\d+$/.test(word)
  if (type === 'double') return /^[+-]?(?:inf(?:inity)?|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i.test(word)
  return true
}

/** The largest `numkeys` for which keys are counted one by one. */
const mostCounted = 50

/** Expands the keys after `numkeys` to as many as it says. */
function counted({argument}: Expected, word: string, tail: readonly Expected[]): readonly Expected[] {
  const [keys, ...rest] = tail
  const count = Number(word)
  if (argument.name !== 'numkeys' || keys?.argument.type !== 'key' || count > mostCounted) return tail
  const key = without(keys.argument, 'multiple', 'optional')
  const each: Expected = {argument: key, depth: keys.depth}
  return [...Array.from({length: Math.max(0, count)}, () => each), ...rest]
}
