import {defineArrayMember, defineField} from 'sanity'

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
  validation: (rule) => rule.unique().error('Each site only once.'),
})

const addressHelp =
  'Lower-case letters, digits and single hyphens. Press Generate to make an address from the title.'

const isAddress = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)

export const slugField = (source: string, shownAs: string) =>
  defineField({
    name: 'slug',
    title: 'Address',
    description: `The last part of ${shownAs}. Changing it after publication breaks links from elsewhere.`,
    type: 'slug',
    options: {source, maxLength: 80},
    // One rule with one sentence: each of several rules would say that the address is taken.
    validation: (rule) =>
      rule
        .required()
        .custom((slug) => slug?.current === undefined || isAddress(slug.current) || addressHelp)
        .error(addressHelp),
  })
