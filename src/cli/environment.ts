// What the surroundings say: language, charset, colors, folders. With main.ts the only reader of the environment.

import envPaths from 'env-paths'
import type {Language} from '../model/text/messages.ts'

export type Environment = Readonly<{
  language: Language
  /** The locale's charset can show more than ASCII. */
  unicode: boolean
  color: boolean
  /** stdin and stdout are a terminal on which a screen can be drawn. */
  screen: boolean
  /** Somebody listens to the terminal rather than looking at it. */
  screenReader: boolean
  path: string
  redisServer?: string | undefined
  cacheFolder: string
  progressFile: string
  historyFile: string
  term: string
}>

const paths = envPaths('redis-cluster-lab', {suffix: ''})

export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const term = env['TERM'] ?? ''
  const charset = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || ''
  const language = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  const unicode = /utf-?8/i.test(charset)
  return {
    // In another charset, GB18030 say, our Chinese would be unreadable.
    language: unicode && /^zh/i.test(language) ? 'zh' : 'en',
    unicode,
    color: !env['NO_COLOR'],
    screen: process.stdin.isTTY === true && process.stdout.isTTY === true && term !== 'dumb',
    screenReader: env['INK_SCREEN_READER'] === 'true',
    path: env['PATH'] ?? '',
    redisServer: env['REDIS_CLUSTER_LAB_SERVER'] || undefined,
    cacheFolder: paths.cache,
    progressFile: `${paths.data}/progress.json`,
    historyFile: `${paths.data}/history`,
    term,
  }
}
