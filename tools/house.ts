// The drawing in docs/architecture.md: the parts of the program, and which imports which. Run: writes it there again.

import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {allImports, isOurs, root} from './imports.ts'

export const architectureFile = join(root, 'docs/architecture.md')

/** Between the fences of the drawing. */
const fence = /```mermaid\n[\s\S]*?\n```/

/** `src/ui/…` is in `ui`; of the files above all rooms only the entry of authors is a part of its own. */
function partOf(file: string): string | undefined {
  if (file.startsWith('lessons/')) return 'lessons'
  const [, part] = /^src\/([^/]+?)(?:\.ts)?(?:\/|$)/.exec(file) ?? []
  return part
}

/** Arrows that follow from others are left out: what imports `lab` may import what `lab` does. */
export function drawing(): string {
  const arrows = new Map<string, Set<string>>()
  for (const {from, to} of allImports()) {
    const [upper, lower] = [partOf(from), isOurs(to) ? partOf(to) : undefined]
    if (upper && lower && upper !== lower) arrows.set(upper, (arrows.get(upper) ?? new Set()).add(lower))
  }
  const lines = [...arrows].flatMap(([upper, all]) => {
    const direct = [...all].filter(
      lower => ![...all].some(other => other !== lower && reaches(arrows, other, lower)),
    )
    return direct.toSorted().map(lower => `  ${upper} --> ${lower}`)
  })
  return ['```mermaid', 'flowchart TD', ...lines.toSorted(), '```'].join('\n')
}

function reaches(arrows: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const below = arrows.get(from) ?? new Set()
  return below.has(to) || [...below].some(next => reaches(arrows, next, to))
}

/** The drawing as it stands in the document. */
export function drawn(): string {
  return fence.exec(readFileSync(architectureFile, 'utf8'))?.[0] ?? ''
}

if (import.meta.main) {
  const text = readFileSync(architectureFile, 'utf8')
  writeFileSync(
    architectureFile,
    text.replace(fence, () => drawing()),
  )
}
