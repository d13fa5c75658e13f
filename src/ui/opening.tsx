// The first frame, before the lab, its lessons and its views are loaded. Each row is where the whole screen has it.

import {Box, Text, useWindowSize} from 'ink'
import type {ReactNode} from 'react'
import {layoutOf} from '../views/draw/pane-sizes.ts'
import {type Looks, Style} from '../views/draw/style.ts'
import {openingHeader} from '../views/opening.ts'
import {Inset, TooSmall} from './screen/frame.tsx'
import {TerminalScreen} from './terminal/terminal-screen.tsx'
import {keysView, usualKeys} from './views/key-line.ts'

/** Shows it in place of the splash. */
export function openingOn(looks: Looks, leaveSplash: () => void): TerminalScreen {
  const screen = new TerminalScreen(leaveSplash)
  screen.show(<Opening style={new Style(looks)} />)
  return screen
}

/** A terminal may draw signs in two cells, and is not asked yet: there is room for the separators of the keys, and for an arrow. */
const moreCells = usualKeys.length

function Opening({style}: Readonly<{style: Style}>): ReactNode {
  const size = useWindowSize()
  const {columns, rows} = size
  const keys = keysView(usualKeys, style, columns - 2 - moreCells)
  if (layoutOf(size, {lesson: 'none'}).tier === 'none') return <TooSmall size={size} style={style} />
  return (
    <Box flexDirection="column" width="100%" height={rows} overflowY="hidden">
      <Text wrap="truncate">{style.paint(openingHeader(style, columns))}</Text>
      <Box flexGrow={1} />
      <Inset>
        <Text wrap="truncate">{style.paint(keys)}</Text>
      </Inset>
    </Box>
  )
}
