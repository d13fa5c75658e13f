// The code of a failed system call (`ENOENT`), which Node puts on the error it throws.

export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** For `.catch`: passes over the failure of this one kind and throws every other. */
export function unless(code: string): (error: unknown) => void {
  return error => {
    if (errnoOf(error) !== code) throw error
  }
}
