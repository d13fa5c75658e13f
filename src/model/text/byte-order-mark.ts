// The byte order mark with which some editors begin a file.

export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\uFEFF/, '')
}
