// Before the tests of pages: says in one line what they need, if it is not there.

import {chromiumPath, noChromium} from '../../tools/browser/chromium.ts'

export function setup(): void {
  if (!chromiumPath) process.stderr.write(`${noChromium}\n`)
}
