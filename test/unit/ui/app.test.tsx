// The whole screen, drawn by Ink on an emulated terminal: what it shows at each size, and what keys do.

import {afterEach, describe, expect, test, vi} from 'vitest'
import type {LabState} from '../../../src/model/state/lab-state.ts'
import {without} from '../../../src/model/text/objects.ts'
import type {Size} from '../../../src/views/draw/pane-sizes.ts'
import {Style} from '../../../src/views/draw/style.ts'
import {type Frame, textOf} from '../../../tools/terminal/screen.ts'
import {type OpenLab, openLab} from './open-lab.ts'
import {line, played, polled, type StateName, states} from './states.ts'
import {openTerminal, type Terminal} from './terminal.tsx'

const english = new Style({language: 'en', theme: {color: true, unicode: true}})
const chinese = new Style({...english, language: 'zh'})
const [wide, usual, small]: readonly Size[] = [
  {columns: 120, rows: 40},
  {columns: 80, rows: 24},
  {columns: 60, rows: 20},
]

const open: Terminal[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map(one => one.close()))
})

function show(state: LabState, size = wide, style = english): Readonly<{lab: OpenLab; terminal: Terminal}> {
  const lab = openLab(state)
  const terminal = openTerminal(lab.lab, style, size ?? {columns: 120, rows: 40})
  open.push(terminal)
  return {lab, terminal}
}

async function frameOf(name: StateName, size: Size, style = english): Promise<Frame> {
  return show(states[name], size, style).terminal.settled()
}

describe('The whole screen', () => {
  const sizes: readonly Size[] = [
    {columns: 120, rows: 40},
    {columns: 80, rows: 24},
    {columns: 60, rows: 20},
    {columns: 200, rows: 60},
  ]
  for (const style of [english, chinese])
    for (const size of sizes) {
      const {columns, rows} = size
      test.each<[StateName]>([['failedOver'], ['busy']])(
        `at ${columns}x${rows} in ${style.language}: %s has its first row, its prompt and its keys in their places`,
        async name => {
          const lines = textOf(await frameOf(name, size, style)).split('\n')
          expect(lines).toHaveLength(rows)
          const place = states[name].play?.lesson ?? (style.language === 'en' ? 'free play' : '自由练习')
          expect(lines[0]).toContain(place)
          expect(lines.at(-2)).toContain('127.0.0.1:6379>')
          expect(lines.at(-1)).toMatch(/F1|Ctrl-C/)
          // Every row between is used: nothing was drawn past the end, and nothing is left over.
          expect(lines.slice(1, -2).some(text => text.trim() !== '')).toBe(true)
        },
      )
    }

  test.each([
    [english, /needs 50x12.*40x10/s],
    [chinese, /50x12.*40x10/s],
  ])('at 40x10 says how large the terminal must be: %#', async (style, says) => {
    expect(textOf(await frameOf('open', {columns: 40, rows: 10}, style))).toMatch(says)
  })
})

/** The text in inverse in the rules above the panes. */
function markedTitle({cells}: Frame): string {
  const rules = cells.filter(row => row.some(({text}) => text === '─'))
  return rules.flatMap(row => row.filter(({inverse}) => inverse).map(({text}) => text)).join('')
}

describe('Panes side by side', () => {
  test.each<[Size, StateName]>([
    [{columns: 120, rows: 40}, 'open'],
    [{columns: 120, rows: 40}, 'freePlay'],
    [{columns: 200, rows: 60}, 'failedOver'],
    [{columns: 200, rows: 60}, 'freePlay'],
  ])('share one border, which meets the rules between them: %o, %s', async (size, name) => {
    const rows = textOf(await frameOf(name, size))
      .split('\n')
      .slice(1, -2)
    expect(rows.filter(row => row.includes('││'))).toEqual([])
    expect(rows[0]).toMatch(/^╭.*╮$/)
    expect(rows.at(-1)).toMatch(/^╰.*╯$/)
    expect(rows.slice(1, -1).filter(row => !/^[│├].*[│┤]$/.test(row))).toEqual([])
  })

  test('keep their places when a node dies', async () => {
    const borders = async (state: LabState) =>
      textOf(await show(state).terminal.settled()).replaceAll(/[^│├┤┬┴╭╮╰╯\n]/g, ' ')
    const healthy = played([polled('cluster')], states.failedOver)
    expect(await borders(states.failedOver)).toBe(await borders(healthy))
  })
})

describe('The panel shows', () => {
  test.each<[Style, Size | undefined, RegExp[]]>([
    [english, wide, [/link up/, /offset +behind/]],
    [english, usual, [/link up/, /offset/, /behind +0/]],
    [chinese, usual, [/连接 up/, /偏移量/, /落后 +0/]],
    [english, {columns: 200, rows: 60}, [/link up/, /offset +behind +~ behind, last \d+ s/]],
  ])('the link of a replica, its offset, and how far it is behind: %#', async (style, size, says) => {
    const screen = textOf(await frameOf('followed', size as Size, style))
    for (const words of says) expect(screen).toMatch(words)
  })

  test.each([
    ['at 120x40', wide],
    ['at 80x24', usual],
  ] as const)('which node is down and which took over, %s', async (_, size) => {
    // The step opens the timeline.
    const state = without(states.failedOver, 'play')
    const screen = textOf(await show(state, size).terminal.settled())
    expect(screen).toMatch(/6381 down \d+ s/)
    expect(screen).toMatch(/6481 ◆master/)
  })

  test('the view that the step is about, when the step begins', async () => {
    const screen = textOf(await frameOf('failedOver', {columns: 120, rows: 40}))
    expect(screen).toMatch(/Timeline/)
    expect(screen).toMatch(/this step's view · F2: others/)
  })

  test.each([
    ['at 120x40', wide],
    ['at 80x24', usual],
  ] as const)('what changed since the last line, in inverse, %s', async (_, size) => {
    const changed = (frame: Frame) =>
      frame.cells
        .slice(1, -2)
        .map(row =>
          row
            .filter(cell => cell.inverse)
            .map(cell => cell.text)
            .join(''),
        )
        .join('\n')
    expect(changed(await frameOf('syncing', size as Size))).not.toBe('')
    const before = changed(await frameOf('open', size as Size)).replace(/ (Lesson|Nodes|Redis)[^\n]*/g, '')
    expect(before.trim()).toBe('')
  })
})

describe('Looks', () => {
  const sgr = (written: string) =>
    [...written.matchAll(/\x1b\[([\d;:]*)m/g)].flatMap(([, list]) => (list || '0').split(/[;:]/).map(Number))

  test('without color with NO_COLOR, and with color otherwise', async () => {
    const {terminal} = show(
      states.syncing,
      wide,
      new Style({...english, theme: {color: false, unicode: true}}),
    )
    await terminal.settled()
    const parameters = new Set(sgr(terminal.written()))
    expect([...parameters].filter(one => one >= 30)).toEqual([])
    expect(parameters.has(7)).toBe(true)
  })

  test('with only the sixteen colors of the terminal', async () => {
    const {terminal} = show(states.failedOver)
    await terminal.settled()
    expect(
      sgr(terminal.written()).filter(
        one => one === 38 || one === 48 || (one >= 40 && one <= 49) || one >= 100,
      ),
    ).toEqual([])
  })

  test.each<[StateName, Size]>([
    ['open', wide as Size],
    ['failedOver', usual as Size],
    ['paused', small as Size],
    ['hinted', wide as Size],
    ['starting', usual as Size],
    ['open', {columns: 40, rows: 10}],
  ])('in ASCII without UTF-8: %s, %j', async (name, size) => {
    const {terminal} = show(states[name], size, new Style({...english, theme: {color: true, unicode: false}}))
    expect(textOf(await terminal.settled())).toMatch(/^[\n -~]*$/)
  })
})

describe('A line', () => {
  test('is run by Enter, even if text and Enter arrive together', async () => {
    const {terminal, lab} = show(states.open)
    terminal.type('PING\rGET k\r')
    await terminal.see(() => lab.ran.length === 2)
    expect(lab.ran).toEqual(['PING', 'GET k'])
  })

  test('is shown at the prompt with the cursor behind it', async () => {
    const {terminal} = show(states.open)
    terminal.type('GET 购物车')
    await terminal.see('127.0.0.1:6379> GET 购物车')
    const {cursor} = await terminal.settled()
    expect(cursor).toEqual({x: 1 + '127.0.0.1:6379> GET '.length + 6, y: 38, visible: true})
  })

  test('can be edited, and recalled from the history', async () => {
    const {terminal, lab} = show(states.open)
    terminal.type('GET kx\x7f\r')
    await terminal.see(() => lab.ran.length === 1)
    terminal.type('\x1b[A')
    await terminal.see('> GET k')
    expect(lab.ran).toEqual(['GET k'])
  })

  test('pasted with others waits for Enter, and the screen says so', async () => {
    const {terminal, lab} = show(states.open)
    terminal.type('\x1b[200~SET a 1\rSET b 2\r\x1b[201~')
    await terminal.see('2 lines pasted')
    expect(lab.ran).toEqual([])
    terminal.type('\r')
    await terminal.see(() => lab.ran.length === 2)
    expect(lab.ran).toEqual(['SET a 1', 'SET b 2'])
  })

  test('that begins with a slash opens the menu', async () => {
    const {terminal} = show(states.open)
    terminal.type('/')
    const screen = await terminal.see('/kill PORT')
    expect(screen).toContain('kill a node (kill -9)')
  })
})

describe('Keys', () => {
  test('F1 opens the help, and a lone Escape closes it', async () => {
    const {terminal} = show(states.open)
    terminal.type('\x1bOP')
    await terminal.see('Tab            complete')
    terminal.type('\x1b')
    await terminal.see(screen => !screen.includes('Tab            complete'))
  })

  test('/help opens it too', async () => {
    const {terminal} = show(states.open)
    terminal.type('/help\r')
    await terminal.see('Tab            complete')
  })

  test('Shift-Tab selects a pane, and Ctrl-O zooms it', async () => {
    const {terminal} = show(states.open, usual)
    await terminal.see('6379 master')
    terminal.type('\x1b[Z\x0f')
    // Every field, where a row had room for some.
    await terminal.see('master_failover_state:no-failover')
    terminal.type('\x0f')
    await terminal.see(screen => !screen.includes('master_failover_state'))
  })

  test('PgDn scrolls the lesson down, and PgUp back up', async () => {
    // The text and the task of this step fit 80x24.
    const {terminal} = show(states.open, {columns: 80, rows: 18})
    await terminal.see('6379 is the shop')
    terminal.type('\x1b[6~')
    await terminal.see(screen => !screen.includes('6379 is the shop'))
    terminal.type('\x1b[5~')
    await terminal.see('6379 is the shop')
  })

  test('PgDn scrolls the lesson also after F2 showed another view; Shift-Tab chooses another pane, and its title is marked', async () => {
    const {terminal} = show(states.open, usual)
    terminal.type('\x1bOQ')
    await terminal.see('Opinions of the nodes')
    terminal.type('\x1b[6~')
    await terminal.see(screen => !screen.includes('6379 is the shop'))
    terminal.type('\x1b[Z\x1b[Z')
    await terminal.see(/\d more lines/)
    expect(markedTitle(await terminal.settled())).toBe(' Commands and replies ')
  })

  test('Shift-Tab chooses the transcript on a large screen too, and its title is marked', async () => {
    const {terminal} = show(states.open)
    expect(markedTitle(await terminal.settled())).toBe(' Lesson · REPLICAOF: two replicas ')
    terminal.type('\x1b[Z\x1b[Z')
    await terminal.see(() => true)
    expect(markedTitle(await terminal.settled())).toBe(' Commands and replies ')
  })

  test('/help opens the help at its top, even if it was scrolled before', async () => {
    const {terminal} = show(states.open, small)
    terminal.type('\x1bOP\x1b[6~\x1b[6~')
    await terminal.see(screen => !screen.includes('Tab            complete'))
    terminal.type('\r/help\r')
    await terminal.see('Tab            complete')
  })

  test('PgUp scrolls to the top of a transcript that has the screen to itself, and a line down is a single line', async () => {
    const {terminal} = show(states.busy, small)
    terminal.type('\x1b[Z')
    await terminal.see('> ECHO hostile')
    terminal.type('\x1b[5~'.repeat(60))
    await terminal.see('> INFO')
    terminal.type('\x1b[1;2B')
    await terminal.see(screen => !screen.includes('> INFO'))
  })

  test('Enter opens the next step when the step is passed', async () => {
    const {terminal, lab} = show(states.passed)
    terminal.type('\r')
    await terminal.see(() => lab.ran.length > 0)
    expect(lab.ran).toEqual(['/next'])
  })

  test('Ctrl-C cancels what runs, otherwise shows how to leave, and then leaves', async () => {
    const busy = show(states.busy)
    busy.terminal.type('\x03')
    await busy.terminal.see(() => busy.lab.ran.includes('cancel'))
    const calm = show(states.open)
    calm.terminal.type('\x03')
    await calm.terminal.see('Press Ctrl-C again to leave')
    calm.terminal.type('\x03')
    expect(await calm.terminal.ended).toBeUndefined()
  })

  test.each([
    ['Ctrl-D', '\x04'],
    ['/quit', '/quit\r'],
    ['exit', 'exit\r'],
  ])('%s leaves the lab', async (_, keys) => {
    const {terminal} = show(states.open)
    terminal.type(keys)
    expect(await terminal.ended).toBeUndefined()
  })
})

describe('The screen follows the lab', () => {
  test('when the nodes change, and when a reply arrives', async () => {
    const {terminal, lab} = show(states.open)
    await terminal.see(' · 6380 follows 6379')
    lab.happen(...line('REPLICAOF 127.0.0.1 6379', {type: 'status', text: 'OK'}), polled('replicas', 300))
    await terminal.see(' ✔ 6380 follows 6379')
    await terminal.see(/> REPLICAOF 127.0.0.1 6379 /)
  })

  test('and draws a reply at once, even right behind the echo of a key', async () => {
    vi.useFakeTimers({toFake: ['Date', 'setTimeout', 'clearTimeout']})
    const {terminal, lab} = show(states.open)
    const written = async (text: string) => {
      while (!terminal.written().includes(text)) await new Promise(setImmediate)
    }
    await written('127.0.0.1:6379>')
    vi.advanceTimersByTime(100)
    terminal.type('xyz')
    await written('xyz')
    lab.happen(...line('PING', {type: 'status', text: 'PONG'}))
    await new Promise(setImmediate)
    vi.advanceTimersByTime(1)
    const whole = terminal.written()
    // The emulator draws what it got, or it would never be done.
    vi.runOnlyPendingTimers()
    vi.useRealTimers()
    expect(whole).toContain('PONG')
  })

  // A frame costs far more than asking the views again.
  test('and draws nothing if a poll shows no change', async () => {
    const {terminal, lab} = show(states.open)
    await terminal.settled()
    const before = terminal.written().length
    for (let i = 1; i <= 20; i++) lab.happen(polled('masters', i * 200))
    await terminal.settled()
    expect(terminal.written().slice(before)).toBe('')
  })

  test('and ends with the reason if the nodes are lost', async () => {
    const {terminal, lab} = show(states.open)
    const why = new Error('the keeper is gone')
    lab.lose(why)
    expect(await terminal.ended).toBe(why)
  })

  test('and the size of the terminal', async () => {
    const {terminal} = show(states.open)
    await terminal.see('Nodes · Shift-Tab')
    terminal.resize({columns: 40, rows: 10})
    await terminal.see('The lab needs 50x12')
    terminal.resize({columns: 80, rows: 24})
    await terminal.see('6481 master')
    expect(
      textOf(await terminal.settled())
        .split('\n')
        .at(-1),
    ).toContain('F1 help')
  })

  test.each([
    ['busy', english],
    ['busy', chinese],
    ['failedOver', chinese],
  ] as const)('and a new width: %s is drawn as in a window that was opened so', async (name, style) => {
    // Since the recording: a command waits, and the clock goes on.
    const shown = (frame: Frame) => textOf(frame).replace(/\d{5,}/, 'many')
    const {terminal} = show(states[name], {columns: 120, rows: 24}, style)
    for (const columns of [111, 80, 79, 60, 110, 81, 80, 120]) {
      await terminal.settled()
      terminal.resize({columns, rows: 24})
      const opened = await frameOf(name, {columns, rows: 24}, style)
      expect(shown(await terminal.settled())).toBe(shown(opened))
    }
  })
})

test('/copy asks the terminal to put the last reply into the clipboard', async () => {
  const {terminal} = show(states.followed)
  await terminal.settled()
  terminal.type('/copy\r')
  await terminal.see(() => terminal.written().includes(`\x1b]52;c;${btoa('OK')}\x07`))
})

test('Leaving gives the terminal back as it was', async () => {
  const {terminal} = show(states.open)
  await terminal.settled()
  terminal.type('\x04')
  await terminal.ended
  for (const [on, off] of [
    ['\x1b[?1049h', '\x1b[?1049l'],
    ['\x1b[?2004h', '\x1b[?2004l'],
  ] as const) {
    const written = terminal.written()
    expect(written.lastIndexOf(off)).toBeGreaterThan(written.lastIndexOf(on))
  }
})
