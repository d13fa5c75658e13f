// A lab that is demonstrated, at a hub that answers, is silent, goes and comes back.

import {createServer, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {expect, test} from 'vitest'
import type {StageDoor} from '../../../src/model/workshop/demonstration.ts'
import {Demonstrator} from '../../../src/workshop/demonstrator.ts'

type Asked = Readonly<{at: number; what: string; key: string; text: string}>

/** `answers`: whether a request is ever answered. */
async function openHub(key: string, answers = true) {
  const asked: Asked[] = []
  const server = createServer(async (request, response: ServerResponse) => {
    let text = ''
    for await (const chunk of request) text += chunk
    asked.push({
      at: performance.now(),
      what: `${request.method} ${request.url}`,
      key: request.headers.authorization ?? '',
      text,
    })
    if (answers) response.end('{}')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const door: StageDoor = {port: (server.address() as AddressInfo).port, key}
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return {asked, door, close}
}

const screen = (text: string) => ({columns: 100, lines: [[{text, tone: 'plain' as const}]]})

test('shows each change, at most four times a second, with the key; what stays the same now and then; and says when it ends', async () => {
  const hub = await openHub('key')
  let n = 0
  const shown: boolean[] = []
  const demonstrator = new Demonstrator({
    door: async () => hub.door,
    screen: () => screen(`${Math.min(n++, 2)}`),
    onShown: isShown => shown.push(isShown),
  })
  await expect.poll(() => hub.asked.length).toBe(4)
  await demonstrator[Symbol.asyncDispose]()
  hub.close()
  expect(hub.asked.map(({what, text}) => `${what} ${/text":"(\d)/.exec(text)?.[1] ?? ''}`)).toEqual([
    ...['0', '1', '2', '2'].map(text => `PUT /v1/demo ${text}`),
    'DELETE /v1/demo ',
  ])
  expect(new Set(hub.asked.map(({key}) => key))).toEqual(new Set(['Bearer key']))
  const [first = 0, second = 0, third = 0, fourth = 0] = hub.asked.map(({at}) => at)
  // A timer may be a moment early.
  expect(Math.min(second - first, third - second)).toBeGreaterThan(230)
  expect(fourth - third).toBeGreaterThan(1900)
  expect(shown).toEqual([true])
})

test('a hub that is opened again is found with its new key, and the lab hears of both', async () => {
  const first = await openHub('first')
  let door: StageDoor | undefined = first.door
  const shown: boolean[] = []
  const demonstrator = new Demonstrator({
    door: async () => door,
    screen: () => screen(`${Date.now()}`),
    onShown: isShown => shown.push(isShown),
  })
  await expect.poll(() => shown).toEqual([true])
  first.close()
  door = undefined
  await expect.poll(() => shown).toEqual([true, false])
  const second = await openHub('second')
  door = second.door
  await expect.poll(() => shown).toEqual([true, false, true])
  expect(second.asked[0]?.key).toBe('Bearer second')
  await demonstrator[Symbol.asyncDispose]()
  second.close()
})

test('a hub that never answers holds nothing up: neither the lab nor its end', async () => {
  const hub = await openHub('key', false)
  const demonstrator = new Demonstrator({
    door: async () => hub.door,
    screen: () => screen('a'),
    onShown: () => undefined,
  })
  await expect.poll(() => hub.asked.length).toBe(1)
  const began = performance.now()
  await demonstrator[Symbol.asyncDispose]()
  expect(performance.now() - began).toBeLessThan(2000)
  hub.close()
})
