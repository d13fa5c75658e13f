// The settings of ioredis that `/traffic on compare` runs side by side.

/**
 * `defaults`: 16 redirections and retries a command; `patient`: many more; `bounded`: many more, but no command waits longer than a second
 * (commandTimeout).
 */
export const settings = ['defaults', 'patient', 'bounded'] as const
export type Setting = (typeof settings)[number]

export function bySetting<Value>(make: (setting: Setting) => Value): Readonly<Record<Setting, Value>> {
  return {defaults: make('defaults'), patient: make('patient'), bounded: make('bounded')}
}
