import {definePlugin} from 'sanity'
import {withPlan} from './studio/withPlan.ts'
import {words} from './studio/words.ts'

/** Below Vision's editor: how the lake finds what a query asks for. Stands behind Vision among the plugins. */
export const queryPlan = definePlugin({
  name: 'query-plan',
  tools: (tools) => tools.map((tool) => (tool.name === 'vision' ? withPlan(tool) : tool)),
  i18n: {bundles: [words]},
})
