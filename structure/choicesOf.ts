interface Choice {
  readonly value: string
  readonly title: string
}

interface WithFields {
  readonly fields?: readonly {
    readonly name: string
    readonly type: {readonly options?: {readonly list?: readonly Choice[]}}
  }[]
}

/** The choices of a field, read from the compiled schema, so that lists and forms cannot differ. */
export function choicesOf(type: unknown, field: string): readonly Choice[] {
  const {fields = []} = (type ?? {}) as WithFields
  return fields.find(({name}) => name === field)?.type.options?.list ?? []
}
