// Shows a splash screen at once, then loads the program, whose first frame replaces it.
require('node:diagnostics_channel').channel('redis-cluster-lab.phase').publish('started')

const withoutScreen = [
  'host',
  'leave',
  'export-html',
  'list',
  'check',
  'up',
  'lesson',
  'doctor',
  'clean',
  'report',
  'export',
  'import',
  'completion',
  'config',
  '--plain',
  'help',
  'version',
  '--help',
  '-h',
  '--version',
  '-v',
  '-V',
]
const opensScreen =
  process.stdin.isTTY &&
  process.stdout.isTTY &&
  process.env.TERM !== 'dumb' &&
  !process.argv.slice(2).some(arg => withoutScreen.includes(arg))

// Without a home folder (a container's unknown user) Node's homedir() throws; nothing can be kept then, and the lab says so.
try {
  require('node:os').homedir()
} catch {
  process.env.HOME = '/nonexistent'
}

/** In the lab's own cache folder (src/cli/environment.ts), not in the temp folder, where Node would share it with every program. */
function compileCacheFolder() {
  const {isAbsolute, join} = require('node:path')
  const home = require('node:os').homedir()
  const isMac = process.platform === 'darwin'
  const {XDG_CACHE_HOME: named = ''} = process.env
  const usual = isMac ? 'Library/Caches' : '.cache'
  const cache = !isMac && isAbsolute(named) ? named : join(home, usual)
  return join(cache, 'redis-cluster-lab', 'compiled')
}

const signals = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGQUIT: 131}

/** Returns a function that restores the terminal. It also runs if the program ends before it has a screen of its own. */
function showSplash() {
  // Installed first: an earlier signal would end the process without restoring the terminal.
  const handlers = Object.entries(signals).map(([signal, code]) => [signal, () => process.exit(code)])
  for (const [signal, handler] of handlers) process.on(signal, handler)
  require('./terminal-guard.js').guardTerminal()
  // Raw mode before anything is shown, so that a key typed now is not echoed.
  process.stdin.setRawMode(true)
  process.stdout.write('\u001b[?1049h\u001b[2J\u001b[H\u001b[?25l redis-cluster-lab ...')
  let shown = true
  const leave = () => {
    if (!shown) return
    shown = false
    process.stdout.write('\u001b[?25h\u001b[?1049l')
    process.stdin.setRawMode(false)
    process.off('exit', leave)
    // Once the program listens, which takes the screen now: a signal that has just come would be lost in between.
    queueMicrotask(() => {
      for (const [signal, handler] of handlers) process.off(signal, handler)
    })
  }
  process.on('exit', leave)
  return leave
}

const leaveSplash = opensScreen ? showSplash() : () => undefined

// A lab and a hub run for hours. While they load, V8 would take 16 MB for new objects, and never give them back; src/platform/memory.ts lets it take some.
if (opensScreen || ['host', '--plain'].some(word => process.argv.includes(word)))
  require('node:v8').setFlagsFromString('--semi-space-growth-factor=1')

require('node:module').enableCompileCache(process.env.NODE_COMPILE_CACHE || compileCacheFolder())
// Not more exact than this: a keeper that nobody needs ends with the program, and one that is needed after all is started later.
const startsNodes = (opensScreen && !process.argv.includes('replay')) || process.argv[2] === 'up'
const spawnKeeper = async () => (await import('../dist/spawn-keeper.js')).spawnKeeper()
Promise.resolve(startsNodes ? spawnKeeper() : undefined).then(async keeper =>
  (await import('../dist/app.js')).main({leaveSplash, keeper}),
)
