// The lab on every server that Debian has: `npm run matrix [-- NAME…]` fetches each, plays all lessons on it, runs the tests of test/redis, and
// prints a table. Exit code 1 if anything failed; what failed is in the logs that the table names.

import {execFile} from 'node:child_process'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import envPaths from 'env-paths'
import {fetchFromArchive, nameOf, type Source, sources} from './archive.ts'

type Outcome = Readonly<{ok: boolean; counts: string; seconds: number}>
type Row = Readonly<{name: string; version: string; lessons: Outcome; tests: Outcome; log: string}>

const cache = join(envPaths('redis-cluster-lab', {suffix: ''}).cache, 'matrix')

async function run(source: Source): Promise<Row> {
  const name = nameOf(source)
  const server = await fetchFromArchive(source, cache)
  const {stdout} = await promisify(execFile)(server, ['--version'])
  const version = /v=(\S+)/.exec(stdout)?.[1] ?? stdout.trim()
  const log = join(cache, `${name.replace('/', '-')}.log`)
  await writeFile(log, '')
  console.error(`${name} ${version} … ${log}`)
  const lessons = await outcomeOf(log, server, 'bin/redis-cluster-lab.js', ['check'], countLessons)
  const report = join(cache, `${name.replace('/', '-')}.json`)
  const vitest = [
    'run',
    '--project',
    'redis',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const tests = await outcomeOf(log, server, 'node_modules/vitest/vitest.mjs', vitest, () =>
    countTests(report),
  )
  return {name, version, lessons, tests, log}
}

async function outcomeOf(
  log: string,
  server: string,
  program: string,
  args: readonly string[],
  count: (printed: string) => string | Promise<string>,
): Promise<Outcome> {
  const begun = performance.now()
  const env = {...process.env, REDIS_CLUSTER_LAB_SERVER: server, NO_COLOR: '1'}
  const {ok, printed} = await promisify(execFile)(process.execPath, [program, ...args], {
    env,
    maxBuffer: 2 ** 28,
  })
    .then(({stdout, stderr}) => ({ok: true, printed: stdout + stderr}))
    .catch(error => ({ok: false, printed: `${error.stdout ?? ''}${error.stderr ?? error}`}))
  await writeFile(log, printed, {flag: 'a'})
  return {ok, counts: await count(printed), seconds: (performance.now() - begun) / 1000}
}

function countLessons(printed: string): string {
  const played = [...printed.matchAll(/^(ok|FAILED) .*?(?:, (\d+) paths run)?,/gm)]
  const good = played.filter(([, verdict]) => verdict === 'ok')
  const paths = good.reduce((sum, [, , n]) => sum + Number(n), 0)
  return `${good.length}/${played.length} lessons, ${paths} paths`
}

async function countTests(report: string): Promise<string> {
  const {numPassedTests, numFailedTests} = JSON.parse(await readFile(report, 'utf8').catch(() => '{}'))
  return `${numPassedTests} passed, ${numFailedTests} failed`
}

function rowOf({name, version, lessons, tests, log}: Row): readonly string[] {
  const cell = ({ok, counts, seconds}: Outcome) => `${ok ? 'ok' : 'FAILED'} ${counts}, ${seconds.toFixed()} s`
  return [name, version, cell(lessons), cell(tests), lessons.ok && tests.ok ? '' : log]
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map(row => row[i]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !sources.some(source => nameOf(source) === name))
if (unknown.length > 0) {
  console.error(`no such server: ${unknown.join(', ')}; there are ${sources.map(nameOf).join(', ')}`)
  process.exit(1)
}
await mkdir(cache, {recursive: true})
const rows: Row[] = []
for (const source of sources) {
  if (wanted.length === 0 || wanted.includes(nameOf(source))) rows.push(await run(source))
}
print([['server', 'version', 'check', 'test/redis', 'log'], ...rows.map(rowOf)])
process.exitCode = rows.every(({lessons, tests}) => lessons.ok && tests.ok) ? 0 : 1
