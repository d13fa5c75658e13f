import {expect, it} from 'vitest'
import {translate} from '../../../../src/model/text/messages.ts'
import {familyOf, howToInstall, type System} from '../../../../src/redis/install/install-advice.ts'

const linux: System = {platform: 'linux', family: [], apt: false, brew: false}

it.each([
  ['Debian', {...linux, family: ['debian'], apt: true}, 'sudo apt-get install redis-server'],
  ['Fedora', {...linux, family: ['fedora']}, 'sudo dnf install valkey'],
  ['Rocky Linux', {...linux, family: ['rocky', 'rhel', 'centos', 'fedora']}, 'sudo dnf install valkey'],
  ['Arch', {...linux, family: ['arch']}, 'sudo pacman -S valkey'],
  ['Alpine', {...linux, family: ['alpine']}, 'sudo apk add valkey'],
  ['macOS with Homebrew', {...linux, platform: 'darwin', brew: true}, 'brew install redis'],
  ['macOS without Homebrew', {...linux, platform: 'darwin'}, 'https://brew.sh'],
  ['Windows', {...linux, platform: 'win32'}, 'wsl --install'],
  ['a system nobody has heard of', linux, '--redis-server '],
])('The remedy on %s names the command, in both languages', (_, system, command) => {
  expect(translate('en', howToInstall(system))).toContain(command)
  expect(translate('zh', howToInstall(system))).toContain(command)
})

it('A system’s family is ID and ID_LIKE of its os-release', () => {
  expect(familyOf('NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n')).toEqual([
    'ubuntu',
    'debian',
  ])
  expect(familyOf('ID="rocky"\nID_LIKE="rhel centos fedora"\n')).toEqual([
    'rocky',
    'rhel',
    'centos',
    'fedora',
  ])
  expect(familyOf('')).toEqual([])
})
