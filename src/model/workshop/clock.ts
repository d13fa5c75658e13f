// Durations as people read them.

/** `5:00` */
export function clock(seconds: number): string {
  const rest = String(Math.floor(seconds % 60)).padStart(2, '0')
  return `${Math.floor(seconds / 60)}:${rest}`
}
