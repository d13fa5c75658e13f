// The history file: read once, and appended to under a lock, so that labs running at the same time keep each other's lines.
// Readable only by its owner. src/model/prompt/history.ts decides what is saved.

import {appendFile, mkdir, readFile} from 'node:fs/promises'
import {dirname} from 'node:path'
import {historyText, isKept, mostHistory, parseHistory} from '../../model/prompt/history.ts'
import {type Message, message} from '../../model/text/messages.ts'
import {errnoOf} from '../../platform/errno.ts'
import {smallFileMaxAge, takeLock} from '../../platform/file-lock.ts'
import {writeWhole} from '../../platform/whole-file.ts'

export type History = Readonly<{
  /** Lines of earlier sessions, oldest first. */
  lines: readonly string[]
  /** Appends new lines, except for secrets. */
  keep: (lines: readonly string[]) => void
  /** Settles when everything is written, with the error if there was one: the lab works without a history. */
  close: () => Promise<Message | undefined>
}>

/** Never rejects. */
export async function openHistory(file: string): Promise<History> {
  let fault: Message | undefined
  const failed = (error: Error) => {
    fault ??= message('error.history', {file, cause: error.message})
  }
  const lines = await read(file).catch((error: Error) => {
    failed(error)
    return []
  })
  let last = lines.at(-1)
  let writing = Promise.resolve()
  return {
    lines,
    keep(typed) {
      const kept = typed.filter(line => {
        const keeps = isKept(line, last)
        if (keeps) last = line
        return keeps
      })
      // A file that could not be read is not written either.
      if (kept.length > 0) writing = writing.then(() => (fault ? undefined : add(file, kept).catch(failed)))
    },
    async close() {
      await writing
      return fault
    },
  }
}

async function read(file: string): Promise<readonly string[]> {
  try {
    return parseHistory(await readFile(file, 'utf8'))
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return []
    throw error
  }
}

async function add(file: string, lines: readonly string[]) {
  const folder = dirname(file)
  await mkdir(folder, {recursive: true})
  await using _ = await takeLock(folder, {maxAge: smallFileMaxAge})
  await appendFile(file, historyText(lines), {mode: 0o600})
  const text = await readFile(file, 'utf8')
  // Shortens only occasionally, because that rewrites the whole file.
  if (text.split('\n').length > mostHistory * 1.5)
    await writeWhole(file, historyText(parseHistory(text)), 0o600)
}
