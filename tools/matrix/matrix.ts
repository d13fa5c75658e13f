// The lab on every server that Debian has: `npm run matrix [-- NAME… --only lessons|tests --solutions --without FOLDER]` fetches each, plays all lessons on it,
// runs the tests of test/redis, and prints a table and the counts. Exit code 1 if anything failed; the logs that the table names say what.

import {execFile} from 'node:child_process'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {parseArgs, promisify} from 'node:util'
import envPaths from 'env-paths'
import {fetchFromArchive, nameOf, type Source, sources} from './archive.ts'

type Target = Readonly<{name: string; server: string; version: string; log: string; report: string}>
type Outcome = Readonly<{passed: number; failed: number; words: string; seconds: number}>
type Run = Readonly<{target: Target; lessons: Outcome; tests: Outcome}>

const cache = join(envPaths('redis-cluster-lab', {suffix: ''}).cache, 'matrix')

async function targetOf(source: Source): Promise<Target> {
  const server = await fetchFromArchive(source, cache)
  const {stdout} = await promisify(execFile)(server, ['--version'])
  const file = join(cache, nameOf(source).replace('/', '-'))
  const target = {
    name: nameOf(source),
    server,
    version: /v=(\S+)/.exec(stdout)?.[1] ?? stdout.trim(),
    log: `${file}.log`,
    report: `${file}.json`,
  }
  await writeFile(target.log, '')
  return target
}

type Printed = Readonly<{ok: boolean; printed: string; seconds: number}>

/** Runs a program of this project with this server, and adds what it prints to the log. */
async function run({server, log}: Target, program: string, args: readonly string[]): Promise<Printed> {
  const begun = performance.now()
  const env = {...process.env, REDIS_CLUSTER_LAB_SERVER: server, NO_COLOR: '1'}
  const options = {env, maxBuffer: 2 ** 28}
  const {ok, printed} = await promisify(execFile)(process.execPath, [program, ...args], options)
    .then(({stdout, stderr}) => ({ok: true, printed: stdout + stderr}))
    .catch(error => ({ok: false, printed: `${error.stdout ?? ''}${error.stderr ?? error}`}))
  await writeFile(log, printed, {flag: 'a'})
  return {ok, printed, seconds: (performance.now() - begun) / 1000}
}

async function playLessons(target: Target): Promise<Outcome> {
  const {ok, printed, seconds} = await run(target, 'bin/redis-cluster-lab.js', [
    'check',
    ...(values.solutions ? ['--solutions'] : []),
  ])
  const verdicts = [...printed.matchAll(/^(ok|FAILED) .*?(?:, (\d+) paths run)?,/gm)]
  const good = verdicts.filter(([, verdict]) => verdict === 'ok')
  const paths = good.reduce((sum, [, , n]) => sum + Number(n ?? 0), 0)
  const failed = Math.max(verdicts.length - good.length, ok ? 0 : 1)
  return {passed: good.length, failed, words: `${good.length} lessons, ${paths} paths`, seconds}
}

/** Tests that are the same whatever the server. */
const elsewhere = ['install']

async function runTests(target: Target): Promise<Outcome> {
  const {report} = target
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const {ok, seconds} = await run(target, 'node_modules/vitest/vitest.mjs', [
    'run',
    '--project',
    'redis',
    ...[...elsewhere, ...values.without].flatMap(folder => ['--exclude', `test/redis/${folder}/**`]),
    ...reporters,
  ])
  const {numPassedTests = 0, numFailedTests = 0} = JSON.parse(
    await readFile(report, 'utf8').catch(() => '{}'),
  )
  const failed = Math.max(numFailedTests, ok ? 0 : 1)
  return {passed: numPassedTests, failed, words: `${numPassedTests} tests`, seconds}
}

function rowOf({target, lessons, tests}: Run): readonly string[] {
  const cell = (outcome: Outcome) => {
    const {failed, words, seconds} = outcome
    return outcome === notRun
      ? ''
      : `${failed === 0 ? 'ok' : `${failed} FAILED`}, ${words}, ${seconds.toFixed()} s`
  }
  const good = lessons.failed + tests.failed === 0
  return [target.name, target.version, cell(lessons), cell(tests), good ? '' : target.log]
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map(row => row[i]?.length ?? 0))) ?? []
  const padded = rows.map(row => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
  for (const line of padded) console.log(line.trimEnd())
}

const {values, positionals: wanted} = parseArgs({
  allowPositionals: true,
  // `--solutions`: of the lessons, each solution once. `--without`: folders of test/redis to leave out beside those of `elsewhere`.
  options: {
    only: {type: 'string'},
    solutions: {type: 'boolean', default: false},
    without: {type: 'string', multiple: true, default: []},
  },
})
const unknown = wanted.filter(name => !sources.some(source => nameOf(source) === name))
if (unknown.length > 0) {
  console.error(`no such server: ${unknown.join(', ')}; there are ${sources.map(nameOf).join(', ')}`)
  process.exit(1)
}
await mkdir(cache, {recursive: true})
const targets: Target[] = []
for (const source of sources) {
  if (wanted.length === 0 || wanted.includes(nameOf(source))) targets.push(await targetOf(source))
}
const notRun: Outcome = {passed: 0, failed: 0, words: '–', seconds: 0}
const unless = (only: string, work: (target: Target) => Promise<Outcome>) =>
  values.only === only ? async () => notRun : work
const play = unless('tests', playLessons)
const test = unless('lessons', runTests)
const runs: Run[] = []
// One after another: both use as many cores as there are.
for (const target of targets) runs.push({target, lessons: await play(target), tests: await test(target)})
print([['server', 'version', 'check', 'test/redis', 'log'], ...runs.map(rowOf)])
const sum = (count: 'passed' | 'failed') =>
  runs.reduce((total, run) => total + run.lessons[count] + run.tests[count], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1
