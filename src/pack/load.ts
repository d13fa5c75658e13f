// Runs the file of an external lesson; if that fails, explains why in one sentence. A lesson is a program: open only lessons that you would
// trust as a program.

import {execFile} from 'node:child_process'
import {registerHooks} from 'node:module'
import {pathToFileURL} from 'node:url'
import {promisify} from 'node:util'
import {LabError} from '../model/text/lab-error.ts'

/** The module that lessons import, in the sources or in the bundle; the program itself uses the same module. */
const entry = new URL(import.meta.url.endsWith('.ts') ? '../author.ts' : './author.js', import.meta.url)

/** The default export of `file`. @throws LabError with the place of the mistake. */
export async function defaultExportOf(file: string): Promise<unknown> {
  hookImports()
  try {
    return (await import(pathToFileURL(file).href)).default
  } catch (error) {
    throw await explained(file, error)
  }
}

let hooked = false

/** Resolves `redis-cluster-lab` for lessons anywhere on disk, and treats them as modules even without a package.json. */
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

/** The first line number of `file` in a stack trace. */
function lineIn(stack: string, file: string): string | undefined {
  const after = [pathToFileURL(file).href, file].map(name => stack.split(`${name}:`)[1])
  return after.map(text => /^\d+/.exec(text ?? '')?.[0]).find(line => line !== undefined)
}

/** Runs `node --check`, because Node reports the line of a syntax error only for a file that it runs, not for one that is imported. */
async function lineOfSyntaxError(file: string): Promise<string | undefined> {
  const checking = promisify(execFile)(process.execPath, ['--check', file])
  return checking.then(
    () => undefined,
    ({stderr}: {stderr?: string}) => lineIn(stderr ?? '', file),
  )
}
