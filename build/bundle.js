// Bundles programs for Node: everything in as few files as possible, minified, with the texts of lessons in them.
import {rolldown} from 'rolldown'
import {markdownAsText} from './markdown.js'
import {throwIfUnresolved} from './pages.js'

/** Replaces React's devtools, which Ink imports but which are not installed, with an empty module. */
function withoutDevtools() {
  return {
    name: 'without-devtools',
    resolveId: id => (id === 'react-devtools-core' ? '\0devtools' : undefined),
    load: id => (id === '\0devtools' ? 'export default {connectToDevTools() {}}' : undefined),
  }
}

/** Writes the bundle of each `input` to `dir`. Returns the modules that are in them. */
export async function bundle(input, {root, dir, ...options}) {
  const build = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    onLog: throwIfUnresolved,
    plugins: [markdownAsText(), withoutDevtools()],
    transform: {target: 'node22', define: {'process.env.NODE_ENV': '"production"'}},
  })
  const {output} = await build.write({dir, format: 'esm', minify: true, ...options})
  await build.close()
  return output.flatMap(chunk => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []))
}
