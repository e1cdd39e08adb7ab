import {type ArrayOfType, defineArrayMember, defineField} from 'sanity'

/** Fields of what the server writes by itself: no form edits them. Always there, unless they are called `ifAny`. */

interface Choice {
  readonly title: string
  readonly value: string
}

export const text = (name: string, title: string, description: string) =>
  defineField({name, title, description, type: 'string', validation: (rule) => rule.required()})

export const textIfAny = (name: string, title: string, description: string) =>
  defineField({name, title, description, type: 'string'})

export const moment = (name: string, title: string, description: string) =>
  defineField({name, title, description, type: 'datetime', validation: (rule) => rule.required()})

export const momentIfAny = (name: string, title: string, description: string) =>
  defineField({name, title, description, type: 'datetime'})

export const dayIfAny = (name: string, title: string, description: string) =>
  defineField({name, title, description, type: 'date'})

export const truth = (name: string, title: string, description: string) =>
  defineField({name, title, description, type: 'boolean', validation: (rule) => rule.required()})

export const choice = (
  name: string,
  title: string,
  description: string,
  options: readonly Choice[],
) =>
  defineField({
    name,
    title,
    description,
    type: 'string',
    options: {list: [...options]},
    validation: (rule) => rule.required(),
  })

export const list = (name: string, title: string, description: string, member: ArrayOfType) =>
  defineField({
    name,
    title,
    description,
    type: 'array',
    of: [member],
    validation: (rule) => rule.required(),
  })

export const texts = (name: string, title: string, description: string) =>
  list(name, title, description, defineArrayMember({type: 'string', title: 'Entry'}))
