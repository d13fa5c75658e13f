// The texts that our screens give to Ink: lines as theme.ts paints them. For these its stand-ins need not look at each character.
import {isSimple} from '../src/views/draw/styled-text.ts'

/** Each style is reset where its text ends. */
const painted = /^(?:[^\u001b]|\u001b\[[\d;]+m[^\u001b]+\u001b\[0m)*$/
const styles = /\u001b\[[\d;]+m/g

/** Without its styles; undefined if it is not painted so, or of other characters than nearly every frame. */
export function plainOf(text) {
  const plain = text.replace(styles, '')
  return isSimple(plain) && painted.test(text) ? plain : undefined
}
