// Runs the real redis-cli for what only it can do (`--cluster check`), hands on what it prints, and answers its questions.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import type {Readable} from 'node:stream'
import {fromBuffer, losslessText} from '../../model/protocol/bytes.ts'
import {LabError} from '../../model/text/lab-error.ts'
import type {Program} from '../keeper/keeper-messages.ts'

/** ms without output; with --cluster redis-cli asks one node after the other without a limit, so a paused node would block it forever. */
const patience = {reading: 10_000, moving: 60_000}

export type CliEvents = Readonly<{
  /** Called with whole lines, as they come. */
  onLines: (lines: readonly string[]) => void
  /** Called when it waits for an answer, with the line that asks. */
  onQuestion: (question: string) => void
}>

export type RunningCli = Readonly<{
  answer: (line: string) => void
  /** Resolves to the exit code. @throws LabError on timeout, or when the signal aborts. */
  ended: Promise<number>
}>

/** How the cluster manager's questions end. Source: redis-cli.c, 7.0; the same in every later version. */
const question =
  /(?:\(from 1 to \d+\)\? |receiving node ID\? |Source node #\d+: |\(yes\/no\)\? |\(type 'yes' to accept\): )$/

/** @throws LabError if there is no redis-cli. */
export function runRedisCli(
  {path, cli, libraryPath}: Program,
  words: readonly string[],
  signal: AbortSignal,
  {onLines, onQuestion}: CliEvents,
): RunningCli {
  if (cli === undefined) throw new LabError('shell.noCli', {server: path})
  const library = libraryPath === undefined ? {} : {LD_LIBRARY_PATH: libraryPath}
  // A dumb terminal keeps redis-cli from printing colors.
  const env = {...process.env, ...library, TERM: 'dumb'}
  const child = spawn(cli, words, {env, signal, killSignal: 'SIGKILL', stdio: 'pipe'})
  const limit = limitFor(words, () => child.kill('SIGKILL'))
  child.stdout.on('data', limit.restart)
  const stdout = lineReader(child.stdout, onLines, text => {
    if (!question.test(text)) return
    limit.pause()
    onQuestion(text)
  })
  const stderr = lineReader(child.stderr, onLines)
  // It may end without reading an answer.
  child.stdin.on('error', () => undefined)
  const ended = async () => {
    const [code] = await once(child, 'close').finally(limit.pause)
    for (const {flush} of [stdout, stderr]) flush()
    if (limit.isOver()) throw new LabError('shell.late', {seconds: limit.ms / 1000})
    return code ?? 1
  }
  return {
    answer(line) {
      limit.restart()
      stdout.answered(line)
      child.stdin.write(`${line}\n`)
    },
    ended: ended().catch(error => {
      throw signal.aborted ? new LabError('shell.cancelled') : error
    }),
  }
}

/** Kills what has been silent for too long; time that passes over a question does not count. */
function limitFor(words: readonly string[], kill: () => void) {
  const ms = ['--cluster-yes', 'create', 'reshard'].some(word => words.includes(word))
    ? patience.moving
    : patience.reading
  let [isOver, timer] = [false, undefined as NodeJS.Timeout | undefined]
  const pause = () => clearTimeout(timer)
  const restart = () => {
    pause()
    if (!words.includes('--cluster')) return
    timer = setTimeout(() => {
      isOver = true
      kill()
    }, ms)
  }
  restart()
  return {ms, pause, restart, isOver: () => isOver}
}

/** Hands on whole lines of a stream; `onRest` gets what has begun behind them. */
function lineReader(
  stream: Readable,
  onLines: CliEvents['onLines'],
  onRest: (text: string) => void = () => undefined,
) {
  let rest = ''
  stream.on('data', chunk => {
    const lines = (rest + fromBuffer(chunk)).split('\n')
    rest = lines.pop() ?? ''
    if (lines.length > 0) onLines(lines.map(losslessText))
    if (rest !== '') onRest(losslessText(rest))
  })
  return {
    /** The answer ends the line of its question, as in a terminal. */
    answered(line: string) {
      onLines([losslessText(rest) + line])
      rest = ''
    },
    flush() {
      if (rest !== '') onLines([losslessText(rest)])
      rest = ''
    },
  }
}
