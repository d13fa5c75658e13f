// Shows something at once, where the screen will be, then loads the program, which takes a third of a second.
const withoutScreen = [
  'list',
  'check',
  'up',
  'lesson',
  'doctor',
  'clean',
  'report',
  'export',
  'import',
  '--plain',
  '--help',
  '-h',
  '--version',
  '-v',
]
const opensScreen =
  process.stdin.isTTY &&
  process.stdout.isTTY &&
  process.env.TERM !== 'dumb' &&
  !process.argv.slice(2).some(arg => withoutScreen.includes(arg))

const signals = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129}

/** The alternate screen is left as it was found, also when the program ends before it has a screen of its own. */
function showSplash() {
  // First of all: a signal that came before them would end us with the terminal as we made it.
  const handlers = Object.entries(signals).map(([signal, code]) => [signal, () => process.exit(code)])
  for (const [signal, handler] of handlers) process.on(signal, handler)
  // Raw before anything is shown: a key typed now must not be echoed into the screen.
  process.stdin.setRawMode(true)
  process.stdout.write('\u001b[?1049h\u001b[2J\u001b[H\u001b[?25l redis-cluster-lab ...')
  let shown = true
  const leave = () => {
    if (!shown) return
    shown = false
    process.stdout.write('\u001b[?25h\u001b[?1049l')
    process.stdin.setRawMode(false)
    for (const [signal, handler] of handlers) process.off(signal, handler)
    process.off('exit', leave)
  }
  process.on('exit', leave)
  return leave
}

const leaveSplash = opensScreen ? showSplash() : () => undefined

require('node:module').enableCompileCache()
// With fetch at hand Ink's layout engine would load Node's whole HTTP client to decode its own wasm from a data: URL; without it, it decodes by itself.
const fetch = Object.getOwnPropertyDescriptor(globalThis, 'fetch')
delete globalThis.fetch
import('../dist/app.js')
  .then(({main}) => main({leaveSplash}))
  .finally(() => Object.defineProperty(globalThis, 'fetch', fetch))
