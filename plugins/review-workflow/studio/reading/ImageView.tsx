import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {ObjectView} from './ObjectView.tsx'
import {useSurroundings} from './ReadingContext.ts'
import {fieldParts} from './schemaParts.ts'
import {type Shown} from './shown.ts'
import {isFields, isSame, refOf, textOf} from './values.ts'
import {webAddress} from './works.ts'

/** A picture or file, and everything that is said about it. */
export function ImageView(shown: Shown) {
  const {t} = useTranslation(namespace)
  const {shared} = useSurroundings()
  const {after, before, comparing} = shown
  if (!isFields(after)) return null
  const asset = shared.get(refOf(after['asset']) ?? '')?.document
  const url = webAddress(textOf(asset?.['url']) ?? '')
  const replaced = comparing && isFields(before) && !isSame(before['asset'], after['asset'])
  const isDescribed = (textOf(after['alt']) ?? '').trim() !== '' || after['decorative'] === true
  const isToDescribe = fieldParts(shown.type).some(({name}) => name === 'alt') && !isDescribed
  return (
    <Stack gap={4}>
      {url !== null && asset?.['_type'] === 'sanity.imageAsset' && (
        <img
          src={url}
          alt={textOf(after['alt']) ?? ''}
          style={{maxWidth: '100%', maxHeight: '24rem', objectFit: 'contain', borderRadius: 4}}
        />
      )}
      {replaced && (
        <Text size={1} weight="medium">
          {t('reading.image.replaced')}
        </Text>
      )}
      <Text size={1} muted style={{overflowWrap: 'anywhere'}} data-aside>
        {textOf(asset?.['originalFilename']) ?? refOf(after['asset'])}
      </Text>
      {isToDescribe && (
        <Text size={1} weight="medium" data-aside>
          {t('reading.image.undescribed')}
        </Text>
      )}
      <ObjectView {...shown} without={refOf(after['asset']) === null ? [] : ['asset']} />
    </Stack>
  )
}
