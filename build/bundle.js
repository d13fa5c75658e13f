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

const fastWidth = fileURLToPath(new URL('string-width.js', import.meta.url))

function withStandIns() {
  const name = id => id.replace('\0stand-in:', '')
  return {
    name: 'stand-ins',
    resolveId(id, importer) {
      if (id === 'string-width' && importer?.includes('/node_modules/')) return fastWidth
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
