// The language and the looks of a screen, made once for all its views: keys become text, names become signs, lines become painted.

import {
  type Language,
  type Message,
  type MessageKey,
  message,
  translate,
  type Values,
} from '../../model/text/messages.ts'
import type {ServerKind} from '../../model/text/program-names.ts'
import type {Line} from './styled-text.ts'
import {paint, type SignName, sign, type Theme} from './theme.ts'

/** `server` runs on the screen's nodes, and its programs are named. */
export type Looks = Readonly<{language: Language; theme: Theme; server?: ServerKind | undefined}>

/** Never changes: another language is another style, and lines kept for this one stay valid. */
export class Style {
  readonly language: Language
  readonly theme: Theme
  readonly server: ServerKind | undefined

  constructor({language, theme, server}: Looks) {
    this.language = language
    this.theme = theme
    this.server = server
  }

  /** The same with ASCII signs. */
  inAscii(): Style {
    return new Style({...this, theme: {...this.theme, unicode: false}})
  }

  text(key: MessageKey, values?: Values): string {
    return this.translate(message(key, values))
  }

  translate(one: Message): string {
    return translate(this.language, one, this.server)
  }

  sign(name: SignName): string {
    return sign(name, this.theme)
  }

  /** A line as the terminal takes it. */
  paint(line: Line): string {
    return paint(line, this.theme)
  }
}
