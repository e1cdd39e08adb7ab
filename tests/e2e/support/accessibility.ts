import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {type AxeResults} from 'axe-core'
import {type Page} from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What Sanity's own virtual lists are found guilty of; they are not ours to change. */
const knownOfSanity = [
  'aria-allowed-attr',
  'aria-required-children',
  'listitem',
  'nested-interactive',
]

/** Serious and critical findings of axe-core within `scope`, as `rule: first element`. */
export async function barriers(page: Page, scope?: string): Promise<readonly string[]> {
  await page.evaluate(axe)
  const results = await page.evaluate<AxeResults, string>(
    (selector) => (window as unknown as {axe: typeof import('axe-core')}).axe.run(selector),
    scope ?? 'html',
  )
  return results.violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .filter(({id}) => scope === undefined || !knownOfSanity.includes(id))
    .map(({id, nodes}) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}
