// A lab for a test, with a keeper and ports of its own; and what its transcript says.

import {Lab} from '../../../src/lab/lab.ts'
import {excerptText} from '../../../src/model/cluster/file-excerpt.ts'
import type {NodeName} from '../../../src/model/cluster/node.ts'
import {redirectText} from '../../../src/model/cluster/redirect.ts'
import {outcomeText, replyText} from '../../../src/model/commands/outcome-text.ts'
import type {Lesson} from '../../../src/model/lesson/lesson.ts'
import type {Entry, LabState} from '../../../src/model/state/lab-state.ts'
import {translate} from '../../../src/model/text/messages.ts'
import {type Keeper, startKeeper} from '../../../src/redis/keeper/keeper.ts'
import {freeBase} from '../../../tools/servers/free-ports.ts'
import {server} from '../../../tools/servers/server.ts'

export type World = AsyncDisposable & Readonly<{lab: Lab; keeper: Keeper}>

/** No stage is started yet. `spares`: nodes that a stage may have beside the six. */
export async function startLab(...lessons: readonly Lesson[]): Promise<World> {
  return startLabWith({lessons})
}

export async function startLabWith({
  lessons = [],
  spares = [],
}: {
  lessons?: readonly Lesson[]
  spares?: readonly NodeName[]
}): Promise<World> {
  const program = await server()
  const keeper = await startKeeper()
  const port = await freeBase()
  const lab = new Lab({lessons, spares, program, port, nodeTimeout: 1000, pollEvery: 50}, keeper)
  return {lab, keeper, [Symbol.asyncDispose]: () => lab[Symbol.asyncDispose]()}
}

export async function standalone(...lessons: readonly Lesson[]): Promise<World> {
  const world = await startLab(...lessons)
  await world.lab.startStage('standalone')
  return world
}

/** What an entry says, a line a part. */
export function textOf(entry: Entry | undefined, {roster}: LabState): readonly string[] {
  return (entry?.parts ?? []).map(part => {
    if ('outcome' in part) return withoutDuration(outcomeText(part.outcome, roster, 'en'))
    if ('printed' in part) return replyText(part.printed, part.action)
    if ('shown' in part) return excerptText(part.shown)
    if ('redirected' in part) return redirectText(part.redirected)
    return 'message' in part ? translate('en', part.message) : JSON.stringify(part)
  })
}

/** What redis-cli prints behind a reply that took half a second, which on a busy computer any reply can. */
function withoutDuration(text: string): string {
  return text.replace(/\n\(\d+\.\d\ds\)$/, '')
}

/** All of the transcript after the entry in which `line` was typed, that one too. */
export function saidSince(line: string, state: LabState): readonly string[] {
  const from = state.entries.findLastIndex(({typed}) => typed === line)
  return from < 0 ? [] : state.entries.slice(from).flatMap(entry => textOf(entry, state))
}
