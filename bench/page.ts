// A session of real nodes under load, with a failover every two minutes, as a page: how large it is, and how long a browser takes to open it,
// beside a page of the same session's first minute. `--minutes N`, an hour by default.

import {mkdtemp, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {pathToFileURL} from 'node:url'
import {Lab} from '../src/lab/lab.ts'
import {exportPage} from '../src/lab/recording/page-file.ts'
import {readRecording} from '../src/lab/recording/recording-file.ts'
import {waitForState} from '../src/lab/run/wait-for-state.ts'
import {portOf} from '../src/model/cluster/node.ts'
import type {Recording} from '../src/model/recording/recording.ts'
import {startKeeper} from '../src/redis/keeper/keeper.ts'
import {chromiumPath, noChromium, openPage} from '../tools/browser/chromium.ts'
import {freeBase} from '../tools/servers/free-ports.ts'
import {server} from '../tools/servers/server.ts'
import {median, seconds, table} from './figures.ts'
import {minutes} from './scale.ts'

const minute = 60_000

/** What a learner's screen records: the poll of the program, the client at work, a line now and then. */
async function session(length: number, file: string) {
  const program = await server()
  const keeper = await startKeeper()
  const port = await freeBase()
  await using lab = new Lab({lessons: [], program, port, nodeTimeout: 2000, pollEvery: 200}, keeper)
  await lab.startStage('cluster')
  const {roster} = lab.state()
  const pair = (['6381', '6481'] as const).map(name => portOf(name, roster))
  await lab.run('/traffic on 50')
  for (let i = 0; i < length; i++) {
    const end = Date.now() + minute
    await lab.run(`SET visits:{foo} ${i}`)
    await lab.run('CLUSTER NODES')
    if (i % 2 === 1) {
      const [dead] = i % 4 === 1 ? pair : pair.toReversed()
      const killed = Date.now()
      await lab.run(`/kill ${dead}`)
      // The timeline keeps only the newest events, so that counting them would not do.
      const isWon = () =>
        lab.state().timeline.some(({kind, at}) => kind === 'won' && at >= killed) || 'nobody has won'
      await waitForState(lab, isWon, 20_000)
      await lab.run(`/start ${dead}`)
    }
    // The session lasts as long as it says: this is what is measured, not waited for.
    await pause(end - Date.now())
  }
  await lab.export('/export', file, 'en')
}

/** The recording up to a minute after its beginning. */
function firstMinute({segments, markers, versions}: Recording): Recording {
  const [first] = segments
  const end = (first?.first.at ?? 0) + minute
  const some = segments.filter(({first: {at}}) => at < end)
  return {segments: some, markers: markers.filter(({at}) => at < end), versions}
}

/** ms from the address until the panes are drawn, in a browser that runs; the median of five. */
async function openingOf(file: string): Promise<number> {
  const url = pathToFileURL(file).href
  await using opened = await openPage(url)
  const took: number[] = []
  for (let i = 0; i < 5; i++) {
    const began = performance.now()
    await opened.page.goto(url)
    await opened.page.locator('.pane-nodes .row').first().waitFor()
    took.push(performance.now() - began)
  }
  return median(took)
}

const folder = await mkdtemp(join(tmpdir(), 'bench-page-'))
try {
  const file = join(folder, 'session.jsonl')
  console.log(`A session of ${minutes()} min`)
  await session(minutes(), file)
  const recording = await readRecording(file)
  const size = async (name: string) => (await stat(join(folder, name))).size / 1e6
  const pages = {'whole.html': recording, 'minute.html': firstMinute(recording)}
  for (const [name, one] of Object.entries(pages))
    await exportPage({...one, lessons: [], language: 'en'}, join(folder, name))
  // One after the other: two browsers at once would slow each other down.
  const openings: number[] = []
  if (chromiumPath) for (const name of Object.keys(pages)) openings.push(await openingOf(join(folder, name)))
  if (!chromiumPath) console.log(noChromium)
  console.log(
    table([
      ['', 'whole session', 'first minute'],
      ['changes', ...Object.values(pages).map(one => one.segments.flatMap(({changes}) => changes).length)],
      ['recording', `${(await size('session.jsonl')).toFixed(1)} MB`, ''],
      [
        'page',
        ...(await Promise.all(Object.keys(pages).map(async name => `${(await size(name)).toFixed(2)} MB`))),
      ],
      ['opened in', ...openings.map(seconds)],
    ]),
  )
} finally {
  await rm(folder, {recursive: true})
}
