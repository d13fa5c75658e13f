// Where a hub is: an address as it was typed, pasted or scanned.

import {LabError} from '../model/text/lab-error.ts'

/** The port that `host` takes if it is free. */
export const defaultPort = 7700

export type HubAddress = Readonly<{
  /** `plain`: no TLS. `pinned`: a certificate that nobody signed. `signed`: one that this computer trusts. */
  protocol: 'plain' | 'pinned' | 'signed'
  host: string
  port: number
  /** SHA-256 of the certificate in hex, if the address has it. */
  fingerprint?: string
}>

/**
 * Reads `192.168.1.20`, `192.168.1.20:7700`, `192.168.1.20:7700#FINGERPRINT`, `https://hub.example.org` or `http://…`.
 * @throws LabError for what is no address
 */
export function parseAddress(typed: string): HubAddress {
  const scheme = /^(https?):\/\//i.exec(typed)?.[1]?.toLowerCase()
  const url = URL.parse(scheme === undefined ? `pinned://${typed}` : typed)
  const fingerprint = url?.hash.slice(1).toLowerCase() ?? ''
  const good = url && url.hostname !== '' && url.username === '' && /^(?:[0-9a-f]{64})?$/.test(fingerprint)
  if (!good)
    throw new LabError('workshop.badAddress', {address: typed, example: `192.168.1.20:${defaultPort}`})
  const usual = {undefined: defaultPort, http: 80, https: 443}[`${scheme as 'http' | 'https' | undefined}`]
  const protocol = protocolOf(scheme, fingerprint)
  return {
    protocol,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? usual : Number(url.port),
    ...(fingerprint !== '' && {fingerprint}),
  }
}

function protocolOf(scheme: string | undefined, fingerprint: string): HubAddress['protocol'] {
  if (scheme === 'http') return 'plain'
  return scheme === undefined || fingerprint !== '' ? 'pinned' : 'signed'
}

/** As it is shown, and the name of the files about this hub. */
export function addressText({protocol, host, port}: HubAddress): string {
  const name = host.includes(':') ? `[${host}]` : host
  const scheme = {plain: 'http://', signed: 'https://', pinned: ''}[protocol]
  return `${scheme}${name}:${port}`
}
