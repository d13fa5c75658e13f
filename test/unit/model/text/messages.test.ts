// Every message in both languages, with the same values, and none that is missing or that nobody says.

import {readdirSync, readFileSync} from 'node:fs'
import {basename} from 'node:path'
import {describe, expect, test} from 'vitest'
import {obstacleKinds} from '../../../../src/model/cluster/obstacle.ts'
import {stages} from '../../../../src/model/cluster/snapshot.ts'
import {processVerbs} from '../../../../src/model/commands/action.ts'
import {settings} from '../../../../src/model/commands/client-settings.ts'
import {nodesViews} from '../../../../src/model/lesson/nodes-view.ts'
import {ideas} from '../../../../src/model/progress/ideas.ts'
import {courseMoves} from '../../../../src/model/prompt/requests.ts'
import {clusterFieldsText} from '../../../../src/model/text/catalogue/cluster-fields.ts'
import {infoFieldsText} from '../../../../src/model/text/catalogue/info-fields.ts'
import {LabError} from '../../../../src/model/text/lab-error.ts'
import {
  allMessages,
  fill,
  type Language,
  languages,
  message,
  translate,
} from '../../../../src/model/text/messages.ts'
import {eventKinds} from '../../../../src/model/timeline/entry.ts'
import {flags} from '../../../../src/model/workshop/event.ts'
import {refusals} from '../../../../src/model/workshop/join.ts'

const keys = Object.keys(allMessages)

/** The names of the values a message wants, plurals too. */
function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?:\|[^}]*)?\}/g)].map(([, name]) => name ?? ''))].sort()
}

describe('Every message', () => {
  test('has words in both languages, with the same values', () => {
    const faults = Object.entries(allMessages).flatMap(([key, message]) => {
      if (Object.keys(message).join() !== languages.join())
        return [`${key}: languages ${Object.keys(message)}`]
      const empty = languages.filter(language => message[language].trim() === '')
      // A plural stands only beside its number, so a language that has none wants the same values.
      const [en, zh] = [placeholders(message.en).join(), placeholders(message.zh).join()]
      return [
        ...empty.map(language => `${key}: nothing in ${language}`),
        ...(en === zh ? [] : [`${key}: values ${en} in English, ${zh} in Chinese`]),
      ]
    })
    expect(faults).toEqual([])
  })

  test('has its braces in order', () => {
    const faults = Object.entries(allMessages).flatMap(([key, message]) =>
      languages
        .filter(one => /[{}]/.test(message[one].replace(/\{[\w-]+(\|[^|{}]*\|[^|{}]*)?\}/g, '')))
        .map(one => `${key}: ${message[one]}`),
    )
    expect(faults).toEqual([])
  })

  test('chooses between one and several where a number may be one', () => {
    // An RDB is never of one byte, a slot that lost only some keys had several, and one pasted line waits at the cursor.
    const always = [
      'effects.fullSync.bytes',
      'timeline.fullSync.bytes',
      'goals.slotKeysGone',
      'effects.together',
      'ui.pasted',
    ]
    const faults = Object.entries(allMessages)
      .filter(([key, {en}]) => !always.includes(key) && /\{\w+\} (slots|keys|bytes|nodes|lines)\b/.test(en))
      .map(([key, {en}]) => `${key}: ${en}`)
    expect(faults).toEqual([])
  })

  test('is Chinese in Chinese where it is more than names, and never in English', () => {
    const han = /\p{Script=Han}/u
    const faults = Object.entries(allMessages).flatMap(([key, {en, zh}]) => {
      const words = en.replace(/\{[^}]*\}/g, '').match(/[A-Za-z]+/g) ?? []
      return [
        ...(han.test(en) ? [`${key}: Chinese in English: ${en}`] : []),
        ...(words.length > 2 && !han.test(zh) ? [`${key}: no Chinese: ${zh}`] : []),
      ]
    })
    expect(faults).toEqual([])
  })

  test('stands in its catalogue once: none hides another', () => {
    const written = files('src/model/text').flatMap(file =>
      [...readFileSync(file, 'utf8').matchAll(/^ {2}'([\w.-]+)': /gm)].map(([, key]) => key),
    )
    expect(written.length).toBe(new Set(written).size)
    expect([...written].sort()).toEqual([...keys].sort())
  })
})

describe('Programs', () => {
  const there = message('shell.noCli', {server: '/usr/bin/redis-server'})

  test.each([
    [undefined, 'There is no redis-cli next to /usr/bin/redis-server or on the PATH.'],
    ['redis', 'There is no redis-cli next to /usr/bin/redis-server or on the PATH.'],
    ['valkey', 'There is no valkey-cli next to /usr/bin/redis-server or on the PATH.'],
  ] as const)('have the names of the server that runs: %s', (server, words) => {
    expect(translate('en', there, server)).toBe(words)
    expect(translate('en', message('ui.waitsFor', {because: there}), server)).toContain(words)
  })

  test('are named by a placeholder, but where no server runs yet, or where Redis itself is meant', () => {
    const fixed = /^(install\.|provide\.|doctor\.(noServer|fetchable)|shell\.trib)/
    const faults = Object.entries(allMessages).filter(
      ([key, {en, zh}]) =>
        !fixed.test(key) && /(?<!\{)redis-(cli|server|benchmark)(?!\})\b/.test(`${en} ${zh}`),
    )
    expect(faults.map(([key]) => key)).toEqual([])
  })
})

describe('A message is filled', () => {
  test.each<[template: string, values: Parameters<typeof fill>[1], language: Language, words: string]>([
    ['{n} {n|key|keys}', {n: 1}, 'en', '1 key'],
    ['{n} {n|key|keys}', {n: 0}, 'en', '0 keys'],
    ['{n} {n|key|keys}', {n: 2}, 'en', '2 keys'],
    ['{n} {n|key|keys}', {n: '1'}, 'en', '1 key'],
    ['{n} {n|key|keys}', {n: 1}, 'zh', '1 keys'],
    ['{n|is|are}', {n: 1}, 'en', 'is'],
    ['{n||s}', {n: 1}, 'en', ''],
    ['{a} and {b}', {a: '{b}', b: 'x'}, 'en', '{b} and x'],
    ['{a}', {a: 'costs $& $1'}, 'en', 'costs $& $1'],
    ['{a}', {a: 0}, 'en', '0'],
    ['{a}', {a: ''}, 'en', ''],
    ['because {why}', {why: message('ui.loading')}, 'en', 'because loading its data'],
    ['因为{why}', {why: message('ui.loading')}, 'zh', '因为正在加载数据'],
  ])('%j with %j in %s: %j', (template, values, language, words) => {
    expect(fill(template, values, language)).toBe(words)
  })

  test('and a value that is missing stays visible', () => {
    expect(fill('{a} {n|key|keys}', {}, 'en')).toBe('{a} {n|key|keys}')
  })

  test('and a message of another version, which a recording may hold, is its key', () => {
    for (const key of ['gone.long-ago', 'constructor'])
      expect(translate('en', {key: key as 'ui.loading', values: {n: 1}})).toBe(key)
  })

  test('from inside another message, in the language of the one around it', () => {
    const because = message('goals.linkDown', {node: 6380})
    expect(translate('en', message('ui.waitsFor', {because}))).toBe(
      'This step waits: 6380 reports master_link_status:down; expected up',
    )
    expect(translate('zh', message('ui.waitsFor', {because}))).toBe(
      '本步骤正在等待：6380 的 master_link_status 是 down；应为 up',
    )
  })

  test('as a plain value that survives JSON', () => {
    const waiting = message('ui.waitsFor', {because: message('goals.linkDown', {node: 6380})})
    expect(JSON.parse(JSON.stringify(waiting))).toEqual(waiting)
    expect(message('ui.loading')).toEqual({key: 'ui.loading'})
  })
})

test('An expected failure carries its message, says it in English as its own, and keeps what caused it', () => {
  const cause = new Error('EACCES')
  const error = new LabError('error.folder', {folder: '/x', cause: 'EACCES'}, {cause})
  expect(error.reason).toEqual({key: 'error.folder', values: {folder: '/x', cause: 'EACCES'}})
  expect(error.message).toBe('Cannot write in /x: EACCES. Set TMPDIR to a writable folder.')
  expect(error.cause).toBe(cause)
  expect(error.name).toBe('LabError')
})

describe('In the source', () => {
  const sources = [...files('src'), ...files('lessons')]
    .filter(file => /\.tsx?$/.test(file) && !file.includes('src/model/text/catalogue/'))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n')
  const silences = [
    'notRunning',
    'notStarted',
    'paused',
    'refused',
    'noAnswer',
    'stranger',
    'loading',
    'locked',
    'busy',
  ]
  /** Keys put together from parts: the template, and what may stand in it. */
  const built: Readonly<Record<string, readonly string[]>> = {
    '`command.${verb}`': processVerbs.map(verb => `command.${verb}`),
    '`command.${move}`': courseMoves.map(move => `command.${move}`),
    '`goals.silent.${reading.because}`': silences.map(because => `goals.silent.${because}`),
    '`what-changed.${is.because}`': silences.map(because => `what-changed.${because}`),
    '`what-changed.${now.because}`': silences.map(because => `what-changed.${because}`),
    '`what-changed.${stat}`': ['what-changed.sync_full', 'what-changed.sync_partial_ok'],
    '`player.view.${one}`': nodesViews.filter(view => view !== 'nodes').map(view => `player.view.${view}`),
    '`move.${stage}`': stages.map(stage => `move.${stage}`),
    '`traffic.setting.${setting}`': settings.map(setting => `traffic.setting.${setting}`),
    '`sandbox.${Stage}`': stages.map(stage => `sandbox.${stage}`),
    '`idea.${idea}`': ideas.map(idea => `idea.${idea}`),
    '`report.failover.${is}`': ['died', 'asked', 'forced', 'watched', 'watchedAsked'].map(
      is => `report.failover.${is}`,
    ),
    '`view.${shown}`': [...nodesViews, 'sentinels'].map(view => `view.${view}`),
    '`timeline.${kind}`': eventKinds
      .filter(kind => kind !== 'stays' && kind !== 'linkCause')
      .map(kind => `timeline.${kind}`),
    '`failover.phase.${is}`': ['unnoticed', 'suspected', 'election', 'sdown', 'failover'].map(
      is => `failover.phase.${is}`,
    ),
    '`timeline.${is}`': ['timeline.assigned', 'timeline.unassigned'],
    '`election.${is}`': obstacleKinds.map(is => `election.${is}`),
    '`info-fields.${name}`': Object.keys(infoFieldsText),
    '`cluster-fields.${counter}`': Object.keys(clusterFieldsText),
    '`question.${quiz.why}`': ['question.recall', 'question.review'],
    '`desk.stuck.${why}`': ['slow', 'tries', 'idle'].map(why => `desk.stuck.${why}`),
    '`desk.${what}`': ['claim', 'release', 'answer'].map(what => `desk.${what}`),
    '`desk.question.${what}`': ['claim', 'release', 'answer'].map(what => `desk.question.${what}`),
    '`desk.unwritable.${why}`': ['exists', 'isFolder', 'noFolder', 'denied', 'full'].map(
      why => `desk.unwritable.${why}`,
    ),
    '`workshop.${command.state}`': ['claimed', 'waiting', 'closed'].map(state => `workshop.${state}`),
    '`workshop.flag.${flag}`': flags.map(flag => `workshop.flag.${flag}`),
    '`workshop.why.${connection.why}`': [...refusals, 'left'].map(why => `workshop.why.${why}`),
    '`workshop.flagLater.${flag}`': flags.map(flag => `workshop.flagLater.${flag}`),
    '`workshop.why.${error.refused.refused}`': refusals.map(why => `workshop.why.${why}`),
  }

  test('every key that is put together is known here', () => {
    const templates = sources.match(/`[a-z-]+(?:\.\w+)*\.\$\{[\w.]+\}`/g) ?? []
    expect([...new Set(templates)].sort()).toEqual(Object.keys(built).sort())
  })

  test('every message stands in the file that its key begins with', () => {
    const misplaced = files('src/model/text/catalogue').flatMap(file => {
      const prefix = basename(file, '.ts')
      const text = readFileSync(file, 'utf8')
      const found = [...text.matchAll(/^ {2}'([^']+)':/gm)].map(([, key = '']) => key)
      return found.filter(key => key.split('.')[0] !== prefix)
    })
    expect(misplaced).toEqual([])
  })

  test('no message is one that is never used', () => {
    const quoted = new Set([...sources.matchAll(/'([a-z-]+(?:\.\w+)+)'/gi)].map(([, key]) => key))
    const unsaid = keys.filter(key => !quoted.has(key) && !Object.values(built).flat().includes(key))
    expect(unsaid).toEqual([])
  })

  test('no key is one that has no message', () => {
    const groups = new Set(keys.map(key => key.split('.')[0]))
    const quoted = [...sources.matchAll(/'([a-z-]+(?:\.\w+)+)'/g)].map(([, key]) => key ?? '')
    const wanted = [...quoted, ...Object.values(built).flat()].filter(
      key => groups.has(key.split('.')[0] ?? '') && !key.endsWith('.html'),
    )
    expect(wanted.filter(key => !keys.includes(key))).toEqual([])
    expect(wanted.length).toBeGreaterThan(100)
  })
})

/** The files under a folder of this project. */
function files(folder: string): readonly string[] {
  const root = new URL(`../../../../${folder}/`, import.meta.url).pathname
  return readdirSync(root, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => `${entry.parentPath.replace(/\/$/, '')}/${entry.name}`)
}
