// A small shell process that gives the terminal back if the program dies without a chance to: by SIGKILL, or in a crash.
const {spawn, spawnSync} = require('node:child_process')

/**
 * Reads `in` and `out`: whether the program has the terminal. Its input ends with the program. The screen comes first, because the user's shell
 * is about to prompt; the line settings only if they are still the program's (`-isig`), because many shells restore them themselves.
 * \033[?2026l ends an unfinished frame, 0m colors, ?2004l paste marks, ?1006l and ?1000l the mouse, ?25h shows the cursor, ?1049l is the main screen.
 */
const script = `
trap '' INT TERM HUP QUIT
while read -r word; do state=$word; done
[ "$state" = in ] || exit 0
printf '\\033[?2026l\\033[0m\\033[?2004l\\033[?1006l\\033[?1000l\\033[?25h\\033[?1049l'
exec <&1
case $(stty -a) in *-isig*) stty "$1" ;; esac
`

/** Call before raw mode is first set. Without sh or stty there is no guard. */
function guardTerminal() {
  const {status, stdout} = spawnSync('stty', ['-g'], {stdio: ['inherit', 'pipe', 'ignore']})
  if (status !== 0) return
  // A session of its own: what the terminal sends to its foreground processes does not reach it, and it may set the terminal from the background.
  const stdio = ['pipe', 'inherit', 'ignore']
  const guard = spawn('sh', ['-c', script, 'rcl-terminal', String(stdout).trim()], {detached: true, stdio})
  guard.on('error', () => undefined)
  guard.stdin.on('error', () => undefined)
  guard.unref()
  guard.stdin.unref()
  const {stdin} = process
  const {setRawMode} = stdin
  stdin.setRawMode = mode => {
    guard.stdin.write(mode ? 'in\n' : 'out\n')
    return setRawMode.call(stdin, mode)
  }
}

module.exports = {guardTerminal}
