// The hub's own certificate. Nobody signs for an address of a local network, so learners pin it: its fingerprint is in the address that they
// paste, or they compare the words that both ends make of it.

import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

/** PEM, and the SHA-256 of the certificate in hex. */
export type Certificate = Readonly<{key: string; cert: string; fingerprint: string}>

/** The certificate in `folder`, made now if there is none. */
export async function certificateIn(folder: string): Promise<Certificate> {
  const file = join(folder, 'certificate.json')
  const found = await readFile(file, 'utf8').catch(() => undefined)
  if (found !== undefined) return JSON.parse(found) as Certificate
  const {generate} = await import('selfsigned')
  const year = 365 * 24 * 3600_000
  const made = await generate([{name: 'commonName', value: 'redis-cluster-lab'}], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + year),
  })
  const {X509Certificate} = await import('node:crypto')
  const fingerprint = new X509Certificate(made.cert).fingerprint256.replaceAll(':', '').toLowerCase()
  const certificate = {key: made.private, cert: made.cert, fingerprint}
  await mkdir(folder, {recursive: true, mode: 0o700})
  await writeFile(file, JSON.stringify(certificate), {mode: 0o600})
  return certificate
}
