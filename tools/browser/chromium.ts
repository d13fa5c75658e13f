// A real Chromium without a window, for tests of pages.

import {existsSync} from 'node:fs'
import {type Browser, type BrowserContextOptions, chromium, type Page} from 'playwright-core'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser that CHROMIUM names, or one at a usual place; undefined if there is none. */
export const chromiumPath = [process.env['CHROMIUM'] ?? '', ...usual].find(existsSync)

export const noChromium =
  'No Chromium was found, so the tests of pages are skipped: install Debian’s chromium, or name one in CHROMIUM.'

export type OpenedPage = AsyncDisposable & Readonly<{page: Page; complaints: readonly string[]}>

/** `complaints`: what the page wrote to the console, threw, or asked anybody for but the server that it came from. */
export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath ?? '',
    // The sandbox needs rights that a container does not give; the pages are our own.
    args: ['--no-sandbox'],
  })
  const page = await browser.newPage(options)
  const complaints: string[] = []
  page.on('console', message => complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', error => complaints.push(error.message))
  page.on('request', request => {
    if (request.url() !== url && !request.url().startsWith('data:') && !isFrom(url, request.url()))
      complaints.push(`asked for ${request.url()}`)
  })
  await page.goto(url)
  return {page, complaints, [Symbol.asyncDispose]: () => browser.close()}
}

/** A file comes from no server. */
function isFrom(url: string, asked: string): boolean {
  const {protocol, origin} = new URL(url)
  return protocol.startsWith('http') && new URL(asked).origin === origin
}
