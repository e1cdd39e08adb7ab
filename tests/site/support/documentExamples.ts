import {readFileSync} from 'node:fs'
import {join} from 'node:path'

export interface DocumentExample {
  readonly name: string
  readonly code: string
  /** What the page says that it prints; null where it says nothing. */
  readonly output: string | null
}

const page = join(import.meta.dirname, '..', '..', '..', 'docs', 'frontends.md')

/** The code of docs/frontends.md: each fence that names a file, and what the fence after it says that it prints. */
export function documentExamples(): readonly DocumentExample[] {
  const fences = [...readFileSync(page, 'utf8').matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)]
  return fences.flatMap(([, , name, code = ''], index) => {
    if (name === undefined) return []
    const [, language, , text = ''] = fences[index + 1] ?? []
    return [{name, code, output: language === 'text' ? text : null}]
  })
}

/** The one command of the page. */
export function documentCommand(): string {
  return /^```sh\n(.*?)\n```$/ms.exec(readFileSync(page, 'utf8'))?.[1] ?? ''
}
