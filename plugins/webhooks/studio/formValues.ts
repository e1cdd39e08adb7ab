import {type Hook, type HookSettings, type Operation} from './hooksApi.ts'

/** What stands in the fields of the form. */
export interface FormValues {
  readonly name: string
  readonly description: string
  readonly url: string
  readonly dataset: string
  readonly httpMethod: string
  readonly on: readonly Operation[]
  readonly filter: string
  readonly projection: string
  readonly includeDrafts: boolean
  readonly includeAllVersions: boolean
  /** One in a line. */
  readonly headers: string
  readonly secret: string
  readonly enabled: boolean
}

export const operations: readonly Operation[] = ['create', 'update', 'delete']
export const httpMethods = ['POST', 'PUT', 'PATCH', 'DELETE', 'GET'] as const

export function formValues(hook: Hook | null): FormValues {
  return {
    name: hook?.name ?? '',
    description: hook?.description ?? '',
    url: hook?.url ?? '',
    dataset: hook?.dataset ?? 'production',
    httpMethod: hook?.httpMethod ?? 'POST',
    on: hook?.rule.on ?? operations,
    filter: hook?.rule.filter ?? '',
    projection: hook?.rule.projection ?? '',
    includeDrafts: hook?.includeDrafts ?? false,
    includeAllVersions: hook?.includeAllVersions ?? false,
    headers: Object.entries(hook?.headers ?? {})
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
    secret: hook?.secret ?? '',
    enabled: hook === null || !hook.isDisabledByUser,
  }
}

/** The settings that the fields ask for, or the first line of the headers that is none. */
export function settingsOf(
  values: FormValues,
): {readonly settings: HookSettings} | {readonly invalidHeader: string} {
  const {on, filter, projection, headers, enabled, description, secret, ...rest} = values
  const lines = headers.split('\n').filter((line) => line.trim() !== '')
  const invalidHeader = lines.find((line) => !/^[^\s:]+\s*:/.test(line))
  if (invalidHeader !== undefined) return {invalidHeader}
  const pairs = lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const
  })
  return {
    settings: {
      ...rest,
      description: description.trim() || null,
      secret: secret || null,
      rule: {
        on: operations.filter((each) => on.includes(each)),
        filter: filter.trim() || null,
        projection: projection.trim() || null,
      },
      headers: Object.fromEntries(pairs),
      isDisabledByUser: !enabled,
    },
  }
}
