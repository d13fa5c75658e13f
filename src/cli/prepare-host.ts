// Runs in a process of its own: what a hub makes at its start. The lessons take some megabytes, and a hub needs its memory for connections.

import {type Certificate, certificateIn} from '../hub/certificate.ts'
import {courseOf} from '../model/lesson/course-of.ts'
import type {Course} from '../model/workshop/course.ts'
import {answerAsProcess} from './ask-process.ts'
import {loadLessons} from './lesson-source.ts'

/** `lessons`: as in the options. `folder`: where the certificate is, if the hub has one. */
export type HostQuestion = Readonly<{lessons: string | undefined; folder: string | undefined}>
export type HostPreparation = Readonly<{course: Course; certificate: Certificate | undefined}>

await answerAsProcess(async ({lessons, folder}: HostQuestion): Promise<HostPreparation> => {
  const course = courseOf(await loadLessons({lessons}))
  return {course, certificate: folder === undefined ? undefined : await certificateIn(folder)}
})
