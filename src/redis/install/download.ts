// Downloads a file over HTTPS. A proxy is taken from HTTPS_PROXY and NO_PROXY, by Node 22.21 and newer.

import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {createWriteStream} from 'node:fs'
import type {IncomingMessage} from 'node:http'
import {Agent, get} from 'node:https'
import {pipeline} from 'node:stream/promises'
import {LabError} from '../../model/text/lab-error.ts'

export type Download = Readonly<{
  url: string
  /** Where to write it. */
  file: string
  /** bytes; a larger file is not the one that was meant. */
  most: number
  /** Called with the bytes there are, as they come. */
  onBytes: (bytes: number) => void
  signal?: AbortSignal | undefined
}>

/** ms without a byte; connecting counts, too. */
export const longestSilence = 30_000

/**
 * Resolves to the sha256 of the file, in hex. If it fails, what there is of the file remains, for the caller to remove.
 * @throws LabError that says why it failed; the error of a write that failed; the signal's reason when aborted.
 */
export async function download({url, file, most, onBytes, signal}: Download): Promise<string> {
  const silence = new AbortController()
  const tooLong = new LabError('provide.silence', {seconds: longestSilence / 1000})
  const timer = setTimeout(() => silence.abort(tooLong), longestSilence)
  const ends = AbortSignal.any([silence.signal, ...(signal ? [signal] : [])])
  const hash = createHash('sha256')
  let bytes = 0
  const onPart = (part: Buffer) => {
    timer.refresh()
    hash.update(part)
    bytes += part.length
    if (bytes > most) throw new LabError('provide.tooLarge', {n: most / 1e6})
    onBytes(bytes)
  }
  try {
    const body = await bodyOf(url, ends)
    await pipeline(counted(body, onPart), createWriteStream(file))
    return hash.digest('hex')
  } catch (error) {
    ends.throwIfAborted()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Does not follow redirections: a file that has moved is as good as gone. */
async function bodyOf(url: string, signal: AbortSignal): Promise<IncomingMessage> {
  const response = await responseOf(url, signal).catch(error => {
    throw new LabError('provide.unreachable', {cause: error.message || error.code}, {cause: error})
  })
  if (response.statusCode === 200) return response
  response.destroy()
  throw new LabError('provide.status', {status: response.statusCode ?? 0})
}

async function responseOf(url: string, signal: AbortSignal): Promise<IncomingMessage> {
  const request = get(url, {agent: new Agent({proxyEnv: process.env}), signal})
  // Once there is a response, its body ends with the same error.
  request.on('error', () => undefined)
  const [response] = await once(request, 'response')
  return response
}

async function* counted(body: IncomingMessage, onPart: (part: Buffer) => void): AsyncGenerator<Buffer> {
  try {
    for await (const part of body) {
      onPart(part)
      yield part
    }
  } catch (error) {
    throw error instanceof LabError ? error : new LabError('provide.interrupted', {}, {cause: error})
  }
}
