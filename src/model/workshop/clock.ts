// Durations as people read them.

/** `5:00` */
export function clock(seconds: number): string {
  const rest = String(Math.floor(seconds % 60)).padStart(2, '0')
  return `${Math.floor(seconds / 60)}:${rest}`
}

/** `09:05`, by the clock of this computer. `at`: ms since the epoch. */
export function timeOfDay(at: number): string {
  const time = new Date(at)
  return [time.getHours(), time.getMinutes()].map(part => String(part).padStart(2, '0')).join(':')
}
