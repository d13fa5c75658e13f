// What a lab records of real nodes: no password, whatever was typed.

import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {until} from '../../src/lab/until.ts'
import {step} from '../../src/model/lesson.ts'
import {healthy, ownLesson} from './own-lessons.ts'
import {startLab} from './started-lab.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recording-test-'))
})
afterEach(() => rm(folder, {recursive: true}))

it('A recording of a session in which passwords were typed holds none of them', async () => {
  const lesson = ownLesson('secrets', [step(healthy)])
  await using world = await startLab(lesson)
  const {lab} = world
  await lab.open('secrets')
  await until(lab, ({play}) => play?.phase === 'open' || 'preparing', 5000)
  const {base} = lab.state()
  const lines = [
    'CONFIG SET requirepass hunter2',
    'CONFIG GET requirepass',
    'AUTH hunter2',
    'AUTH hunter2 too many',
    'ACL SETUSER ann on >hunter2 ~* +@all',
    'ACL SETUSER ann >hunter2 nonsense:hunter2',
    'HELLO 3 AUTH ann hunter2',
    'CONFIG GET *',
    'MULTI',
    'CONFIG GET requirepass',
    'EXEC',
    `@${base} AUTH ann hunter2`,
    `redis-cli -p ${base} -a hunter2 PING`,
    `redis-cli -p ${base} --pass hunter2 --cluster check 127.0.0.1:${base}`,
    `redis-cli -p ${base} AUTH hunter2`,
    '"AUTH hunter2',
    'CONFIG REWRITE',
    `/conf ${base}`,
    'CONFIG SET requirepass ""',
  ]
  for (const line of lines) await lab.run(line)
  const file = join(folder, 'secrets.jsonl')
  await lab.run(`/export ${file}`)
  const recording = await readFile(file, 'utf8')
  expect(JSON.stringify(lab.state()).includes('hunter2')).toBe(true)
  expect(recording.split('\n').filter(text => text.includes('hunter2'))).toEqual([])
  expect(recording).toContain('"typed":"AUTH …"')
})
