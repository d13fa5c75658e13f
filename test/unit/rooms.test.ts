// The drawing of the house: which room may import which, and which packages. Every import counts, type imports too.

import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {allImports, filesIn, type Import, isOurs, longest, root} from '../../tools/imports.ts'

/** From the ground up: a room imports only from lines above its own. Rooms on one line do not see each other. */
const floors = [
  ['src/platform'],
  ['src/model/text'],
  ['src/model/protocol', 'src/model/workshop'],
  ['src/model/cluster'],
  ['src/model/commands', 'src/model/timeline'],
  ['src/model/lesson'],
  ['src/model/state'],
  ['src/model/explain', 'src/model/prompt', 'src/model/recording', 'src/model/progress'],
  ['src/model/update'],
  ['src/author.ts'],
  ['src/redis/install', 'src/redis/keeper', 'src/views/draw', 'src/replay', 'src/pack', 'lessons'],
  ['src/redis/wires', 'src/program'],
  ['src/redis/nodes', 'src/views'],
  ['src/redis/client'],
  ['src/redis/traffic'],
  ['src/lab/run'],
  ['src/lab/recording', 'src/lab/files'],
  ['src/lab'],
  ['src/ui/terminal', 'src/plain', 'src/check', 'src/workshop', 'src/hub', 'src/desk', 'src/web/draw'],
  ['src/web/player', 'src/web/class'],
  ['src/ui/state'],
  ['src/ui/views'],
  ['src/ui/screen'],
  ['src/ui'],
  ['src/cli'],
  ['src/cli/commands'],
  ['src/cli/main.ts'],
]

/** The packages, and `node:`, that a room may import. The longest name that fits decides; none: only rooms of this project. */
const packages: Readonly<Record<string, readonly string[]>> = {
  'src/platform': ['node:'],
  // A schema is a type and its check in one text, and does nothing but compute.
  'src/model/workshop': ['valibot'],
  'src/redis': ['node:', 'ioredis'],
  'src/views': ['string-width'],
  'src/pack': ['node:'],
  'src/lab': ['node:'],
  'src/ui': ['ink', 'react'],
  'src/plain': ['node:'],
  'src/workshop': ['node:', 'eventsource-parser'],
  'src/hub': ['node:', 'hono', '@hono/node-server', 'ioredis', 'rate-limiter-flexible'],
  'src/desk': ['node:'],
  'src/web': ['preact', '@preact/signals', 'uqr'],
  'src/cli': ['node:', 'env-paths', 'uqr'],
}

/** Whole folders that a room never imports, though they lie below it. */
const closed: Readonly<Record<string, readonly string[]>> = {
  'src/model': ['src/platform'],
  'src/views': ['src/platform', 'src/redis'],
  'src/program': ['src/platform', 'src/redis', 'src/pack', 'lessons'],
  lessons: ['src/platform', 'src/redis', 'src/views', 'src/pack'],
  'src/pack': ['src/redis', 'src/views'],
  'src/lab': ['src/views', 'src/pack', 'lessons'],
  'src/ui': ['src/redis', 'src/platform', 'src/pack', 'src/plain', 'src/check', 'lessons'],
  'src/plain': ['src/redis', 'src/pack', 'src/views', 'src/ui', 'lessons'],
  'src/check': ['src/redis', 'src/pack', 'src/views', 'src/ui', 'lessons'],
  'src/workshop': ['src/redis', 'src/pack', 'src/lab', 'lessons'],
  'src/hub': ['src/redis', 'src/pack', 'src/lab', 'src/views', 'lessons'],
  'src/desk': ['src/redis', 'src/pack', 'src/lab', 'lessons'],
  'src/web': ['src/platform', 'src/redis', 'src/pack', 'src/lab', 'lessons'],
  build: ['test'],
  bench: ['test'],
  tools: ['test'],
}

/** Parts of a closed room that are open after all: lines are broken alike on the screen and without it. */
const open: Readonly<Record<string, readonly string[]>> = {'src/plain': ['src/views/draw']}

const imports = allImports()
const inside = imports.filter(({to}) => isOurs(to))
const rooms = floors.flat()

function roomOf(file: string): string | undefined {
  return longest(rooms, file)
}

function floorOf(room: string): number {
  return floors.findIndex(floor => floor.includes(room))
}

function arrow({from, to}: Import): string {
  return `${from} imports ${to}`
}

test('Every source file is in a room', () => {
  const homeless = [...filesIn('src'), ...filesIn('lessons')].filter(file => !roomOf(file))
  expect(homeless).toEqual([])
  expect(rooms.filter(room => !imports.some(({from}) => roomOf(from) === room))).toEqual([])
})

test('A room imports only from rooms below it', () => {
  const upward = inside.filter(({from, to}) => {
    const [mine, theirs] = [roomOf(from), roomOf(to)]
    return mine && mine !== theirs && (!theirs || floorOf(theirs) >= floorOf(mine))
  })
  expect(upward.map(arrow)).toEqual([])
  expect(inside.length).toBeGreaterThan(1000)
})

test('An interface knows no other interface and no server, a lesson only the model, and nothing but a test imports tests', () => {
  const forbidden = imports.filter(({from, to}) => {
    const room = longest(Object.keys(closed), from)
    if (room && open[room]?.includes(roomOf(to) ?? '')) return false
    return (room ? (closed[room] ?? []) : []).some(name => to === name || to.startsWith(`${name}/`))
  })
  expect(forbidden.map(arrow)).toEqual([])
})

test('A room imports only the packages that are its business', () => {
  const foreign = imports.filter(({from, to}) => {
    if (isOurs(to) || !roomOf(from) || to === 'package.json') return false
    const room = longest(Object.keys(packages), from)
    return !(room ? (packages[room] ?? []) : []).some(name => to === name || to.startsWith(`${name}`))
  })
  expect(foreign.map(arrow)).toEqual([])
})

test('No imports form a circle', () => {
  const next = Map.groupBy(inside, ({from}) => from)
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, way: readonly string[]) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '))
    if (done.has(file) || way.includes(file)) return
    for (const {to} of next.get(file) ?? []) visit(to, [...way, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  expect(circles).toEqual([])
})

test('CONTRIBUTING.md draws the same rooms', () => {
  const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
  const [, drawing = ''] = /```rooms\n([\s\S]*?)```/.exec(guide) ?? []
  const drawn = drawing.split('\n').flatMap(line => {
    const [names = ''] = line.split('  ')
    return names === '' ? [] : [names.split(' · ')]
  })
  expect(drawn).toEqual(floors)
})

test('CONTRIBUTING.md names no file that does not exist', () => {
  const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
  const paths = [...guide.matchAll(/`((?:src|lessons|test|build|bench|docs)\/[\w./-]+)`/g)].map(
    ([, path = '']) => path,
  )
  expect(paths.length).toBeGreaterThan(10)
  expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([])
})
