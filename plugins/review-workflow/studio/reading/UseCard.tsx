import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {WarningFilledIcon} from '@sanity/icons/WarningFilled'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {Matches} from './CitationUseView.tsx'
import {type CitationUse} from './claims.ts'
import {useSurroundings} from './ReadingContext.ts'
import {SharedToggle} from './SharedToggle.tsx'
import {SourceMark} from './SourceMark.tsx'
import {Stance} from './Stance.tsx'
import {type Work, workOf} from './works.ts'

/** A cited work, whether it still stands, and what it is said to say. */
export function UseCard({use}: {readonly use: CitationUse}) {
  const {t} = useTranslation(namespace)
  const {shared, open} = useSurroundings()
  const {work: id, stance, locator, note} = use
  const found = shared.get(id ?? '')
  const work = found === undefined ? null : workOf(found.document)
  return (
    <Stack gap={3}>
      {work !== null && <Standing work={work} />}
      <Stack gap={2}>
        {work === null ? (
          <Text size={1} muted>
            {id === null ? t('reading.claims.noWork') : t('reading.claims.workUnread', {id})}
          </Text>
        ) : (
          <Text size={1} style={{overflowWrap: 'anywhere', lineHeight: 1.5}}>
            <SourceMark id={id} /> {work.authors} {work.year !== '' && `(${work.year})`}.{' '}
            <strong>{work.title}</strong>
            {work.container !== '' && (
              <>
                {' '}
                <em>{work.container}</em>.
              </>
            )}
          </Text>
        )}
        {work !== null && work.links.length > 0 && (
          <Flex gap={3} wrap="wrap">
            {work.links.map(({label, href}) => (
              <Text key={href} size={1} style={{overflowWrap: 'anywhere'}}>
                <a
                  href={href}
                  target="_blank"
                  rel="noopener noreferrer"
                  onClick={() => id !== null && open(id)}
                >
                  {label}
                </a>
              </Text>
            ))}
          </Flex>
        )}
      </Stack>
      <Flex>
        <Stance value={stance} />
      </Flex>
      <Matches use={use} />
      {locator !== null && <Text size={1}>{t('reading.claims.locator', {locator})}</Text>}
      {note !== null && (
        <Text size={1} muted>
          {t('reading.claims.note', {note})}
        </Text>
      )}
      {found !== undefined && <SharedToggle shared={found} />}
    </Stack>
  )
}

function Standing({work: {retraction, standing}}: {readonly work: Work}) {
  const {t} = useTranslation(namespace)
  const words = t(`reading.retraction.${retraction}`)
  if (standing === 'stands' || standing === 'unchecked') {
    const Icon = standing === 'stands' ? CheckmarkCircleIcon : WarningOutlineIcon
    return (
      <Text size={1} muted>
        <Icon /> {t('reading.retraction', {finding: words})}
      </Text>
    )
  }
  return (
    <Card tone={standing === 'gone' ? 'critical' : 'caution'} radius={2} padding={3} border>
      <Flex gap={2} align="center">
        <Text size={1}>
          <WarningFilledIcon />
        </Text>
        <Text size={1} weight="semibold">
          {standing === 'gone'
            ? t('reading.retraction.alarm', {finding: words})
            : t('reading.retraction', {finding: words})}
        </Text>
      </Flex>
    </Card>
  )
}
