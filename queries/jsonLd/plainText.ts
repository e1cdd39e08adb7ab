interface Block {
  readonly children: readonly {readonly text: string | null}[] | null
}

/** The words of Portable Text, a paragraph a line. */
export function plainText(blocks: readonly Block[] | null): string {
  return (blocks ?? [])
    .map(({children}) => (children ?? []).map(({text}) => text ?? '').join(''))
    .join('\n')
}
