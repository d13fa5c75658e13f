// What is typed at the shell, what is asked for by it, and each wrong argument's whole sentence.

import {describe, expect, test} from 'vitest'
import {languageIn, type Options, parseOptions} from '../../../src/cli/options.ts'
import {LabError} from '../../../src/model/text/lab-error.ts'

const usual: Options = {
  command: 'learn',
  ids: [],
  plain: false,
  json: false,
  solutions: false,
  step: undefined,
  watch: false,
  force: false,
  stage: 'cluster',
  wired: false,
  lang: undefined,
  redisServer: undefined,
  provide: true,
  port: undefined,
  nodeTimeout: undefined,
  code: undefined,
  name: undefined,
  helper: false,
  erase: false,
  redis: undefined,
  room: undefined,
  new: false,
  check: false,
  insecureHttp: false,
  aggregateOnly: false,
  publicName: undefined,
  workshop: false,
}
const words = (line: string) => line.split(' ').filter(Boolean)

describe('Parsed options:', () => {
  test.each<[line: string, options: Partial<Options>]>([
    ['', {}],
    ['failover', {ids: ['failover']}],
    ['learn', {}],
    ['learn failover', {ids: ['failover']}],
    ['list', {command: 'list'}],
    ['list --json', {command: 'list', json: true}],
    ['check', {command: 'check'}],
    ['check --solutions slots', {command: 'check', ids: ['slots'], solutions: true}],
    ['check a b c', {command: 'check', ids: ['a', 'b', 'c']}],
    ['up --stage bare --json', {command: 'up', stage: 'bare', json: true}],
    ['sandbox --plain', {command: 'sandbox', plain: true}],
    ['--plain sandbox', {command: 'sandbox', plain: true}],
    ['review', {command: 'review'}],
    ['review --plain', {command: 'review', plain: true}],
    ['report', {command: 'report'}],
    ['report --json', {command: 'report', json: true}],
    ['report out.md --force', {command: 'report', ids: ['out.md'], force: true}],
    ['export', {command: 'export'}],
    ['export --force out.json', {command: 'export', ids: ['out.json'], force: true}],
    ['import -', {command: 'import', ids: ['-']}],
    ['doctor', {command: 'doctor'}],
    ['clean', {command: 'clean'}],
    ['--help', {command: 'help'}],
    ['help', {command: 'help'}],
    ['help check', {command: 'help', ids: ['check']}],
    ['version', {command: 'version'}],
    ['-V', {command: 'version'}],
    ['-h', {command: 'help'}],
    ['up --help', {command: 'help', ids: ['up']}],
    ['failover --help', {command: 'help', ids: []}],
    ['completion bash', {command: 'completion', ids: ['bash']}],
    ['doctor --json', {command: 'doctor', json: true}],
    ['--version', {command: 'version'}],
    ['-v', {command: 'version'}],
    ['-v -h', {command: 'help'}],
    ['--lang zh', {lang: 'zh'}],
    ['--lang=en', {lang: 'en'}],
    ['--redis-server /opt/redis-server', {redisServer: '/opt/redis-server'}],
    ['--no-provide', {provide: false}],
    ['--port 7379', {port: 7379}],
    ['--port 1024', {port: 1024}],
    ['--port 45533', {port: 45_533}],
    ['--node-timeout 200', {nodeTimeout: 200}],
    ['sandbox --stage standalone', {command: 'sandbox', stage: 'standalone'}],
  ])('%j: %j', (line, options) => {
    expect(parseOptions(words(line))).toMatchObject({...usual, ...options})
  })

  // --help prints help even on a line that is otherwise wrong.
  test.each(['up extra --help', 'list a b -h', 'doctor x --version'])(
    'help or version by %j, without a complaint',
    line => {
      expect(['help', 'version']).toContain(parseOptions(words(line)).command)
    },
  )
})

describe('A wrong argument is reported with its remedy', () => {
  test.each([
    [
      'failover nosuch',
      'Only one lesson can be opened: "failover" is one, so "nosuch" is too much. In the lab, /lessons failover STEP opens a step.',
    ],
    ['up now', '"up" does not accept "now". See `redis-cluster-lab --help`.'],
    ['list x', '"list" does not accept "x". See `redis-cluster-lab --help`.'],
    ['review slots', '"review" does not accept "slots". See `redis-cluster-lab --help`.'],
    ['export a b', '"export" does not accept "b". See `redis-cluster-lab --help`.'],
    [
      'export --json',
      '"export" has no --json. Commands with --json: list, check, lesson, up, report, doctor, config, version.',
    ],
    ['--stage bare', 'Opening a lesson has no --stage. Commands with --stage: up, sandbox.'],
    [
      'list --port 7000',
      '"list" has no --port. Commands with --port: [LESSON], sandbox, incident, review, check, lesson, up, join, demo, doctor, host.',
    ],
    [
      'up --plain',
      '"up" has no --plain. Commands with --plain: [LESSON], sandbox, incident, review, replay, join, demo, host.',
    ],
    ['clean --no-provide', '"clean" has no --no-provide. Commands with --no-provide: '],
    ['doctor --lessons .', '"doctor" has no --lessons. Commands with --lessons: [LESSON], list, '],
    ['import a --force', '"import" has no --force. Commands with --force: report, export, export-html.'],
    ['up --stage replica', '--stage expects one of cluster, standalone, bare, sentinel, got "replica".'],
    [
      'sandbox --wired --stage sentinel',
      'There are no wires on a stage with Sentinels: redis-cluster-lab sandbox --wired starts a cluster that has them.',
    ],
    ['--lang fr', '--lang expects one of en, zh, got "fr".'],
    ['--port 80', '--port expects a whole number from 1024 to 45533, got "80". Example: --port 7379'],
    ['--port 45534', '--port expects a whole number from 1024 to 45533, got "45534". Example: --port 7379'],
    ['--port 7e3', '--port expects a whole number from 1024 to 45533, got "7e3". Example: --port 7379'],
    ['--port=', '--port expects a whole number from 1024 to 45533, got "". Example: --port 7379'],
    [
      '--node-timeout 100',
      '--node-timeout expects a whole number from 200 to 60000, got "100". Example: --node-timeout 3000',
    ],
    ['--nosuch', 'There is no option --nosuch. See `redis-cluster-lab --help`.'],
    ['-x', 'There is no option -x. See `redis-cluster-lab --help`.'],
    ['--portt 7379', 'There is no option --portt. Did you mean --port?'],
    ['--port', 'The option --port needs a value. See `redis-cluster-lab --help`.'],
    ['--json=1', 'The option --json takes no value. See `redis-cluster-lab --help`.'],
    ['--no-plain', 'There is no option --no-plain. See `redis-cluster-lab --help`.'],
  ])('%j', (line, sentence) => {
    expect(() => parseOptions(words(line))).toThrow(LabError)
    expect(() => parseOptions(words(line))).toThrow(sentence)
  })

  test('in the language of --lang, also where the rest is wrong', () => {
    expect(
      ['--lang zh --port abc', '--portt --lang=zh', '--lang en --lang=zh x', '--lang=zh --lang en x'].map(
        line => languageIn(words(line)),
      ),
    ).toEqual(['zh', 'zh', 'zh', 'en'])
    expect(['--lang fr', 'zh --lang', 'list'].map(line => languageIn(words(line)))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test("and keeps Node's error as its cause", () => {
    try {
      parseOptions(['--nosuch'])
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(LabError)
      expect((error as LabError).cause).toBeInstanceOf(TypeError)
    }
  })
})
