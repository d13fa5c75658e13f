// Opens an address in the user's browser, where there is one.

import {spawn} from 'node:child_process'
import {findProgram, foldersOf} from './which.ts'

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['explorer.exe'],
  linux: ['xdg-open'],
}

/**
 * Resolves to false if there is no browser to open, as on a server or over ssh; true says that one was asked, not that it has shown the page.
 * A browser that root starts is no browser that somebody looks at.
 */
export async function openPage(url: string, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const {platform} = process
  const hasScreen = platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
  if (!hasScreen || env['SSH_CONNECTION'] || process.getuid?.() === 0) return false
  const program = findProgram(openers[platform] ?? [], foldersOf(env['PATH'] ?? ''))
  if (program === undefined) return false
  const {promise, resolve} = Promise.withResolvers<boolean>()
  const child = spawn(program, [url], {detached: true, stdio: 'ignore'})
  child.on('error', () => resolve(false))
  child.on('spawn', () => resolve(true))
  child.unref()
  return promise
}
