// Runs the file of an external lesson; if that fails, explains why in one sentence. A lesson is a program: open only lessons that you would
// trust as a program.

import {execFile} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {copyFile, mkdtemp, realpath, rm, writeFile} from 'node:fs/promises'
import {registerHooks, stripTypeScriptTypes} from 'node:module'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {inspect, promisify} from 'node:util'
import {Worker} from 'node:worker_threads'
import {nearest} from '../model/commands/did-you-mean.ts'
import {firstLine} from '../model/text/first-line.ts'
import {LabError} from '../model/text/lab-error.ts'
import {languages, message, translate} from '../model/text/messages.ts'
import {sanitize} from '../model/text/sanitize.ts'

/** The module that lessons import, in the sources or in the bundle; the program itself uses the same module. */
const entry = new URL(import.meta.url.endsWith('.ts') ? '../author.ts' : './author.js', import.meta.url)

/** ms; a lesson's file has nothing to wait for. */
const importWithin = 10_000

/** The default export of `file`. What the file prints while it runs is dropped. @throws LabError with the place of the mistake. */
export async function defaultExportOf(file: string): Promise<unknown> {
  hookImports()
  // Node imports what a link leads to, and names that in errors.
  const real = await realpath(file)
  const url = pathToFileURL(real).href
  lessonFiles.add(url)
  const printAgain = dropPrints()
  using _ = endIfStuck(file)
  using __ = withoutExit()
  const {promise: late, reject} = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => reject(new LabError('pack.slow', {file, seconds: importWithin / 1000})),
    importWithin,
  )
  try {
    return (await Promise.race([import(url), late])).default
  } catch (error) {
    throw error instanceof LabError ? error : await explained({file, real}, error)
  } finally {
    clearTimeout(timer)
    printAgain()
  }
}

/** Runs beside a file that may never give the thread back, so that no timer there can fire. */
const watcher = `
const {workerData: {after, sentences}} = require('node:worker_threads')
setTimeout(() => {
  require('node:fs').writeSync(2, sentences)
  process.kill(process.pid, 'SIGKILL')
}, after)
`

/** Ends the program with a sentence, in each language because none is known here, if the file loops without end. */
function endIfStuck(file: string): Disposable {
  const slow = message('pack.slow', {file, seconds: importWithin / 1000})
  const sentences = languages.map(language => `${sanitize(translate(language, slow))}\n`).join('')
  const after = importWithin + 1000
  const worker = new Worker(watcher, {eval: true, workerData: {after, sentences}, execArgv: []})
  worker.unref()
  return {[Symbol.dispose]: () => void worker.terminate()}
}

/** A lesson that ends the program would end `check` as if all were well: its exit is an error, with its place. Others, as for Ctrl-C, may exit. */
function withoutExit(): Disposable {
  const {exit} = process
  process.exit = code => {
    const error = new Error(`process.exit(${code ?? ''})`)
    const isOfLesson = [...lessonFiles].some(url => error.stack?.includes(url))
    if (!isOfLesson) return exit(code)
    throw error
  }
  return {
    [Symbol.dispose]() {
      process.exit = exit
    },
  }
}

/** Keeps a lesson's own output away from the terminal, which it could upset, and from a result that a program reads. */
function dropPrints(): () => void {
  const streams = [process.stdout, process.stderr]
  const restores = streams.map(stream => {
    const {write} = stream
    stream.write = (...args: readonly unknown[]) => {
      const written = args.find(one => typeof one === 'function')
      if (written) queueMicrotask(() => written())
      return true
    }
    return () => {
      stream.write = write
    }
  })
  const restore = () => restores.forEach(one => void one())
  // Whatever ends the program meanwhile, the terminal must be given back and the reason printed.
  process.prependListener('exit', restore).prependListener('uncaughtExceptionMonitor', restore)
  return () => {
    restore()
    process.off('exit', restore).off('uncaughtExceptionMonitor', restore)
  }
}

/** URLs of the lesson's file and of all that it imports by relative names. */
const lessonFiles = new Set<string>()
let hooked = false

/** Resolves `redis-cluster-lab` for lessons anywhere on disk, and runs a lesson's files as modules, whatever a package.json above them says. */
function hookImports() {
  if (hooked) return
  hooked = true
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'redis-cluster-lab') return {url: entry.href, shortCircuit: true}
      const found = next(specifier, context)
      if (/^\.{0,2}\//.test(specifier) && lessonFiles.has(context.parentURL ?? '')) lessonFiles.add(found.url)
      if (!lessonFiles.has(found.url) || !/\.[jt]s$/.test(found.url)) return found
      return {...found, format: found.url.endsWith('.ts') ? 'module-typescript' : 'module'}
    },
    load(url, context, next) {
      if (!lessonFiles.has(url) || !/\/node_modules\/.*\.ts$/.test(url)) return next(url, context)
      return {format: 'module', source: withoutTypes(fileURLToPath(url)), shortCircuit: true}
    },
  })
}

/** The JavaScript of a TypeScript file below node_modules, where Node refuses to strip types by itself. */
function withoutTypes(file: string): string {
  const {emitWarning} = process
  // Node warns that the function is experimental; there is nothing that a learner could do about it.
  process.emitWarning = () => undefined
  try {
    return stripTypeScriptTypes(readFileSync(file, 'utf8'))
  } finally {
    process.emitWarning = emitWarning
  }
}

async function explained(
  {file, real}: Readonly<{file: string; real: string}>,
  error: unknown,
): Promise<LabError> {
  const {message, stack = ''} = error instanceof Error ? error : new Error(inspect(error))
  const line =
    lineIn(stack, real) ?? (error instanceof SyntaxError ? await lineOfSyntaxError(real) : undefined)
  const place = line === undefined ? file : `${file}:${line}`
  const missing = /'redis-cluster-lab' does not provide an export named '(\w+)'/.exec(message)
  if (!missing) return new LabError('pack.broken', {place, cause: causeOf(message, error)}, {cause: error})
  const [, name = ''] = missing
  const near = await nearestExport(name)
  return near === undefined
    ? new LabError('pack.noExport', {place, name}, {cause: error})
    : new LabError('pack.exportMeant', {place, name, near}, {cause: error})
}

/** Without a message, such as of \`throw new Error()\`, the error's name; always on one line. */
function causeOf(message: string, error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  return firstLine(message).replace(/\.$/, '') || name || '-'
}

async function nearestExport(name: string): Promise<string | undefined> {
  return nearest(name, Object.keys(await import(entry.href)))
}

/** The first line number of `file` in a stack trace. */
function lineIn(stack: string, file: string): string | undefined {
  const after = [pathToFileURL(file).href, file].map(name => stack.split(`${name}:`)[1])
  return after.map(text => /^\d+/.exec(text ?? '')?.[0]).find(line => line !== undefined)
}

/**
 * Runs \`node --check\`, because Node reports the line of a syntax error only for a file that it runs, not for one that is imported.
 * A copy: the package.json beside it says that it is a module.
 */
async function lineOfSyntaxError(file: string): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'redis-cluster-lab-check-'))
  try {
    const copy = join(folder, basename(file))
    await copyFile(file, copy)
    await writeFile(join(folder, 'package.json'), '{"type": "module"}')
    const checking = promisify(execFile)(process.execPath, ['--check', copy])
    return await checking.then(
      () => undefined,
      ({stderr}: {stderr?: string}) => lineIn(stderr ?? '', copy),
    )
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}
