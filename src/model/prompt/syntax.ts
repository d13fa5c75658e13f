// A command's syntax as redis-cli writes it: `key value [NX|XX] [EX seconds|PX milliseconds]`.

import type {Argument} from '../commands/command-docs.ts'
import {type Expected, expectedOf} from './arguments.ts'

export function syntaxOf(all: readonly Argument[]): string {
  return writtenOf(expectedOf(all))
}

export function writtenOf(expected: readonly Expected[]): string {
  return expected.map(written).join(' ')
}

function written({argument, again}: Expected): string {
  return again ? `[${repetition(argument)} ...]` : whole(argument)
}

function whole(argument: Argument): string {
  const once = withToken(argument)
  const text = argument.multiple ? `${once} [${repetition(argument)} ...]` : once
  return argument.optional ? `[${text}]` : text
}

function repetition(argument: Argument): string {
  return argument.multipleToken ? withToken(argument) : value(argument)
}

function withToken(argument: Argument): string {
  const {token, type} = argument
  if (token === undefined) return value(argument)
  const shown = token === '' ? '""' : token
  return type === 'pure-token' ? shown : `${shown} ${value(argument)}`
}

function value({name, type, token, parts = []}: Argument): string {
  if (type === 'oneof') return parts.map(whole).join('|')
  if (type === 'block') return parts.map(whole).join(' ')
  return type === 'pure-token' ? (token ?? name) : name
}
