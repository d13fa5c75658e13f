// A page is opened in the browser of the person at this computer: here a script that writes down what it was asked for.

import {execFile} from 'node:child_process'
import {chmod, mkdtempDisposable, readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {waitUntil} from '../../../src/platform/wait-until.ts'

const source = pathToFileURL(join(import.meta.dirname, '../../../src/platform/open-page.ts'))

/** Whether each environment opened the page. Somebody other than root asks, for a browser of root's is refused. */
async function opensIn(url: string, environments: readonly NodeJS.ProcessEnv[]): Promise<readonly boolean[]> {
  const script = `
    const {openPage} = await import('${source}')
    if (process.getuid() === 0) process.setuid(65534)
    const opened = []
    for (const env of ${JSON.stringify(environments)}) opened.push(await openPage('${url}', env))
    console.log(JSON.stringify(opened))`
  const {stdout} = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  return JSON.parse(stdout) as readonly boolean[]
}

test.runIf(process.platform === 'linux')(
  'The browser gets the address as its one argument; where there is none, or nobody to see it, nothing is run',
  async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'lab-browser-'))
    const [browser, asked] = [join(folder.path, 'xdg-open'), join(folder.path, 'asked')]
    await writeFile(browser, `#!/bin/sh\necho "$# $1" >> ${asked}\n`, {mode: 0o755})
    await writeFile(asked, '')
    await chmod(asked, 0o666)
    await chmod(folder.path, 0o755)
    const url = 'http://127.0.0.1:7800/open/0123abcd'
    const screen = {DISPLAY: ':0', PATH: `/nowhere:${folder.path}`}
    const opened = await opensIn(url, [
      {...screen, PATH: '/nowhere'},
      {...screen, SSH_CONNECTION: '192.0.2.1 22 192.0.2.2 22'},
      {...screen, DISPLAY: ''},
      screen,
    ])
    expect(opened).toEqual([false, false, false, true])
    const isAsked = async () => (await readFile(asked, 'utf8')) !== '' || 'nothing was opened'
    expect(await waitUntil(isAsked, {within: 10_000, every: 20})).toBeUndefined()
    expect(await readFile(asked, 'utf8')).toBe(`1 ${url}\n`)
  },
)
