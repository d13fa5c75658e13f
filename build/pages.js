// Builds the pages: script and style in one HTML file, with a policy that allows just these.
import {createHash} from 'node:crypto'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {rolldown} from 'rolldown'
import {compressed} from './packed-data.js'

/**
 * Bundles `src/web/NAME/main.tsx` and its styles into `NAME.html.br` in `dist`. `connects`: it may ask the server that it came from, and nobody else;
 * `plugins`: for rolldown. Returns the paths of all modules in it.
 */
export async function buildPage(name, {root, dist, connects = false, plugins = []}) {
  const build = await rolldown({
    cwd: root,
    input: `src/web/${name}/main.tsx`,
    platform: 'browser',
    plugins,
    onLog: throwIfUnresolved,
    transform: {target: 'es2024', define: {'process.env.NODE_ENV': '"production"'}},
  })
  const {output} = await build.generate({format: 'iife', minify: true, codeSplitting: false})
  await build.close()
  const folder = join(root, 'src/web')
  const styles = ['draw/page.css', `${name}/${name}.css`].map(file =>
    readFileSync(join(folder, file), 'utf8'),
  )
  const script = inScript(output[0].code)
  const style = smaller(styles.join('\n'))
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    ...(connects ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const body = readFileSync(join(folder, name, `${name}.html`), 'utf8').trim()
  const page = Object.entries({body, policy, style, script}).reduce(
    (text, [place, value]) => text.replace(`<!--${place}-->`, () => value),
    readFileSync(join(folder, 'page.html'), 'utf8'),
  )
  writeFileSync(join(dist, `${name}.html.br`), compressed(page))
  return Object.keys(output[0].modules)
}

/** What cannot be found would be left out, and missed only when it runs. */
export function throwIfUnresolved(level, log, tell) {
  if (log.code === 'UNRESOLVED_IMPORT')
    throw new Error(`${log.message}\nnpm ci installs what the lock file names.`)
  tell(level, log)
}

/** Without what would end the script element, or begin a comment in it. */
function inScript(code) {
  return code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
}

/** Comments and line breaks are left out; the rules stay as they are. */
function smaller(css) {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s*\n\s*/g, '')
}

function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
