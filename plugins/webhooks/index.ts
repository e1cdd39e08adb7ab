import {definePlugin} from 'sanity'
import {webhooksTool} from './studio/webhooksTool.ts'
import {words} from './studio/words.ts'

/** Webhooks in the Studio, for administrators: the server shows them to nobody else. */
export const webhooks = definePlugin({
  name: 'webhooks',
  tools: (tools, {currentUser}) =>
    currentUser?.roles.some(({name}) => name === 'administrator')
      ? [...tools, webhooksTool]
      : [...tools],
  i18n: {bundles: [words]},
})
