import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronUpIcon} from '@sanity/icons/ChevronUp'
import {Box, Button, Card, Flex, Text} from '@sanity/ui'
import {type ReactNode, useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {PlanDetails} from './PlanDetails.tsx'
import {PlanSummary} from './PlanSummary.tsx'
import {usePlan} from './usePlan.ts'
import {namespace} from './words.ts'

const kept = 'restwell.queryPlan'

/** Vision, and below it the plan of what was fetched last, which can be folded away. */
export function PlanBelow({children}: {readonly children: ReactNode}) {
  const {t} = useTranslation(namespace)
  const [isShown, setShown] = useState(() => localStorage.getItem(kept) !== 'folded')
  const state = usePlan(isShown)
  const id = useId()
  const toggle = () => {
    localStorage.setItem(kept, isShown ? 'folded' : 'shown')
    setShown(!isShown)
  }
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <Box flex={1} style={{minHeight: 0, position: 'relative'}}>
        {children}
      </Box>
      <Card as="section" borderTop aria-label={t('title')} data-testid="query-plan">
        <Flex align="center" gap={3} padding={2} wrap="wrap">
          <Button
            type="button"
            mode="bleed"
            padding={2}
            icon={isShown ? ChevronDownIcon : ChevronUpIcon}
            text={t('title')}
            aria-expanded={isShown}
            aria-controls={isShown ? id : undefined}
            onClick={toggle}
          />
          {isShown && state.status === 'none' && (
            <Text size={1} muted>
              {t('none')}
            </Text>
          )}
          {isShown && state.status !== 'none' && <PlanSummary state={state} />}
        </Flex>
        {isShown && state.status === 'ready' && (
          <Box
            id={id}
            overflow="auto"
            paddingX={4}
            paddingBottom={4}
            tabIndex={0}
            role="region"
            aria-label={t('details')}
            style={{maxHeight: '35vh'}}
          >
            <PlanDetails plan={state.plan} />
          </Box>
        )}
      </Card>
    </Flex>
  )
}
