// `leave ADDRESS [--erase]`: ends the membership of this computer in a room; with --erase, also later, the hub deletes everything about the learner.

import {LabError} from '../../model/text/lab-error.ts'
import {message} from '../../model/text/messages.ts'
import {takeFreeLock} from '../../platform/file-lock.ts'
import {addressText, parseAddress} from '../../workshop/address.ts'
import {HubClient} from '../../workshop/hub-client.ts'
import {
  afterLeaving,
  forgetHub,
  hubFolder,
  readMembership,
  writeMembership,
} from '../../workshop/membership.ts'
import {whyNot} from '../../workshop/why-not.ts'
import type {CommandContext} from '../command.ts'
import {printNote} from '../output.ts'

export async function leave({options, environment, language}: CommandContext): Promise<number> {
  const [typed] = options.ids
  if (typed === undefined) throw new LabError('workshop.noAddress')
  const address = parseAddress(typed)
  const folder = hubFolder(environment.dataFolder, address)
  const hub = addressText(address)
  if (!(await readMembership(folder)).joined) throw new LabError('workshop.neverJoined', {hub})
  // A lab in this room would join again, and keep what it has.
  await using _ = await takeFreeLock(folder, pid => new LabError('workshop.leaveThere', {pid}))
  const membership = await readMembership(folder)
  const {joined, left, fingerprint, device} = membership
  if (!joined) throw new LabError('workshop.neverJoined', {hub})
  const leftWords = message('workshop.leftRoom', {address: typed})
  if (left && !options.erase) {
    printNote(leftWords, language)
    return 0
  }
  const client = new HubClient(address, fingerprint)
  client.token = joined.token
  try {
    await (options.erase ? client.erase(device) : client.leave())
  } catch (error) {
    // Nothing is forgotten here before the hub has forgotten: this line can be typed again.
    throw new LabError('workshop.notLeft', {because: whyNot(error, address)}, {cause: error})
  } finally {
    client.close()
  }
  if (options.erase) await forgetHub(folder)
  else await writeMembership(folder, afterLeaving(membership))
  printNote(options.erase ? message('workshop.erased') : leftWords, language)
  return 0
}
