// The smallest full-screen Ink app: what first-frame.ts compares the lab's first frame with.

import {Box, render, Text} from 'ink'

render(
  <Box borderStyle="round">
    <Text>hello, world</Text>
  </Box>,
  {alternateScreen: true, interactive: true},
)
process.stdin.resume()
