/** @jsxImportSource preact */
// Begins the player: unpacks the recording that is in this page.

import {render} from 'preact'
import type {Outline} from '../../model/recording/page-recording.ts'
import {isLanguage} from '../../model/text/messages.ts'
import {Replay} from '../../replay/replay.ts'
import {readerOfPage} from '../../replay/segment-reader.ts'
import {preferredLanguage, preferredScheme} from '../draw/looks.tsx'
import {Player} from './player.tsx'
import {createPlayerState} from './state.ts'

const {documentElement: html} = document
const root = document.getElementById('player')

begin().catch((error: Error) => {
  // The words of both languages are in the page: what fails here may be the program.
  document.getElementById('failed')?.removeAttribute('hidden')
  document.getElementById('cause')?.append(error.message)
})

async function begin() {
  const lines = await unpacked(document.getElementById('recording')?.textContent ?? '')
  const outline = JSON.parse(lines.at(-1) ?? '') as Outline
  const replay = new Replay(readerOfPage(outline, lines), outline.lessons)
  replay.seek(outline.segments[0]?.from ?? 0)
  toFirstReading(replay)
  const language = preferredLanguage() ?? (isLanguage(html.lang) ? html.lang : 'en')
  const player = createPlayerState(replay, language, preferredScheme())
  if (root) render(<Player player={player} versions={outline.versions} />, root)
}

/** Before the nodes are there, there is nothing to see. Stays where it is if a change cannot be read. */
function toFirstReading(replay: Replay) {
  let before = Number.NaN
  while (!replay.state().snapshot && replay.position().at !== before) {
    before = replay.position().at
    replay.step(1)
  }
}

/** The lines of the recording; the last is its outline. */
async function unpacked(base64: string): Promise<readonly string[]> {
  const stream = new Blob([decoded(base64)]).stream().pipeThrough(new DecompressionStream('gzip'))
  const text = await new Response(stream).text()
  return text.split('\n')
}

/** Byte by byte: Uint8Array.from(text, …) takes seventeen times as long, a third of a second for an hour's session. */
function decoded(base64: string): Uint8Array<ArrayBuffer> {
  const chars = atob(base64)
  const bytes = new Uint8Array(chars.length)
  for (let i = 0; i < chars.length; i++) bytes[i] = chars.charCodeAt(i)
  return bytes
}
