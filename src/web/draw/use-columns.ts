// How many cells of a terminal fit into a box of the page.

import {useLayoutEffect, useRef, useState} from 'preact/hooks'

/** Text of which the width of one cell is measured: one character alone would be rounded. */
const probe = 'x'.repeat(100)
/** The views are made for no less. */
const leastColumns = 40

/** A box to be measured, and its width in cells: first a guess, then, before anything is painted, the real one. */
export function useColumns() {
  const box = useRef<HTMLDivElement>(null)
  const [columns, setColumns] = useState(80)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const measure = () =>
      setColumns(Math.max(leastColumns, Math.floor(element.clientWidth / cellWidth(element))))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [box, columns] as const
}

/** The width of a cell in the font of `element`, px. */
function cellWidth(element: HTMLElement): number {
  const text = document.createElement('span')
  text.className = 'probe'
  text.textContent = probe
  element.append(text)
  const {width} = text.getBoundingClientRect()
  text.remove()
  return width / probe.length
}
