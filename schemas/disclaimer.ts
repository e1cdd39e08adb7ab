import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {defineField, defineType} from 'sanity'
import {place, placeExamples} from './places.ts'
import {orElse} from './previews.ts'
import {ifWritten, plain, written} from './rules.ts'
import {languageField} from './shared.ts'
import {requiredText} from './textRules.ts'

const isPlace = plain(place)

export const disclaimerType = defineType({
  name: 'disclaimer',
  title: 'Disclaimer',
  type: 'document',
  icon: InfoOutlineIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Name',
      description: 'For editors; readers do not see it.',
      type: 'string',
      validation: written('Name the disclaimer.'),
    }),
    defineField({
      name: 'version',
      title: 'Version',
      description:
        'Raise it with each new wording. Live pages that show this text are signed on the new wording first: “Shown on” names them.',
      type: 'string',
      initialValue: '1.0',
      validation: (rule) => [
        written('Give the version.')(rule),
        rule.custom(
          ifWritten(
            (text) => /^\d+\.\d+$/.test(text ?? '') || 'Write two numbers with a point: 1.0.',
          ),
        ),
      ],
    }),
    languageField,
    defineField({
      name: 'jurisdiction',
      title: 'Where it applies',
      description: `As a code: ${placeExamples}, or “international”.`,
      type: 'string',
      initialValue: 'international',
      validation: (rule) => [
        written('Say where it applies.')(rule),
        rule.custom(
          ifWritten((text, context) => text === 'international' || isPlace(text, context)),
        ),
      ],
    }),
    defineField({
      name: 'effectiveFrom',
      title: 'In use from',
      description: 'First day of use.',
      type: 'date',
      validation: (rule) => rule.required().error('Give the first day of use.'),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      description: 'Shown at the end of each page that uses it.',
      type: 'shortText',
      validation: requiredText('Write the text.'),
    }),
  ],
  preview: {
    select: {title: 'title', version: 'version', jurisdiction: 'jurisdiction'},
    prepare: ({title, version, jurisdiction}) => ({
      title: orElse(title, 'No name yet'),
      subtitle: `Version ${version ?? '?'} · ${jurisdiction ?? 'no place'}`,
    }),
  },
})
