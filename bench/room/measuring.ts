// What the measurements of a room have in common.

import type {Crowd} from '../../tools/hub/crowd.ts'
import type {HostProcess} from '../../tools/hub/host-process.ts'
import {counted, type Measured} from '../reliability/measured.ts'

/** ms */
export const patience = 60_000
/** ms without measuring: the first requests compile the code of both ends. */
export const warmUp = 4000

/** A figure that must not be above its target. */
export function bounded(what: string, n: string, value: number, most: number, unit = 'ms'): Measured {
  return {what, n, result: `${value.toFixed(0)} ${unit} of ${most} ${unit}`, held: value <= most}
}

export function none(what: string, n: string, faults: readonly string[]): Measured {
  const few = faults.length > 20 ? `${faults.length}, such as ${faults[0]}` : counted(faults)
  return {what, n, result: few || 'none', held: faults.length === 0}
}

/** What the instructor says to everybody. `say` resolves to ms until the last learner has heard it; `orders`: the ids so far. */
export function broadcasting(host: HostProcess, crowd: Crowd) {
  const orders: string[] = []
  const say = async () => {
    const start = performance.now()
    const text = `broadcast ${orders.length}`
    host.type(`say ${text}`)
    const order = await crowd.idOf(text, patience)
    orders.push(order)
    await crowd.untilHeard(order, patience)
    return crowd.heardAt(order) - start
  }
  return {orders, say}
}
