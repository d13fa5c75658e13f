// Run by tests in a terminal: an Ink app of the smallest kind, full screen, in plain createElement so that nothing has to be built.

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

// Before the first frame, not with the first hook that wants keys: until then the terminal itself echoes what is typed,
// and an incremental rendering, which only moves the cursor on, draws askew from there.
process.stdin.setRawMode(true)
const app = render(createElement(App), {
  alternateScreen: true,
  incrementalRendering: true,
  kittyKeyboard: {mode: 'enabled'},
})
await app.waitUntilExit()
process.exitCode = 3
