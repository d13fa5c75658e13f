export const reactInInk: Readonly<{
  name: string
  transform: (code: string, module: string) => {code: string} | undefined
}>
