// The hub's certificate, as others read it: Node, and openssl where it is installed.

import {execFileSync} from 'node:child_process'
import {createPrivateKey, X509Certificate} from 'node:crypto'
import {existsSync} from 'node:fs'
import {expect, test} from 'vitest'
import {selfSigned} from '../../../src/hub/self-signed.ts'

const until = new Date('2031-02-03T04:05:06Z')
const {key, cert} = selfSigned('redis-cluster-lab', until)

test('Node reads whose it is, until when it holds, and that its own key signed it', () => {
  const read = new X509Certificate(cert)
  expect(read).toMatchObject({subject: 'CN=redis-cluster-lab', issuer: 'CN=redis-cluster-lab', ca: false})
  expect(read.validToDate).toEqual(until)
  expect(Math.abs(read.validFromDate.getTime() - Date.now())).toBeLessThan(60_000)
  expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true)
  expect(read.verify(read.publicKey)).toBe(true)
  expect(read.publicKey.asymmetricKeyDetails).toEqual({namedCurve: 'prime256v1'})
})

test('Until 2050 a year has two digits in it, then four', () => {
  const read = new X509Certificate(selfSigned('lab', new Date('2050-01-01T00:00:00Z')).cert)
  expect(read.validTo).toBe('Jan  1 00:00:00 2050 GMT')
})

test('A long name and every serial number are encoded as DER has it', () => {
  const long = 'x'.repeat(300)
  const all = Array.from({length: 50}, () => new X509Certificate(selfSigned(long, until).cert))
  expect(all.map(({subject}) => subject)).toEqual(all.map(() => `CN=${long}`))
  expect(new Set(all.map(({serialNumber}) => serialNumber)).size).toBe(50)
  expect(all.filter(({serialNumber}) => !/^[4-7][0-9A-F]{31}$/.test(serialNumber))).toEqual([])
})

test('A certificate of any length is read, of one that fills its last line of 64 characters too', () => {
  const lengths = Array.from({length: 64}, (_, i) => {
    const {cert: one} = selfSigned('x'.repeat(i + 1), until)
    expect(new X509Certificate(one).subject).toHaveLength('CN='.length + i + 1)
    return one.split('\n').at(-3)?.length
  })
  expect(lengths).toContain(64)
})

const openssl = ['/usr/bin/openssl', '/usr/local/bin/openssl'].find(path => existsSync(path))

test.skipIf(openssl === undefined)('openssl reads the same', () => {
  const run = (...args: readonly string[]) => execFileSync(openssl ?? '', args, {input: cert}).toString()
  expect(run('x509', '-noout', '-text')).toContain('Signature Algorithm: ecdsa-with-SHA256')
  expect(run('x509', '-noout', '-enddate')).toBe('notAfter=Feb  3 04:05:06 2031 GMT\n')
  expect(run('asn1parse')).not.toContain('Error')
})
