// The progress file of a lab that is killed while it writes: always the old content or the new, never less than what was acknowledged.
// Most of the kills hit a process that does nothing but save, so that they hit the writing; the others hit `import`, at any moment of its run.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as pause} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {noProgress} from '../../src/model/progress/progress.ts'
import {parseProgress, progressText} from '../../src/model/progress/progress-file.ts'
import {openHome} from '../../tools/program/home.ts'
import {program} from '../../tools/program/lab.ts'
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

type Killed = Readonly<{bad: number; written: number; leftOver: number}>

/** Kills the process that saves in a loop. */
async function killWriters(often: number, random: (limit: number) => number): Promise<Killed> {
  const folder = await mkdtemp(join(tmpdir(), 'rcl-progress-'))
  const file = join(folder, 'progress.json')
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
  const leftOver = (await readdir(folder)).length - 1
  await rm(folder, {recursive: true})
  return {bad, written, leftOver}
}

/** Kills the program itself while it adds one step to those that the file has. */
async function killImports(often: number, random: (limit: number) => number): Promise<Killed> {
  await using home = await openHome()
  const env = {...process.env, ...home.env}
  const start = (args: readonly string[]) =>
    spawn(process.execPath, [program, ...args], {env, stdio: 'ignore'})
  const one = join(home.temp, 'one.json')
  const data = join(home.env['HOME'] ?? '', '.local', 'share', 'redis-cluster-lab')
  const file = join(data, 'progress.json')
  const step = {at: 1, seconds: 0, hints: 0, solved: false, changes: []}
  const write = (name: string) =>
    writeFile(one, progressText({...noProgress, passed: {lesson: {[name]: step}}}))
  /** ms that it takes. */
  const whole = async (name: string) => {
    await write(name)
    const begun = performance.now()
    const [code] = await once(start(['import', one]), 'close')
    if (code !== 0) throw new Error(`import ended with ${code}`)
    return performance.now() - begun
  }
  const takes = await whole('first')
  let [written, bad] = [1, 0]
  for (let i = 0; i < often; i++) {
    await write(`step${written}`)
    const child = start(['import', one])
    const closed = once(child, 'close')
    await Promise.race([pause(random(Math.ceil(takes))), closed])
    child.kill('SIGKILL')
    const [code] = await closed
    const found = await stepsIn(file)
    if (found === undefined || found < written + (code === 0 ? 1 : 0) || found > written + 1) bad += 1
    written = found ?? written
  }
  // The next one that adds something tidies up.
  await whole('last')
  const leftOver = (await readdir(data)).length - 1
  return {bad, written, leftOver}
}

export async function progress(): Promise<readonly Measured[]> {
  const chosen = seed()
  const random = randomFrom(chosen)
  const row = async (who: string, often: number, kill: typeof killWriters): Promise<Measured> => {
    const {bad, written, leftOver} = await kill(often, random)
    return {
      what: `SIGKILLs of ${who}, after which the progress file is neither the old nor the new`,
      n: `${often}, ${written} writes, seed ${chosen}`,
      result: `${bad}; ${leftOver} other files left`,
      held: bad === 0,
    }
  }
  return [
    await row('a process that saves', times(500), killWriters),
    await row('import', times(100), killImports),
  ]
}
