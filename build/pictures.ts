// Redraws docs/*.svg in both languages, each from a real run of the built program in its own home: node build/pictures.ts
// Needs the ports from 6379 on, so that the pictures show the ports that the texts name (with root on Linux:
// unshare -n sh -c 'ip link set lo up; node build/pictures.ts').

import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {homedir, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type Language, languages} from '../src/model/text/messages.ts'
import {type Shell, shells} from '../src/program/commands.ts'
import {shellEnvironment, shellStarts} from '../tools/terminal/shells.ts'

type Picture = Readonly<{
  size: readonly [columns: number, rows: number]
  theme: 'dark' | 'light'
  /** Arguments of the lab. */
  args: readonly string[]
  /** Lines to enter, keys to press (`press …`), texts to type without Enter (`keys …`), and those to wait for before and after: `wait …`. */
  steps: (language: Language) => readonly string[]
}>

type Shot = Pick<Picture, 'size' | 'theme'> &
  Readonly<{file: string; title: string; command: readonly string[]; steps: readonly string[]}>

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

const fileOf = (name: string, language: Language) =>
  `docs/${name}${language === 'en' ? '' : `-${language}`}.svg`

function draw(name: string, language: Language, {args, steps, ...look}: Picture) {
  const lab = ['node', 'bin/redis-cluster-lab.js', ...args, '--lang', language]
  const command = ['env', `XDG_CACHE_HOME=${cache}`, ...lab]
  const file = fileOf(name, language)
  take({...look, file, title: 'redis-cluster-lab', command, steps: steps(language)})
}

/** fish lists in half of the screen. */
const completionRows: Readonly<Record<Shell, number>> = {bash: 4, zsh: 10, fish: 19}

/** What Tab shows in a shell that has the completion script, and nothing of the user's settings. */
function drawCompletion(shell: Shell, language: Language) {
  const home = mkdtempSync(join(tmpdir(), 'completion-'))
  const program = join(folder, 'bin/redis-cluster-lab.js')
  const script = join(home, 'script')
  writeFileSync(script, execFileSync(process.execPath, [program, 'completion', shell, '--lang', language]))
  symlinkSync(program, join(home, 'redis-cluster-lab'))
  const {args, first} = shellStarts[shell]
  const settings = {...shellEnvironment, HOME: home, LANG: 'C.UTF-8', PATH: `${home}:${process.env['PATH']}`}
  const env = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  take({
    file: fileOf(`completion-${shell}`, language),
    size: [84, completionRows[shell]],
    theme: 'dark',
    title: shell,
    command: ['env', ...env, shell, ...args],
    steps: [
      `${first}; source ${script}; printf 'rea%s\\n' dy`,
      // With the prompt the shell takes keys itself.
      'wait ready\n$',
      'press ctrl-l',
      'keys redis-cluster-lab up --',
      'press tab',
      // bash lists only at the second.
      ...(shell === 'bash' ? ['press tab'] : []),
      'wait --stage',
    ],
  })
  rmSync(home, {recursive: true})
}

function take({file, size: [columns, rows], theme, title, command, steps}: Shot) {
  const done = steps.flatMap(step => {
    const [, verb, what] = /^(wait|press|keys) (.+)$/s.exec(step) ?? []
    if (verb === 'keys') return ['--do', `type:${what}`]
    return verb ? ['--do', `${verb}:${what}`] : ['--do', `type:${step}`, '--do', 'press:enter']
  })
  const look = ['--columns', `${columns}`, '--rows', `${rows}`, '--theme', theme, '--title', title]
  console.log(file)
  execFileSync(process.execPath, ['build/picture.ts', file, ...look, ...done, '--', ...command], {
    cwd: folder,
    stdio: 'inherit',
  })
}

const wanted = process.argv.slice(2)
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)

for (const language of languages) {
  for (const [name, picture] of Object.entries(pictures)) if (isWanted(name)) draw(name, language, picture)
  for (const shell of shells) if (isWanted(`completion-${shell}`)) drawCompletion(shell, language)
}
