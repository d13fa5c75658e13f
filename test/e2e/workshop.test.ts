// A workshop of the built program: a host and two labs in three terminals, through a flag, a broadcast, a jump, a hub that is killed and one that
// comes back.

import {expect, test} from 'vitest'
import {openHost} from '../../tools/hub/room-terminals.ts'
import {type Home, openHome} from '../../tools/program/home.ts'
import {labIn, lastRow, openCommand} from '../../tools/program/lab.ts'
import {freeBase} from '../../tools/servers/free-ports.ts'
import type {Terminal} from '../../tools/terminal/terminal.ts'

const ctrlC = '\x03'

test('a room is joined, led, lost and found again', async () => {
  await using opened = new AsyncDisposableStack()
  const start = async (home: Home, args: readonly string[], columns: number) =>
    opened.use(await openCommand(home, args, {columns, rows: columns === 80 ? 24 : 40}))
  const newHome = async () => opened.use(await openHome())
  const [hostHome, enHome, zhHome] = await Promise.all([newHome(), newHome(), newHome()])
  // Another room on this computer must not take its port while it is away.
  const port = ['--port', `${await freeBase()}`]
  const firstHost = opened.use(await openHost(hostHome, port))
  const {shown, address, code} = firstHost
  const [, words = ''] = /every learner's screen: (.+)/.exec(shown) ?? []

  // A typing mistake is told before anything is asked or shown to compare.
  const mistyped = await start(enHome, ['join', address, '--code', 'ZZZZZZ'], 120)
  expect(await mistyped.exit).toMatchObject({code: 1})
  expect(mistyped.screen()).toMatch(/^You are not in: there is no room with this code/)

  const join = async (home: Home, language: 'en' | 'zh') => {
    const args = ['join', address, '--code', code, '--lang', language]
    const terminal = await start(home, args, language === 'zh' ? 80 : 120)
    // What is sent is said, and the words can be compared, before anything is.
    const consent = await terminal.waitFor(/Enter joins|按 Enter 加入/)
    expect(consent).toContain(words)
    expect(firstHost.screen()).toContain('0 here')
    return terminal
  }
  const terminals = await Promise.all([join(enHome, 'en'), join(zhHome, 'zh')])
  for (const terminal of terminals) terminal.press('enter')
  const [en, zh] = await Promise.all([labIn(terminals[0]), labIn(terminals[1])])
  await firstHost.waitFor('2 here')

  // A newcomer hears that the room is locked before anything is asked or said of them.
  const say = (host: Terminal, line: string) => host.type(`${line}\r`)
  say(firstHost, 'lock')
  await firstHost.waitFor('The room takes nobody new.')
  const late = await start(await newHome(), ['join', address, '--code', code], 120)
  expect(await late.exit).toMatchObject({code: 1})
  expect(late.screen()).toMatch(/^You are not in: the room takes nobody new/)

  en.press('f3')
  await en.waitFor(/⌂ room ⚑/)
  await firstHost.waitFor(/1 asks for help/)

  say(firstHost, 'say Good morning')
  await Promise.all([en.waitFor('Instructor: Good morning'), zh.waitFor('讲师：Good morning')])

  say(firstHost, 'goto tour other')
  await zh.waitFor(screen => lastRow(screen).includes('Enter 跟随讲师'))
  // An Enter that was on its way is no answer; /go is.
  await zh.run('/go')
  await zh.waitFor('第 2 步，共 4 步')

  firstHost.kill()
  await Promise.all([en.waitFor('hub away'), zh.waitFor('服务端离线')])
  // What is done meanwhile arrives when the hub is back.
  zh.press('f3')
  const secondHost = opened.use(await openHost(hostHome, port))
  await Promise.all([en, zh].map(lab => lab.waitUntilGone(/hub away|服务端离线/)))
  const [, again] = /code (\S+)/.exec(await secondHost.waitFor('2 ask for help')) ?? []
  expect(again).toBe(code)
  say(secondHost, 'queue')
  await secondHost.waitFor(/1\. .* · tour, step 1 \([^)]+\) · .*\n2\. .* · tour, step 2 \([^)]+\) · /)

  // A learner who is sent out keeps the lab.
  const [, name = ''] = /1\. (\w+ \w+) · tour, step 1 /.exec(secondHost.screen()) ?? []
  say(secondHost, `picture ${name}`)
  await en.waitFor('asks for one picture of your screen')
  await en.run('/share yes')
  await secondHost.waitFor(`End of the picture of ${name}.`)
  // It has the colors of a lab in this terminal.
  expect(secondHost.cellOf('●').foreground).toBe(en.cellOf('●').foreground)
  expect(secondHost.cellOf('127.0.0.1').foreground).toBe(en.cellOf('127.0.0.1').foreground)

  say(secondHost, `kick ${name}`)
  await secondHost.waitFor(`This sends ${name} out.`)
  say(secondHost, `kick ${name}`)
  await en.waitFor('the instructor has sent you out')
  await en.run('PING')
  await en.waitFor('PONG')

  say(secondHost, 'end now')
  await zh.waitFor('工作坊结束了')
  expect(zh.screen()).not.toContain('连接已结束')
  // From now on nothing is sent, and nothing is offered.
  zh.press('f3')
  await zh.waitFor('不再发送任何内容：工作坊已结束。')
  expect(zh.screen()).not.toMatch(/⚑|F3/)

  for (const lab of [en, zh]) lab.type('/quit\r')
  await zh.exit
  const left = await start(zhHome, ['leave', address, '--erase', '--lang', 'zh'], 80)
  expect(await left.exit).toMatchObject({code: 0})
  expect(left.screen()).toMatch(/^服务端已删除你的全部数据/)
  secondHost.type(ctrlC)
  await secondHost.waitFor('Press Ctrl-C again')
  secondHost.type(ctrlC)
  const exits = await Promise.all([en.exit, zh.exit, secondHost.exit])
  expect(exits.map(({code: exit}) => exit)).toEqual([0, 0, 0])
})

test('a lab that is closed and opened again finds what it left in the room, and what became of its question', async () => {
  await using opened = new AsyncDisposableStack()
  const home = opened.use(await openHome())
  const host = opened.use(await openHost(opened.use(await openHome())))
  const size = {columns: 120, rows: 40}
  const join = ['join', host.address, 'tour']
  const asks = / · 1 asks for help/
  const say = (line: string) => host.type(`${line}\r`)
  const first = opened.use(await openCommand(home, [...join, '--code', host.code], size))
  await first.waitFor('Enter joins')
  first.press('enter')
  const lab = await labIn(first)
  say('say Good morning')
  say('unlock hint tour other')
  say('timer 20 coffee')
  say('poll Which? | this | that')
  await lab.waitFor('The instructor asks: Which?')
  lab.press('f3')
  await host.waitFor(asks)
  lab.type('/quit\r')
  await lab.exit

  const second = await labIn(opened.use(await openCommand(home, join, size)))
  await second.waitFor(
    /You have asked for help[\s\S]*The instructor asks: Which\?[\s\S]* (?:is left|from now): coffee/,
  )
  await second.waitFor(/⌂ room ⚑/)
  await second.run('/vote 2')
  await second.run('/room')
  await second.waitFor(/\d\d:\d\d {2}Good morning/)
  await second.run('/flag none')
  await host.waitUntilGone(asks)
  say('votes')
  await host.waitFor(/that: 1 vote/)
  second.press('f3')
  await host.waitFor(asks)
  second.type('/quit\r')
  await second.exit

  say('claim 2')
  say('answer 2')
  await host.waitUntilGone(asks)
  const third = await labIn(opened.use(await openCommand(home, join, size)))
  await third.waitFor('Your question is closed; your flag is down.')
  await third.waitUntilGone('⚑')
  await host.waitFor('1 here')
  expect(host.screen()).not.toMatch(asks)

  // Leaving ends the membership; what the hub has can be deleted later, too.
  const leave = async (...options: readonly string[]) => {
    const terminal = opened.use(await openCommand(home, ['leave', host.address, ...options], size))
    const {code} = await terminal.exit
    return `${code} ${terminal.screen()}`
  }
  expect(await leave()).toMatch(/^1 A lab on this computer is in this room: process \d+\./)
  third.type('/quit\r')
  await third.exit
  expect(await leave()).toMatch(/^0 You have left the room\./)
  expect(await leave()).toMatch(/^0 You have left the room\./)
  const stranger = opened.use(await openCommand(home, [...join, '--code', host.code], size))
  await stranger.waitFor('Enter joins')
  stranger.type('n\r')
  await stranger.exit
  expect(await leave('--erase')).toMatch(/^0 The hub has deleted everything about you/)
  say('people')
  await host.waitFor('Nobody is here yet')
  expect(await leave()).toMatch(/^1 This computer is not a member of a room/)
})
