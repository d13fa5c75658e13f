// The lines that bring back the nodes for which a step waits.

import type {Snapshot} from '../cluster/snapshot.ts'
import {isAlive} from '../cluster/snapshot.ts'
import {isMessage, type Message} from '../text/messages.ts'

/** `/resume PORT` for a paused node that the sentence names, `/start PORT` for one that is down. */
export function waysOut(because: Message, snapshot: Snapshot | undefined): readonly string[] {
  const named = numbersIn(because)
  return (snapshot?.nodes ?? [])
    .filter(({port}) => named.includes(String(port)))
    .flatMap(({port, process}) => {
      if (process.is === 'paused') return [`/resume ${port}`]
      return isAlive(process) ? [] : [`/start ${port}`]
    })
}

function numbersIn({values = {}}: Message): readonly string[] {
  return Object.values(values).flatMap(value =>
    isMessage(value) ? numbersIn(value) : String(value).split(/\D+/),
  )
}
