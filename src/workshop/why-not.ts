// Why a hub cannot be reached, and what to do about it.

import {type Message, message} from '../model/text/messages.ts'
import {addressText, type HubAddress} from './address.ts'
import {HubRefused, NotTheHub} from './hub-client.ts'

/** `platform`: as Node names it. */
export function whyNot(error: unknown, address: HubAddress, platform: string = process.platform): Message {
  if (error instanceof HubRefused) return message(`workshop.why.${error.refused.refused}`)
  const values = {hub: addressText(address), port: address.port}
  if (error instanceof NotTheHub)
    return message(
      error.why === 'certificate' ? 'workshop.why.otherCertificate' : 'workshop.why.noHub',
      values,
    )
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // Neither HTTP nor TLS, or the other one of the two.
  if (/^(?:ERR_SSL|HPE)_/.test(code)) return message('workshop.why.noHub', values)
  if (/CERT|UNABLE_TO_VERIFY/.test(code)) return message('workshop.why.untrusted', {...values, code})
  switch (code) {
    case 'ECONNREFUSED':
      return message('workshop.why.refused', values)
    case 'EHOSTUNREACH':
      return message(platform === 'darwin' ? 'workshop.why.localNetwork' : 'workshop.why.noRoute', values)
    case 'ENETUNREACH':
      return message('workshop.why.noNetwork', values)
    case 'ETIMEDOUT':
      return message('workshop.why.timeout', values)
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return message('workshop.why.noName', values)
    case 'EPROTO':
    case 'ECONNRESET':
      return message('workshop.why.noHub', values)
    default:
      return message('workshop.why.other', {
        ...values,
        error: error instanceof Error ? error.message : String(error),
      })
  }
}
