// The numbers of a hub, for those on its own computer.

import {expect, test} from 'vitest'
import {batchOf, hint, joinRequest, openRoom, type TestRoom} from '../../../tools/hub/room.ts'
import {startSocketServer} from '../../../tools/servers/socket-server.ts'

async function metrics({ask}: TestRoom, headers: Readonly<Record<string, string>> = {}) {
  const {status, text} = await ask('GET', '/metrics', {headers})
  const rows = text.split('\n').filter(row => row !== '' && !row.startsWith('#'))
  return {
    status,
    text,
    values: Object.fromEntries(rows.map(row => row.split(/ (?=[^ ]+$)/))) as Record<string, string>,
  }
}

test('A hub tells its numbers to its own computer alone, and names nobody', async () => {
  await using redis = await startSocketServer()
  await using room = await openRoom({socket: redis.socket})
  const ada = await room.join({name: 'Ada'})
  await room.join()
  const events = {token: ada.token, body: batchOf('00000001', 0, hint(1), {kind: 'flag', flag: 'help'})}
  await room.ask('POST', '/v1/events', events)
  await room.ask('POST', '/v1/events', {token: '0'.repeat(32), body: {}})
  for (let n = 0; n < 3; n++) await room.ask('POST', '/v1/join', {body: joinRequest('ZZZZZZ')})
  await expect.poll(async () => (await metrics(room)).values['rcl_hub_help']).toBe('1')
  const {status, text, values} = await metrics(room)
  expect(status).toBe(200)
  expect(values).toMatchObject({
    'rcl_hub_learners{state="here"}': '2',
    'rcl_hub_learners{state="away"}': '0',
    rcl_hub_streams: '0',
    rcl_hub_events_total: '2',
    'rcl_hub_refused_total{reason="token"}': '1',
    'rcl_hub_refused_total{reason="code"}': '3',
  })
  expect(Number(values['rcl_hub_read_lag_seconds'])).toBeLessThan(5)
  expect(Number(values['process_resident_memory_bytes'])).toBeGreaterThan(2 ** 20)
  for (const secret of ['Ada', ada.learner, ada.token, ada.device, room.room])
    expect(text).not.toContain(secret)

  const strangers = [
    {host: 'hub.example.org'},
    {host: '192.0.2.7'},
    {'x-forwarded-for': '192.0.2.7'},
    {forwarded: 'for=192.0.2.7'},
  ]
  for (const headers of strangers) expect((await metrics(room, headers)).status).toBe(404)

  redis.child.kill('SIGSTOP')
  await expect
    .poll(async () => Number((await metrics(room)).values['rcl_hub_read_lag_seconds']), {timeout: 10_000})
    .toBeGreaterThan(3)
  redis.child.kill('SIGCONT')
  await expect
    .poll(async () => Number((await metrics(room)).values['rcl_hub_read_lag_seconds']))
    .toBeLessThan(3)
})
