// The watchdog: a small sh process that outlives the lab and the keeper, kills the nodes and removes their folder. The same script cleans up
// after earlier labs.

import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'

/** Names of run folders begin with this; nothing else is ever removed. */
export const runFolderPrefix = 'rcl-'

/**
 * The end of standard input means that the owner has ended. After a clean end there is no folder and nothing to do.
 * Otherwise it kills every registered process group whose command line names the folder: at first without starting any other program, which
 * takes long on a busy computer. Then it renames the folder of pid files, so that a server that is just starting can no longer register and
 * exits (see `registering`), kills those that registered before, and removes the folder.
 * SIGKILL, because a stopped process handles no other signal. POSIX sh; uses /proc where it exists, else ps.
 * `read` drops the zero bytes between the words of a command line.
 */
const script = `
trap '' INT TERM HUP QUIT
cd /
while read -r word; do :; done
case $1 in */${runFolderPrefix}*) ;; *) exit 1 ;; esac
tries=0
while [ -d "$1" ] && [ $tries -lt 200 ]; do
  alive=0
  for file in "$1"/pids/* "$1"/ended/*; do
    pid=\${file##*/}
    case $pid in ''|*[!0-9]*) continue ;; esac
    line=
    if [ -d /proc/self ]; then read -r line 2>/dev/null </proc/$pid/cmdline; else line=$(ps -o command= -p $pid 2>/dev/null); fi
    case $line in *"$1"*) kill -s KILL -- -$pid 2>/dev/null; alive=1 ;; esac
  done
  if [ -d "$1/pids" ]; then mv "$1/pids" "$1/ended" 2>/dev/null
  elif [ $alive = 0 ]; then rm -rf "$1" 2>/dev/null
  fi
  tries=$((tries + 1))
  [ -d "$1" ] && { sleep 0.01 2>/dev/null || sleep 1; }
done
[ ! -d "$1" ]
`

/** Starts a watchdog for `folder`. It acts when its standard input ends. */
export function startWatchdog(folder: string): ChildProcess {
  return spawn('/bin/sh', ['-c', script, 'rcl-watchdog', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  })
}

/** Kills all processes that run from `folder` and removes it. True if nothing is left. */
export async function killAndRemove(folder: string): Promise<boolean> {
  const child = spawn('/bin/sh', ['-c', script, 'rcl-sweep', folder], {stdio: 'ignore', cwd: '/'})
  const [code] = await once(child, 'exit')
  return code === 0
}

/**
 * Wraps the command that starts a server, so that its pid is registered before the server runs.
 * If the pid folder has been renamed already, the failed redirection ends this shell (POSIX: an error in a special built-in).
 */
export function registering(folder: string, command: readonly string[]): readonly string[] {
  return ['/bin/sh', '-c', ': > "$0/pids/$$"; exec "$@"', folder, ...command]
}
