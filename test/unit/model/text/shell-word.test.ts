// Names in commands that are shown to be copied: a shell reads each as one word again.

import {execFileSync} from 'node:child_process'
import {expect, test} from 'vitest'
import {shellWord} from '../../../../src/model/text/shell-word.ts'

test.each([
  ['/tmp/session.jsonl', '/tmp/session.jsonl'],
  ['/home/me/My Documents/session.jsonl', "'/home/me/My Documents/session.jsonl'"],
  ["it's $HOME & `more`;*?.jsonl", "'it'\\''s $HOME & `more`;*?.jsonl'"],
  ['录制.jsonl', "'录制.jsonl'"],
  ['', "''"],
])('%s is typed as %s', (name, typed) => {
  expect(shellWord(name)).toBe(typed)
  expect(execFileSync('/bin/sh', ['-c', `printf %s ${typed}`], {encoding: 'utf8'})).toBe(name)
})
