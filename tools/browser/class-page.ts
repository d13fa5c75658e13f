// What a person reads on the instructor's page.

import type {Page} from 'playwright-core'
import {expect} from 'vitest'

/** ms; the hub sends changes a few times a second, and whether a line has passed the step is known after some seconds */
const timeout = 20_000

/** Waits until the first of these places has these words. */
export async function shows(page: Page, place: string, words: string | RegExp): Promise<void> {
  await expect.poll(() => page.locator(place).first().innerText(), {timeout}).toMatch(words)
}

/** Waits for one of the figures at the top, by its words. */
export async function figure(page: Page, words: string, value: string): Promise<void> {
  const name = page.locator('dt').filter({hasText: new RegExp(`^\\s*${words}$`)})
  const box = page.locator('.figure').filter({has: name}).locator('dd')
  await expect.poll(() => box.innerText(), {timeout}).toBe(value)
}
