// Fetches a build of Valkey from its makers. Nothing of it is unpacked before its checksum is the one in releases.ts.

import {join} from 'node:path'
import {LabError} from '../../model/text/lab-error.ts'
import {message} from '../../model/text/messages.ts'
import {download} from './download.ts'
import {type Fetched, type FetchTask, runStep} from './fetch-step.ts'
import type {Release} from './releases.ts'

const most = 100e6 // bytes; that of Valkey 8.1.0 has 36 MB

/**
 * Fetches and unpacks the server and its cli.
 * @throws LabError if it cannot be fetched, or is another file than the pinned one; the signal's reason when aborted.
 */
export async function fetchRelease(release: Release, task: FetchTask): Promise<Fetched> {
  const file = join(task.folder, 'release.tar.gz')
  try {
    await downloadPinned(release, file, task)
  } catch (error) {
    if (!(error instanceof LabError)) throw error
    const {url} = release
    throw new LabError('provide.downloadFailed', {url, why: error.reason, remedy: task.remedy})
  }
  await unpack(release, file, task)
  return {server: 'bin/valkey-server', packages: [release.url]}
}

/** @throws LabError that says why there is no such file. */
async function downloadPinned({url, sha256}: Release, file: string, task: FetchTask): Promise<void> {
  let told = -1
  const onBytes = (bytes: number) => {
    const n = Math.floor(bytes / 1e6)
    if (n > told) task.onProgress(message('provide.download', {n}))
    told = n
  }
  onBytes(0)
  const got = await download({url, file, most, onBytes, signal: task.signal})
  if (got !== sha256) throw new LabError('provide.otherFile', {expected: sha256, got})
}

async function unpack({name}: Release, file: string, task: FetchTask): Promise<void> {
  task.onProgress(message('provide.unpackRelease'))
  const programs = ['server', 'cli'].map(program => `${name}/bin/valkey-${program}`)
  const words = ['-xzf', file, '-C', task.into, '--strip-components=1', '--no-same-owner', ...programs]
  await runStep(task, {name: 'tar -xzf', file: 'tar', words})
}
