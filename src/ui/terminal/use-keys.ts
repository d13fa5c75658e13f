// The single reader of the keyboard: turns raw input into keys.

import {usePaste, useStdin} from 'ink'
import {useEffect, useRef} from 'react'
import {createKeyReader, type Key} from './keys.ts'

/** A lone ESC is the Escape key if nothing follows within this time, ms. Over ssh the rest of a sequence can be a little late. */
const escapeAfter = 100
/** A paste without an end is taken as it is after this time, ms. */
const pasteAfter = 2000

/** Calls `onKeys` with the keys of each chunk. */
export function useKeys(onKeys: (keys: readonly Key[]) => void): void {
  const {stdin, setRawMode} = useStdin()
  const latest = useRef(onKeys)
  latest.current = onKeys
  // Makes Ink turn on the terminal's paste marks, and off however the program ends. Our own reader finds the marks.
  usePaste(() => undefined)
  useEffect(() => {
    const reader = createKeyReader()
    let timer: NodeJS.Timeout | undefined
    let inTurn: NodeJS.Immediate | undefined
    const forget = () => {
      clearTimeout(timer)
      clearImmediate(inTurn)
    }
    const onData = (chunk: Buffer | string) => {
      forget()
      const keys = reader.read(String(chunk))
      if (keys.length > 0) latest.current(keys)
      if (reader.pending()) timer = setTimeout(late, reader.pasting() ? pasteAfter : escapeAfter)
    }
    // What came while a slow frame was drawn is read first.
    const late = () => {
      inTurn = setImmediate(flush)
    }
    const flush = () => {
      const keys = reader.flush()
      if (keys.length > 0) latest.current(keys)
    }
    setRawMode(true)
    stdin.on('data', onData)
    return () => {
      forget()
      stdin.off('data', onData)
      setRawMode(false)
    }
  }, [stdin, setRawMode])
}
