// Runs all benchmarks, one after the other. `npm run bench -- --scale 0.1` measures a tenth.

import {boot} from './boot.ts'
import {firstFrame} from './first-frame.ts'
import {lesson} from './lesson.ts'
import {panel} from './panel.ts'
import {prompt} from './prompt.ts'
import {reliability} from './reliability.ts'
import {room} from './room.ts'
import {tails} from './tail.ts'

await firstFrame()
await boot()
await lesson()
await prompt()
await panel()
await tails()
await reliability()
await room()
