// The instructor's page of a hub, as `host` serves it.

import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Hub} from '../../src/hub/hub.ts'
import {bind} from '../../src/hub/listen.ts'
import {Staff, type StaffOptions} from '../../src/hub/staff.ts'
import type {StageDoor} from '../../src/model/workshop/demonstration.ts'
import {builtText} from '../../src/platform/built-file.ts'

export type TestStaff = AsyncDisposable & Readonly<{port: number; link: () => string; stageDoor: StageDoor}>

/** With the page of the last build, if there is one; with a small one otherwise. `file`: where its sessions are kept. */
export async function openStaffOf(
  {desk}: Hub,
  options: Partial<StaffOptions> & Readonly<{port?: number}> = {},
): Promise<TestStaff> {
  const folder = await mkdtemp(join(tmpdir(), 'staff-'))
  const page = await builtText('class.html').catch(() => smallPage)
  const staff = await Staff.open({
    desk,
    page,
    file: join(folder, 'page'),
    course: [],
    language: 'en',
    pictures: true,
    door: async codes => ({
      ...codes,
      address: '192.168.1.20:7700',
      page: 'http://192.168.1.20:7700/',
      words: 'calm otter, brave lynx',
    }),
    ...options,
  })
  const port = await bind(staff.server, options.port ?? 0, '127.0.0.1')
  return {
    port,
    link: () => staff.link(),
    stageDoor: staff.stageDoor,
    async [Symbol.asyncDispose]() {
      staff[Symbol.dispose]()
      await rm(folder, {recursive: true})
    },
  }
}

const smallPage = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'self'">`
