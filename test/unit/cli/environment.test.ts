// What the locale says about language and charset.

import {expect, test} from 'vitest'
import {readEnvironment} from '../../../src/cli/environment.ts'
import {screenOptions} from '../../../src/cli/screen-options.ts'

test.each([
  [{LANG: 'zh_CN.UTF-8'}, 'zh', true],
  [{LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW.utf8'}, 'zh', true],
  [{LANG: 'de_DE.UTF-8'}, 'en', true],
  [{LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8'}, 'en', true],
  // What a terminal cannot show is not said.
  [{LANG: 'zh_CN.GB18030'}, 'en', false],
  [{LANG: 'C'}, 'en', false],
  [{LANG: 'zh_CN.UTF-8', LC_ALL: 'POSIX'}, 'en', false],
  [{}, 'en', true],
  [{TERM: 'xterm'}, 'en', true],
  [{TERM: 'linux'}, 'en', false],
  [{TERM: 'linux', LANG: 'en_US.UTF-8'}, 'en', true],
  // ASCII signs, in Chinese too.
  [{LANG: 'zh_CN.UTF-8', REDIS_CLUSTER_LAB_SIGNS: 'ascii'}, 'zh', false],
  [{LANG: 'zh_CN.UTF-8', REDIS_CLUSTER_LAB_SIGNS: ''}, 'zh', true],
] as const)('%j', (env, language, unicode) => {
  expect(readEnvironment(env, 'linux')).toMatchObject({language, unicode})
})

test.each([
  [{LANG: 'zh_CN.UTF-8'}, {}, true],
  [{LANG: 'zh_CN.UTF-8', REDIS_CLUSTER_LAB_SIGNS: 'wide'}, {}, true],
  [{LANG: 'zh_CN.UTF-8', REDIS_CLUSTER_LAB_SIGNS: 'Unicode'}, {}, false],
  [{LANG: 'zh_CN.UTF-8'}, {signs: 'unicode'}, false],
  // These are one cell wide everywhere.
  [{LANG: 'C'}, {}, false],
] as const)(
  '%j and the settings %j: the terminal is asked how wide it draws signs: %s',
  (env, settings, askWidth) => {
    expect(screenOptions(readEnvironment(env, 'linux', settings), 'zh')).toMatchObject({askWidth})
  },
)

test('without a locale only Linux is taken for UTF-8', () => {
  expect(readEnvironment({}, 'darwin').unicode).toBe(false)
})

test.each([
  [{TERM: 'xterm-256color'}, true],
  [{TERM: 'xterm-kitty'}, true],
  [{TERM: 'xterm', COLORTERM: 'truecolor'}, true],
  [{TERM: 'linux'}, false],
  [{TERM: 'screen'}, false],
  [{}, false],
] as const)('%j: 256 colors %s', (env, shades) => {
  expect(readEnvironment(env).shades).toBe(shades)
})

test.each([
  [{}, true],
  [{NO_COLOR: ''}, true],
  [{NO_COLOR: '1'}, false],
] as const)('%j: colors %s', (env, color) => {
  expect(readEnvironment(env).color).toBe(color)
})
