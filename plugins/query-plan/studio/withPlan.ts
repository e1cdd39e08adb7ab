import {type ComponentType, createElement, lazy} from 'react'
import {type Tool} from 'sanity'

type ToolComponent = Tool['component']

const made = new WeakMap<ToolComponent, ToolComponent>()

/** The same tool, with the plan of what is asked in it below. */
export function withPlan(tool: Tool): Tool {
  const {component} = tool
  const known = made.get(component) ?? beside(component)
  made.set(component, known)
  return {...tool, component: known}
}

function beside(component: ToolComponent): ToolComponent {
  return lazy(async (): Promise<{default: ComponentType<{tool: Tool}>}> => {
    const {PlanBelow} = await import('./PlanBelow.tsx')
    return {default: ({tool}) => createElement(PlanBelow, null, createElement(component, {tool}))}
  })
}
