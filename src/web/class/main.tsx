/** @jsxImportSource preact */
// Begins the instructor's page.

import {render} from 'preact'
import {App} from './app.tsx'
import {follow, readCourse} from './hub.ts'
import {readLooks} from './looks.ts'
import {createClassState} from './state.ts'

const root = document.getElementById('class')

async function begin() {
  const state = createClassState(readLooks(), await readCourse())
  follow(state)
  setInterval(() => {
    state.now.value = Date.now()
  }, 1000)
  if (root) render(<App state={state} />, root)
}

begin().catch((error: Error) => root?.append(error.message))
