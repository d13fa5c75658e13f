// The code of a failed system call (`ENOENT`), which Node puts on the error it throws.

export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** For `.catch`: ignores errors with this code and rethrows all others. */
export function unless(code: string): (error: unknown) => void {
  return error => {
    if (errnoOf(error) !== code) throw error
  }
}
