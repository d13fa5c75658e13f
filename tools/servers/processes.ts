// Process lookups by command line.

import {execFile} from 'node:child_process'
import {readdir, readFile} from 'node:fs/promises'
import {promisify} from 'node:util'

/** Lists the command lines, as `PID arguments`, that contain `text`. */
export async function processesNaming(text: string): Promise<readonly string[]> {
  const lines = process.platform === 'linux' ? await readProc() : await askPs()
  return lines.filter(line => line.includes(text))
}

/** Lists only the nodes, without keeper and watchdog. */
export async function serversOf(folder: string): Promise<readonly string[]> {
  const named = await processesNaming(`${folder}/`)
  return named.filter(line => /^\d+ \S*(redis|valkey)-server /.test(line))
}

export function pidOf(line: string): number {
  return Number.parseInt(line, 10)
}

export function isRunning(pid: number): Promise<boolean> {
  return processesNaming('').then(lines => lines.some(line => pidOf(line) === pid))
}

/** The process group: a signal from the terminal reaches every process in it. */
export async function groupOf(pid: number): Promise<number> {
  if (process.platform !== 'linux') {
    const {stdout} = await promisify(execFile)('ps', ['-o', 'pgid=', '-p', `${pid}`])
    return Number(stdout)
  }
  // The format is: pid (name) state parent group. The name may contain anything.
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  return Number(stat.slice(stat.lastIndexOf(')') + 1).split(' ')[3])
}

/** Skips zombies: they have an empty command line. */
async function readProc(): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const lines = await Promise.all(
    pids.map(async pid => {
      const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      return words === '' ? [] : [`${pid} ${words.replaceAll('\0', ' ').trim()}`]
    }),
  )
  return lines.flat()
}

async function askPs(): Promise<readonly string[]> {
  const {stdout} = await promisify(execFile)('ps', ['-axo', 'pid=,command='])
  return stdout.split('\n').map(line => line.trim())
}
