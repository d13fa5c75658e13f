// The instructor's page of `host`: where it is served, and how it is opened.

import {Staff, type StaffOptions} from '../hub/staff.ts'
import type {StageDoor} from '../model/workshop/demonstration.ts'
import {builtText} from '../platform/built-file.ts'
import {openPage} from '../platform/open-page.ts'
import {bindStaff} from './host-address.ts'

type StaffPage = Disposable &
  Readonly<{
    /** Where the instructor's own lab may show itself. */
    stageDoor: StageDoor
    /** Opens the page once. */
    link: () => string
    /** Opens it in the browser, if there is one. */
    show: () => Promise<Readonly<{link: string; opened: boolean}>>
  }>

/** `port`: of the hub. */
export async function openStaff(port: number, options: Omit<StaffOptions, 'page'>): Promise<StaffPage> {
  const staff = await Staff.open({...options, page: await builtText('class.html')})
  await bindStaff(staff.server, port)
  return {
    stageDoor: staff.stageDoor,
    link: () => staff.link(),
    async show() {
      const link = staff.link()
      return {link, opened: await openPage(link)}
    },
    [Symbol.dispose]: () => staff[Symbol.dispose](),
  }
}
