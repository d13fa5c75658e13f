// The last line of defence: a small sh that outlives lab and keeper, and leaves no node and no folder behind. The same script sweeps up
// what an earlier lab left.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'

/** Run folders are called so, and nothing else is ever removed. */
export const folderPrefix = 'rcl-'

/**
 * The end of its standard input means that its owner has ended; after an orderly end there is no folder, and nothing to do.
 * Else the folder of pid files is renamed first, so that a server that is just being started can no longer register and ends by itself
 * (`register` below); every registered process is killed, and what it forked with it, if its command line names the folder; the folder is
 * removed. SIGKILL, because a stopped process handles nothing else. POSIX sh: /proc where there is one, else ps.
 */
const script = `
trap '' INT TERM HUP QUIT
cd /
while read -r word; do :; done
case $1 in */${folderPrefix}*) ;; *) exit 1 ;; esac
tries=0
while [ -d "$1" ] && [ $tries -lt 200 ]; do
  [ -d "$1/pids" ] && mv "$1/pids" "$1/ended" 2>/dev/null
  alive=0
  for file in "$1"/ended/*; do
    pid=\${file##*/}
    case $pid in ''|*[!0-9]*) continue ;; esac
    if [ -d /proc/self ]; then line=$(tr '\\0' ' ' 2>/dev/null </proc/$pid/cmdline); else line=$(ps -o command= -p $pid 2>/dev/null); fi
    case $line in *"$1"/*|*"$1 "*) kill -s KILL -- -$pid 2>/dev/null; alive=1 ;; esac
  done
  [ $alive = 0 ] && rm -rf "$1" 2>/dev/null
  tries=$((tries + 1))
  [ -d "$1" ] && { sleep 0.01 2>/dev/null || sleep 1; }
done
[ ! -d "$1" ]
`

/** A watchdog over `folder`; it watches until its standard input ends. */
export function watch(folder: string): ChildProcess {
  return spawn('/bin/sh', ['-c', script, 'rcl-watchdog', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  })
}

/** Kills what still runs of `folder` and removes it. True if nothing is left. */
export async function sweep(folder: string): Promise<boolean> {
  const child = spawn('/bin/sh', ['-c', script, 'rcl-sweep', folder], {stdio: 'ignore', cwd: '/'})
  const [code] = await once(child, 'exit')
  return code === 0
}

/**
 * The command that starts a server: it registers its pid before the server exists, so that there is no moment in which one runs
 * unregistered. If the folder is closed already, the failed redirection ends this shell (POSIX: an error in a special built-in).
 */
export function register(folder: string, command: readonly string[]): readonly string[] {
  return ['/bin/sh', '-c', ': > "$0/pids/$$"; exec "$@"', folder, ...command]
}
