// Redraws docs/*.svg in both languages, each from a real run of the built program in its own home: node build/pictures.ts
// Needs the ports from 6379 on, so that the pictures show the ports that the texts name (with root on Linux:
// unshare -n sh -c 'ip link set lo up; node build/pictures.ts').

import {execFileSync} from 'node:child_process'
import {homedir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type Language, languages} from '../src/model/text/messages.ts'

type Picture = Readonly<{
  size: readonly [columns: number, rows: number]
  theme: 'dark' | 'light'
  /** Arguments of the lab. */
  args: readonly string[]
  /** Lines to enter, keys to press (`press …`), and the texts to wait for before and after: `wait …`. */
  steps: (language: Language) => readonly string[]
}>

const either = (language: Language, en: string, zh: string) => (language === 'en' ? en : zh)

const clusterOk = (language: Language) => `wait ${either(language, 'cluster ok', '集群 ok')}`

const asksOn = (language: Language) => `wait ${either(language, 'number Enter', '编号 Enter')}`

const pictures: Readonly<Record<string, Picture>> = {
  failover: {
    size: [120, 36],
    theme: 'dark',
    args: ['failover'],
    steps: language => [
      asksOn(language),
      '/lessons failover kill',
      'wait /hint 0',
      '1',
      `wait ${either(language, '6381 is still running', '6381 仍在运行')}`,
      '/kill 6381',
      'wait kill -9',
      `wait ${either(language, 'Press Enter to continue', '按 Enter 继续')}`,
      '@6480 GET name',
      'wait MOVED 5798',
    ],
  },
  replicaof: {
    size: [80, 24],
    theme: 'light',
    args: ['replicaof'],
    steps: language => [
      asksOn(language),
      '/lessons replicaof follow',
      'wait /hint 0',
      '@6380 REPLICAOF 127.0.0.1 6379',
      `wait ${either(language, 'link up', '连接 up')}`,
      'REPLICAOF 127.0.0.1:6379',
      'wait wrong number',
      '/hint',
      `wait ${either(language, 'Hint 1', '提示 1')}`,
    ],
  },
  slots: {
    size: [120, 36],
    theme: 'light',
    args: ['slots'],
    steps: language => [
      asksOn(language),
      '/lessons slots split',
      'wait /hint 0',
      '2',
      `wait ${either(language, 'Your turn', '请你动手')}`,
      'MIGRATE 127.0.0.1 6380 cart:{ann}:items 0 1000',
      `wait ${either(language, '6379: keys 2→1', '6379：键 2→1')}`,
      'MGET cart:{ann}:items cart:{ann}:coupon',
      'wait (error) TRYAGAIN',
      `wait ${either(language, 'As you predicted', '与预测一致')}`,
    ],
  },
  opinions: {
    size: [110, 36],
    theme: 'dark',
    args: ['sandbox'],
    steps: language => [clusterOk(language), '/view opinions', '/kill 6381', 'wait ✖ 6381'],
  },
  timeline: {
    size: [120, 36],
    theme: 'dark',
    args: ['sandbox'],
    steps: language => [
      clusterOk(language),
      '/view timeline',
      'press ctrl-o',
      '/kill 6381',
      `wait ${either(language, 'won the election', '赢得选举')}`,
      clusterOk(language),
      '/start 6381',
      `wait ${either(language, 'resynchronization from 6481', '全量同步')}`,
      'wait Esc',
    ],
  },
}

const folder = fileURLToPath(new URL('..', import.meta.url))
// The programs run in homes of their own; the redis-server that was fetched is found in the cache of this one.
const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')

function draw(name: string, language: Language, {size, theme, args, steps}: Picture) {
  const file = `docs/${name}${language === 'en' ? '' : `-${language}`}.svg`
  const [columns, rows] = size
  const done = steps(language).flatMap(step => {
    const [, verb, what] = /^(wait|press) (.+)$/.exec(step) ?? []
    return verb ? ['--do', `${verb}:${what}`] : ['--do', `type:${step}`, '--do', 'press:enter']
  })
  const look = [
    '--columns',
    `${columns}`,
    '--rows',
    `${rows}`,
    '--theme',
    theme,
    '--title',
    'redis-cluster-lab',
  ]
  const lab = [
    'env',
    `XDG_CACHE_HOME=${cache}`,
    'node',
    'bin/redis-cluster-lab.js',
    ...args,
    '--lang',
    language,
  ]
  console.log(file)
  execFileSync(process.execPath, ['build/picture.ts', file, ...look, ...done, '--', ...lab], {
    cwd: folder,
    stdio: 'inherit',
  })
}

const wanted = process.argv.slice(2)
for (const [name, picture] of Object.entries(pictures))
  for (const language of languages)
    if (wanted.length === 0 || wanted.includes(name)) draw(name, language, picture)
