export const policyPageWords = {} as const
