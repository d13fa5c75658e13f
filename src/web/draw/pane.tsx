/** @jsxImportSource preact */
// A pane of a page, and a box of it that scrolls.

import type {ComponentChildren, ComponentProps, Ref} from 'preact'

type PaneProps = Readonly<{
  name: string
  title: string
  /** Controls beside the title. */
  extra?: ComponentChildren
  children: ComponentChildren
}>

/** Its title names it for readers; `title-NAME` is the id of the title. */
export function Pane({name, title, extra, children}: PaneProps) {
  return (
    <section class={`pane pane-${name}`} aria-labelledby={`title-${name}`}>
      <div class="pane-head">
        <h2 id={`title-${name}`}>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  )
}

type ScrollsProps = ComponentProps<'section'> & Readonly<{box?: Ref<HTMLElement>}>

/** It needs a label, for the keyboard reaches it. */
export function Scrolls({box, ...attributes}: ScrollsProps) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be within reach of the keyboard
  return <section tabIndex={0} {...attributes} {...(box && {ref: box})} />
}
