// The instructor's page of a room that only counts: the class is there, and nobody in it.

import {expect, test} from 'vitest'
import {seriousFaults} from '../../tools/browser/axe.ts'
import {chromiumPath, openPage} from '../../tools/browser/chromium.ts'
import {figure, shows} from '../../tools/browser/class-page.ts'
import {openHost, openLearner} from '../../tools/hub/room-terminals.ts'
import {openHome} from '../../tools/program/home.ts'
import {lastRow} from '../../tools/program/lab.ts'

/** ms: two labs and a browser, also while others have the processor */
const within = 120_000

test.skipIf(!chromiumPath)('The page of a room that only counts has sums', {timeout: within}, async () => {
  await using opened = new AsyncDisposableStack()
  const host = opened.use(await openHost(opened.use(await openHome()), ['--aggregate-only']))
  const browser = opened.use(
    await openPage(host.link, {viewport: {width: 1280, height: 800}, locale: 'en-US'}),
  )
  const {page, complaints} = browser
  await shows(page, '.pane-people', 'This room only counts: nobody has a name')

  const join = async () => opened.use(await openLearner(host))
  const [first, second] = await Promise.all([join(), join()])
  await figure(page, 'here', '2')

  await first.run('INFO replication')
  await first.waitFor('Press Enter to continue')
  await shows(page, '.pane-steps', /1 · [^\n]+\s+2 here\s+1 passed/)
  first.press('enter')
  await first.waitFor('step 2 of 4')
  await shows(page, '.pane-steps', /2 · @ and \/use: another node\s*1 here/)
  // Each step: how many were at it, tries, hints.
  await second.run('/hint')
  await shows(page, '.pane-people', /1 · [^\n]+\s2\s+0\s+1\s+2 · @ and \/use: another node\s+1\s+0\s+0/)

  second.press('f3')
  await second.waitFor('You are number 1 in the queue.')
  await figure(page, 'ask for help', '1')
  await shows(page, '.pane-help', /Number 1\s.*Each learner sees their own number/s)
  await page.getByRole('button', {name: 'I help'}).click()
  await second.waitFor('The instructor is coming to help you.')
  await page.getByRole('button', {name: 'Answered'}).click()
  await shows(page, '.pane-help', 'Nobody asks for help.')

  await page.getByRole('button', {name: 'Poll', exact: true}).click()
  await page.getByLabel('Question', {exact: true}).last().fill('Go on?')
  await page.getByLabel('Options, one a line').fill('yes\nno')
  await page.getByRole('button', {name: 'Send', exact: true}).click()
  await first.waitFor('The instructor asks: Go on?')
  await first.run('/vote 2')
  await shows(page, '.poll', /Poll, open Go on\?.*no\s*1 · 100%/s)

  await page.getByRole('button', {name: /^2 · @ and \/use/}).click()
  await page.getByRole('button', {name: 'Jump', exact: true}).click()
  await page.getByRole('button', {name: 'Send', exact: true}).click()
  await second.waitFor(screen => lastRow(screen).includes('Esc stay'))
  await second.run('/go')
  await second.waitFor('step 2 of 4')
  await shows(page, '.sent', '1 went, 0 stayed')
  await shows(page, '.pane-steps', /2 · @ and \/use: another node\s*2 here/)

  // What other rooms say of one person, or do to one, is not there.
  const read = await page.locator('body').innerText()
  expect(read).not.toMatch(/People|may be stuck|Name\b|picture|undefined|NaN/)
  for (const name of ['Search', 'Ask for a picture of their lab', 'Send out'])
    expect(await page.getByRole('button', {name}).count()).toBe(0)
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', {name: '中文'}).click()
  await shows(page, '.pane-people', '这个房间只计数')
  expect(await seriousFaults(page)).toEqual([])
  expect(complaints).toEqual([])
})
