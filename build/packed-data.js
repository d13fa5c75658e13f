// Texts and tables, a third of the program's bytes as JavaScript, are packed into files of their own beside it. A module that only holds such data becomes a few
// words that read it from there, when the module is first needed. So does the WebAssembly of Ink's layout engine.
import {readFileSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {brotliCompressSync, constants} from 'node:zlib'
import {parseLessonWords} from '../src/model/lesson/lesson-words.ts'

/** The file for each kind of module. What is needed at the same time is in one file. */
const files = [
  {file: 'messages', modules: /\/src\/model\/text\/catalogue\/[\w-]+\.ts$/},
  {file: 'lessons', modules: /\.md$/},
  {file: 'help', modules: /\/src\/program\/words\.ts$/},
  {file: 'command-docs', modules: /\/command-docs\.json$/},
  {file: 'key-positions', modules: /\/@ioredis\/commands\/.+\.json$/},
]

/** In the program. */
const readsFile = `
import {readFileSync} from 'node:fs'
import {brotliDecompressSync} from 'node:zlib'
const read = new Map()
export function packed(file) {
  if (!read.has(file)) read.set(file, JSON.parse(unpacked(file)))
  return read.get(file)
}
export function unpacked(file) {
  return brotliDecompressSync(readFileSync(new URL(file, import.meta.url)))
}`

/** In a page that has the messages as an element; src/lab/recording/page-file.ts puts them there. */
const readsElement = `
const messages = JSON.parse(document.getElementById('messages').textContent)
export const packed = () => messages`

/** Plugins for rolldown: one for the program, one for pages. Call `write` after the build. */
export function packedData({root, dist}) {
  const contents = new Map()

  async function load(module) {
    const file = files.find(({modules}) => modules.test(module))?.file
    if (!file) return undefined
    const name = relative(root, module)
    const exported = await exportsOf(module)
    contents.set(file, {...contents.get(file), [name]: exported})
    const its = `packed(${JSON.stringify(`${file}.json.br`)})[${JSON.stringify(name)}]`
    const lines = Object.keys(exported).map(one =>
      one === 'default' ? `export default ${its}.default` : `export const ${one} = ${its}.${one}`,
    )
    return {code: [`import {packed} from '\0packed'`, ...lines].join('\n'), moduleType: 'js'}
  }

  /** Its module has the WebAssembly as a data: URL, and takes it from an option, too. */
  function transform(code, module) {
    if (!module.endsWith('/yoga-wasm-base64-esm.js')) return undefined
    const [url, base64] = /"data:application\/octet-stream;base64,([^"]{1000,})"/.exec(code) ?? []
    const options = 'loadYoga = loadYoga || {};'
    if (!url || !code.includes(options)) throw new Error(`${module} has no WebAssembly in the expected form.`)
    const source = compressed(Buffer.from(base64, 'base64'))
    this.emitFile({type: 'asset', fileName: 'yoga.wasm.br', source})
    const without = code
      .replace(url, '""')
      .replace(options, `loadYoga = {wasmBinary: unpacked('yoga.wasm.br')};`)
    return {code: `import {unpacked} from '\0packed'\n${without}`}
  }

  const plugin = reader => ({
    name: 'packed-data',
    resolveId: id => (id === '\0packed' ? id : undefined),
    load: id => (id === '\0packed' ? reader : load(id)),
    transform,
  })

  return {
    plugin: plugin(readsFile),
    pagePlugin: plugin(readsElement),
    write() {
      for (const [file, content] of contents) {
        // The order of loading is not always the same; that of the names is.
        const sorted = Object.fromEntries(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)))
        writeFileSync(join(dist, `${file}.json.br`), compressed(JSON.stringify(sorted)))
      }
    },
  }
}

async function exportsOf(module) {
  if (module.endsWith('.md')) return {default: parseLessonWords(module, readFileSync(module, 'utf8'))}
  if (module.endsWith('.json')) return {default: JSON.parse(readFileSync(module, 'utf8'))}
  const exported = {...(await import(module))}
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(exported)), exported))
    throw new Error(`${module} exports more than plain data.`)
  return exported
}

export function compressed(text) {
  const {BROTLI_PARAM_LGWIN, BROTLI_MAX_WINDOW_BITS} = constants
  return brotliCompressSync(text, {params: {[BROTLI_PARAM_LGWIN]: BROTLI_MAX_WINDOW_BITS}})
}
