// A learner's keys, each until a frame shows it: in a lab that is in a chatty room, and in one that is in none.

import {Crowd} from '../../tools/hub/crowd.ts'
import {HostProcess} from '../../tools/hub/host-process.ts'
import {openHome} from '../../tools/program/home.ts'
import {fineSpread, quantile} from '../figures.ts'
import {keys, openLab} from '../prompt.ts'
import type {Measured} from '../reliability/measured.ts'
import {times} from '../scale.ts'

const rounds = 6

export async function roomKeys(): Promise<readonly Measured[]> {
  await using opened = new AsyncDisposableStack()
  const host = opened.use(await HostProcess.start(opened.use(await openHome())))
  const {port, code} = host
  const alone = opened.use(await openLab(['tour']))
  const joined = opened.use(
    await openLab(['join', `127.0.0.1:${port}`, '--code', code], async terminal => {
      await terminal.waitFor('Enter joins')
      terminal.press('enter')
    }),
  )
  const addressOf = () => ({protocol: 'pinned', host: '127.0.0.1', port}) as const
  const others = opened.use(await Crowd.join({addressOf, n: 10, within: 500, pace: 5000, code}))
  others.work()
  let said = 0
  const talking = setInterval(() => {
    host.type(`say broadcast ${said++}`)
    // An event of this learner's own: the flag goes up, or down.
    joined.press('f3')
  }, 1000)
  opened.defer(() => clearInterval(talking))
  await joined.waitFor('Instructor: broadcast')

  // Alternating, so that other load affects both.
  const [without, within]: [number[], number[]] = [[], []]
  const often = Math.ceil(times(600) / rounds)
  for (let i = 0; i < rounds; i++) {
    without.push(...(await keys(alone, often)))
    within.push(...(await keys(joined, often)))
  }
  const ratio = (share: number) => quantile(within, share) / quantile(without, share)
  const n = `${without.length} keys each`
  console.log(`\n${n}\nwithout a hub: ${fineSpread(without)}\nin a room:     ${fineSpread(within)}`)
  return [
    atMost('p50 in a room / without', n, ratio(0.5), 1.25),
    atMost('p95 in a room / without', n, ratio(0.95), 1.5),
  ]
}

function atMost(what: string, n: string, value: number, most: number): Measured {
  return {what, n, result: `${value.toFixed(2)} of ${most}`, held: value <= most}
}
