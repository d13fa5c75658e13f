// The progress file of a lab that is killed while it writes: always the old content or the new, never less than what was acknowledged.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {parseProgress} from '../../src/model/progress/progress-file.ts'
import {randomFrom} from '../../tools/random.ts'
import {seed, times} from '../scale.ts'
import type {Measured} from './measured.ts'

const source = fileURLToPath(new URL('../../src', import.meta.url))
/** Passes one step after the other, and prints how many are written. */
const writer = `
const {addProgress} = await import('${source}/lab/files/progress-file.ts')
const {noProgress} = await import('${source}/model/progress/progress.ts')
const [file, from] = process.argv.slice(1)
const step = {at: 0, seconds: 0, hints: 0, solved: false, changes: []}
for (let n = Number(from); ; n++) {
  await addProgress(file, {...noProgress, passed: {lesson: {['step' + n]: step}}}, [])
  process.stdout.write(n + 1 + '\\n')
}
`

/** The number of steps in the file; undefined if it cannot be read. */
async function stepsIn(file: string): Promise<number | undefined> {
  const parsed = parseProgress(await readFile(file, 'utf8').catch(() => '{"version":3,"passed":{}}'))
  return 'fault' in parsed ? undefined : Object.keys(parsed.progress.passed['lesson'] ?? {}).length
}

export async function progress(): Promise<Measured> {
  const chosen = seed()
  const random = randomFrom(chosen)
  const folder = await mkdtemp(join(tmpdir(), 'rcl-progress-'))
  const file = join(folder, 'progress.json')
  const often = times(500)
  let [written, bad] = [0, 0]
  for (let i = 0; i < often; i++) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer, file, `${written}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    child.stdout.on('data', data => {
      printed += data
    })
    await once(child.stdout, 'data')
    await pause(random(40))
    child.kill('SIGKILL')
    await once(child, 'close')
    const acknowledged = Number(printed.trim().split('\n').at(-1))
    const found = await stepsIn(file)
    if (found === undefined || found < acknowledged || found > acknowledged + 1) bad += 1
    written = found ?? acknowledged
  }
  await rm(folder, {recursive: true})
  return {
    what: 'SIGKILLs amid writes of the progress file, after which it is neither the old nor the new',
    n: `${often}, ${written} writes, seed ${chosen}`,
    result: `${bad}`,
    held: bad === 0,
  }
}
