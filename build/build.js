// Bundles the program into dist/: app.js and what it loads later as chunks, keeper.cjs, the process that owns the nodes, and wires.cjs,
// the one between the nodes of a wired stage. As CommonJS they start 6 to 30 ms sooner, and a lab waits for them.
// spawn-keeper.js starts the keeper while the program loads. prepare-host.js is a process that `host` asks at its start.
// player.html.br is a page that plays a recording once one is put into it, class.html.br the instructor's page. What ends in .br is packed.
// redis-cluster-lab.1 is the manual page.
// author.js and author/*.d.ts are for authors of lessons; author.js shares its chunks with the program.
// Everything is bundled, so that npm installs one package instead of fifty.
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {manPage} from '../src/program/man-page.ts'
import {writeAuthorTypes} from './author-types.js'
import {bundle} from './bundle.js'
import {layersOf} from './layers.js'
import {licencesOf} from './licences.js'
import {packedData} from './packed-data.js'
import {buildPage} from './pages.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')

rmSync(dist, {recursive: true, force: true})
const packed = packedData({root, dist})
const into = {root, dir: dist, plugins: [packed.plugin]}
const alone = {...into, codeSplitting: false, format: 'cjs', entryFileNames: '[name].cjs'}
const programs = {
  app: 'src/cli/main.ts',
  author: 'src/author.ts',
  'prepare-host': 'src/cli/prepare-host.ts',
  'spawn-keeper': 'src/redis/keeper/spawn-keeper.ts',
}
const modules = [
  ...(await bundle(programs, {
    ...into,
    chunkFileNames: '[name].js',
    codeSplitting: {groups: layersOf(root)},
  })),
  ...(await bundle({keeper: 'src/redis/keeper/keeper-process.ts'}, alone)),
  ...(await bundle({wires: 'src/redis/wires/wires-process.ts'}, alone)),
  ...(await buildPage('player', {root, dist, plugins: [packed.pagePlugin]})),
  ...(await buildPage('class', {root, dist, connects: true})),
]
packed.write()
writeFileSync(join(dist, 'LICENCES.txt'), licencesOf(modules))
const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
writeFileSync(join(dist, 'redis-cluster-lab.1'), manPage(version))
writeAuthorTypes({root, dist})
