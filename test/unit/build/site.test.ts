// The site is that of today, its links lead somewhere, and its pages bring nothing from elsewhere.

import {existsSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {type ListedLesson, sitePages} from '../../../build/site-pages.ts'
import {recordings} from '../../../build/site-words.ts'
import {lessons} from '../../../lessons/index.ts'
import {stepsThatCount} from '../../../src/model/lesson/lesson.ts'
import type {Language} from '../../../src/model/text/messages.ts'

const site = 'docs/site'
const read = (file: string) => readFileSync(file, 'utf8')

/** As `list --json` prints it. */
const listed = (language: Language): readonly ListedLesson[] =>
  lessons.map(lesson => ({
    id: lesson.id,
    title: lesson.words[language].title,
    summary: lesson.words[language].summary,
    steps: stepsThatCount(lesson).length,
  }))

const pages = sitePages({
  lessons: {en: listed('en'), zh: listed('zh')},
  guides: {en: read('docs/workshop.md'), zh: read('docs/workshop.zh.md')},
  colors: read('src/web/draw/page.css'),
  styles: read('build/site.css'),
})

test('It is made from the lessons, guides and pictures of today; after a change: npm run site', () => {
  const stale = [...pages].filter(([name, page]) => read(join(site, name)) !== page).map(([name]) => name)
  expect(stale).toEqual([])
  for (const ending of ['', '-zh'])
    expect(read(join(site, `lab${ending}.svg`))).toBe(read(`docs/failover${ending}.svg`))
})

test('Its links lead to pages that exist, and nothing is loaded from elsewhere', () => {
  const faults = [...pages].flatMap(([name, page]) => {
    const links = [...page.matchAll(/(href|src)="([^"]+)"/g)].map(([, kind, to = '']) => ({kind, to}))
    const inside = links.filter(({to}) => !/^(#|data:|https?:)/.test(to))
    const loaded = links.filter(({kind, to}) => kind === 'src' && /^https?:/.test(to))
    const anchors = links.filter(
      ({to}) => to.startsWith('#') && !page.includes(`id="${decodeURI(to.slice(1))}"`),
    )
    const missing = inside.filter(({to}) => !existsSync(join(site, to)))
    return [...missing, ...loaded, ...anchors].map(({to}) => `${name}: ${to}`)
  })
  expect(faults).toEqual([])
  expect([...pages.values()].filter(page => page.includes('<script'))).toEqual([])
})

test('Its recordings stay small', () => {
  const sizes = recordings.map(({name}) => statSync(join(site, `${name}.html`)).size)
  expect(Math.max(...sizes)).toBeLessThan(700_000)
})
