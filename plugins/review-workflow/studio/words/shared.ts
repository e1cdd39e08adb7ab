export const sharedWords = {} as const
