import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {CircleIcon} from '@sanity/icons/Circle'
import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {TransferIcon} from '@sanity/icons/Transfer'
import {Card, Flex, Text} from '@sanity/ui'
import {type ComponentType} from 'react'
import {useSchema, useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {choiceTitle, fieldType} from './schemaParts.ts'

interface Look {
  readonly icon: ComponentType
  readonly tone: 'positive' | 'default' | 'caution' | 'critical'
}

const looks: {readonly [stance: string]: Look} = {
  supports: {icon: CheckmarkCircleIcon, tone: 'positive'},
  partiallySupports: {icon: CheckmarkIcon, tone: 'positive'},
  contextual: {icon: InfoOutlineIcon, tone: 'default'},
  mixed: {icon: TransferIcon, tone: 'caution'},
  null: {icon: CircleIcon, tone: 'caution'},
  contradicts: {icon: CloseCircleIcon, tone: 'critical'},
}

/** What a study says of a sentence: a sign of its own each, and in words. */
export function Stance({value}: {readonly value: string | null}) {
  const {t} = useTranslation(namespace)
  const type = fieldType(useSchema().get('citationUse'), 'stance')
  const {icon: Icon, tone} = looks[value ?? ''] ?? {icon: HelpCircleIcon, tone: 'caution'}
  return (
    <Card tone={tone} radius={2} paddingX={2} paddingY={2} data-aside>
      <Flex gap={2} align="center">
        <Text size={1}>
          <Icon />
        </Text>
        <Text size={1} weight="medium">
          {choiceTitle(type, value) ?? value ?? t('reading.claims.noStance')}
        </Text>
      </Flex>
    </Card>
  )
}
