// A real failover, recorded, exported as a page and played in a real browser: it shows what the terminal's replay shows.

import {readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {seriousFaults} from '../../tools/browser/axe.ts'
import {chromiumPath, type OpenedPage, openPage} from '../../tools/browser/chromium.ts'
import {runCommand} from '../../tools/program/command.ts'
import {type Home, openHome} from '../../tools/program/home.ts'
import {openCommand, openLab} from '../../tools/program/lab.ts'
import type {Terminal} from '../../tools/terminal/terminal.ts'

/** How many moments are compared: of what a recording is sent for, twenty. */
const moments = {nodes: 20, timeline: 20, opinions: 8, slots: 8, traffic: 8, transcript: 8} as const
const hostile = '<img/src=x/onerror=document.title=1>'

let home: Home
let recording = ''
let url = ''
let ports: Readonly<Record<'dead' | 'heir', string>>

describe.skipIf(!chromiumPath)('A recorded failover as a page', () => {
  beforeAll(async () => {
    home = await openHome()
    recording = join(home.temp, 'failover.jsonl')
    await using lab = await openLab(['sandbox', '--node-timeout', '1000'], {home, columns: 120, rows: 40})
    ports = {dead: lab.filled('{6381}'), heir: lab.filled('{6481}')}
    await lab.run('/traffic on 50')
    await lab.run(`SET ${hostile} 主从`)
    await lab.run('/kill {6381}')
    await lab.run('/view timeline')
    await lab.waitFor(/no writes for/, {within: 30_000})
    await lab.run('GET 键')
    await lab.run(`/export ${recording}`)
    await lab.run(`/export ${join(home.temp, 'from-the-lab.html')}`)
    lab.press('ctrl-d')
    await lab.exit
    const {code, stderr} = await runCommand(home, ['export-html', recording])
    expect([code, stderr]).toEqual([0, expect.stringContaining('It plays in any browser')])
    url = pathToFileURL(recording.replace('.jsonl', '.html')).href
  })

  afterAll(() => home[Symbol.asyncDispose]())

  test('each of its views has, at twenty moments, the text of the terminal’s replay', async () => {
    await using opened = await openPlayer({viewport: {width: 1000, height: 1400}})
    const {page} = opened
    await page.getByRole('button', {name: 'Every field'}).click()
    const columns = Number(await page.locator('#other .measured').getAttribute('data-columns'))
    const size = {columns: columns + 2, rows: 140}
    await using terminal = await openCommand(home, ['replay', recording], size)
    await terminal.waitFor('Space play')
    terminal.press('ctrl-o')
    for (const view of ['nodes', 'opinions', 'slots', 'timeline', 'traffic'] as const) {
      if (view !== 'nodes') await page.locator(`#tab-${view}`).click()
      // Among the tabs ← and → choose a tab.
      await page.locator('h1').click()
      await compareAtMoments(page, terminal, view)
      terminal.press('f2')
    }
    terminal.press('shift-tab')
    await compareAtMoments(page, terminal, 'transcript')
    expect(opened.complaints).toEqual([])
  })

  test('it plays, stops, and goes from event to event with the keys of the replay; what it reaches is in the list and is said', async () => {
    await using opened = await openPlayer()
    const {page} = opened
    const current = page.locator('.pane-events [aria-current=step]')
    await page.keyboard.press('Home')
    await expect.poll(() => position(page)).toMatch(/^0:00\.00 of /)
    const events = page.locator('.pane-events li')
    expect(await events.count()).toBeGreaterThan(8)
    await events
      .filter({hasText: `${ports.dead} was killed`})
      .getByRole('button')
      .click()
    await expect.poll(() => current.textContent()).toContain(`${ports.dead} was killed`)
    await expect.poll(() => page.locator('[aria-live]').textContent()).toBe(`${ports.dead} was killed`)
    await page.keyboard.press('ArrowUp')
    // That its replica lost the link may be heard before the kill or after it: then no event is current here.
    await expect.poll(() => current.filter({hasText: 'was killed'}).count()).toBe(0)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => current.textContent()).toContain(`${ports.dead} was killed`)
    await page.locator('body').click()
    await page.keyboard.press('Home')
    await page.keyboard.press('+')
    await page.keyboard.press('Space')
    await expect.poll(() => position(page)).toMatch(/ 2x$/)
    await expect.poll(() => position(page)).not.toMatch(/^0:00/)
    await page.getByRole('button', {name: 'Pause (Space)'}).click()
    const stopped = await position(page)
    await page.getByRole('button', {name: 'Play (Space)'}).waitFor()
    await page.keyboard.press('End')
    await expect.poll(() => position(page)).not.toBe(stopped)
    await expect.poll(() => text(page, 'nodes')).toContain(`✖ ${ports.dead} down`)
    const lastRow = page.locator('.pane-transcript .row').last()
    expect(await lastRow.evaluate(row => row.getBoundingClientRect().bottom)).toBeLessThanOrEqual(
      await page.locator('footer').evaluate(foot => foot.getBoundingClientRect().top),
    )
    await expect.poll(() => text(page, 'other')).toContain(`${ports.heir} replaced ${ports.dead}`)
    expect(opened.complaints).toEqual([])
  })

  test.each([
    ['light', {width: 1280, height: 800}],
    ['dark', {width: 390, height: 844}],
  ] as const)(
    'in %s colors at %o axe finds nothing serious, and nothing sticks out',
    async (colorScheme, viewport) => {
      await using opened = await openPlayer({colorScheme, viewport})
      const {page} = opened
      await page.keyboard.press('End')
      for (const name of ['中文', 'English']) {
        await page.getByRole('button', {name}).click()
        for (const view of ['opinions', 'timeline']) {
          await page.locator(`#tab-${view}`).click()
          expect(await seriousFaults(page)).toEqual([])
        }
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
          0,
        )
      }
      expect(await page.evaluate('document.documentElement.dataset.scheme')).toBe(colorScheme)
      expect(opened.complaints).toEqual([])
    },
  )

  test('it speaks Chinese too, and the text of a key stays text', async () => {
    await using opened = await openPlayer()
    const {page} = opened
    await page.getByRole('button', {name: '中文'}).click()
    await page.keyboard.press('End')
    await expect.poll(() => page.title()).toBe('redis-cluster-lab 实验记录')
    await expect.poll(() => text(page, 'other')).toContain(`${ports.heir} 接替 ${ports.dead}`)
    expect(await text(page, 'transcript')).toContain(hostile)
    expect(await page.locator('img').count()).toBe(0)
    expect(opened.complaints).toEqual([])
  })

  test('it holds everything in itself, and its policy allows nothing else', async () => {
    const html = await readFile(recording.replace('.jsonl', '.html'), 'utf8')
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? []
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'$/,
    )
    expect(html.match(/(?:src|href)="/g)).toBeNull()
    expect((await stat(join(home.temp, 'from-the-lab.html'))).size).toBeGreaterThan(400_000)
    const again = await runCommand(home, ['export-html', recording])
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('already exists')])
  })
})

/** The page, once it has unpacked the recording: before, it takes no keys. */
async function openPlayer(options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const opened = await openPage(url, options)
  await opened.page.getByRole('slider').waitFor()
  return opened
}

/** Where the page says it is: `0:12.30 of 1:01.02  1x`. */
async function position(page: Page): Promise<string> {
  return (await page.getByRole('slider').getAttribute('aria-valuetext')) ?? ''
}

/** The rows of a pane, without blanks at their ends. */
async function text(page: Page, pane: string): Promise<string> {
  const rows = await page.locator(`.pane-${pane} .row`).allTextContents()
  return rows.map(row => row.trimEnd()).join('\n')
}

/** Goes through the events on both, from the beginning, and compares the pane. */
async function compareAtMoments(page: Page, terminal: Terminal, view: keyof typeof moments) {
  await page.keyboard.press('Home')
  terminal.press('home')
  const pane = view === 'nodes' || view === 'transcript' ? view : 'other'
  let place = await position(page)
  let way: readonly [string, 'down' | 'left'] = ['ArrowDown', 'down']
  for (let i = 0; i < moments[view]; i++) {
    const screen = await terminal.waitFor(shown => shown.includes(place))
    await expect.poll(() => position(page)).toBe(place)
    const rows = (await text(page, pane)).trimEnd()
    expect(inner(screen), `${view} at ${place}`).toContain(rows)
    const before = place
    while ((await position(page)) === before) {
      // From event to event; from the last one back, change by change.
      if (await isAtEnd(page)) way = ['ArrowLeft', 'left']
      const at = await page.getByRole('slider').inputValue()
      await page.keyboard.press(way[0])
      terminal.press(way[1])
      await expect.poll(() => page.getByRole('slider').inputValue()).not.toBe(at)
    }
    place = await position(page)
  }
}

async function isAtEnd(page: Page): Promise<boolean> {
  const slider = page.getByRole('slider')
  return (await slider.inputValue()) === (await slider.getAttribute('max'))
}

/** The screen without the space at the left of each pane. */
function inner(screen: string): string {
  return screen
    .split('\n')
    .map(row => row.replace(/^ /, '').trimEnd())
    .join('\n')
}
