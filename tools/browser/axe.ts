// What axe finds on a page, of the kinds that keep somebody out.

import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import type {AxeResults} from 'axe-core'
import type {Page} from 'playwright-core'

/** One line for each serious or critical fault. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  // Not by a script element, which the policy of the page forbids.
  await page.evaluate(source)
  const {violations} = (await page.evaluate('axe.run()')) as AxeResults
  return violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .flatMap(({id, nodes}) =>
      nodes.map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
    )
}
