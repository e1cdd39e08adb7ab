import {defineArrayMember, defineField} from 'sanity'
import {onlyOnce} from './rules.ts'
import {slugRule} from './slugs.ts'

/** Fields that every published document carries. */
export const languageField = defineField({
  name: 'language',
  title: 'Language',
  description: 'The language the words are written in. Screen readers pronounce the page by it.',
  type: 'string',
  initialValue: 'en',
  options: {
    list: [
      {value: 'en', title: 'English'},
      {value: 'en-GB', title: 'English (United Kingdom)'},
      {value: 'en-US', title: 'English (United States)'},
      {value: 'de', title: 'German'},
      {value: 'es', title: 'Spanish'},
      {value: 'fr', title: 'French'},
    ],
  },
  validation: (rule) => rule.required().error('Choose the language of the words.'),
})

export const sitesField = defineField({
  name: 'sites',
  title: 'Sites',
  description: 'Where this appears. Leave empty to let every site show it.',
  type: 'array',
  of: [defineArrayMember({type: 'reference', to: [{type: 'site'}]})],
  validation: (rule) => rule.custom(onlyOnce('Each site only once.')),
})

const isAddress = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The address of a page. `source` names the field that Generate makes it from, in the words of its title, too. */
export const slugField = (source: 'title' | 'question' | 'name', shownAs: string) =>
  defineField({
    name: 'slug',
    title: 'Address',
    description: `The last part of ${shownAs}. Changing it after publication breaks links from elsewhere.`,
    type: 'slug',
    options: {source, maxLength: 80},
    validation: slugRule(isAddress, 80, {
      missing: `Press Generate to make an address from the ${source}. Where that gives none, type one by hand.`,
      misshapen:
        'Use lower-case letters from a to z, digits and single hyphens, such as first-massage.',
      taken: 'Another page has this address. Choose another one.',
    }),
  })
