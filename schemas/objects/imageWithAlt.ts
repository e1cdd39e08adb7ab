import {ImageIcon} from '@sanity/icons/Image'
import {defineField, defineType} from 'sanity'
import {orElse} from '../previews.ts'
import {atMostCharacters, isBlank} from '../rules.ts'

interface ImageValue {
  readonly asset?: unknown
  readonly decorative?: boolean
}

export const imageWithAltType = defineType({
  name: 'imageWithAlt',
  title: 'Image',
  type: 'image',
  icon: ImageIcon,
  options: {hotspot: true, accept: 'image/png,image/jpeg,image/webp,image/avif,image/gif'},
  fields: [
    defineField({
      name: 'decorative',
      title: 'Decoration only',
      description: 'Tick when the image tells the reader nothing. Screen readers then skip it.',
      type: 'boolean',
      initialValue: false,
    }),
    defineField({
      name: 'alt',
      title: 'Description for people who cannot see it',
      description: 'What the image shows that matters here. No “image of”.',
      type: 'string',
      hidden: ({parent}) => (parent as ImageValue | undefined)?.decorative === true,
      validation: (rule) => [
        rule.custom((alt, {parent}) => {
          const image = parent as ImageValue | undefined
          return (
            image?.asset === undefined ||
            image.decorative === true ||
            (alt ?? '').trim() !== '' ||
            'Describe the image, or tick “Decoration only”.'
          )
        }),
        rule.custom(atMostCharacters(200, 'One or two sentences are enough.')).warning(),
      ],
    }),
    defineField({
      name: 'caption',
      title: 'Caption',
      description: 'Shown under the image.',
      type: 'string',
    }),
    defineField({
      name: 'credit',
      title: 'Credit',
      description: 'Photographer and licence.',
      type: 'string',
    }),
  ],
  preview: {
    select: {media: 'asset', alt: 'alt', caption: 'caption', decorative: 'decorative'},
    prepare: ({media, alt, caption, decorative}) => ({
      media,
      title: orElse(caption, orElse(alt, 'Image')),
      subtitle: decorative ? 'Decoration only' : isBlank(alt) ? 'No description yet' : undefined,
    }),
  },
})
