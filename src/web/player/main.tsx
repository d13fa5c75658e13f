/** @jsxImportSource preact */
// Begins the player: unpacks the recording that is in this page.

import {render} from 'preact'
import type {Outline} from '../../model/recording/page-recording.ts'
import {isLanguage, type Language} from '../../model/text/messages.ts'
import {Replay} from '../../replay/replay.ts'
import {readerOfPage} from '../../replay/segment-reader.ts'
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
  // Before the nodes are there, there is nothing to see.
  const {to} = replay.position()
  while (!replay.state().snapshot && replay.position().at < to) replay.step(1)
  const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const player = createPlayerState(replay, readersLanguage(), scheme)
  if (root) render(<Player player={player} versions={outline.versions} />, root)
}

/** The first that the reader's browser asks for and we have; else that of the lab that exported the page. */
function readersLanguage(): Language {
  const wanted = navigator.languages.map(one => one.slice(0, 2))
  return [...wanted, html.lang].find(isLanguage) ?? 'en'
}

/** The lines of the recording; the last is its outline. */
async function unpacked(base64: string): Promise<readonly string[]> {
  const bytes = Uint8Array.from(atob(base64), char => char.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  const text = await new Response(stream).text()
  return text.split('\n')
}
