// The modes a program can leave a terminal in: those that the emulator reports, and two that it does not.

import type {Terminal as Emulator} from '@xterm/headless'

export type Modes = Readonly<{
  alternateScreen: boolean
  cursorVisible: boolean
  bracketedPaste: boolean
  mouse: 'none' | 'x10' | 'vt200' | 'drag' | 'any'
  focusEvents: boolean
  applicationCursorKeys: boolean
  applicationKeypad: boolean
  insert: boolean
  origin: boolean
  lineWrap: boolean
  synchronizedUpdate: boolean
  /** How many times the kitty keyboard was pushed and not popped, on both screens together. */
  kittyKeyboard: number
}>

/** Tracks what the program sets from now on. The result reads the current modes. */
export function trackModes(emulator: Emulator): () => Modes {
  const cursorVisible = trackCursor(emulator)
  const kittyKeyboard = trackKittyKeyboard(emulator)
  return () => ({
    alternateScreen: emulator.buffer.active.type === 'alternate',
    cursorVisible: cursorVisible(),
    bracketedPaste: emulator.modes.bracketedPasteMode,
    mouse: emulator.modes.mouseTrackingMode,
    focusEvents: emulator.modes.sendFocusMode,
    applicationCursorKeys: emulator.modes.applicationCursorKeysMode,
    applicationKeypad: emulator.modes.applicationKeypadMode,
    insert: emulator.modes.insertMode,
    origin: emulator.modes.originMode,
    lineWrap: emulator.modes.wraparoundMode,
    synchronizedUpdate: emulator.modes.synchronizedOutputMode,
    kittyKeyboard: kittyKeyboard(),
  })
}

function trackCursor(emulator: Emulator): () => boolean {
  let visible = true
  const set = (value: boolean, holds: (params: unknown[]) => boolean) => (params: unknown[]) => {
    if (holds(params)) visible = value
    return false // so that the emulator handles it too
  }
  const cursor = (params: unknown[]) => params.includes(25)
  emulator.parser.registerCsiHandler({prefix: '?', final: 'h'}, set(true, cursor))
  emulator.parser.registerCsiHandler({prefix: '?', final: 'l'}, set(false, cursor))
  // A reset, soft or full, shows the cursor.
  emulator.parser.registerCsiHandler(
    {intermediates: '!', final: 'p'},
    set(true, () => true),
  )
  emulator.parser.registerEscHandler({final: 'c'}, () => set(true, () => true)([]))
  return () => visible
}

/**
 * Each of the two screens has a stack (https://sw.kovidgoyal.net/kitty/keyboard-protocol/): a pop on the alternate screen does not
 * undo a push on the main one. The emulator does not know the protocol and does not answer `CSI ? u`, so a program that asks
 * first does not push.
 */
function trackKittyKeyboard(emulator: Emulator): () => number {
  const depth = {normal: 0, alternate: 0}
  emulator.parser.registerCsiHandler({prefix: '>', final: 'u'}, () => {
    depth[emulator.buffer.active.type]++
    return true
  })
  emulator.parser.registerCsiHandler({prefix: '<', final: 'u'}, ([count]) => {
    const screen = emulator.buffer.active.type
    depth[screen] = Math.max(0, depth[screen] - (Number(count) || 1))
    return true
  })
  return () => depth.normal + depth.alternate
}
