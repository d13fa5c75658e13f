import {expect, it} from 'vitest'
import {translate} from '../../../../src/model/text/messages.ts'
import {familyOf, howToInstall, isWsl, type System} from '../../../../src/redis/install/install-advice.ts'

const bare: System = {
  platform: 'linux',
  arch: 'x64',
  glibc: '2.39',
  family: [],
  apt: false,
  brew: false,
  port: false,
  nix: false,
  root: false,
}
const linux = (osRelease: string, more: Partial<System> = {}): System => ({
  ...bare,
  family: familyOf(osRelease),
  ...more,
})
const mac = (more: Partial<System>): System => ({...bare, platform: 'darwin', ...more})

/** The lines of /etc/os-release that matter. */
const fedora = 'NAME="Fedora Linux"\nID=fedora\nVERSION_ID=42\n'
const rocky = 'NAME="Rocky Linux"\nID="rocky"\nID_LIKE="rhel centos fedora"\nVERSION_ID="9.5"\n'
const amazon = 'NAME="Amazon Linux"\nVERSION="2023"\nID="amzn"\nID_LIKE="fedora"\n'
const arch = 'NAME="Arch Linux"\nID=arch\nBUILD_ID=rolling\n'
const manjaro = 'NAME="Manjaro Linux"\nID=manjaro\nID_LIKE=arch\n'
const alpine = 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.21.3\n'
const leap = 'NAME="openSUSE Leap"\nID="opensuse-leap"\nID_LIKE="suse opensuse"\nVERSION_ID="15.6"\n'
const tumbleweed = 'NAME="openSUSE Tumbleweed"\nID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n'
const voidLinux = 'NAME="Void"\nID="void"\nPRETTY_NAME="Void Linux"\n'
const nixos = 'NAME=NixOS\nID=nixos\nVERSION_ID="25.05"\n'

it.each([
  ['Debian', linux('ID=debian\n', {apt: true}), 'sudo apt-get install redis-server'],
  ['Fedora', linux(fedora), 'sudo dnf install valkey'],
  ['Rocky Linux', linux(rocky), 'sudo dnf install valkey'],
  ['Rocky Linux, whose own archive may have none', linux(rocky), 'docs.fedoraproject.org/en-US/epel'],
  ['Amazon Linux', linux(amazon), 'sudo dnf install valkey'],
  ['Arch', linux(arch), 'sudo pacman -S valkey'],
  ['Manjaro', linux(manjaro), 'sudo pacman -S valkey'],
  ['Alpine', linux(alpine), 'sudo apk add valkey valkey-cli'],
  ['openSUSE Leap', linux(leap), 'sudo zypper install valkey'],
  ['openSUSE Tumbleweed', linux(tumbleweed), 'sudo zypper install valkey'],
  ['Void', linux(voidLinux), 'sudo xbps-install -S valkey'],
  ['Gentoo', linux('NAME=Gentoo\nID=gentoo\n'), 'sudo emerge dev-db/valkey'],
  ['Solus', linux('NAME="Solus"\nID="solus"\n'), 'sudo eopkg install valkey'],
  ['ALT Linux, whose apt-get is one for rpm', linux('ID=altlinux\n'), 'sudo apt-get install valkey'],
  ['NixOS', linux(nixos, {nix: true}), 'nix-shell -p valkey'],
  ['a Linux with Homebrew', linux('ID=slackware\n', {brew: true}), ': brew install redis'],
  ['macOS with Homebrew', mac({brew: true}), ': brew install redis'],
  ['macOS with MacPorts', mac({port: true}), 'sudo port install valkey'],
  ['macOS with Nix', mac({nix: true}), 'nix-shell -p valkey'],
  ['macOS without any', mac({}), 'https://brew.sh'],
  ['Windows', {...bare, platform: 'win32'}, 'wsl --install'],
  ['Windows, whose WSL has no Node', {...bare, platform: 'win32'}, 'Node 22.18'],
  ['a system nobody has heard of', bare, '--redis-server '],
])('The remedy on %s names the command, in both languages', (_, system, command) => {
  expect(translate('en', howToInstall(system))).toContain(command)
  expect(translate('zh', howToInstall(system)).replace('：', ': ')).toContain(command)
})

it('Root, in a container, installs without sudo', () => {
  expect(translate('en', howToInstall(linux(alpine, {root: true})))).toBe(
    'Install one with: apk add valkey valkey-cli',
  )
})

it('WSL is known by its kernel', () => {
  expect(isWsl('5.15.167.4-microsoft-standard-WSL2')).toBe(true)
  expect(isWsl('4.4.0-19041-Microsoft')).toBe(true)
  expect(isWsl('6.1.0-37-amd64')).toBe(false)
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
