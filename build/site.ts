// Makes the site in docs/site: pages for people who look before they install. Static, without a script of its own, in English and Chinese.
// node build/site.ts, with the program built; the recordings beside the pages come from recorded-pages.ts.

import {execFileSync} from 'node:child_process'
import {copyFileSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Language} from '../src/model/text/fill.ts'
import {type ListedLesson, sitePages} from './site-pages.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const site = join(root, 'docs/site')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** What `list` prints for somebody who has not begun. */
function lessons(language: Language): readonly ListedLesson[] {
  const program = join(root, 'bin/redis-cluster-lab.js')
  const env = {...process.env, XDG_DATA_HOME: join(tmpdir(), 'nobody')}
  const printed = execFileSync(process.execPath, [program, 'list', '--json', '--lang', language], {env})
  const rows: readonly (Omit<ListedLesson, 'steps'> & {steps: readonly unknown[]})[] = JSON.parse(
    String(printed),
  )
  return rows.map(({id, title, summary, steps}) => ({id, title, summary, steps: steps.length}))
}

const pages = sitePages({
  lessons: {en: lessons('en'), zh: lessons('zh')},
  guides: {en: read('docs/workshop.md'), zh: read('docs/workshop.zh.md')},
  colors: read('src/web/draw/page.css'),
  styles: read('build/site.css'),
})
for (const [name, text] of pages) writeFileSync(join(site, name), text)
copyFileSync(join(root, 'docs/failover.svg'), join(site, 'lab.svg'))
copyFileSync(join(root, 'docs/failover-zh.svg'), join(site, 'lab-zh.svg'))
