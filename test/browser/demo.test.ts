// The instructor's own lab on the projector: the built program's host and lab, and its page in a real browser.

import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {seriousFaults} from '../../tools/browser/axe.ts'
import {chromiumPath, openPage} from '../../tools/browser/chromium.ts'
import {openHost} from '../../tools/hub/room-terminals.ts'
import {runCommand} from '../../tools/program/command.ts'
import {openHome} from '../../tools/program/home.ts'
import {labIn, openCommand} from '../../tools/program/lab.ts'

const sizes = [
  {width: 1280, height: 800},
  {width: 1920, height: 1080},
]

/** ms: a host, a lab and a browser, also while other programs have the processor */
const within = 120_000

test.skipIf(!chromiumPath)('A lab is demonstrated', {timeout: within}, async () => {
  await using opened = new AsyncDisposableStack()
  const home = opened.use(await openHome())
  const noHost = await runCommand(home, ['demo'])
  expect([noHost.code, noHost.stderr]).toEqual([1, expect.stringContaining('`redis-cluster-lab host`')])

  const {link} = opened.use(await openHost(home))
  const {page, complaints} = opened.use(await openPage(link, {viewport: sizes[0] ?? null, locale: 'en-US'}))
  await page.goto(new URL('/#demo', page.url()).href)
  await shows(page, /No lab is being demonstrated\..*redis-cluster-lab demo/s)
  expect(await seriousFaults(page)).toEqual([])

  const lab = await labIn(opened.use(await openCommand(home, ['demo', 'failover', '--node-timeout', '1000'])))
  await lab.waitFor("The workshop's page shows this lab")
  await lab.skipQuestions()
  await lab.run('AUTH s3cret')
  await lab.run('@{6379} CLUSTER KEYSLOT on-the-projector')
  await shows(page, 'CLUSTER KEYSLOT on-the-projector')
  expect(await text(page)).not.toContain('s3cret')
  for (const size of sizes) await fits(page, size)

  await lab.run('/kill 6381')
  await shows(page, new RegExp(`${lab.port('6381')} is marked fail`))
  // From the opinions to the slots and the timeline.
  lab.press('f2')
  await shows(page, new RegExp(`${lab.port('6481')}.*10923-16383`))
  lab.press('f2')
  await shows(page, `${lab.port('6481')} replaced ${lab.port('6381')}`)
  await page.getByRole('button', {name: '中文'}).click()
  await page.getByRole('button', {name: '深色'}).click()
  expect(await seriousFaults(page)).toEqual([])

  lab.type('/quit')
  lab.press('enter')
  await shows(page, '演示已结束：实验室已关闭。')
  expect(complaints).toEqual([])
})

function text(page: Page): Promise<string> {
  return page.locator('main').innerText()
}

async function shows(page: Page, words: string | RegExp): Promise<void> {
  await expect.poll(() => text(page)).toMatch(words)
}

/** All cells are in the window, and as large as they can be. */
async function fits(page: Page, size: Readonly<{width: number; height: number}>): Promise<void> {
  await page.setViewportSize(size)
  const used = () =>
    page.locator('.screen').evaluate(screen => {
      const [box, lines] = [screen.getBoundingClientRect(), screen.firstElementChild?.getBoundingClientRect()]
      const rows = 28 / screen.querySelectorAll('.row').length
      return lines ? Math.max(lines.width / box.width, (lines.height * rows) / box.height) : 0
    })
  await expect.poll(used).toBeGreaterThan(0.97)
  expect(await used()).toBeLessThanOrEqual(1)
}
