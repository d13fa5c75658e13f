// A page whose recording cannot be read to its end.

import {existsSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {exportPage} from '../../../src/lab/recording/page-file.ts'
import type {Segment} from '../../../src/model/recording/recording.ts'
import {initialState} from '../../../src/model/state/initial-state.ts'
import {LabError} from '../../../src/model/text/lab-error.ts'

test('A part that cannot be read is the reason why there is no page, and leaves no file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'page-file-'))
  const file = join(folder, 'session.html')
  function* segments(): Generator<Segment> {
    yield {first: {at: 1, state: initialState()}, changes: [], to: 1}
    throw new LabError('recorder.unreadable', {cause: 'unexpected end of file'})
  }
  const paged = {segments: segments(), markers: [], versions: {}, lessons: [], language: 'en'} as const
  await expect(exportPage(paged, file)).rejects.toThrow('Cannot read this part of the recording')
  expect(existsSync(file)).toBe(false)
  await rm(folder, {recursive: true})
})
