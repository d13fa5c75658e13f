// Bundles programs for Node: everything in as few files as possible, minified.
import {isBuiltin} from 'node:module'
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
  // Packages of Ink and ioredis assert what they are given by these, and the module takes 2 ms.
  assert: 'module.exports = Object.assign(() => {}, {equal() {}, strictEqual() {}})',
  // ioredis encrypts no connection to a node of this computer, and the module takes 9 ms.
  tls: `export const connect = (...given) => process.getBuiltinModule('node:tls').connect(...given)`,
  // The package itself would bring its limiters for a dozen databases.
  'rate-limiter-flexible': `export {default as RateLimiterMemory} from 'rate-limiter-flexible/lib/RateLimiterMemory.js'`,
}

/** What is bundled in place of a module where these import it. */
const faster = [
  {id: 'string-width', importer: /\/node_modules\//, file: 'string-width.js'},
  {id: 'string-width', importer: /\/styled-text\.ts$|\/build\/string-width\.js$/, file: 'late-width.js'},
  {id: './output.js', importer: /\/ink\/build\/renderer\.js$/, file: 'ink-output.js'},
  {id: './sanitize-ansi.js', importer: /\/ink\/build\/squash-text-nodes\.js$/, file: 'ink-sanitize.js'},
]

/** Licenses are in a file of their own. Annotations stay: measured, Node takes a tenth longer to load the screen without them. */
const comments = {legal: false, annotation: true, jsdoc: false}

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

/**
 * Node's own modules are taken without `import`: at that Node reads all that they export, and for some of it loads streams and workers that nobody asked for
 * (20 ms of a start). What is not used is left out.
 */
const builtins = {
  name: 'builtins',
  resolveId: (id, _importer, {kind}) =>
    isBuiltin(id) && kind === 'import-statement' ? `\0builtin:${id.replace('node:', '')}` : undefined,
  load(id) {
    if (!id.startsWith('\0builtin:')) return undefined
    const name = `node:${id.replace('\0builtin:', '')}`
    const exported = Object.keys(process.getBuiltinModule(name)).filter(one => one !== 'default')
    return [
      `const builtin$ = process.getBuiltinModule('${name}')`,
      'const get$ = name => builtin$[name]',
      'export default builtin$',
      ...exported.map(one => `export const ${one} = /* @__PURE__ */ get$('${one}')`),
    ].join('\n')
  },
}

const graphemes = fileURLToPath(new URL('../src/views/draw/graphemes.ts', import.meta.url))

/** Ink and its packages make five segmenters as they load. They get ours, which is made when a text first needs it. */
const oneSegmenter = {
  name: 'one-segmenter',
  transform(code, module) {
    const made = /new Intl\.Segmenter\((?:undefined, \{ ?granularity: ['"]grapheme['"] ?\})?\)/g
    if (!module.includes('/node_modules/') || !made.test(code)) return undefined
    return {
      code: `import {graphemes as segmenter$} from ${JSON.stringify(graphemes)}\n${code.replace(made, 'segmenter$')}`,
    }
  },
}

/** Writes the bundle of each `input` to `dir`. Returns the modules that are in them. `plugins`: more of them, for rolldown. */
export async function bundle(input, {root, dir, plugins = [], ...options}) {
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    onLog: throwIfUnresolved,
    plugins: [...plugins, withStandIns(), reactInInk, builtins, oneSegmenter],
    transform: {target: 'node22', define: {'process.env.NODE_ENV': '"production"'}},
  })
  const {output} = await build.write({dir, format: 'esm', minify: true, comments, ...options})
  await build.close()
  return output.flatMap(chunk => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []))
}
