export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = {readonly [key: string]: Json | undefined}

export const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
