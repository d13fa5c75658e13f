// Lines typed or pasted at a terminal.

import {PassThrough} from 'node:stream'
import type {ReadStream} from 'node:tty'
import {expect, test} from 'vitest'
import {openKeyboard, typedLine} from '../../../src/plain/keyboard.ts'

test('readline sees no U+2028 and U+2029, at which it would end the line, and the line has them again', async () => {
  const modes: boolean[] = []
  const stdin = Object.assign(new PassThrough(), {setRawMode: (mode: boolean) => void modes.push(mode)})
  const keyboard = openKeyboard(stdin as unknown as ReadStream)
  const typed = 'SET k "a\u2028FLUSHALL\u2029书"'
  // The first character is cut between two chunks.
  const bytes = Buffer.from(typed)
  for (const part of [bytes.subarray(0, 9), bytes.subarray(9)]) stdin.write(part)
  stdin.end()
  let read = ''
  for await (const chunk of keyboard) read += String(chunk)
  expect(read).not.toMatch(/[\u2028\u2029]/)
  expect(typedLine(read)).toBe(typed)
  keyboard.setRawMode(true)
  keyboard.release()
  expect([modes, stdin.isPaused()]).toEqual([[true], true])
})
