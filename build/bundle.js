// Bundles programs for Node: everything in as few files as possible, minified.
import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'
import {throwIfUnresolved} from './pages.js'
import {reactInInk} from './react-in-ink.js'

/** What is bundled in place of a package. */
const standIns = {
  // Ink imports them, but they are not installed.
  'react-devtools-core': 'export default {connectToDevTools() {}}',
  // ioredis describes what it does to developers of ioredis.
  debug: 'export default () => Object.assign(() => {}, {enabled: false})',
  // The package itself would bring its limiters for a dozen databases.
  'rate-limiter-flexible': `export {default as RateLimiterMemory} from 'rate-limiter-flexible/lib/RateLimiterMemory.js'`,
}

/** What is bundled in place of a module where Ink and its packages import it. */
const faster = [
  {id: 'string-width', importer: /\/node_modules\//, file: 'string-width.js'},
  {id: './output.js', importer: /\/ink\/build\/renderer\.js$/, file: 'ink-output.js'},
  {id: './sanitize-ansi.js', importer: /\/ink\/build\/squash-text-nodes\.js$/, file: 'ink-sanitize.js'},
]

function withStandIns() {
  const name = id => id.replace('\0stand-in:', '')
  return {
    name: 'stand-ins',
    resolveId(id, importer) {
      const its = faster.find(one => one.id === id && one.importer.test(importer ?? ''))
      if (its) return fileURLToPath(new URL(its.file, import.meta.url))
      return Object.hasOwn(standIns, id) ? `\0stand-in:${id}` : undefined
    },
    load: id => (id.startsWith('\0stand-in:') ? standIns[name(id)] : undefined),
  }
}

/** Writes the bundle of each `input` to `dir`. Returns the modules that are in them. `plugins`: more of them, for rolldown. */
export async function bundle(input, {root, dir, plugins = [], ...options}) {
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    onLog: throwIfUnresolved,
    plugins: [...plugins, withStandIns(), reactInInk],
    transform: {target: 'node22', define: {'process.env.NODE_ENV': '"production"'}},
  })
  const {output} = await build.write({dir, format: 'esm', minify: true, comments: false, ...options})
  await build.close()
  return output.flatMap(chunk => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []))
}
