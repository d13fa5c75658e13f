// Words that are said easily and mean nobody: names for those who choose none, and the words that both ends compare.

const qualities =
  'amber brave calm clever cosmic curious eager fair gentle golden happy humble jolly keen kind lively lucky merry misty noble patient polar proud quick quiet rapid silver smart snowy solar steady sunny swift tidy warm wise witty young'.split(
    ' ',
  )
const animals =
  'badger bear beaver bison crane deer dolphin eagle falcon finch fox gecko gull hare hawk heron ibex jay koala lark lemur lynx marten moose newt orca otter owl panda puffin quail raven robin seal stork swan tapir tiger toucan turtle walrus whale wolf wren yak zebra'.split(
    ' ',
  )

/** Like `calm otter`, from a number of at least 16 random bits; with that number's last digits when a room has taken many. */
export function handleOf(random: number, numbered: boolean): string {
  const quality = qualities[random % qualities.length]
  const animal = animals[Math.floor(random / qualities.length) % animals.length]
  return `${quality} ${animal}${numbered ? ` ${(random % 98) + 2}` : ''}`
}

/** Two handles of the first 8 bytes of a digest: some 21 bits. */
export function checkWordsOf(digest: Uint8Array): string {
  const number = (from: number) => digest.slice(from, from + 4).reduce((sum, byte) => sum * 256 + byte, 0)
  return `${handleOf(number(0), false)}, ${handleOf(number(4), false)}`
}
