import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {type AxeResults} from 'axe-core'
import {type Page} from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Serious and critical findings of axe-core within `scope`, as `rule: first element`. */
export async function barriers(page: Page, scope = 'html'): Promise<readonly string[]> {
  await page.evaluate(axe)
  const results = await page.evaluate<AxeResults, string>(
    (selector) => (window as unknown as {axe: typeof import('axe-core')}).axe.run(selector),
    scope,
  )
  return results.violations
    .filter(({impact}) => impact === 'serious' || impact === 'critical')
    .map(({id, nodes}) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
}
