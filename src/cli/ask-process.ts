// Work in a process of its own, whose memory goes with it; what a program itself has loaded stays as long as it runs.

import {fork} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'
import {LabError} from '../model/text/lab-error.ts'
import type {Message} from '../model/text/messages.ts'

type Outcome<Result> = Readonly<{result: Result} | {refused: Message}>

/**
 * Resolves to what `file`, which calls `answerAsProcess`, makes of `question`; both go as JSON.
 * @throws LabError as thrown there, and Error if it ends without a result
 */
export async function askProcess<Result>(file: URL, question: unknown): Promise<Result> {
  const child = fork(fileURLToPath(file), {execArgv: []})
  const {promise, resolve, reject} = Promise.withResolvers<Outcome<Result>>()
  child.once('message', outcome => resolve(outcome as Outcome<Result>)).once('error', reject)
  child.once('exit', (code, signal) =>
    reject(new Error(`${fileURLToPath(file)} ended with ${signal ?? code} before it had a result`)),
  )
  child.send(question as object)
  const outcome = await promise
  if ('result' in outcome) return outcome.result
  throw LabError.of(outcome.refused)
}

/** The other side: sends what `work` makes of the question, and ends, whatever `work` has left open; so it does if nobody waits any more. */
export async function answerAsProcess<Question, Result>(
  work: (question: Question) => Promise<Result>,
): Promise<void> {
  process.once('disconnect', () => process.exit())
  const [question] = await once(process, 'message')
  const outcome = await work(question as Question)
    .then(result => ({result}))
    .catch(error => {
      // A class does not survive the way; what it says does.
      if (error instanceof LabError) return {refused: error.reason}
      throw error
    })
  process.send?.(outcome, () => process.disconnect())
}
