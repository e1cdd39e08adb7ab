import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {type Tool} from 'sanity'
import {route} from 'sanity/router'
import {toolName} from './places.ts'
import {ReviewTool} from './ReviewTool.tsx'

export const reviewTool: Tool = {
  name: toolName,
  title: 'Review',
  icon: ClipboardIcon,
  component: ReviewTool,
  router: route.create('/', [
    route.create('/record/:record'),
    route.create('/read/:read'),
    route.create('/works/:worksOf'),
    route.create('/:page'),
  ]),
}
