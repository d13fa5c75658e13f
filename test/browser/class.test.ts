// A small workshop of the built program, led from the instructor's page in a real browser, with three real labs.

import {readFile} from 'node:fs/promises'
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {seriousFaults} from '../../tools/browser/axe.ts'
import {chromiumPath, openPage} from '../../tools/browser/chromium.ts'
import {figure, shows} from '../../tools/browser/class-page.ts'
import {openHost, openLearner} from '../../tools/hub/room-terminals.ts'
import {openHome} from '../../tools/program/home.ts'
import {type Lab, lastRow} from '../../tools/program/lab.ts'
import {freeBase} from '../../tools/servers/free-ports.ts'

/** A name may have 24 characters. */
const hostile = '=<img/src onerror=x()>'

/** ms: three labs, a hub that is killed, and a browser, also while others have the processor */
const within = 120_000

test.skipIf(!chromiumPath)('The instructor leads a room from the page', {timeout: within}, async () => {
  await using opened = new AsyncDisposableStack()
  const hostHome = opened.use(await openHome())
  // Another room on this computer must not take its port while it is away.
  const hostArgs = ['--port', `${await freeBase()}`]
  const firstHost = opened.use(await openHost(hostHome, hostArgs))
  const {link, code} = firstHost

  const browser = opened.use(await openPage(link, {viewport: {width: 1280, height: 800}, locale: 'en-US'}))
  const {page} = browser
  expect(new URL(page.url()).pathname).toBe('/')
  await shows(page, 'header', code)
  await shows(page, '.pane-people', 'Nobody is in the room yet.')

  const join = async (...args: string[]) => opened.use(await openLearner(firstHost, args, {columns: 130}))
  const labs = await Promise.all([
    join(),
    join('failover', '--name', 'Ada'),
    join('failover', '--name', hostile),
  ])
  const [lab, ada, eve] = labs
  await figure(page, 'here', '3')
  // What somebody calls themselves is text.
  await shows(page, '.pane-people', hostile)
  expect(await page.locator('img').count()).toBe(0)

  const predicts = async (learner: Lab, answer: string) => {
    await learner.skipQuestions()
    await learner.waitFor('Answer 1-3')
    await learner.run(answer)
  }
  // On every node; on one that is in charge.
  await Promise.all([predicts(ada, '3'), predicts(eve, '1')])
  for (const line of ['@{6379} CLUSTER NODES', 'CLUSTER INFO', 'PING']) await ada.run(line)

  lab.press('f3')
  await figure(page, 'ask for help', '1')
  const help = '.pane-help'
  await page.getByRole('button', {name: 'I help'}).click()
  await lab.waitFor('The instructor is coming to help you.')
  await shows(page, help, 'You help')
  await page.getByRole('button', {name: 'Answered'}).click()
  await lab.waitFor('your flag is down')
  await shows(page, help, 'Nobody asks for help.')

  await page.getByLabel('A sentence; it stays in the log of every lab').fill('Good morning')
  await page.keyboard.press('Enter')
  await Promise.all(labs.map(one => one.waitFor('Instructor: Good morning')))
  await shows(page, '.sent', 'Good morning')
  const outcome = page.locator('.send-form .actions .small')
  await expect.poll(() => outcome.count()).toBe(1)

  // Whether a line has passed the step is known after some seconds.
  await figure(page, 'may be stuck', '1')
  await shows(page, help, /Ada.*Gossip.*3 tries, not passed yet.*not met yet: a replica was asked, too/s)
  await shows(page, '.pane-steps', /1 · Gossip: where the nodes are listed\s*2 here/)
  await shows(page, '.pane-questions', /Where does a Redis Cluster keep the list/)
  await shows(page, '.pane-questions', /2 of 3 answered\. Split: let neighbors discuss/)

  await page.getByLabel('Lesson').selectOption('tour')
  await page.getByRole('button', {name: /^2 · @ and \/use/}).click()
  await page.getByRole('button', {name: 'Jump', exact: true}).click()
  // In this form nothing was sent yet.
  await expect.poll(() => outcome.count()).toBe(0)
  await page.getByRole('button', {name: 'Send', exact: true}).click()
  await lab.waitFor(screen => lastRow(screen).includes('Enter'))
  await lab.run('/go')
  await lab.waitFor('step 2 of 4')
  await shows(page, '.pane-steps', /2 · @ and \/use: another node\s*1 here/)
  await shows(page, '.sent', '1 went, 0 stayed')

  await seesPicture(page, lab)

  await page.getByRole('button', {name: 'Poll', exact: true}).click()
  await page.getByLabel('Question', {exact: true}).last().fill('Go on?')
  await page.getByLabel('Options, one a line').fill('yes\nno')
  await page.getByRole('button', {name: 'Send', exact: true}).click()
  await lab.waitFor('The instructor asks: Go on?')
  await lab.run('/vote 2')
  await shows(page, '.poll', /Poll, open Go on\?.*no\s*1 · 100%/s)
  await page.getByRole('button', {name: 'Close and show everybody'}).click()
  await shows(page, '.poll', 'Poll, closed')
  await expect.poll(() => page.locator('.poll button').count()).toBe(0)

  firstHost.kill()
  await shows(page, 'header', 'The hub does not answer; the labs go on.')
  await Promise.all(labs.map(one => one.waitFor('hub away')))
  lab.press('f3')
  await lab.waitFor(/hub away.*⚑|⚑.*hub away/)
  opened.use(await openHost(hostHome, hostArgs))
  await page.getByText('The hub does not answer').waitFor({state: 'detached', timeout: 30_000})
  await figure(page, 'ask for help', '1')
  await exports(page)
  await changesTheHelpersCode(page)
  await Promise.all([isAccessible(page), ...labs.map(one => one.waitUntilGone('hub away', {within: 30_000}))])
  const refused = browser.complaints.filter(one => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED/.test(one))
  expect(refused).toEqual([])
})

/** One picture of a lab, after its learner has agreed. */
async function seesPicture(page: Page, lab: Lab): Promise<void> {
  const row = page.locator('.rows tbody tr').filter({hasText: '@ and /use'})
  await row.getByRole('button').click()
  await page.getByRole('button', {name: 'Ask for a picture of their lab'}).click()
  await lab.waitFor('asks for one picture of your screen')
  await shows(page, 'dialog', 'Asked; they agree or decline.')
  expect(await page.locator('dialog .row').count()).toBe(0)
  await lab.run('/share yes')
  await shows(page, 'dialog', new RegExp(`${lab.port('6379')} +master`))
  // In its colors.
  await shows(page, 'dialog .row .bright', 'tour')
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', {name: 'Close'}).click()
  // The focus is where it was.
  await expect.poll(() => row.getByRole('button').evaluate(one => one === document.activeElement)).toBe(true)
}

async function exports(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Room'}).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', {name: 'Export as CSV'}).click()
  const text = await readFile(await (await downloading).path(), 'utf8')
  expect(text).toMatch(/^at,learner,name,kind,/)
  expect(text).toContain(`,'${hostile},`)
  expect(text).not.toContain(`,${hostile}`)
  await page.keyboard.press('Escape')
}

async function changesTheHelpersCode(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Room'}).click()
  const line = page.getByText('Code for helpers:')
  const before = await line.textContent()
  await page.getByRole('button', {name: 'New code for helpers'}).click()
  await expect.poll(() => line.textContent()).not.toBe(before)
  await page.keyboard.press('Escape')
}

/** The page and the projector, in both languages and both schemes. */
async function isAccessible(page: Page): Promise<void> {
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', {name: '中文'}).click()
  await page.getByRole('button', {name: '深色'}).click()
  await shows(page, '.pane-people', '学员（3）')
  expect(await seriousFaults(page)).toEqual([])
  await page.goto(new URL('/#projector', page.url()).href)
  await page.reload()
  await shows(page, '.projector', /npx redis-cluster-lab join .*3 人已加入.*Go on\?.*no\s*1 人 · 100%/s)
  // What was chosen holds in the other window, too.
  expect(await page.locator('html').getAttribute('data-scheme')).toBe('dark')
  expect(await seriousFaults(page)).toEqual([])
  // Nobody's name, and no helper's code.
  expect(await page.locator('.projector').innerText()).not.toMatch(/Ada|img/)
}
