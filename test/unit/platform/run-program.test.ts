import {describe, expect, it} from 'vitest'
import {isPidAlive} from '../../../src/platform/file-lock.ts'
import {runProgram} from '../../../src/platform/run-program.ts'
import {waitUntil} from '../../../src/platform/wait-until.ts'

describe('A program that runs to its end', () => {
  it('has an exit code, and what it printed is apart from its complaints', async () => {
    expect(await runProgram('sh', ['-c', 'echo one; echo two; echo oh >&2; exit 3'])).toEqual({
      exitCode: 3,
      stdout: 'one\ntwo',
      stderr: 'oh\n',
    })
  })

  it('gives its lines as they come', async () => {
    const lines: string[] = []
    await runProgram('sh', ['-c', 'echo one; printf two'], {onLine: line => lines.push(line)})
    expect(lines).toEqual(['one', 'two'])
  })

  it('runs in the given folder and in the C locale', async () => {
    const {stdout} = await runProgram('sh', ['-c', 'pwd; echo $LC_ALL'], {cwd: '/'})
    expect(stdout).toBe('/\nC')
  })
})

it('A file that does not exist is an error with its code', async () => {
  await expect(runProgram('/no/such/file', [])).rejects.toMatchObject({code: 'ENOENT'})
})

it('An abort also ends what the program has started', async () => {
  const abort = new AbortController()
  const {promise: child, resolve} = Promise.withResolvers<number>()
  const running = runProgram('sh', ['-c', 'sleep 600 & echo $!; wait'], {
    signal: abort.signal,
    onLine: line => resolve(Number(line)),
  })
  const pid = await child
  abort.abort(new Error('enough'))
  await expect(running).rejects.toThrow('enough')
  const isGone = async () => !isPidAlive(pid) || 'it runs'
  expect(await waitUntil(isGone, {within: 5000, every: 10})).toBeUndefined()
})

it('What is aborted beforehand is not started', async () => {
  const signal = AbortSignal.abort(new Error('enough'))
  // Its start would fail.
  await expect(runProgram('/no/such/file', [], {signal})).rejects.toThrow('enough')
})
