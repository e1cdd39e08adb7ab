import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {lazy} from 'react'
import {type Tool} from 'sanity'
import {route} from 'sanity/router'
import {toolName} from './places.ts'

export const reviewTool: Tool = {
  name: toolName,
  title: 'Review',
  icon: ClipboardIcon,
  component: lazy(async () => ({default: (await import('./ReviewTool.tsx')).ReviewTool})),
  router: route.create('/', [
    route.create('/record/:record'),
    route.create('/read/:read'),
    route.create('/works/:worksOf'),
    route.create('/:page'),
  ]),
}
