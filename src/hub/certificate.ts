// The hub's own certificate. Nobody signs for an address of a local network, so learners pin it: its fingerprint is in the address that they
// paste, or they compare the words that both ends make of it.

import {X509Certificate} from 'node:crypto'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {selfSigned} from './self-signed.ts'

/** PEM, and the SHA-256 of the certificate in hex. */
export type Certificate = Readonly<{key: string; cert: string; fingerprint: string}>

/** The certificate in `folder`, made now if there is none. */
export async function certificateIn(folder: string): Promise<Certificate> {
  const file = join(folder, 'certificate.json')
  const found = await readFile(file, 'utf8').catch(() => undefined)
  if (found !== undefined) return JSON.parse(found) as Certificate
  const year = 365 * 24 * 3600_000
  const {key, cert} = selfSigned('redis-cluster-lab', new Date(Date.now() + year))
  const fingerprint = new X509Certificate(cert).fingerprint256.replaceAll(':', '').toLowerCase()
  const certificate = {key, cert, fingerprint}
  await mkdir(folder, {recursive: true, mode: 0o700})
  await writeFile(file, JSON.stringify(certificate), {mode: 0o600})
  return certificate
}
