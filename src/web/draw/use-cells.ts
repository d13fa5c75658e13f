// The cells of a terminal in a box of the page: how many fit into it, or how large they can be.

import {useLayoutEffect, useRef, useState} from 'preact/hooks'

/** Text of which the width of one cell is measured: one character alone would be rounded. */
const probe = 'x'.repeat(100)
/** The views are made for no less. */
const leastColumns = 40

/** A box to be measured, and its width in cells: first a guess, then, before anything is painted, the real one. */
export function useColumns() {
  const box = useRef<HTMLDivElement>(null)
  const [columns, setColumns] = useState(80)
  useLayoutEffect(
    () =>
      whenSized(box.current, element =>
        setColumns(Math.max(leastColumns, Math.floor(element.clientWidth / cellOf(element).width))),
      ),
    [],
  )
  return [box, columns] as const
}

/** A box without padding, whose font becomes as large as so many cells allow. */
export function useFittingFont(columns: number, rows: number) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(
    () =>
      whenSized(box.current, element => {
        const {width, height, font} = cellOf(element)
        const {clientWidth, clientHeight} = element
        const times = Math.min(clientWidth / (columns * width), clientHeight / (rows * height))
        element.style.fontSize = `${Math.floor(font * times * 10) / 10}px`
      }),
    [columns, rows],
  )
  return box
}

/** Measures now and whenever the size changes. Returns how to stop. */
function whenSized(element: HTMLElement | null, measure: (element: HTMLElement) => void) {
  if (!element) return undefined
  measure(element)
  const observer = new ResizeObserver(() => measure(element))
  observer.observe(element)
  return () => observer.disconnect()
}

/** A cell in the font of `element`, px. */
function cellOf(element: HTMLElement) {
  const text = document.createElement('span')
  text.className = 'probe'
  text.textContent = probe
  element.append(text)
  const {fontSize, lineHeight} = getComputedStyle(text)
  const {width} = text.getBoundingClientRect()
  text.remove()
  return {
    width: width / probe.length,
    height: Number.parseFloat(lineHeight),
    font: Number.parseFloat(fontSize),
  }
}
