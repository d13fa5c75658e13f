// The READMEs on the page of a registry: what they show is there, with a repository and without one.

import {existsSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {readmeElsewhere} from '../../../build/readme-elsewhere.ts'

const address = (kind: string, path: string) => `https://example.org/lab/${kind}/v1.0.0/${path}`

test('Pictures and links to files lead to the repository; others stay', () => {
  const readme =
    '![a lab](docs/lab.svg)\n[guide](docs/lessons.md), [below](#keys), [npm](https://example.org), `[2](TX)`'
  expect(readmeElsewhere(readme, address)).toBe(
    '![a lab](https://example.org/lab/raw/v1.0.0/docs/lab.svg)\n[guide](https://example.org/lab/blob/v1.0.0/docs/lessons.md), [below](#keys), [npm](https://example.org), `[2](TX)`',
  )
})

test('Without a repository there are no pictures, and words in place of links', () => {
  const readme = 'One.\n\n![a lab](docs/lab.svg)\n\nTwo: [guide](docs/lessons.md), [below](#keys).\n'
  expect(readmeElsewhere(readme, undefined)).toBe('One.\n\nTwo: guide, [below](#keys).\n')
})

test.each(['README.md', 'README.zh.md'])(
  'Every picture and link to a file of %s exists here, and nothing relative is left elsewhere',
  name => {
    const readme = readFileSync(name, 'utf8')
    const linked: string[] = []
    const text = readmeElsewhere(readme, (kind, path) => {
      linked.push(path)
      return address(kind, path)
    })
    expect(linked.length).toBeGreaterThan(10)
    expect(linked.filter(path => !existsSync(path))).toEqual([])
    const relative = /\]\((?!https?:|#|TX\))/
    expect(text).not.toMatch(relative)
    expect(readmeElsewhere(readme, undefined)).not.toMatch(relative)
  },
)
