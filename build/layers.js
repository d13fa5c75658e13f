// Which modules are bundled into one file: what every command loads, the first frame of a lab, then what `up` loads besides, then what a lab does, its
// screen, its lessons. Node takes about a millisecond for each file that it loads, however small; without this, a lab would be loaded from more than 70 files.
import {join} from 'node:path'

/** Each has what its module imports and no layer before it has. */
const layers = {
  // By itself, because it starts a process before anything else is loaded.
  'keeper-process': 'src/redis/keeper/spawn-keeper.ts',
  base: 'src/cli/main.ts',
  opening: 'src/ui/opening.tsx',
  authors: 'src/author.ts',
  nodes: 'src/cli/commands/up.ts',
  lab: 'src/cli/commands/learn.ts',
  screen: 'src/ui/ui.tsx',
  lessons: 'lessons/index.ts',
}

/** The layers as groups for rolldown's `codeSplitting`. */
export function layersOf(root) {
  return Object.entries(layers).map(([layer, file], i) => {
    const entry = join(root, file)
    let ids
    const name = (id, context) => {
      ids ??= importedFrom(entry, context)
      return ids.has(id) ? layer : null
    }
    return {name, debugName: layer, priority: Object.keys(layers).length - i}
  })
}

/** All modules that `entry` imports, directly or through others. What is imported on demand does not count. */
function importedFrom(entry, context, ids = new Set()) {
  if (ids.has(entry)) return ids
  ids.add(entry)
  for (const id of context.getModuleInfo(entry)?.importedIds ?? []) importedFrom(id, context, ids)
  return ids
}
