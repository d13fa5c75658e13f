// A minimal full-screen Ink app, run by tests in a terminal; in plain createElement, so that it needs no build.

import {Box, render, Text, useApp, useInput, useWindowSize} from 'ink'
import {createElement, useState} from 'react'

function App() {
  const {columns, rows} = useWindowSize()
  const [typed, setTyped] = useState('')
  const {exit} = useApp()
  useInput((input, key) => (key.escape ? exit() : setTyped(before => before + input)))
  return createElement(
    Box,
    {width: columns, height: rows, borderStyle: 'round', flexDirection: 'column', overflow: 'hidden'},
    createElement(Text, {color: 'blue', bold: true}, '主节点 🚀 master'),
    createElement(Text, null, `${columns}x${rows} typed: ${typed}`),
  )
}

// Raw mode before the first frame: until then the terminal echoes what is typed, and incremental rendering, which relies on the
// cursor's position, would draw in the wrong place.
process.stdin.setRawMode(true)
const app = render(createElement(App), {
  alternateScreen: true,
  incrementalRendering: true,
  kittyKeyboard: {mode: 'enabled'},
})
await app.waitUntilExit()
process.exitCode = 3
