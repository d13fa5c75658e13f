// A time limit for the functions of other people's lessons: one that loops without end would hold up the whole lab, and no signal would end it.

import {Script} from 'node:vm'
import type {AuthorPlace, Check} from '../model/lesson/guard.ts'
import {type Lesson, withChecks} from '../model/lesson/lesson.ts'
import {LabError} from '../model/text/lab-error.ts'

/** ms; a goal or a sign takes less than one. */
const within = 2000

/** Only code that a script runs can be stopped, so the function is called by one, which finds it under this name. */
const name = 'redis-cluster-lab.check'
const called = Symbol.for(name)
const script = new Script(`globalThis[Symbol.for('${name}')]()`)

/** The lesson with every function of its author stopped after some time. */
export function limitedLesson(lesson: Lesson): Lesson {
  const steps = lesson.steps.map(step => {
    const limit = <Value>(field: string, check: Check<Value>) =>
      limited({lesson: lesson.id, step: step.id, field}, check)
    return withChecks(step, {goal: limit, sign: limit})
  })
  return {...lesson, steps}
}

/** Throws a LabError if it takes too long, and from then on without calling it again. `ms`: other than the usual limit, for tests. */
export function limited<Value>(place: AuthorPlace, check: Check<Value>, ms = within): Check<Value> {
  let endless: LabError | undefined
  return evidence => {
    if (endless) throw endless
    Object.assign(globalThis, {[called]: () => check(evidence)})
    try {
      return script.runInThisContext({timeout: ms})
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'))
        throw error
      endless = new LabError('guard.endless', {...place, seconds: ms / 1000})
      throw endless
    }
  }
}
