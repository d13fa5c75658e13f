// The ways to this program that are measured: on which Node, with which package manager, and what is typed.

import {join} from 'node:path'

export type Way = Readonly<{
  /** What a learner types. */
  typed: string
  node: string
  /** The package manager: its package, and the program in it. */
  manager: Readonly<{name: string; version: string; program: string}>
  /** The words behind the program. `place`: an empty folder, in which everything that is installed comes to lie. */
  args: (place: string) => readonly string[]
  /** What is started then, if the manager only installs. */
  installed?: (place: string) => string
}>

const usualNode = '24'
const usualNpm = '11'

/** `npm`: the one of the time of this Node. */
function npx(words: readonly string[], node = usualNode, npm = usualNpm): Way {
  return {
    typed: `npx ${words.join(' ')}`,
    node,
    manager: {name: 'npm', version: npm, program: 'bin/npx-cli.js'},
    args: () => ['--yes', ...words],
  }
}

const ours = ['redis-cluster-lab', '--version']
const inPrefix = (place: string) => join(place, 'prefix')
const fromPrefix = (place: string) => join(place, 'prefix/bin/redis-cluster-lab')

export const usual = npx(ours)
export const other = npx(['@google/gemini-cli', '--version'])

/** These are compared, and so repeated. */
export const compared: readonly Way[] = [usual, other, npx(['learnyounode', '--version'])]

export const once: readonly Way[] = [
  npx(['redis-cluster-lab', 'list']),
  npx(ours, '22.18.0', '10'),
  npx(ours, 'latest', 'latest'),
  {
    typed: 'npm i -g redis-cluster-lab',
    node: usualNode,
    manager: {name: 'npm', version: usualNpm, program: 'bin/npm-cli.js'},
    args: place => ['install', '--global', '--prefix', inPrefix(place), 'redis-cluster-lab'],
    installed: fromPrefix,
  },
  {
    typed: 'pnpm dlx redis-cluster-lab --version',
    node: usualNode,
    manager: {name: 'pnpm', version: 'latest', program: 'bin/pnpm.mjs'},
    args: () => ['dlx', ...ours],
  },
  {
    typed: 'yarn global add redis-cluster-lab',
    node: usualNode,
    manager: {name: 'yarn', version: '1', program: 'bin/yarn.js'},
    // For root, Yarn would take folders of the whole system.
    args: place => [
      ...['global', 'add', '--prefix', inPrefix(place)],
      ...['--global-folder', join(place, 'global'), '--cache-folder', join(place, 'cache')],
      'redis-cluster-lab',
    ],
    installed: fromPrefix,
  },
  {
    typed: 'yarn dlx redis-cluster-lab --version',
    node: usualNode,
    manager: {name: '@yarnpkg/cli-dist', version: 'latest', program: 'bin/yarn.js'},
    args: () => ['dlx', '--quiet', ...ours],
  },
  {
    typed: 'bunx redis-cluster-lab --version',
    node: usualNode,
    manager: {
      name: `@oven/bun-${process.platform}-${process.arch}`,
      version: 'latest',
      program: 'bin/bun',
    },
    args: () => ['x', ...ours],
  },
  // On an old Node the program says what to type instead; the second way is what it says.
  npx(ours, '20', '10'),
  npx(['-p', `node@${usualNode}`, '-p', 'redis-cluster-lab', ...ours], '20', '10'),
]
