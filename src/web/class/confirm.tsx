/** @jsxImportSource preact */
// A question before what cannot be taken back.

import type {ComponentChildren} from 'preact'
import {useEffect, useRef} from 'preact/hooks'
import type {ClassState} from './state.ts'

type ConfirmProps = Readonly<{
  state: ClassState
  question: string
  act: string
  onYes: () => unknown
  onClose: () => void
}>

export function Confirm({state, question, act, onYes, onClose}: ConfirmProps) {
  const {text} = state.words.value
  return (
    <Dialog title={question} onClose={onClose}>
      <div class="actions">
        <button
          type="button"
          class="primary"
          onClick={event => {
            onYes()
            closeDialog(event)
          }}
        >
          {act}
        </button>
        <button type="button" onClick={closeDialog}>
          {text('class.cancel')}
        </button>
      </div>
    </Dialog>
  )
}

type DialogProps = Readonly<{title: string; onClose: () => void; children: ComponentChildren}>

/** Closes the dialog that a button is in, as Esc does: the focus goes back to where it was. */
export function closeDialog({currentTarget}: Readonly<{currentTarget: Element}>): void {
  currentTarget.closest('dialog')?.close()
}

/** The browser's own dialog: it keeps the focus, and Esc closes it. */
export function Dialog({title, onClose, children}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} onClose={onClose} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </dialog>
  )
}
