// Ctrl-L and `clear`: what stands in the transcript by then is out of sight, until somebody scrolls up. Pure.

import type {Entry, LabState} from '../model/state.ts'

/** The entries up to the one of this id are out of sight, but for those to which more may be added. */
export type Cleared = Readonly<{upTo: number; but: readonly number[]}>

export function clearedNow({entries}: LabState): Cleared {
  const running = entries.filter(entry => entry.running && entry.by !== 'lab')
  return {upTo: entries.at(-1)?.id ?? 0, but: running.map(({id}) => id)}
}

/** What is left in sight. */
export function leftOf(entries: readonly Entry[], cleared: Cleared | undefined): readonly Entry[] {
  if (!cleared) return entries
  return entries.filter(({id}) => id > cleared.upTo || cleared.but.includes(id))
}
