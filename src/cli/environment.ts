// Facts from the environment and the learner's settings: language, charset, colors, folders. main.ts passes it process.env; nothing else reads that.

import {homedir, userInfo} from 'node:os'
import {isAbsolute, join} from 'node:path'
import envPaths from 'env-paths'
import type {Language} from '../model/text/messages.ts'
import type {Settings} from '../program/settings.ts'

export type Environment = Readonly<{
  language: Language
  /** The charset of the locale is UTF-8, or there is no locale and the terminal has its characters anyway; and nobody asked for ASCII signs. */
  unicode: boolean
  /** The learner has chosen the signs; otherwise a terminal is asked how wide it draws them. */
  signsChosen: boolean
  color: boolean
  /** The terminal has 256 colors. */
  shades: boolean
  /** stdin and stdout are a terminal that can show a full screen. */
  screen: boolean
  /** A screen reader reads the terminal aloud. */
  screenReader: boolean
  path: string
  redisServer?: string | undefined
  cacheFolder: string
  dataFolder: string
  progressFile: string
  historyFile: string
  settings: Settings
  term: string
}>

const name = 'redis-cluster-lab'
const named = envPaths(name, {suffix: ''})

/** Where the folders are if no variable says it (XDG Base Directory Specification). */
const usual = {config: '.config', data: '.local/share', cache: '.cache'} as const

/** A variable with a relative path is invalid and ignored, as the specification demands: there would be other progress in every working directory. */
function folderFor(purpose: keyof typeof usual): string {
  if (isAbsolute(named[purpose])) return named[purpose]
  const home = isAbsolute(homedir()) ? homedir() : userInfo().homedir
  return join(home, usual[purpose], name)
}

const paths = {config: folderFor('config'), data: folderFor('data'), cache: folderFor('cache')}

export const settingsFile = `${paths.config}/config.json`

export function readEnvironment(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  settings: Settings = {},
): Environment {
  const term = env['TERM'] ?? ''
  const charset = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || ''
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  // Containers often have no locale at all; only the Linux console then lacks the characters.
  const isUtf8 = charset === '' ? platform === 'linux' && term !== 'linux' : /utf-?8/i.test(charset)
  const signs = env['REDIS_CLUSTER_LAB_SIGNS']?.toLowerCase() || settings.signs
  return {
    // In another charset, such as GB18030, our UTF-8 Chinese would be unreadable.
    language: settings.language ?? (isUtf8 && /^zh/i.test(locale) ? 'zh' : 'en'),
    unicode: signs === 'unicode' || (signs !== 'ascii' && isUtf8),
    signsChosen: signs === 'unicode' || signs === 'ascii',
    color: !env['NO_COLOR'] && settings.colors !== false,
    shades: Boolean(env['COLORTERM']) || /256|direct|kitty|alacritty|ghostty|foot|wezterm/.test(term),
    screen: process.stdin.isTTY === true && process.stdout.isTTY === true && term !== 'dumb',
    screenReader: env['INK_SCREEN_READER'] === 'true',
    path: env['PATH'] ?? '',
    redisServer: env['REDIS_CLUSTER_LAB_SERVER'] || undefined,
    cacheFolder: paths.cache,
    dataFolder: paths.data,
    progressFile: `${paths.data}/progress.json`,
    historyFile: `${paths.data}/history`,
    settings,
    term,
  }
}
