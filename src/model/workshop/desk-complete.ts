// Tab in the instructor's terminal: commands, names, lessons and steps.

import {commandsIn} from './desk-lines.ts'
import type {Stop} from './desk-names.ts'
import type {Room} from './room.ts'

/** `typed`: the end of the line that the candidates complete. */
export type DeskCompletion = Readonly<{candidates: readonly string[]; typed: string}>

export function completeDeskLine(line: string, room: Room, stops: readonly Stop[]): DeskCompletion {
  const [, slash = '', name = '', gap = '', rest = ''] = /^\s*(\/?)(\S*)(\s*)(.*)$/.exec(line) ?? []
  if (gap === '')
    return {
      candidates: startingWith(
        name,
        commandsIn(room).map(one => one.name),
      ),
      typed: name,
    }
  const command = commandsIn(room).find(one => one.name === name.toLowerCase())
  if (!command?.complete || slash.length > 1) return {candidates: [], typed: rest}
  const {words, typed} = command.complete(rest, {room, stops})
  return {candidates: startingWith(typed, words), typed}
}

/** What all candidates begin with. */
export function commonStart([first = '', ...others]: readonly string[]): string {
  const same = (i: number) => others.every(one => one[i] === first[i])
  let end = 0
  while (end < first.length && same(end)) end++
  return first.slice(0, end)
}

function startingWith(typed: string, words: readonly string[]): readonly string[] {
  const wanted = typed.toLowerCase()
  return words.filter(word => word.toLowerCase().startsWith(wanted))
}
