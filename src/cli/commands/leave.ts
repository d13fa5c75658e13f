// `leave ADDRESS [--erase]`: ends the membership of this computer in a room; with --erase the hub deletes everything about the learner.

import {LabError} from '../../model/text/lab-error.ts'
import {message} from '../../model/text/messages.ts'
import {addressText, parseAddress} from '../../workshop/address.ts'
import {HubClient} from '../../workshop/hub-client.ts'
import {forgetHub, hubFolder, readMembership} from '../../workshop/membership.ts'
import {whyNot} from '../../workshop/why-not.ts'
import type {CommandContext} from '../command.ts'
import {printNote} from '../output.ts'

export async function leave({options, environment, language}: CommandContext): Promise<number> {
  const [typed] = options.ids
  if (typed === undefined) throw new LabError('workshop.noAddress')
  const address = parseAddress(typed)
  const folder = hubFolder(environment.dataFolder, address)
  const {joined, fingerprint, device} = await readMembership(folder)
  if (!joined) throw new LabError('workshop.neverJoined', {hub: addressText(address)})
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
  await forgetHub(folder)
  printNote(message(options.erase ? 'workshop.erased' : 'workshop.left'), language)
  return 0
}
