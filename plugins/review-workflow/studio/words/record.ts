export const recordWords = {} as const
