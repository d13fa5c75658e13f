// `clean`: removes leftovers of this user's earlier labs, and rooms of workshops that are no longer to be kept; lists the labs that are still running.

import {tmpdir} from 'node:os'
import {message} from '../../model/text/messages.ts'
import {removeLeftovers, runFolders} from '../../redis/keeper/leftovers.ts'
import type {CommandContext} from '../command.ts'
import {hostFolder, removeExpired} from '../host-folder.ts'
import {printNote} from '../output.ts'
import {leftoverNote} from '../server-and-keeper.ts'

export async function clean({environment, language}: CommandContext): Promise<number> {
  const leftovers = await removeLeftovers()
  for (const leftover of leftovers) printNote(leftoverNote(leftover), language)
  const rooms = await removeExpired(hostFolder(environment))
  for (const room of rooms) printNote(message('clean.room', {room}), language)
  const running = (await runFolders()).filter(({alive}) => alive)
  for (const {folder, keeperPid} of running)
    printNote(message('clean.alive', {folder, pid: keeperPid}), language)
  if (leftovers.length + rooms.length === 0) printNote(message('clean.none', {folder: tmpdir()}), language)
  return leftovers.every(({removed}) => removed) ? 0 : 1
}
