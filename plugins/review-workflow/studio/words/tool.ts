export const toolWords = {} as const
