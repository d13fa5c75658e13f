// Runs the file of a lesson that lies outside this program, and says in one sentence why it could not be run. A lesson is a program:
// whoever opens somebody's lessons trusts them as far as any other program.

import {execFile} from 'node:child_process'
import {registerHooks} from 'node:module'
import {pathToFileURL} from 'node:url'
import {promisify} from 'node:util'
import {LabError} from '../model/text/lab-error.ts'

/** The author's interface, in the sources or in the bundle; in both it is the very module that this program runs on. */
const entry = new URL(import.meta.url.endsWith('.ts') ? '../author.ts' : './author.js', import.meta.url)

/** What `file` exports by `default`. @throws LabError with the place of the mistake. */
export async function defaultExportOf(file: string): Promise<unknown> {
  hookImports()
  try {
    return (await import(pathToFileURL(file).href)).default
  } catch (error) {
    throw await explained(file, error)
  }
}

let hooked = false

/** `redis-cluster-lab` is found wherever the lesson lies; and a lesson is a module, also where no package.json says so. */
function hookImports() {
  if (hooked) return
  hooked = true
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'redis-cluster-lab') return {url: entry.href, shortCircuit: true}
      const found = next(specifier, context)
      const format = found.url.endsWith('.ts') ? 'module-typescript' : 'module'
      return /^file:.*\.[jt]s$/.test(found.url) ? {...found, format: found.format ?? format} : found
    },
  })
}

async function explained(file: string, error: unknown): Promise<LabError> {
  const {message, stack = ''} = error instanceof Error ? error : new Error(String(error))
  const line =
    lineIn(stack, file) ?? (error instanceof SyntaxError ? await lineOfSyntaxError(file) : undefined)
  const place = line === undefined ? file : `${file}:${line}`
  const missing = /'redis-cluster-lab' does not provide an export named '(\w+)'/.exec(message)
  return missing
    ? new LabError('pack.noExport', {place, name: missing[1] ?? ''}, {cause: error})
    : new LabError('pack.broken', {place, cause: message}, {cause: error})
}

/** The line of `file` that a stack names first. */
function lineIn(stack: string, file: string): string | undefined {
  const after = [pathToFileURL(file).href, file].map(name => stack.split(`${name}:`)[1])
  return after.map(text => /^\d+/.exec(text ?? '')?.[0]).find(line => line !== undefined)
}

/** Node does not tell the place of a syntax error to who imports the file, only to who runs it. */
async function lineOfSyntaxError(file: string): Promise<string | undefined> {
  const checking = promisify(execFile)(process.execPath, ['--check', file])
  return checking.then(
    () => undefined,
    ({stderr}: {stderr?: string}) => lineIn(stderr ?? '', file),
  )
}
