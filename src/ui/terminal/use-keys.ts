// The single reader of the keyboard: turns raw input into keys.

import {usePaste, useStdin} from 'ink'
import {useCallback, useEffect, useRef} from 'react'
import {createKeyReader, type Key} from './keys.ts'

/** A lone ESC is the Escape key if nothing follows within this time, ms. Over ssh the rest of a sequence can be a little late. */
const escapeAfter = 100
/** A paste without an end is taken as it is after this time, ms. */
const pasteAfter = 2000

/** Takes keys in their order; returns those that come later, once what a key began is under way. */
export type OnKeys = (keys: readonly Key[]) => readonly Key[]

/**
 * Calls `onKeys` with the keys of each chunk, and again with those that it returns; `onColumn` when the terminal reports its cursor. Returns a function that
 * passes on keys as if they had just been typed.
 */
export function useKeys(onKeys: OnKeys, onColumn: (column: number) => void): (keys: readonly Key[]) => void {
  const {stdin, setRawMode} = useStdin()
  const latest = useRef({onKeys, onColumn})
  const giver = useRef<(keys: readonly Key[]) => void>(() => undefined)
  latest.current = {onKeys, onColumn}
  // Makes Ink turn on the terminal's paste marks, and off however the program ends. Our own reader finds the marks.
  usePaste(() => undefined)
  useEffect(() => {
    const reader = createKeyReader(column => latest.current.onColumn(column))
    let timer: NodeJS.Timeout | undefined
    let inTurn: NodeJS.Immediate | undefined
    let waiting: readonly Key[] = []
    let again: NodeJS.Immediate | undefined
    const give = (keys: readonly Key[]) => {
      waiting = [...waiting, ...keys]
      again ??= waiting.length > 0 ? takeNow() : undefined
    }
    const takeNow = () => {
      waiting = latest.current.onKeys(waiting)
      return waiting.length > 0
        ? setImmediate(() => {
            again = takeNow()
          })
        : undefined
    }
    giver.current = give
    const forget = () => {
      clearTimeout(timer)
      clearImmediate(inTurn)
    }
    const onData = (chunk: Buffer | string) => {
      forget()
      give(reader.read(String(chunk)))
      if (reader.pending()) timer = setTimeout(late, reader.pasting() ? pasteAfter : escapeAfter)
    }
    // What came while a slow frame was drawn is read first.
    const late = () => {
      inTurn = setImmediate(flush)
    }
    const flush = () => give(reader.flush())
    setRawMode(true)
    stdin.on('data', onData)
    return () => {
      forget()
      clearImmediate(again)
      stdin.off('data', onData)
      setRawMode(false)
    }
  }, [stdin, setRawMode])
  return useCallback(keys => giver.current(keys), [])
}
