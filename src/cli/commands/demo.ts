// `demo [LESSON]`: the instructor's own lab, which the page of the workshop on this computer shows to everybody.

import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import {LabError} from '../../model/text/lab-error.ts'
import {message} from '../../model/text/messages.ts'
import {takeFreeLock} from '../../platform/file-lock.ts'
import {Demonstrator} from '../../workshop/demonstrator.ts'
import {createDemonstration} from '../../workshop/picture.ts'
import type {CommandContext} from '../command.ts'
import {hostFolder, lastRoom, readStageDoor} from '../host-folder.ts'
import {openLab} from './learn.ts'

export async function demo(context: CommandContext): Promise<number> {
  const {options, environment, language} = context
  const folder = hostFolder(environment)
  const room = options.room ?? (await lastRoom(folder)) ?? ''
  const door = () => readStageDoor(folder, room)
  if (!(await door())) throw new LabError('demo.noHost')
  const held = join(folder, 'demo')
  await mkdir(held, {recursive: true, mode: 0o700})
  // Two labs would take turns on the projector.
  await using _ = await takeFreeLock(held, pid => new LabError('demo.otherLab', {pid}))
  return await openLab(context, async (lab, sight) => {
    const screen = createDemonstration(lab.lessons, language)
    return new Demonstrator({
      door,
      screen: () => screen(lab.state(), sight()),
      onShown: isShown => lab.tell(message(isShown ? 'demo.shown' : 'demo.away')),
    })
  })
}
