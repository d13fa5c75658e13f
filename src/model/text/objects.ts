// Helpers for plain JSON values: omit fields, compare, recognize objects.

/** A copy without the named fields. */
export function without<Value extends object, Field extends keyof Value>(
  value: Value,
  ...fields: readonly Field[]
): Omit<Value, Field> {
  const copy = {...value}
  for (const field of fields) delete copy[field]
  return copy
}

/** Compares as JSON, so the order of fields matters. */
export function equalJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Returns `before` if `now` is equal, so that a comparison by identity sees no change. */
export function keepEqual<Value>(before: Value, now: Value): Value {
  return equalJson(before, now) ? before : now
}

/** Whether `value` is an object; null and arrays are not. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
