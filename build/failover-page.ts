// Makes docs/failover.html, the page that the README shows: a real failover under load, recorded by the built program and exported by it.
// node build/failover-page.ts, with the ports from 6379 on free (see pictures.ts).

import {rm} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {openLab} from '../tools/program/lab.ts'

const file = fileURLToPath(new URL('../docs/failover.html', import.meta.url))

await using lab = await openLab(['sandbox', '--stage', 'cluster', '--port', '6379', '--lang', 'en'])
await lab.run('/cluster on')
await lab.run('SET cart:ann book')
await lab.run('SET cart:bob pen')
await lab.run('/traffic on 50')
await lab.run('/view timeline')
await lab.run('/kill {6381}')
await lab.waitFor(lab.filled('{6481} replaced {6381}'), {within: 20_000})
await lab.run('GET cart:ann')
await lab.run('@{6481} ROLE')
await lab.run('/start {6381}')
await lab.waitFor(lab.filled('{6381} is back as a replica of {6481}'), {within: 20_000})
await lab.run('CLUSTER NODES')
await lab.run('/traffic off')
await rm(file, {force: true})
await lab.run(`/export ${file}`)
await lab.waitFor(/It\s+plays\s+in/)
