// Everything that could clean up dies at once: lab, keeper and watchdog. The next start of a lab must remove the nodes and the folder, say so,
// and touch neither a lab that lives nor another redis-server that was started from a similar folder.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {parseFields} from '../../src/model/cluster/parse-info.ts'
import {openHome} from '../../tools/program/home.ts'
import {freeBase} from '../../tools/servers/free-ports.ts'
import {pidOf, processesNaming, serversOf} from '../../tools/servers/processes.ts'
import {server} from '../../tools/servers/server.ts'
import {times} from '../scale.ts'
import {startUp, type Up} from '../up.ts'
import {askAt, counted, type Measured} from './measured.ts'

async function ready(up: Up) {
  const line = await up.line('ready')
  if (!line) throw new Error(`up ended without its ready line: ${(await up.exit).stderr}`)
  return line
}

/** Another server of this user, in a folder whose name begins like a run folder's. */
async function startOther(temp: string) {
  const folder = join(temp, 'rcl-1-mine')
  await mkdir(folder)
  const port = await freeBase()
  await writeFile(join(folder, 'redis.conf'), `port ${port}\nbind 127.0.0.1\n`)
  const {path, libraryPath} = await server()
  const env = {...process.env, ...(libraryPath && {LD_LIBRARY_PATH: libraryPath})}
  const child = spawn(path, [join(folder, 'redis.conf')], {cwd: folder, env, stdio: 'ignore'})
  const runId = async () => parseFields(await askAt(port, 'INFO', 'server'))['run_id']
  return {
    runId,
    async [Symbol.asyncDispose]() {
      if (child.kill('SIGKILL')) await once(child, 'exit')
    },
  }
}

/** Kills everything of a lab but its nodes. Returns the lab's folder. */
async function crash(up: Up): Promise<string> {
  const {dir, nodes} = await ready(up)
  const keeper = Number(/rcl-(\d+)-/.exec(dir)?.[1])
  const watchdogs = (await processesNaming(dir)).filter(line => line.includes('rcl-watchdog')).map(pidOf)
  for (const pid of [...watchdogs, keeper, up.child.pid ?? 0]) process.kill(pid, 'SIGKILL')
  await up.exit
  // The nodes that are left are the lab's: their configuration is in its folder.
  for (const {port, pid} of nodes) {
    const info = parseFields(await askAt(port, 'INFO', 'server'))
    if (Number(info['process_id']) !== pid || !info['config_file']?.startsWith(`${dir}/`))
      throw new Error(`${port} is not the node that was started`)
  }
  return dir
}

async function round(): Promise<readonly string[]> {
  const home = await openHome()
  await using other = await startOther(home.temp)
  const runId = await other.runId()
  const living = startUp(home.env)
  const {dir: livingFolder} = await ready(living)
  const folder = await crash(startUp(home.env))
  const next = startUp(home.env)
  await ready(next)
  const faults = [
    [(await serversOf(folder)).length === 0, 'nodes left'],
    [!existsSync(folder), 'folder left'],
    [(await serversOf(livingFolder)).length === 6, 'nodes of a living lab killed'],
    [(await other.runId()) === runId, 'another server touched'],
  ] as const
  await Promise.all([next.end(), living.end()])
  const {stderr} = await next.exit
  const reported = [stderr.includes(folder), 'not reported'] as const
  return [...faults, reported].filter(([holds]) => !holds).map(([, fault]) => fault)
}

export async function crashes(): Promise<Measured> {
  const rounds = times(50)
  const faults: string[] = []
  for (let i = 0; i < rounds; i++) faults.push(...(await round()))
  return {
    what: 'lab, keeper and watchdog killed: the next start removes what is left',
    n: `${rounds} rounds`,
    result:
      counted(faults) ||
      'all six nodes and the folder removed and reported; a living lab and another server kept',
    held: faults.length === 0,
  }
}
